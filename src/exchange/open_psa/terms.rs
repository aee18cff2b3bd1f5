//! Formulas and expressions as a flat list: every operation after its arguments, however deep they nest in the file.

use std::ops::Range;
use std::vec::IntoIter;

use super::xml::{Fault, Xml, at};

/// A reference to something with a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reference<'d, W> {
    pub name: &'d str,
    /// What it is to be.
    pub wanted: W,
}

/// What an element stands for.
pub(super) enum Head<'d, O, W> {
    Reference(Reference<'d, W>),
    /// An operation on the elements that follow.
    Operation(O, Vec<Xml<'d>>),
}

/// A part of a formula or of an expression.
#[derive(Debug)]
pub(super) enum Term<'d, O, W> {
    Reference(Reference<'d, W>),
    /// An operation on terms; the range is that of their places in `Terms::arguments`.
    Operation(O, Range<usize>),
}

/// All terms of a file, in the order of reading.
#[derive(Debug)]
pub(super) struct Terms<'d, O, W> {
    all: Vec<(Term<'d, O, W>, usize)>,
    arguments: Vec<usize>,
}

/// An operation whose arguments are being read.
struct Begun<'d, O> {
    operation: O,
    at: usize,
    waiting: IntoIter<Xml<'d>>,
    read: Vec<usize>,
}

impl<O, W> Default for Terms<'_, O, W> {
    fn default() -> Self {
        Self { all: Vec::new(), arguments: Vec::new() }
    }
}

impl<'d, O, W> Terms<'d, O, W> {
    /// Reads the term that an element stands for; it is the last of the range of places returned, its parts stand before it.
    pub fn read(
        &mut self,
        node: Xml<'d>,
        head: impl Fn(Xml<'d>) -> Result<Head<'d, O, W>, Fault>,
    ) -> Result<Range<usize>, Fault> {
        let first = self.all.len();
        let mut begun: Vec<Begun<'d, O>> = Vec::new();
        let mut next = Some(node);
        loop {
            if let Some(node) = next {
                match head(node)? {
                    Head::Reference(reference) => {
                        self.all.push((Term::Reference(reference), at(node)));
                        if let Some(outer) = begun.last_mut() {
                            outer.read.push(self.all.len() - 1);
                        }
                    }
                    Head::Operation(operation, arguments) => {
                        let waiting = arguments.into_iter();
                        begun.push(Begun { operation, at: at(node), waiting, read: Vec::new() });
                    }
                }
            }
            let Some(mut inner) = begun.pop() else { return Ok(first..self.all.len()) };
            next = inner.waiting.next();
            if next.is_some() {
                begun.push(inner);
                continue;
            }
            let from = self.arguments.len();
            self.arguments.append(&mut inner.read);
            self.all.push((Term::Operation(inner.operation, from..self.arguments.len()), inner.at));
            if let Some(outer) = begun.last_mut() {
                outer.read.push(self.all.len() - 1);
            }
        }
    }

    /// The terms at some places, each with its own place and the byte where it stands.
    pub fn of(&self, range: Range<usize>) -> impl Iterator<Item = (usize, &Term<'d, O, W>, usize)> {
        let first = range.start;
        let terms = self.all.get(range).unwrap_or_default();
        terms.iter().enumerate().map(move |(offset, (term, at))| (first + offset, term, *at))
    }

    /// The places of an operation's arguments.
    pub fn arguments(&self, range: &Range<usize>) -> &[usize] {
        self.arguments.get(range.clone()).unwrap_or_default()
    }

    /// How many terms there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }
}
