//! Continuous-time Markov chains and their stationary law.

mod adjacency;
mod birth_death;
mod closed_set;
mod dense;
mod elimination;
mod in_order;
mod order;
mod walk;
mod watch;

use super::ModelError;

pub(in crate::reliability) use adjacency::Adjacency;
pub(in crate::reliability) use watch::Watch;

/// The largest number of states of a chain.
pub(in crate::reliability) const MAX_STATES: usize = 100_000;

/// One way for a chain to go on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transition {
    /// The state left, counted from 0.
    pub from: usize,
    /// The state entered.
    pub to: usize,
    /// The rate, per hour spent in `from`.
    pub per_hour: f64,
}

/// The share of time that a chain started in state 0 spends in each state in the long run.
///
/// States that are left for ever have probability 0. Several transitions between the same two states add up, one
/// from a state to itself changes nothing. Each probability has a small relative error, however small it is.
///
/// How the states are numbered does not matter: the solver chooses in which order it removes them.
///
/// # Errors
/// If a transition names a state that is not there or has a rate that is not a finite positive number; if the
/// chain can end in more than one closed set of states; if the chain is too large or its rates lie too far apart.
pub fn stationary_law(states: usize, transitions: &[Transition]) -> Result<Vec<f64>, ModelError> {
    stationary_law_within(states, transitions, usize::MAX, &Watch::new(&|| false))
}

/// The stationary law as [`stationary_law`] gives it, unless it takes more than so many numbers at one time or the time is over.
pub(in crate::reliability) fn stationary_law_within(
    states: usize,
    transitions: &[Transition],
    most_numbers: usize,
    watch: &Watch<'_>,
) -> Result<Vec<f64>, ModelError> {
    if !(1..=MAX_STATES).contains(&states) {
        let quantity = "the number of states of a chain";
        return Err(ModelError::CountOutOfRange { quantity, count: states, least: 1, most: MAX_STATES });
    }
    for transition in transitions {
        check(states, transition)?;
    }
    let (outgoing, incoming) =
        (Adjacency::outgoing(states, transitions), Adjacency::incoming(states, transitions));
    let members = closed_set::reached_from_first(states, &outgoing, &incoming)?;
    if members.len() == states {
        return match birth_death::law(states, transitions) {
            Some(law) => Ok(law),
            None => elimination::law(states, &outgoing, &incoming, most_numbers, watch),
        };
    }
    let mut place = vec![None; states];
    for (index, &member) in members.iter().enumerate() {
        if let Some(slot) = place.get_mut(member) {
            *slot = Some(index);
        }
    }
    let place_of = |state: usize| place.get(state).copied().flatten();
    let within: Vec<Transition> = transitions
        .iter()
        .filter_map(|transition| {
            let (from, to) = (place_of(transition.from)?, place_of(transition.to)?);
            Some(Transition { from, to, per_hour: transition.per_hour })
        })
        .collect();
    let mut law_of_members = stationary_law_within(members.len(), &within, most_numbers, watch)?.into_iter();
    Ok(place.iter().map(|slot| slot.and_then(|_| law_of_members.next()).unwrap_or(0.0)).collect())
}

/// The same for the chain of a group, which always comes back to state 0, and whose transitions join states with numbers not far
/// apart, or all with the last ones: states are removed from the last to the first.
///
/// # Errors
/// If a transition is not one of [`stationary_law`], the chain is too large or its rates lie too far apart.
pub(in crate::reliability) fn stationary_law_in_order(
    states: usize,
    transitions: &[Transition],
) -> Result<Vec<f64>, ModelError> {
    for transition in transitions {
        check(states, transition)?;
    }
    in_order::law(states, transitions)
}

fn check(states: usize, transition: &Transition) -> Result<(), ModelError> {
    if let Some(&state) = [transition.from, transition.to].iter().find(|&&state| state >= states) {
        return Err(ModelError::NoSuchState { state, states });
    }
    let (least, most, value) = (f64::MIN_POSITIVE, f64::MAX, transition.per_hour);
    if (least..=most).contains(&value) {
        Ok(())
    } else {
        Err(ModelError::OutOfRange { quantity: "the rate of a transition per hour", value, least, most })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chain(rates: &[(usize, usize, f64)]) -> Vec<Transition> {
        rates.iter().map(|&(from, to, per_hour)| Transition { from, to, per_hour }).collect()
    }

    #[test]
    fn two_states_share_the_time() {
        assert_eq!(stationary_law(2, &chain(&[(0, 1, 1.0), (1, 0, 3.0)])), Ok(vec![0.75, 0.25]));
    }

    #[test]
    fn one_state_takes_all_the_time() {
        assert_eq!(stationary_law(1, &[]), Ok(vec![1.0]));
        assert_eq!(stationary_law(1, &chain(&[(0, 0, 5.0)])), Ok(vec![1.0]));
    }

    #[test]
    fn a_ring_is_solved_by_the_mean_stays() {
        let law = stationary_law(4, &chain(&[(0, 1, 1.0), (1, 2, 0.5), (2, 3, 0.25), (3, 0, 1.0)])).unwrap();
        for (found, stay) in law.iter().zip([1.0, 2.0, 4.0, 1.0]) {
            assert!((found - stay / 8.0).abs() < 1e-15, "{law:?}");
        }
    }

    #[test]
    fn states_left_for_ever_or_never_entered_have_no_share() {
        // 0 and 1 lead into the pair 3, 4; nothing leads to 2.
        let rates =
            [(0, 1, 1.0), (1, 3, 1.0), (1, 0, 1.0), (3, 4, 1.0), (4, 3, 1.0), (2, 0, 1.0), (2, 3, 9.0)];
        assert_eq!(stationary_law(5, &chain(&rates)), Ok(vec![0.0, 0.0, 0.0, 0.5, 0.5]));
    }

    #[test]
    fn a_chain_with_two_ends_has_no_law() {
        assert_eq!(stationary_law(3, &chain(&[(0, 1, 1.0), (0, 2, 1.0)])), Err(ModelError::SeveralEnds));
    }

    #[test]
    fn parallel_transitions_add_up() {
        let law = stationary_law(2, &chain(&[(0, 1, 1.0), (0, 1, 2.0), (0, 0, 7.0), (1, 0, 1.0)]));
        assert_eq!(law, Ok(vec![0.25, 0.75]));
    }

    #[test]
    fn probabilities_far_below_rounding_keep_their_digits() {
        let tiny = 1e-40;
        let law = stationary_law(3, &chain(&[(0, 1, tiny), (1, 2, tiny), (2, 1, 1.0), (1, 0, 1.0)])).unwrap();
        assert!((law[2] / (tiny * tiny) - 1.0).abs() < 1e-15, "{law:?}");
    }

    #[test]
    fn growing_and_shrinking_products_do_not_overflow() {
        // A birth-death chain whose weights rise by 1e20 at each of 40 steps.
        let mut rates = Vec::new();
        for state in 0..40 {
            rates.push((state, state + 1, 1e20));
            rates.push((state + 1, state, 1.0));
        }
        let law = stationary_law(41, &chain(&rates)).unwrap();
        assert!((law[40] - 1.0).abs() < 1e-15);
        assert!((law[39] / 1e-20 - 1.0).abs() < 1e-14, "{:e}", law[39]);
        assert!(law.iter().all(|share| share.is_finite()));
    }

    #[test]
    fn chains_that_make_no_sense_are_refused() {
        assert!(stationary_law(0, &[]).is_err());
        assert!(stationary_law(MAX_STATES + 1, &[]).is_err());
        let outside = stationary_law(2, &chain(&[(0, 2, 1.0)]));
        assert_eq!(outside, Err(ModelError::NoSuchState { state: 2, states: 2 }));
        for rate in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(stationary_law(2, &chain(&[(0, 1, rate)])).is_err(), "{rate}");
        }
    }

    #[test]
    fn states_joined_with_many_others_are_no_trouble() {
        // A star of whatever numbering: the stay in each outer state is 1 hour, in the middle 1 / 19,999.
        let states = 20_000;
        for middle in [0, 7_777, states - 1] {
            let outer = (0..states).filter(|&state| state != middle);
            let rates: Vec<_> =
                outer.flat_map(|state| [(state, middle, 1.0), (middle, state, 1.0)]).collect();
            let law = stationary_law(states, &chain(&rates)).unwrap();
            assert!(law.iter().all(|share| (share * 20_000.0 - 1.0).abs() < 1e-11));
        }
    }

    #[test]
    fn too_much_work_is_refused_rather_than_begun() {
        // Jumps of all lengths: whatever is removed, soon all are joined with all.
        let states = 40_000;
        let mut rates = Vec::new();
        for state in 0..states {
            for jump in [1, 37, 1_111, 7_919, 17_389] {
                rates.push((state, (state + jump) % states, 1.0));
            }
        }
        assert!(matches!(stationary_law(states, &chain(&rates)), Err(ModelError::TooManySteps { .. })));
    }
}
