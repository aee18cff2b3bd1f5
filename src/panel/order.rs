//! Orders: changes of the plan that a panel or a finding offers, and how they are carried out.
//!
//! An order's name says what is to be changed: the part before the first `/` says how the rest is read. To add a kind of
//! order, add its word to [`carry_out`].

mod check;
mod family;
mod figure;
mod fix;
mod recovery;
mod servers;
mod tidy;

use crate::catalog::Catalog;
use crate::json;
use crate::plan::{Edit, Scenario};
use crate::rules::Finding;

pub use figure::as_typed;

/// A change of the plan that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What is to be changed, for example `fix/EDGE-RP-HA/reverse-proxy`.
    pub name: String,
    /// What was typed or chosen, `true` or `false` of a box that is ticked; none of most buttons.
    pub value: Option<String>,
}

json::fields!(Order { name, value });

/// What stands in an order for what the catalog has by itself.
pub const DEFAULT: &str = "default";

/// Edits with what they do, in the imperative.
pub type Change = (String, Vec<Edit>);

/// The edits that an order comes to.
///
/// # Errors
/// A sentence for the one who gave the order: what is wrong with it, and what would be right.
pub fn carry_out(
    scenario: &Scenario,
    catalog: &Catalog,
    findings: &[Finding],
    order: &Order,
) -> Result<Change, String> {
    let (kind, rest) = order.name.split_once('/').unwrap_or((&order.name, ""));
    let value = order.value.as_deref().unwrap_or_default();
    match kind {
        "check" => check::carry_out(rest, value),
        "family" => family::carry_out(catalog, rest),
        "figure" => figure::carry_out(scenario, catalog, rest, value),
        "fix" => fix::carry_out(findings, rest),
        "recovery" => recovery::carry_out(scenario, catalog, rest, value),
        "tier" => recovery::set_tier(scenario, rest, value),
        "tidy" => tidy::carry_out(scenario, catalog),
        "servers" => servers::carry_out(scenario, catalog, rest, value),
        _ => Err(format!("There is no way to change “{}”", order.name)),
    }
}
