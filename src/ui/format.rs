//! Numbers as people say them. Pure text: nothing here needs a browser.

mod availability;
mod entry;
mod figure;
mod number;
mod time;

pub use crate::chart::nines::target;
pub use availability::{availability, availability_on_card, percent};
pub use entry::{entry, read_entry};
pub use figure::{exact, figure};
pub use number::{grouped, users};
pub use time::{duration, every, short_duration};
