//! What keeps people from using the page, as far as a program can tell.

use std::{env, fs};

use serde_json::Value;

use crate::page::Page;
use crate::{Error, Result};

/// All rules but those that are experimental.
const AXE: &str =
    "return axe.run({ rules: { 'target-size': { enabled: true } } }).then(found => found.violations)";

/// Words of drawings that stand out too little from what is painted under them; axe-core leaves these to be looked at.
const FAINT: &str = "
    const context = document.createElement('canvas').getContext('2d');
    const paint = colour => {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour === 'none' ? 'transparent' : colour;
        context.fillRect(0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data];
    };
    const linear = part => part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4;
    const light = ([red, green, blue]) => 0.05 + 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    const ground = word => {
        const { x, y, width, height } = word.getBoundingClientRect();
        return document.elementsFromPoint(x + width / 2, y + height / 2)
            .filter(element => element instanceof HTMLElement || element instanceof SVGGeometryElement)
            .map(element => [element instanceof HTMLElement, getComputedStyle(element)])
            .map(([isBox, { fill, backgroundColor }]) => paint(isBox ? backgroundColor : fill))
            .find(([, , , alpha]) => alpha === 255);
    };
    return [...document.querySelectorAll('svg text')].flatMap(word => {
        const under = ground(word);
        if (!under) return [];
        const [one, other] = [light(paint(getComputedStyle(word).fill)), light(under)];
        const ratio = Math.max(one, other) / Math.min(one, other);
        return ratio < 4.5 ? [`“${word.textContent}” has a contrast of ${ratio.toFixed(2)} to ${under}`] : [];
    })";

impl Page {
    /// All that axe-core objects to, and words of drawings that are too faint, which it does not judge; a line each. Of axe-core the
    /// line says the rule, its weight and what it asks for, then the element and what is wrong with it.
    ///
    /// # Errors
    ///
    /// The variable `AXE` does not name axe-core's script.
    pub fn objections(&self) -> Result<Vec<String>> {
        let script = fs::read_to_string(env::var_os("AXE").ok_or(Error::NoAxe)?);
        self.script(&script.map_err(Error::io("reading axe-core"))?, &[])?;
        let violations = list(self.script(AXE, &[])?)?;
        let mut lines: Vec<String> = violations.iter().flat_map(objections).collect();
        lines.extend(list(self.script(FAINT, &[])?)?.iter().map(Value::to_string));
        Ok(lines)
    }
}

/// A line for each element that violates a rule.
fn objections(violation: &Value) -> Vec<String> {
    let said = |value: &Value, name: &str| {
        value.get(name).and_then(Value::as_str).unwrap_or_default().replace('\n', " ")
    };
    let [rule, impact, help] = ["id", "impact", "help"].map(|name| said(violation, name));
    let nodes = violation.get("nodes").and_then(Value::as_array).into_iter().flatten();
    let line = |node: &Value| {
        let target = node.get("target").map(Value::to_string).unwrap_or_default();
        format!("{rule} ({impact}): {help}: {target}: {}", said(node, "failureSummary"))
    };
    nodes.map(line).collect()
}

fn list(found: Value) -> Result<Vec<Value>> {
    match found {
        Value::Array(all) => Ok(all),
        other => Err(Error::Unexpected { command: "axe-core".into(), value: other.to_string() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_element_is_told_with_the_rule_it_violates() {
        let node =
            |target: &str| json!({ "target": [target], "failureSummary": "Fix this:\n  it has no name" });
        let violation = json!({ "id": "label", "impact": "critical", "help": "Name it", "nodes": [node("#a"), node("#b")] });
        let lines = objections(&violation);
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], "label (critical): Name it: [\"#a\"]: Fix this:   it has no name");
    }
}
