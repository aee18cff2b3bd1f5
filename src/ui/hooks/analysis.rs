//! The figures of a scenario, asked for at every change and answered a task later.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::analysis::{Analysis, FailureSet, Options};
use crate::catalog::Catalog;
use crate::compute::{Desk, answer};
use crate::plan::Scenario;
use crate::ui::shared::Shared;

/// What is known of a scenario at this moment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Computed {
    /// The figures, or those of the scenario before.
    pub analysis: Option<Shared<Analysis>>,
    /// Why there are none.
    pub problem: Option<AttrValue>,
    /// Whether the answer to the latest question is still missing.
    pub stale: bool,
}

/// Asks for the figures whenever the scenario is another one. Only the answer to the latest question is taken.
#[hook]
pub fn use_analysis(catalog: &Shared<Catalog>, scenario: &Rc<Scenario>) -> Computed {
    let desk = use_mut_ref(Desk::default);
    let answered = use_state(|| (None::<Shared<Scenario>>, Computed::default()));
    let scenario = Shared::from(scenario);
    {
        let (catalog, answered) = (catalog.clone(), answered.setter());
        use_effect_with(scenario.clone(), move |scenario| {
            ask(&desk, &catalog, scenario.clone(), answered);
        });
    }
    let (of, computed) = &*answered;
    Computed { stale: of.as_ref() != Some(&scenario), ..computed.clone() }
}

type Answered = UseStateSetter<(Option<Shared<Scenario>>, Computed)>;

fn ask(desk: &Rc<RefCell<Desk>>, catalog: &Shared<Catalog>, scenario: Shared<Scenario>, answered: Answered) {
    let request = desk.borrow_mut().ask(Rc::clone(&scenario), FailureSet::default(), Options::default());
    let (desk, catalog) = (Rc::clone(desk), catalog.clone());
    // In a task of its own, so that what caused the question is on the screen first.
    Timeout::new(0, move || {
        if !desk.borrow().wants(request.sequence) {
            return;
        }
        let answer = answer(&catalog, &request);
        let Some(answer) = desk.borrow_mut().accept(answer) else { return };
        let computed = match answer.result {
            Ok(figures) => Computed { analysis: Some(Shared(figures.analysis)), problem: None, stale: false },
            Err(error) => Computed { analysis: None, problem: Some(error.to_string().into()), stale: false },
        };
        answered.set((Some(scenario), computed));
    })
    .forget();
}
