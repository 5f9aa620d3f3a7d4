//! One JSON object as a report.
//!
//! Fields are looked at one by one, as they stand in the input: what nobody asks for is never built in memory,
//! however large or deeply nested it is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use lagebild_schema::{BlockKind, Moment};
use serde::Deserialize;
use serde_json::value::RawValue;

use super::fields;
use crate::{Draft, dates, html, text};

/// What an object is.
pub(super) enum Found {
    Report(Box<Draft>),
    /// A page of results, each an object.
    Page(Vec<Box<RawValue>>),
    /// Nothing that holds a text.
    Nothing,
}

/// Reads one object.
pub(super) fn read(json: &str, given_url: Option<&str>) -> Result<Found, serde_json::Error> {
    let object = Object(serde_json::from_str(json)?);
    if let Some(draft) = object.draft(given_url) {
        return Ok(Found::Report(Box::new(draft)));
    }
    Ok(object.page(2).map_or(Found::Nothing, Found::Page))
}

/// An object's fields, unread.
#[derive(Deserialize)]
struct Object<'a>(#[serde(borrow)] BTreeMap<Cow<'a, str>, &'a RawValue>);

impl<'a> Object<'a> {
    /// The first of the fields that can be read.
    fn first<T>(&self, names: &[&str], read: impl Fn(&'a RawValue) -> Option<T>) -> Option<T> {
        names.iter().find_map(|name| read(self.0.get(*name)?))
    }

    fn draft(&self, given_url: Option<&str>) -> Option<Draft> {
        let url = self.first(fields::URL, string).filter(|url| url.contains("://"));
        let address = given_url.or(url.as_deref());
        let mut draft = self
            .first(fields::TEXT, Body::of)
            .and_then(|body| body.draft(address))
            .or_else(|| self.first(fields::HTML, |raw| page(&string(raw)?, address)))?;
        draft.add_title(self.first(fields::TITLE, string), self.first(fields::LEAD, string));
        draft.url = url.or(draft.url);
        draft.outlet = self.first(fields::OUTLET, name).or(draft.outlet);
        draft.published = self.first(fields::PUBLISHED, moment).or(draft.published);
        draft.modified = self.first(fields::MODIFIED, moment).or(draft.modified);
        draft.lang = self.first(fields::LANG, string).or(draft.lang);
        if let Some(byline) = self.first(fields::BYLINE, names) {
            draft.byline = byline;
        }
        let syndicated = |field: &str| self.0.get(field).is_some_and(|raw| raw.get() == "true");
        let agencies = fields::SYNDICATED.iter().filter(|(field, _)| syndicated(field));
        draft.agencies.extend(agencies.map(|(_, agency)| (*agency).to_owned()));
        Some(draft)
    }

    /// The objects of a page of results, which may stand one list deeper: `{"articles": {"results": […]}}`.
    fn page(&self, depth: usize) -> Option<Vec<Box<RawValue>>> {
        self.first(fields::PAGES, |raw| {
            if let Ok(mut results) = serde_json::from_str::<Vec<Box<RawValue>>>(raw.get()) {
                results.retain(|result| result.get().starts_with('{'));
                return Some(results);
            }
            let inner = Object(serde_json::from_str(raw.get()).ok()?);
            if depth > 0 { inner.page(depth - 1) } else { None }
        })
    }
}

/// A field that holds the text.
enum Body {
    Text(String),
    Sections(Sections),
}

/// The body as fundus writes it.
#[derive(Deserialize)]
struct Sections {
    #[serde(default)]
    summary: Vec<String>,
    #[serde(default)]
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    #[serde(default)]
    headline: Vec<String>,
    #[serde(default)]
    paragraphs: Vec<String>,
}

impl Body {
    fn of(raw: &RawValue) -> Option<Self> {
        if let Some(text) = string(raw) {
            return Some(Self::Text(text));
        }
        if let Ok(paragraphs) = serde_json::from_str::<Vec<String>>(raw.get()) {
            return Some(Self::Text(paragraphs.join("\n\n")));
        }
        serde_json::from_str(raw.get()).ok().map(Self::Sections)
    }

    fn draft(self, address: Option<&str>) -> Option<Draft> {
        match self {
            Self::Text(text) if is_markup(&text) => page(&text, address),
            Self::Text(text) => Some(text::read(&text)),
            Self::Sections(body) => {
                let lead = body.summary.into_iter().map(|text| (BlockKind::Lead, text));
                let sections = body.sections.into_iter().flat_map(|section| {
                    let headline = section.headline.into_iter().map(|text| (BlockKind::Heading, text));
                    headline.chain(section.paragraphs.into_iter().map(|text| (BlockKind::Paragraph, text)))
                });
                let blocks: Vec<_> = lead.chain(sections).collect();
                (!blocks.is_empty()).then(|| Draft { blocks, ..Draft::default() })
            }
        }
    }
}

fn page(markup: &str, address: Option<&str>) -> Option<Draft> {
    Some(html::read(markup, address)).filter(|draft| !draft.blocks.is_empty())
}

/// Whether a text is marked up with HTML.
fn is_markup(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(4096)).unwrap_or_default().to_ascii_lowercase();
    ["</p>", "<br>", "<br/>", "<br />", "</div>", "</html>", "</h2>", "</li>"]
        .iter()
        .any(|t| head.contains(t))
}

impl Draft {
    /// Puts the title and the lead that a record names before its text.
    fn add_title(&mut self, title: Option<String>, lead: Option<String>) {
        if let Some(title) = title {
            // What looked like a title in the text is a heading beside the one that the record names.
            let own = self.blocks.iter_mut().filter(|(kind, _)| *kind == BlockKind::Title);
            own.for_each(|(kind, _)| *kind = BlockKind::Heading);
            self.blocks.insert(0, (BlockKind::Title, title));
        }
        if let Some(lead) = lead {
            let at = usize::from(matches!(self.blocks.first(), Some((BlockKind::Title, _))));
            self.blocks.insert(at, (BlockKind::Lead, lead));
        }
    }
}

/// A string that is not blank.
fn string(raw: &RawValue) -> Option<String> {
    let text: String = serde_json::from_str(raw.get()).ok()?;
    (!text.trim().is_empty()).then_some(text)
}

/// A name: a string, or an object that has one.
fn name(raw: &RawValue) -> Option<String> {
    let named = |raw: &RawValue| {
        let object = Object(serde_json::from_str(raw.get()).ok()?);
        object.first(&["name", "title", "label"], string)
    };
    string(raw).or_else(|| named(raw))
}

/// One name or a list of them.
fn names(raw: &RawValue) -> Option<Vec<String>> {
    if let Some(name) = name(raw) {
        return Some(vec![name]);
    }
    let list: Vec<&RawValue> = serde_json::from_str(raw.get()).ok()?;
    let names: Vec<String> = list.into_iter().filter_map(name).collect();
    (!names.is_empty()).then_some(names)
}

/// A date as a string, or a count of seconds or milliseconds since 1970.
fn moment(raw: &RawValue) -> Option<Moment> {
    match string(raw) {
        Some(text) => dates::read(&text),
        None => serde_json::from_str::<f64>(raw.get()).ok().and_then(|count| dates::since_1970(count as i64)),
    }
}
