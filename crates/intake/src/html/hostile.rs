//! Pages made to kill a reader: each is read, in part at least, within seconds.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use lagebild_schema::BlockKind;

use super::read;
use crate::Draft;

/// Only a hang takes so long, also on a busy machine in a debug build; a release build takes under a second.
const PATIENCE: Duration = Duration::from_mins(1);

const TEXT: &str = "<p>Der Pegel der Lauter steigt seit Montag, teilte das Amt für Wasserbau mit.</p>";

/// Reads a page in time.
fn check(name: &str, page: &str) -> Draft {
    let start = Instant::now();
    let draft = read(page, None);
    let taken = start.elapsed();
    assert!(taken < PATIENCE, "{name} took {taken:?}");
    draft
}

/// Reads a page in time, and the sentence that stands in it.
fn check_with_text(name: &str, page: &str) {
    let draft = check(name, page);
    let found = draft.blocks.iter().any(|(_, text)| text.contains("Pegel der Lauter"));
    assert!(found, "{name}: {:?}", draft.left_out);
}

#[test]
fn deep_nesting_is_flattened() {
    for tag in
        ["div", "span", "blockquote", "ul><li", "table><tr><td", "x-y", "section", "dl><dd", "svg", "select"]
    {
        let opened = format!("<{tag}>").repeat(20_000);
        check_with_text(tag, &format!("{TEXT}{opened}tief"));
        check(tag, &format!("{opened}{TEXT}"));
    }
    let depth = "<div>".repeat(511);
    for sibling in ["<p>Wort</p>", "<b>Wort</b>", "<ul><li>Wort</ul>", "<h2>Wort</h2>"] {
        check_with_text(sibling, &format!("{TEXT}{depth}{}", sibling.repeat(60_000)));
    }
}

#[test]
fn unclosed_formatting_is_bounded() {
    for tag in ["b", "a href=x", "font size=1", "i", "nobr"] {
        check_with_text(tag, &format!("{TEXT}{}", format!("<{tag}>").repeat(432_000 / (tag.len() + 2))));
        check_with_text(tag, &format!("{TEXT}{}", format!("<p><{tag}>Wort ").repeat(40_000)));
        check_with_text(tag, &format!("{TEXT}{}", format!("<{tag}><div></{}>", &tag[..1]).repeat(40_000)));
    }
    let mut fonts = TEXT.to_owned();
    for size in 0..40_000 {
        let _ = write!(fonts, "<p><font size={size}>Wort");
    }
    check_with_text("fonts", &fonts);
}

#[test]
fn attributes_are_bounded() {
    let attributes: String = (0..50_000).fold(String::new(), |mut all, number| {
        let _ = write!(all, " a{number}=1");
        all
    });
    check_with_text("attributes", &format!("<div{attributes}>{TEXT}</div>"));
    let element = format!("<i{}></i>", &attributes[..2_000]);
    check_with_text("many elements with many attributes", &format!("{TEXT}{}", element.repeat(20_000)));
    check_with_text("a long attribute", &format!("<div title='{}'>{TEXT}", "x".repeat(20 << 20)));
}

#[test]
fn crowds_of_siblings_are_read() {
    for sibling in [
        "<p>Wort</p>",
        "<br>",
        "<div>Wort</div>",
        "<a href=x>Wort</a> ",
        "<li>Wort",
        "<td>Wort",
        "</p>",
        "<h2>Wort</h2>",
    ] {
        check_with_text(sibling, &format!("<article>{TEXT}{}</article>", sibling.repeat(100_000)));
    }
}

#[test]
fn tables_in_tables_are_flattened() {
    check_with_text("tables", &format!("{TEXT}{}", "<table><tr><td>Wort".repeat(20_000)));
    check_with_text("rows", &format!("{TEXT}<table>{}", "<tr><td>Wort<td>Wort".repeat(50_000)));
    check_with_text("strays", &format!("{TEXT}{}", "<table>Wort<b>Wort".repeat(20_000)));
}

#[test]
fn what_has_no_end_swallows_the_rest_and_nothing_more() {
    for open in ["<!--", "<script>", "<style>", "<a title=\"", "<textarea>", "<![CDATA[", "<?", "<", "</"] {
        check_with_text(open, &format!("{TEXT}{open}{}", "x <y> ".repeat(100_000)));
    }
    check_with_text("title", &format!("<title>{TEXT}"));
    for many in
        ["<!--", "<a b=\"", "<title>", "</", "<!", "--", "<a =", "<script", "</script", "<svg>", "&#", "&lt"]
    {
        check_with_text(many, &format!("{TEXT}{}", many.repeat(200_000)));
    }
}

#[test]
fn one_line_of_a_hundred_megabytes_is_cut() {
    let line = "Der Pegel der Lauter steigt. ".repeat(3_500_000);
    let draft = check("a long line", &line);
    assert!(draft.left_out.iter().any(|reason| reason.contains("4 MB of text")), "{:?}", draft.left_out);
    let paragraphs = format!("<p>{}</p>", "Der Pegel der Lauter steigt. ".repeat(20)).repeat(20_000);
    check_with_text("many paragraphs", &paragraphs);
}

#[test]
fn bytes_that_are_no_text_do_no_harm() {
    check_with_text("zeros", &format!("\0{TEXT}\0<\0p\0>\0</p\0>{}", "\0".repeat(1_000_000)));
    check_with_text("controls", &format!("{TEXT}<p>\u{1}\u{7f}\u{feff}\u{fffe}\u{2028}</p>"));
    let draft = check("nothing", "");
    assert!(draft.left_out.iter().any(|reason| reason.contains("no text of an article")));
    assert!(draft.blocks.iter().all(|(kind, _)| *kind == BlockKind::Title));
}
