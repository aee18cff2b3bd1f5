//! `servers/COMPONENT` with a number: gives a component so many servers.

use super::Change;
use crate::catalog::Catalog;
use crate::plan::{Edit, NodeId, Scenario};

pub(super) fn carry_out(
    scenario: &Scenario,
    catalog: &Catalog,
    component: &str,
    value: &str,
) -> Result<Change, String> {
    let id = NodeId::from(component);
    let component = scenario.component(&id).ok_or("This component is no longer in the plan")?;
    let role = scenario.role(catalog, &id).ok_or("The catalog does not know what this component is")?;
    let (name, max) = (&component.name, role.servers.max);
    let count = value.trim().parse().ok().filter(|count| (1..=max).contains(count));
    let count = count.ok_or_else(|| {
        format!("{name} takes 1 to {max} servers, as a whole number; “{value}” is none of these")
    })?;
    let label = format!("Give {name} {count} {}", if count == 1 { "server" } else { "servers" });
    Ok((label, vec![Edit::SetServerCount { component: id, count }]))
}
