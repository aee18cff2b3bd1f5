//! The order in which the parts of a drawing are read.

use super::layout::Layout;
use crate::editor::target::Target;
use crate::geometry::{Canvas, Rect};
use crate::plan::Scenario;

/// What begins within so many units below the top of a row belongs to the row.
const ROW: f64 = 48.0;

impl Layout {
    /// Cards and pools row by row, from left to right in each row, and after each the links of the plan that begin there.
    pub(in crate::editor) fn reading_order(&self, scenario: &Scenario) -> Vec<Target> {
        let cards = self.cards.iter().map(|card| (card.rect, card.target.clone()));
        let frames = self.frames.iter().map(|frame| (frame.rect, Target::Node(frame.pool.clone())));
        let mut left: Vec<(Rect<Canvas>, Target)> = Vec::new();
        cards.chain(frames).for_each(|part| put(&mut left, part, |rect| rect.origin.y));
        let mut order = Vec::new();
        while let Some((first, _)) = left.first() {
            let end = first.origin.y + ROW;
            let in_row = left.iter().take_while(|(rect, _)| rect.origin.y < end).count();
            let mut row = Vec::new();
            left.drain(..in_row).for_each(|part| put(&mut row, part, |rect| rect.origin.x));
            for (_, target) in row {
                let begins_there = |from| matches!(&target, Target::Node(node) if node == from);
                let links = scenario.links.iter().filter(|link| begins_there(&link.from));
                let links: Vec<_> = links.map(|link| Target::Link(link.id.clone())).collect();
                order.push(target);
                order.extend(links);
            }
        }
        order
    }
}

/// Puts a part behind those that come before it.
fn put(
    parts: &mut Vec<(Rect<Canvas>, Target)>,
    part: (Rect<Canvas>, Target),
    place: fn(&Rect<Canvas>) -> f64,
) {
    let at = parts.partition_point(|(rect, _)| place(rect) <= place(&part.0));
    parts.insert(at, part);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::geometry::Point;
    use crate::plan::build::PlanBuilder;

    #[test]
    fn parts_are_read_row_by_row_each_with_the_links_that_begin_there() {
        let at = |x: f64, y: f64| move |part: &mut crate::plan::Component| part.position = Point::new(x, y);
        let plan = PlanBuilder::new()
            .standard_edition("below")
            .standard_edition("right")
            .edge("left", 1, "right")
            .with("below", at(0.0, 400.0))
            .with("right", at(500.0, 20.0))
            .with("left", at(100.0, 40.0))
            .scenario();
        let order = Layout::of(&plan, &Catalog::bundled()).reading_order(&plan);
        let node = |id: &str| Target::Node(id.into());
        let link = Target::Link(plan.links[0].id.clone());
        assert_eq!(order, [node("left"), link, node("right"), node("below")]);
    }
}
