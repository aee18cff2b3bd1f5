//! What the parts of a plan take up on the canvas.

use crate::catalog::role::{Function, Role};
use crate::geometry::{Canvas, Size};

/// Size of a component's card.
pub const COMPONENT: Size<Canvas> = Size::new(196.0, 84.0);
/// Size of a load balancer's card.
pub const BALANCER: Size<Canvas> = Size::new(44.0, 44.0);
/// Size of a card of users.
pub const USERS: Size<Canvas> = Size::new(132.0, 60.0);

/// Size of the card of a component of that role.
pub fn of_role(role: &Role) -> Size<Canvas> {
    if role.function == Function::LoadBalancer { BALANCER } else { COMPONENT }
}
