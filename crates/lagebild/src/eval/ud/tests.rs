use std::fs;
use std::ops::Range;

use lagebild_language::{Parse, Upos, Word as Input};

use super::*;
use crate::eval::parser::testing::nothing;

/// Two sentences of an invented treebank; "im" is opened.
const FERRY: &str = "\
# newdoc id = ferry
1\tSie\tsie\tPRON\t_\tCase=Nom|Number=Sing\t2\tnsubj\t_\t_
2\tsank\tsinken\tVERB\t_\tVerbForm=Fin|Foo=Bar\t0\troot\t_\t_
3-4\tim\t_\t_\t_\t_\t_\t_\t_\t_
3\tin\tin\tADP\t_\t_\t5\tcase\t_\t_
4\tdem\tder\tDET\t_\t_\t5\tdet\t_\t_
5\tHafen\tHafen\tNOUN\t_\t_\t2\tobl:loc\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

1\tAlle\talle\tPRON\t_\t_\t2\tnsubj:pass\t_\t_
2\tgerettet\tretten\tVERB\t_\t_\t0\troot\t_\t_
";

fn documents() -> Vec<Document> {
    gold::documents(conllu::read(FERRY).unwrap())
}

fn grammar(upos: Upos, features: &str, lemma: &str, head: Option<usize>, relation: &str) -> Grammar {
    Grammar { upos, features: features.into(), lemma: lemma.to_owned(), head, relation: relation.into() }
}

/// Knows the ferry's sentences by their words, whether "im" is opened or not.
fn knowing(words: &[Input<'_>], _: &[Range<usize>], _: &str) -> Parse {
    let at = |form: &str| words.iter().position(|word| word.text == form);
    let verb = at("sank");
    let grammar = words.iter().map(|word| match word.text {
        "Sie" => grammar(Upos::Pron, "Number=Sing|Case=Nom", "sie", verb, "nsubj"),
        "sank" => grammar(Upos::Verb, "VerbForm=Fin", "sinken", None, "root"),
        "in" | "im" => grammar(Upos::Adp, "", "in", at("Hafen"), "case"),
        "dem" => grammar(Upos::Det, "", "der", at("Hafen"), "det"),
        "Hafen" => grammar(Upos::Noun, "", "Hafen", verb, "obl"),
        "." => grammar(Upos::Punct, "", ".", verb, "punct"),
        "Alle" => grammar(Upos::Pron, "", "alle", at("gerettet"), "nsubj:pass"),
        _ => grammar(Upos::Verb, "", "retten", None, "root"),
    });
    Parse { grammar: grammar.collect(), ..Parse::default() }
}

#[test]
fn a_document_is_its_words_and_its_raw_text() {
    let documents = documents();
    let [document] = &documents[..] else { panic!("{documents:?}") };
    assert_eq!(document.raw, "Sie sank im Hafen. Alle gerettet ");
    assert_eq!(document.text.show(0..8), "Sie sank in dem Hafen . Alle gerettet");
    let places: Vec<&str> = document.words.iter().map(|word| &document.raw[word.place.clone()]).collect();
    assert_eq!(places, ["Sie", "sank", "im", "im", "Hafen", ".", "Alle", "gerettet"]);
    assert_eq!(document.words[1].features, "VerbForm=Fin");
    assert_eq!(document.words[6].head, Some(7));
}

#[test]
fn gold_scores_everything_and_nothing_scores_nothing() {
    let documents = documents();
    let [scored] = &score_all(&documents, "de", &knowing)[..] else { panic!("one document") };
    let all = Tally { gold: 8, system: 8, words: 8, upos: 8, features: 8, lemma: 8, head: 8, relation: 8 };
    assert_eq!(scored.given, all);
    assert!(scored.errors.is_empty(), "{:?}", scored.errors);
    let [scored] = &score_all(&documents, "de", &nothing)[..] else { panic!("one document") };
    assert_eq!(scored.given, Tally { gold: 8, system: 8, words: 8, ..Tally::default() });
}

#[test]
fn on_raw_text_a_contraction_left_whole_is_missing() {
    let documents = documents();
    let [scored] = &score_all(&documents, "de", &knowing)[..] else { panic!("one document") };
    // Our words are "Sie sank im Hafen . Alle gerettet": all but "im" are words of the gold, and right.
    let right = Tally { gold: 8, system: 7, words: 6, upos: 6, features: 6, lemma: 6, head: 6, relation: 6 };
    assert_eq!(scored.raw, right);
    assert!((right.f(right.relation) - 12.0 / 15.0).abs() < 1e-9);
}

#[test]
fn each_part_of_the_grammar_counts_alone() {
    let documents = documents();
    let mut found = documents[0].text.parse(&knowing, "de").grammar;
    found[0].upos = Upos::Noun;
    found[1].features = "Mood=Ind".into();
    found[4].lemma = "hafen".into();
    found[4].relation = "nmod".into();
    found[5].head = Some(4);
    let same: Vec<(usize, usize)> = (0..8).map(|word| (word, word)).collect();
    let mut errors = Vec::new();
    let tally = compare(&documents[0].words, &found, 8, &same, &mut errors);
    let right = Tally { gold: 8, system: 8, words: 8, upos: 7, features: 7, lemma: 7, head: 7, relation: 6 };
    assert_eq!(tally, right);
    assert_eq!(
        errors,
        [
            "Sie\tPRON nsubj sank\tNOUN nsubj sank",
            "Hafen\tNOUN obl sank\tNOUN nmod sank",
            ".\tPUNCT punct sank\tPUNCT punct Hafen"
        ]
    );
}

#[test]
fn every_dev_and_test_file_below_a_folder_is_a_row() {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("ud/UD_German-Ferry");
    fs::create_dir_all(&home).unwrap();
    fs::write(home.join("de_ferry-ud-dev.conllu"), FERRY).unwrap();
    fs::write(home.join("de_ferry-ud-train.conllu"), FERRY).unwrap();
    let scores = score_folder(folder.path(), 0, &knowing).unwrap();
    let json = scores.to_json("ud");
    assert_eq!(json["rows"][0]["name"], "German Ferry dev");
    assert_eq!(json["rows"][0]["LAS"], 100.0);
    assert_eq!(json["rows"][1]["name"], "German Ferry dev, raw text");
    assert_eq!(json["rows"][1]["LAS"], 80.0);
    assert_eq!(scores.rows.len(), 2);
}
