//! The plan in one line.

use std::rc::Rc;

use super::answer::{Headline, Losses, Measures, WorkloadRow};
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;

/// How the rows' figures become the headline's.
const MEAN: &str = "Σ figure · users / Σ users over the rows of IM and presence";

/// IM and presence for all users, each by his own path, weighted by users; none without users.
pub(super) fn headline(rows: &[WorkloadRow], capacity: Rc<Figure>, target: Option<f64>) -> Option<Headline> {
    let rows: Vec<&Measures> =
        rows.iter().filter(|row| row.key.workload == Workload::ImPresence).map(|row| &row.measures).collect();
    let sum = |pick: fn(&Measures) -> &Rc<Figure>, name: &str| {
        let inputs: Vec<Rc<Figure>> = rows.iter().map(|measures| Rc::clone(pick(measures))).collect();
        let value = inputs.iter().map(|figure| figure.value).sum();
        Figure::computed(name, value, Unit::Users, "sum over the rows of IM and presence", inputs)
    };
    let demand = sum(|measures| &measures.demand_users, "Connected users");
    if demand.value <= 0.0 {
        return None;
    }
    let users = demand.value;
    let weighted = |pick: fn(&Measures) -> &Rc<Figure>, formula: &str| {
        let values = rows.iter().map(|measures| pick(measures).value * measures.demand_users.value);
        let first = rows.first().map(|measures| pick(measures));
        Figure::computed(
            first.map_or_else(String::new, |figure| figure.name.clone()),
            values.sum::<f64>() / users,
            first.map_or(Unit::Share, |figure| figure.unit),
            formula,
            rows.iter()
                .flat_map(|measures| [Rc::clone(pick(measures)), Rc::clone(&measures.demand_users)])
                .collect::<Vec<_>>(),
        )
    };
    let losses = Losses::of(
        weighted(|measures| &measures.losses.outage, MEAN),
        weighted(|measures| &measures.losses.over_capacity, MEAN),
        weighted(|measures| &measures.losses.reconnect, MEAN),
        weighted(|measures| &measures.losses.planned, MEAN),
    );
    let measures = Measures::of(
        demand,
        capacity,
        weighted(|measures| &measures.unavailability_any, MEAN),
        weighted(|measures| &measures.unavailability_full, MEAN),
        weighted(|measures| &measures.outages_per_year, MEAN),
        losses,
    );
    Some(Headline { measures, target })
}
