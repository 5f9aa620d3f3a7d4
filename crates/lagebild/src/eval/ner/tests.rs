use std::fs;

use lagebild_language::{Name, Parse, Word};

use super::*;
use crate::eval::parser::testing::nothing;

fn name(place: Range<usize>, kind: NameKind) -> GoldName {
    GoldName { place, kind: Some(kind) }
}

/// "Ada Muster" and "Oslo" wherever they stand.
fn knowing(words: &[Word<'_>], _: &[Range<usize>], _: &str) -> Parse {
    let name = |words: Range<usize>, kind| Name { words, kind, confidence: 1.0 };
    let names = words.iter().enumerate().filter_map(|(at, word)| match word.text {
        "Ada" => Some(name(at..at + 2, NameKind::Person)),
        "Oslo" => Some(name(at..at + 1, NameKind::Location)),
        _ => None,
    });
    Parse { names: names.collect(), ..Parse::default() }
}

fn raw() -> Document {
    let text = "Für Ada Muster war Oslo schön.".to_owned();
    let names = vec![name(5..15, NameKind::Person), name(20..24, NameKind::Location)];
    Document { source: Source::Raw(text), names }
}

fn words() -> Document {
    let mut text = Text::default();
    text.push_words("Ada Muster lebt in Oslo .".split(' ').map(str::to_owned).collect());
    let names = vec![name(0..2, NameKind::Person), name(4..5, NameKind::Location)];
    Document { source: Source::Words(text), names }
}

#[test]
fn gold_scores_everything_and_nothing_scores_nothing() {
    for document in [raw(), words()] {
        let (tally, errors) = score(&document, "de", &knowing);
        assert_eq!(tally, Tally { gold: [1, 0, 1], system: [1, 0, 1], hits: [1, 0, 1] });
        assert!(errors.is_empty());
        let (tally, errors) = score(&document, "de", &nothing);
        assert_eq!(tally, Tally { gold: [1, 0, 1], ..Tally::default() });
        assert_eq!(errors, ["missing\tPerson\tAda Muster", "missing\tLocation\tOslo"]);
    }
}

#[test]
fn a_name_is_right_only_with_exact_span_and_label() {
    let gold = [
        name(0..2, NameKind::Person),
        name(3..4, NameKind::Location),
        name(5..6, NameKind::Organization),
        name(9..10, NameKind::Other),
    ];
    let found = [
        (0..1, NameKind::Person),
        (3..4, NameKind::Organization),
        (5..6, NameKind::Organization),
        (7..8, NameKind::Other),
        (9..10, NameKind::Person),
    ];
    let mut errors = Vec::new();
    let tally =
        compare(&gold, &found, &mut |sort, place, kind| errors.push((sort.to_owned(), place.start, kind)));
    // Of person, organisation, location: names of other labels are neither wanted nor asked for.
    assert_eq!(tally, Tally { gold: [1, 1, 1], system: [2, 2, 0], hits: [0, 1, 0] });
    let json = Scores { rows: vec![tally.row("Ferry")], errors: Vec::new() }.to_json("ner");
    let row = &json["rows"][0];
    assert_eq!((&row["precision"], &row["recall"], &row["F1"]), (&25.0.into(), &33.3.into(), &28.6.into()));
    assert_eq!(
        (&row["person"], &row["organization"], &row["location"]),
        (&0.0.into(), &66.7.into(), &0.0.into())
    );
    assert_eq!(errors.len(), 5, "{errors:?}");
}

#[test]
fn unsure_names_count_for_nothing() {
    let gold = [GoldName { place: 0..3, kind: None }];
    let found = [(1..2, NameKind::Person), (3..4, NameKind::Person)];
    let tally = compare(&gold, &found, &mut |_, _, _| {});
    assert_eq!(tally, Tally { gold: [0; 3], system: [1, 0, 0], hits: [0; 3] });
}

#[test]
fn the_outermost_name_counts() {
    let names = vec![
        name(3..4, NameKind::Location),
        name(0..4, NameKind::Organization),
        name(6..7, NameKind::Person),
    ];
    let kept = outermost(names);
    assert_eq!(kept, [name(0..4, NameKind::Organization), name(6..7, NameKind::Person)]);
}

#[test]
fn every_corpus_that_is_there_is_a_row() {
    let corpora = tempfile::tempdir().unwrap();
    assert!(score_folder(corpora.path(), 0, &knowing).is_err());
    let home = corpora.path().join("train/ner/germeval2014-de");
    fs::create_dir_all(&home).unwrap();
    fs::write(
        home.join("NER-de-dev.tsv"),
        "#\tinvented\n1\tAda\tB-PER\tO\n2\tMuster\tI-PER\tO\n3\tin\tO\tO\n",
    )
    .unwrap();
    let scores = score_folder(corpora.path(), 0, &knowing).unwrap();
    assert_eq!(scores.to_json("ner")["rows"][0]["F1"], 100.0);
    assert_eq!(scores.rows.len(), 1);
}
