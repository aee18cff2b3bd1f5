//! A drawing under way: a template, and what is filled in so far.

use std::borrow::Borrow;
use std::rc::Rc;
use std::slice::Iter;

use yew::html::NodeRef;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VNode, VTag, VText};
use yew::{AttrValue, Html};

use super::part::Part;
use super::template::{Shape, Step};
use super::value::Value;

/// A drawing under way. What is filled in comes in the order of the template.
#[derive(Debug)]
pub struct Draft {
    steps: Iter<'static, Step>,
    /// What is filled in next.
    next: Option<&'static Step>,
    /// The elements open, the innermost last, and around them what is drawn as a whole.
    around: Vec<Open>,
    innermost: Open,
}

/// An element that has begun.
#[derive(Debug, Default)]
struct Open {
    shape: Option<&'static Shape>,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    key: Option<Key>,
    reference: NodeRef,
    value: Option<AttrValue>,
    checked: Option<bool>,
    children: Vec<VNode>,
}

impl Draft {
    pub(super) fn new(steps: &'static [Step]) -> Self {
        let mut draft =
            Self { steps: steps.iter(), next: None, around: Vec::new(), innermost: Open::default() };
        draft.go_on();
        draft
    }

    /// Draws up to what is to be filled in next.
    fn go_on(&mut self) {
        self.next = None;
        for step in self.steps.by_ref() {
            match step {
                Step::Open(shape) => {
                    let outer = std::mem::replace(&mut self.innermost, Open::of(shape));
                    self.around.push(outer);
                }
                Step::Text(text) => self.innermost.children.push(VText::new(*text).into()),
                Step::Close => {
                    if let Some(outer) = self.around.pop() {
                        let inner = std::mem::replace(&mut self.innermost, outer);
                        self.innermost.children.push(inner.close());
                    }
                }
                hole => {
                    self.next = Some(hole);
                    return;
                }
            }
        }
    }

    /// Fills in an attribute.
    pub fn attribute<V: Value>(&mut self, value: V) {
        self.take_value(value.into_value());
    }

    #[inline(never)]
    fn take_value(&mut self, value: Option<AttrValue>) {
        match self.next {
            Some(Step::Attribute(at)) => self.innermost.set(*at, value.map(AttributeOrProperty::Attribute)),
            Some(Step::Property(at)) => {
                let value = value.map(|value| AttributeOrProperty::Property((&*value).into()));
                self.innermost.set(*at, value);
            }
            Some(Step::Value) => self.innermost.value = value,
            Some(Step::Checked) => self.innermost.checked = Some(value.is_some()),
            _ => {}
        }
        self.go_on();
    }

    /// Fills in a listener.
    #[inline(never)]
    pub fn listener(&mut self, listener: Option<Rc<dyn Listener>>) {
        self.innermost.listeners.push(listener);
        self.go_on();
    }

    /// Fills in the key.
    #[inline(never)]
    pub fn key(&mut self, key: Key) {
        self.innermost.key = Some(key);
        self.go_on();
    }

    /// Fills in the reference by which the page finds the element.
    pub fn reference(&mut self, reference: impl Borrow<NodeRef>) {
        self.innermost.reference = reference.borrow().clone();
        self.go_on();
    }

    /// Fills in a part.
    pub fn part<P: Part>(&mut self, part: P) {
        self.take_part(part.into_node());
    }

    #[inline(never)]
    fn take_part(&mut self, part: VNode) {
        self.innermost.children.push(part);
        self.go_on();
    }

    /// The drawing.
    #[inline(never)]
    pub fn finish(self) -> Html {
        let Open { key, mut children, .. } = self.innermost;
        match (children.pop(), key) {
            (Some(only), None) if children.is_empty() => only,
            (last, key) => {
                children.extend(last);
                VList::with_children(children, key).into()
            }
        }
    }
}

impl Open {
    fn of(shape: &'static Shape) -> Self {
        let values = shape.values.iter().map(|value| value.map(AttributeOrProperty::Static));
        Self { shape: Some(shape), values: values.collect(), ..Self::default() }
    }

    fn set(&mut self, at: usize, value: Option<AttributeOrProperty>) {
        if let Some(place) = self.values.get_mut(at) {
            *place = value;
        }
    }

    fn close(self) -> VNode {
        let Some(shape) = self.shape else { return VNode::default() };
        let mut tag = VTag::new(shape.tag);
        tag.attributes = Attributes::Dynamic { keys: &shape.names, values: self.values.into_boxed_slice() };
        tag.set_listeners(self.listeners.into_boxed_slice());
        tag.node_ref = self.reference;
        tag.key = self.key;
        if let Some(value) = self.value {
            tag.set_value(value);
        }
        if let Some(checked) = self.checked {
            tag.set_checked(checked);
        }
        tag.add_children(self.children);
        tag.into()
    }
}
