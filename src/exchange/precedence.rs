//! The order in which things with names can be worked out: each after those that it reads.

/// The numbers of a list in an order in which each stands after those that it reads, or the numbers along a cycle.
pub(super) fn sorted(reads: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Done,
    }
    let mut marks = vec![Mark::New; reads.len()];
    let mut order = Vec::with_capacity(reads.len());
    for first in 0..reads.len() {
        // Each with how many of those that it reads have been gone to.
        let mut way = vec![(first, 0)];
        while let Some((place, gone)) = way.pop() {
            let Some(mark) = marks.get_mut(place) else { continue };
            if gone == 0 {
                match mark {
                    Mark::Done => continue,
                    Mark::Open => {
                        let from = way.iter().position(|step| step.0 == place).unwrap_or(0);
                        return Err(way.split_off(from).into_iter().map(|step| step.0).collect());
                    }
                    Mark::New => *mark = Mark::Open,
                }
            }
            if let Some(next) = reads.get(place).and_then(|reads| reads.get(gone)) {
                way.push((place, gone + 1));
                way.push((*next, 0));
            } else {
                *mark = Mark::Done;
                order.push(place);
            }
        }
    }
    Ok(order)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_comes_after_those_that_it_reads() {
        assert_eq!(sorted(&[vec![1, 2], vec![2], vec![], vec![0, 2]]), Ok(vec![2, 1, 0, 3]));
        assert_eq!(sorted(&[vec![1, 1], vec![]]), Ok(vec![1, 0]));
    }

    #[test]
    fn a_cycle_is_named_without_what_leads_to_it() {
        assert_eq!(sorted(&[vec![1], vec![2], vec![3], vec![1]]), Err(vec![1, 2, 3]));
        assert_eq!(sorted(&[vec![0]]), Err(vec![0]));
    }
}
