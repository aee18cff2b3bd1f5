//! The figures that the selected components go by, to be replaced by values of the plan's own.

use std::rc::Rc;

use yew::prelude::*;

use super::Inspector;
use super::field_row::{field_row, number_row};
use super::fold::fold;
use crate::catalog::figure::{Derivation, Figure};
use crate::catalog::id::FigureId;
use crate::catalog::subject::Subject;
use crate::editor::Action;
use crate::editor::field::Field;
use crate::plan::Component;
use crate::ui::derivation::source_line;
use crate::ui::element::{press, words};
use crate::ui::figure_key::FigureKey;
use crate::ui::figure_value::figure_mark;
use crate::ui::format;

/// All figures that the selected components have in common, by subject.
pub(super) fn figure_groups(panel: &Inspector, parts: &mut Vec<Html>) {
    let components = panel.state.selected_components();
    let mut groups: Vec<(Subject, Vec<&FigureId>)> = Vec::new();
    let Some(role) = components.first().and_then(|first| panel.catalog.role(&first.role)) else { return };
    for (subject, id) in panel.catalog.figures_of_role(role) {
        if !components
            .iter()
            .all(|other| panel.catalog.role(&other.role).is_some_and(|role| panel.catalog.goes_by(role, id)))
        {
            continue;
        }
        match groups.last_mut() {
            Some((last, figures)) if *last == subject => figures.push(id),
            _ => groups.push((subject, vec![id])),
        }
    }
    for (subject, figures) in &groups {
        let open = matches!(subject, Subject::Failures | Subject::Capacity);
        let summary = summary(panel, figures, &components);
        parts.push(fold(panel, subject.name(), subject.name(), (open, &summary), &|parts| {
            for id in figures {
                parts.push(figure_row(panel, id, &components));
            }
            if *subject == Subject::Failures {
                let about = "Of its servers; all of them where nothing is entered.";
                parts.push(number_row(panel, Field::RepairCrews, "Repairs at the same time", about));
            }
        }));
    }
}

/// What a folded group holds: how much was entered, or the figures in short.
fn summary(panel: &Inspector, figures: &[&FigureId], components: &[&Rc<Component>]) -> String {
    let mut said = String::new();
    let mut entered = 0;
    for id in figures {
        for component in components {
            entered += usize::from(component.overrides.contains_key(*id));
            if let (Some(figure), 1) =
                (panel.scenario().figure(&panel.catalog, component, id), components.len())
            {
                said.push_str(if said.is_empty() { "" } else { " · " });
                said.push_str(&format::figure(&figure));
            }
        }
    }
    if entered > 0 { format!("{entered} entered") } else { said }
}

/// Name, value in a field, mark, note and source.
fn figure_row(panel: &Inspector, id: &FigureId, components: &[&Rc<Component>]) -> Html {
    let mut first: Option<(&Rc<Component>, Rc<Figure>)> = None;
    let (mut same, mut default) = (true, None);
    for component in components {
        let Some(figure) = panel.scenario().figure(&panel.catalog, component, id) else { continue };
        // A value of the whole plan is not the component's own to give up.
        if let (Derivation::Entered { replaces }, true) =
            (&figure.derivation, component.overrides.contains_key(id))
        {
            default.clone_from(replaces);
        }
        match &first {
            None => first = Some((component, figure)),
            Some((_, known)) => {
                same &= known.value.total_cmp(&figure.value).is_eq() && known.mark == figure.mark;
            }
        }
    }
    let Some((component, figure)) = first else { return Html::default() };
    let mut about = Vec::new();
    if same {
        let key = FigureKey::Catalog(component.id.clone(), id.clone());
        about.push(figure_mark(key, &figure, &panel.dispatch));
        match &figure.derivation {
            Derivation::Catalog { source, note } => {
                about.push(words(note));
                if source.url.is_some() {
                    about.extend([words(" "), source_line(source)]);
                }
            }
            _ => about.extend(figure.below().first().map(|old| {
                let plan = if default.is_none() { ", in the whole plan" } else { "" };
                words(&format!("in place of {}, {}{plan}", format::figure(old), old.mark.word()))
            })),
        }
    } else {
        about.push(words("Differs between them."));
    }
    if let Some(old) = default {
        let default = format::figure(&old);
        let onclick =
            panel.dispatch.click_act(Action::Enter { field: Field::Figure(id.clone()), typed: None });
        let name = format!("Reset {} to {default}", figure.name);
        about.push(press("reset", vec![words(&format!("Reset to {default}"))], Some(name), onclick));
    }
    field_row(panel, Field::Figure(id.clone()), &figure.name, about)
}
