//! Killing and repairing: what is down belongs to the session and can be undone, but is never in the plan.

use super::state::State;
use super::target::Target;
use crate::analysis::{Casualty, FailureSet};
use crate::catalog::Catalog;

impl State {
    /// Kills or repairs something, or does whichever of the two changes it.
    pub(super) fn strike(&mut self, catalog: &Catalog, casualty: &Casualty, blow: Blow) {
        self.strike_all(catalog, std::slice::from_ref(casualty), blow);
    }

    /// Kills the components and pools that are selected, or repairs them where all of them are down.
    pub(super) fn strike_selection(&mut self, catalog: &Catalog) {
        let casualties: Vec<Casualty> = self.selected_casualties().collect();
        self.strike_all(catalog, &casualties, Blow::Toggle);
    }

    pub(super) fn repair_all(&mut self) {
        self.hold_down("Repair everything", FailureSet::default());
    }

    /// What can be killed of what is selected.
    pub(super) fn selected_casualties(&self) -> impl Iterator<Item = Casualty> {
        let nodes = self.selection.iter().filter_map(|target| match target {
            Target::Node(node) => Some(Casualty::Node(node.clone())),
            Target::RemoteUsers(_) | Target::Link(_) => None,
        });
        nodes.filter(|casualty| casualty.exists(self.scenario()))
    }

    fn strike_all(&mut self, catalog: &Catalog, casualties: &[Casualty], blow: Blow) {
        let scenario = self.scenario();
        let all_down = casualties.iter().all(|casualty| self.killed.holds(scenario, casualty));
        let repairs = blow == Blow::Repair || (blow == Blow::Toggle && all_down);
        let mut killed = self.killed.clone();
        for casualty in casualties {
            if repairs {
                killed.repair(scenario, casualty);
            } else {
                killed.kill(scenario, casualty);
            }
        }
        let verb = if repairs { "Repair" } else { "Kill" };
        let label = match casualties {
            [only] => format!("{verb} {}", only.name(scenario, catalog)),
            several => format!("{verb} {} parts", several.len()),
        };
        self.hold_down(&label, killed);
    }

    /// Holds down what is in the set and nothing else, as a step of its own.
    fn hold_down(&mut self, label: &str, killed: FailureSet) {
        if killed != self.killed {
            let before = self.version();
            self.killed = killed;
            self.history.commit(label, before);
        }
    }
}

/// What is done to something that can be down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blow {
    /// It goes down.
    Kill,
    /// It comes back.
    Repair,
    /// It comes back where all of it is down, and goes down otherwise.
    Toggle,
}
