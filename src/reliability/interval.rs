//! The mean of a figure over a span of time that begins when everything is new.

#![allow(clippy::indexing_slicing, reason = "the tables have their lengths in their types")]

/// Four times shorter each towards the start: the first is below 1e-9 of the span.
const FIRST_PANELS: i32 = 16;

/// More panels than these are not made.
const MOST_PANELS: usize = 2_000;

/// A mean over time, and how far to trust it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quadrature {
    /// The mean.
    pub mean: f64,
    /// The sum, over all panels, of how far two rules of different order lie apart: far more than the better one is wrong by,
    /// unless the figure varies in a way that both miss.
    pub error_bound: f64,
    /// Whether the error bound is within the tolerance asked for.
    pub converged: bool,
    /// How many times the figure was asked for.
    pub evaluations: usize,
}

/// The mean over the first `hours` of a figure that depends on time, such as the unavailability of a system whose groups have the
/// laws of [`Transients`](super::Transients): its complement is the expected interval availability.
///
/// Gauss's rule of 7 points with Kronrod's of 15 (Robert Piessens et al., "QUADPACK", Springer 1983) on panels that are shorter the
/// nearer they are to time 0, as a new system settles by exponentials whose rates may lie far apart; a panel is halved as long as
/// the two rules differ by more than `tolerance` of the mean, in all. The figure is asked for in an order fixed by the answers.
///
/// # Errors
/// Those of `value_at`.
pub fn interval_mean<E>(
    hours: f64,
    value_at: &mut dyn FnMut(f64) -> Result<f64, E>,
    tolerance: f64,
) -> Result<Quadrature, E> {
    let [mean] = interval_means(hours, &mut |hours| Ok([value_at(hours)?]), tolerance)?;
    Ok(mean)
}

/// The means of several figures that are worked out together, as [`interval_mean`] finds that of one: a panel is halved as long as any
/// of them asks for it.
///
/// # Errors
/// Those of `values_at`.
pub fn interval_means<E, const FIGURES: usize>(
    hours: f64,
    values_at: &mut dyn FnMut(f64) -> Result<[f64; FIGURES], E>,
    tolerance: f64,
) -> Result<[Quadrature; FIGURES], E> {
    let mut ends = vec![0.0];
    ends.extend((0..FIRST_PANELS).rev().map(|power| libm::ldexp(hours, -2 * power)));
    let mut panels = Vec::with_capacity(ends.len());
    for pair in ends.windows(2) {
        panels.push(Panel::over(pair[0], pair[1], values_at)?);
    }
    let mut made = panels.len();
    loop {
        let sum = |of: fn(&Panel<FIGURES>) -> &[f64; FIGURES], figure: usize| -> f64 {
            panels.iter().map(|panel| of(panel)[figure]).sum()
        };
        let integrals: [f64; FIGURES] = std::array::from_fn(|figure| sum(|panel| &panel.integrals, figure));
        let errors: [f64; FIGURES] = std::array::from_fn(|figure| sum(|panel| &panel.errors, figure));
        // How far a panel takes a figure's mean from what is tolerated.
        let excess = |panel: &Panel<FIGURES>| {
            let of = |figure: usize| match (panel.errors[figure], integrals[figure].abs()) {
                (0.0, _) => 0.0,
                (error, integral) if integral > 0.0 => error / integral,
                (error, _) => error,
            };
            (0..FIGURES).map(of).fold(0.0, f64::max)
        };
        let most = panels.iter().map(excess).fold(0.0, f64::max);
        let converged = |figure: usize| errors[figure] <= tolerance * integrals[figure].abs();
        let is_over = most == 0.0 || made >= MOST_PANELS || errors.iter().any(|error| !error.is_finite());
        if is_over || (0..FIGURES).all(converged) {
            return Ok(std::array::from_fn(|figure| Quadrature {
                mean: integrals[figure] / hours,
                error_bound: errors[figure] / hours,
                converged: converged(figure),
                evaluations: made * 15,
            }));
        }
        // All that are within reach of the worst, so that the sums are not made for each.
        let mut next = Vec::with_capacity(panels.len() + 2);
        let wants_halving: Vec<bool> = panels.iter().map(|panel| excess(panel) >= most / 4.0).collect();
        for (panel, wants_halving) in panels.into_iter().zip(wants_halving) {
            if !wants_halving {
                next.push(panel);
                continue;
            }
            let middle = panel.from + (panel.to - panel.from) / 2.0;
            next.push(Panel::over(panel.from, middle, values_at)?);
            next.push(Panel::over(middle, panel.to, values_at)?);
            made += 2;
        }
        panels = next;
    }
}

struct Panel<const FIGURES: usize> {
    from: f64,
    to: f64,
    integrals: [f64; FIGURES],
    errors: [f64; FIGURES],
}

/// Kronrod's points from the end to the middle, his weights, and those of Gauss for every second point.
const RULE: [(f64, f64, f64); 8] = [
    (0.991_455_371_120_812_6, 0.022_935_322_010_529_224, 0.0),
    (0.949_107_912_342_758_5, 0.063_092_092_629_978_56, 0.129_484_966_168_869_7),
    (0.864_864_423_359_769_1, 0.104_790_010_322_250_18, 0.0),
    (0.741_531_185_599_394_4, 0.140_653_259_715_525_92, 0.279_705_391_489_276_64),
    (0.586_087_235_467_691_1, 0.169_004_726_639_267_9, 0.0),
    (0.405_845_151_377_397_2, 0.190_350_578_064_785_4, 0.381_830_050_505_118_9),
    (0.207_784_955_007_898_47, 0.204_432_940_075_298_9, 0.0),
    (0.0, 0.209_482_141_084_727_83, 0.417_959_183_673_469_4),
];

impl<const FIGURES: usize> Panel<FIGURES> {
    fn over<E>(
        from: f64,
        to: f64,
        values_at: &mut dyn FnMut(f64) -> Result<[f64; FIGURES], E>,
    ) -> Result<Self, E> {
        let half = (to - from) / 2.0;
        let (mut kronrod, mut gauss) = ([0.0; FIGURES], [0.0; FIGURES]);
        let left = RULE.iter().map(|(point, ..)| from + half * (1.0 - point));
        let right = RULE.iter().rev().skip(1).map(|(point, ..)| from + half * (1.0 + point));
        let weights = RULE.iter().chain(RULE.iter().rev().skip(1));
        for (hours, (_, of_kronrod, of_gauss)) in left.chain(right).zip(weights) {
            for (figure, value) in values_at(hours)?.into_iter().enumerate() {
                kronrod[figure] += of_kronrod * value;
                gauss[figure] += of_gauss * value;
            }
        }
        let integrals = kronrod.map(|sum| half * sum);
        let errors = std::array::from_fn(|figure| half * (kronrod[figure] - gauss[figure]).abs());
        Ok(Self { from, to, integrals, errors })
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use super::*;

    fn mean(hours: f64, value: impl Fn(f64) -> f64) -> Quadrature {
        interval_mean::<Infallible>(hours, &mut |hours| Ok(value(hours)), 1e-12).unwrap()
    }

    #[test]
    fn polynomials_up_to_the_rules_order_are_exact() {
        for power in 0..=22 {
            let Quadrature { mean, .. } = mean(1.0, |hours| hours.powi(power));
            assert!((mean * f64::from(power + 1) - 1.0).abs() < 2e-15, "{power} {mean}");
        }
    }

    #[test]
    fn exponentials_of_any_rate_are_resolved() {
        for rate in [1e-9, 1e-3, 1.0, 50.0, 1e4, 1e7] {
            let found = mean(10.0, |hours| -(-rate * hours).exp_m1());
            let settled: f64 = 1.0 + (-rate * 10.0).exp_m1() / (rate * 10.0);
            let exact = if rate < 1e-6 { 5.0 * rate * (1.0 - 10.0 * rate / 3.0) } else { settled };
            let limit = if rate < 1e-2 { 1e-9 } else { 1e-11 };
            assert!((found.mean / exact - 1.0).abs() < limit, "{rate} {} {exact}", found.mean);
            assert!(found.error_bound <= 1e-12 * found.mean && found.converged);
        }
    }

    #[test]
    fn figures_worked_out_together_are_those_of_each_alone() {
        let (slow, quick) = (|hours: f64| (-hours).exp(), |hours: f64| -(-1e4 * hours).exp_m1());
        let mut asked = 0;
        let mut both = |hours| {
            asked += 1;
            Ok::<_, Infallible>([slow(hours), quick(hours)])
        };
        let together = interval_means(10.0, &mut both, 1e-12).unwrap();
        for (found, alone) in together.iter().zip([mean(10.0, slow), mean(10.0, quick)]) {
            assert!(found.converged && (found.mean / alone.mean - 1.0).abs() < 1e-12, "{found:?} {alone:?}");
            assert_eq!(found.evaluations, asked, "one evaluation gives both");
        }
    }

    #[test]
    fn a_figure_that_stays_out_of_reach_is_said_so_and_does_not_hide_the_other() {
        let step = |hours: f64| Ok::<_, Infallible>([1.0, if hours < 0.3 { 0.0 } else { 1.0 }]);
        // The panel with the jump is halved again and again, and the two rules never agree on it.
        let [constant, jump] = interval_means(1.0, &mut |hours| step(hours), 0.0).unwrap();
        assert!((constant.mean - 1.0).abs() < 1e-14);
        assert!(!jump.converged && jump.error_bound > 0.0, "{jump:?}");
        let noise =
            interval_mean::<Infallible>(1.0, &mut |hours| Ok(1.0 + (hours * 1e9).sin()), 1e-12).unwrap();
        assert!(!noise.converged && noise.error_bound > 1e-12, "{noise:?}");
    }

    #[test]
    fn errors_are_handed_on_and_jumps_do_not_go_on_for_ever() {
        assert_eq!(interval_mean(1.0, &mut |_| Err(7), 1e-9), Err(7));
        let step = mean(1.0, |hours| if hours < 0.3 { 0.0 } else { 1.0 });
        assert!((step.mean - 0.7).abs() <= step.error_bound.max(1e-12));
    }
}
