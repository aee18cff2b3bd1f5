//! Parts of the page that are drawn again only when what they are drawn from is another.
//!
//! One component stands for all of them: every component costs the page several kilobytes of code.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::Key;

/// What a part of the page is drawn from.
pub trait View {
    /// Draws it.
    fn view(&self) -> Html;
}

/// A view of any type that can be compared with any other.
trait AnyView {
    fn draw(&self) -> Html;
    fn any(&self) -> &dyn Any;
    fn same(&self, other: &dyn Any) -> bool;
}

impl<T: View + PartialEq + 'static> AnyView for T {
    fn draw(&self) -> Html {
        self.view()
    }

    fn any(&self) -> &dyn Any {
        self
    }

    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<T>() == Some(self)
    }
}

#[derive(Properties)]
struct Props {
    view: Rc<dyn AnyView>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.view.same((*other.view).any())
    }
}

struct Memo;

impl Component for Memo {
    type Message = ();
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, context: &Context<Self>) -> Html {
        context.props().view.draw()
    }
}

/// The part of the page, drawn again only when it is drawn from something else.
pub fn memo<T: View + PartialEq + 'static>(key: &str, view: T) -> Html {
    draw(Key::from(key), Rc::new(view))
}

fn draw(key: Key, view: Rc<dyn AnyView>) -> Html {
    html! { <Memo {key} {view} /> }
}
