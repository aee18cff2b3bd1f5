//! The ranges in which numbers are taken.

use super::ModelError;

/// Times in hours and rates per hour lie between 1 / `WIDEST` and `WIDEST`, so that products of several of them
/// neither overflow nor vanish.
const WIDEST: f64 = 1e30;

/// A time or a rate, which must be above 0.
pub(crate) fn positive(quantity: &'static str, value: f64) -> Result<f64, ModelError> {
    within(quantity, value, 1.0 / WIDEST, WIDEST)
}

/// A time that may be 0: at once.
pub(crate) fn positive_or_zero(quantity: &'static str, value: f64) -> Result<f64, ModelError> {
    if value == 0.0 { Ok(0.0) } else { positive(quantity, value) }
}

/// A share or a probability, both ends included.
pub(crate) fn share(quantity: &'static str, value: f64) -> Result<f64, ModelError> {
    within(quantity, value, 0.0, 1.0)
}

/// A count, both ends included.
pub(crate) fn count(quantity: &'static str, count: u32, least: u32, most: u32) -> Result<u32, ModelError> {
    if (least..=most).contains(&count) {
        Ok(count)
    } else {
        let [count, least, most] = [count, least, most].map(|number| number as usize);
        Err(ModelError::CountOutOfRange { quantity, count, least, most })
    }
}

/// Not a number is outside of every range.
pub(crate) fn within(quantity: &'static str, value: f64, least: f64, most: f64) -> Result<f64, ModelError> {
    if (least..=most).contains(&value) {
        Ok(value)
    } else {
        Err(ModelError::OutOfRange { quantity, value, least, most })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_without_meaning_are_refused_with_their_name() {
        for value in [f64::NAN, f64::INFINITY, 0.0, -1.0, 1e31, 1e-31] {
            let message = positive("the repair time in hours", value).unwrap_err().to_string();
            assert!(message.starts_with("the repair time in hours must be"), "{message}");
        }
        assert!(share("coverage", -1e-9).is_err());
        assert!(share("coverage", f64::NAN).is_err());
        assert!(count("the number of units", 0, 1, 5).is_err());
        assert!(count("the number of units", 6, 1, 5).is_err());
    }

    #[test]
    fn the_ends_of_a_range_belong_to_it() {
        assert_eq!(share("coverage", 1.0), Ok(1.0));
        assert_eq!(share("coverage", 0.0), Ok(0.0));
        assert_eq!(positive("rate", 1e30), Ok(1e30));
        assert_eq!(positive_or_zero("time", 0.0), Ok(0.0));
        assert_eq!(count("units", 5, 1, 5), Ok(5));
    }
}
