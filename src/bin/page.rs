//! The page.

use availability_planner::ui::App;
use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

/// A third of the code of the allocator that comes with the language, and faster.
#[global_allocator]
static MEMORY: WasmDynamicTalc = new_wasm_dynamic_allocator();

fn main() {
    // The release site is built without the words of panics.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    let place = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    match place {
        Some(place) => yew::Renderer::<App>::with_root(place).render(),
        None => yew::Renderer::<App>::new().render(),
    };
}
