//! The normal distribution.

#![allow(clippy::excessive_precision, reason = "the coefficients as they were published")]

/// The quantile of the standard normal distribution: what it exceeds with probability 1 − p, for p above 0 and below 1.
///
/// Michael Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37 (1988), to 16
/// figures, and one step of Newton's method on the complementary error function.
pub(super) fn quantile(p: f64) -> f64 {
    let tail = p.min(1.0 - p);
    let deviations = -lower_tail_quantile(tail);
    if p < 0.5 { -deviations } else { deviations }
}

/// The quantile of a probability of at most one half: 0 or below.
fn lower_tail_quantile(tail: f64) -> f64 {
    let from_middle = tail - 0.5;
    let first = if from_middle >= -0.425 {
        let r = 0.180_625 - from_middle * from_middle;
        from_middle * quotient(&CENTRAL, r)
    } else {
        let r = libm::sqrt(-libm::log(tail));
        if r <= 5.0 { -quotient(&INTERMEDIATE, r - 1.6) } else { -quotient(&FAR, r - 5.0) }
    };
    let below = 0.5 * libm::erfc(-first * std::f64::consts::FRAC_1_SQRT_2);
    let density = libm::exp(-0.5 * first * first) * 0.398_942_280_401_432_7;
    if density > 0.0 { first - (below - tail) / density } else { first }
}

/// Coefficients of a numerator and of a denominator, from that of the highest power down.
type Rational = [[f64; 8]; 2];

fn quotient([numerator, denominator]: &Rational, r: f64) -> f64 {
    let value = |coefficients: &[f64; 8]| coefficients.iter().fold(0.0, |sum, each| sum * r + each);
    value(numerator) / value(denominator)
}

const CENTRAL: Rational = [
    [
        2.509_080_928_730_122_672_7e3,
        3.343_057_558_358_812_810_5e4,
        6.726_577_092_700_870_085_3e4,
        4.592_195_393_154_987_145_7e4,
        1.373_169_376_550_946_112_5e4,
        1.971_590_950_306_551_442_7e3,
        1.331_416_678_917_843_774_5e2,
        3.387_132_872_796_366_608_0,
    ],
    [
        5.226_495_278_852_854_561_0e3,
        2.872_908_573_572_194_267_4e4,
        3.930_789_580_009_271_061_0e4,
        2.121_379_430_158_659_586_7e4,
        5.394_196_021_424_751_107_7e3,
        6.871_870_074_920_579_083_0e2,
        4.231_333_070_160_091_125_2e1,
        1.0,
    ],
];

const INTERMEDIATE: Rational = [
    [
        7.745_450_142_783_414_076_40e-4,
        2.272_384_498_926_918_458_33e-2,
        2.417_807_251_774_506_117_70e-1,
        1.270_458_252_452_368_382_58,
        3.647_848_324_763_204_605_04,
        5.769_497_221_460_691_405_50,
        4.630_337_846_156_545_295_90,
        1.423_437_110_749_683_577_34,
    ],
    [
        1.050_750_071_644_416_843_24e-9,
        5.475_938_084_995_344_946_00e-4,
        1.519_866_656_361_645_719_66e-2,
        1.481_039_764_274_800_745_90e-1,
        6.897_673_349_851_000_045_50e-1,
        1.676_384_830_183_803_849_40,
        2.053_191_626_637_758_821_87,
        1.0,
    ],
];

const FAR: Rational = [
    [
        2.010_334_399_292_288_132_65e-7,
        2.711_555_568_743_487_578_15e-5,
        1.242_660_947_388_078_438_60e-3,
        2.653_218_952_657_612_309_30e-2,
        2.965_605_718_285_048_912_30e-1,
        1.784_826_539_917_291_335_80,
        5.463_784_911_164_114_369_90,
        6.657_904_643_501_103_777_20,
    ],
    [
        2.044_263_103_389_939_785_64e-15,
        1.421_511_758_316_445_888_70e-7,
        1.846_318_317_510_054_681_80e-5,
        7.868_691_311_456_132_591_00e-4,
        1.487_536_129_085_061_485_25e-2,
        1.369_298_809_227_358_053_10e-1,
        5.998_322_065_558_879_376_90e-1,
        1.0,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_the_known_ones() {
        for (p, expected) in [
            (0.5, 0.0),
            (0.95, 1.644_853_626_951_472_2),
            (0.975, 1.959_963_984_540_054_2),
            (0.05, -1.644_853_626_951_472_2),
            (1e-3, -3.090_232_306_167_813_5),
            (1e-10, -6.361_340_902_404_056),
            (1e-20, -9.262_340_089_798_409),
            (0.6, 0.253_347_103_135_799_8),
        ] {
            assert!((quantile(p) - expected).abs() <= 4e-16 * expected.abs() + 1e-16, "{p} {}", quantile(p));
        }
    }

    #[test]
    fn every_probability_comes_back() {
        for step in 1..=4_000 {
            let p = f64::from(step) / 4_001.0;
            let back = 0.5 * libm::erfc(-quantile(p) * std::f64::consts::FRAC_1_SQRT_2);
            assert!((back / p - 1.0).abs() < 3e-15, "{p} {back}");
        }
        for power in 3..300 {
            let p = 10_f64.powi(-power);
            let back = 0.5 * libm::erfc(-quantile(p) * std::f64::consts::FRAC_1_SQRT_2);
            assert!((back / p - 1.0).abs() < 1e-12, "{p} {back}");
        }
    }

    #[test]
    fn both_halves_mirror_each_other() {
        for p in [0.125, 0.25, 0.375, 0.0625] {
            assert_eq!(quantile(p).to_bits(), (-quantile(1.0 - p)).to_bits());
        }
    }
}
