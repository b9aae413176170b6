//! Where a link may lead: nothing that runs in the reader's browser.

/// True for a relative address and for http, https, mailto and tel.
pub(super) fn is_safe(address: &str) -> bool {
    // Browsers skip blanks and control characters inside a scheme.
    let bare: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(64).collect();
    let end = bare.find(['/', '?', '#']).unwrap_or(bare.len());
    let Some(colon) = bare[..end].find(':') else { return true };
    ["http", "https", "mailto", "tel"].iter().any(|scheme| bare[..colon].eq_ignore_ascii_case(scheme))
}

/// True for an address at a host: a picture there would be a request to it by every reader.
pub(super) fn is_outside(address: &str) -> bool {
    // Browsers skip blanks and control characters, and read `\` as `/`.
    let mut bare = address.chars().filter(|c| !c.is_whitespace() && !c.is_control());
    let start: String = bare.by_ref().take(2).map(|c| if c == '\\' { '/' } else { c }).collect();
    start == "//" || address.find(['/', '?', '#', '\\']).map_or(address, |end| &address[..end]).contains(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_at_a_host_is_outside() {
        for address in
            ["https://a.cn/b.png", "http:/b.png", "//a.cn", "\\\\a.cn", "/\\a.cn", " //a.cn", "/\n/a.cn"]
        {
            assert!(is_outside(address), "{address:?}");
        }
        for address in ["files/b.png", "/b.png", "../b.png", "./b:c.png", "", "#x", "a//b"] {
            assert!(!is_outside(address), "{address:?}");
        }
    }

    #[test]
    fn only_harmless_schemes_pass() {
        for (address, safe) in [
            ("https://a.cn/?x=javascript:1", true),
            ("HTTP://a.cn", true),
            ("mailto:a@b.cn", true),
            ("tel:023", true),
            ("../files/a.xlsx", true),
            ("a/b:c", true),
            ("#c-1", true),
            ("//a.cn", true),
            ("", true),
            ("javascript:alert(1)", false),
            ("JaVaScript:alert(1)", false),
            ("java\nscript:alert(1)", false),
            (" \u{1}javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("vbscript:x", false),
            ("file:///etc/passwd", false),
            (":x", false),
        ] {
            assert_eq!(is_safe(address), safe, "{address:?}");
        }
    }
}
