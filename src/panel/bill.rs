//! What has to be bought: the servers of each component.

use super::Asked;
use super::element::Markup;
use super::parts::{empty, order_field, shows};
use super::table::{Column, Table};

const ABOUT: &str =
    "Every component gets a row here with the servers that it takes. Place components to see them.";

const COLUMNS: [Column; 3] = [Column::Words("Component"), Column::Words("Role"), Column::Numbers("Servers")];

pub(super) fn write(asked: &Asked<'_>) -> Markup {
    if asked.scenario.components.is_empty() {
        return empty(ABOUT).into();
    }
    let mut table = Table::new("Servers of each component", &COLUMNS);
    for component in &asked.scenario.components {
        let role = asked.scenario.role(asked.catalog, &component.id);
        let order = format!("servers/{}", component.id);
        let label = format!("Servers of {}", component.name);
        let count = order_field(&order, &label, &component.servers.len().to_string());
        let name = role.map_or(component.role.as_str(), |role| &role.name);
        table.row(
            component.id.as_str(),
            [shows(asked.scenario, &component.id).into(), name.into(), count.into()],
        );
    }
    table.into()
}
