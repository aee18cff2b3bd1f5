//! Types from parts of a tree.
//!
//! The fields of a struct are looked up here, in code that all structs share, and handed over in the order in which the type
//! has them; so are the names of an enum's variants. What derives `Deserialize` is then left with little more than to ask for
//! one field after the other. That, and that every kind of value makes one visit only, is what keeps the program small.

use std::iter::Enumerate;
use std::{slice, vec};

use serde::de::value::U32Deserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IntoDeserializer, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

use super::error::Misfit;
use super::tree::Json;

/// A part of a tree.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part<'j> {
    Key(&'j str),
    Value(&'j Json),
}

impl<'j> Part<'j> {
    #[inline(never)]
    fn expected(self, kind: &str) -> Misfit {
        Misfit::new(match self {
            Self::Key(key) => format!("expected {kind}, found the field {key:?}"),
            Self::Value(value) => format!("expected {kind}, found {value}"),
        })
    }

    #[inline(never)]
    fn bool(self) -> Result<bool, Misfit> {
        match self {
            Self::Value(Json::Bool(value)) => Ok(*value),
            _ => Err(self.expected("a boolean")),
        }
    }

    #[inline(never)]
    fn whole_number(self, most: u64) -> Result<u64, Misfit> {
        match self {
            Self::Value(value) => value.whole_number().filter(|number| *number <= most),
            Self::Key(_) => None,
        }
        .ok_or_else(|| self.expected("a whole number, 0 or more"))
    }

    #[inline(never)]
    fn number(self) -> Result<f64, Misfit> {
        match self {
            Self::Value(Json::Number(number)) => number.as_f64(),
            _ => None,
        }
        .ok_or_else(|| self.expected("a number"))
    }

    #[inline(never)]
    fn text(self) -> Result<&'j str, Misfit> {
        match self {
            Self::Key(text) => Ok(text),
            Self::Value(Json::Text(text)) => Ok(text),
            Self::Value(_) => Err(self.expected("a string")),
        }
    }

    #[inline(never)]
    fn items(self) -> Result<Items<'j>, Misfit> {
        match self {
            Self::Value(Json::List(items)) => Ok(Items(items.iter().enumerate())),
            _ => Err(self.expected("a list")),
        }
    }

    #[inline(never)]
    pub(super) fn fields(self) -> Result<&'j [(String, Json)], Misfit> {
        match self {
            Self::Value(Json::Object(fields)) => Ok(fields),
            _ => Err(self.expected("an object")),
        }
    }

    /// The values of the fields that a struct has, in the struct's order.
    #[inline(never)]
    fn slots(self, names: &'static [&'static str]) -> Result<Slots<'j>, Misfit> {
        let mut slots = vec![None; names.len()];
        for (entry, (key, value)) in self.fields()?.iter().enumerate() {
            let problem = match names.iter().zip(&mut slots).find(|(name, _)| *name == key) {
                Some((_, slot @ None)) => {
                    *slot = Some((entry, value));
                    continue;
                }
                Some(_) => Misfit::new(format!("duplicate field `{key}`")),
                None => Misfit::unknown_field(key, names),
            };
            return Err(problem.within(entry));
        }
        Ok(Slots(slots.into_iter()))
    }

    /// The number of a variant, and what the variant holds.
    #[inline(never)]
    fn variant(self, names: &'static [&'static str]) -> Result<Variant<'j>, Misfit> {
        let (name, content) = match self {
            Self::Value(Json::Object(fields)) => match &fields[..] {
                [(name, content)] => (name.as_str(), Some(content)),
                _ => return Err(self.expected("an object with one field")),
            },
            _ => (self.text()?, None),
        };
        let number = (0..).zip(names).find(|(_, known)| **known == name).map(|(number, _)| number);
        let number = number.ok_or_else(|| Misfit::unknown_variant(name, names))?;
        Ok(Variant { number, content })
    }
}

impl<'de> Deserializer<'de> for Part<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Self::Value(Json::Null) => visitor.visit_unit(),
            Self::Value(Json::Bool(_)) => self.deserialize_bool(visitor),
            Self::Value(Json::Number(number)) if number.is_u64() => self.deserialize_u64(visitor),
            Self::Value(Json::Number(_)) => self.deserialize_f64(visitor),
            Self::Value(Json::List(_)) => self.deserialize_seq(visitor),
            Self::Value(Json::Object(_)) => self.deserialize_map(visitor),
            Self::Key(_) | Self::Value(Json::Text(_)) => self.deserialize_str(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_bool(self.bool()?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_u64(self.whole_number(u32::MAX.into())?)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_u64(self.whole_number(u64::MAX)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_f64(self.number()?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self {
            Self::Value(Json::Null) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_seq(self.items()?)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_map(Fields { rest: self.fields()?.iter().enumerate(), value: None })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_seq(self.slots(fields)?).map_err(|misfit| misfit.naming(fields))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_enum(self.variant(variants)?)
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 u8 u16 f32 char bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

/// The items of a list.
struct Items<'j>(Enumerate<slice::Iter<'j, Json>>);

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, item: T) -> Result<Option<T::Value>, Misfit> {
        let Some((entry, value)) = self.0.next() else { return Ok(None) };
        item.deserialize(Part::Value(value)).map(Some).map_err(|misfit| misfit.within(entry))
    }
}

/// The fields of a struct: for each its value with its place in the object, or none.
struct Slots<'j>(vec::IntoIter<Option<(usize, &'j Json)>>);

impl<'j> Slots<'j> {
    #[inline(never)]
    fn next(&mut self) -> Option<(usize, &'j Json)> {
        self.0.next().flatten()
    }
}

impl<'de> SeqAccess<'de> for Slots<'de> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, field: T) -> Result<Option<T::Value>, Misfit> {
        let Some((entry, value)) = self.next() else { return Ok(None) };
        field.deserialize(Part::Value(value)).map(Some).map_err(|misfit| misfit.within(entry))
    }
}

/// The entries of a map.
struct Fields<'j> {
    rest: Enumerate<slice::Iter<'j, (String, Json)>>,
    value: Option<(usize, &'j Json)>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misfit> {
        let Some((entry, (key, value))) = self.rest.next() else { return Ok(None) };
        self.value = Some((entry, value));
        seed.deserialize(Part::Key(key)).map(Some).map_err(|misfit| misfit.within(entry))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misfit> {
        let (entry, value) = self.value.take().ok_or_else(|| Misfit::custom("a value before its key"))?;
        seed.deserialize(Part::Value(value)).map_err(|misfit| misfit.within(entry))
    }
}

/// A variant of an enum.
struct Variant<'j> {
    number: u32,
    content: Option<&'j Json>,
}

impl<'j> Variant<'j> {
    /// What the variant holds, `null` where it was given by its name alone.
    fn content(self) -> Part<'j> {
        Part::Value(self.content.unwrap_or(&Json::Null))
    }
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Misfit;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Misfit> {
        let number: U32Deserializer<Misfit> = self.number.into_deserializer();
        Ok((seed.deserialize(number)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        match self.content {
            None | Some(Json::Null) => Ok(()),
            Some(value) => Err(Part::Value(value).expected("nothing")),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Misfit> {
        seed.deserialize(self.content()).map_err(|misfit| misfit.within(0))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.content().deserialize_seq(visitor).map_err(|misfit| misfit.within(0))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.content().deserialize_struct("", fields, visitor).map_err(|misfit| misfit.within(0))
    }
}
