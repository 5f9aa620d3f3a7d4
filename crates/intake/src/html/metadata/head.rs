//! The page's head: meta elements, title, canonical address, language.

use scraper::Html;

use crate::html::tree::{elements, single_spaced, text_of};

/// What the head of a page says.
#[derive(Debug, Default)]
pub(super) struct Head<'a> {
    /// Names in lower case and values of the meta elements, in order.
    metas: Vec<(String, &'a str)>,
    /// The address that the page names as its own.
    pub(super) canonical: Option<&'a str>,
    /// The language of the whole page.
    pub(super) lang: Option<String>,
    /// What stands in the browser's title bar.
    pub(super) title: Option<String>,
}

impl<'a> Head<'a> {
    /// Reads the elements of a page that say something of it as a whole.
    pub(super) fn of(document: &'a Html) -> Self {
        let mut head = Self::default();
        for element in elements(document) {
            match element.value().name() {
                "meta" => {
                    let name = ["property", "name", "itemprop", "http-equiv"]
                        .into_iter()
                        .find_map(|attribute| element.attr(attribute));
                    if let (Some(name), Some(content)) = (name, element.attr("content")) {
                        head.metas.push((name.trim().to_lowercase(), content));
                    }
                }
                "link" if head.canonical.is_none() && is_canonical(element.attr("rel")) => {
                    head.canonical = element.attr("href");
                }
                "html" if head.lang.is_none() => {
                    head.lang = element.attr("lang").or(element.attr("xml:lang")).map(str::to_owned);
                }
                "title" if head.title.is_none() => {
                    head.title = Some(text_of(element)).filter(|title| !title.is_empty());
                }
                _ => {}
            }
        }
        head
    }

    /// All values of meta elements with these names: of the first name first.
    pub(super) fn all<'b>(&'b self, names: &'b [&str]) -> impl Iterator<Item = &'a str> + 'b {
        names.iter().flat_map(|name| {
            self.metas.iter().filter(move |(known, _)| known == name).map(|(_, content)| *content)
        })
    }

    /// The first value that is not empty.
    pub(super) fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).map(single_spaced).find(|value| !value.is_empty())
    }
}

fn is_canonical(rel: Option<&str>) -> bool {
    rel.is_some_and(|rel| rel.split_whitespace().any(|word| word.eq_ignore_ascii_case("canonical")))
}
