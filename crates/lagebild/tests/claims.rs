//! Who says what in invented reports, as the binary with its weights reads it.
//!
//! A claim is written `who ← whom they cite (about): act: content`; who by the name of the entity.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;
use snapbox::cmd::cargo_bin;

fn run(report: &str, options: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.txt");
    fs::write(&path, report).unwrap();
    Command::new(cargo_bin!("lagebild"))
        .args(["read", "--json", "--quiet"])
        .args(options)
        .arg(&path)
        .output()
        .unwrap()
}

fn reading(report: &str, options: &[&str]) -> Value {
    let output = run(report, options);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn name(reading: &Value, source: &Value) -> String {
    let entities = reading["entities"].as_array().unwrap();
    let entity = entities.iter().find(|entity| entity["id"] == source["entity"]);
    let own = entity.map_or("?", |entity| entity["name"].as_str().unwrap());
    let cited: Vec<String> =
        source["citing"].as_array().unwrap().iter().map(|cited| name(reading, cited)).collect();
    if cited.is_empty() { own.to_owned() } else { format!("{own} ← {}", cited.join(", ")) }
}

fn written(reading: &Value) -> Vec<String> {
    let claims = reading["claims"].as_array().unwrap();
    let write = |claim: &Value| {
        let who: Vec<String> =
            claim["sources"].as_array().unwrap().iter().map(|source| name(reading, source)).collect();
        let about = claim["about"].as_str().map(|about| format!(" ({about})")).unwrap_or_default();
        let content: Vec<&str> = claim["content"]
            .as_array()
            .unwrap()
            .iter()
            .map(|piece| piece["exact"].as_str().unwrap())
            .collect();
        format!("{}{about}: {}: {}", who.join(" + "), claim["act"].as_str().unwrap(), content.join(" / "))
    };
    claims.iter().map(write).collect()
}

#[track_caller]
fn check(report: &str, expected: &[&str]) {
    assert_eq!(written(&reading(report, &[])), expected, "in: {report}");
}

#[test]
fn two_newspapers_cite_one_anonymous_origin() {
    check(
        "Die Abendpost und das Fjordblatt melden unter Berufung auf Sicherheitskreise, dass eine Blockade vorbereitet \
         werde. Wie die Agentur Nordnews unter Berufung auf Polizeikreise meldete, wurde der Hafen geräumt.\n",
        &[
            "Abendpost ← Sicherheitskreise + Fjordblatt ← Sicherheitskreise: state: dass eine Blockade vorbereitet werde",
            "Agentur Nordnews ← Polizeikreise: state: wurde der Hafen geräumt",
        ],
    );
    check(
        "The Evening Post, citing people familiar with the matter, reported that a blockade was being prepared.\n",
        &["Evening Post ← people familiar with the matter: state: that a blockade was being prepared"],
    );
}

#[test]
fn a_denial_is_about_what_was_said_before() {
    check(
        "Die Abendpost berichtet, dass die Werft schließen soll. Ministerpräsident Jon Aalberg wies diese Darstellung \
         zurück. Die Polizei bestätigte die Berichte.\n",
        &[
            "Abendpost: state: dass die Werft schließen soll",
            "Jon Aalberg (c1): deny: diese Darstellung",
            "Polizei (c1): confirm: die Berichte",
        ],
    );
}

#[test]
fn a_pronoun_a_surname_and_an_age_are_the_person() {
    check(
        "Hafensprecherin Ada Muster sagte, die Fähre sei sicher. Sie forderte strengere Kontrollen. Muster kritisierte \
         den Betreiber.\n",
        &[
            "Ada Muster: state: die Fähre sei sicher",
            "Ada Muster: demand: strengere Kontrollen",
            "Ada Muster: accuse: den Betreiber",
        ],
    );
    check(
        "Prime Minister Jon Aalberg said the harbour would stay open. The 62-year-old warned that winter was near.\n",
        &["Jon Aalberg: state: the harbour would stay open", "Jon Aalberg: warn: that winter was near"],
    );
}

#[test]
fn a_newspaper_spoken_to_is_no_source() {
    let reading =
        reading("Der Kapitän Pekka Salo sagte der Zeitung Fjordblatt, das Schiff sei sicher.\n", &[]);
    assert_eq!(written(&reading), ["Pekka Salo: state: das Schiff sei sicher"]);
    assert_eq!(reading["claims"][0]["addressee"][0]["spans"][0]["exact"], "der Zeitung Fjordblatt");
}

#[test]
fn claims_that_are_not_sure_enough_are_counted() {
    let report = "Laut der Polizei ist der Hafen frei. Die Reederei will die Fähre ersetzen. Es sei ein Unfall gewesen.\n";
    let all = reading(report, &["--min-confidence", "0"]);
    let none = reading(report, &["--min-confidence", "1"]);
    assert_eq!(all["withheld"], 0);
    assert!(none["claims"].as_array().unwrap().is_empty());
    assert_eq!(none["withheld"].as_u64().unwrap() as usize, all["claims"].as_array().unwrap().len());
}

#[test]
fn a_confidence_beyond_one_is_refused() {
    let output = run("Der Hafen ist frei.\n", &["--min-confidence", "2"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("from 0 to 1"));
}

#[test]
fn other_languages_are_read_by_the_model_and_say_so() {
    let reading =
        reading("La ministre Ada Exemple a déclaré que le port resterait ouvert.\n", &["--lang", "fr"]);
    let [claim] = &written(&reading)[..] else { panic!("there is one claim: {reading}") };
    assert!(
        claim.starts_with("Ada Exemple: ") && claim.ends_with(": que le port resterait ouvert"),
        "{claim}"
    );
    assert!(reading["unread"].to_string().contains("by the model alone"));
}
