//! A report in the making: what every format is read into, and what becomes of it.

use lagebild_schema::{BlockKind, Moment, Report, Unread};

/// What the person who asks knows better than the text does. Each value given here wins, but for `published`,
/// which stands in only where the text has no date.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// ISO 639-1 code of the language.
    pub lang: Option<String>,
    /// The report's date where the text has none.
    pub published: Option<Moment>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its address on the web.
    pub url: Option<String>,
}

/// A report and what of it had to be left out.
#[derive(Debug, Clone)]
pub struct Taken {
    /// The report.
    pub report: Report,
    /// What was left out, and why.
    pub unread: Vec<Unread>,
}

/// A report in the making.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    /// Canonical address.
    pub(crate) url: Option<String>,
    /// Outlet's name.
    pub(crate) outlet: Option<String>,
    /// Authors.
    pub(crate) byline: Vec<String>,
    /// Credited agencies.
    pub(crate) agencies: Vec<String>,
    /// First published.
    pub(crate) published: Option<Moment>,
    /// Last changed.
    pub(crate) modified: Option<Moment>,
    /// Language that the format itself declares, if any.
    pub(crate) lang: Option<String>,
    /// Blocks with their raw text, in order; the title, if any, comes first.
    pub(crate) blocks: Vec<(BlockKind, String)>,
    /// Why something was left out, each as one English sentence.
    pub(crate) left_out: Vec<String>,
}
