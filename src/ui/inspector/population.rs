//! Users: how many, where they are, what they use, where they are homed.

use yew::prelude::*;

use super::Inspector;
use super::field_row::{choice_row, number_row};
use super::findings::findings;
use super::name::name_heading;
use super::own_figures::figure_line;
use crate::analysis::Location;
use crate::editor::Choice;
use crate::editor::field::{Field, Share};
use crate::plan::Population;
use crate::ui::element::{heading, line};
use crate::ui::figure_key::{FigureKey, Measure};

/// A share of users, its name, and what it is a share of.
type Row = (Share, &'static str, &'static str);

const PRESENCE: [Row; 2] = [
    (Share::Connected, "Connected", "Share of them connected at the busy hour."),
    (Share::Remote, "Remote", "Share of the connected who come in from outside."),
];

const USES: [Row; 6] = [
    (Share::GroupChat, "Group Chat", ""),
    (Share::Voice, "Voice", ""),
    (Share::DialIn, "Dial-in conferences", ""),
    (Share::WebAccess, "Browser client", ""),
    (Share::Federation, "Federation", ""),
    (Share::PublicIm, "Public IM", ""),
];

/// Users.
pub(super) fn population_panel(panel: &Inspector, parts: &mut Vec<Html>, users: &Population) {
    parts.extend([
        name_heading(&users.id, &users.name, panel),
        line("sub", "Users homed together"),
        findings(&users.id, panel),
    ]);
    population_fields(panel, parts);
    let Some(analysis) = &panel.computed.analysis else { return };
    parts.push(heading("Availability to them"));
    for row in analysis.workloads.iter().filter(|row| row.key.population == users.id) {
        let place = match row.key.location {
            Location::Office => "",
            Location::Branch => ", branch",
            Location::Remote => ", outside",
        };
        let label = format!("{}{place}", row.key.workload.name());
        parts.push(figure_line(panel, &label, FigureKey::Row(row.key.id().into(), Measure::UserWeighted)));
    }
    if users.connected_users() <= 0.0 {
        parts.push(line("about", "Nobody is connected, so there is nobody to serve."));
    }
}

/// The fields of all selected users.
pub(super) fn population_fields(panel: &Inspector, parts: &mut Vec<Html>) {
    let homeless = panel.state.selected_populations().iter().any(|users| users.home.is_none());
    let warning = if homeless { "▲ Without a home they are not served." } else { "" };
    parts.push(number_row(panel, Field::Users, "Users", ""));
    parts.push(choice_row(panel, Choice::Home, "users-home", "Home", warning));
    let rows = |parts: &mut Vec<Html>, shares: &[Row]| {
        for (share, name, about) in shares {
            parts.push(number_row(panel, Field::Share(*share), name, about));
        }
    };
    rows(parts, &PRESENCE);
    if panel.scenario().sites.len() > 1 {
        parts.push(choice_row(
            panel,
            Choice::Seat,
            "users-seat",
            "Sit at",
            "Elsewhere than their home is a branch.",
        ));
    }
    let several = panel.scenario().populations.iter().any(|users| users.recovery_home.is_some());
    if several || panel.state.choices(&panel.catalog, &Choice::RecoveryHome).options.len() > 2 {
        let about = "By hand, when their home is lost for long.";
        parts.push(choice_row(panel, Choice::RecoveryHome, "users-recovery", "Moved to", about));
    }
    parts.push(heading("Share of them who use"));
    rows(parts, &USES);
}
