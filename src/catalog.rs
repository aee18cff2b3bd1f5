//! What is known of the product: roles, their figures with source and mark. Data, not code paths.
//!
//! The bundled catalog is a JSON file of the same form as any other product's would be.

pub mod figure;
pub mod id;
pub mod role;
pub mod workload;

use std::rc::Rc;

use serde::Deserialize;
use thiserror::Error;

use figure::{Derivation, Figure, Mark, Source, Unit};
use id::{FigureId, RoleId, SourceKey, UnitId};
use role::{Role, UnitSpec};

use crate::collected::{Map, Set};
use crate::json::{self, Parsed};

/// A figure of the catalog as the catalog's file states it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureSpec {
    /// Its name in plans and roles.
    pub id: FigureId,
    /// Its name on the screen.
    pub name: String,
    /// Its value in `unit`.
    pub value: f64,
    /// What it measures.
    pub unit: Unit,
    /// How sure it is.
    pub mark: Mark,
    /// Where it was read.
    pub source: SourceKey,
    /// The condition or reasoning that goes with it.
    pub note: String,
    /// Smallest value that a plan may put in its place.
    pub min: f64,
    /// Largest value that a plan may put in its place.
    pub max: f64,
}

/// The file form of a catalog.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CatalogFile {
    product: String,
    sources: Map<SourceKey, Source>,
    figures: Vec<FigureSpec>,
    units: Vec<UnitSpec>,
    roles: Vec<Role>,
    reconnect_time: FigureId,
    remote_share: FigureId,
}

/// What makes a catalog unusable.
#[derive(Debug, Error)]
pub enum CatalogError {
    /// Not the expected form.
    #[error("the catalog cannot be read: {0}")]
    Form(#[from] json::Error),
    /// A name that stands for nothing.
    #[error("the catalog's {what} “{name}” names {kind} “{target}”, which the catalog does not hold")]
    Dangling {
        /// Kind of the entry that names it.
        what: &'static str,
        /// The entry.
        name: String,
        /// Kind of the missing entry.
        kind: &'static str,
        /// Its name.
        target: String,
    },
    /// A value outside its own range.
    #[error("the catalog's figure “{0}” lies outside its own range")]
    Range(FigureId),
}

/// Roles, units, figures and sources of one product.
#[derive(Debug)]
pub struct Catalog {
    product: String,
    figures: Map<FigureId, (FigureSpec, Rc<Figure>)>,
    units: Vec<UnitSpec>,
    roles: Vec<Role>,
    reconnect_time: FigureId,
    remote_share: FigureId,
}

thread_local! {
    static BUNDLED: Rc<Catalog> = Rc::new(
        Catalog::from_json(include_str!("catalog/ocs-2007-r2.json"))
            .unwrap_or_else(|error| unreachable!("the bundled catalog is part of the program: {error}")),
    );
}

impl Catalog {
    /// The catalog of Office Communications Server 2007 R2.
    pub fn bundled() -> Rc<Self> {
        BUNDLED.with(Rc::clone)
    }

    /// Reads a catalog and checks that every name in it stands for something.
    ///
    /// # Errors
    /// [`CatalogError`] says which entry is wrong.
    pub fn from_json(text: &str) -> Result<Self, CatalogError> {
        let file: CatalogFile = Parsed::new(text)?.read()?;
        let mut figures = Map::new();
        for spec in file.figures {
            let source = file.sources.get(&spec.source).ok_or_else(|| CatalogError::Dangling {
                what: "figure",
                name: spec.id.to_string(),
                kind: "source",
                target: spec.source.to_string(),
            })?;
            if !(spec.min..=spec.max).contains(&spec.value) {
                return Err(CatalogError::Range(spec.id.clone()));
            }
            let figure = spec.figure(source.clone());
            figures.insert(spec.id.clone(), (spec, figure));
        }
        let catalog = Self {
            product: file.product,
            figures,
            units: file.units,
            roles: file.roles,
            reconnect_time: file.reconnect_time,
            remote_share: file.remote_share,
        };
        catalog.check()?;
        Ok(catalog)
    }

    fn check(&self) -> Result<(), CatalogError> {
        let dangling =
            |what, name: String, kind, target: String| CatalogError::Dangling { what, name, kind, target };
        for unit in &self.units {
            for figure in unit.figures() {
                if !self.figures.contains_key(figure) {
                    return Err(dangling("unit", unit.id.to_string(), "figure", figure.to_string()));
                }
            }
        }
        for role in &self.roles {
            for unit in std::iter::once(&role.unit).chain(&role.shared_storage) {
                if self.unit(unit).is_none() {
                    return Err(dangling("role", role.id.to_string(), "unit", unit.to_string()));
                }
            }
            for figure in role.figures() {
                if !self.figures.contains_key(figure) {
                    return Err(dangling("role", role.id.to_string(), "figure", figure.to_string()));
                }
            }
        }
        for figure in [&self.reconnect_time, &self.remote_share] {
            if !self.figures.contains_key(figure) {
                return Err(dangling(
                    "setting",
                    "reconnect_time, remote_share".into(),
                    "figure",
                    figure.to_string(),
                ));
            }
        }
        Ok(())
    }

    /// The product's name.
    pub fn product(&self) -> &str {
        &self.product
    }

    /// All roles in the order of the palette.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// The role of that name.
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// What fails as one piece.
    pub fn unit(&self, id: &UnitId) -> Option<&UnitSpec> {
        self.units.iter().find(|unit| unit.id == *id)
    }

    /// The figure of that name.
    pub fn figure(&self, id: &FigureId) -> Option<Rc<Figure>> {
        self.figures.get(id).map(|(_, figure)| Rc::clone(figure))
    }

    /// The figure of that name with the range in which a plan may replace it.
    pub fn figure_spec(&self, id: &FigureId) -> Option<&FigureSpec> {
        self.figures.get(id).map(|(spec, _)| spec)
    }

    /// Time until a user whose server failed is connected again.
    pub fn reconnect_time(&self) -> Rc<Figure> {
        self.setting(&self.reconnect_time)
    }

    /// Share of users who come in from outside, where the plan does not say.
    pub fn remote_share(&self) -> Rc<Figure> {
        self.setting(&self.remote_share)
    }

    fn setting(&self, id: &FigureId) -> Rc<Figure> {
        self.figure(id).unwrap_or_else(|| unreachable!("checked when the catalog was read: {id}"))
    }

    /// All figures that a component of this role can be given values of its own for.
    pub fn figures_of_role<'a>(&'a self, role: &'a Role) -> Vec<&'a FigureId> {
        let units = std::iter::once(&role.unit).chain(&role.shared_storage);
        let mut figures: Vec<_> =
            units.filter_map(|id| self.unit(id)).flat_map(UnitSpec::figures).chain(role.figures()).collect();
        let mut seen = Set::new();
        figures.retain(|figure| seen.insert(*figure));
        figures
    }
}

impl FigureSpec {
    fn figure(&self, source: Source) -> Rc<Figure> {
        Rc::new(Figure {
            name: self.name.clone(),
            value: self.value,
            unit: self.unit,
            mark: self.mark,
            derivation: Derivation::Catalog { source, note: self.note.clone() },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_catalog_can_be_read() {
        let catalog = Catalog::from_json(include_str!("catalog/ocs-2007-r2.json")).unwrap();
        assert_eq!(catalog.product(), "Office Communications Server 2007 R2");
        assert!(catalog.roles().len() >= 9);
    }

    #[test]
    fn no_assumption_claims_a_document_as_its_source() {
        let catalog = Catalog::bundled();
        for (_, figure) in catalog.figures.values() {
            let Derivation::Catalog { source, note } = &figure.derivation else { unreachable!() };
            assert!(!note.is_empty(), "{} has no note", figure.name);
            if figure.mark == Mark::Documented {
                assert!(source.url.is_some(), "{} is documented nowhere", figure.name);
            }
        }
    }

    #[test]
    fn a_name_that_stands_for_nothing_is_refused() {
        let text = include_str!("catalog/ocs-2007-r2.json")
            .replace("\"per_server\": \"users-per-edge\"", "\"per_server\": \"nothing\"");
        let error = Catalog::from_json(&text).unwrap_err().to_string();
        assert!(error.contains("“edge” names figure “nothing”"), "{error}");
    }
}
