//! Values that know which part of the file they were read from, and lists with ids.

use crate::json::{FromJson, Json, Reading, Way};

/// A value with the part that it was read from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    pub(super) way: Way,
}

impl<T: FromJson> FromJson for Placed<T> {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let way = reading.way();
        Self { value: T::from_json(part, reading), way }
    }
}

/// An object whose fields are ids, in the order of the file; an id may stand there twice, until all ids are looked at.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ById<T>(pub(super) Vec<(String, Placed<T>)>);

impl<T: FromJson> FromJson for ById<T> {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let (depth, mut all) = (reading.depth(), Vec::new());
        for (entry, (id, value)) in reading.entries(part).iter().enumerate() {
            reading.enter(depth, entry);
            all.push((id.clone(), Placed::from_json(value, reading)));
        }
        Self(all)
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;
    use std::collections::BTreeMap;

    use schemars::{JsonSchema, Schema, SchemaGenerator};

    use super::{ById, Placed};

    impl<T: JsonSchema> JsonSchema for Placed<T> {
        fn inline_schema() -> bool {
            T::inline_schema()
        }

        fn schema_name() -> Cow<'static, str> {
            T::schema_name()
        }

        fn schema_id() -> Cow<'static, str> {
            T::schema_id()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            T::json_schema(generator)
        }
    }

    impl<T: JsonSchema> JsonSchema for ById<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            BTreeMap::<String, T>::schema_name()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            BTreeMap::<String, T>::json_schema(generator)
        }
    }
}
