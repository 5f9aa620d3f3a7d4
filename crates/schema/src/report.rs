//! One text by one outlet at one time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Moment, Span, TryMapSpans};

/// One text by one outlet at one time, with all that is known about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Report<E = Span> {
    /// First 32 hex digits of the SHA-256 of the address, a zero byte, and the text: the same for the same version.
    pub id: String,
    /// First 32 hex digits of the SHA-256 of the address: the same for all versions; `null` without an address.
    pub address: Option<String>,
    /// Canonical address on the web.
    pub url: Option<String>,
    /// Who published it: the outlet's name.
    pub outlet: Option<String>,
    /// Title, as it also stands in the text.
    pub title: Option<String>,
    /// Authors, as the report names them.
    pub byline: Vec<String>,
    /// News agencies credited in the report ("dpa", "Reuters").
    pub agencies: Vec<String>,
    /// When it was first published.
    pub published: Option<Moment>,
    /// When it was last changed.
    pub modified: Option<Moment>,
    /// ISO 639-1 code of the language; "unknown" where it could not be told.
    pub lang: String,
    /// Title and body. All spans point here.
    pub text: String,
    /// What is title, lead, heading, paragraph …, in text order.
    pub blocks: Vec<Block<E>>,
}

impl Report {
    /// A report of which nothing is known but its language and its text, one paragraph a line.
    #[must_use]
    pub fn of_text(lang: &str, text: &str) -> Self {
        let lines = text.split_inclusive('\n').scan(0, |end, line| {
            let start = *end;
            *end += line.len();
            Some(Span::new(start, start + line.trim_end().len()))
        });
        let paragraph = |span| Block { kind: BlockKind::Paragraph, span };
        Self {
            id: String::new(),
            address: None,
            url: None,
            outlet: None,
            title: None,
            byline: Vec::new(),
            agencies: Vec::new(),
            published: None,
            modified: None,
            lang: lang.to_owned(),
            text: text.to_owned(),
            blocks: lines.filter(|span| !span.is_empty()).map(paragraph).collect(),
        }
    }
}

/// A stretch of a report's text with one role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Block<E = Span> {
    /// Its role.
    pub kind: BlockKind,
    /// Where it stands.
    #[serde(flatten)]
    pub span: E,
}

/// The role of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// The report's title.
    Title,
    /// The opening summary, set apart from the body.
    Lead,
    /// A heading within the body.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A quotation set apart from the body.
    Quote,
    /// Words that belong to a picture.
    Caption,
}

impl<S> TryMapSpans<S> for Block<S> {
    type Output<T> = Block<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Block<T>, E> {
        Ok(Block { kind: self.kind, span: f(self.span)? })
    }
}

impl<S> TryMapSpans<S> for Report<S> {
    type Output<T> = Report<T>;

    fn try_map_spans<T, E>(self, f: &mut impl FnMut(S) -> Result<T, E>) -> Result<Report<T>, E> {
        Ok(Report {
            id: self.id,
            address: self.address,
            url: self.url,
            outlet: self.outlet,
            title: self.title,
            byline: self.byline,
            agencies: self.agencies,
            published: self.published,
            modified: self.modified,
            lang: self.lang,
            text: self.text,
            blocks: self.blocks.try_map_spans(f)?,
        })
    }
}
