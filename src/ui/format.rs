//! Numbers as people say them. Pure text: nothing here needs a browser.

mod transform;

pub use crate::chart::figure::{exact, figure, unrounded};
pub use crate::chart::nines::{availability, target};
pub use crate::chart::number::{grouped, percent, users};
pub use crate::chart::time::{duration, every, short_duration};
pub use crate::decimal::{entry, read_entry};
pub use crate::picture::availability_on_card;
pub use transform::translate;
