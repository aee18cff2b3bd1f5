//! AND, OR and XOR of two functions, without recursion: a diagram may be thousands of variables deep and a browser's stack is small.

use super::{Arena, Edge, Stop};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Operation {
    And,
    Xor,
}

#[derive(Clone, Copy)]
enum Task {
    /// The result for two functions is wanted.
    Of(Edge, Edge),
    /// The results for both branches are there.
    Join { variable: u32, a: Edge, b: Edge },
    /// The last result is to be negated.
    Negate,
}

/// Room for tasks and results, kept from one operation to the next.
#[derive(Default)]
pub(super) struct Work {
    tasks: Vec<Task>,
    results: Vec<Edge>,
}

/// What is known of two functions without looking at their nodes.
enum Known {
    Result(Edge),
    /// The operands in the order in which the cache knows them, and whether the result is to be negated.
    Pair(Edge, Edge, bool),
}

impl Operation {
    fn known(self, a: Edge, b: Edge) -> Known {
        match self {
            Self::And if a == b || b == Edge::TRUE => Known::Result(a),
            Self::And if a == Edge::TRUE => Known::Result(b),
            Self::And if a == b.not() || a == Edge::FALSE || b == Edge::FALSE => Known::Result(Edge::FALSE),
            Self::And => Known::Pair(a.min(b), a.max(b), false),
            Self::Xor => {
                let negate = a.is_negated() != b.is_negated();
                let (a, b) = (a.regular(), b.regular());
                if a == b {
                    Known::Result(Edge::FALSE.negated_if(negate))
                } else if a == Edge::TRUE {
                    Known::Result(b.not().negated_if(negate))
                } else if b == Edge::TRUE {
                    Known::Result(a.not().negated_if(negate))
                } else {
                    // The other way round than for AND, so that one cache serves both.
                    Known::Pair(a.max(b), a.min(b), negate)
                }
            }
        }
    }
}

impl Arena<'_> {
    pub fn and(&mut self, a: Edge, b: Edge) -> Result<Edge, Stop> {
        self.apply(Operation::And, a, b)
    }

    pub fn or(&mut self, a: Edge, b: Edge) -> Result<Edge, Stop> {
        Ok(self.and(a.not(), b.not())?.not())
    }

    pub fn xor(&mut self, a: Edge, b: Edge) -> Result<Edge, Stop> {
        self.apply(Operation::Xor, a, b)
    }

    fn apply(&mut self, operation: Operation, a: Edge, b: Edge) -> Result<Edge, Stop> {
        let mut work = std::mem::take(&mut self.work);
        work.tasks.clear();
        work.results.clear();
        work.tasks.push(Task::Of(a, b));
        let done = self.work_off(operation, &mut work);
        let result = work.results.pop();
        self.work = work;
        done?;
        result.ok_or(Stop::Full)
    }

    fn work_off(&mut self, operation: Operation, work: &mut Work) -> Result<(), Stop> {
        let Work { tasks, results } = work;
        while let Some(task) = tasks.pop() {
            match task {
                Task::Of(a, b) => {
                    let (a, b, negate) = match operation.known(a, b) {
                        Known::Result(result) => {
                            results.push(result);
                            continue;
                        }
                        Known::Pair(a, b, negate) => (a, b, negate),
                    };
                    if let Some(result) = self.cache.get(a, b) {
                        results.push(result.negated_if(negate));
                        continue;
                    }
                    self.step()?;
                    if negate {
                        tasks.push(Task::Negate);
                    }
                    let variable = self.variable(a).min(self.variable(b));
                    let ((a_low, a_high), (b_low, b_high)) =
                        (self.cofactors(a, variable), self.cofactors(b, variable));
                    tasks.push(Task::Join { variable, a, b });
                    tasks.push(Task::Of(a_high, b_high));
                    tasks.push(Task::Of(a_low, b_low));
                }
                Task::Join { variable, a, b } => {
                    if let (Some(high), Some(low)) = (results.pop(), results.pop()) {
                        let result = self.make(variable, low, high)?;
                        self.cache.put(a, b, result);
                        results.push(result);
                    }
                }
                Task::Negate => {
                    if let Some(result) = results.last_mut() {
                        *result = result.not();
                    }
                }
            }
        }
        Ok(())
    }
}
