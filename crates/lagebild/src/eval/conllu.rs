//! Reads CoNLL-U: sentences of words with their grammar, as treebanks write them.

use std::ops::Range;

use anyhow::{Context as _, Result, bail};

/// A sentence of a treebank.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Its comments, without the number sign.
    pub(crate) comments: Vec<String>,
    /// What stands in the text: words, and contractions of several words.
    pub(crate) tokens: Vec<Token>,
    /// The words of syntax.
    pub(crate) words: Vec<Word>,
}

/// A word, or a contraction of several ("im" of "in dem"), as it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// As it stands in the text.
    pub(crate) form: String,
    /// Its words, as indices into [`Sentence::words`].
    pub(crate) words: Range<usize>,
    /// What else is known, as in the file.
    pub(crate) misc: String,
}

/// A word of syntax. What is not known is "_", as in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) form: String,
    pub(crate) lemma: String,
    pub(crate) upos: String,
    pub(crate) features: String,
    /// The number of the head: 1 for the first word, 0 for none; `None` where it is not known.
    pub(crate) head: Option<usize>,
    pub(crate) relation: String,
}

impl Token {
    /// The value of a key of [`Token::misc`].
    pub(crate) fn misc(&self, key: &str) -> Option<&str> {
        self.misc.split('|').find_map(|pair| pair.strip_prefix(key)?.strip_prefix('='))
    }

    /// Whether white space stands after it.
    pub(crate) fn space_after(&self) -> bool {
        self.misc("SpaceAfter") != Some("No")
    }
}

impl Sentence {
    /// Whether a comment says that something ("doc", "par") begins here.
    pub(crate) fn begins(&self, what: &str) -> bool {
        let begins = |rest: &str| rest.is_empty() || rest.starts_with(' ');
        let comment = |comment: &String| {
            comment.strip_prefix("new").and_then(|rest| rest.strip_prefix(what)).is_some_and(begins)
        };
        self.comments.iter().any(comment)
    }
}

/// The sentences of a file.
pub(crate) fn read(content: &str) -> Result<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let mut open = Sentence::default();
    for (number, line) in content.lines().enumerate() {
        let line = line.trim_end_matches('\r');
        if line.trim().is_empty() {
            close(&mut open, &mut sentences);
        } else if let Some(comment) = line.strip_prefix('#') {
            open.comments.push(comment.trim().to_owned());
        } else {
            row(line, &mut open).with_context(|| format!("line {} is no CoNLL-U", number + 1))?;
        }
    }
    close(&mut open, &mut sentences);
    Ok(sentences)
}

fn close(open: &mut Sentence, sentences: &mut Vec<Sentence>) {
    let sentence = std::mem::take(open);
    if !sentence.words.is_empty() {
        sentences.push(sentence);
    }
}

/// Words of a contraction: no treebank has one of more than half a dozen.
const MOST_CONTRACTED: usize = 20;

/// Adds one line of ten columns to its sentence.
fn row(line: &str, sentence: &mut Sentence) -> Result<()> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [id, form, lemma, upos, _, features, head, relation, _, misc] = columns[..] else {
        bail!("it has {} columns, not 10", columns.len());
    };
    if id.contains('.') {
        return Ok(()); // An empty node of the enhanced graph: no word of the text.
    }
    let at = sentence.words.len();
    if let Some((first, last)) = id.split_once('-') {
        let (first, last): (usize, usize) = (first.parse()?, last.parse()?);
        if first != at + 1 || last < first || last - at > MOST_CONTRACTED {
            bail!("the contraction {id} does not stand before its words, or has more than {MOST_CONTRACTED}");
        }
        sentence.tokens.push(Token { form: form.to_owned(), words: at..last, misc: misc.to_owned() });
        return Ok(());
    }
    if id.parse::<usize>()? != at + 1 {
        bail!("word {id} stands where {} is expected", at + 1);
    }
    if sentence.tokens.last().is_none_or(|token| token.words.end <= at) {
        sentence.tokens.push(Token { form: form.to_owned(), words: at..at + 1, misc: misc.to_owned() });
    }
    sentence.words.push(Word {
        form: form.to_owned(),
        lemma: lemma.to_owned(),
        upos: upos.to_owned(),
        features: features.to_owned(),
        head: if head == "_" { None } else { Some(head.parse()?) },
        relation: relation.to_owned(),
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FERRY: &str = "\
# newdoc id = ferry
# text = Sie sank im Hafen.
1\tSie\tsie\tPRON\t_\tCase=Nom|Number=Sing\t2\tnsubj\t_\t_
2\tsank\tsinken\tVERB\t_\t_\t0\troot\t_\t_
3-4\tim\t_\t_\t_\t_\t_\t_\t_\tNote=x
3\tin\tin\tADP\t_\t_\t5\tcase\t_\t_
4\tdem\tder\tDET\t_\t_\t5\tdet\t_\t_
4.1\tleer\t_\t_\t_\t_\t_\t_\t_\t_
5\tHafen\tHafen\tNOUN\t_\t_\t2\tobl\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t_\t_\t_\t_
";

    #[test]
    fn contractions_are_tokens_of_several_words() {
        let sentences = read(FERRY).unwrap();
        let [sentence] = &sentences[..] else { panic!("{sentences:?}") };
        let tokens: Vec<(&str, Range<usize>)> =
            sentence.tokens.iter().map(|token| (token.form.as_str(), token.words.clone())).collect();
        assert_eq!(tokens, [("Sie", 0..1), ("sank", 1..2), ("im", 2..4), ("Hafen", 4..5), (".", 5..6)]);
        assert!(sentence.tokens[2].space_after() && !sentence.tokens[3].space_after());
        assert_eq!(sentence.tokens[2].misc("Note"), Some("x"));
        assert!(sentence.begins("doc") && !sentence.begins("par"));
        let heads: Vec<Option<usize>> = sentence.words.iter().map(|word| word.head).collect();
        assert_eq!(heads, [Some(2), Some(0), Some(5), Some(5), Some(2), None]);
    }

    #[test]
    fn a_line_that_is_none_is_named() {
        let wrong = format!("{FERRY}\n1\tSie\n");
        assert_eq!(
            format!("{:#}", read(&wrong).unwrap_err()),
            "line 12 is no CoNLL-U: it has 2 columns, not 10"
        );
    }
}
