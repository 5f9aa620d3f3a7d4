//! Pages.

use crate::Draft;

/// Reads a page.
pub(crate) fn read(html: &str, given_url: Option<&str>) -> Draft {
    Draft { url: given_url.map(str::to_owned), ..crate::text::read(html) }
}
