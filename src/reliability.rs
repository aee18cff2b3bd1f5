//! Generic reliability engine: groups of repairable units and exact functions over them.
