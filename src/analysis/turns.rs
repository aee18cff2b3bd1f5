//! Long work in turns, so that something else can go on in between.

use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// Says whether a turn has taken long enough.
#[derive(Clone, Copy)]
pub(super) struct Turns<'a>(&'a dyn Fn() -> bool);

impl<'a> Turns<'a> {
    /// Work without a pause.
    pub const ENDLESS: Turns<'static> = Turns(&|| false);

    /// Turns that end as soon as this says so.
    pub fn until(is_over: &'a dyn Fn() -> bool) -> Self {
        Self(is_over)
    }

    /// Leaves off until the next turn, if this one is over.
    pub async fn pause(self) {
        let mut goes_on = !(self.0)();
        poll_fn(|_| if std::mem::replace(&mut goes_on, true) { Poll::Ready(()) } else { Poll::Pending })
            .await;
    }
}

/// Does all of the work at once.
pub(super) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        // Nothing is waited for but the next turn.
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}
