//! Instant messages and presence of every home.

use std::rc::Rc;

use super::answer::{LoadRow, Section, Topic};
use super::drawn::{Drawn, product};
use crate::analysis::options::AnalysisError;
use crate::catalog::figure::{Figure, Unit};
use crate::catalog::workload::Workload;
use crate::plan::NodeId;

const ABOUT: &str = "By the user model behind the capacity figures. Bandwidth is of the text alone: what signalling adds could not be read. Subscriptions are the most there can be, every contact being watched from every device; those of users with mobile devices follow from their larger number of contacts.";

/// Seconds in an hour.
const HOUR: f64 = 3_600.0;
/// Thousand bits of a byte.
const KILOBITS: f64 = 0.008;

/// Messages of every home.
pub(super) fn section(drawn: &Drawn<'_>) -> Result<Section, AnalysisError> {
    let loads = drawn.homes().into_iter().map(|home| of_home(drawn, home)).collect::<Result<_, _>>()?;
    Ok(Section { topic: Topic::Messages, about: ABOUT, needs: Vec::new(), loads })
}

/// Messages that some users send in a second.
pub(super) fn rate(drawn: &Drawn<'_>, users: &Rc<Figure>) -> Result<Rc<Figure>, AnalysisError> {
    let (sessions, messages) = (drawn.figure("im-sessions")?, drawn.figure("im-messages")?);
    let formula = "users · conversations an hour · messages in each / 3,600 s";
    Ok(product("Messages sent", Unit::PerSecond, formula, 1.0 / HOUR, &[users, &sessions, &messages]))
}

/// Bandwidth of the text of messages.
pub(super) fn bandwidth(drawn: &Drawn<'_>, rate: &Rc<Figure>) -> Result<Rc<Figure>, AnalysisError> {
    let formula = "messages a second · bytes · 8 / 1,000";
    Ok(product("Text of messages", Unit::Kbps, formula, KILOBITS, &[rate, &drawn.figure("im-bytes")?]))
}

fn of_home(drawn: &Drawn<'_>, home: NodeId) -> Result<LoadRow, AnalysisError> {
    let name = drawn.name(&home).to_owned();
    let id = format!("messages/{home}");
    let homes = [home];
    let users = drawn.users(&homes, format!("Connected users of {name}"), None, Workload::ImPresence);
    let sent = rate(drawn, &users)?;
    let parties = drawn.figure("im-parties")?;
    let copies = Figure::computed(
        "Copies delivered if all conversations were of several",
        sent.value * (parties.value - 1.0),
        Unit::PerSecond,
        "messages a second · (people in a conversation of several − 1)",
        vec![Rc::clone(&sent), parties],
    );
    let text = bandwidth(drawn, &sent)?;
    let endpoints = drawn.figure("endpoints")?;
    let subscriptions = |name: &str, contacts: &str| {
        let formula = "users · contacts · devices of a user at the most";
        Ok(product(name, Unit::Factor, formula, 1.0, &[&users, &drawn.figure(contacts)?, &endpoints]))
    };
    let at_computers = subscriptions("Subscriptions, users at computers", "contacts")?;
    let mobile = subscriptions("Subscriptions, if all users were mobile", "contacts-mobile")?;
    let part = |name: &str, share: &str| {
        let formula = "subscriptions · share of contacts";
        Ok(product(name, Unit::Factor, formula, 1.0, &[&at_computers, &drawn.figure(share)?]))
    };
    let inside = part("Of them inside", "contacts-inside-share")?;
    let federated = part("Of them federated", "federated-share")?;
    let public = part("Of them on public IM", "public-im-share")?;
    let figures = vec![
        ("Messages sent", sent),
        ("Copies, at the most", copies),
        ("Text", text),
        ("Subscriptions", at_computers),
        ("if all mobile", mobile),
        ("of them inside", inside),
        ("federated", federated),
        ("public IM", public),
    ];
    Ok(LoadRow { id, name, figures })
}
