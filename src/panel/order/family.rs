//! `family/NAME`: chooses a family of figures; `family/default` the catalog's own.

use super::{Change, DEFAULT};
use crate::catalog::Catalog;
use crate::plan::Edit;

pub(super) fn carry_out(catalog: &Catalog, name: &str) -> Result<Change, String> {
    if name == DEFAULT {
        return Ok(("Go by the default figures".into(), vec![Edit::SetFamily(None)]));
    }
    let family = catalog.families().iter().find(|family| family.id == name);
    let family = family.ok_or_else(|| {
        let known: Vec<&str> = catalog.families().iter().map(|family| family.id.as_str()).collect();
        format!("There is no family of figures “{name}”; choose {DEFAULT} or one of {}", known.join(", "))
    })?;
    let label = format!("Go by the {} figures", family.name.to_lowercase());
    Ok((label, vec![Edit::SetFamily(Some(family.id.clone()))]))
}
