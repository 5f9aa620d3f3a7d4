//! Input that was made to kill or hang a reader. The real binary must come back, within bounds, and say something.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use snapbox::cmd::cargo_bin;
use wait4::Wait4 as _;

/// The most that any input may take, in bytes.
const MEMORY: u64 = 500 << 20;
/// Far beyond the five seconds of a release build: a test must not fail because a machine is busy, only on a hang.
const PATIENCE: Duration = Duration::from_mins(2);

struct Outcome {
    code: Option<i32>,
    stdout: Vec<u8>,
    stderr: String,
}

/// Runs the binary on a file and checks time and memory.
fn run(command: &str, path: &Path) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let [out, err] = ["out", "err"].map(|name| folder.path().join(name));
    let started = Instant::now();
    let child = Command::new(cargo_bin!("lagebild"))
        .args([command, "--json"])
        .arg(path)
        .stdin(Stdio::null())
        .stdout(fs::File::create(&out).unwrap())
        .stderr(fs::File::create(&err).unwrap())
        .spawn()
        .unwrap();
    let used = child.wait4().unwrap();
    assert!(started.elapsed() < PATIENCE, "{} took {:?}", path.display(), started.elapsed());
    assert!(used.rusage.maxrss < MEMORY, "{} took {} MB", path.display(), used.rusage.maxrss >> 20);
    let outcome = Outcome {
        code: used.status.code(),
        stdout: fs::read(out).unwrap(),
        stderr: fs::read_to_string(err).unwrap(),
    };
    assert!(
        matches!(outcome.code, Some(0 | 1)),
        "{} ended with {:?}: {}",
        path.display(),
        used.status,
        outcome.stderr
    );
    assert!(!outcome.stderr.contains("panicked"), "{}: {}", path.display(), outcome.stderr);
    outcome
}

/// A reading, or a message: never nothing.
fn check(name: &str, bytes: impl AsRef<[u8]>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    for command in ["extract", "read"] {
        let outcome = run(command, &path);
        let answered = match outcome.code {
            Some(0) => !outcome.stdout.is_empty(),
            _ => outcome.stderr.contains(name),
        };
        assert!(answered, "{command} {name}: {}", outcome.stderr);
    }
}

#[test]
fn twenty_thousand_nested_elements() {
    check(
        "nested.html",
        format!("<html><body>{}<p>Die Fähre sank.{}", "<div>".repeat(20_000), "</div>".repeat(20_000)),
    );
    check("lists.html", format!("<html><body>{}<p>Die Fähre sank.", "<ul><li>".repeat(20_000)));
    check("tables.html", format!("<html><body>{}<p>Die Fähre sank.", "<table><tr><td>".repeat(20_000)));
}

#[test]
fn unclosed_inline_tags() {
    check("inline.html", format!("<html><body><p>{}", "<b><i>Boot ".repeat(432_000 / 11)));
    check("links.html", format!("<html><body>{}", "<p><a href=x><font>Boot ".repeat(20_000)));
}

#[test]
fn fifty_thousand_attributes() {
    let attributes: String = (0..50_000).fold(String::new(), |all, n| all + " a" + &n.to_string() + "=1");
    check(
        "attributes.html",
        format!("<html><body><p{attributes}>Die Fähre sank am Dienstag.</p></body></html>"),
    );
}

#[test]
fn a_hundred_megabytes_of_one_line() {
    check("line.txt", "Die Fähre sank am Dienstag vor Sandholm. ".repeat(2_500_000));
    check("letters.txt", "a".repeat(100 << 20));
    check("line.html", format!("<html><body><p>{}", "Die Fähre sank. ".repeat(6_500_000)));
    check("line.jsonl", format!("{{\"text\": \"{}\"}}", "Die Fähre sank. ".repeat(6_500_000)));
}

#[test]
fn bytes_that_are_no_text() {
    check("utf8.txt", [b"Die F\xe4hre \xff\xfe\xc3( sank. ".as_slice(); 200].concat());
    check("utf16.txt", [b"\xff\xfeD\0i\0e\0 \0\0\xd8 \0\0\xdcF\0".as_slice(), &[0x41; 999]].concat());
    check("nul.txt", b"Die Fae\0hre sank.\0 ".repeat(5_000));
    check("nothing-but-nul.txt", vec![0; 1 << 20]);
    check(
        "noise.bin",
        (0..1_u32 << 20).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect::<Vec<_>>(),
    );
}

#[test]
fn an_empty_file_says_that_it_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.txt");
    fs::write(&path, "").unwrap();
    let outcome = run("read", &path);
    assert_eq!(outcome.code, Some(1));
    assert!(outcome.stderr.contains("empty.txt") && outcome.stderr.contains("empty"), "{}", outcome.stderr);
}

#[test]
fn a_folder_that_cannot_be_read_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let closed = folder.path().join("closed");
    fs::create_dir(&closed).unwrap();
    fs::write(folder.path().join("open.txt"), "Die Fähre sank am Dienstag vor Sandholm.").unwrap();
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).unwrap();
    let superuser = fs::read_dir(&closed).is_ok();
    let outcome = run("read", folder.path());
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    assert!(!outcome.stdout.is_empty(), "the open report is read");
    if !superuser {
        assert_eq!(outcome.code, Some(1));
        assert!(outcome.stderr.contains("closed"), "{}", outcome.stderr);
    }
}

#[test]
fn grammar_is_not_worn_out() {
    check("quotes.txt", "„".repeat(100_000));
    check("quotes-en.txt", "\"He said \" ".repeat(50_000));
    check("numbers.txt", "zwei und ".repeat(100_000));
    check("digits.txt", "9".repeat(1 << 20));
    check("stops.txt", ". ".repeat(500_000));
    check("dates.txt", "am 3. Mai 2024 bis zum ".repeat(50_000));
    check("sums.txt", "insgesamt neun: fünf, drei, zwei; ".repeat(30_000));
    check("subjunctive.txt", "er sagte, dass sie sei, habe ".repeat(50_000));
}
