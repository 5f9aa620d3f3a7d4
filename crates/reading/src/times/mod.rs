//! When: TIMEX3 expressions with value, modifier and interval.

use lagebild_schema::Time;

use crate::context::Context;

/// All times of the report, in text order.
pub(crate) fn read(_context: &Context) -> Vec<Time> {
    Vec::new()
}
