//! The catalog as the page needs it.
//!
//! The worker, which reads the whole catalog, tells the figures of sizes and of recovery with their words and sources. The page only has
//! to know which there are and between which numbers they lie, so that it can check a plan.

use serde_json::{Map, Value};

/// The catalog without the words and sources of figures that nothing else in it names; none where it does not read as one.
pub(crate) fn for_page(text: &str) -> Option<String> {
    let mut catalog: Map<String, Value> = serde_json::from_str(text).ok()?;
    let mut figures = catalog.remove("figures")?;
    let mut sources = catalog.remove("sources")?;
    let known = named_in(&Value::Object(catalog.clone()));
    let own = figures.as_array()?.iter().find(|figure| known.contains(&figure["id"]))?["source"].clone();
    for figure in figures.as_array_mut()? {
        if !known.contains(&figure["id"]) {
            figure["name"] = "".into();
            figure["note"] = "".into();
            figure["source"] = own.clone();
        }
    }
    let mut cited = named_in(&figures);
    cited.extend(known);
    sources.as_object_mut()?.retain(|id, _| cited.contains(&Value::from(id.as_str())));
    catalog.insert("figures".into(), figures);
    catalog.insert("sources".into(), sources);
    serde_json::to_string(&catalog).ok()
}

/// All texts that stand in it.
fn named_in(value: &Value) -> Vec<Value> {
    match value {
        Value::String(_) => vec![value.clone()],
        Value::Array(values) => values.iter().flat_map(named_in).collect(),
        Value::Object(values) => values.values().flat_map(named_in).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_roles_keep_their_words_and_others_their_bounds() {
        let text = r#"{
            "sources": { "S1": { "title": "one" }, "S2": { "title": "two" } },
            "figures": [
                { "id": "mtbf", "name": "MTBF", "note": "measured", "source": "S1", "min": 1 },
                { "id": "contacts", "name": "Contacts", "note": "read", "source": "S2", "min": 2 }
            ],
            "roles": [{ "id": "server", "unit": "mtbf" }]
        }"#;
        let page: Value = serde_json::from_str(&for_page(text).unwrap()).unwrap();
        let [named, other] = [0, 1].map(|place| page["figures"][place].clone());
        assert_eq!((&named["name"], &named["source"]), (&"MTBF".into(), &"S1".into()));
        assert_eq!((&other["name"], &other["source"], &other["min"]), (&"".into(), &"S1".into(), &2.into()));
        assert_eq!(page["sources"], serde_json::json!({ "S1": { "title": "one" } }));
    }

    #[test]
    fn what_is_no_catalog_is_refused() {
        assert_eq!([for_page("{}"), for_page("[")], [None, None]);
    }
}
