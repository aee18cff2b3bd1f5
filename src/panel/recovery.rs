//! What the loss of a site takes.

use super::Asked;
use super::element::Markup;
use super::parts::empty;
use super::table::{Column, Table};
use crate::chart::number::grouped;

const ABOUT: &str = "Every site gets a row here with what its loss takes. Place components to see it.";

const COLUMNS: [Column; 3] =
    [Column::Words("Site"), Column::Numbers("Components"), Column::Numbers("Servers")];

pub(super) fn write(asked: &Asked<'_>) -> Markup {
    let scenario = asked.scenario;
    if scenario.components.is_empty() {
        return empty(ABOUT).into();
    }
    let mut table = Table::new("What the loss of each site takes", &COLUMNS);
    for site in &scenario.sites {
        let (mut components, mut servers) = (0.0, 0.0);
        for component in scenario.components.iter().filter(|component| component.site == site.id) {
            components += 1.0;
            servers += component.servers.iter().fold(0.0, |count, _| count + 1.0);
        }
        table.row(
            site.id.as_str(),
            [Markup::from(&site.name), grouped(components).into(), grouped(servers).into()],
        );
    }
    table.into()
}
