//! What the loss of any one server does to the users.

use yew::prelude::*;

use super::{cell, more};
use crate::analysis::{Analysis, Headline};
use crate::ui::element::{aside, words};
use crate::ui::figure_key::{FigureKey, Harm};
use crate::ui::figure_value::figure_value_as;
use crate::ui::format;
use crate::ui::message::Dispatch;

const LABEL: &str = "Lose any one server";

/// The worst that the loss of one server does to the plan, with all else up; while something is down that is no comfort.
pub fn lose_one(analysis: &Analysis, headline: &Headline, is_down: bool, dispatch: &Dispatch) -> Html {
    let Some(worst) = analysis.worst_failure() else {
        return cell(LABEL, ("value", vec![words("–")]), vec![words("no server yet")]);
    };
    let singles = analysis.single_points();
    let said = match singles.value {
        count if count < 0.5 => "no single point of failure".to_string(),
        count if count < 1.5 => "1 single point".into(),
        count => format!("{} single points", format::grouped(count)),
    };
    let singles = figure_value_as(FigureKey::SinglePoints, &singles, said, dispatch);
    let (lost, impact) = (worst.unserved(), &worst.impact);
    let key = |harm| FigureKey::Failure(worst.server.clone(), harm);
    if lost.value < 0.5 {
        let (demand, room) = (headline.measures.demand_users.value, headline.measures.capacity_users.value);
        let said = format!("still {}", format::users(demand.min(room)));
        let mut value = vec![figure_value_as(key(Harm::Unserved), &lost, said, dispatch)];
        if room < demand {
            value.push(aside(vec![words(&format!("of {}", format::users(demand)))]));
        }
        let is_fine = room >= demand && !is_down;
        return cell(LABEL, (if is_fine { "value ok" } else { "value" }, value), vec![singles]);
    }
    let (harm, figure, word) = if impact.users_cut_off.value >= impact.users_over_capacity.value {
        (Harm::CutOff, &impact.users_cut_off, "cut off")
    } else {
        (Harm::OverCapacity, &impact.users_over_capacity, "over capacity")
    };
    let value = figure_value_as(key(harm), figure, format::users(figure.value), dispatch);
    let under = vec![singles, more(1, words(&worst.component_name))];
    cell(LABEL, ("value bad", vec![value, aside(vec![words(word)])]), under)
}
