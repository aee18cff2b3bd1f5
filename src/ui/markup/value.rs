//! What an attribute can be.

use crate::decimal::plain;
use yew::AttrValue;

/// What an attribute can be: a text, or nothing, and then the element does not have it.
pub trait Value {
    /// The text.
    fn into_value(self) -> Option<AttrValue>;
}

impl Value for AttrValue {
    fn into_value(self) -> Option<AttrValue> {
        Some(self)
    }
}

impl Value for String {
    fn into_value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl Value for &String {
    fn into_value(self) -> Option<AttrValue> {
        self.as_str().into_value()
    }
}

impl Value for &str {
    fn into_value(self) -> Option<AttrValue> {
        self.to_owned().into_value()
    }
}

impl Value for f64 {
    fn into_value(self) -> Option<AttrValue> {
        plain(self).into_value()
    }
}

/// An attribute that is there or not, such as `disabled`.
impl Value for bool {
    fn into_value(self) -> Option<AttrValue> {
        self.then_some(AttrValue::Static(""))
    }
}

impl<V: Value> Value for Option<V> {
    fn into_value(self) -> Option<AttrValue> {
        self.and_then(Value::into_value)
    }
}
