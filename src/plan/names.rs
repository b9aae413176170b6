//! Which paths may be made.
//!
//! The rule is that of the narrowest host: what is built here must also open on Windows, unpack from
//! a ZIP and upload to a portal.

use crate::diagnostic::Words;

/// What is wrong with a path, if anything is.
pub fn fault(path: &str) -> Option<Words> {
    if path.len() > 1000 {
        return Some(Words { zh: "路径过长", en: "it is too long" });
    }
    if !path.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Some(Words { zh: "只能用 ASCII 字符", en: "it has characters outside ASCII" });
    }
    if path.contains(['\\', ':', '*', '?', '"', '<', '>', '|']) {
        return Some(Words {
            zh: "含有 Windows 不允许的字符",
            en: "it has characters that Windows does not allow",
        });
    }
    path.split('/').find_map(segment_fault)
}

fn segment_fault(segment: &str) -> Option<Words> {
    if segment.is_empty() {
        return Some(Words { zh: "有空的一段", en: "a part of it is empty" });
    }
    if segment.starts_with('.') {
        return Some(Words { zh: "有一段以点开头", en: "a part of it begins with a dot" });
    }
    if segment.ends_with(['.', ' ']) {
        return Some(Words {
            zh: "有一段以点或空格结尾", en: "a part of it ends with a dot or a space"
        });
    }
    if segment.len() > 255 {
        return Some(Words { zh: "有一段过长", en: "a part of it is too long" });
    }
    let stem = segment.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let device = match stem.as_str() {
        "CON" | "PRN" | "AUX" | "NUL" => true,
        _ => matches!(stem.as_bytes(), [b'C', b'O', b'M', b'0'..=b'9'] | [b'L', b'P', b'T', b'0'..=b'9']),
    };
    device.then_some(Words {
        zh: "有一段是 Windows 的设备名",
        en: "a part of it is the name of a device on Windows",
    })
}
