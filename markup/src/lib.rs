//! The `html!` of the page.
//!
//! It takes what Yew's macro of that name takes, components aside. Where Yew's writes code that makes every element, this
//! one writes down the elements as one text, a *template*, and code only for what differs from one drawing to the next.
//! The page reads the template at run time (`ui::markup`). That makes the program that a visitor fetches smaller by a
//! twentieth.

mod catalog;
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

/// The catalog in that file of the package as the page needs it, as a text: without words that only the worker tells.
///
/// ```text
/// const CATALOG: &str = markup::page_catalog!("src/catalog/product.json");
/// ```
#[proc_macro]
pub fn page_catalog(path: TokenStream) -> TokenStream {
    let named = path.to_string();
    let package = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let path = std::path::Path::new(&package).join(named.trim_matches('"'));
    let text = std::fs::read_to_string(&path).ok().and_then(|text| catalog::for_page(&text));
    let Some(text) = text else {
        let fault = format!("{} is no catalog", path.display());
        return quote::quote! { compile_error!(#fault) }.into();
    };
    let path = path.display().to_string();
    // The compiler is to look again when the file is another.
    quote::quote! { { const _: &[u8] = include_bytes!(#path); #text } }.into()
}
