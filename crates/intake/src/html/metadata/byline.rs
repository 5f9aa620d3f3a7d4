//! The authors, as people's names.

use lagebild_knowledge::masthead::Masthead;
use lagebild_knowledge::{agencies, language, languages};
use scraper::Html;

use super::{head::Head, json_ld::Item, visible};
use crate::html::tree::plain;

/// Names longer than this, in words or in characters, are none.
const MAX_WORDS: usize = 6;
const MAX_CHARS: usize = 60;
/// Authors of one report.
const MAX_AUTHORS: usize = 20;

/// The authors that the page names: in its data, its head, or its byline. Agencies stay among them, to be credited.
pub(super) fn of(document: &Html, head: &Head<'_>, item: &Item, lang: Option<&str>) -> Vec<String> {
    const NAMES: &[&str] = &[
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "byl",
        "twitter:misc:written by",
    ];
    let outlets: Vec<String> = head
        .all(&["og:site_name", "application-name", "twitter:site", "publisher", "dc.publisher"])
        .map(str::to_owned)
        .chain(item.publisher.clone())
        .map(|outlet| plain(&outlet))
        .filter(|outlet| outlet.len() >= 3)
        .collect();
    let words = words(lang);
    let cleaned = |lines: Vec<String>| people(&lines, &words, &outlets);
    let mut in_data = cleaned(item.authors.clone());
    in_data.extend(item.organisations.iter().filter(|name| agencies().named(name).is_some()).cloned());
    if !in_data.is_empty() {
        return in_data;
    }
    let in_head = cleaned(head.all(NAMES).map(str::to_owned).collect());
    if !in_head.is_empty() {
        return in_head;
    }
    // What stands near an author's mark may be anything: only names of two words and more count there.
    let mut seen = cleaned(visible::bylines(document));
    seen.retain(|name| name.contains(' ') || agencies().named(name).is_some());
    seen
}

/// The words for authors in the page's language; where it has no table, in all.
fn words(lang: Option<&str>) -> Vec<&'static Masthead> {
    let own = lang.map(|lang| &language(lang).masthead).filter(|words| !words.by.is_empty());
    own.map_or_else(|| languages().map(|code| &language(code).masthead).collect(), |words| vec![words])
}

/// The people in lines such as "Von Ada Quast und Ole Röhr, Lauterbach", each once.
fn people(lines: &[String], words: &[&Masthead], outlets: &[String]) -> Vec<String> {
    let mut people: Vec<String> = Vec::new();
    for line in lines {
        let names = split(&without_opener(line, words), words);
        // "lauterbote.example, Lauterbach, Deutschland" is an imprint.
        if names.first().is_some_and(|first| is_domain(first.trim())) {
            continue;
        }
        for name in names {
            let name = clean(&name);
            let counts = agencies().named(&name).is_some() || is_name(&name, words, outlets);
            if counts && !people.contains(&name) && people.len() < MAX_AUTHORS {
                people.push(name);
            }
        }
    }
    people
}

/// The line without the "Von" or "By" that opens it.
fn without_opener(line: &str, words: &[&Masthead]) -> String {
    let line: String = line.trim().chars().take(400).collect();
    let lower = line.to_lowercase();
    let openers = words.iter().flat_map(|words| &words.by);
    let longest = openers
        .filter_map(|opener| {
            let rest = lower.strip_prefix(opener.as_str())?;
            (rest.is_empty() || rest.starts_with(|c: char| !c.is_alphanumeric()))
                .then_some(opener.chars().count())
        })
        .max()
        .unwrap_or(0);
    line.chars().skip(longest).collect::<String>().trim_start_matches([':', ' ', '\u{a0}']).to_owned()
}

/// Cuts a line at commas, slashes and words for "and".
fn split(line: &str, words: &[&Masthead]) -> Vec<String> {
    let mut names = vec![String::new()];
    for word in line.split_inclusive([' ', ',', ';', '/', '|', '&', '\n', '·', '•']) {
        let bare = word.trim_matches([' ', ',', ';', '/', '|', '&', '\n', '·', '•']);
        let is_and = words.iter().any(|words| words.and.iter().any(|and| and == bare));
        let (Some(name), false) = (names.last_mut(), is_and) else {
            names.push(String::new());
            continue;
        };
        name.push_str(bare);
        name.push(' ');
        if word.contains([',', ';', '/', '|', '&', '\n', '·', '•']) {
            names.push(String::new());
        }
    }
    names
}

/// A name without brackets, addresses and marks around it.
fn clean(name: &str) -> String {
    let end = name.find(['(', '[', '<', '@']).unwrap_or(name.len());
    name[..end]
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'')
        .to_owned()
}

/// Whether it can be a person's name: some capitalised words, no digits, no role, no outlet.
fn is_name(name: &str, words: &[&Masthead], outlets: &[String]) -> bool {
    let lower = name.to_lowercase();
    let is_role = words
        .iter()
        .flat_map(|words| &words.roles)
        .any(|role| lower.split(|c: char| !c.is_alphanumeric()).any(|word| word == role) || lower == *role);
    let own = plain(name);
    let is_outlet = outlets.iter().any(|outlet| own.starts_with(outlet) || outlet.starts_with(&own));
    let is_address = name.contains("://") || name.contains("www.") || is_domain(name);
    let has_case = name.chars().any(char::is_uppercase) || !name.chars().any(char::is_lowercase);
    (2..=MAX_CHARS).contains(&name.chars().count())
        && (1..=MAX_WORDS).contains(&name.split_whitespace().count())
        && !name.chars().any(|c| c.is_ascii_digit())
        && has_case
        && !is_role
        && !is_outlet
        && !is_address
}

/// Whether a text is a domain, such as `lauterbote.example`.
fn is_domain(text: &str) -> bool {
    let end = text.rsplit_once('.').map_or("", |(_, end)| end);
    !text.contains(' ') && end.len() >= 2 && end.bytes().all(|b| b.is_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        assert_eq!(people(&[line.to_owned()], &words(None), &["lauterbote".to_owned()]), expected, "{line}");
    }

    #[test]
    fn a_byline_is_a_list_of_people() {
        check("Von Ada Quast und Ole Röhr", &["Ada Quast", "Ole Röhr"]);
        check(
            "By Ada Quast, Ole Roehr and Mia van der Zorn",
            &["Ada Quast", "Ole Roehr", "Mia van der Zorn"],
        );
        check("von Ada Quast/Ole Röhr", &["Ada Quast", "Ole Röhr"]);
        check("Ada von Quast", &["Ada von Quast"]);
        check("Ein Gastbeitrag von Ada Quast", &["Ada Quast"]);
    }

    #[test]
    fn roles_outlets_and_addresses_are_no_people() {
        check("Von Ada Quast, Redakteurin", &["Ada Quast"]);
        check("By Ada Quast, Senior Correspondent", &["Ada Quast"]);
        check("Ada Quast (aq@lauterbote.example)", &["Ada Quast"]);
        check("Lauterbote", &[]);
        check("https://lauterbote.example/autor/ada-quast", &[]);
        check("lauterbote.example, Lauterbach, Deutschland", &[]);
        check("Von", &[]);
        check("12.05.2031", &[]);
    }
}
