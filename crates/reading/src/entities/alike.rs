//! Names: when two are of one bearer, and how a phrase reads in a list.

use crate::context::Context;

use super::Run;

/// Shortest ending that one noun may share with a longer one: "minister" in "innenminister".
const HEAD: usize = 4;

/// Whether a name is another one's end, as a surname is ("Muster" of "Ada Muster"); words in lower case.
pub(super) fn is_end_of(short: &[String], long: &[String]) -> bool {
    let is_same =
        |one: &String, other: &String| one == other || is_genitive(one, other) || is_genitive(other, one);
    short.len() <= long.len()
        && short.iter().rev().zip(long.iter().rev()).all(|(one, other)| is_same(one, other))
}

/// Whether a word is a name with the ending of a genitive ("Musters").
fn is_genitive(word: &str, name: &str) -> bool {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).or_else(|| word.strip_suffix('s'))
        == Some(name)
}

/// Whether the letters of an abbreviation begin the words of a name, in order ("IAEO", "ROG").
pub(super) fn abbreviates(short: &str, long: &[String]) -> bool {
    if long.len() < 2 || short.chars().filter(|c| c.is_uppercase()).count() < 2 {
        return false;
    }
    let letters: Vec<char> = short.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let mut parts = long.iter().flat_map(|word| word.split('-')).filter_map(|word| word.chars().next());
    letters.iter().all(|letter| parts.any(|first| first == *letter))
}

/// Whether two nouns in lower case are the same, or one the other's head ("minister", "innenminister").
pub(super) fn is_same_noun(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short == long || (short.chars().count() >= HEAD && long.ends_with(short))
}

/// A phrase without the article that opens it.
pub(super) fn bare(context: &Context, run: &Run) -> Run {
    let is_article = context.language.speech.words.determiners.has(context.lower(run.start));
    if is_article && run.len() > 1 { run.start + 1..run.end } else { run.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(name: &str) -> Vec<String> {
        name.to_lowercase().split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn a_surname_ends_a_full_name_in_any_case() {
        assert!(is_end_of(&words("Muster"), &words("Ada Muster")));
        assert!(is_end_of(&words("Musters"), &words("Ada Muster")));
        assert!(!is_end_of(&words("Ada"), &words("Ada Muster")));
    }

    #[test]
    fn an_abbreviation_has_the_first_letters() {
        assert!(abbreviates("HFE", &words("Hafen- und Fährverband Ebberg")));
        assert!(!abbreviates("XFE", &words("Hafen- und Fährverband")));
        assert!(!abbreviates("Hafen", &words("Hafen Ebberg")));
    }

    #[test]
    fn an_office_is_the_head_of_a_longer_one() {
        assert!(is_same_noun("minister", "innenminister"));
        assert!(!is_same_noun("rat", "senat"));
    }
}
