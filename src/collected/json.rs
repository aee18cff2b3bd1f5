//! Maps as objects of a file. No key may stand twice in one: the last value would win unseen.

use serde::{Serialize, Serializer};

use super::Map;
use crate::json::{self, FromJson, Json, Reading, ToJson, Writer};

impl<K: Serialize, V: Serialize> Serialize for Map<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

/// Refuses a key that stands in the object twice.
impl<K: FromJson + Ord, V: FromJson> FromJson for Map<K, V> {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let mut map = Self::new();
        let depth = reading.depth();
        for (entry, (name, value)) in reading.entries(part).iter().enumerate() {
            reading.enter(depth, entry);
            let key = K::from_json(&Json::Text(name.clone()), reading);
            let value = V::from_json(value, reading);
            reading.back_to(depth);
            if map.insert(key, value).is_some() {
                reading.refuse(&|| format!("duplicate field {}", json::line(name)));
            }
        }
        map
    }
}

impl<K: ToJson, V: ToJson> ToJson for Map<K, V> {
    fn to_json(&self, out: &mut Writer) {
        out.open('{');
        for (key, value) in self {
            out.field(key, value);
        }
        out.close('}');
    }

    fn is_empty(&self) -> bool {
        self.is_empty()
    }
}

/// The schema of any map of the standard library.
#[cfg(feature = "schema")]
impl<K: schemars::JsonSchema, V: schemars::JsonSchema> schemars::JsonSchema for Map<K, V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::collections::BTreeMap::<K, V>::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        std::collections::BTreeMap::<K, V>::json_schema(generator)
    }
}
