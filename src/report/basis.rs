//! What the figures rest on: what was taken for granted, and every figure that the components go by, with how sure it is.

use std::rc::Rc;

use crate::analysis::Analysis;
use crate::catalog::figure::{Derivation, Figure};
use crate::chart::figure::figure as said;
use crate::panel::parts::mark;
use crate::panel::table::{Column, Table};
use crate::panel::{Asked, Element, Markup, element};

const COLUMNS: [Column; 4] =
    [Column::Words("Figure"), Column::Words("Value"), Column::Words("Of"), Column::Words("Where it is from")];

pub(super) fn write(asked: &Asked<'_>) -> Markup {
    let assumptions = asked.analysis().ok().map(assumptions);
    [assumptions.map(Markup::from).unwrap_or_default(), figures(asked)].into_iter().collect()
}

/// What was assumed because it is not drawn, and what the reader has to know of the drawing.
fn assumptions(analysis: &Analysis) -> Element {
    let notes = analysis.notes.iter().map(|note| {
        let sign = note.hypothetical.then(|| element("b").class("risk").with("▲ hypothetical: "));
        element("li").with(sign).with(&note.text)
    });
    let assumed = element("span").class("mark assumed").with("assumed");
    let assumptions = analysis
        .assumptions
        .iter()
        .map(|assumption| element("li").with(assumed.clone()).with(" ").with(assumption));
    element("ul").class("assumptions").all(notes).all(assumptions)
}

/// A figure with the components that go by it.
struct Used {
    figure: Rc<Figure>,
    said: String,
    components: Vec<String>,
}

fn figures(asked: &Asked<'_>) -> Markup {
    let mut table = Table::new("The figures that the components go by", &COLUMNS);
    for Used { figure, said, components } in used(asked) {
        let value = element("span").with(said).with(" ").with(mark(figure.mark));
        table.row(
            &figure.name,
            [figure.name.as_str().into(), value.into(), components.join(", ").into(), source(&figure).into()],
        );
    }
    table.into()
}

/// All figures in the order of the plan, each once for all components that have the same.
fn used(asked: &Asked<'_>) -> Vec<Used> {
    let (scenario, catalog) = (asked.scenario, asked.catalog);
    let mut all: Vec<Used> = Vec::new();
    for component in &scenario.components {
        let Some(role) = catalog.role(&component.role) else { continue };
        let name = scenario.distinct_name(&component.id).unwrap_or_else(|| component.name.clone());
        for (_, id) in catalog.figures_of_role(role) {
            let Some(figure) = scenario.figure(catalog, component, id) else { continue };
            let words = said(&figure);
            let same = all.iter_mut().find(|known| {
                known.said == words && known.figure.name == figure.name && known.figure.mark == figure.mark
            });
            match same {
                Some(known) => known.components.push(name.clone()),
                None => all.push(Used { figure, said: words, components: vec![name.clone()] }),
            }
        }
    }
    all
}

fn source(figure: &Figure) -> String {
    match &figure.derivation {
        Derivation::Catalog { source, .. } => source.title.clone(),
        Derivation::Entered { replaces: Some(replaced) } => {
            format!("entered in place of {}, {}", said(replaced), replaced.mark.word())
        }
        Derivation::Entered { replaces: None } => "entered".into(),
        Derivation::Computed { formula, .. } => formula.clone(),
    }
}
