//! Questions and answers: the latest question wins, whoever works on it.

mod clerk;
mod errand;
mod ordering;
mod parcel;
mod years;

use std::cell::Cell;
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use crate::analysis::{Analysis, AnalysisError, Options, analyse_in_turns};
use crate::catalog::Catalog;
use crate::plan::Scenario;

pub use clerk::Clerk;
pub use errand::{
    ChartErrand, ChartKind, Done, Drawn, Errand, Moment, Reply, Served, ServedRow, ServerLoad, Simulate,
    Years,
};
pub use ordering::{Ordering, Outcome};
pub use parcel::{Parcel, ParcelKind};

/// What has come of the work on a question.
#[derive(Debug)]
pub enum Progress {
    /// Another question was asked since.
    Overtaken,
    /// There is more to do.
    GoesOn,
    /// What came out.
    Done(Result<Rc<Analysis>, AnalysisError>),
}

/// Works on the latest question, in turns so short that the page answers to the pointer between them.
pub struct Desk {
    clock: fn() -> f64,
    turn_ends: Rc<Cell<f64>>,
    latest: u64,
    work: Option<Work>,
}

type Work = Pin<Box<dyn Future<Output = Result<Analysis, AnalysisError>>>>;

impl Desk {
    /// How long a turn is: half of what a browser has for a frame, so that it still draws sixty in a second.
    pub const TURN_MS: f64 = 8.0;

    /// A desk by this clock, which tells milliseconds.
    pub fn new(clock: fn() -> f64) -> Self {
        Self { clock, turn_ends: Rc::default(), latest: 0, work: None }
    }

    /// Asks a question in place of all before it; gives its number.
    pub fn ask(&mut self, scenario: &Rc<Scenario>, catalog: &Rc<Catalog>, options: Options) -> u64 {
        let (clock, turn_ends) = (self.clock, Rc::clone(&self.turn_ends));
        let is_over = move || clock() >= turn_ends.get();
        self.work =
            Some(Box::pin(analyse_in_turns(Rc::clone(scenario), Rc::clone(catalog), options, is_over)));
        self.latest += 1;
        self.latest
    }

    /// Works for a turn on the question of that number.
    pub fn go_on(&mut self, number: u64) -> Progress {
        let Some(work) = self.work.as_mut().filter(|_| number == self.latest) else {
            return Progress::Overtaken;
        };
        self.turn_ends.set((self.clock)() + Self::TURN_MS);
        match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Pending => Progress::GoesOn,
            Poll::Ready(result) => {
                self.work = None;
                Progress::Done(result.map(Rc::new))
            }
        }
    }
}

impl fmt::Debug for Desk {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { latest, work, .. } = self;
        formatter.debug_struct("Desk").field("latest", latest).field("works", &work.is_some()).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::analysis::analyse;
    use crate::exchange::template::TEMPLATES;

    thread_local! {
        static TIME: Cell<f64> = const { Cell::new(0.0) };
    }

    /// A clock by which a turn is over whenever it is looked at.
    fn fast() -> f64 {
        TIME.with(|time| {
            time.set(time.get() + Desk::TURN_MS);
            time.get()
        })
    }

    fn scenarios(catalog: &Catalog) -> Vec<Rc<Scenario>> {
        let documents = TEMPLATES.iter().map(|template| template.open(catalog).unwrap());
        documents.map(|document| Rc::clone(document.scenarios.first().unwrap())).collect()
    }

    #[test]
    fn an_analysis_in_turns_comes_to_the_same_as_one_at_a_stretch() {
        let catalog = Catalog::bundled();
        for scenario in scenarios(&catalog) {
            let mut desk = Desk::new(fast);
            let number = desk.ask(&scenario, &catalog, Options::default());
            let mut turns = 1;
            let result = loop {
                match desk.go_on(number) {
                    Progress::GoesOn => turns += 1,
                    Progress::Done(result) => break result,
                    Progress::Overtaken => panic!("nothing else was asked"),
                }
            };
            let known = analyse(&scenario, &catalog, Options::default());
            assert_eq!(result.map(|analysis| (*analysis).clone()), known, "{}", scenario.name);
            assert!(turns > scenario.components.len(), "{turns} turns");
            assert!(matches!(desk.go_on(number), Progress::Overtaken), "it is told once");
        }
    }

    #[test]
    fn a_question_is_dropped_for_the_next_one_even_in_the_middle() {
        let catalog = Catalog::bundled();
        let mut desk = Desk::new(fast);
        let scenarios = scenarios(&catalog);
        let numbers: Vec<u64> = scenarios
            .iter()
            .map(|scenario| {
                let number = desk.ask(scenario, &catalog, Options::default());
                assert!(matches!(desk.go_on(number), Progress::GoesOn));
                number
            })
            .collect();
        let (last, dropped) = numbers.split_last().unwrap();
        for number in dropped {
            assert!(matches!(desk.go_on(*number), Progress::Overtaken));
        }
        assert!(!matches!(desk.go_on(*last), Progress::Overtaken));
    }

    #[test]
    fn a_small_plan_takes_one_turn() {
        let catalog = Catalog::bundled();
        let mut desk = Desk::new(|| 0.0);
        for scenario in scenarios(&catalog) {
            let number = desk.ask(&scenario, &catalog, Options::default());
            assert!(matches!(desk.go_on(number), Progress::Done(Ok(_))), "{}", scenario.name);
        }
    }
}
