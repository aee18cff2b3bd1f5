//! From nodes to code: a template, and the calls that fill it.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::node::{Attribute, Element, Node};

/// The marks of a template, each before what it is about; `ui::markup::template` reads them.
mod mark {
    pub const OPEN: &str = "\u{10}";
    pub const FIXED: &str = "\u{11}";
    pub const ATTRIBUTE: &str = "\u{12}";
    pub const PART: &str = "\u{13}";
    pub const TEXT: &str = "\u{14}";
    pub const CLOSE: &str = "\u{15}";
    pub const HOOK: &str = "\u{16}";
    pub const PROPERTY: &str = "\u{17}";
}

/// The code that makes these nodes.
pub fn expand(nodes: &[Node]) -> TokenStream {
    let mut template =
        Template { text: Vec::new(), fixed: String::new(), calls: TokenStream::new(), draft: draft() };
    // A fragment around everything is what the drawing is anyway.
    match nodes {
        [Node::Fragment { key, children }] => {
            if let Some(key) = key {
                template.hook(&quote!(key), &quote!({ #key }.into()));
            }
            template.nodes(children);
        }
        nodes => template.nodes(nodes),
    }
    template.finish()
}

/// The name of the value that is filled; no name in the markup can be the same.
fn draft() -> Ident {
    Ident::new("draft", Span::mixed_site())
}

struct Template {
    /// The template, as pieces for `concat!`.
    text: Vec<Literal>,
    /// What comes next in it and is of the macro's own making.
    fixed: String,
    calls: TokenStream,
    draft: Ident,
}

impl Template {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Element(element) => self.element(element),
            Node::Fragment { key: None, children } => self.nodes(children),
            Node::Fragment { .. } => {
                let whole = expand(std::slice::from_ref(node));
                self.part(&whole);
            }
            Node::Text(text) => {
                self.fixed.push_str(mark::TEXT);
                self.literal(text);
            }
            Node::Part(value) => self.part(&quote!({ #value })),
            Node::Each(value) => self.part(&quote!(crate::ui::markup::each({ #value }))),
            Node::Loop { head, body } => {
                let (parts, body) = (Ident::new("parts", Span::mixed_site()), expand(body));
                self.part(&quote!({
                    let mut #parts = ::std::vec::Vec::new();
                    for #head {
                        #parts.push(#body);
                    }
                    #parts
                }));
            }
            Node::Choice { condition, then, otherwise } => {
                let (then, otherwise) = (expand(then), expand(otherwise));
                self.part(&quote!(if #condition { #then } else { #otherwise }));
            }
        }
    }

    fn element(&mut self, element: &Element) {
        self.fixed.push_str(mark::OPEN);
        self.fixed.push_str(&element.tag);
        for attribute in &element.attributes {
            match attribute {
                Attribute::Fixed(name, value) => {
                    self.fixed.push_str(mark::FIXED);
                    self.fixed.push_str(name);
                    self.fixed.push('=');
                    self.literal(value);
                }
                Attribute::Open(name, value) => {
                    self.fixed.push_str(mark::ATTRIBUTE);
                    self.fixed.push_str(name);
                    self.call(&quote!(attribute), &quote!({ #value }));
                }
                Attribute::Property(name, value) => {
                    self.fixed.push_str(mark::PROPERTY);
                    self.fixed.push_str(name);
                    self.call(&quote!(attribute), &quote!({ #value }));
                }
                Attribute::Listener(name, value) => {
                    self.hook(
                        &quote!(listener),
                        &quote!(::yew::html::#name::Wrapper::__macro_new({ #value })),
                    );
                }
                Attribute::Key(value) => self.hook(&quote!(key), &quote!({ #value }.into())),
                Attribute::Reference(value) => self.hook(&quote!(reference), &quote!({ #value })),
            }
        }
        self.nodes(&element.children);
        self.fixed.push_str(mark::CLOSE);
    }

    fn part(&mut self, value: &TokenStream) {
        self.fixed.push_str(mark::PART);
        self.call(&quote!(part), value);
    }

    fn hook(&mut self, method: &TokenStream, value: &TokenStream) {
        self.fixed.push_str(mark::HOOK);
        self.call(method, value);
    }

    fn call(&mut self, method: &TokenStream, value: &TokenStream) {
        let draft = &self.draft;
        self.calls.extend(quote!(#draft.#method(#value);));
    }

    fn literal(&mut self, literal: &Literal) {
        self.flush();
        self.text.push(literal.clone());
    }

    fn flush(&mut self) {
        if !self.fixed.is_empty() {
            self.text.push(Literal::string(&std::mem::take(&mut self.fixed)));
        }
    }

    fn finish(mut self) -> TokenStream {
        self.flush();
        let Self { text, calls, draft, .. } = self;
        quote!({
            static TEMPLATE: crate::ui::markup::Template = crate::ui::markup::Template::new(::std::concat!(#(#text),*));
            let mut #draft = TEMPLATE.draft();
            #calls
            #draft.finish()
        })
    }
}
