//! Numbers with a range, refused where they stand.

use crate::json::{FromJson, Json, Reading};

/// A type of numbers: what they are, and from where to where they go.
macro_rules! number {
    ($(#[$doc:meta])* $name:ident, $least:expr, $most:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transparent))]
        pub struct $name(
            #[cfg_attr(feature = "schema", schemars(range(min = $least, max = $most)))]
            pub(super) f64,
        );

        impl $name {
            /// The number, if it lies in the range.
            pub fn new(value: f64) -> Option<Self> {
                ($least..=$most).contains(&value).then_some(Self(value))
            }

            /// The number.
            pub fn get(self) -> f64 {
                self.0
            }
        }

        impl FromJson for $name {
            fn from_json(part: &Json<'_>, reading: &mut Reading) -> Self {
                let value = f64::from_json(part, reading);
                if !($least..=$most).contains(&value) {
                    reading.refuse(&|| format!("expected a number from {} to {}, found {part}", $least, $most));
                }
                Self(value)
            }
        }
    };
}

number!(
    /// A time in hours, above 0.
    Hours, 1e-9, 1e15
);
number!(
    /// A time in hours that may be 0.
    HoursOrNone, 0.0, 1e15
);
number!(
    /// A rate, per hour.
    PerHour, 1e-15, 1e9
);
number!(
    /// A share or a probability.
    Share, 0.0, 1.0
);
number!(
    /// The 95th percentile of a figure over its median.
    ErrorFactor, 1.0, 1000.0
);
number!(
    /// The shape of a Weibull distribution.
    WeibullShape, 0.1, 100.0
);
number!(
    /// The standard deviation of the natural logarithm of a lognormal time.
    Sigma, 0.0, 6.0
);
