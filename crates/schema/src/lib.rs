//! The words of the field as types.
//!
//! A [`Report`] is one text by one outlet at one time. A [`Reading`] is all that was understood of it:
//! [`Claim`]s, [`Event`]s, [`Entity`]s, [`Time`]s, [`Quantity`]s, [`Finding`]s, and what stayed [`Unread`].
//!
//! Every type that points into a report is generic over its span. Inside the house a span is a byte range
//! ([`Span`]); at the JSON boundary it is a range of Unicode code points that repeats its text ([`Cited`]), or,
//! where the text would only be repeated, the range alone ([`Extent`]). Byte spans cannot be serialised, so no
//! byte offset ever leaves the house. [`Reading::to_json`] and [`JsonReading::into_reading`] cross the boundary.
//!
//! This crate holds no logic beyond that crossing, and does no input or output.

mod boundary;
mod claim;
mod entity;
mod event;
mod finding;
mod id;
mod moment;
mod number;
mod quantity;
mod reading;
mod report;
mod span;
mod time;

pub use boundary::{BoundaryError, CodePoints, JsonReading, json_schema};
pub use claim::{Act, Addressee, Certainty, Claim, Form, Source};
pub use entity::{Codes, Entity, EntityKind, Links, Mention, MentionForm};
pub use event::{Event, EventType, Participant, Status};
pub use finding::{Finding, FindingKind, Unread};
pub use id::{ClaimId, EntityId, EventId, QuantityId, TimeId};
pub use moment::{Moment, MomentError};
pub use number::{Amount, Confidence};
pub use quantity::{Bound, Quantity};
pub use reading::{Extraction, MadeBy, Reading, SCHEMA};
pub use report::{Block, BlockKind, Report};
pub use span::{Cited, Extent, Span, TryMapSpans};
pub use time::{Time, TimeType};
