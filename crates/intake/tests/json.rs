//! JSON of crawlers and archives.

use lagebild_intake::{Error, Given, Hint, Intake, Taken};

fn take(json: &str) -> Vec<Result<Taken, Error>> {
    Intake::new(Given::default()).reports(json.as_bytes(), &Hint::default()).collect()
}

/// Checks outlet, date, byline and text of a record.
fn check(json: &str, outlet: &str, published: &str, byline: &[&str], text: &str) {
    let taken = take(json).remove(0).unwrap_or_else(|error| panic!("{error}: {json}"));
    let report = taken.report;
    assert_eq!(report.outlet.as_deref(), Some(outlet), "{json}");
    assert_eq!(report.published.map(|m| m.to_string()).as_deref(), Some(published), "{json}");
    assert_eq!(report.byline, byline, "{json}");
    assert_eq!(report.text, text, "{json}");
}

const TEXT: &str = "Brücke gesperrt\n\nDie Brücke ist zu.";

#[test]
fn the_plain_fields_are_read() {
    check(
        r#"{"text": "Die Brücke ist zu.", "title": "Brücke gesperrt", "url": "https://lauterbote.example/1",
            "published": "2024-06-16T10:15:00+02:00", "outlet": "Lauterbote", "lang": "de", "extra": [[[{}]]]}"#,
        "Lauterbote",
        "2024-06-16T10:15:00+02:00",
        &[],
        TEXT,
    );
}

#[test]
fn the_fields_of_news_please_are_read() {
    check(
        r#"{"authors": ["Anna Beispiel"], "date_download": "2024-06-17 08:00:00", "date_publish": "2024-06-16 10:15:00",
            "description": "Die Brücke ist …", "language": "de", "maintext": "Die Brücke ist zu.",
            "source_domain": "lauterbote.example", "title": "Brücke gesperrt", "title_page": null,
            "url": "https://lauterbote.example/1", "filename": "1.html", "image_url": null}"#,
        "lauterbote.example",
        "2024-06-16T10:15:00",
        &["Anna Beispiel"],
        TEXT,
    );
}

#[test]
fn the_fields_of_fundus_are_read() {
    check(
        r#"{"title": "Brücke gesperrt", "body": {"summary": ["Kessen prüft."], "sections": [
            {"headline": [], "paragraphs": ["Die Brücke ist zu."]},
            {"headline": ["Hintergrund"], "paragraphs": ["Sie ist alt."]}]},
            "authors": ["Anna Beispiel"], "publishing_date": "2024-06-16 10:15:00+02:00", "publisher": "Lauterbote",
            "topics": [], "free_access": true}"#,
        "Lauterbote",
        "2024-06-16T10:15:00+02:00",
        &["Anna Beispiel"],
        "Brücke gesperrt\n\nKessen prüft.\n\nDie Brücke ist zu.\n\nHintergrund\n\nSie ist alt.",
    );
}

#[test]
fn the_fields_of_media_cloud_are_read() {
    let json = r#"{"stories_id": 7, "media_id": 3, "media_name": "Lauterbote", "title": "Brücke gesperrt",
        "url": "https://lauterbote.example/1", "publish_date": "2024-06-16", "language": "de", "ap_syndicated": true,
        "text": "Die Brücke ist zu."}"#;
    check(json, "Lauterbote", "2024-06-16", &[], TEXT);
}

#[test]
fn a_page_of_event_registry_is_all_its_reports() {
    let one = r#"{"uri": "800", "url": "https://lauterbote.example/1", "title": "Brücke gesperrt",
        "body": "Die Brücke ist zu.", "date": "2024-06-16", "time": "08:15:00", "dateTime": "2024-06-16T08:15:00Z",
        "lang": "deu", "source": {"uri": "lauterbote.example", "title": "Lauterbote"},
        "authors": [{"uri": "anna@lauterbote.example", "name": "Anna Beispiel"}], "isDuplicate": false}"#;
    check(one, "Lauterbote", "2024-06-16T08:15:00+00:00", &["Anna Beispiel"], TEXT);
    let page = format!(r#"{{"articles": {{"page": 1, "results": [{one}, {one}]}}}}"#);
    assert_eq!(take(&page).into_iter().flatten().count(), 2);
}

#[test]
fn an_unknown_object_with_a_text_is_a_report() {
    check(
        r#"{"headline": "Brücke gesperrt", "body_text": "Die Brücke ist zu.", "pubDate":
            "Sun, 16 Jun 2024 10:15:00 +0200", "author": {"name": "Anna Beispiel"}, "provider": "NDA"}"#,
        "NDA",
        "2024-06-16T10:15:00+02:00",
        &["Anna Beispiel"],
        TEXT,
    );
    check(
        r#"{"title": "Brücke gesperrt", "content": ["Die Brücke ist zu."], "timestamp": 1718525700, "source": "NDA"}"#,
        "NDA",
        "2024-06-16T08:15:00+00:00",
        &[],
        TEXT,
    );
}

#[test]
fn an_array_and_values_over_many_lines_are_read_one_by_one() {
    for json in [
        r#"[{"text": "Erster Text."}, {"text": "Zweiter Text."}]"#,
        "\u{feff}[{\"text\": \"Erster Text.\"}\n, {\"text\": \"Zweiter Text.\"}]",
        "{\"text\":\n\"Erster Text.\"}\n{\"text\": \"Zweiter Text.\"\n}",
        "{\"text\": \"Erster Text.\"}\n\n{\"text\": \"Zweiter Text.\"}\n",
    ] {
        let texts: Vec<String> = take(json).into_iter().map(|taken| taken.unwrap().report.text).collect();
        assert_eq!(texts, ["Erster Text.", "Zweiter Text."], "{json}");
    }
}

#[test]
fn a_bad_record_is_named_and_the_rest_goes_on() {
    let taken = take(
        "{\"text\": \"Erster.\"}\n{\"text\": oops}\n{\"title\": \"Nur Titel\"}\n{\"text\": \"Letzter.\"}\n",
    );
    let messages: Vec<String> = taken
        .iter()
        .map(|taken| taken.as_ref().map_or_else(ToString::to_string, |t| t.report.text.clone()))
        .collect();
    assert_eq!(
        messages,
        [
            "Erster.",
            "record 2 is no valid JSON at line 2, column 10: expected value",
            "record 3 at line 3 has no text: name it 'text', 'body' or 'html'",
            "Letzter.",
        ]
    );
}

#[test]
fn utf_16_json_is_read() {
    let json = "\u{feff}{\"text\": \"Die Brücke ist zu.\"}\n{\"text\": \"Sie öffnet.\"}";
    let bytes: Vec<u8> = json.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let intake = Intake::new(Given::default());
    let texts: Vec<String> =
        intake.reports(&bytes[..], &Hint::default()).map(|taken| taken.unwrap().report.text).collect();
    assert_eq!(texts, ["Die Brücke ist zu.", "Sie öffnet."]);
}
