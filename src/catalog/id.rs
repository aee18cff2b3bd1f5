//! Identifiers: short texts that are cheap to copy and cannot be mistaken for one another.

/// Defines identifier types that share text by reference counting and read and write as plain strings.
macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(std::rc::Rc<str>);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $crate::json::FromJson for $name {
            fn from_json(part: &$crate::json::Json<'_>, reading: &mut $crate::json::Reading) -> Self {
                reading.text(part).into()
            }
        }

        impl $crate::json::ToJson for $name {
            fn to_json(&self, out: &mut $crate::json::Writer) {
                out.text(&self.0);
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(out, "{:?}", &*self.0)
            }
        }
    )+};
}
pub(crate) use identifiers;

identifiers! {
    /// Names a figure of the catalog, for example `hardware-mtbf`.
    FigureId;
    /// Names a role of the catalog, for example `front-end`.
    RoleId;
    /// Names a kind of unit of the catalog (what fails and how), for example `server`.
    UnitId;
    /// Names a source in the catalog's list of sources, for example `S1`.
    SourceKey;
}
