//! How much work an answer may take.

/// What may be spent on an answer. When it is spent, the answer is a refusal or an interval, never a guess.
#[derive(Clone, Copy)]
pub struct Budget<'a> {
    /// Nodes of decision diagrams alive at one time, of some 30 bytes each.
    pub nodes: usize,
    /// Asked now and then; work ends soon after it says yes. The caller knows the time, this code does not.
    pub is_over: &'a dyn Fn() -> bool,
}

impl Budget<'_> {
    /// So many nodes, for as long as it takes.
    pub const fn of_nodes(nodes: usize) -> Self {
        Self { nodes, is_over: &|| false }
    }
}

impl Default for Budget<'_> {
    /// Room for some five million nodes, for as long as it takes.
    fn default() -> Self {
        Self::of_nodes(5_000_000)
    }
}
