//! Which name stands for what, and where.
//!
//! What is public, as everything is unless said otherwise, has one name in the whole file. What is private within a component is
//! known there by its name and elsewhere by its path, `tree.component.name`.

use rustc_hash::FxHashMap;

/// A fault tree or a component, or the file itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Container(usize);

/// The file itself.
pub(super) const FILE: Container = Container(0);

/// All containers of a file.
#[derive(Debug)]
pub(super) struct Containers {
    all: Vec<Within>,
}

#[derive(Debug)]
struct Within {
    parent: Container,
    path: String,
    /// Whether what is defined there is private unless it says otherwise.
    private: bool,
    depth: usize,
}

impl Default for Containers {
    fn default() -> Self {
        Self { all: vec![Within { parent: FILE, path: String::new(), private: false, depth: 0 }] }
    }
}

impl Containers {
    /// Adds a container within another.
    pub fn add(&mut self, parent: Container, name: &str, private: bool) -> Container {
        let depth = self.depth(parent) + 1;
        self.all.push(Within { parent, path: self.path(parent, name), private, depth });
        Container(self.all.len() - 1)
    }

    /// The path of a name within a container.
    pub fn path(&self, container: Container, name: &str) -> String {
        match self.get(container) {
            Some(within) if !within.path.is_empty() => format!("{}.{name}", within.path),
            _ => name.into(),
        }
    }

    pub fn is_private(&self, container: Container) -> bool {
        self.get(container).is_some_and(|within| within.private)
    }

    pub fn depth(&self, container: Container) -> usize {
        self.get(container).map_or(0, |within| within.depth)
    }

    fn parent(&self, container: Container) -> Container {
        self.get(container).map_or(FILE, |within| within.parent)
    }

    fn get(&self, container: Container) -> Option<&Within> {
        self.all.get(container.0)
    }
}

/// The names of one kind of thing, each with its place in a list.
#[derive(Debug, Default)]
pub(super) struct Names<'d> {
    public: FxHashMap<&'d str, usize>,
    paths: FxHashMap<String, usize>,
}

impl<'d> Names<'d> {
    /// Gives a name to the thing at that place; false if something else has it.
    pub fn add(&mut self, path: &str, public: Option<&'d str>, place: usize) -> bool {
        let free =
            public.is_none_or(|name| !self.public.contains_key(name)) && !self.paths.contains_key(path);
        if free {
            self.paths.insert(path.into(), place);
            self.public.extend(public.map(|name| (name, place)));
        }
        free
    }

    /// What a name stands for within a container: what is nearest, then what is public, then what has it for a path.
    pub fn find(&self, containers: &Containers, within: Container, name: &str) -> Option<usize> {
        let mut container = within;
        while container != FILE {
            if let Some(place) = self.paths.get(&containers.path(container, name)) {
                return Some(*place);
            }
            container = containers.parent(container);
        }
        self.public.get(name).or_else(|| self.paths.get(name)).copied()
    }
}
