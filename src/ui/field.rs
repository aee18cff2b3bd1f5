//! Fields that take a value when they are left or Enter is pressed, and say what is wrong with one that will not do.

mod number;
mod text;

pub use number::NumberField;
pub use text::TextField;
