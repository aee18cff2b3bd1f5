//! Markup as it was written.

use proc_macro2::{Ident, Literal, TokenStream};

/// A part of the markup.
#[derive(Debug)]
pub enum Node {
    /// `<p …>…</p>`.
    Element(Element),
    /// `<>…</>` or `<key={…}>…</>`.
    Fragment {
        /// The expression of its key.
        key: Option<TokenStream>,
        /// What is in it.
        children: Vec<Node>,
    },
    /// `{ "words" }`.
    Text(Literal),
    /// `{ expression }`.
    Part(TokenStream),
    /// `{ for expression }`.
    Each(TokenStream),
    /// `for … in … { … }`.
    Loop {
        /// What stands between `for` and the braces.
        head: TokenStream,
        /// What stands in the braces.
        body: Vec<Node>,
    },
    /// `if … { … } else { … }`.
    Choice {
        /// What stands between `if` and the braces.
        condition: TokenStream,
        /// What stands in the braces.
        then: Vec<Node>,
        /// What stands behind `else`.
        otherwise: Vec<Node>,
    },
}

/// One element.
#[derive(Debug)]
pub struct Element {
    /// Its name.
    pub tag: String,
    /// Its attributes, in the order in which they stand.
    pub attributes: Vec<Attribute>,
    /// What is in it.
    pub children: Vec<Node>,
}

/// What stands in the tag of an element.
#[derive(Debug)]
pub enum Attribute {
    /// `name="text"`.
    Fixed(String, Literal),
    /// `name={expression}`.
    Open(String, TokenStream),
    /// `~name={expression}`: a property of the element in place of an attribute.
    Property(String, TokenStream),
    /// `onclick={callback}`.
    Listener(Ident, TokenStream),
    /// `key={…}`.
    Key(TokenStream),
    /// `ref={…}`.
    Reference(TokenStream),
}
