//! Plain texts, as newsrooms paste them.

use lagebild_intake::{Given, Hint, Intake, Taken};

fn take(text: &str) -> Taken {
    let intake = Intake::new(Given::default());
    let taken = intake.reports(text.as_bytes(), &Hint::named("report.txt")).next();
    taken.expect("a text is one report").expect("the text can be read")
}

/// Checks the blocks of a text, each written as "kind: text".
fn check(text: &str, expected: &[&str]) {
    let report = take(text).report;
    let blocks: Vec<String> = report
        .blocks
        .iter()
        .map(|block| format!("{:?}: {}", block.kind, block.span.of(&report.text)).to_lowercase())
        .collect();
    let expected: Vec<String> = expected.iter().map(|block| block.to_lowercase()).collect();
    assert_eq!(blocks, expected);
}

#[test]
fn the_first_line_is_the_title_if_it_looks_like_one() {
    check(
        "Pegel der Lauter steigt\n\nDer Fluss ist seit Montag gestiegen.",
        &["title: Pegel der Lauter steigt", "paragraph: Der Fluss ist seit Montag gestiegen."],
    );
    check(
        "Wer zahlt für die Brücke?\nDer Rat von Kessen streitet seit Wochen über die Kosten der neuen Brücke.",
        &[
            "title: Wer zahlt für die Brücke?",
            "paragraph: Der Rat von Kessen streitet seit Wochen über die Kosten der neuen Brücke.",
        ],
    );
    check(
        "Der Rat von Kessen tagt.\n\nEr spricht über die Brücke.",
        &["paragraph: Der Rat von Kessen tagt.", "paragraph: Er spricht über die Brücke."],
    );
    check("Pegel der Lauter steigt", &["paragraph: Pegel der Lauter steigt"]);
}

#[test]
fn a_short_sentence_above_a_dateline_is_a_title() {
    check(
        "Bridge of Kessen reopens.\n\nKESSEN (NDA) — The bridge reopened on Monday.",
        &["title: Bridge of Kessen reopens.", "paragraph: KESSEN (NDA) — The bridge reopened on Monday."],
    );
}

#[test]
fn a_paragraph_that_only_repeats_the_title_is_gone() {
    check(
        "Brücke gesperrt\n\nBrücke  gesperrt\n\nDie Brücke ist zu.",
        &["title: Brücke gesperrt", "paragraph: Die Brücke ist zu."],
    );
}

#[test]
fn hard_wrapped_lines_are_one_paragraph() {
    check(
        "Brücke gesperrt\n\nDie alte Brücke über die Lauter bei Kessen ist seit gestern\nfür alle Fahrzeuge \
         gesperrt. Der Rat will erst im nächsten\nMonat über ihre Zukunft entscheiden.\n\nBis dahin fährt eine \
         Fähre.",
        &[
            "title: Brücke gesperrt",
            "paragraph: Die alte Brücke über die Lauter bei Kessen ist seit gestern für alle Fahrzeuge gesperrt. \
             Der Rat will erst im nächsten Monat über ihre Zukunft entscheiden.",
            "paragraph: Bis dahin fährt eine Fähre.",
        ],
    );
}

#[test]
fn a_divided_word_is_put_together_where_the_text_has_it_whole() {
    let text = "Brücke gesperrt\n\nDie Ministerin hat die alte Brücke über die Lauter besucht. Die Minis-\nterin \
                sagte den Leuten aus Kessen am Abend, dass Nord-\nund Südufer bald wieder verbunden seien.";
    let report = take(text).report;
    assert!(report.text.contains("Die Ministerin sagte den Leuten"), "{}", report.text);
    assert!(report.text.contains("Nord- und Südufer"), "{}", report.text);
}

#[test]
fn a_hyphen_that_may_belong_to_the_word_stays() {
    let text = "Bridge closed\n\nThe old bridge over the river was closed on Monday after a well-\nknown engineer \
                had warned the council about its condition.";
    assert!(take(text).report.text.contains("a well-known engineer"));
}

#[test]
fn lists_and_headings_are_told_from_paragraphs() {
    check(
        "Was die Studie sagt\n\nDie Studie nennt drei Gründe:\n\n- hohe Kosten\n- alte Brücken\n• wenig \
         Personal\n\nWie es weitergeht\n\nDer Rat tagt am Freitag und entscheidet dann über den Plan.",
        &[
            "title: Was die Studie sagt",
            "paragraph: Die Studie nennt drei Gründe:",
            "item: hohe Kosten",
            "item: alte Brücken",
            "item: wenig Personal",
            "heading: Wie es weitergeht",
            "paragraph: Der Rat tagt am Freitag und entscheidet dann über den Plan.",
        ],
    );
}

#[test]
fn numbers_make_a_list_only_in_sequence() {
    check(
        "Der Plan\n\nEr hat Punkte.\n\n1. Die Brücke wird geprüft.\n2. Die Brücke wird gebaut.\n\n3. Oktober: \
         Der Rat tagt.\n\n7. Mai: Die Brücke öffnet.",
        &[
            "title: Der Plan",
            "paragraph: Er hat Punkte.",
            "item: Die Brücke wird geprüft.",
            "item: Die Brücke wird gebaut.",
            "item: Oktober: Der Rat tagt.",
            "paragraph: 7. Mai: Die Brücke öffnet.",
        ],
    );
    check(
        "1. FC Kessen gewinnt\n\nDer Verein hat am Samstag gewonnen.",
        &["title: 1. FC Kessen gewinnt", "paragraph: Der Verein hat am Samstag gewonnen."],
    );
}

#[test]
fn date_and_author_are_read_from_the_lines_under_the_title() {
    for (lines, published, byline) in [
        ("Sonntag, 16. Juni 2024", Some("2024-06-16"), &[][..]),
        ("16.06.2024", Some("2024-06-16"), &[]),
        ("Stand: 16.06.2024, 10.15 Uhr", Some("2024-06-16T10:15:00"), &[]),
        ("June 16, 2024", Some("2024-06-16"), &[]),
        ("16 de junio de 2024", Some("2024-06-16"), &[]),
        ("16 июня 2024 г.", Some("2024-06-16"), &[]),
        ("2024-06-16", Some("2024-06-16"), &[]),
        ("Von Anna Beispiel", None, &["Anna Beispiel"]),
        ("By Ann Example and Bo de Sample", None, &["Ann Example", "Bo de Sample"]),
        ("Von Anna Beispiel\n16.06.2024", Some("2024-06-16"), &["Anna Beispiel"]),
        ("By Ann Example | June 16, 2024", Some("2024-06-16"), &["Ann Example"]),
        ("Par Anne Exemple, 16 juin 2024", Some("2024-06-16"), &["Anne Exemple"]),
        ("31.02.2024", None, &[]),
        ("06/07/2024", None, &[]),
    ] {
        let report =
            take(&format!("Brücke gesperrt\n\n{lines}\n\nDie Brücke über die Lauter ist seit gestern zu."))
                .report;
        assert_eq!(report.published.map(|m| m.to_string()).as_deref(), published, "{lines}");
        assert_eq!(report.byline, byline, "{lines}");
        assert_eq!(report.title.as_deref(), Some("Brücke gesperrt"), "{lines}");
    }
}

#[test]
fn a_dateline_gives_the_date_and_stays_in_the_text() {
    let report = take("Brücke gesperrt\n\nKessen, 16. Juni 2024 (NDA) – Die Brücke ist zu.").report;
    assert_eq!(report.published.unwrap().to_string(), "2024-06-16");
    assert!(report.text.ends_with("Kessen, 16. Juni 2024 (NDA) – Die Brücke ist zu."));
}

#[test]
fn what_is_not_seen_is_not_in_the_text() {
    let taken = take(
        "Brü\u{ad}cke\u{200b} ge\u{fb01}lmt\u{feff}\n\nFu\u{308}r\u{a0}10\u{202f}000\u{0} Menschen\tist\u{2003}sie zu.",
    );
    assert_eq!(taken.report.text, "Brücke gefilmt\n\nFür 10 000 Menschen ist sie zu.");
}

#[test]
fn utf_8_that_was_read_as_windows_1252_is_repaired_if_all_of_it_was() {
    let mangled = "BrÃ¼cke gesperrt\n\nDie BÃ¼rgermeisterin sagte â€žneinâ€œ.";
    assert_eq!(take(mangled).report.text, "Brücke gesperrt\n\nDie Bürgermeisterin sagte „nein“.");
    let mixed = "Brücke gesperrt\n\nDas Zeichen Ã¼ steht für ü.";
    assert_eq!(take(mixed).report.text, mixed);
}

#[test]
fn what_is_given_wins_but_for_the_date() {
    let given = Given {
        lang: Some("en-GB".into()),
        published: Some("2020-01-01".parse().unwrap()),
        outlet: Some("Lauterbote".into()),
        url: Some("https://lauterbote.example/1".into()),
    };
    let intake = Intake::new(given);
    let take = |text: &str| intake.reports(text.as_bytes(), &Hint::default()).next().unwrap().unwrap().report;
    let dated = take("Brücke gesperrt\n16.06.2024\n\nDie Brücke ist zu.");
    assert_eq!(dated.published.unwrap().to_string(), "2024-06-16");
    assert_eq!((dated.lang.as_str(), dated.outlet.as_deref()), ("en", Some("Lauterbote")));
    let undated = take("Brücke gesperrt\n\nDie Brücke ist wieder zu.");
    assert_eq!(undated.published.unwrap().to_string(), "2020-01-01");
    assert_eq!(dated.address, undated.address);
    assert_ne!(dated.id, undated.id);
    assert_eq!(dated.id.len(), 32);
}
