//! What has the focus, as those know it who do not see the page or have no mouse.

use serde_json::Value;

use crate::page::Page;
use crate::{Error, Result};

/// What marks the focus: an outline, a shadow, a border or, in a drawing, a stroke, of the element itself or of what is drawn with
/// it. It is compared with the same after the focus has left, from where the Tab key goes on.
const IS_MARKED: &str = "
    const focused = document.activeElement;
    const looks = element => ['', '::after'].map(part => {
        const { content, outlineStyle, outline, boxShadow, borderColor, stroke, strokeWidth } = getComputedStyle(element, part || null);
        return part && content === 'none' ? '' : [outlineStyle === 'none' ? '' : outline, boxShadow, borderColor, stroke, strokeWidth].join();
    });
    const all = () => [focused, focused.parentElement, ...focused.children].flatMap(looks).join('|');
    const marked = all();
    focused.blur();
    return marked !== all()";

impl Page {
    /// The name by which the browser knows what has the focus.
    ///
    /// # Errors
    ///
    /// Nothing has it.
    pub fn focused_name(&self) -> Result<String> {
        let element = self.session.get("element/active")?;
        let id = element.as_object().and_then(|reference| reference.values().next()?.as_str());
        let id = id.ok_or_else(|| unexpected("element/active", &element))?;
        let label = self.session.get(&format!("element/{id}/computedlabel"))?;
        label.as_str().map(str::to_owned).ok_or_else(|| unexpected("computedlabel", &label))
    }

    /// Takes the focus away, and says whether it could be seen.
    ///
    /// # Errors
    ///
    /// The browser does not tell.
    pub fn blur_seen(&self) -> Result<bool> {
        let seen = self.script(IS_MARKED, &[])?;
        seen.as_bool().ok_or_else(|| unexpected("blur", &seen))
    }
}

fn unexpected(command: &str, value: &Value) -> Error {
    Error::Unexpected { command: command.to_owned(), value: value.to_string() }
}
