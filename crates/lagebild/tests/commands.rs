//! The real binary, used as people use it.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use snapbox::cmd::{Command as Shell, cargo_bin};
use snapbox::str;

const FERRY: &str =
    "Fähre gekentert\n\nDer Kapitän sei wohlauf, sagte Hafensprecherin Ada Muster am Dienstag.\n";

fn lagebild() -> Shell {
    Shell::new(cargo_bin!("lagebild"))
}

/// The repository's example reports.
fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

fn run(args: &[&str]) -> Output {
    Command::new(cargo_bin!("lagebild")).args(args).output().expect("the binary starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// A folder with a German report, an English one below it, and a picture that is no report.
fn newsroom() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    fs::create_dir(folder.path().join("en")).unwrap();
    fs::write(folder.path().join("a.txt"), FERRY).unwrap();
    fs::write(folder.path().join("b.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    fs::write(folder.path().join("en/c.txt"), "Mayor resigns\n\n\"I am tired,\" said mayor Jo Example.\n")
        .unwrap();
    folder
}

#[test]
fn a_report_on_standard_input_is_read() {
    lagebild()
        .args(["extract", "-"])
        .stdin(FERRY)
        .assert()
        .success()
        .stdout_eq(str![[r"
de

Fähre gekentert

Der Kapitän sei wohlauf, sagte Hafensprecherin Ada Muster am Dienstag.


"]])
        .stderr_eq("");
}

#[test]
fn a_report_is_written_as_a_table_of_its_words() {
    let output = Shell::new(cargo_bin!("lagebild"))
        .args(["read", "--format", "conllu", "-"])
        .stdin("Ada schwieg.")
        .output()
        .unwrap();
    let table = text(&output.stdout);
    assert!(table.starts_with("# newdoc id = "), "{table}");
    assert!(table.contains("\n2\tschwieg\t"), "{table}");
    assert!(table.contains("\t0\troot\t_\tStartChar=4|EndChar=11|SpaceAfter=No\n"), "{table}");
    assert!(table.ends_with("\n\n"), "{table}");
}

#[test]
fn a_bad_file_among_many_is_named_and_the_rest_is_read() {
    let folder = newsroom();
    let output = run(&["read", "--json", folder.path().to_str().unwrap(), "no/such/report.txt"]);
    assert_eq!(output.status.code(), Some(1));
    let titles: Vec<String> = text(&output.stdout)
        .lines()
        .map(|line| {
            let reading: serde_json::Value = serde_json::from_str(line).expect("a line is an object");
            reading["report"]["title"].as_str().expect("it has a title").to_owned()
        })
        .collect();
    assert_eq!(titles, ["Fähre gekentert", "Mayor resigns"]);
    let errors = text(&output.stderr);
    assert!(errors.contains("b.png") && errors.contains("no/such/report.txt"), "{errors}");
    assert!(errors.lines().all(|line| line.starts_with("lagebild: ")), "{errors}");
}

#[test]
fn a_pattern_in_quotes_finds_its_files_in_order() {
    let pattern = examples().join("*/*.txt");
    let output = run(&["extract", "--json", pattern.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout).lines().count(), 6);
}

#[test]
fn a_pattern_that_matches_nothing_says_so() {
    let output = run(&["read", "no-such-*.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("no file matches 'no-such-*.txt'"), "{}", text(&output.stderr));
}

#[test]
fn wrong_usage_is_exit_code_two() {
    for args in [
        &["read"][..],
        &["read", "--lang", "german", "x"],
        &["read", "--published", "soon", "x"],
        &["read", "--json", "--format", "conllu", "x"],
        &["eval", "taste", "."],
    ] {
        assert_eq!(run(args).status.code(), Some(2), "{args:?}");
    }
}

#[test]
fn the_number_of_jobs_changes_no_byte() {
    let examples = examples();
    let examples = examples.to_str().unwrap();
    let [one, eight] = ["1", "8"].map(|jobs| run(&["read", "--json", "--jobs", jobs, examples]));
    assert!(!one.stdout.is_empty());
    assert_eq!(text(&one.stdout), text(&eight.stdout));
    assert_eq!(text(&one.stderr), text(&eight.stderr));
}

#[test]
fn what_the_reader_knows_better_wins_but_the_report_keeps_its_own_date() {
    let options = ["--lang", "de", "--outlet", "Küstenbote", "--published", "2024-06-16"];
    let report = |input: &str| {
        let output = Shell::new(cargo_bin!("lagebild"))
            .args(["read", "--json", "-"])
            .args(options)
            .stdin(input)
            .output()
            .unwrap();
        serde_json::from_slice::<serde_json::Value>(&output.stdout).expect("one object")
    };
    let undated = report(FERRY);
    assert_eq!(undated["report"]["outlet"], "Küstenbote");
    assert_eq!(undated["report"]["published"], "2024-06-16");
    assert_eq!(undated["times"][0]["value"], "2024-06-11");
    let dated = report(r#"{"text": "Das Boot sank am Dienstag.", "published": "2020-01-02"}"#);
    assert_eq!(dated["report"]["published"], "2020-01-02");
}

#[test]
fn somebody_who_has_read_enough_is_no_failure() {
    let mut child = Command::new(cargo_bin!("lagebild"))
        .args(["read", "--json"])
        .args(std::iter::repeat_n(examples(), 20))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 1];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(!text(&output.stderr).contains("ipe"), "{}", text(&output.stderr));
    assert!(output.status.code().is_some_and(|code| code <= 1));
}

#[test]
fn no_colour_reaches_a_pipe() {
    let output = run(&["read", examples().join("de/haushalt.txt").to_str().unwrap()]);
    assert!(!text(&output.stdout).contains('\u{1b}'));
}

#[test]
fn completions_manual_pages_and_credits_are_there() {
    assert!(text(&run(&["completions", "bash"]).stdout).contains("_lagebild"));
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(&["man", folder.path().to_str().unwrap()]).status.code(), Some(0));
    assert!(folder.path().join("lagebild-read.1").exists());
    let credits = text(&run(&["credits"]).stdout);
    assert!(credits.contains("Unicode"));
    assert!(credits.contains("multilingual-e5-small"));
}
