//! Arithmetic and conditions.

use crate::exchange::open_psa::expression::{Arithmetic, Logic};

/// The value of an operation; not a finite number where it has none.
pub(super) fn value(operation: Arithmetic, arguments: &[f64]) -> f64 {
    let first = arguments.first().copied().unwrap_or(f64::NAN);
    let second = arguments.get(1).copied().unwrap_or(f64::NAN);
    let joined = |join: fn(f64, f64) -> f64| arguments.iter().copied().reduce(join).unwrap_or(f64::NAN);
    match operation {
        Arithmetic::Neg => -first,
        Arithmetic::Add => joined(|a, b| a + b),
        Arithmetic::Sub => joined(|a, b| a - b),
        Arithmetic::Mul => joined(|a, b| a * b),
        Arithmetic::Div => joined(|a, b| a / b),
        Arithmetic::Abs => first.abs(),
        Arithmetic::Acos => libm::acos(first),
        Arithmetic::Asin => libm::asin(first),
        Arithmetic::Atan => libm::atan(first),
        Arithmetic::Cos => libm::cos(first),
        Arithmetic::Cosh => libm::cosh(first),
        Arithmetic::Exp => libm::exp(first),
        Arithmetic::Log => libm::log(first),
        Arithmetic::Log10 => libm::log10(first),
        Arithmetic::Mod => first % second,
        Arithmetic::Pow => libm::pow(first, second),
        Arithmetic::Sin => libm::sin(first),
        Arithmetic::Sinh => libm::sinh(first),
        Arithmetic::Tan => libm::tan(first),
        Arithmetic::Tanh => libm::tanh(first),
        Arithmetic::Sqrt => libm::sqrt(first),
        Arithmetic::Ceil => libm::ceil(first),
        Arithmetic::Floor => libm::floor(first),
        Arithmetic::Min => joined(f64::min),
        Arithmetic::Max => joined(f64::max),
        Arithmetic::Mean => joined(|a, b| a + b) / arguments.iter().fold(0.0, |count, _| count + 1.0),
    }
}

fn is_true(value: f64) -> bool {
    value != 0.0
}

/// 1 where a condition holds, otherwise 0.
#[allow(clippy::float_cmp, reason = "the format asks whether two numbers are the same")]
pub(super) fn truth(condition: Logic, arguments: &[f64]) -> f64 {
    let first = arguments.first().copied().unwrap_or(f64::NAN);
    let second = arguments.get(1).copied().unwrap_or(f64::NAN);
    let holds = match condition {
        Logic::Not => !is_true(first),
        Logic::And => arguments.iter().all(|value| is_true(*value)),
        Logic::Or => arguments.iter().any(|value| is_true(*value)),
        Logic::Eq => first == second,
        Logic::Df => first != second,
        Logic::Lt => first < second,
        Logic::Gt => first > second,
        Logic::Leq => first <= second,
        Logic::Geq => first >= second,
    };
    f64::from(u8::from(holds))
}

/// The value behind the first condition that holds, in pairs of condition and value; otherwise the last one.
pub(super) fn chosen(arguments: &[f64]) -> f64 {
    for pair in arguments.chunks(2) {
        match *pair {
            [condition, value] if is_true(condition) => return value,
            [otherwise] => return otherwise,
            _ => {}
        }
    }
    f64::NAN
}
