//! What is known of the product: roles, their figures with source and mark. Data, not code paths.
//!
//! The bundled catalog is a JSON file of the same form as any other product's would be.

pub mod family;
pub mod figure;
pub mod id;
pub mod role;
pub mod subject;
pub mod workload;

use std::rc::Rc;

use thiserror::Error;

use family::Family;
use figure::{Derivation, Figure, Mark, Source, Unit};
use id::{FigureId, RoleId, SourceKey, UnitId};
use role::{Role, UnitSpec};
use subject::Subject;

use crate::collected::Map;

use crate::json::{self, Parsed};

/// A figure of the catalog as the catalog's file states it.
#[derive(Debug, Clone, PartialEq)]
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

json::read_fields!(FigureSpec { id, name, value, unit, mark, source, note, min, max });

/// The file form of a catalog.
#[derive(Debug)]
struct CatalogFile {
    product: String,
    sources: Map<SourceKey, Source>,
    figures: Vec<FigureSpec>,
    units: Vec<UnitSpec>,
    roles: Vec<Role>,
    families: Vec<Family>,
    reconnect_time: FigureId,
    remote_share: FigureId,
    archiving_delay: FigureId,
    users_per_port: FigureId,
}

json::read_fields!(CatalogFile { product, sources, figures, units, roles, families = [], reconnect_time, remote_share, archiving_delay, users_per_port });

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
#[derive(Debug, Clone)]
pub struct Catalog {
    file: Rc<CatalogFile>,
    figures: Map<FigureId, (Rc<FigureSpec>, Rc<Figure>)>,
}

#[cfg(not(feature = "ui"))]
const TEXT: &str = json::bare!(include_str!("catalog/ocs-2007-r2.json"));
/// What the page does not show itself, the worker tells.
#[cfg(feature = "ui")]
const TEXT: &str = markup::page_catalog!("src/catalog/ocs-2007-r2.json");

thread_local! {
    static BUNDLED: Rc<Catalog> = Rc::new(
        Catalog::from_json(TEXT)
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
        for spec in &file.figures {
            let Some(source) = file.sources.get(&spec.source) else {
                return Err(dangling("figure", spec.id.as_str(), "source", spec.source.as_str()));
            };
            if !(spec.min..=spec.max).contains(&spec.value) {
                return Err(CatalogError::Range(spec.id.clone()));
            }
            let figure = spec.figure(source.clone());
            figures.insert(spec.id.clone(), (Rc::new(spec.clone()), figure));
        }
        let catalog = Self { file: Rc::new(file), figures };
        catalog.check()?;
        Ok(catalog)
    }

    fn check(&self) -> Result<(), CatalogError> {
        for unit in &self.file.units {
            self.check_figures("unit", unit.id.as_str(), &unit.figures())?;
        }
        for role in &self.file.roles {
            for unit in role.units() {
                if self.unit(unit).is_none() {
                    return Err(dangling("role", role.id.as_str(), "unit", unit.as_str()));
                }
            }
            let ids: Vec<&FigureId> = role.figures().into_iter().map(|(_, id)| id).collect();
            self.check_figures("role", role.id.as_str(), &ids)?;
        }
        for family in &self.file.families {
            let ids: Vec<&FigureId> = family.values.iter().map(|value| &value.figure).collect();
            self.check_figures("family", &family.id, &ids)?;
            if !self.file.sources.contains_key(&family.source) {
                return Err(dangling("family", &family.id, "source", family.source.as_str()));
            }
        }
        let file = &self.file;
        let settings =
            [&file.reconnect_time, &file.remote_share, &file.archiving_delay, &file.users_per_port];
        self.check_figures("setting", "of the catalog", &settings)
    }

    /// Whether all the figures that an entry names are there.
    fn check_figures(
        &self,
        what: &'static str,
        name: &str,
        figures: &[&FigureId],
    ) -> Result<(), CatalogError> {
        match figures.iter().find(|figure| !self.figures.contains_key(**figure)) {
            Some(figure) => Err(dangling(what, name, "figure", figure.as_str())),
            None => Ok(()),
        }
    }

    /// The product's name.
    pub fn product(&self) -> &str {
        &self.file.product
    }

    /// All roles in the order of the palette.
    pub fn roles(&self) -> &[Role] {
        &self.file.roles
    }

    /// The role of that name.
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.file.roles.iter().find(|role| role.id == *id)
    }

    /// What fails as one piece.
    pub fn unit(&self, id: &UnitId) -> Option<&UnitSpec> {
        self.file.units.iter().find(|unit| unit.id == *id)
    }

    /// The figure of that name.
    pub fn figure(&self, id: &FigureId) -> Option<Rc<Figure>> {
        self.figures.get(id).map(|(_, figure)| Rc::clone(figure))
    }

    /// The figure of that name with the range in which a plan may replace it.
    pub fn figure_spec(&self, id: &FigureId) -> Option<&FigureSpec> {
        self.figures.get(id).map(|(spec, _)| &**spec)
    }

    /// The document of that name.
    pub fn source(&self, key: &SourceKey) -> Option<&Source> {
        self.file.sources.get(key)
    }

    /// Time until a user whose server failed is connected again.
    pub fn reconnect_time(&self) -> Rc<Figure> {
        self.setting(&self.file.reconnect_time)
    }

    /// Share of users who come in from outside, where the plan does not say.
    pub fn remote_share(&self) -> Rc<Figure> {
        self.setting(&self.file.remote_share)
    }

    /// How long archiving may fail in critical mode until Front Ends stop, in hours.
    pub fn archiving_delay(&self) -> Rc<Figure> {
        self.setting(&self.file.archiving_delay)
    }

    /// Voice users for each call at the same time.
    pub fn users_per_port(&self) -> Rc<Figure> {
        self.setting(&self.file.users_per_port)
    }

    /// All figures with their ranges, in the order of their names.
    pub fn figure_specs(&self) -> impl Iterator<Item = &FigureSpec> {
        self.figures.values().map(|(spec, _)| &**spec)
    }

    /// Families of figures that can stand in place of the defaults.
    pub fn families(&self) -> &[Family] {
        &self.file.families
    }

    /// The catalog with the figures of a family and, before these, with a plan's own values in place of its defaults. Both keep what
    /// they replace. A family that is not known changes nothing.
    #[must_use]
    pub fn with(&self, family: Option<&str>, values: &Map<FigureId, f64>) -> Self {
        let mut catalog = self.clone();
        let family = family.and_then(|id| self.file.families.iter().find(|family| family.id == id));
        for value in family.map_or(&[][..], |family| &family.values) {
            let source = family.and_then(|family| self.file.sources.get(&family.source));
            if let (Some((_, figure)), Some(source)) = (catalog.figures.get_mut(&value.figure), source) {
                *figure = value.in_place_of(figure, source);
            }
        }
        for (id, value) in values {
            if let Some((_, figure)) = catalog.figures.get_mut(id) {
                *figure = Rc::clone(figure).replaced_by(*value);
            }
        }
        catalog
    }

    fn setting(&self, id: &FigureId) -> Rc<Figure> {
        self.figure(id).unwrap_or_else(|| unreachable!("checked when the catalog was read: {id}"))
    }

    /// All figures that a component of this role can be given values of its own for, each once, by subject.
    pub fn figures_of_role<'a>(&'a self, role: &'a Role) -> Vec<(Subject, &'a FigureId)> {
        let mut figures: Vec<(Subject, &FigureId)> = Vec::new();
        let mut add = |subject, id| {
            if !figures.iter().any(|(_, known)| *known == id) {
                figures.push((subject, id));
            }
        };
        for id in self.unit(&role.unit).map(UnitSpec::figures).unwrap_or_default() {
            add(Subject::Failures, id);
        }
        for (subject, id) in role.figures() {
            add(subject, id);
        }
        let storage = role.shared_storage.as_ref().and_then(|storage| self.unit(storage));
        for id in storage.map(UnitSpec::figures).unwrap_or_default() {
            add(Subject::SharedStorage, id);
        }
        figures
    }

    /// Whether a component of the role goes by the figure.
    pub fn goes_by(&self, role: &Role, figure: &FigureId) -> bool {
        self.figures_of_role(role).iter().any(|(_, id)| *id == figure)
    }
}

fn dangling(what: &'static str, name: &str, kind: &'static str, target: &str) -> CatalogError {
    CatalogError::Dangling { what, name: name.into(), kind, target: target.into() }
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
    fn the_figures_of_a_role_stand_together_by_subject_each_once() {
        let catalog = Catalog::bundled();
        for role in catalog.roles() {
            let figures = catalog.figures_of_role(role);
            let ids: std::collections::BTreeSet<_> = figures.iter().map(|(_, id)| id).collect();
            assert_eq!(ids.len(), figures.len(), "{}", role.id);
            let mut subjects: Vec<_> = figures.iter().map(|(subject, _)| subject.name()).collect();
            subjects.dedup();
            let met: std::collections::BTreeSet<_> = subjects.iter().collect();
            assert_eq!(met.len(), subjects.len(), "{}: {subjects:?}", role.id);
            assert_eq!(subjects.first(), Some(&"Failures and repair"));
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
