//! Numbers held within bounds.

/// The number, or the bound that it passes.
///
/// `f64::clamp` would stop the program there, and brings with it all that the standard library knows of printing numbers.
#[allow(clippy::manual_clamp, reason = "see above")]
pub fn within(number: f64, least: f64, most: f64) -> f64 {
    if number < least {
        least
    } else if number > most {
        most
    } else {
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_between_their_bounds() {
        for (number, held) in [(-1.0, 0.0), (0.5, 0.5), (7.0, 1.0), (f64::INFINITY, 1.0)] {
            assert!((within(number, 0.0, 1.0) - held).abs() < f64::EPSILON, "{number}");
        }
        assert!(within(f64::NAN, 0.0, 1.0).is_nan());
    }
}
