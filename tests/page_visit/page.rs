//! A page of its own for each test.

use availability_planner::ui::App;
use gloo::timers::callback::Timeout;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Document, Element, Event, EventInit, HtmlElement, HtmlInputElement, KeyboardEvent, KeyboardEventInit,
};
use yew::AppHandle;

/// Milliseconds between looks at the page, and looks until it is taken to be stuck.
const PAUSE_MS: u32 = 20;
const LOOKS: usize = 250;

/// The page under test, gone with the test.
pub struct Page {
    root: Element,
    app: Option<AppHandle<App>>,
}

impl Page {
    /// Opens the page, whatever the test before left in this browser, and then the template of a first visit.
    pub async fn open() -> Self {
        serve_template();
        let root = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&root).unwrap();
        let app = yew::Renderer::<App>::with_root(root.clone()).render();
        let page = Self { root, app: Some(app) };
        page.find(".headline .value").await;
        page.open_template("entry-tier").await;
        page
    }

    /// Opens a template.
    pub async fn open_template(&self, id: &str) {
        self.click("[data-menu='open']").await;
        self.click(&format!("[data-template='{id}']")).await;
        self.gone("dialog").await;
        self.find(".headline[data-stale='false']").await;
    }

    /// Opens a new plan with nothing in it.
    pub async fn open_empty(&self) {
        self.click("[data-menu='open']").await;
        self.click("[data-template='empty']").await;
        self.gone("dialog").await;
    }

    /// Comes back once there is no such element any more.
    async fn gone(&self, selector: &str) {
        for _ in 0..LOOKS {
            if self.count(selector) == 0 {
                return;
            }
            pause().await;
        }
        panic!("{selector} is still on the page");
    }

    /// How many elements there are.
    pub fn count(&self, selector: &str) -> u32 {
        self.root.query_selector_all(selector).unwrap().length()
    }

    /// What the first such element says.
    pub fn text(&self, selector: &str) -> String {
        let element = self.root.query_selector(selector).unwrap();
        element.and_then(|element| element.text_content()).unwrap_or_default()
    }

    /// The value of a figure.
    pub async fn figure(&self, name: &str) -> f64 {
        let element = self.find(&format!("[data-figure='{name}']")).await;
        element.get_attribute("data-value").unwrap().parse().unwrap()
    }

    /// The value of a figure once it is another than this one.
    pub async fn other_figure(&self, name: &str, than: f64) -> f64 {
        for _ in 0..LOOKS {
            let value = self.figure(name).await;
            if value.to_bits() != than.to_bits() {
                return value;
            }
            pause().await;
        }
        panic!("{name} stays {than:e}");
    }

    /// Clicks the first such element.
    pub async fn click(&self, selector: &str) {
        self.find(selector).await.unchecked_into::<HtmlElement>().click();
        pause().await;
    }

    /// Goes through the drawing by the keys until the node is selected.
    pub async fn select(&self, node: &str) {
        self.press_key("svg.drawing", "Home").await;
        while self.count(&format!(".read[data-node='{node}']")) == 0 {
            let before = self.find(".read").await.id();
            self.press_key("svg.drawing", "ArrowRight").await;
            self.find(&format!(".read:not([id='{before}'])")).await;
        }
    }

    /// Presses a key on the first such element.
    pub async fn press_key(&self, selector: &str, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        self.find(selector).await.dispatch_event(&event).unwrap();
        pause().await;
    }

    /// What stands in the first such field.
    pub fn value(&self, selector: &str) -> String {
        let field = self.root.query_selector(selector).unwrap().unwrap();
        field.unchecked_into::<HtmlInputElement>().value()
    }

    /// Whether the first such element has the focus.
    pub fn has_focus(&self, selector: &str) -> bool {
        let element = self.root.query_selector(selector).unwrap();
        element.is_some() && element == document().active_element()
    }

    /// Waits until the first such element has the focus.
    pub async fn takes_focus(&self, selector: &str) {
        for _ in 0..LOOKS {
            if self.has_focus(selector) {
                return;
            }
            pause().await;
        }
        panic!("{selector} does not take the focus");
    }

    /// Types over what stands in a field and leaves it.
    pub async fn type_into(&self, selector: &str, text: &str) {
        self.type_over(selector, text).await;
        self.hear(selector, "change").await;
    }

    /// Types over what stands in a field.
    pub async fn type_over(&self, selector: &str, text: &str) {
        self.find(selector).await.unchecked_into::<HtmlInputElement>().set_value(text);
        self.hear(selector, "input").await;
    }

    async fn hear(&self, selector: &str, event: &str) {
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict(event, &init).unwrap();
        self.find(selector).await.dispatch_event(&event).unwrap();
        pause().await;
    }

    /// The first such element, once it is there.
    pub async fn find(&self, selector: &str) -> Element {
        for _ in 0..LOOKS {
            if let Some(element) = self.root.query_selector(selector).unwrap() {
                return element;
            }
            pause().await;
        }
        panic!("there is no {selector} on the page");
    }
}

/// Lets the browser fetch the template of a first visit, beside which nothing lies where these tests run.
fn serve_template() {
    let plan = include_str!("../../static/templates/entry-tier.json");
    let text = js_sys::JSON::stringify(&plan.into()).unwrap();
    let body = format!("return Promise.resolve(new Response({text}))");
    let fetch = js_sys::Function::new_no_args(&body);
    js_sys::Reflect::set(&web_sys::window().unwrap(), &"fetch".into(), &fetch).unwrap();
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.root.remove();
    }
}

async fn pause() {
    let passed = Promise::new(&mut |resolve, _| {
        Timeout::new(PAUSE_MS, move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL))).forget();
    });
    JsFuture::from(passed).await.unwrap();
}

fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}
