//! What every figure has to be, whatever it is of.

use std::collections::HashSet;
use std::rc::Rc;

use availability_planner::analysis::Measures;
use availability_planner::catalog::figure::Figure;

/// What is wrong with figures and with those behind them, each looked at once.
#[derive(Debug, Default)]
pub struct Problems {
    pub found: Vec<String>,
    seen: HashSet<*const Figure>,
    /// Figures that were looked at; they stay alive, so that no other one takes their place.
    held: Vec<Rc<Figure>>,
}

impl Problems {
    /// Says so where it is not so.
    pub fn unless(&mut self, is_so: bool, words: impl FnOnce() -> String) {
        if !is_so {
            self.found.push(words());
        }
    }

    /// A number that is never less than nothing, and all that it was computed from.
    pub fn figure(&mut self, figure: &Rc<Figure>) {
        if !self.seen.insert(Rc::as_ptr(figure)) {
            return;
        }
        self.held.push(Rc::clone(figure));
        let value = figure.value;
        self.unless(value.is_finite() && value >= 0.0, || format!("{}: {value}", figure.name));
        for input in figure.inputs() {
            self.figure(input);
        }
    }

    /// The same of a part of a whole.
    pub fn share(&mut self, figure: &Rc<Figure>) {
        self.figure(figure);
        let value = figure.value;
        self.unless(value <= 1.0 + 1e-12, || format!("{}: {value} is more than all", figure.name));
    }

    /// The three views in their order, losses that sum to the whole, and nothing out of bounds.
    pub fn measures(&mut self, place: &str, measures: &Measures) {
        let losses = &measures.losses;
        for share in [
            &measures.unavailability_any,
            &measures.unavailability_full,
            &measures.unavailability_user_weighted,
        ] {
            self.share(share);
        }
        for figure in [
            &measures.demand_users,
            &measures.capacity_users,
            &measures.outages_per_year,
            &measures.mean_down_time,
            &losses.outage,
            &losses.over_capacity,
            &losses.reconnect,
            &losses.planned,
            &losses.total,
        ] {
            self.figure(figure);
        }
        let (any, full) = (measures.unavailability_any.value, measures.unavailability_full.value);
        self.unless(any <= full * (1.0 + 1e-12), || format!("{place}: any {any:e}, full {full:e}"));
        let of_time = |minutes: f64| minutes / 525_600.0;
        let lost = of_time(losses.outage.value + losses.over_capacity.value + losses.planned.value);
        let slack = 1e-12 * lost.max(1e-300);
        self.unless(any - slack <= lost && lost <= full + slack, || {
            format!("{place}: any {any:e}, lost {lost:e}, full {full:e}")
        });
        let whole = measures.unavailability_user_weighted.value;
        let parts = lost + of_time(losses.reconnect.value);
        self.unless((whole - parts).abs() <= 1e-12 * whole, || {
            format!("{place}: {whole:e} is not the sum {parts:e} of its losses")
        });
    }
}
