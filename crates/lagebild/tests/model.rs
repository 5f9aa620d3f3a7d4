//! The weights in the binary read invented reports as a reader would.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use snapbox::cmd::cargo_bin;

const REPORT: &str = "Werk in Musterhafen schließt\n\n\
    Das Werk werde im März schließen, sagte Ministerin Ada Beispiel am Montag in Hamburg. \
    Der Betriebsrat habe davon nichts gewusst.\n";

fn run(arguments: &[&str]) -> Output {
    Command::new(cargo_bin!("lagebild")).args(arguments).output().expect("the binary starts")
}

fn table(arguments: &[&str]) -> String {
    let output = run(&[&["read", "--format", "conllu", "--quiet"], arguments].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("output is UTF-8")
}

/// The columns of each word of a table, by its form; of equal forms the last.
fn words(table: &str) -> BTreeMap<&str, Vec<&str>> {
    let rows = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    rows.map(|row| row.split('\t').collect::<Vec<_>>()).map(|row| (row[1], row)).collect()
}

fn folder(reports: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (name, report) in reports {
        fs::write(folder.path().join(name), report).unwrap();
    }
    folder
}

#[test]
fn a_german_report_has_moods_names_and_a_tree() {
    let folder = folder(&[("a.txt", REPORT)]);
    let table = table(&[folder.path().to_str().unwrap()]);
    let words = words(&table);
    assert_eq!((words["sagte"][2], words["sagte"][3]), ("sagen", "VERB"), "{table}");
    for subjunctive in ["werde", "habe"] {
        assert!(words[subjunctive][5].contains("Mood=Sub"), "{table}");
    }
    assert!(words["sagte"][5].contains("Mood=Ind"), "{table}");
    assert!(
        words["Ada"][9].contains("Name=B-person") && words["Beispiel"][9].contains("Name=I-person"),
        "{table}"
    );
    assert!(words["Hamburg"][9].contains("Name=B-location"), "{table}");
    assert_eq!(words["Betriebsrat"][7], "nsubj", "{table}");
    assert_eq!(words["davon"][6], words["gewusst"][0], "{table}");
}

#[test]
fn english_contractions_are_opened_and_lemmas_are_words() {
    let folder =
        folder(&[("a.txt", "The mayor didn't resign. She kept the union's promises, slapped with fines.\n")]);
    let table = table(&[folder.path().to_str().unwrap()]);
    let words = words(&table);
    let grammar = |word: &str| (words[word][2].to_owned(), words[word][3].to_owned());
    for (word, lemma, upos) in [
        ("n't", "not", "PART"),
        ("'s", "'s", "PART"),
        ("kept", "keep", "VERB"),
        ("slapped", "slap", "VERB"),
        ("promises", "promise", "NOUN"),
    ] {
        assert_eq!(grammar(word), (lemma.to_owned(), upos.to_owned()), "{table}");
    }
    assert_eq!(words["'s"][6], words["union"][0], "{table}");
}

#[test]
fn a_report_reads_the_same_alone_and_beside_others_by_any_number_of_workers() {
    let alone = folder(&[("a.txt", REPORT)]);
    let many: Vec<String> = (0..6)
        .map(|number| format!("Report {number}\n\nRain is expected in Leeds, officials said.\n"))
        .collect();
    let names: Vec<String> = (0..6).map(|number| format!("b{number}.txt")).collect();
    let mut reports = vec![("a.txt", REPORT)];
    reports.extend(names.iter().zip(&many).map(|(name, text)| (name.as_str(), text.as_str())));
    let beside = folder(&reports);
    let one = table(&["--jobs", "1", beside.path().to_str().unwrap()]);
    assert_eq!(one, table(&["--jobs", "4", beside.path().to_str().unwrap()]));
    assert!(one.starts_with(&table(&[alone.path().to_str().unwrap()])));
}

#[test]
fn the_weights_of_the_repository_can_be_named() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let folder = folder(&[("a.txt", REPORT)]);
    let report = folder.path().to_str().unwrap();
    assert_eq!(table(&["--model", models.to_str().unwrap(), report]), table(&[report]));
}

#[test]
fn weights_that_are_no_weights_are_named_in_one_line() {
    let folder = folder(&[
        ("a.txt", REPORT),
        ("encoder.safetensors.zst", "not packed"),
        ("heads.safetensors", "no weights"),
    ]);
    let place = folder.path().to_str().unwrap();
    let output = run(&["read", "--format", "conllu", "--model", place, &format!("{place}/a.txt")]);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        error.contains("cannot unpack the weights") && error.contains("encoder.safetensors.zst"),
        "{error}"
    );
}
