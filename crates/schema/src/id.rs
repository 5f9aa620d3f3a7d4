//! Names of things inside one reading: a letter and a number, counted from one in text order.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The name of the thing at `index` (counted from zero) of its list.
            #[must_use]
            pub const fn at(index: usize) -> Self {
                Self(index as u32 + 1)
            }

            /// The index (counted from zero) into the list that it names a thing of.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize - 1
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{}"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(text: &str) -> Result<Self, String> {
                text.strip_prefix($letter)
                    .and_then(|digits| digits.parse().ok())
                    .filter(|&number: &u32| number > 0)
                    .map(Self)
                    .ok_or_else(|| format!("'{text}' is no name like {}1", $letter))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({"type": "string", "pattern": concat!("^", $letter, "[1-9][0-9]*$")})
            }
        }
    };
}

id!(
    /// Names an entity of a reading (`e1`).
    EntityId,
    "e"
);
id!(
    /// Names a time of a reading (`t1`).
    TimeId,
    "t"
);
id!(
    /// Names a quantity of a reading (`q1`).
    QuantityId,
    "q"
);
id!(
    /// Names a claim of a reading (`c1`).
    ClaimId,
    "c"
);
id!(
    /// Names an event of a reading (`v1`).
    EventId,
    "v"
);
