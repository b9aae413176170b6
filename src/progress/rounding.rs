//! Rounding and comparing, each rule once.

/// A value only where it is a number that can be printed: no division by zero leaves this room.
pub(super) fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// Equal but for the dust of binary arithmetic, a billionth of the value.
pub(super) fn same(a: f64, b: f64) -> bool {
    a == b || (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// Rounded to six decimals, half away from zero; never -0.
pub(super) fn six(value: f64) -> f64 {
    at(value, 6)
}

/// Rounded to `decimals`, half away from zero; never -0.
pub(super) fn at(value: f64, decimals: i32) -> f64 {
    let scale = 10f64.powi(decimals);
    let scaled = value * scale;
    // Beyond 2^53 there are no decimals to round.
    if scaled.abs() < 9e15 { scaled.round() / scale + 0.0 } else { value }
}

/// Rounded up to `decimals`; 2.0000000001 of arithmetic dust stays 2.
pub(super) fn up(value: f64, decimals: i32) -> f64 {
    let scale = 10f64.powi(decimals);
    let scaled = value * scale;
    if scaled.abs() < 9e15 { (scaled - 1e-7).ceil() / scale + 0.0 } else { value }
}

/// The decimals that a value is written with, at most six.
pub(super) fn decimals(value: f64) -> i32 {
    (0..6).find(|&decimals| same(at(value, decimals), value)).unwrap_or(6)
}
