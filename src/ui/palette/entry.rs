//! What the palette offers.

use yew::prelude::*;

use crate::catalog::Catalog;
use crate::plan::Item;
use crate::ui::words;

/// Something that the palette offers.
#[derive(Debug)]
pub struct Entry {
    /// What it places.
    pub item: Item,
    /// Its name in the page.
    pub id: AttrValue,
    /// Its name on the screen.
    pub name: AttrValue,
    /// What it is for.
    pub about: AttrValue,
    /// Its icon.
    pub icon: AttrValue,
}

/// Entries of one kind.
#[derive(Debug)]
pub(super) struct Group {
    pub name: AttrValue,
    pub entries: Vec<Entry>,
}

impl Group {
    /// Whether all words are in what is said of the entry.
    pub fn fits(&self, entry: &Entry, words: &str) -> bool {
        words::are_in(&[&*entry.name, &*entry.about, &*self.name].join(" "), words)
    }
}

/// Entries by group: the pool first, the roles as the catalog groups them, users last.
pub(super) fn groups(catalog: &Catalog) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut add = |name: &str, entry: Entry| match groups.iter_mut().find(|group| group.name == name) {
        Some(group) => group.entries.push(entry),
        None => groups.push(Group { name: name.to_string().into(), entries: vec![entry] }),
    };
    add(
        "Internal servers",
        Entry {
            item: Item::Pool,
            id: "enterprise-pool".into(),
            name: "Enterprise pool".into(),
            about: "Front Ends, load balancer, Back-End and file share as one whole.".into(),
            icon: "pool".into(),
        },
    );
    for role in catalog.roles() {
        add(
            &role.palette,
            Entry {
                item: Item::Role(role.id.clone()),
                id: role.id.to_string().into(),
                name: role.name.clone().into(),
                about: role.purpose.clone().into(),
                icon: role.icon.clone().into(),
            },
        );
    }
    add(
        "Places and people",
        Entry {
            item: Item::Users,
            id: "users".into(),
            name: "Users".into(),
            about: "Users homed together on a pool or a Standard Edition server.".into(),
            icon: "users".into(),
        },
    );
    groups
}
