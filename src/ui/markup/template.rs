//! The elements of one `html!`, without what is filled in.

use std::sync::OnceLock;

use super::draft::Draft;

/// The marks of a template's text, each before what it is about. The macro writes them.
mod mark {
    pub const OPEN: char = '\u{10}';
    pub const FIXED: char = '\u{11}';
    pub const ATTRIBUTE: char = '\u{12}';
    pub const PART: char = '\u{13}';
    pub const TEXT: char = '\u{14}';
    pub const CLOSE: char = '\u{15}';
    pub const HOOK: char = '\u{16}';
    pub const PROPERTY: char = '\u{17}';
}

/// What one `html!` always draws. Read when it is drawn for the first time.
#[derive(Debug)]
pub struct Template {
    text: &'static str,
    steps: OnceLock<Vec<Step>>,
}

/// One step of the drawing.
#[derive(Debug)]
pub(super) enum Step {
    /// An element begins.
    Open(Shape),
    /// An attribute of the element open is filled in: the one at this place.
    Attribute(usize),
    /// A property of the element open is filled in: the one at this place.
    Property(usize),
    /// What the element open shows as its value is filled in.
    Value,
    /// Whether the element open is ticked is filled in.
    Checked,
    /// A listener, a key or a reference is filled in.
    Hook,
    /// A part is filled in.
    Part,
    /// Words.
    Text(&'static str),
    /// The element open ends.
    Close,
}

/// An element without what is in it.
#[derive(Debug)]
pub(super) struct Shape {
    pub tag: &'static str,
    /// The names of its attributes.
    pub names: Vec<&'static str>,
    /// Their values; none where one is filled in.
    pub values: Vec<Option<&'static str>>,
}

impl Template {
    /// The template in these words.
    pub const fn new(text: &'static str) -> Self {
        Self { text, steps: OnceLock::new() }
    }

    /// Begins a drawing.
    pub fn draft(&'static self) -> Draft {
        Draft::new(self.steps.get_or_init(|| read(self.text)))
    }
}

impl Shape {
    /// Adds what is filled in; says at which place.
    fn filled_in(&mut self, name: &'static str) -> usize {
        self.names.push(name);
        self.values.push(None);
        self.names.len() - 1
    }
}

fn is_mark(letter: char) -> bool {
    (mark::OPEN..=mark::PROPERTY).contains(&letter)
}

fn read(text: &'static str) -> Vec<Step> {
    let mut steps = Vec::new();
    // Where the shape of each open element stands among the steps.
    let mut open = Vec::new();
    let mut rest = text;
    loop {
        let mut letters = rest.chars();
        let Some(kind) = letters.next() else { break };
        let behind = letters.as_str();
        let end = behind.find(is_mark).unwrap_or(behind.len());
        let Some((about, next)) = behind.split_at_checked(end) else { break };
        rest = next;
        let shape = open.last().and_then(|at: &usize| match steps.get_mut(*at) {
            Some(Step::Open(shape)) => Some(shape),
            _ => None,
        });
        let step = match (kind, shape) {
            (mark::OPEN, _) => {
                open.push(steps.len());
                Step::Open(Shape { tag: about, names: Vec::new(), values: Vec::new() })
            }
            (mark::FIXED, Some(shape)) => {
                let (name, value) = about.split_once('=').unwrap_or((about, ""));
                shape.names.push(name);
                shape.values.push(Some(value));
                continue;
            }
            (mark::ATTRIBUTE, Some(shape)) => match (shape.tag, about) {
                ("input" | "textarea", "value") => Step::Value,
                ("input", "checked") => Step::Checked,
                _ => Step::Attribute(shape.filled_in(about)),
            },
            (mark::PROPERTY, Some(shape)) => Step::Property(shape.filled_in(about)),
            (mark::PART, _) => Step::Part,
            (mark::HOOK, _) => Step::Hook,
            (mark::CLOSE, _) => {
                open.pop();
                Step::Close
            }
            (mark::TEXT, _) => Step::Text(about),
            _ => continue,
        };
        steps.push(step);
    }
    steps
}
