//! The one table of commands that toolbar, menus, keys, palette and help are made from.

mod arrows;
mod shortcut;

pub use shortcut::{KeyPress, Shortcut};

use super::action::Action;
use super::state::State;
use super::target::Target;
use crate::geometry::Arrangement::{Align, Distribute};
use crate::geometry::{Axis, Edge, View};
use arrows::{Arrow, Held};

/// Something that can be asked for by a button, a menu, a key or by name.
#[derive(Debug)]
pub struct Command {
    /// Its name in the page.
    pub id: &'static str,
    /// Its name on the screen.
    pub label: &'static str,
    /// Where it stands in the help.
    pub group: &'static str,
    /// Keys that ask for it; the first is the one to show.
    pub shortcuts: &'static [Shortcut],
    /// Icon of the page's own set.
    pub icon: &'static str,
    /// Whether it would do anything.
    pub enabled: fn(&State) -> bool,
    /// What it asks for.
    pub asked: fn(&State) -> Asked,
}

/// What a command asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Asked {
    /// Something of the editor.
    Act(Action),
    /// Something of the page around it.
    Page(Task),
}

/// Something that the page does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Shows a list to choose from.
    Choose(Choosing),
    /// Writes what is selected to the clipboard.
    Copy,
    /// Writes it there and removes it.
    Cut,
    /// Puts in what was copied.
    Paste,
    /// Has the worker do something with the plan; told by its name.
    Order(&'static str),
    /// Writes the plan to a file.
    SaveFile,
    /// Shows what can be opened.
    Open,
}

/// What can be chosen from a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choosing {
    /// Any command, anything that can be added, any part of the plan.
    Anything,
    /// Something to be added.
    Item,
    /// A part of the plan to be shown.
    Part,
    /// What the selected part is to be linked to.
    Link,
    /// What can be done with what is selected.
    Menu,
    /// Nothing: all commands are told with their keys.
    Help,
}

impl Command {
    /// Whether it can be asked for: it would do something, and would leave alone what is presented.
    pub fn can(&self, state: &State) -> bool {
        let leaves_alone = !["Edit", "Arrange"].contains(&self.group) && self.id != "open";
        (self.enabled)(state) && (leaves_alone || state.presenting.is_none())
    }

    /// Whether it is asked for again and again while its key is held. What turns something on and off would flicker.
    pub fn repeats(&self) -> bool {
        self.group == "Move" || ["undo", "redo", "zoom-in", "zoom-out"].contains(&self.id)
    }
}

/// The command with that name.
pub fn by_id(id: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.id == id)
}

/// The command that a key press asks for.
pub fn by_shortcut(press: &KeyPress) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.shortcuts.iter().any(|shortcut| shortcut.is(press)))
}

fn always(_: &State) -> bool {
    true
}

fn any_selected(state: &State) -> bool {
    !state.selection.is_empty()
}

fn any_movable(state: &State) -> bool {
    state.selection.iter().any(Target::can_move)
}

fn at_least<const N: usize>(state: &State) -> bool {
    state.movable().count() >= N
}

const fn page(choosing: Choosing) -> Asked {
    Asked::Page(Task::Choose(choosing))
}

macro_rules! commands {
    ($($id:literal, $label:literal, $group:literal, $icon:literal, [$($shortcut:expr),*],
       $enabled:expr, $asked:expr;)+) => {
        &[$(Command {
            id: $id,
            label: $label,
            group: $group,
            shortcuts: &[$($shortcut),*],
            icon: $icon,
            enabled: $enabled,
            asked: $asked,
        }),+]
    };
}

/// All commands in the order of the help.
pub static COMMANDS: &[Command] = commands![
    "commands", "Find a command", "Plan", "find", [Shortcut::key("k").ctrl(), Shortcut::key("/").ctrl()],
        always, |_| page(Choosing::Anything);
    "help", "Keys and gestures", "Plan", "help", [Shortcut::key("?")],
        always, |_| page(Choosing::Help);
    "open", "Open a plan", "Plan", "folder", [Shortcut::key("o").ctrl()],
        always, |_| Asked::Page(Task::Open);
    "save", "Save as file", "Plan", "download", [Shortcut::key("s").ctrl()],
        always, |_| Asked::Page(Task::SaveFile);
    "link-to-plan", "Copy link to this plan", "Plan", "share", [],
        always, |_| Asked::Page(Task::Order("share/link"));
    "svg-light", "Picture as SVG, light", "Plan", "light", [],
        always, |_| Asked::Page(Task::Order("share/svg/light"));
    "svg-dark", "Picture as SVG, dark", "Plan", "dark", [],
        always, |_| Asked::Page(Task::Order("share/svg/dark"));
    "png-light", "Picture as PNG, light", "Plan", "light", [],
        always, |_| Asked::Page(Task::Order("share/png/light"));
    "png-dark", "Picture as PNG, dark", "Plan", "dark", [],
        always, |_| Asked::Page(Task::Order("share/png/dark"));
    "print", "Print the report", "Plan", "print", [],
        always, |_| Asked::Page(Task::Order("share/print"));
    "add", "Add a component", "Edit", "plus", [Shortcut::key("/")],
        always, |_| page(Choosing::Item);
    "undo", "Undo", "Edit", "undo", [Shortcut::key("z").ctrl()],
        |state| state.history.undo_label().is_some(), |_| Asked::Act(Action::Undo);
    "redo", "Redo", "Edit", "redo", [Shortcut::key("z").ctrl().shift(), Shortcut::key("y").ctrl()],
        |state| state.history.redo_label().is_some(), |_| Asked::Act(Action::Redo);
    "duplicate", "Duplicate", "Edit", "copy", [Shortcut::key("d").ctrl()],
        any_movable, |_| Asked::Act(Action::Duplicate);
    "copy", "Copy", "Edit", "copy", [Shortcut::key("c").ctrl()],
        any_movable, |_| Asked::Page(Task::Copy);
    "cut", "Cut", "Edit", "copy", [Shortcut::key("x").ctrl()],
        any_movable, |_| Asked::Page(Task::Cut);
    "paste", "Paste", "Edit", "copy", [Shortcut::key("v").ctrl()],
        always, |_| Asked::Page(Task::Paste);
    "delete", "Delete", "Edit", "delete", [Shortcut::key("Delete"), Shortcut::key("Backspace")],
        any_selected, |_| Asked::Act(Action::DeleteSelection);
    "rename", "Rename", "Edit", "rename", [Shortcut::key("F2")],
        |state| state.only_selected_node().is_some(), |_| Asked::Act(Action::StartRename);
    "link", "Link to another part", "Edit", "line", [Shortcut::key("l")],
        |state| state.only_selected_node().is_some(), |_| page(Choosing::Link);
    "kill", "Kill or repair", "Failures", "kill", [Shortcut::key("k")],
        |state| state.selected_casualties().next().is_some(), |_| Asked::Act(Action::StrikeSelection);
    "repair-all", "Repair everything", "Failures", "repair", [Shortcut::key("k").shift()],
        |state| !state.killed.is_empty(), |_| Asked::Act(Action::RepairAll);
    "heat", "Show who is hit by each failure", "Failures", "kill", [Shortcut::key("h")],
        always, |_| Asked::Act(Action::ShowHeat);
    "find", "Find a part of the plan", "Select", "find", [Shortcut::key("f").ctrl()],
        always, |_| page(Choosing::Part);
    "select-all", "Select all", "Select", "select-all", [Shortcut::key("a").ctrl()],
        always, |_| Asked::Act(Action::SelectAll);
    "clear-selection", "Select nothing, or leave the presentation", "Select", "close", [Shortcut::key("Escape")],
        |state| state.gesture.is_some() || state.presenting.is_some() || any_selected(state),
        |state| Asked::Act(match (&state.gesture, state.presenting) {
            (Some(_), _) => Action::Cancel,
            (None, Some(_)) => Action::Present(false),
            (None, None) => Action::ClearSelection,
        });
    "zoom-in", "Zoom in", "View", "zoom-in", [Shortcut::key("+").ctrl(), Shortcut::key("=").ctrl()],
        |state| state.view.zoom < View::MAX_ZOOM, |_| Asked::Act(Action::ZoomBy(View::STEP));
    "zoom-out", "Zoom out", "View", "zoom-out", [Shortcut::key("-").ctrl()],
        |state| state.view.zoom > View::MIN_ZOOM, |_| Asked::Act(Action::ZoomBy(1.0 / View::STEP));
    "zoom-100", "Zoom to 100 %", "View", "zoom-in", [Shortcut::digit("0").ctrl()],
        always, |_| Asked::Act(Action::ZoomTo100);
    "fit", "Show everything", "View", "fit", [Shortcut::digit("1").shift()],
        always, |_| Asked::Act(Action::Fit);
    "fit-selection", "Show what is selected", "View", "fit", [Shortcut::digit("2").shift()],
        any_movable, |_| Asked::Act(Action::FitSelection);
    "wheel", "Zoom with the wheel, or scroll with it", "View", "zoom-in", [],
        always, |_| Asked::Act(Action::TurnWheel);
    "present", "Present the plan, or go back to work on it", "View", "monitor", [Shortcut::key("p").shift()],
        always, |state| Asked::Act(Action::Present(state.presenting.is_none()));
    "tidy", "Tidy up the drawing", "Arrange", "fit", [],
        always, |_| Asked::Page(Task::Order("tidy"));
    "align-left", "Align left sides", "Arrange", "align", [Shortcut::key("ArrowLeft").ctrl().shift()],
        at_least::<2>, |_| Asked::Act(Action::Arrange(Align(Axis::Across, Edge::Near)));
    "align-right", "Align right sides", "Arrange", "align", [Shortcut::key("ArrowRight").ctrl().shift()],
        at_least::<2>, |_| Asked::Act(Action::Arrange(Align(Axis::Across, Edge::Far)));
    "align-top", "Align upper sides", "Arrange", "align", [Shortcut::key("ArrowUp").ctrl().shift()],
        at_least::<2>, |_| Asked::Act(Action::Arrange(Align(Axis::Down, Edge::Near)));
    "align-bottom", "Align lower sides", "Arrange", "align", [Shortcut::key("ArrowDown").ctrl().shift()],
        at_least::<2>, |_| Asked::Act(Action::Arrange(Align(Axis::Down, Edge::Far)));
    "align-column", "Align middles in a column", "Arrange", "align", [],
        at_least::<2>, |_| Asked::Act(Action::Arrange(Align(Axis::Across, Edge::Middle)));
    "align-row", "Align middles in a row", "Arrange", "align", [],
        at_least::<2>, |_| Asked::Act(Action::Arrange(Align(Axis::Down, Edge::Middle)));
    "distribute-across", "Distribute from left to right", "Arrange", "align", [],
        at_least::<3>, |_| Asked::Act(Action::Arrange(Distribute(Axis::Across)));
    "distribute-down", "Distribute from top to bottom", "Arrange", "align", [],
        at_least::<3>, |_| Asked::Act(Action::Arrange(Distribute(Axis::Down)));
    "enlarge-frame", "Enlarge the pool's frame", "Arrange", "fit", [],
        |state| state.selected_pool().is_some(), |_| Asked::Act(Action::ResizeFrame { larger: true });
    "fit-frame", "Fit the pool's frame to its parts", "Arrange", "fit", [],
        |state| state.selected_pool().is_some_and(|pool| state.scenario().pool(&pool).is_some_and(|pool| pool.size.is_some())), |_| Asked::Act(Action::ResizeFrame { larger: false });
    "left", "Left: move, or go to the part before", "Move", "back", [Shortcut::key("ArrowLeft")],
        always, |state| Arrow::Left.asked(state, Held::Nothing);
    "right", "Right: move, or go to the next part", "Move", "forward", [Shortcut::key("ArrowRight")],
        always, |state| Arrow::Right.asked(state, Held::Nothing);
    "up", "Up: move, or go to the part before", "Move", "up", [Shortcut::key("ArrowUp")],
        always, |state| Arrow::Up.asked(state, Held::Nothing);
    "down", "Down: move, or go to the next part", "Move", "open", [Shortcut::key("ArrowDown")],
        always, |state| Arrow::Down.asked(state, Held::Nothing);
    "far-left", "Far left, or select the part before too", "Move", "back", [Shortcut::key("ArrowLeft").shift()],
        always, |state| Arrow::Left.asked(state, Held::Shift);
    "far-right", "Far right, or select the next part too", "Move", "forward", [Shortcut::key("ArrowRight").shift()],
        always, |state| Arrow::Right.asked(state, Held::Shift);
    "far-up", "Far up, or select the part before too", "Move", "up", [Shortcut::key("ArrowUp").shift()],
        always, |state| Arrow::Up.asked(state, Held::Shift);
    "far-down", "Far down, or select the next part too", "Move", "open", [Shortcut::key("ArrowDown").shift()],
        always, |state| Arrow::Down.asked(state, Held::Shift);
    "move-left", "Move left", "Move", "back", [Shortcut::key("ArrowLeft").ctrl()],
        any_movable, |state| Arrow::Left.asked(state, Held::Ctrl);
    "move-right", "Move right", "Move", "forward", [Shortcut::key("ArrowRight").ctrl()],
        any_movable, |state| Arrow::Right.asked(state, Held::Ctrl);
    "move-up", "Move up", "Move", "up", [Shortcut::key("ArrowUp").ctrl()],
        any_movable, |state| Arrow::Up.asked(state, Held::Ctrl);
    "move-down", "Move down", "Move", "open", [Shortcut::key("ArrowDown").ctrl()],
        any_movable, |state| Arrow::Down.asked(state, Held::Ctrl);
    "first", "Go to the first part", "Move", "back", [Shortcut::key("Home")],
        always, |_| Asked::Act(arrows::first());
    "last", "Go to the last part", "Move", "forward", [Shortcut::key("End")],
        always, |_| Asked::Act(arrows::last());
];

/// What the pointer does, and how, in the order of the help.
pub static GESTURES: &[(&str, &str)] = &[
    ("Add", "Drag from the list at the left, or double-click the empty canvas"),
    ("Move the view", "Space and drag, the middle button, the wheel, or two fingers"),
    ("Zoom", "Ctrl and the wheel, or two fingers apart"),
    ("Select several", "Drag over the empty canvas, or Shift and click"),
    ("Duplicate", "Alt and drag"),
    ("Beside grid and guides", "Hold Ctrl while dragging"),
    ("Link", "Drag from a dot at a side to another part"),
    ("Rename", "Double-click"),
    ("Kill or repair a server", "Click its dot"),
    ("Menu", "Right button, or a long press"),
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_command_has_a_label_a_group_and_an_icon_and_an_id_of_its_own() {
        let mut ids = BTreeSet::new();
        for command in COMMANDS {
            assert!(!command.label.is_empty() && !command.group.is_empty() && !command.icon.is_empty());
            assert!(ids.insert(command.id), "{} is there twice", command.id);
            assert!(std::ptr::eq(by_id(command.id).unwrap(), command));
        }
    }

    #[test]
    fn a_held_key_goes_on_with_what_has_steps_and_turns_nothing_on_and_off() {
        for (id, repeats) in [
            ("left", true),
            ("undo", true),
            ("zoom-out", true),
            ("kill", false),
            ("heat", false),
            ("present", false),
            ("commands", false),
        ] {
            assert_eq!(by_id(id).unwrap().repeats(), repeats, "{id}");
        }
    }

    #[test]
    fn no_two_commands_share_a_shortcut() {
        for command in COMMANDS {
            for shortcut in command.shortcuts {
                let press = shortcut.press();
                let asked = COMMANDS.iter().filter(|other| other.shortcuts.iter().any(|key| key.is(&press)));
                let asked: Vec<_> = asked.map(|other| other.id).collect();
                assert_eq!(asked, [command.id], "{}", shortcut.text());
            }
        }
    }
}
