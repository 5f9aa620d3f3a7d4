//! The article's title, without the name of the site.

use scraper::Html;

use super::{head::Head, json_ld::Item};
use crate::html::tree::{elements, plain, text_of};

/// What separates a title from the name of its site in the browser's title bar.
const SEPARATORS: [&str; 9] = [" | ", " - ", " – ", " — ", " :: ", " » ", " • ", " · ", " / "];

/// The heading that readers see, without the kicker over it, where the page's own data agree with it; else what the
/// data say.
pub(super) fn of(document: &Html, head: &Head<'_>, item: &Item, outlet: Option<&str>) -> Option<String> {
    let bar = head.title.as_deref().map(|title| without_site(title, outlet));
    let named: Vec<String> = [
        item.headline.clone(),
        head.first(&["og:title"]).map(|title| without_site(&title, outlet)),
        bar,
        head.first(&["twitter:title", "dc.title", "title"]),
    ]
    .into_iter()
    .flatten()
    .filter(|title| !title.is_empty())
    .collect();
    let headings: Vec<String> = elements(document)
        .filter(|element| element.value().name() == "h1")
        .take(20)
        .map(text_of)
        .filter(|heading| !heading.is_empty() && Some(heading.as_str()) != outlet)
        .collect();
    let seen = named.iter().find_map(|named| {
        let heading = headings.iter().find(|heading| say_the_same(heading, named))?;
        Some(if heading.ends_with(named.as_str()) { named } else { heading })
    });
    seen.or_else(|| headings.first().filter(|_| named.is_empty())).or_else(|| named.first()).cloned()
}

/// Whether two titles share most of their words.
fn say_the_same(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .take(60)
            .map(str::to_lowercase)
            .collect()
    };
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    shared * 2 > one.len().max(other.len()) || (shared >= 3 && shared == one.len().min(other.len()))
}

/// A title without the site's name after, or before, the last mark that separates them.
fn without_site(title: &str, outlet: Option<&str>) -> String {
    let cut = SEPARATORS.iter().filter_map(|mark| Some((title.rfind(mark)?, mark.len()))).max();
    let Some((at, length)) = cut else { return title.to_owned() };
    let (before, after) = (title[..at].trim(), title[at + length..].trim());
    let names_site = |part: &str| outlet.is_some_and(|outlet| overlaps(part, outlet));
    if names_site(before) && !names_site(after) {
        after.to_owned()
    } else if names_site(after)
        || after.split_whitespace().count() <= 3 && before.split_whitespace().count() > 3
    {
        without_site(before, outlet)
    } else {
        title.to_owned()
    }
}

/// Whether one name is part of the other, spaces and case aside.
fn overlaps(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    !one.is_empty() && !other.is_empty() && (one.contains(&other) || other.contains(&one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markup: &str, expected: Option<&str>) {
        let document = Html::parse_document(markup);
        let head = Head::of(&document);
        let outlet = head.first(&["og:site_name"]);
        assert_eq!(
            of(&document, &head, &Item::default(), outlet.as_deref()).as_deref(),
            expected,
            "{markup}"
        );
    }

    #[test]
    fn the_heading_that_the_head_agrees_with_is_the_title() {
        check(
            "<title>Pegel der Lauter steigt weiter | Lauterbote</title><h1>Lauterbote</h1><h1>Pegel der Lauter steigt</h1>",
            Some("Pegel der Lauter steigt"),
        );
        check(
            "<meta property=og:title content='Pegel der Lauter steigt'><h1><i>Hochwasser</i> Pegel der Lauter steigt</h1>",
            Some("Pegel der Lauter steigt"),
        );
        check("<h1>Pegel der Lauter steigt</h1>", Some("Pegel der Lauter steigt"));
    }

    #[test]
    fn the_name_of_the_site_is_no_part_of_the_title() {
        let site = "<meta property=og:site_name content='Der Lauterbote'>";
        check(
            &format!("{site}<title>Pegel steigt - Lokales - Lauterbote</title>"),
            Some("Pegel steigt - Lokales"),
        );
        check(
            &format!("{site}<title>Lauterbote: Start | Pegel steigt</title>"),
            Some("Lauterbote: Start | Pegel steigt"),
        );
        check(&format!("{site}<title>Lauterbote | Pegel steigt</title>"), Some("Pegel steigt"));
        check(
            "<title>Nine boats seen off the coast – The Harbour Post</title>",
            Some("Nine boats seen off the coast"),
        );
        check(
            "<title>Boats – nine of them – seen off the coast</title>",
            Some("Boats – nine of them – seen off the coast"),
        );
        check("", None);
    }
}
