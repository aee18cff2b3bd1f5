//! What one group, or several in series, does to the users who need it.
//!
//! A group in a given state serves a share of its users. The share of a population is the smallest share among
//! the groups it needs. In each of the three plans at most one of these groups ever serves a share strictly
//! between nobody and everybody, so the smallest share is the product of the shares, and means of products of
//! independent groups are products of means.

/// Long-run figures of a group, or of several groups in series. "Counted up" means that units under planned
/// work count as serving.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part {
    /// Time in which somebody is served.
    pub(crate) some: f64,
    /// Time in which nobody is.
    pub(crate) none: f64,
    /// Time in which everybody is served.
    pub(crate) full: f64,
    /// Time in which not everybody is.
    pub(crate) not_full: f64,
    /// Mean share served.
    pub(crate) mean: f64,
    /// Time in which somebody is served, counted up.
    pub(crate) some_counted_up: f64,
    /// Time in which nobody is served, counted up.
    pub(crate) outage: f64,
    /// Mean share served, counted up.
    pub(crate) mean_counted_up: f64,
    /// Mean share not served while somebody is, counted up.
    pub(crate) over_capacity: f64,
    /// Mean share served only when counted up.
    pub(crate) planned: f64,
    /// Reconnections per user and hour.
    pub(crate) reconnections: f64,
}

impl Part {
    /// The part that never fails.
    pub(crate) fn perfect() -> Self {
        Self {
            some: 1.0,
            none: 0.0,
            full: 1.0,
            not_full: 0.0,
            mean: 1.0,
            some_counted_up: 1.0,
            outage: 0.0,
            mean_counted_up: 1.0,
            over_capacity: 0.0,
            planned: 0.0,
            reconnections: 0.0,
        }
    }

    /// This part and another one, both needed, independent of each other.
    ///
    /// With shares x here and y there, primes for "counted up" and \[x\] for "x is positive":
    /// \[x'\]\[y'\] − x'y' = (\[x'\] − x')\[y'\] + x'(\[y'\] − y') and x'y' − xy = (x' − x)y' + x(y' − y), so no
    /// figure needs a difference.
    pub(crate) fn with(&self, other: &Self) -> Self {
        Self {
            some: self.some * other.some,
            none: self.none + self.some * other.none,
            full: self.full * other.full,
            not_full: self.not_full + self.full * other.not_full,
            mean: self.mean * other.mean,
            some_counted_up: self.some_counted_up * other.some_counted_up,
            outage: self.outage + self.some_counted_up * other.outage,
            mean_counted_up: self.mean_counted_up * other.mean_counted_up,
            over_capacity: self.over_capacity * other.some_counted_up
                + self.mean_counted_up * other.over_capacity,
            planned: self.planned * other.mean_counted_up + self.mean * other.planned,
            reconnections: self.reconnections * other.mean + self.mean * other.reconnections,
        }
    }
}

/// Collects the states and moves of one group into a part. Users are whole numbers here, so that differences
/// of users are exact.
pub(crate) struct Collector {
    demand: f64,
    part: Part,
}

impl Collector {
    /// A group that `demand` users need.
    pub(crate) fn new(demand: f64) -> Self {
        let part = Part { some: 0.0, full: 0.0, mean: 0.0, ..Part::perfect() };
        let part = Part { some_counted_up: 0.0, mean_counted_up: 0.0, ..part };
        Self { demand, part }
    }

    /// Adds a state: its probability, the users it serves, and the users it serves when counted up.
    pub(crate) fn state(&mut self, probability: f64, served: f64, served_counted_up: f64) {
        let part = &mut self.part;
        if served > 0.0 {
            part.some += probability;
        } else {
            part.none += probability;
        }
        if served < self.demand {
            part.not_full += probability;
        } else {
            part.full += probability;
        }
        if served_counted_up > 0.0 {
            part.some_counted_up += probability;
            part.over_capacity += probability * ((self.demand - served_counted_up) / self.demand);
        } else {
            part.outage += probability;
        }
        part.mean += probability * (served / self.demand);
        part.mean_counted_up += probability * (served_counted_up / self.demand);
        part.planned += probability * ((served_counted_up - served) / self.demand);
    }

    /// Adds a move that happens `frequency` times an hour: the users served before and after, and the share of
    /// them that has to move from one server to another.
    pub(crate) fn move_of(&mut self, frequency: f64, before: f64, after: f64, moved: f64) {
        let stay = before.min(after);
        let come_back = (after - before).max(0.0);
        self.part.reconnections += frequency * ((moved * stay + come_back) / self.demand);
    }

    /// The part, once all is added.
    pub(crate) fn finish(self) -> Part {
        self.part
    }
}
