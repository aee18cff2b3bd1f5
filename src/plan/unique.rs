//! Maps of a file in which no key may stand twice: the last value would win unseen.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// Reads a map and refuses a key that stands in it twice.
pub(super) fn keys<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord + Serialize,
    V: Deserialize<'de>,
{
    deserializer.deserialize_map(Keys(PhantomData))
}

struct Keys<K, V>(PhantomData<(K, V)>);

impl<'de, K, V> Visitor<'de> for Keys<K, V>
where
    K: Deserialize<'de> + Ord + Serialize,
    V: Deserialize<'de>,
{
    type Value = BTreeMap<K, V>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some((key, value)) = entries.next_entry::<K, V>()? {
            match map.entry(key) {
                Entry::Vacant(place) => {
                    place.insert(value);
                }
                Entry::Occupied(known) => {
                    let key = serde_json::to_string(known.key()).unwrap_or_default();
                    return Err(A::Error::custom(format_args!("duplicate field {key}")));
                }
            }
        }
        Ok(map)
    }
}
