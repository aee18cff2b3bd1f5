//! Ratios that may be infinite.

use serde::{Serialize, Serializer};

/// A ratio; `"infinite"` where what it is divided by is 0, null where both are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Worth(pub f64);

impl Serialize for Worth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_infinite() {
            serializer.serialize_str("infinite")
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Worth {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Worth".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "anyOf": [{ "type": ["number", "null"] }, { "const": "infinite" }] })
    }
}
