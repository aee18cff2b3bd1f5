//! The figures that the selected components go by, to be replaced by values of the plan's own.

use std::rc::Rc;

use yew::prelude::*;

use super::Inspector;
use super::field_row::field_row;
use super::fold::fold;
use crate::catalog::figure::{Derivation, Figure};
use crate::catalog::id::FigureId;
use crate::catalog::subject::Subject;
use crate::editor::Action;
use crate::editor::field::Field;
use crate::plan::Component;
use crate::ui::derivation::source_line;
use crate::ui::figure_key::FigureKey;
use crate::ui::format;
use crate::ui::mark::mark_chip;
use crate::ui::message::Message;

/// All figures that the selected components have in common, by subject.
pub(super) fn figure_groups(panel: &Inspector) -> Html {
    let components: Vec<&Rc<Component>> = panel.state.selected_components().collect();
    let roles = components.iter().map(|component| panel.catalog.role(&component.role));
    let Some(roles) = roles.collect::<Option<Vec<_>>>() else { return Html::default() };
    let Some((first, others)) = roles.split_first() else { return Html::default() };
    let others: Vec<_> = others.iter().map(|role| panel.catalog.figures_of_role(role)).collect();
    let common = |id: &&FigureId| others.iter().all(|other| other.contains(id));
    html! {
        for (subject, figures) in panel.catalog.figures_by_subject(first) {
            { group(panel, subject, &figures.into_iter().filter(common).collect::<Vec<_>>(), &components) }
        }
    }
}

fn group(panel: &Inspector, subject: Subject, figures: &[&FigureId], components: &[&Rc<Component>]) -> Html {
    if figures.is_empty() {
        return Html::default();
    }
    let open = matches!(subject, Subject::Failures | Subject::Capacity);
    fold(panel, subject.name(), subject.name(), (open, summary(panel, figures, components)), &|| {
        html! {
            <>
                for id in figures { { figure_row(panel, id, components) } }
                if subject == Subject::Failures {
                    { field_row(panel, Field::RepairCrews, "Repairs at the same time", html! { "Of its servers; all of them where nothing is entered." }) }
                }
            </>
        }
    })
}

/// What the folded group holds: what was entered, or its figures in short.
fn summary(panel: &Inspector, figures: &[&FigureId], components: &[&Rc<Component>]) -> Html {
    let entered =
        |id: &&&FigureId| components.iter().any(|component| component.overrides.get(**id).is_some());
    match (figures.iter().filter(entered).count(), components) {
        (0, [component]) => {
            let figures = figures.iter().filter_map(|id| component.figure(&panel.catalog, id));
            html! { figures.map(|figure| format::figure(&figure)).collect::<Vec<_>>().join(" · ") }
        }
        (0, _) => Html::default(),
        (count, _) => html! { <span class="mark entered">{ format!("{count} entered") }</span> },
    }
}

/// Name, value in a field, mark, note and source.
fn figure_row(panel: &Inspector, id: &FigureId, components: &[&Rc<Component>]) -> Html {
    let figures: Vec<Rc<Figure>> =
        components.iter().filter_map(|component| component.figure(&panel.catalog, id)).collect();
    let Some((component, figure)) = components.first().zip(figures.first()) else { return Html::default() };
    let same =
        figures.iter().all(|other| other.value.total_cmp(&figure.value).is_eq() && other.mark == figure.mark);
    let key = FigureKey::Catalog(component.id.clone(), id.clone());
    let origin = if same {
        let onclick = panel.dispatch.click(Message::Explain(Some(key)));
        html! {
            <>
                <button
                    type="button"
                    class="figure"
                    data-figure={id.to_string()}
                    data-value={format!("{:e}", figure.value)}
                    aria-label={format!("{}: where it comes from", figure.name)}
                    {onclick}
                >{ mark_chip(figure.mark) }</button>
                { remark(figure) }
            </>
        }
    } else {
        html! { "Differs between them." }
    };
    let replaced = figures.iter().find_map(|figure| match &figure.derivation {
        Derivation::Entered { replaces } => replaces.as_ref(),
        _ => None,
    });
    let reset = replaced.map(|old| {
        let default = format::figure(old);
        let onclick = panel.dispatch.click_act(Action::Enter { field: Field::Figure(id.clone()), typed: None });
        html! {
            <button type="button" class="reset" aria-label={format!("Reset {} to {default}", figure.name)} {onclick}>
                { format!("Reset to {default}") }
            </button>
        }
    });
    field_row(
        panel,
        Field::Figure(id.clone()),
        &figure.name,
        html! { <>{ origin }{ reset.unwrap_or_default() }</> },
    )
}

fn remark(figure: &Figure) -> Html {
    match &figure.derivation {
        Derivation::Catalog { source, note } if source.url.is_some() => {
            html! { <>{ note }{ " " }{ source_line(source) }</> }
        }
        Derivation::Catalog { note, .. } => html! { note },
        Derivation::Entered { replaces: Some(old) } => {
            html! { format!("in place of {}, {}", format::figure(old), old.mark.word()) }
        }
        Derivation::Entered { replaces: None } | Derivation::Computed { .. } => Html::default(),
    }
}
