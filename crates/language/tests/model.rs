//! What holds of every parse, whatever the weights have learned.

#[expect(dead_code, reason = "the encoder's own tests need more of it")]
mod synthetic;
mod synthetic_model;

use std::sync::LazyLock;

use lagebild_language::{Error, Model, Parse, Scratch, Word, WordRange};
use proptest::prelude::*;
use synthetic_model::{Files, LONGEST, files};

static MODEL: LazyLock<Model> = LazyLock::new(|| {
    let Files { encoder, heads } = files();
    Model::from_bytes(&encoder, &heads).expect("the files are whole")
});

/// Sentences as words, with white space before each word but marks.
fn words<'t>(sentences: &[Vec<&'t str>]) -> (Vec<Word<'t>>, Vec<WordRange>) {
    let mut words = Vec::new();
    let mut ranges = Vec::new();
    for sentence in sentences {
        let start = words.len();
        words.extend(
            sentence.iter().map(|text| Word { text, space_before: text.chars().all(char::is_alphanumeric) }),
        );
        ranges.push(start..words.len());
    }
    (words, ranges)
}

fn parse(sentences: &[Vec<&str>]) -> Parse {
    let (words, ranges) = words(sentences);
    MODEL.parse(&words, &ranges, &mut Scratch::new())
}

/// The sentences as a tree reads them: cut where they were too long.
fn read_sentences(ranges: &[WordRange], cuts: &[usize]) -> Vec<WordRange> {
    let mut read = Vec::new();
    for range in ranges {
        let mut start = range.start;
        for cut in cuts.iter().copied().filter(|cut| range.contains(cut)) {
            read.push(start..cut);
            start = cut;
        }
        read.push(start..range.end);
    }
    read
}

fn all_ranges(parse: &Parse) -> Vec<WordRange> {
    let mut ranges: Vec<WordRange> = parse.names.iter().map(|name| name.words.clone()).collect();
    ranges.extend(parse.triggers.iter().map(|trigger| trigger.words.clone()));
    for attribution in &parse.attributions {
        ranges.extend(attribution.content.iter().chain(&attribution.cue).cloned());
        ranges.extend(
            [&attribution.source, &attribution.citing, &attribution.addressee].into_iter().flatten().cloned(),
        );
    }
    ranges
}

fn sentence() -> impl Strategy<Value = Vec<&'static str>> {
    let word = prop::sample::select(vec![
        "Die",
        "Ministerin",
        "sagte",
        ",",
        "„",
        "nein",
        "“",
        ".",
        "Überfall",
        "日本",
        "1998",
        "",
    ]);
    prop::collection::vec(word, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn every_word_has_its_place_in_a_tree_of_its_sentence(sentences in prop::collection::vec(sentence(), 0..6)) {
        let (_, ranges) = words(&sentences);
        let parse = parse(&sentences);
        prop_assert_eq!(parse.grammar.len(), ranges.last().map_or(0, |range| range.end));
        for range in read_sentences(&ranges, &parse.cuts) {
            let roots = range.clone().filter(|word| parse.grammar[*word].head.is_none()).count();
            prop_assert_eq!(roots, 1);
            for word in range.clone() {
                let mut at = word;
                for _ in range.clone() {
                    at = parse.grammar[at].head.unwrap_or(at);
                    prop_assert!(range.contains(&at));
                }
                prop_assert!(parse.grammar[at].head.is_none(), "a word hangs on itself");
            }
        }
    }

    #[test]
    fn what_is_found_lies_in_the_text(sentences in prop::collection::vec(sentence(), 0..6)) {
        let parse = parse(&sentences);
        let count = parse.grammar.len();
        prop_assert!(all_ranges(&parse).iter().all(|range| range.start < range.end && range.end <= count));
        prop_assert!(parse.names.windows(2).all(|pair| pair[0].words.end <= pair[1].words.start));
        for attribution in &parse.attributions {
            prop_assert!(!attribution.content.is_empty());
            prop_assert!(attribution.within.is_none_or(|within| within < parse.attributions.len()));
            prop_assert!((0.0..=1.0).contains(&attribution.confidence));
        }
    }

    #[test]
    fn a_text_reads_the_same_after_any_other(one in prop::collection::vec(sentence(), 1..4), other in prop::collection::vec(sentence(), 1..4)) {
        let mut scratch = Scratch::new();
        let (words_of_other, ranges_of_other) = words(&other);
        let _ = MODEL.parse(&words_of_other, &ranges_of_other, &mut scratch);
        let (words_of_one, ranges_of_one) = words(&one);
        let after = MODEL.parse(&words_of_one, &ranges_of_one, &mut scratch);
        prop_assert_eq!(after, parse(&one));
    }
}

#[test]
fn a_sentence_that_is_too_long_is_cut_after_a_comma_and_that_is_said() {
    let mut sentence = vec!["aaaa"; 7];
    sentence.push(",");
    sentence.extend(vec!["bbbb"; 5]);
    let parse = parse(&[sentence]);
    assert_eq!(
        parse.cuts,
        [8],
        "seven words of five pieces and the comma are {} pieces of {LONGEST}",
        7 * 5 + 1
    );
}

#[test]
fn an_endless_word_is_read_as_one_word() {
    let endless = "x".repeat(100_000);
    let parse = parse(&[vec!["Der", &endless, "."]]);
    assert_eq!(parse.grammar.len(), 3);
}

#[test]
fn an_empty_text_gives_an_empty_parse() {
    assert_eq!(parse(&[]), Parse::default());
}

#[test]
fn heads_of_another_encoder_are_refused() {
    let Files { mut encoder, heads } = files();
    let last = encoder.len() - 1;
    encoder[last] ^= 1;
    assert_eq!(Model::from_bytes(&encoder, &heads).unwrap_err(), Error::Mismatch);
}

#[test]
fn heads_that_are_cut_anywhere_are_an_error() {
    let Files { encoder, heads } = files();
    for length in (0..heads.len()).step_by(997) {
        assert!(Model::from_bytes(&encoder, &heads[..length]).is_err());
    }
}
