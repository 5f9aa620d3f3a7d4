//! The front desk: an input comes in, its reports go out one by one.

use std::io::Read;
use std::iter;

use crate::charset::Charset;
use crate::format::{self, Format};
use crate::json::JsonReports;
use crate::unpack::{self, Peeked};
use crate::{Draft, Error, Given, Taken, charset, html, text};

/// Bytes of an HTML page that are looked at; pages of more are made of something else than text.
const PAGE_BYTES: usize = 16 << 20;

/// Bytes of a plain text that are looked at: any text of four megabytes fits, in any charset.
const TEXT_BYTES: usize = 12 << 20;

/// What is known about an input before it is opened.
#[derive(Debug, Clone, Default)]
pub struct Hint {
    /// File name, path or address; only its extension counts.
    pub name: Option<String>,
    /// `Content-Type` as HTTP gives it, charset included.
    pub content_type: Option<String>,
}

impl Hint {
    /// A hint that knows the file's name.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: Some(name.into()), content_type: None }
    }
}

/// Turns inputs into reports.
#[derive(Debug, Clone, Default)]
pub struct Intake {
    given: Given,
}

/// The reports of one input, one by one; the next is read when it is asked for.
pub type Reports<'a> = Box<dyn Iterator<Item = Result<Taken, Error>> + 'a>;

impl Intake {
    /// An intake that knows what the person who asks knows.
    #[must_use]
    pub fn new(given: Given) -> Self {
        Self { given }
    }

    /// The reports in `input`: one of a text or a page, any number of JSON. Never more than one is in memory.
    ///
    /// A record that cannot be read is an error in its place, and the next record follows.
    pub fn reports<'a>(&'a self, input: impl Read + 'a, hint: &Hint) -> Reports<'a> {
        match self.open(input, hint) {
            Ok(reports) => reports,
            Err(error) => Box::new(iter::once(Err(error))),
        }
    }

    fn open<'a>(&'a self, input: impl Read + 'a, hint: &Hint) -> Result<Reports<'a>, Error> {
        let input = unpack::peek(input)?;
        let header = hint.content_type.as_deref().and_then(charset::of_content_type);
        match format::of(input.start(), hint)? {
            Format::Json(layout) => {
                let reports = JsonReports::new(input, layout, self.given.url.clone());
                Ok(Box::new(reports.map(|draft| draft?.finish(&self.given))))
            }
            Format::Html => {
                let page = self.page(input, header);
                Ok(Box::new(iter::once(page)))
            }
            Format::Text => {
                let plain = self.plain(input, header);
                Ok(Box::new(iter::once(plain)))
            }
        }
    }

    fn page(&self, input: Peeked<'_>, header: Option<Charset>) -> Result<Taken, Error> {
        let whole = unpack::read_up_to(input, PAGE_BYTES)?;
        let decoded = charset::decode(&whole.bytes, header, charset::Declared::InMeta);
        let draft = html::read(&decoded.text, self.given.url.as_deref());
        self.finish(draft, whole.left_out, decoded.left_out)
    }

    fn plain(&self, input: Peeked<'_>, header: Option<Charset>) -> Result<Taken, Error> {
        let whole = unpack::read_up_to(input, TEXT_BYTES)?;
        let decoded = charset::decode(&whole.bytes, header, charset::Declared::Nowhere);
        self.finish(text::read(&decoded.text), whole.left_out, decoded.left_out)
    }

    /// Adds to a draft what was left out before it was read.
    fn finish(&self, mut draft: Draft, cut: Option<String>, broken: Option<String>) -> Result<Taken, Error> {
        draft.left_out.extend(broken);
        draft.left_out.extend(cut);
        draft.finish(&self.given)
    }
}

impl From<format::Unreadable> for Error {
    fn from(unreadable: format::Unreadable) -> Self {
        match unreadable {
            format::Unreadable::Empty => Self::Empty,
            format::Unreadable::Foreign(what) => Self::Foreign { what },
        }
    }
}
