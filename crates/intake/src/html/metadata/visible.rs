//! What the page shows to its readers: bylines and dates.

use lagebild_schema::Moment;
use scraper::{ElementRef, Html};

use super::dates;
use crate::dates::prose;
use crate::html::tree::{around, elements, text_of};

/// A byline is short.
const MAX_BYLINE: usize = 200;
/// Lines in which a date is looked for.
const MAX_LINES: usize = 40;
/// Characters around the title in which a date is the article's own.
const NEAR: usize = 400;

/// The lines that are marked up as naming the authors.
pub(super) fn bylines(document: &Html) -> Vec<String> {
    const WORDS: &[&str] = &["author", "authors", "byline", "autor", "autoren"];
    let mut lines = Vec::new();
    for element in elements(document).filter(|element| !stands_aside(*element)) {
        let value = element.value();
        let marked = value.attr("rel") == Some("author")
            || value.attr("itemprop") == Some("author")
            || value.classes().any(|class| has_word(class, WORDS));
        if marked {
            let line = text_of(element);
            if !line.is_empty() && line.len() <= MAX_BYLINE {
                lines.push(line);
            }
        }
        if lines.len() >= 3 {
            break;
        }
    }
    lines
}

/// The date of the first element that is marked up with this property.
pub(super) fn marked_date(document: &Html, property: &str) -> Option<Moment> {
    elements(document)
        .filter(|element| {
            element.value().attr("itemprop").is_some_and(|own| own.eq_ignore_ascii_case(property))
        })
        .find_map(date_of)
}

/// The date of the first `time` element of the article, or of the page where the article has none.
pub(super) fn time_element(document: &Html) -> Option<Moment> {
    let times: Vec<_> = elements(document)
        .filter(|element| element.value().name() == "time" && !stands_aside(*element))
        .take(50)
        .collect();
    let published = times.iter().filter(|time| time.attr("pubdate").is_some());
    let in_article =
        times.iter().filter(|time| around(***time).any(|outer| outer == "article" || outer == "main"));
    published.chain(in_article).chain(&times).find_map(|time| date_of(*time))
}

fn date_of(element: ElementRef<'_>) -> Option<Moment> {
    ["datetime", "content"]
        .into_iter()
        .find_map(|attribute| element.attr(attribute).and_then(dates::parse))
        .or_else(|| dates::parse(&text_of(element)))
}

/// Whether an element belongs to the page's frame or to another article.
fn stands_aside(element: ElementRef<'_>) -> bool {
    around(*element).any(|outer| matches!(outer, "aside" | "footer" | "nav"))
}

/// The first date that stands in an element made for one, or alone in its line.
pub(super) fn date_line(document: &Html) -> Option<Moment> {
    elements(document)
        .filter(|element| !stands_aside(*element))
        .filter(|element| is_made_for_dates(*element))
        .take(MAX_LINES)
        .find_map(|element| {
            let text = text_of(element);
            if text.len() > MAX_BYLINE { None } else { prose::whole(&text).or_else(|| prose::within(&text)) }
        })
        .or_else(|| line_of_its_own(document))
        .filter(dates::is_plausible)
}

fn is_made_for_dates(element: ElementRef<'_>) -> bool {
    const WORDS: &[&str] = &[
        "date",
        "datum",
        "datetime",
        "pubdate",
        "published",
        "publish",
        "timestamp",
        "posted",
        "dateline",
        "time",
    ];
    element.value().classes().chain(element.value().id()).any(|name| has_word(name, WORDS))
}

/// Whether one of the words is a part of a class's or an element's name.
fn has_word(name: &str, words: &[&str]) -> bool {
    name.split(['-', '_']).any(|word| words.iter().any(|wanted| word.eq_ignore_ascii_case(wanted)))
}

/// A text of the page that is a date and nothing else.
fn line_of_its_own(document: &Html) -> Option<Moment> {
    let texts = document.tree.root().descendants().filter_map(|node| Some((node, node.value().as_text()?)));
    texts
        .filter(|(_, text)| text.len() <= MAX_BYLINE && text.bytes().any(|b| b.is_ascii_digit()))
        .filter(|(node, _)| around(*node).all(|outer| !matches!(outer, "aside" | "footer" | "nav" | "head")))
        .take(MAX_LINES * 10)
        .find_map(|(_, text)| prose::whole(text))
}

/// A date in the text after the title, or just before it.
pub(super) fn date_near_title(document: &Html) -> Option<Moment> {
    let title = elements(document).find(|element| element.value().name() == "h1")?;
    let heading = text_of(title);
    let near = title
        .ancestors()
        .filter_map(ElementRef::wrap)
        .take(3)
        .map(text_of)
        .find(|text| text.chars().count() > heading.chars().count() + 10)?;
    let (before, after) = near.split_once(&heading)?;
    let after: String = after.chars().take(NEAR).collect();
    let skipped = before.chars().count().saturating_sub(NEAR);
    let before: String = before.chars().skip(skipped).collect();
    prose::within(&after).or_else(|| prose::within(&before)).filter(dates::is_plausible)
}
