//! What the page's `html!` draws is what Yew's draws.

#![allow(clippy::unwrap_used, reason = "a browser that has no document fails the test")]

use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;
use yew::prelude::*;

wasm_bindgen_test_configure!(run_in_browser);

#[derive(PartialEq, Properties)]
struct Props {
    /// Draws that step of the case.
    draw: Draw,
    step: usize,
}

/// Draws one step of a case, in one of the two ways.
#[derive(Clone, Copy)]
struct Draw(fn(usize) -> Html);

impl PartialEq for Draw {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[component]
fn Case(props: &Props) -> Html {
    (props.draw.0)(props.step)
}

/// The same markup by both macros.
macro_rules! both {
    ($step:ident => $($markup:tt)*) => {
        (
            Draw(|$step| crate::ui::markup::html! { $($markup)* }),
            Draw(|$step| yew::html! { $($markup)* }),
        )
    };
}

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

/// Lets Yew draw what is asked for.
async fn drawn() {
    let later = Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || drop(resolve.call0(&JsValue::NULL))).forget();
    });
    JsFuture::from(later).await.unwrap();
}

/// What a case looks like after each of its steps, drawn one after the other in the same place.
async fn looks(draw: Draw) -> Vec<Element> {
    let root = document().create_element("div").unwrap();
    let mut handle =
        yew::Renderer::<Case>::with_root_and_props(root.clone(), Props { draw, step: 0 }).render();
    let mut looks = Vec::new();
    for step in 0..4 {
        handle.update(Props { draw, step });
        drawn().await;
        looks.push(root.clone_node_with_deep(true).unwrap().unchecked_into());
    }
    looks
}

#[wasm_bindgen_test]
async fn every_kind_of_markup_is_drawn_and_drawn_again_as_by_yew() {
    let cases = [
        both! { step => <p class="fixed" title={format!("step {step}")}>{ "words " }<b>{ step.to_string() }</b></p> },
        both! { step => <a href={(step > 1).then_some("there")} aria-label="x">{ "link" }</a> },
        both! { step => <><i /><b>{ step.to_string() }</b>{ "behind" }</> },
        both! { step => <ul>{ for (0..step).map(|item| yew::html! { <li key={item.to_string()}>{ item.to_string() }</li> }) }</ul> },
        both! { step => <ul>for item in (0..step).rev() { <li key={item.to_string()}>{ item.to_string() }</li> }</ul> },
        both! { step => if step == 1 { <b>{ "one" }</b> } else if step == 2 { { "two" } } else { <i>{ "many" }</i> } },
        both! { step => <div>if let Some(less) = step.checked_sub(2) { <b>{ less.to_string() }</b> }{ "end" }</div> },
        both! { step => <svg viewBox="0 0 1 1"><g transform={format!("scale({step})")}><path d="M0 0" /></g></svg> },
        both! { step => <key={step.to_string()}><p>{ "keyed" }</p></> },
        both! { _step => { "only words" } },
    ];
    for (number, (ours, yews)) in cases.into_iter().enumerate() {
        for (ours, yews) in looks(ours).await.iter().zip(looks(yews).await) {
            // The order of attributes says nothing.
            let is_same = ours.is_equal_node(Some(&yews));
            assert!(is_same, "case {number}: {} and {}", ours.inner_html(), yews.inner_html());
        }
    }
}

#[wasm_bindgen_test]
async fn fields_hold_what_they_are_given_and_buttons_say_when_they_are_pressed() {
    let draw = Draw(|step| {
        let onclick = Callback::from(|event: MouseEvent| {
            event.target_unchecked_into::<web_sys::HtmlElement>().set_title("pressed");
        });
        crate::ui::markup::html! {
            <>
                <input value={step.to_string()} disabled={step == 3} />
                <input type="checkbox" checked={step == 3} />
                <button {onclick}>{ "press" }</button>
            </>
        }
    });
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    let mut handle =
        yew::Renderer::<Case>::with_root_and_props(root.clone(), Props { draw, step: 2 }).render();
    let field = |at: usize| {
        let fields = root.query_selector_all("input").unwrap();
        fields.get(u32::try_from(at).unwrap()).unwrap().unchecked_into::<web_sys::HtmlInputElement>()
    };
    drawn().await;
    assert_eq!((field(0).value().as_str(), field(0).disabled(), field(1).checked()), ("2", false, false));
    handle.update(Props { draw, step: 3 });
    drawn().await;
    assert_eq!((field(0).value().as_str(), field(0).disabled(), field(1).checked()), ("3", true, true));
    let button = root.query_selector("button").unwrap().unwrap();
    button.unchecked_ref::<web_sys::HtmlElement>().click();
    drawn().await;
    assert_eq!(button.get_attribute("title").as_deref(), Some("pressed"));
    root.remove();
}
