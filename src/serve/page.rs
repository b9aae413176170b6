//! What the preview adds to pages on their way to the browser: one script; and the page that stands where
//! there is none yet.

use crate::model::Language;

/// The script.
pub(super) const SCRIPT: &str = include_str!("preview.js");

/// Everything of the preview itself lies below this; no site has such an address.
pub(super) const OWN: &str = "__gongbao/";

/// What the script is told.
pub(super) struct Told<'a> {
    /// The state that the page is of.
    pub(super) build: u64,
    /// The run of the program.
    pub(super) run: &'a str,
    /// The secret with which the page asks to open a file.
    pub(super) token: &'a str,
    /// The language of the overlay.
    pub(super) language: Language,
}

/// The page with the script as its last element: it sees the page before the site's own scripts touch it.
pub(super) fn with_script(page: &[u8], told: &Told) -> Vec<u8> {
    let script = format!(
        "<script src=\"/{OWN}preview.js\" data-build=\"{}\" data-run=\"{}\" data-token=\"{}\" data-language=\"{}\"></script>",
        told.build,
        told.run,
        told.token,
        told.language.tag()
    );
    const END: &[u8] = b"</body>";
    let end = page.windows(END.len()).rposition(|part| part.eq_ignore_ascii_case(END)).unwrap_or(page.len());
    [&page[..end], script.as_bytes(), &page[end..]].concat()
}

/// A page without content, over which the errors are shown.
pub(super) fn empty(language: Language) -> Vec<u8> {
    let (title, said, scripts) = match language {
        Language::Chinese => (
            "预览",
            "这个网页还生成不出来。改好列出的错误，保存后会自动显示。",
            "请允许运行脚本，或查看终端里的提示。",
        ),
        Language::English => (
            "Preview",
            "This page cannot be made yet. Mend the errors that are listed and save: it then appears by itself.",
            "Please allow scripts, or see the messages in the terminal.",
        ),
    };
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title></head><body data-unmade style=\"font: 1.125rem/1.7 sans-serif; margin: 2rem\"><p>{said}</p><noscript><p>{scripts}</p></noscript></body></html>",
        language.tag()
    )
    .into_bytes()
}

#[test]
fn the_script_stands_at_the_end_of_the_page() {
    let told = Told { build: 7, run: "r", token: "t", language: Language::Chinese };
    let page = String::from_utf8(with_script(b"<body><p>x</p></BODY></html>", &told)).unwrap();
    let script = "<script src=\"/__gongbao/preview.js\" data-build=\"7\" data-run=\"r\" data-token=\"t\" data-language=\"zh-CN\"></script>";
    assert_eq!(page, format!("<body><p>x</p>{script}</BODY></html>"));
    assert!(String::from_utf8(with_script(b"<p>no body", &told)).unwrap().ends_with("</script>"));
}
