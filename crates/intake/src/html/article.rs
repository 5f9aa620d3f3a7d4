//! The article's text: the only module that knows the extractor.

use std::panic::{AssertUnwindSafe, catch_unwind};

use scraper::{ElementRef, Html};
use trafilatura::{ExtractionFocus, HtmlDateMode, Options};

use super::tree;

/// Trees deeper than the pre-scan promises, by any gap in its model of the parser, do not go to the extractor.
const MAX_DEPTH: usize = 600;
/// Below this share of what a more generous extraction finds, the precise one has missed the article. On the pages
/// of the corpora it is right in nearly all others: of twice the settings tried, this pair scores best on each set.
const PRECISE_ENOUGH: f64 = 0.3;

/// An article's text.
pub(super) struct Article {
    /// As simple HTML: paragraphs, headings, lists, quotations, tables.
    pub(super) html: String,
    /// What had to be left out, each as one sentence.
    pub(super) left_out: Vec<String>,
}

/// Finds the article in a page, given as markup and as tree.
pub(super) fn extract(markup: &str, document: &Html) -> Article {
    if tree::depth(document) > MAX_DEPTH {
        return everything(document, "it is nested too deep");
    }
    match catch_unwind(AssertUnwindSafe(|| find(markup, document))) {
        Ok(Some(html)) => Article { html, left_out: Vec::new() },
        Ok(None) => everything(document, "none was found"),
        Err(_) => everything(document, "the extractor failed"),
    }
}

/// The precise extraction, unless it finds far less than the generous one, which is not asked where the page has too
/// little text for that.
fn find(markup: &str, document: &Html) -> Option<String> {
    let precise = extract_with(markup, ExtractionFocus::FavorPrecision).unwrap_or_default();
    let is_enough = |whole: usize| precise.content_text.len() as f64 >= PRECISE_ENOUGH * whole as f64;
    let best = if is_enough(tree::text_length(document)) {
        precise
    } else {
        let generous = extract_with(markup, ExtractionFocus::Balanced).unwrap_or_default();
        if is_enough(generous.content_text.len()) { precise } else { generous }
    };
    (!best.content_text.trim().is_empty()).then_some(best.content_html)
}

fn extract_with(markup: &str, focus: ExtractionFocus) -> Option<trafilatura::ExtractResult> {
    let options = Options::default()
        .with_fallback(true)
        .with_exclude_comments(true)
        .with_html_date_mode(HtmlDateMode::Disabled)
        .with_focus(focus);
    trafilatura::extract(markup, &options).ok()
}

/// All paragraphs of the page, where no article could be told from the rest.
fn everything(document: &Html, why: &str) -> Article {
    let mut html = String::new();
    for element in tree::elements(document).filter(|element| holds_text(*element)) {
        html.push_str("<p>");
        for part in element.text() {
            html.push_str(&part.replace('&', "&amp;").replace('<', "&lt;"));
        }
        html.push_str("</p>");
    }
    let left_out = if html.is_empty() {
        Vec::new()
    } else {
        vec![format!("The page's paragraphs are read instead of its article: {why}.")]
    };
    Article { html, left_out }
}

/// Whether an element is a paragraph or the like, and not part of one or of the page's frame.
fn holds_text(element: ElementRef<'_>) -> bool {
    const TEXT: &[&str] = &["p", "blockquote", "pre"];
    const FRAME: &[&str] = &["nav", "footer", "aside", "form", "button"];
    TEXT.contains(&element.value().name())
        && tree::around(*element).all(|outer| !FRAME.contains(&outer) && !TEXT.contains(&outer))
}
