//! Types that stand in files: the list of its fields or variants is all that reading and writing need to know of one.

/// Lets a struct be read from an object and written as one: all of its fields in their order, each with the JSON, or
/// after `else` the value, that stands for it where it may be missing. With `if filled` a field is written only where it is not
/// empty.
macro_rules! fields {
    ($type:ident { $($field:ident $(if $filled:ident)? $(= $absent:tt)? $(else $default:expr)?),+ $(,)? }) => {
        $crate::json::read_fields!($type { $($field $(= $absent)? $(else $default)?),+ });

        impl $crate::json::ToJson for $type {
            fn to_json(&self, out: &mut $crate::json::Writer) {
                let mut object = out.object(&[$(stringify!($field)),+]);
                $($crate::json::fields!(@ object, &self.$field $(, if $filled)?);)+
                object.end();
            }
        }
    };
    (@ $object:ident, $value:expr) => { $object.write($value) };
    (@ $object:ident, $value:expr, if filled) => { $object.write_filled($value) };
}
pub(crate) use fields;

/// Lets a struct be read from an object, as `fields!` does.
macro_rules! read_fields {
    ($type:ident { $($field:ident $(= $absent:tt)? $(else $default:expr)?),+ $(,)? }) => {
        impl $crate::json::FromJson for $type {
            #[inline(never)]
            fn from_json(part: &$crate::json::Json<'_>, reading: &mut $crate::json::Reading) -> Self {
                const FIELDS: &[$crate::json::Field] =
                    &[$($crate::json::Field(stringify!($field), $crate::json::read_fields!(@ $($absent)?))),+];
                let mut fields = reading.fields(part, FIELDS);
                Self { $($field: $crate::json::read_fields!(@ fields, reading $(, $default)?)),+ }
            }
        }
    };
    (@ $fields:ident, $reading:ident) => { $fields.value($reading) };
    (@ $fields:ident, $reading:ident, $default:expr) => {
        match $fields.next_if_given($reading) {
            Some(part) => $crate::json::FromJson::from_json(part, $reading),
            None => $default,
        }
    };
    (@) => { None };
    (@ null) => { Some(&$crate::json::Json::Null) };
    (@ []) => { Some(&$crate::json::Json::List(Vec::new())) };
    (@ {}) => { Some(&$crate::json::Json::Object(Vec::new())) };
    (@ false) => { Some(&$crate::json::Json::Bool(false)) };
    (@ true) => { Some(&$crate::json::Json::Bool(true)) };
    (@ $number:literal) => { Some(&$crate::json::Json::Number(stringify!($number), $number)) };
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
