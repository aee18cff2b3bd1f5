//! The strip while something is down: figures of this moment beside those of the long run.

use yew::prelude::*;

use super::cell;
use crate::analysis::Headline;
use crate::compute::{Moment, Served};
use crate::ui::figure_key::FigureKey;
use crate::ui::figure_value::figure_value;
use crate::ui::format;
use crate::ui::message::Dispatch;
use crate::ui::now_figure::NowFigure;

/// What the figure above becomes in the long run if what is down stays down.
pub fn held(figure: NowFigure, served: &Served, after: &'static str, dispatch: &Dispatch) -> Html {
    html! {
        <p class="under now-line" title="The same figure in the long run, if what is down now stays down">
            { "with this down: " }
            { figure_value(FigureKey::Now(None, figure), &figure.of(served).figure(), dispatch) }
            { after }
        </p>
    }
}

/// Users served at this moment, of those who want it.
pub fn users(moment: &Moment, served: &Served, headline: &Headline, dispatch: &Dispatch) -> Html {
    let demand = headline.measures.demand_users.value;
    let users = NowFigure::Users;
    let all = demand - served.users.value < 0.5;
    let lost = [(&moment.cut_off, "cut off"), (&moment.over_capacity, "without room")];
    let lost = lost.iter().filter(|(users, _)| users.value >= 0.5);
    let lost: Vec<String> =
        lost.map(|(users, word)| format!("{} {word}", format::users(users.value))).collect();
    let (class, said) = match lost.as_slice() {
        [] => ("ok", "● nobody is cut off".to_owned()),
        lost => ("bad", format!("✕ {}", lost.join(", "))),
    };
    cell(
        "Users served now",
        html! {
            <>
                <p class={classes!("value", (!all).then_some("bad"))}>
                    { figure_value(FigureKey::Now(None, users), &users.of(served).figure(), dispatch) }
                    <small>{ format!("of {}", format::users(demand)) }</small>
                </p>
                <p class="under" title={format!("Down: {}", moment.down)}><span {class}>{ said }</span></p>
            </>
        },
    )
}
