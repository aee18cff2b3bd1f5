//! The one table of commands that toolbar, keys and help are made from.

mod shortcut;

pub use shortcut::{KeyPress, Shortcut};

use super::action::Action;
use super::gesture::GRID;
use super::state::State;
use super::target::Target;
use crate::geometry::{Vector, View};

/// Grid steps of a nudge with Shift.
const FAR: f64 = 5.0;

/// Something that can be asked of the editor by a button or a key.
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
    pub action: fn(&State) -> Action,
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

fn any_movable(state: &State) -> bool {
    state.selection.iter().any(Target::can_move)
}

fn nudge(right: f64, down: f64) -> Action {
    Action::Nudge(Vector::new(right * GRID, down * GRID))
}

macro_rules! commands {
    ($($id:literal, $label:literal, $group:literal, $icon:literal, [$($shortcut:expr),*],
       $enabled:expr, $action:expr;)+) => {
        &[$(Command {
            id: $id,
            label: $label,
            group: $group,
            shortcuts: &[$($shortcut),*],
            icon: $icon,
            enabled: $enabled,
            action: $action,
        }),+]
    };
}

/// All commands in the order of the help.
pub static COMMANDS: &[Command] = commands![
    "undo", "Undo", "Edit", "undo", [Shortcut::key("z").ctrl()],
        |state| state.history.undo_label().is_some(), |_| Action::Undo;
    "redo", "Redo", "Edit", "redo", [Shortcut::key("z").ctrl().shift(), Shortcut::key("y").ctrl()],
        |state| state.history.redo_label().is_some(), |_| Action::Redo;
    "delete", "Delete", "Edit", "delete", [Shortcut::key("Delete"), Shortcut::key("Backspace")],
        |state| !state.selection.is_empty(), |_| Action::DeleteSelection;
    "kill", "Kill or repair", "Failures", "kill", [Shortcut::key("k")],
        |state| state.selected_casualties().next().is_some(), |_| Action::StrikeSelection;
    "repair-all", "Repair everything", "Failures", "repair", [Shortcut::key("k").shift()],
        |state| !state.killed.is_empty(), |_| Action::RepairAll;
    "rename", "Rename", "Edit", "rename", [Shortcut::key("F2")],
        |state| state.only_selected_node().is_some(), |_| Action::StartRename;
    "select-all", "Select all", "Select", "select-all", [Shortcut::key("a").ctrl()],
        always, |_| Action::SelectAll;
    "clear-selection", "Select nothing", "Select", "clear-selection", [Shortcut::key("Escape")],
        |state| state.gesture.is_some() || !state.selection.is_empty(),
        |state| if state.gesture.is_some() { Action::Cancel } else { Action::ClearSelection };
    "zoom-in", "Zoom in", "View", "zoom-in", [Shortcut::key("+").ctrl(), Shortcut::key("=").ctrl()],
        |state| state.view.zoom < View::MAX_ZOOM, |_| Action::ZoomBy(View::STEP);
    "zoom-out", "Zoom out", "View", "zoom-out", [Shortcut::key("-").ctrl()],
        |state| state.view.zoom > View::MIN_ZOOM, |_| Action::ZoomBy(1.0 / View::STEP);
    "zoom-100", "Zoom to 100 %", "View", "zoom-100", [Shortcut::digit("0").ctrl()],
        always, |_| Action::ZoomTo100;
    "fit", "Show everything", "View", "fit", [Shortcut::digit("1").shift()],
        always, |_| Action::Fit;
    "nudge-left", "Move left", "Move", "left", [Shortcut::key("ArrowLeft")],
        any_movable, |_| nudge(-1.0, 0.0);
    "nudge-right", "Move right", "Move", "right", [Shortcut::key("ArrowRight")],
        any_movable, |_| nudge(1.0, 0.0);
    "nudge-up", "Move up", "Move", "up", [Shortcut::key("ArrowUp")],
        any_movable, |_| nudge(0.0, -1.0);
    "nudge-down", "Move down", "Move", "down", [Shortcut::key("ArrowDown")],
        any_movable, |_| nudge(0.0, 1.0);
    "nudge-left-far", "Move far left", "Move", "left", [Shortcut::key("ArrowLeft").shift()],
        any_movable, |_| nudge(-FAR, 0.0);
    "nudge-right-far", "Move far right", "Move", "right", [Shortcut::key("ArrowRight").shift()],
        any_movable, |_| nudge(FAR, 0.0);
    "nudge-up-far", "Move far up", "Move", "up", [Shortcut::key("ArrowUp").shift()],
        any_movable, |_| nudge(0.0, -FAR);
    "nudge-down-far", "Move far down", "Move", "down", [Shortcut::key("ArrowDown").shift()],
        any_movable, |_| nudge(0.0, FAR);
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
