//! What the program holds that facts can be used for, from its own lists.

use std::collections::BTreeSet;

use availability_planner::analysis::knowledge::Knowledge;
use availability_planner::catalog::Catalog;
use availability_planner::catalog::figure::Mark;
use availability_planner::catalog::workload::Workload;
use availability_planner::exchange::template::TEMPLATES;
use availability_planner::rules::{items, rules};

use super::ledger::Thing;

/// The program, as far as the ledger is about it.
pub struct Program {
    /// Everything that has to be named.
    pub things: BTreeSet<Thing>,
    /// What is shown as documented for this product.
    pub documented: BTreeSet<Thing>,
    /// Names of facts that the program states itself, each with the thing that states it. A rule’s name is its fact’s.
    pub stated: Vec<(String, Thing)>,
}

impl Program {
    pub fn read() -> Self {
        let mut program = Self { things: BTreeSet::new(), documented: BTreeSet::new(), stated: Vec::new() };
        program.read_rules();
        program.read_catalog();
        program.read_knowledge();
        for workload in Workload::ALL {
            program.add("workload", workload.id());
        }
        for template in TEMPLATES {
            program.add("template", template.id);
        }
        program
    }

    fn add(&mut self, kind: &str, id: &str) -> Thing {
        let thing = Thing::new(kind, id);
        assert!(self.things.insert(thing.clone()), "the program has {kind} {id} twice");
        thing
    }

    fn add_marked(&mut self, kind: &str, id: &str, mark: Mark) -> Thing {
        let thing = self.add(kind, id);
        if mark == Mark::Documented {
            self.documented.insert(thing.clone());
        }
        thing
    }

    fn read_rules(&mut self) {
        for rule in rules() {
            let thing = self.add_marked("rule", rule.id, rule.mark);
            self.stated.push((rule.id.into(), thing));
        }
        for item in items() {
            let thing = self.add_marked("item", item.id, item.mark);
            self.stated.push((item.id.into(), thing));
        }
    }

    fn read_catalog(&mut self) {
        let catalog = Catalog::bundled();
        for figure in catalog.figure_specs() {
            self.add_marked("figure", figure.id.as_str(), figure.mark);
        }
        for role in catalog.roles() {
            self.add("role", role.id.as_str());
        }
        for family in catalog.families() {
            self.add("family", &family.id);
        }
    }

    fn read_knowledge(&mut self) {
        let knowledge = Knowledge::bundled();
        for row in &knowledge.rows {
            let facts = row.cells.iter().flat_map(|cell| &cell.facts);
            self.state("failure", &row.id, facts.map(|fact| &fact.id));
        }
        for timing in &knowledge.timing {
            self.state("timing", &timing.id, [&timing.fact.id]);
        }
        for store in &knowledge.stores {
            let after = store.survives.iter().map(|survives| &survives.fact.id);
            self.state("store", &store.id, after.chain([&store.fact.id]));
        }
        for loss in &knowledge.losses {
            let point = loss.point.iter().map(|point| &point.fact.id);
            let time = loss.time.iter().map(|time| &time.fact.id);
            self.state(
                "loss",
                &loss.id,
                point.chain(time).chain(loss.steps.iter().map(|step| &step.fact.id)),
            );
        }
        for stage in &knowledge.stages {
            self.state("stage", &stage.id, [&stage.fact.id]);
        }
        for tool in &knowledge.tools {
            self.state("tool", &tool.id, [&tool.fact.id]);
        }
        for guidance in &knowledge.guidance {
            self.state("guidance", &guidance.id, [&guidance.fact.id]);
        }
    }

    fn state<'a>(&mut self, kind: &str, id: &str, facts: impl IntoIterator<Item = &'a String>) {
        let thing = self.add(kind, id);
        self.stated.extend(facts.into_iter().map(|fact| (fact.clone(), thing.clone())));
    }
}
