//! Confidence intervals and the quantiles that they need.

use super::Confidence;

const SQRT_2: f64 = std::f64::consts::SQRT_2;
const PI: f64 = std::f64::consts::PI;

/// An interval that holds the true value with the level of confidence asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Its lower end.
    pub low: f64,
    /// Its upper end.
    pub high: f64,
}

/// Sums over independent pairs (x, l), for the ratio of their means.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct RatioSums {
    pub(super) pairs: u64,
    pub(super) x: f64,
    pub(super) xx: f64,
    pub(super) xl: f64,
    pub(super) l: f64,
    pub(super) ll: f64,
}

impl RatioSums {
    #[inline]
    pub(super) fn add(&mut self, x: f64, l: f64) {
        self.pairs += 1;
        self.l += l;
        self.ll += l * l;
        if x > 0.0 {
            self.x += x;
            self.xx += x * x;
            self.xl += x * l;
        }
    }

    /// The sums over the pairs of both.
    pub(super) fn merge(&mut self, other: &Self) {
        self.pairs += other.pairs;
        self.x += other.x;
        self.xx += other.xx;
        self.xl += other.xl;
        self.l += other.l;
        self.ll += other.ll;
    }

    /// Σx / Σl.
    pub(super) fn ratio(&self) -> f64 {
        if self.l > 0.0 { self.x / self.l } else { 0.0 }
    }

    /// The classical interval of the ratio estimator: Michael Crane, Donald Iglehart, "Simulating stable stochastic systems III:
    /// regenerative processes and discrete-event simulations", Operations Research 23 (1975), with Student's quantile. None with
    /// fewer than two pairs, or if no x is above 0: nothing seen is not the same as never.
    #[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
    pub(super) fn interval(&self, confidence: Confidence) -> Option<Interval> {
        if self.pairs < 2 || self.x <= 0.0 {
            return None;
        }
        let ratio = self.ratio();
        let (pairs, free) = (self.pairs as f64, (self.pairs - 1) as f64);
        // Σ(x − ratio·l)²; rounding may take it just below 0 where all pairs are alike.
        let squares = (self.xx - 2.0 * ratio * self.xl + ratio * ratio * self.ll).max(0.0);
        let half = student_quantile(confidence.outside(), free) * libm::sqrt(squares / free * pairs) / self.l;
        Some(Interval { low: (ratio - half).max(0.0), high: ratio + half })
    }
}

/// The interval for a probability of which `hits` of `trials` were seen: Edwin Wilson, "Probable inference, the law of succession, and
/// statistical inference", Journal of the American Statistical Association 22 (1927).
#[allow(clippy::cast_precision_loss, reason = "counts far below 2^53")]
pub(super) fn wilson(hits: usize, trials: usize, confidence: Confidence) -> Interval {
    if trials == 0 {
        return Interval { low: 0.0, high: 1.0 };
    }
    let z = normal_quantile(confidence.outside() / 2.0);
    let (number, share) = (trials as f64, hits as f64 / trials as f64);
    let shrink = 1.0 + z * z / number;
    let centre = (share + z * z / (2.0 * number)) / shrink;
    let variance = share * (1.0 - share) / number + z * z / (4.0 * number * number);
    let half = z / shrink * libm::sqrt(variance);
    Interval {
        low: if hits == 0 { 0.0 } else { (centre - half).max(0.0) },
        high: if hits == trials { 1.0 } else { (centre + half).min(1.0) },
    }
}

/// The z with P(Z > z) = `above` for a standard normal Z; `above` from 1e-300 to 0.5. By Newton's steps on the complementary error
/// function, which is convex there, so that they rise to the quantile without passing it.
pub(super) fn normal_quantile(above: f64) -> f64 {
    let mut z = 0.0;
    // Far out a step gains some 1 / z, and then digits double.
    for _ in 0..1_000 {
        let excess = libm::erfc(z / SQRT_2) / 2.0 - above;
        let next = z + excess * libm::sqrt(2.0 * PI) * libm::exp(z * z / 2.0);
        if next <= z {
            break;
        }
        z = next;
    }
    z
}

/// The t with P(|T| > t) = `outside` for Student's T with so many degrees of freedom, at least 1, to some six digits: Geoffrey Hill,
/// "Algorithm 396: Student's t-quantiles", Communications of the ACM 13 (1970).
#[allow(clippy::many_single_char_names, reason = "the names of the source")]
pub(super) fn student_quantile(outside: f64, freedom: f64) -> f64 {
    if freedom < 1.5 {
        let angle = outside * PI / 2.0;
        return libm::cos(angle) / libm::sin(angle);
    }
    if freedom < 2.5 {
        return libm::sqrt(2.0 / (outside * (2.0 - outside)) - 2.0);
    }
    let a = 1.0 / (freedom - 0.5);
    let b = 48.0 / (a * a);
    let mut c = ((20_700.0 * a / b - 98.0) * a - 16.0) * a + 96.36;
    let d = ((94.5 / (b + c) - 3.0) / b + 1.0) * libm::sqrt(a * PI / 2.0) * freedom;
    let mut y = libm::pow(d * outside, 2.0 / freedom);
    if y > 0.05 + a {
        let x = -normal_quantile(outside / 2.0);
        y = x * x;
        if freedom < 5.0 {
            c += 0.3 * (freedom - 4.5) * (x + 0.6);
        }
        c += (((0.05 * d * x - 5.0) * x - 7.0) * x - 2.0) * x + b;
        y = (((((0.4 * y + 6.3) * y + 36.0) * y + 94.5) / c - y - 3.0) / b + 1.0) * x;
        y = libm::expm1(a * y * y);
    } else {
        let inner = ((freedom + 6.0) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2.0) * 3.0;
        y = ((1.0 / inner + 0.5 / (freedom + 4.0)) * y - 1.0) * (freedom + 1.0) / (freedom + 2.0) + 1.0 / y;
    }
    libm::sqrt(freedom * y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_close(found: f64, expected: f64, relative: f64) {
        assert!((found - expected).abs() <= relative * expected.abs(), "{found} instead of {expected}");
    }

    #[test]
    fn normal_quantiles_are_those_of_tables() {
        for (above, z) in [
            (0.5, 0.0),
            (0.25, 0.674_489_750_196_081_7),
            (0.05, 1.644_853_626_951_472_2),
            (0.025, 1.959_963_984_540_054),
            (0.005, 2.575_829_303_548_901),
            (1e-10, 6.361_340_902_404_056),
        ] {
            assert!((normal_quantile(above) - z).abs() < 1e-12, "{above}");
        }
    }

    #[test]
    fn student_quantiles_are_those_of_tables() {
        for (freedom, two_sided_95, two_sided_99) in [
            (1.0, 12.706_205, 63.656_741),
            (2.0, 4.302_653, 9.924_843),
            (3.0, 3.182_446, 5.840_909),
            (5.0, 2.570_582, 4.032_143),
            (10.0, 2.228_139, 3.169_273),
            (30.0, 2.042_272, 2.749_996),
            (120.0, 1.979_930, 2.617_421),
            (1e9, 1.959_964, 2.575_829),
        ] {
            assert_close(student_quantile(0.05, freedom), two_sided_95, 1e-5);
            assert_close(student_quantile(0.01, freedom), two_sided_99, 1e-5);
        }
    }

    #[test]
    fn wilson_intervals_are_those_of_the_formula() {
        let confidence = Confidence::new(0.95).unwrap();
        let some = wilson(8, 10, confidence);
        assert_close(some.low, 0.490_162_5, 1e-6);
        assert_close(some.high, 0.943_317_8, 1e-6);
        assert!(wilson(0, 100, confidence).low <= 0.0 && wilson(100, 100, confidence).high >= 1.0);
        assert_close(wilson(0, 100, confidence).high, 0.036_993_5, 1e-5);
    }

    #[test]
    fn nothing_seen_gives_no_interval() {
        let confidence = Confidence::new(0.95).unwrap();
        let mut sums = RatioSums::default();
        for _ in 0..10 {
            sums.add(0.0, 8_760.0);
        }
        assert_eq!((sums.ratio(), sums.interval(confidence)), (0.0, None));
        sums.add(8.76, 8_760.0);
        let interval = sums.interval(confidence).unwrap();
        assert!(interval.low <= 0.0 && interval.high > sums.ratio());
    }
}
