//! Whom each component has room for, and who wants it.

use super::element::Markup;
use super::parts::{empty, problem, shows};
use super::table::{Column, Table};
use super::{Asked, Figures};

const ABOUT: &str = "Every component and pool that carries a limited number of users gets a row here: users who want it, users whom it carries, and how full that is. Add users to see them.";

const COLUMNS: [Column; 4] = [
    Column::Words("Component"),
    Column::Numbers("Demand"),
    Column::Numbers("Room for"),
    Column::Numbers("Load"),
];

pub(super) fn write(asked: &Asked<'_>, figures: &mut Figures) -> Markup {
    let analysis = match asked.analysis() {
        Ok(analysis) => analysis,
        Err(error) => return problem(&format!("This plan cannot be computed. {error}")).into(),
    };
    let mut table = Table::new("Users of each component and its room for them", &COLUMNS);
    let mut any = false;
    for (node, own) in &analysis.components {
        let (Some(demand), Some(room), Some(load)) = (&own.demand_users, &own.capacity_users, own.load())
        else {
            continue;
        };
        any = true;
        let mut said = |name: &str, figure| Markup::from(figures.said(&format!("{node}.{name}"), figure));
        let cells = [said("demand", demand), said("room", room), said("load", &load)];
        table.row(node.as_str(), [Markup::from(shows(asked.scenario, node))].into_iter().chain(cells));
    }
    if any { table.into() } else { empty(ABOUT).into() }
}
