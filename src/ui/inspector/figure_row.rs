//! A figure that a component goes by, to be replaced by a value of the plan's own.

use yew::prelude::*;

use crate::catalog::Catalog;
use crate::catalog::figure::{Derivation, Figure, Unit};
use crate::catalog::id::FigureId;
use crate::editor::Action;
use crate::plan::{Component, Edit};
use crate::ui::derivation::source_line;
use crate::ui::format;
use crate::ui::mark::mark_chip;
use crate::ui::message::Dispatch;
use crate::ui::number_field::NumberField;
use crate::ui::shared::Shared;

/// Name, value in a field, mark, note and source.
pub(super) fn figure_row(
    component: &Shared<Component>,
    id: &FigureId,
    catalog: &Catalog,
    dispatch: &Dispatch,
) -> Html {
    let Some((figure, spec)) = component.figure(catalog, id).zip(catalog.figure_spec(id)) else {
        return Html::default();
    };
    // People say shares in per cent.
    let scale = if figure.unit == Unit::Share { 100.0 } else { 1.0 };
    let unit = if figure.unit == Unit::Share { "%" } else { figure.unit.symbol() };
    let set = {
        let (component, id, dispatch, name) =
            (component.id.clone(), id.clone(), dispatch.clone(), figure.name.clone());
        Callback::from(move |value: Option<f64>| {
            let edits = vec![Edit::SetFigure { component: component.clone(), figure: id.clone(), value }];
            dispatch.emit(Action::Edit { label: format!("Change {name}"), edits });
        })
    };
    let changed = set.reform(move |value: Option<f64>| value.map(|value| value / scale));
    let reset = set.reform(|_: MouseEvent| None);
    let field = format!("figure-{id}");
    html! {
        <div key={id.to_string()} class="row" data-catalog-figure={id.to_string()} data-value={format!("{:e}", figure.value)}>
            <label class="row-label" for={field.clone()}>{ &figure.name }</label>
            <NumberField
                key={component.id.to_string()}
                id={field}
                value={Some(figure.value * scale)}
                min={spec.min * scale}
                max={spec.max * scale}
                {unit}
                {changed}
            />
            <div class="row-note">{ mark_chip(figure.mark) }{ remark(&figure, reset) }</div>
        </div>
    }
}

fn remark(figure: &Figure, reset: Callback<MouseEvent>) -> Html {
    match &figure.derivation {
        Derivation::Catalog { source, note } => html! { <>{ note }{ source_line(source) }</> },
        Derivation::Entered { replaces: Some(old) } => html! {
            <>
                { format!("in place of {} ({})", format::figure(old), old.mark.word()) }
                <button type="button" class="reset" onclick={reset}>{ "Reset" }</button>
            </>
        },
        Derivation::Entered { replaces: None } | Derivation::Computed { .. } => Html::default(),
    }
}
