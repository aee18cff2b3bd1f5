//! From tokens to nodes.

use std::iter::Peekable;

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::quote_spanned;

use crate::node::{Attribute, Element, Node};

/// What is wrong with the markup, and where.
#[derive(Debug)]
pub struct Fault {
    says: String,
    at: Span,
}

impl Fault {
    fn new(says: impl Into<String>, at: Span) -> Self {
        Self { says: says.into(), at }
    }

    /// The fault as code that does not compile and says why.
    pub fn into_compile_error(self) -> TokenStream {
        let says = self.says;
        quote_spanned!(self.at => ::std::compile_error!(#says))
    }
}

/// Reads markup.
///
/// # Errors
///
/// Where a tag is not closed, closed by another, or not a tag at all.
pub fn nodes(tokens: TokenStream) -> Result<Vec<Node>, Fault> {
    let mut reader = Reader { tokens: tokens.into_iter().peekable(), at: Span::call_site() };
    let nodes = reader.siblings()?;
    match reader.next() {
        None => Ok(nodes),
        Some(token) => Err(Fault::new("this closes nothing", token.span())),
    }
}

struct Reader {
    tokens: Peekable<IntoIter>,
    /// Where the last token stood.
    at: Span,
}

impl Reader {
    fn next(&mut self) -> Option<TokenTree> {
        let token = self.tokens.next();
        if let Some(token) = &token {
            self.at = token.span();
        }
        token
    }

    fn is_punct(&mut self, mark: char) -> bool {
        matches!(self.tokens.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
    }

    fn take_punct(&mut self, mark: char) -> bool {
        let is = self.is_punct(mark);
        if is {
            self.next();
        }
        is
    }

    fn expect_punct(&mut self, mark: char) -> Result<(), Fault> {
        if self.take_punct(mark) {
            Ok(())
        } else {
            Err(Fault::new(format!("`{mark}` should follow"), self.at))
        }
    }

    /// Everything up to a closing tag or the end.
    fn siblings(&mut self) -> Result<Vec<Node>, Fault> {
        let mut nodes = Vec::new();
        loop {
            match self.tokens.peek() {
                None => return Ok(nodes),
                Some(TokenTree::Punct(punct)) if punct.as_char() == '<' => {
                    self.next();
                    if self.take_punct('/') {
                        return Ok(nodes);
                    }
                    nodes.push(self.tag()?);
                }
                Some(TokenTree::Ident(word)) if word == "if" => nodes.push(self.choice()?),
                Some(TokenTree::Ident(word)) if word == "for" => {
                    let (head, body) = self.block()?;
                    nodes.push(Node::Loop { head, body });
                }
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    let part = part(group);
                    self.next();
                    nodes.push(part);
                }
                Some(TokenTree::Literal(text)) => {
                    let text = text.clone();
                    self.next();
                    nodes.push(Node::Text(text));
                }
                Some(token) => return Err(Fault::new("neither a tag nor `{ … }`", token.span())),
            }
        }
    }

    /// What follows `<`.
    fn tag(&mut self) -> Result<Node, Fault> {
        if self.take_punct('>') {
            return self.fragment(None);
        }
        let begins = self.at;
        let tag = self.name()?;
        if tag == "key" && self.take_punct('=') {
            let key = self.braces("a key in braces")?;
            self.expect_punct('>')?;
            return self.fragment(Some(key));
        }
        if tag.starts_with(char::is_uppercase) {
            return Err(Fault::new("a component is made with `yew::html!`", self.at));
        }
        let mut attributes = Vec::new();
        loop {
            if self.take_punct('/') {
                self.expect_punct('>')?;
                return Ok(Node::Element(Element { tag, attributes, children: Vec::new() }));
            }
            if self.take_punct('>') {
                break;
            }
            attributes.push(self.attribute()?);
        }
        let children = self.siblings()?;
        let closed = self.name().map_err(|_| Fault::new(format!("`<{tag}>` is not closed"), begins))?;
        if closed != tag {
            return Err(Fault::new(format!("`</{tag}>` should stand here"), self.at));
        }
        self.expect_punct('>')?;
        Ok(Node::Element(Element { tag, attributes, children }))
    }

    fn fragment(&mut self, key: Option<TokenStream>) -> Result<Node, Fault> {
        let children = self.siblings()?;
        self.expect_punct('>')?;
        Ok(Node::Fragment { key, children })
    }

    /// `name`, `data-name`.
    fn name(&mut self) -> Result<String, Fault> {
        let mut name = String::new();
        loop {
            match self.next() {
                Some(TokenTree::Ident(word)) => name.push_str(&word.to_string()),
                Some(token) => return Err(Fault::new("a name should stand here", token.span())),
                None => return Err(Fault::new("a name should follow", self.at)),
            }
            if !self.take_punct('-') {
                return Ok(name);
            }
            name.push('-');
        }
    }

    fn attribute(&mut self) -> Result<Attribute, Fault> {
        if let Some(TokenTree::Group(group)) = self.tokens.peek() {
            // `{name}`, short for `name={name}`.
            let value = group.stream();
            let at = group.span();
            self.next();
            let mut words = value.clone().into_iter();
            return match (words.next(), words.next()) {
                (Some(TokenTree::Ident(name)), None) => Ok(open(&name.to_string(), at, value)),
                _ => Err(Fault::new("only a name can stand for itself", at)),
            };
        }
        if self.take_punct('~') {
            let name = self.name()?;
            self.expect_punct('=')?;
            return Ok(Attribute::Property(name, self.braces("an expression in braces")?));
        }
        let name = self.name()?;
        let at = self.at;
        self.expect_punct('=')?;
        match self.next() {
            Some(TokenTree::Literal(text)) => Ok(Attribute::Fixed(name, text)),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => match only_text(&group)
            {
                Some(text) => Ok(Attribute::Fixed(name, text)),
                None => Ok(open(&name, at, group.stream())),
            },
            _ => Err(Fault::new("a text or an expression in braces should follow", self.at)),
        }
    }

    fn braces(&mut self, what: &str) -> Result<TokenStream, Fault> {
        match self.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => Ok(group.stream()),
            _ => Err(Fault::new(format!("{what} should follow"), self.at)),
        }
    }

    /// What stands between a keyword and its braces, and what stands in them.
    fn block(&mut self) -> Result<(TokenStream, Vec<Node>), Fault> {
        self.next();
        let mut head = TokenStream::new();
        loop {
            match self.next() {
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    return Ok((head, nodes(group.stream())?));
                }
                Some(token) => head.extend([token]),
                None => return Err(Fault::new("`{ … }` should follow", self.at)),
            }
        }
    }

    fn choice(&mut self) -> Result<Node, Fault> {
        let (condition, then) = self.block()?;
        let mut otherwise = Vec::new();
        if matches!(self.tokens.peek(), Some(TokenTree::Ident(word)) if word == "else") {
            self.next();
            otherwise = match self.tokens.peek() {
                Some(TokenTree::Ident(word)) if word == "if" => vec![self.choice()?],
                _ => nodes(self.braces("`{ … }`")?)?,
            };
        }
        Ok(Node::Choice { condition, then, otherwise })
    }
}

fn open(name: &str, at: Span, value: TokenStream) -> Attribute {
    match name {
        "key" => Attribute::Key(value),
        "ref" => Attribute::Reference(value),
        _ if name.starts_with("on") => Attribute::Listener(Ident::new(name, at), value),
        _ => Attribute::Open(name.into(), value),
    }
}

fn part(group: &Group) -> Node {
    if let Some(text) = only_text(group) {
        return Node::Text(text);
    }
    let mut tokens = group.stream().into_iter();
    match tokens.next() {
        Some(TokenTree::Ident(word)) if word == "for" => Node::Each(tokens.collect()),
        _ => Node::Part(group.stream()),
    }
}

/// The text in braces, where nothing but a text stands in them.
fn only_text(group: &Group) -> Option<Literal> {
    let mut tokens = group.stream().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(text)), None) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;

    fn said(markup: &str) -> String {
        match nodes(markup.parse().unwrap()) {
            Ok(nodes) => nodes.iter().map(shape).collect(),
            Err(fault) => fault.says,
        }
    }

    fn shape(node: &Node) -> String {
        let all = |nodes: &[Node]| nodes.iter().map(shape).collect::<String>();
        match node {
            Node::Element(element) => {
                let attributes: String = element
                    .attributes
                    .iter()
                    .map(|attribute| match attribute {
                        Attribute::Fixed(name, text) => format!(" {name}={text}"),
                        Attribute::Open(name, value) => format!(" {name}={{{value}}}"),
                        Attribute::Property(name, value) => format!(" ~{name}={{{value}}}"),
                        Attribute::Listener(name, value) => format!(" @{name}={{{value}}}"),
                        Attribute::Key(value) => format!(" #{{{value}}}"),
                        Attribute::Reference(value) => format!(" &{{{value}}}"),
                    })
                    .collect();
                format!("<{}{attributes}>{}</>", element.tag, all(&element.children))
            }
            Node::Fragment { key, children } => {
                format!("<{}>{}</>", key.as_ref().map(ToString::to_string).unwrap_or_default(), all(children))
            }
            Node::Text(text) => text.to_string(),
            Node::Part(value) => format!("{{{value}}}"),
            Node::Each(value) => format!("{{each {value}}}"),
            Node::Loop { head, body } => format!("[{head}: {}]", all(body)),
            Node::Choice { condition, then, otherwise } => {
                format!("[{condition}? {} : {}]", all(then), all(otherwise))
            }
        }
    }

    #[test]
    fn reads_what_yew_reads() {
        let table = [
            (r#"<p class="a" aria-label={b} {title} />"#, r#"<p class="a" aria-label={b} title={title}></>"#),
            (r#"<p>{ "x" }{ y.z() }{ for all }</p>"#, r#"<p>"x"{y . z ()}{each all}</>"#),
            (
                "<b key={k} ref={r} onclick={go} {onkeydown}></b>",
                "<b #{k} &{r} @onclick={go} @onkeydown={onkeydown}></>",
            ),
            ("<><a/><b/></>", "<><a></><b></></>"),
            ("<key={k}><a/></>", "<k><a></></>"),
            ("<ul>for (a, b) in &c { <li ~value={b}/> }</ul>", "<ul>[(a , b) in & c: <li ~value={b}></>]</>"),
            (r#"<p class={"a"}/>"#, r#"<p class="a"></>"#),
            (
                r#"if let Some(a) = b { <i/> } else if c { {d} } else { "e" }"#,
                r#"[let Some (a) = b? <i></> : [c? {d} : "e"]]"#,
            ),
        ];
        for (markup, shape) in table {
            assert_eq!(said(markup), shape, "{markup}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let table = [
            ("<p>", "`<p>` is not closed"),
            ("<p><b></p></b>", "`</b>` should stand here"),
            ("</p>", "this closes nothing"),
            ("words", "neither a tag nor `{ … }`"),
            ("<p class>", "`=` should follow"),
            ("<p class=red/>", "a text or an expression in braces should follow"),
            ("<p {a.b}/>", "only a name can stand for itself"),
            ("<Memo/>", "a component is made with `yew::html!`"),
        ];
        for (markup, fault) in table {
            assert_eq!(said(markup), fault, "{markup}");
        }
    }
}
