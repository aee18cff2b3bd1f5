//! Figures with their units.

use super::number::{grouped, percent, short, users};
use super::time::{duration, every};
use crate::catalog::figure::{Figure, Unit};
use crate::decimal::{plain, with_exponent};

/// A figure as it is said: `12,500 users`, `1.56 h`, `95 %`.
pub fn figure(figure: &Figure) -> String {
    let value = figure.value;
    match figure.unit {
        Unit::Share if value != 0.0 && value.abs() < 0.001 => short(value),
        Unit::Share => percent(value),
        Unit::Users => match users(value).as_str() {
            "1" => "1 user".into(),
            said => format!("{said} users"),
        },
        Unit::Servers if (value - 1.0).abs() < f64::EPSILON => "1 server".into(),
        Unit::Servers => format!("{} servers", grouped(value)),
        Unit::MinutesPerUserYear => format!("{} a year", duration(value)),
        Unit::PerYear => format!("{} a year, {}", short(value), every(value)),
        Unit::Factor => short(value),
        unit => format!("{} {}", short(value), unit.symbol()),
    }
}

/// A figure with all of its digits, for those who compare: `0.00015460402739662652`.
pub fn exact(figure: &Figure) -> String {
    let unit = match figure.unit {
        Unit::Share => "of 1",
        unit => unit.symbol(),
    };
    format!("{}: {} {unit}", figure.name, all_digits(figure.value)).trim_end().to_string()
}

/// A figure's value with all of its digits, in powers of ten only where that is shorter to read.
pub fn unrounded(figure: &Figure) -> String {
    format!("{} {}", all_digits(figure.value), figure.unit.symbol()).trim_end().to_string()
}

fn all_digits(value: f64) -> String {
    let size = value.abs();
    if size == 0.0 || (1e-4..1e15).contains(&size) { plain(value) } else { with_exponent(value) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(value: f64, unit: Unit) -> String {
        figure(&Figure::entered("x", value, unit))
    }

    #[test]
    fn figures_carry_their_units() {
        assert_eq!(said(12_500.0, Unit::Users), "12,500 users");
        assert_eq!(said(1.0, Unit::Users), "1 user");
        assert_eq!(said(0.95, Unit::Share), "95 %");
        assert_eq!(said(1.546e-4, Unit::Share), "0.000155");
        assert_eq!(said(1.0, Unit::Servers), "1 server");
        assert_eq!(said(81.0, Unit::MinutesPerUserYear), "1 h 21 min a year");
        assert_eq!(said(120.0, Unit::Seconds), "120 s");
    }

    #[test]
    fn an_unrounded_value_keeps_all_digits() {
        let unrounded = |value, unit| unrounded(&Figure::entered("x", value, unit));
        assert_eq!(unrounded(50_000.0, Unit::Hours), "50000 h");
        assert_eq!(unrounded(4_027.215_889_665_317, Unit::Hours), "4027.215889665317 h");
        assert_eq!(unrounded(1.5e-9, Unit::Share), "1.5e-9");
        assert_eq!(unrounded(0.0, Unit::Users), "0 users");
    }

    #[test]
    fn the_exact_value_reads_back_as_itself() {
        let value = 1.546_040_273_966_265_2e-4;
        let text = exact(&Figure::entered("U", value, Unit::Share));
        assert_eq!(text, "U: 0.00015460402739662652 of 1");
    }
}
