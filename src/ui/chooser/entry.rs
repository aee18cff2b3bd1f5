//! What can be chosen.

use std::rc::Rc;

use super::Spot;
use crate::catalog::Catalog;
use crate::editor::commands::{COMMANDS, Choosing, Command, GESTURES};
use crate::editor::{Action, Connection, Place, State};
use crate::plan::NodeId;
use crate::ui::message::Message;
use crate::ui::palette::Palette;

/// An entry of a list.
#[derive(Debug)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// What stands beside it: keys, or what it is.
    pub aside: String,
    /// Under which heading it stands.
    pub group: String,
    /// Its icon.
    pub icon: String,
    /// All words by which it is found.
    pub searched: String,
    /// What it asks for; none where it only tells.
    pub message: Option<Message>,
}

/// What lists are made from.
pub struct Offer<'a> {
    /// What is open.
    pub state: &'a State,
    /// What there is.
    pub catalog: &'a Catalog,
    /// What can be placed.
    pub palette: &'a Palette,
    /// Where something added goes.
    pub spot: Spot,
}

/// Commands of these groups concern what is selected.
const OF_SELECTION: [&str; 3] = ["Edit", "Failures", "Arrange"];

impl Offer<'_> {
    /// The list of what can be chosen now.
    pub fn entries(&self, choosing: Choosing) -> Vec<Entry> {
        let mut entries = Vec::new();
        match choosing {
            Choosing::Anything => {
                self.commands(&mut entries, |command| command.id != "commands");
                self.items(&mut entries);
                self.parts(&mut entries);
            }
            Choosing::Item => self.items(&mut entries),
            Choosing::Part => self.parts(&mut entries),
            Choosing::Link => self.links(&mut entries),
            Choosing::Menu => {
                let selected = !self.state.selection.is_empty();
                self.commands(&mut entries, |command| {
                    if selected {
                        OF_SELECTION.contains(&command.group) && command.id != "add"
                    } else {
                        command.group != "Move"
                    }
                });
            }
            Choosing::Help => {
                for command in COMMANDS {
                    entries.push(entry(command.label, keys(command), command.group, command.icon, None));
                }
                for (what, how) in GESTURES {
                    entries.push(entry(what, (*how).into(), "Pointer and touch", "forward", None));
                }
            }
        }
        entries
    }

    fn commands(&self, entries: &mut Vec<Entry>, wanted: impl Fn(&Command) -> bool) {
        for command in COMMANDS {
            if command.group != "Move" && wanted(command) && command.can(self.state) {
                let message = Message::from((command.asked)(self.state));
                entries.push(entry(command.label, keys(command), command.group, command.icon, Some(message)));
            }
        }
    }

    fn items(&self, entries: &mut Vec<Entry>) {
        if self.state.presenting.is_some() {
            return;
        }
        for (group, item) in self.palette.entries() {
            let at = self.spot.map_or(Place::ViewCentre, Place::At);
            let message = act(Action::Insert { item: item.item.clone(), at });
            let mut entry =
                entry(&format!("Add {}", item.name), group.into(), "Add", &item.icon, Some(message));
            entry.searched.extend([" ", &item.about]);
            entries.push(entry);
        }
    }

    fn parts(&self, entries: &mut Vec<Entry>) {
        let scenario = self.state.scenario();
        let mut add = |id: &NodeId, name: &str, aside: &str, icon: &str| {
            entries.push(entry(name, aside.into(), "Show", icon, Some(act(Action::Reveal(id.clone())))));
        };
        for pool in &scenario.pools {
            add(&pool.id, &pool.name, "Pool", "pool");
        }
        for component in &scenario.components {
            let Some(role) = self.catalog.role(&component.role) else { continue };
            add(&component.id, &component.name, &role.name, &role.icon);
            for place in 0..component.servers.len() {
                if component.servers.len() > 1 {
                    add(&component.id, &component.server_name(place), "Server", &role.icon);
                }
            }
        }
        for users in &scenario.populations {
            add(&users.id, &users.name, "Users", "users");
        }
    }

    fn links(&self, entries: &mut Vec<Entry>) {
        let (scenario, catalog) = (self.state.scenario(), self.catalog);
        let Some(from) = self.state.only_selected_node() else { return };
        let nodes = (scenario.pools.iter().map(|pool| &pool.id))
            .chain(scenario.components.iter().map(|component| &component.id))
            .chain(scenario.populations.iter().map(|users| &users.id));
        for to in nodes {
            let Ok(connection) = Connection::between(scenario, catalog, from, to) else { continue };
            let name = scenario.distinct_name(to).unwrap_or_default();
            let aside = connection.words(scenario);
            let message = act(Action::Connect { from: from.clone(), to: to.clone() });
            entries.push(entry(&name, aside, "Link to", "line", Some(message)));
        }
    }
}

fn entry(name: &str, aside: String, group: &str, icon: &str, message: Option<Message>) -> Entry {
    let searched = [name, &aside, group].join(" ");
    Entry { name: name.into(), aside, group: group.into(), icon: icon.into(), searched, message }
}

fn keys(command: &Command) -> String {
    let mut keys = String::new();
    for shortcut in command.shortcuts {
        if !keys.is_empty() {
            keys.push_str(" or ");
        }
        keys.push_str(&shortcut.text());
    }
    keys
}

fn act(action: Action) -> Message {
    Message::Act(Rc::new(action))
}
