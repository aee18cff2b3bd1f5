//! What the loss of any one server does to the users.

use yew::prelude::*;

use super::cell;
use crate::analysis::{Analysis, Failure, Headline};
use crate::ui::format;

const LABEL: &str = "Lose any one server";

/// The worst that the loss of one server does.
pub fn lose_one(analysis: &Analysis, headline: &Headline) -> Html {
    let failures = &analysis.failures;
    let demand = headline.measures.demand_users.value;
    let Some(worst) = failures.iter().max_by(|a, b| unserved(a).total_cmp(&unserved(b))) else {
        return cell(
            LABEL,
            html! {
                <>
                    <p class="value">{ "–" }</p>
                    <p class="under">{ "no server yet" }</p>
                </>
            },
        );
    };
    let singles = analysis.components.values().filter(|figures| figures.single_point_of_failure).count();
    let singles = match singles {
        0 => "no single point of failure".to_string(),
        1 => "1 single point".into(),
        count => format!("{count} single points"),
    };
    let lost = unserved(worst);
    let data = format!("{lost:e}");
    if lost < 0.5 {
        return cell(
            LABEL,
            html! {
                <>
                    <p class="value ok" data-figure="lose-one.unserved" data-value={data}>
                        { format!("still {}", format::users(demand)) }
                    </p>
                    <p class="under">{ singles }</p>
                </>
            },
        );
    }
    let over = worst.impact.users_over_capacity.value;
    let cut_off = worst.impact.users_cut_off.value;
    let (number, word) = if cut_off >= over { (cut_off, "cut off") } else { (over, "over capacity") };
    let title = format!(
        "{} ({}): {} users cut off, {} over capacity",
        worst.component_name,
        worst.server,
        format::users(cut_off),
        format::users(over)
    );
    cell(
        LABEL,
        html! {
            <>
                <p class="value bad" data-figure="lose-one.unserved" data-value={data} {title}>
                    { format::users(number) }{ " " }<small class="bad">{ word }</small>
                </p>
                <p class="under" title={worst.component_name.clone()}>{ format!("{singles} · {}", worst.component_name) }</p>
            </>
        },
    )
}

fn unserved(failure: &Failure) -> f64 {
    failure.impact.users_cut_off.value + failure.impact.users_over_capacity.value
}
