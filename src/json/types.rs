//! Types that stand in files: the list of its fields or variants is all that reading and writing need to know of one.

/// Lets a struct be read from an object and written as one: all of its fields in their order. `= …` says what stands for a field
/// that is not there. A field with `or nothing` is not there where it is empty.
macro_rules! fields {
    ($type:ident { $($field:ident $(or $nothing:ident)? $(= $absent:expr)?),+ $(,)? }) => {
        $crate::json::read_fields!($type { $($field $(or $nothing)? $(= $absent)?),+ });

        impl $crate::json::ToJson for $type {
            fn to_json(&self, out: &mut $crate::json::Writer) {
                let mut object = out.object(&[$(stringify!($field)),+]);
                $($crate::json::fields!(@ object, &self.$field $(, or $nothing)?);)+
                object.end();
            }
        }
    };
    (@ $object:ident, $value:expr) => { $object.write($value) };
    (@ $object:ident, $value:expr, or nothing) => { $object.write_filled($value) };
}
pub(crate) use fields;

/// Lets a struct be read from an object, as `fields!` does.
macro_rules! read_fields {
    ($type:ident { $($field:ident $(or $nothing:ident)? $(= $absent:expr)?),+ $(,)? }) => {
        impl $crate::json::FromJson for $type {
            fn from_json(part: &$crate::json::Json<'_>, reading: &mut $crate::json::Reading) -> Self {
                let mut fields = reading.fields(part, &[$(stringify!($field)),+]);
                Self { $($field: $crate::json::read_fields!(@ fields, reading $(, or $nothing)? $(, $absent)?)),+ }
            }
        }
    };
    (@ $fields:ident, $reading:ident) => { $fields.required($reading) };
    (@ $fields:ident, $reading:ident, or nothing) => { $fields.optional($reading).unwrap_or_default() };
    (@ $fields:ident, $reading:ident, $absent:expr) => {
        match $fields.optional($reading) {
            Some(value) => value,
            None => $absent,
        }
    };
}
pub(crate) use read_fields;

/// Lets an enum be read and written as the name of a variant, in small letters with hyphens.
macro_rules! names {
    ($type:ident { $first:ident, $($variant:ident),+ $(,)? }) => {
        impl $crate::json::FromJson for $type {
            fn from_json(part: &$crate::json::Json<'_>, reading: &mut $crate::json::Reading) -> Self {
                let variants = [Self::$first, $(Self::$variant),+];
                let number = reading.name(part, &[stringify!($first), $(stringify!($variant)),+]);
                variants.get(number).copied().unwrap_or(Self::$first)
            }
        }

        impl $crate::json::ToJson for $type {
            fn to_json(&self, out: &mut $crate::json::Writer) {
                out.name(match self {
                    Self::$first => stringify!($first),
                    $(Self::$variant => stringify!($variant)),+
                });
            }
        }
    };
}
pub(crate) use names;
