//! What the organisation wants of the topology.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::catalog::workload::Workload;
use crate::editor::Action;
use crate::plan::{Edit, Targets};
use crate::ui::message::Dispatch;
use crate::ui::number_field::NumberField;
use crate::ui::shared::Shared;

/// Least and most availability that can be wanted, in per cent.
const RANGE: (f64, f64) = (1.0, 99.999_999_9);

/// An availability for each workload, and whether planned work counts as lost.
pub(super) fn target_fields(targets: &Shared<Targets>, dispatch: &Dispatch) -> Html {
    let set = {
        let dispatch = dispatch.clone();
        Callback::from(move |targets: Targets| {
            dispatch.emit(Action::Edit {
                label: "Change the targets".into(),
                edits: vec![Edit::SetTargets(targets)],
            });
        })
    };
    let planned = {
        let (targets, set) = (targets.clone(), set.clone());
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                set.emit(Targets { planned_work_counts: field.checked(), ..(**targets).clone() });
            }
        })
    };
    html! {
        <>
            <h3>{ "Targets" }</h3>
            for workload in Workload::ALL { { target_row(workload, targets, &set) } }
            <label class="check">
                <input type="checkbox" checked={targets.planned_work_counts} onchange={planned} />
                { "Planned work counts as lost time" }
            </label>
        </>
    }
}

fn target_row(workload: Workload, targets: &Shared<Targets>, set: &Callback<Targets>) -> Html {
    let changed = {
        let (targets, set) = (targets.clone(), set.clone());
        Callback::from(move |percent: Option<f64>| {
            let mut changed = (**targets).clone();
            match percent {
                Some(percent) => changed.availability.insert(workload, percent / 100.0),
                None => changed.availability.remove(&workload),
            };
            set.emit(changed);
        })
    };
    let field = format!("target-{}", workload.id());
    html! {
        <div class="row" key={workload.id()}>
            <label class="row-label" for={field.clone()}>{ workload.name() }</label>
            <NumberField
                id={field}
                value={targets.availability.get(&workload).map(|share| share * 100.0)}
                min={RANGE.0}
                max={RANGE.1}
                unit="%"
                none="none"
                {changed}
            />
        </div>
    }
}
