//! Markup: the `html!` of the page and what it is made with.
//!
//! Yew's own macro writes code for every element of every view. This one writes a *template*, one text of all that is always the
//! same, and code only for what is filled in.

mod draft;
mod part;
mod template;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;
mod value;

pub use markup::html;
pub use part::each;
pub use template::Template;

/// The words of a `class`: texts, and texts that may be missing.
macro_rules! classes {
    ($($class:expr),+ $(,)?) => {{
        let mut classes = ::std::string::String::new();
        $($crate::ui::markup::Class::add_to($class, &mut classes);)+
        classes
    }};
}

pub(crate) use classes;

/// What can stand in a `class`.
pub trait Class {
    /// Adds it to those that stand there.
    fn add_to(self, classes: &mut String);
}

impl Class for &str {
    fn add_to(self, classes: &mut String) {
        if !classes.is_empty() {
            classes.push(' ');
        }
        classes.push_str(self);
    }
}

impl Class for Option<&str> {
    fn add_to(self, classes: &mut String) {
        if let Some(class) = self {
            class.add_to(classes);
        }
    }
}
