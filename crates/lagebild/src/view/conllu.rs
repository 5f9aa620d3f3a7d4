//! A report's sentences and words in CoNLL-U, the format of treebanks, with where each word stands in the report.
//!
//! A word of the text is a line: "im" is one, "didn't" and "l'année" are two. What is not known is "_". A sentence that
//! was too long to be read whole stands in parts, each with a tree of its own.

use std::fmt::Write as _;
use std::ops::Range;

use lagebild_language::{Analysis, Parse};
use lagebild_schema::{CodePoints, Extent, Report, Unread};

/// What a table is made of.
struct Source<'a> {
    report: &'a Report,
    analysis: &'a Analysis,
    parse: Option<&'a Parse>,
    points: CodePoints<'a>,
    /// The name that each word belongs to: "B-person", "I-person".
    names: Vec<Option<String>>,
}

/// The whole report. Offsets count code points in its text, end exclusive.
///
pub(crate) fn conllu(report: &Report, unread: &[Unread], analysis: &Analysis) -> String {
    let parse = analysis.parse.as_ref();
    let source = Source {
        report,
        analysis,
        parse,
        points: CodePoints::new(&report.text),
        names: names(analysis.tokens.len(), parse),
    };
    let mut out = format!("# newdoc id = {}\n", report.id);
    if let Some(model) = &analysis.model {
        let _ = writeln!(out, "# model = {model}");
    }
    for left in unread {
        let Extent { start, end } = source.points.extent(left.span);
        let _ = writeln!(out, "# unread = {start}-{end} {}", line(&left.reason));
    }
    for cut in parse.iter().flat_map(|parse| &parse.cuts) {
        let Extent { start, end } = source.points.extent(analysis.tokens[*cut].span);
        let _ = writeln!(
            out,
            "# unread = {start}-{end} this sentence is too long to be read whole: it was cut here"
        );
    }
    let mut block = None;
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        if block.replace(sentence.block) != Some(sentence.block) {
            out.push_str("# newpar\n");
        }
        let parts = source.parts(&sentence.tokens);
        for (part, words) in parts.iter().enumerate() {
            let part = if parts.len() > 1 { format!(".{}", part + 1) } else { String::new() };
            let _ = writeln!(out, "# sent_id = {}-{}{part}", report.id, number + 1);
            let _ = writeln!(out, "# text = {}", source.text(words));
            for word in words.clone() {
                out.push_str(&source.row(word, words));
            }
            out.push('\n');
        }
    }
    out
}

/// On one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// For each word the name that it belongs to.
fn names(words: usize, parse: Option<&Parse>) -> Vec<Option<String>> {
    let mut names = vec![None; words];
    for name in parse.iter().flat_map(|parse| &parse.names) {
        let kind = name.kind.name();
        for (at, slot) in names.iter_mut().enumerate().take(name.words.end).skip(name.words.start) {
            *slot = Some(format!("{}-{kind}", if at == name.words.start { 'B' } else { 'I' }));
        }
    }
    names
}

impl Source<'_> {
    /// The parts in which the words of a sentence were read: itself, if it was not cut.
    fn parts(&self, sentence: &Range<usize>) -> Vec<Range<usize>> {
        let cuts = self.parse.iter().flat_map(|parse| &parse.cuts).copied();
        let cuts = cuts.filter(|cut| sentence.contains(cut) && *cut > sentence.start);
        let mut bounds: Vec<usize> = [sentence.start].into_iter().chain(cuts).collect();
        bounds.push(sentence.end);
        bounds.windows(2).map(|bounds| bounds[0]..bounds[1]).collect()
    }

    /// The words, with one space where there is white space between them.
    fn text(&self, words: &Range<usize>) -> String {
        let mut text = String::new();
        for word in words.clone() {
            text.push_str(self.analysis.tokens[word].span.of(&self.report.text));
            if word + 1 < words.end && self.space_after(word) {
                text.push(' ');
            }
        }
        text
    }

    /// Whether the next word does not touch this one.
    fn space_after(&self, word: usize) -> bool {
        let end = self.analysis.tokens[word].span.end;
        self.analysis.tokens.get(word + 1).is_none_or(|next| next.span.start > end)
    }

    /// The ten columns of a word.
    fn row(&self, word: usize, words: &Range<usize>) -> String {
        let form = self.analysis.tokens[word].span.of(&self.report.text);
        let number = |at: usize| at + 1 - words.start;
        let grammar = self.parse.and_then(|parse| parse.grammar.get(word));
        let known = |value: &str| if value.is_empty() { "_".to_owned() } else { value.to_owned() };
        let [lemma, upos, features, head, relation] = match grammar {
            None => ["_"; 5].map(str::to_owned),
            Some(grammar) => {
                let head = grammar.head.map_or(0, number).to_string();
                let [lemma, features, relation] =
                    [&grammar.lemma, &*grammar.features, &*grammar.relation].map(known);
                [lemma, grammar.upos.name().to_owned(), features, head, relation]
            }
        };
        let (number, misc) = (number(word), self.misc(word));
        format!("{number}\t{form}\t{lemma}\t{upos}\t_\t{features}\t{head}\t{relation}\t_\t{misc}\n")
    }

    /// Where a word stands, its name, and whether white space follows.
    fn misc(&self, word: usize) -> String {
        let Extent { start, end } = self.points.extent(self.analysis.tokens[word].span);
        let mut misc = format!("StartChar={start}|EndChar={end}");
        if let Some(name) = &self.names[word] {
            let _ = write!(misc, "|Name={name}");
        }
        if !self.space_after(word) {
            misc.push_str("|SpaceAfter=No");
        }
        misc
    }
}

#[cfg(test)]
mod tests {
    use lagebild_language::{Grammar, Name, NameKind, Upos, analyse};
    use lagebild_schema::Span;

    use super::*;
    use crate::eval::conllu;

    fn report() -> Report {
        Report {
            id: "ab12".to_owned(),
            ..Report::of_text("de", "Fähre sank\nAda Muster  schwieg. Wer „trauert“?")
        }
    }

    /// Of the second sentence: "Ada Muster schwieg."
    fn parse() -> Parse {
        let grammar = |upos, features: &str, lemma: &str, head, relation: &str| Grammar {
            upos,
            features: features.into(),
            lemma: lemma.to_owned(),
            head,
            relation: relation.into(),
        };
        let grammar = vec![
            grammar(Upos::Noun, "", "Fähre", Some(1), "nsubj"),
            grammar(Upos::Verb, "", "sinken", None, "root"),
            grammar(Upos::Propn, "Case=Nom|Number=Sing", "Ada", Some(4), "nsubj"),
            grammar(Upos::Propn, "", "Muster", Some(2), "flat:name"),
            grammar(Upos::Verb, "VerbForm=Fin", "schweigen", None, "root"),
            grammar(Upos::Punct, "", ".", Some(4), "punct"),
        ];
        let names = vec![Name { words: 2..4, kind: NameKind::Person, confidence: 0.9 }];
        Parse { grammar, names, ..Parse::default() }
    }

    fn table(parse: Option<&Parse>) -> String {
        let report = report();
        conllu(&report, &[], &Analysis { parse: parse.cloned(), ..analyse(&report) })
    }

    #[test]
    fn a_sentence_is_a_table_of_its_words() {
        let table = table(Some(&parse()));
        let expected = "\
# newpar
# sent_id = ab12-2
# text = Ada Muster schwieg.
1\tAda\tAda\tPROPN\t_\tCase=Nom|Number=Sing\t3\tnsubj\t_\tStartChar=11|EndChar=14|Name=B-person
2\tMuster\tMuster\tPROPN\t_\t_\t1\tflat:name\t_\tStartChar=15|EndChar=21|Name=I-person
3\tschwieg\tschweigen\tVERB\t_\tVerbForm=Fin\t0\troot\t_\tStartChar=23|EndChar=30|SpaceAfter=No
4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\tStartChar=30|EndChar=31

";
        assert!(table.starts_with("# newdoc id = ab12\n# newpar\n# sent_id = ab12-1\n# text = Fähre sank\n"));
        assert!(table.contains(expected), "{table}");
    }

    #[test]
    fn what_is_not_known_is_an_underscore() {
        let table = table(None);
        assert!(table.contains("1\tFähre\t_\t_\t_\t_\t_\t_\t_\tStartChar=0|EndChar=5\n"), "{table}");
        assert!(!table.contains("Name="));
    }

    #[test]
    fn what_the_reader_reads_is_what_was_written() {
        let report = report();
        let parse = parse();
        let analysis = Analysis { parse: Some(parse.clone()), ..analyse(&report) };
        let sentences = conllu::read(&conllu(&report, &[], &analysis)).unwrap();
        assert_eq!(sentences.len(), analysis.sentences.len());
        assert!(sentences[0].begins("doc") && sentences[1].begins("par") && !sentences[2].begins("par"));
        let text: Vec<char> = report.text.chars().collect();
        for (sentence, ours) in sentences.iter().zip(&analysis.sentences) {
            assert_eq!(sentence.tokens.len(), ours.tokens.len());
            for (token, at) in sentence.tokens.iter().zip(ours.tokens.clone()) {
                let offset =
                    |key: &str| token.misc(key).and_then(|offset| offset.parse::<usize>().ok()).unwrap();
                let exact: String = text[offset("StartChar")..offset("EndChar")].iter().collect();
                assert_eq!(exact, token.form);
                assert_eq!(exact, analysis.tokens[at].span.of(&report.text));
            }
        }
        for (word, grammar) in
            sentences.iter().take(2).flat_map(|sentence| &sentence.words).zip(&parse.grammar)
        {
            assert_eq!(
                (word.lemma.as_str(), word.upos.as_str()),
                (grammar.lemma.as_str(), grammar.upos.name())
            );
            assert_eq!(word.relation, *grammar.relation);
        }
        let heads: Vec<Option<usize>> = sentences[1].words.iter().map(|word| word.head).collect();
        assert_eq!(heads, [Some(3), Some(1), Some(0), Some(3)]);
    }

    #[test]
    fn what_was_left_out_is_said() {
        let report = report();
        let unread = Unread { span: Span::new(0, 6), reason: "a\ntest".to_owned() };
        let cut = Parse { cuts: vec![3], ..Parse::default() };
        let table = conllu(&report, &[unread], &Analysis { parse: Some(cut), ..analyse(&report) });
        let said = "# newdoc id = ab12\n# unread = 0-5 a test\n# unread = 15-21 this sentence is too long to be read whole: \
                    it was cut here\n# newpar\n";
        assert!(table.starts_with(said), "{table}");
    }

    #[test]
    fn a_sentence_that_was_cut_stands_in_parts_with_a_tree_each() {
        let mut parse = parse();
        parse.cuts = vec![4];
        parse.grammar[2].head = None;
        let table = table(Some(&parse));
        let parts = table.split("\n\n").skip(1).take(2).collect::<Vec<_>>();
        assert!(parts[0].contains("# sent_id = ab12-2.1\n# text = Ada Muster\n1\tAda"), "{table}");
        assert!(parts[1].contains("# sent_id = ab12-2.2\n# text = schwieg.\n1\tschwieg"), "{table}");
    }
}
