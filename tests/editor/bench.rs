//! An editor with a plan in it and a hand on the pointer.

use std::rc::Rc;

use availability_planner::catalog::Catalog;
use availability_planner::editor::commands::{Asked, by_id};
use availability_planner::editor::{Action, Button, Hit, Place, Pointer, State, Target};
use availability_planner::geometry::{Canvas, Point, Rect, Screen, Size, Vector};
use availability_planner::plan::build::PlanBuilder;
use availability_planner::plan::{Document, Item, LinkKind, NodeId, Scenario};

use crate::invariants;

pub struct Bench {
    pub catalog: Rc<Catalog>,
    pub state: Rc<State>,
    /// Whether a pointer is down.
    pressed: bool,
}

impl Bench {
    pub fn new(document: Document) -> Self {
        let catalog = Catalog::bundled();
        let mut bench = Self { state: State::new("key", Rc::new(document)), catalog, pressed: false };
        bench.act(Action::Resize(Size::new(1000.0, 700.0)));
        bench
    }

    pub fn empty() -> Self {
        Self::new(Document::new("Plan", Scenario::empty("plan", "As planned")))
    }

    /// A pool with everything in it, an Edge Server, a Standard Edition server and users in both places.
    pub fn sample() -> Self {
        let plan = PlanBuilder::new()
            .standard_edition("se")
            .pool("pool", |pool| pool.balancers(2).front_ends(2).back_ends(2).file_share())
            .edge("edge", 1, "pool")
            .users_with("users", 1_000, "pool", |users| users.remote_share = 0.25);
        Self::new(plan.document())
    }

    /// Acts, and checks what must hold whatever was done.
    #[track_caller]
    pub fn act(&mut self, action: Action) -> bool {
        match &action {
            Action::PointerDown(_) => self.pressed = true,
            Action::PointerUp { .. } | Action::Cancel => self.pressed = false,
            _ => {}
        }
        let said = format!("{action:?}");
        let next = self.state.reduce(&self.catalog, action);
        let changed = !Rc::ptr_eq(&next, &self.state);
        self.state = next;
        invariants::sweep(&self.state, &self.catalog, self.pressed, &said);
        changed
    }

    pub fn scenario(&self) -> &Rc<Scenario> {
        self.state.scenario()
    }

    /// Where a card or frame stands.
    #[track_caller]
    pub fn rect(&self, target: &Target) -> Rect<Canvas> {
        let scene = self.state.scene(&self.catalog);
        let card = scene.cards.iter().find(|card| card.target == *target).map(|card| card.rect);
        let frame = |pool: &NodeId| scene.frames.iter().find(|frame| frame.pool == *pool);
        card.or_else(|| Some(frame(target.node()?)?.rect)).unwrap()
    }

    #[track_caller]
    pub fn middle_of(&self, id: &str) -> Point<Screen> {
        self.state.view.screen_from_canvas(self.rect(&node(id)).center())
    }

    #[track_caller]
    pub fn press(&mut self, pointer: Pointer) {
        self.act(Action::PointerDown(pointer));
    }

    /// Moves the pressed pointer there in a few steps, and lifts it.
    #[track_caller]
    pub fn pull(&mut self, from: Point<Screen>, to: Point<Screen>, on: Hit) {
        let way = to - from;
        for share in [0.25, 0.5, 0.75, 1.0] {
            self.act(Action::PointerMove(from + Vector::new(way.x * share, way.y * share)));
        }
        self.act(Action::PointerUp { at: to, on });
    }

    /// Drags a card by a way on the canvas.
    #[track_caller]
    pub fn drag(&mut self, id: &str, x: f64, y: f64) {
        let from = self.middle_of(id);
        let zoom = self.state.view.zoom;
        self.press(down(from, Hit::Card(node(id))));
        self.pull(from, from + Vector::new(x * zoom, y * zoom), Hit::Canvas);
    }

    /// Draws a connection between two cards.
    #[track_caller]
    pub fn connect(&mut self, from: &str, to: &str) {
        let (start, end) = (self.middle_of(from), self.middle_of(to));
        self.press(down(start, Hit::Port(from.into())));
        self.pull(start, end, Hit::Card(node(to)));
    }

    #[track_caller]
    pub fn insert(&mut self, item: &str, at: Place) -> NodeId {
        let item = match item {
            "pool" => Item::Pool,
            "users" => Item::Users,
            role => Item::Role(role.into()),
        };
        assert!(self.act(Action::Insert { item, at }));
        assert_eq!(self.state.notice, None);
        self.state.selection.first().unwrap().node().unwrap().clone()
    }

    /// The ends of the links of a kind, as “from → to”.
    pub fn links(&self, kind: LinkKind) -> Vec<String> {
        let links = self.scenario().links.iter().filter(|link| link.kind == kind);
        links.map(|link| format!("{} → {}", link.from, link.to)).collect()
    }

    /// Does what the command of that name asks of the editor.
    #[track_caller]
    pub fn command(&mut self, id: &str) -> bool {
        let command = by_id(id).unwrap();
        assert!(command.can(&self.state), "{id} would do nothing");
        match (command.asked)(&self.state) {
            Asked::Act(action) => self.act(action),
            Asked::Page(task) => panic!("{id} asks the page for {task:?}"),
        }
    }

    pub fn selected(&self) -> Vec<Target> {
        self.state.selection.iter().cloned().collect()
    }
}

pub fn node(id: &str) -> Target {
    Target::Node(id.into())
}

/// The primary button, pressed with nothing held.
pub fn down(at: Point<Screen>, on: Hit) -> Pointer {
    let button = Button::Primary;
    Pointer { at, on, button, shift: false, ctrl: false, alt: false, touch: false, space: false }
}
