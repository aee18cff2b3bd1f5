//! The `html!` of the page.
//!
//! It takes what Yew's macro of that name takes, components aside. Where Yew's writes code that makes every element, this
//! one writes down the elements as one text, a *template*, and code only for what differs from one drawing to the next.
//! The page reads the template at run time (`ui::markup`). That makes the program that a visitor fetches smaller by a
//! twentieth.

mod expand;
mod node;
mod read;

use proc_macro::TokenStream;

/// Markup, as a value of type `yew::Html`.
///
/// ```text
/// html! {
///     <p class="under" title={explanation}>{ "served by " }<b>{ count.to_string() }</b></p>
///     if single { <span class="bad">{ "single point of failure" }</span> }
///     { for parts }
/// }
/// ```
///
/// An attribute is a text or an expression in braces (`{title}` is short for `title={title}`); `key` and `ref` are Yew's,
/// and names that begin with `on` take callbacks. A part in braces is anything that implements `ui::markup::Part`.
#[proc_macro]
pub fn html(tokens: TokenStream) -> TokenStream {
    match read::nodes(tokens.into()) {
        Ok(nodes) => expand::expand(&nodes).into(),
        Err(fault) => fault.into_compile_error().into(),
    }
}
