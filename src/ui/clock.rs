//! The time of day and names that no other plan has.

use js_sys::Date;
use wasm_bindgen::JsValue;

use crate::decimal::whole;

/// Milliseconds since 1970.
pub fn now_ms() -> f64 {
    Date::now()
}

/// The local time of day: `14:02`, with the date where it is not today.
pub fn said(at_ms: f64) -> String {
    with_day(at_ms, "14:02".len())
}

/// The local time to the second: `14:02:09`, with the date where it is not today.
pub fn said_exactly(at_ms: f64) -> String {
    with_day(at_ms, "14:02:09".len())
}

fn with_day(at_ms: f64, length: usize) -> String {
    let (day, time) = local(at_ms);
    let time = time.get(..length).unwrap_or_default();
    if day == local(now_ms()).0 { time.into() } else { format!("{day} {time}") }
}

/// The local day and time: `2026-01-31` and `14:02:09.000Z`; nothing where there is no such time.
fn local(at_ms: f64) -> (String, String) {
    let behind = Date::new(&at_ms.into()).get_timezone_offset() * 60_000.0;
    let written =
        JsValue::from(Date::new(&(at_ms - behind).into()).to_json()).as_string().unwrap_or_default();
    let (day, time) = written.split_once('T').unwrap_or_default();
    (day.into(), time.into())
}

/// A storage key that no plan in this browser has.
pub fn new_key() -> String {
    format!("plan-{}-{}", whole(now_ms()), whole(js_sys::Math::random() * 999_999.0))
}
