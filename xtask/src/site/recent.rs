//! Locals by how recently they were used, in place of their numbers: most are used again soon, so most ranks are small.
//!
//! What is read comes first then, and what is written second: it is seldom the very next to be read. Jon Bentley, Daniel Sleator, Robert
//! Tarjan and Victor Wei, "A locally adaptive data compression scheme", Communications of the ACM 29 (1986).

/// The locals of a function, those used last first; those not used yet follow in their order.
#[derive(Default)]
pub(super) struct Recent(Vec<usize>);

impl Recent {
    /// The place of a local among them; it is used now.
    pub(super) fn rank(&mut self, local: usize, is_read: bool) -> Option<usize> {
        let Self(locals) = self;
        while locals.len() <= local.max(1) {
            locals.push(locals.len());
        }
        let rank = locals.iter().position(|known| *known == local)?;
        locals.remove(rank);
        locals.insert(usize::from(!is_read), local);
        Some(rank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_used_last_ranks_first() {
        let mut recent = Recent::default();
        for (local, is_read, rank) in [
            (3, true, 3),
            (3, true, 0),
            (0, true, 1),
            (3, true, 1),
            (5, false, 5),
            (3, true, 0),
            (5, true, 1),
            (0, false, 2),
        ] {
            assert_eq!(recent.rank(local, is_read), Some(rank), "{local}");
        }
    }
}
