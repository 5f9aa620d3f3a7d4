//! Agencies that a report credits.

use crate::Draft;

/// The agencies that a draft credits.
pub(crate) fn credited(draft: &Draft) -> Vec<String> {
    draft.agencies.clone()
}
