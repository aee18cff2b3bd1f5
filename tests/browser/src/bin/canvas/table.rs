//! What was measured, as people read it.

use std::fmt::Write;

use crate::figure::{Figure, Measured};

/// Figures of one plan until its rows are asked for.
pub(crate) struct Table {
    words: Vec<String>,
    ours: Vec<Measured>,
    peers: Vec<Measured>,
}

impl Table {
    /// A table of the rows whose names have one of the words in them, or of all.
    pub(crate) fn new(words: Vec<String>) -> Self {
        Self { words, ours: Vec::new(), peers: Vec::new() }
    }

    pub(crate) fn head(has_peer: bool) -> String {
        let [peer, ratio] = if has_peer { ["peer", "ratio"] } else { [""; 2] };
        line("milliseconds", ["ours", peer, ratio, "goal"])
    }

    /// Whether any row of a plan of so many components is asked for.
    pub(crate) fn asks_for(&self, components: usize) -> bool {
        let mut names = Figure::ALL
            .iter()
            .flat_map(|figure| figure.quantiles().iter().map(|(_, slow)| name(*figure, slow, components)));
        names.any(|name| self.is_chosen(&name))
    }

    /// Takes what one run measured.
    pub(crate) fn take(&mut self, figures: Vec<Measured>, is_peer: bool) {
        let all = if is_peer { &mut self.peers } else { &mut self.ours };
        all.extend(figures);
    }

    /// The rows of a plan of so many components.
    pub(crate) fn rows(&mut self, components: usize) -> String {
        let (ours, peers) = (std::mem::take(&mut self.ours), std::mem::take(&mut self.peers));
        let mut text = String::new();
        for figure in Figure::ALL {
            let (ours, peers) = (sorted(&ours, figure), sorted(&peers, figure));
            for (share, slow) in figure.quantiles() {
                let name = name(figure, slow, components);
                if let Some(own) = quantile(&ours, *share).filter(|_| self.is_chosen(&name)) {
                    let peer = quantile(&peers, *share);
                    let ratio = peer.map(|peer| format!("{:.2}", own / peer)).unwrap_or_default();
                    let peer = peer.map(ms).unwrap_or_default();
                    text += &line(&name, [&ms(own), &peer, &ratio, &goal(figure, components, own)]);
                }
            }
        }
        text
    }

    fn is_chosen(&self, name: &str) -> bool {
        self.words.is_empty() || self.words.iter().any(|word| name.contains(word))
    }
}

fn name(figure: Figure, slow: &str, components: usize) -> String {
    format!("{components} components, {}{slow}", figure.name())
}

fn sorted(measured: &[Measured], figure: Figure) -> Vec<f64> {
    let of_figure = measured.iter().filter(|(known, _)| *known == figure);
    let mut all: Vec<f64> = of_figure.flat_map(|(_, times)| times.iter().copied()).collect();
    all.sort_by(f64::total_cmp);
    all
}

/// The least that the share of the times do not exceed.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a short list"
    )]
    let place = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied()
}

fn goal(figure: Figure, components: usize, own: f64) -> String {
    figure.bound(components).map_or_else(String::new, |most| {
        let missed = if own > most { ", missed" } else { "" };
        format!("<= {}{missed}", ms(most))
    })
}

fn ms(value: f64) -> String {
    if value < 10.0 { format!("{value:.2}") } else { format!("{value:.1}") }
}

fn line(name: &str, [own, peer, ratio, goal]: [&str; 4]) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write!(text, "{name:<60} {own:>9} {peer:>9} {ratio:>6}  {goal}");
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(count: u32) -> Vec<f64> {
        (1..=count).map(f64::from).collect()
    }

    #[test]
    fn a_quantile_is_one_of_the_times() {
        for (count, share, expected) in [(5, 0.5, 3.0), (4, 0.5, 2.0), (100, 0.95, 95.0), (1, 0.95, 1.0)] {
            assert_eq!(quantile(&times(count), share), Some(expected), "{share} of {count}");
        }
        assert_eq!(quantile(&[], 0.5), None);
    }

    #[test]
    fn rows_compare_with_the_peer_and_with_the_goal() {
        let mut table = Table::new(vec!["drag".into()]);
        table.take(vec![(Figure::Script, vec![5.0]), (Figure::Opening, vec![900.0])], false);
        table.take(vec![(Figure::Script, vec![10.0])], true);
        let rows = table.rows(1_000);
        assert_eq!(rows.lines().count(), 1, "{rows}");
        let words: Vec<&str> = rows.split_whitespace().collect();
        assert!(words.ends_with(&["5.00", "10.0", "0.50", "<=", "4.00,", "missed"]), "{rows}");
        assert_eq!(table.rows(1_000), "", "taken");
    }

    #[test]
    fn plans_are_opened_only_for_rows_that_are_asked_for() {
        for (word, asked) in [("500", true), ("1000", false), ("zoom", true), ("slow", false)] {
            assert_eq!(Table::new(vec![word.into()]).asks_for(500), asked, "{word}");
        }
        assert!(Table::new(Vec::new()).asks_for(500));
    }
}
