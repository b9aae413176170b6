//! QR codes. qrcodegen is fenced in here.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Modules of nothing around the code, by ISO/IEC 18004.
const QUIET: i32 = 4;

/// The number of modules across with the quiet zone, and the dark ones as path data in modules; none where the text is
/// too long.
pub fn code(text: &str) -> Option<(f32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let mut data = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                let _ = write!(data, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some(((code.size() + 2 * QUIET) as f32, data))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_a_quiet_zone_and_stays_inside_it() {
        let (modules, data) = code("https://www.wz.gov.cn/").expect("it is short");
        assert_eq!(modules, 33.0);
        assert!(data.starts_with("M4 4h7v1h-7z"), "the finder of the upper left corner: {data}");
        assert_eq!(code(&"长".repeat(3000)), None);
    }
}
