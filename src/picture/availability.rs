//! Availabilities with as many digits as there are nines.

use crate::chart::nines;

/// Decimals for which a card has room.
const CARD_DECIMALS: i32 = 5;

/// The availability that an unavailability leaves where there is little room: `>99.9999 %`.
pub fn availability_on_card(unavailability: f64) -> String {
    nines::said(unavailability, CARD_DECIMALS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::nines::availability;
    use crate::chart::number::percent;

    #[test]
    fn a_card_counts_nines_where_it_has_no_room_for_digits() {
        assert_eq!(availability_on_card(6.9e-5), "99.9931 %");
        assert_eq!(availability_on_card(2e-6), "99.99980 %");
        assert_eq!(availability_on_card(2e-13), ">99.9999 %");
    }

    #[test]
    fn only_certainty_is_said_to_be_a_hundred_per_cent() {
        let mut unavailability = 0.5;
        while unavailability > 1e-300 {
            assert_ne!(availability(unavailability), "100 %", "{unavailability:e}");
            unavailability *= 0.7;
        }
    }

    #[test]
    fn targets_and_shares_are_short() {
        assert_eq!(nines::target(0.9995), "99.95 %");
        assert_eq!(nines::target(0.99), "99 %");
        assert_eq!(percent(0.6), "60 %");
        assert_eq!(percent(0.004), "0.4 %");
        assert_eq!(percent(0.000_1), "under 0.1 %");
        assert_eq!(percent(1.2), "120 %");
        assert_eq!(percent(0.0), "0 %");
    }
}
