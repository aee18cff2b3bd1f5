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

/// Which part of a text something was read from, to be asked for its place once something turns out to be wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Way(pub(super) Vec<usize>);

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

    #[inline(never)]
    fn expect(&mut self, kind: &str, part: &Json<'_>) {
        self.refuse(&|| format!("expected {kind}, found {part}"));
    }

    /// Which part is being read.
    pub fn way(&self) -> Way {
        Way(self.way.clone())
    }

    /// How far down the tree the part is that is being read.
    pub fn depth(&self) -> usize {
        self.way.len()
    }

    /// Goes to an entry of the part at that depth, from wherever in it the reading is.
    #[inline(never)]
    pub fn enter(&mut self, depth: usize, entry: usize) {
        self.back_to(depth);
        self.way.push(entry);
    }

    /// Goes back to the part at that depth, from wherever in it the reading is.
    pub fn back_to(&mut self, depth: usize) {
        self.way.truncate(depth);
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

    /// The part as an object with these fields and no others.
    #[inline(never)]
    pub fn fields<'j>(&mut self, part: &'j Json<'j>, fields: &'static [Field]) -> Fields<'j> {
        let depth = self.depth();
        let mut found = vec![None; fields.len()];
        for (entry, (key, value)) in self.entries(part).iter().enumerate() {
            let field = fields.iter().zip(&mut found).find(|(Field(name, _), _)| name == key);
            if let Some((_, field @ None)) = field {
                *field = Some((entry, value));
                continue;
            }
            let known = field.is_some();
            self.enter(depth, entry);
            self.refuse(&|| {
                if known {
                    format!("duplicate field `{key}`")
                } else {
                    unknown("field", key, &mut fields.iter().map(|field| field.0.into()))
                }
            });
        }
        Fields { depth, known: fields.iter(), found: found.into_iter() }
    }

    /// Which of these names the part is, as they are written in files; 0 where it is none.
    #[inline(never)]
    pub fn name(&mut self, part: &Json<'_>, names: &[&str]) -> usize {
        let text = self.text(part);
        names.iter().position(|name| kebab_case(name) == text).unwrap_or_else(|| {
            self.refuse(&|| unknown("variant", text, &mut names.iter().map(|name| kebab_case(name))));
            0
        })
    }

    /// The part as an object with one field, which has one of these names: which one, and its value, which is to be read next.
    #[inline(never)]
    pub fn one_of<'j>(&mut self, part: &'j Json<'j>, names: &[&str]) -> (usize, &'j Json<'j>) {
        if let Json::Object(fields) = part
            && let [(key, value)] = &fields[..]
        {
            let name = self.name(&Json::Text(key.clone()), names);
            self.way.push(0);
            return (name, value);
        }
        self.expect("an object with one field", part);
        (0, &Json::Null)
    }
}

/// A field of a struct: its name, and what stands for it where it may be missing.
#[derive(Debug)]
pub struct Field(pub &'static str, pub Option<&'static Json<'static>>);

/// The fields of a struct, one after the other.
#[derive(Debug)]
pub struct Fields<'j> {
    depth: usize,
    known: slice::Iter<'static, Field>,
    found: vec::IntoIter<Option<(usize, &'j Json<'j>)>>,
}

impl<'j> Fields<'j> {
    /// The next field, or what stands for it.
    #[inline(never)]
    pub fn next(&mut self, reading: &mut Reading) -> &'j Json<'j> {
        reading.back_to(self.depth);
        let Some(Field(name, absent)) = self.known.next() else { return &Json::Null };
        if let Some((entry, part)) = self.found.next().flatten() {
            reading.way.push(entry);
            return part;
        }
        absent.unwrap_or_else(|| {
            reading.refuse(&|| format!("missing field `{name}`"));
            &Json::Null
        })
    }

    /// The next field, or what stands for it.
    #[inline(never)]
    pub fn value<T: FromJson>(&mut self, reading: &mut Reading) -> T {
        T::from_json(self.next(reading), reading)
    }

    /// The next field, if it is there.
    pub fn next_if_given(&mut self, reading: &mut Reading) -> Option<&'j Json<'j>> {
        if let [None, ..] = self.found.as_slice() {
            self.known.next();
            self.found.next();
            return None;
        }
        Some(self.next(reading))
    }
}

fn unknown(kind: &str, name: &str, known: &mut dyn ExactSizeIterator<Item = String>) -> String {
    let of = if known.len() > 1 { "one of " } else { "" };
    let mut problem = format!("unknown {kind} `{name}`, expected {of}");
    for (place, known) in known.enumerate() {
        problem.push_str(if place > 0 { ", `" } else { "`" });
        problem.push_str(&known);
        problem.push('`');
    }
    problem
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
    #[inline(never)]
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let (items, depth) = (reading.items(part), reading.depth());
        let mut all = Self::new();
        for (entry, item) in items.iter().enumerate() {
            reading.enter(depth, entry);
            all.push(T::from_json(item, reading));
        }
        all
    }
}

/// A pair stands in a list of two.
impl<A: FromJson, B: FromJson> FromJson for (A, B) {
    fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
        let (items, depth) = (reading.items(part), reading.depth());
        if items.len() != 2 {
            reading.expect("a list of two", part);
        }
        reading.enter(depth, 0);
        let first = A::from_json(items.first().unwrap_or(&Json::Null), reading);
        reading.enter(depth, 1);
        (first, B::from_json(items.get(1).unwrap_or(&Json::Null), reading))
    }
}
