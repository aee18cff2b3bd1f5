//! Numbers as people say them. Pure text: nothing here needs a browser.

mod availability;
mod figure;
mod transform;

pub use crate::chart::nines::target;
pub use crate::chart::number::{grouped, percent, users};
pub use crate::chart::time::{duration, every, short_duration};
pub use crate::decimal::{entry, read_entry};
pub use availability::{availability, availability_on_card};
pub use figure::{exact, figure, unrounded};
pub use transform::translate;
