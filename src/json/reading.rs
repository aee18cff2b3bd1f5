//! Types from parts of a tree.
//!
//! A part that does not fit is noted, and reading goes on with a value that stands for nothing: what reads a type is then one
//! line of calls, without a way out behind each of them, and what is wrong is asked for once, at the end. That is less than
//! half of the code that a way out for every field takes.

use std::rc::Rc;
use std::{slice, vec};

use super::name::kebab_case;
use super::tree::Json;

/// A type whose values stand in files.
pub trait FromJson: Sized {
    /// The value that a part stands for. Where it stands for none, `reading` is told so, and any value will do.
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self;
}

/// Where the reading of a tree is, and what was found to be wrong.
#[derive(Debug, Default)]
pub struct Reading {
    /// The entries that lead to the part: numbers of items of lists and of fields of objects.
    way: Vec<usize>,
    misfit: Option<Misfit>,
}

/// The first part that did not fit its type.
#[derive(Debug)]
pub(super) struct Misfit {
    pub(super) problem: String,
    pub(super) way: Vec<usize>,
}

impl Reading {
    pub(super) fn misfit(self) -> Option<Misfit> {
        self.misfit
    }

    /// Notes that the part does not fit.
    #[inline(never)]
    pub fn refuse(&mut self, problem: &dyn Fn() -> String) {
        if self.misfit.is_none() {
            self.misfit = Some(Misfit { problem: problem(), way: self.way.clone() });
        }
    }

    fn expect(&mut self, kind: &str, part: &Json<'_>) {
        self.refuse(&|| format!("expected {kind}, found {part}"));
    }

    /// The value of an entry of the part.
    #[inline(never)]
    pub fn entry<T: FromJson>(&mut self, entry: usize, part: &Json<'_>) -> T {
        self.way.push(entry);
        let value = T::from_json(part, self);
        self.way.pop();
        value
    }

    /// The part as a text.
    #[inline(never)]
    pub fn text<'j>(&mut self, part: &'j Json<'_>) -> &'j str {
        if let Json::Text(text) = part {
            return text;
        }
        self.expect("a string", part);
        ""
    }

    #[inline(never)]
    fn whole_number(&mut self, part: &Json<'_>, most: u64) -> u64 {
        part.whole_number().filter(|number| *number <= most).unwrap_or_else(|| {
            self.expect("a whole number, 0 or more", part);
            0
        })
    }

    #[inline(never)]
    fn items<'j>(&mut self, part: &'j Json<'j>) -> &'j [Json<'j>] {
        if let Json::List(items) = part {
            return items;
        }
        self.expect("a list", part);
        &[]
    }

    /// The part as an object.
    #[inline(never)]
    pub fn entries<'j>(&mut self, part: &'j Json<'j>) -> &'j [(String, Json<'j>)] {
        if let Json::Object(fields) = part {
            return fields;
        }
        self.expect("an object", part);
        &[]
    }

    /// The part as an object with fields of these names and no others.
    #[inline(never)]
    pub fn fields<'j>(&mut self, part: &'j Json<'j>, names: &'static [&'static str]) -> Fields<'j> {
        let mut values = vec![None; names.len()];
        for (entry, (key, value)) in self.entries(part).iter().enumerate() {
            let field = names.iter().zip(&mut values).find(|(name, _)| *name == key);
            if let Some((_, field @ None)) = field {
                *field = Some((entry, value));
                continue;
            }
            let known = field.is_some();
            self.way.push(entry);
            self.refuse(&|| {
                if known { format!("duplicate field `{key}`") } else { unknown("field", key, names.iter()) }
            });
            self.way.pop();
        }
        Fields { names: names.iter(), values: values.into_iter() }
    }

    /// Which of these names the part is, as they are written in files; 0 where it is none.
    #[inline(never)]
    pub fn name(&mut self, part: &Json<'_>, names: &[&str]) -> usize {
        let text = self.text(part);
        let known = || names.iter().map(|name| kebab_case(name));
        known().position(|name| name == text).unwrap_or_else(|| {
            self.refuse(&|| unknown("variant", text, known()));
            0
        })
    }

    /// The part as an object with one field, which has one of these names: which one, and its value.
    #[inline(never)]
    pub fn one_of<'j>(&mut self, part: &'j Json<'j>, names: &[&str]) -> (usize, &'j Json<'j>) {
        if let Json::Object(fields) = part
            && let [(key, value)] = &fields[..]
        {
            return (self.name(&Json::Text(key.clone()), names), value);
        }
        self.expect("an object with one field", part);
        (0, &Json::Null)
    }
}

/// The fields of a struct, one after the other.
#[derive(Debug)]
pub struct Fields<'j> {
    names: slice::Iter<'static, &'static str>,
    values: vec::IntoIter<Option<(usize, &'j Json<'j>)>>,
}

impl<'j> Fields<'j> {
    /// The value of the next field, if it is there.
    pub fn optional<T: FromJson>(&mut self, reading: &mut Reading) -> Option<T> {
        let (entry, part) = self.next().1?;
        Some(reading.entry(entry, part))
    }

    /// The value of the next field, which must be there.
    pub fn required<T: FromJson>(&mut self, reading: &mut Reading) -> T {
        let (entry, part) = self.needed(reading);
        reading.entry(entry, part)
    }

    #[inline(never)]
    fn next(&mut self) -> (&'static str, Option<(usize, &'j Json<'j>)>) {
        (self.names.next().copied().unwrap_or_default(), self.values.next().flatten())
    }

    #[inline(never)]
    fn needed(&mut self, reading: &mut Reading) -> (usize, &'j Json<'j>) {
        let (name, found) = self.next();
        found.unwrap_or_else(|| {
            reading.refuse(&|| format!("missing field `{name}`"));
            (0, &Json::Null)
        })
    }
}

fn unknown<N: std::fmt::Display>(kind: &str, name: &str, known: impl Iterator<Item = N>) -> String {
    let known: Vec<_> = known.map(|name| format!("`{name}`")).collect();
    let of = if known.len() > 1 { "one of " } else { "" };
    format!("unknown {kind} `{name}`, expected {of}{}", known.join(", "))
}

impl FromJson for bool {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        if let Json::Bool(value) = part {
            return *value;
        }
        reading.expect("a boolean", part);
        false
    }
}

impl FromJson for f64 {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        if let Json::Number(_, value) = part {
            return *value;
        }
        reading.expect("a number", part);
        0.0
    }
}

impl FromJson for u32 {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        Self::try_from(reading.whole_number(part, Self::MAX.into())).unwrap_or_default()
    }
}

impl FromJson for usize {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let most = u64::try_from(Self::MAX).unwrap_or(u64::MAX);
        Self::try_from(reading.whole_number(part, most)).unwrap_or_default()
    }
}

impl FromJson for String {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        reading.text(part).into()
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        (!matches!(part, Json::Null)).then(|| T::from_json(part, reading))
    }
}

impl<T: FromJson> FromJson for Rc<T> {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        Self::new(T::from_json(part, reading))
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let items = reading.items(part);
        let mut all = Self::with_capacity(items.len());
        for (entry, item) in items.iter().enumerate() {
            all.push(reading.entry(entry, item));
        }
        all
    }
}

/// A pair stands in a list of two.
impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let items = reading.items(part);
        if items.len() != 2 {
            reading.expect("a list of two", part);
        }
        let first = reading.entry(0, items.first().unwrap_or(&Json::Null));
        (first, reading.entry(1, items.get(1).unwrap_or(&Json::Null)))
    }
}
