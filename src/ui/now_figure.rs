//! Figures of the moment in which something is down.

use super::format;
use crate::catalog::figure::Figure;
use crate::compute::{Moment, Served};
use crate::exchange::number::Number;

/// One of the figures of [`Served`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NowFigure {
    /// Users served at this moment.
    Users,
    /// Share of the users' time lost if what is down stays down.
    Unavailability,
    /// Minutes that a user then loses in a year.
    Lost,
}

impl NowFigure {
    /// Its name in the page's data attributes.
    pub fn id(self) -> &'static str {
        match self {
            Self::Users => "now.users",
            Self::Unavailability => "now.unavailability",
            Self::Lost => "now.lost",
        }
    }

    /// Its number.
    pub fn of(self, served: &Served) -> &Number {
        match self {
            Self::Users => &served.users,
            Self::Unavailability => &served.unavailability,
            Self::Lost => &served.lost,
        }
    }

    /// The figure as people say it.
    pub fn said(self, figure: &Figure) -> String {
        match self {
            Self::Users => format::users(figure.value),
            Self::Unavailability => format::availability(figure.value),
            Self::Lost => format::duration(figure.value),
        }
    }
}

/// Who is served of the row of that name, or of all users.
pub fn served<'a>(moment: &'a Moment, row: Option<&str>) -> Option<&'a Served> {
    let Some(name) = row else { return moment.headline.as_ref() };
    moment.rows.iter().find(|row| row.id() == name).map(|row| &row.served)
}
