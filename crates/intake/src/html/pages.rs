//! Whole pages of invented outlets, and what is read from them.

use lagebild_schema::BlockKind::{self, Heading, Item, Lead, Paragraph, Quote, Title};

use super::read;
use crate::Draft;

const GERMAN: &str = r#"<!DOCTYPE html>
<html lang="de-DE"><head><title>Pegel der Lauter steigt auf Rekordstand | Lauterbote</title>
<meta property="og:site_name" content="Lauterbote">
<meta name="description" content="Nach drei Tagen Regen warnt das Amt für Wasserbau die Anwohner.">
<link rel="canonical" href="/region/pegel-der-lauter-101.html">
<script type="application/ld+json">{"@graph": [
  {"@type": "BreadcrumbList", "name": "Region"},
  {"@type": "NewsArticle", "headline": "Pegel der Lauter steigt auf Rekordstand",
   "datePublished": "2031-05-04T10:15:00+02:00", "dateModified": "2031-05-04T12:30:00+02:00",
   "author": [{"@type": "Person", "name": "Von Ada Quast und Ole Röhr"}, {"@type": "Organization", "name": "dpa"}],
   "publisher": {"@type": "Organization", "name": "Lauterbote GmbH"}}]}</script>
<style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Start</a></li><li><a href="/region">Region</a></li></ul></nav>
<main><article><h1><span>Hochwasser:</span> Pegel der Lauter steigt auf Rekordstand</h1>
<p class="lead">Nach drei Tagen Regen warnt das Amt für Wasserbau die Anwohner.</p>
<p>Der Pegel der Lauter ist am Sonntag auf 7,40 Meter gestiegen. Das teilte das Amt für Wasserbau in Lauterbach am
Vormittag mit. Der bisherige Höchststand lag bei 7,10 Metern und stammt aus dem Jahr 1997.</p>
<h2>Drei Orte ohne Strom</h2>
<p>In drei Orten am Unterlauf fiel nach Angaben der Stadtwerke der Strom aus. Betroffen sind rund 1200 Haushalte,
sagte eine Sprecherin. Am Abend sollen die meisten wieder versorgt sein.</p>
<ul><li>In Niederlauter sind 700 Haushalte ohne Strom.</li><li>In Auenheim sind 300 Haushalte ohne Strom.</li></ul>
<blockquote><p>„So hoch stand das Wasser noch nie“, sagte Bürgermeisterin Mia Zorn am Sonntag vor Journalisten.</p></blockquote>
<p>Für Montag sagt der Wetterdienst weitere Regenfälle voraus. Das Amt rechnet damit, dass der Pegel erst am Dienstag
wieder sinkt, und bittet die Anwohner, ihre Keller zu räumen.</p></article></main>
<footer><p>© Lauterbote. Alle Rechte vorbehalten. Impressum und Datenschutz finden Sie hier.</p></footer></body></html>"#;

const ENGLISH: &str = r#"<html lang=en><head><meta property="og:title" content="Nine boats seen off Port Ellis - The Harbour Post">
<meta property="og:site_name" content="The Harbour Post"><meta property="og:url" content="https://harbourpost.example/boats">
<meta property="article:published_time" content="2031-05-04T08:15:00Z"><meta name="author" content="By Mia Zorn and Ole Roehr">
</head><body><div class="header"><a href="/">Home</a> <a href="/world">World</a></div>
<div class="article-body"><h1>Nine boats seen off Port Ellis</h1>
<p>PORT ELLIS (AP) — Nine patrol boats were seen off Port Ellis on Sunday morning, the coast guard said. It was the
largest number in a single day since the talks between the two governments broke down in March.</p>
<p>The foreign ministry denied that the boats had crossed the border. A spokesman said they had taken part in an
exercise that was announced in April and would return to their bases by the end of the week.
<p>Fishermen said the boats had been there since Friday. "They came at night," said one of them, who asked not to be
named because he feared for his licence.</div>
<div class="footer">All rights reserved.</div></body></html>"#;

fn kinds(draft: &Draft) -> Vec<(BlockKind, String)> {
    draft.blocks.iter().map(|(kind, text)| (*kind, text.chars().take(24).collect())).collect()
}

fn check(draft: &Draft, expected: &[(BlockKind, &str)]) {
    let expected: Vec<_> = expected.iter().map(|(kind, text)| (*kind, (*text).to_owned())).collect();
    assert_eq!(kinds(draft), expected);
}

#[test]
fn a_german_page_is_read_in_blocks() {
    let draft = read(GERMAN, Some("https://lauterbote.example/x?utm=1"));
    check(
        &draft,
        &[
            (Title, "Pegel der Lauter steigt "),
            (Lead, "Nach drei Tagen Regen wa"),
            (Paragraph, "Der Pegel der Lauter ist"),
            (Heading, "Drei Orte ohne Strom"),
            (Paragraph, "In drei Orten am Unterla"),
            (Item, "In Niederlauter sind 700"),
            (Item, "In Auenheim sind 300 Hau"),
            (Quote, "„So hoch stand das Wasse"),
            (Paragraph, "Für Montag sagt der Wett"),
        ],
    );
    assert_eq!(draft.left_out, [""; 0]);
}

#[test]
fn a_german_page_says_who_published_it_and_when() {
    let draft = read(GERMAN, Some("https://lauterbote.example/x?utm=1"));
    assert_eq!(draft.url.as_deref(), Some("https://lauterbote.example/region/pegel-der-lauter-101.html"));
    assert_eq!(draft.outlet.as_deref(), Some("Lauterbote"));
    assert_eq!(draft.byline, ["Ada Quast", "Ole Röhr", "dpa"]);
    assert_eq!(draft.published.map(|m| m.to_string()).as_deref(), Some("2031-05-04T10:15:00+02:00"));
    assert_eq!(draft.modified.map(|m| m.to_string()).as_deref(), Some("2031-05-04T12:30:00+02:00"));
    assert_eq!(draft.lang.as_deref(), Some("de"));
}

#[test]
fn an_english_page_is_read_in_blocks() {
    let draft = read(ENGLISH, None);
    check(
        &draft,
        &[
            (Title, "Nine boats seen off Port"),
            (Paragraph, "PORT ELLIS (AP) — Nine p"),
            (Paragraph, "The foreign ministry den"),
            (Paragraph, "Fishermen said the boats"),
        ],
    );
    assert_eq!(draft.byline, ["Mia Zorn", "Ole Roehr"]);
    assert_eq!(draft.outlet.as_deref(), Some("The Harbour Post"));
    assert_eq!(draft.published.map(|m| m.to_string()).as_deref(), Some("2031-05-04T08:15:00+00:00"));
    assert_eq!(draft.url.as_deref(), Some("https://harbourpost.example/boats"));
}

#[test]
fn a_page_without_data_shows_its_date_and_its_authors() {
    let page = "<html><body><article><h1>Pegel der Lauter steigt</h1><p class=byline>Von Ada Quast</p>\
                <p>Lauterbach, 4. Mai 2031</p><p>Der Pegel der Lauter ist am Sonntag auf 7,40 Meter gestiegen, teilte \
                das Amt für Wasserbau in Lauterbach am Vormittag mit.</p></article></body></html>";
    let draft = read(page, None);
    assert_eq!(draft.published.map(|m| m.to_string()).as_deref(), Some("2031-05-04"));
    assert_eq!(draft.byline, ["Ada Quast"]);
}

#[test]
fn a_page_without_an_article_says_so() {
    let draft = read(
        "<html><head><title>Start</title></head><body><nav><a href=/>Start</a></nav></body></html>",
        None,
    );
    assert_eq!(draft.left_out, ["The page has no text of an article."]);
}
