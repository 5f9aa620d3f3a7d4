//! Reads news reports and shows who claims what.

pub use lagebild_intake as intake;
pub use lagebild_reading as reading;
pub use lagebild_schema as schema;
