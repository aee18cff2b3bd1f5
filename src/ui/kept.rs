//! How the page is set, whatever plan is open: kept where the browser keeps anything, by a key for each setting.

/// What is kept under the key.
pub fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Keeps it under the key; nothing for what is so without being chosen.
pub fn keep(key: &str, value: Option<&str>) {
    let Some(storage) = storage() else { return };
    // A full or forbidden storage only means that the choice lasts as long as the page.
    let _ = match value {
        None => storage.remove_item(key),
        Some(value) => storage.set_item(key, value),
    };
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}
