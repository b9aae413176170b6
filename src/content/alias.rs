//! `aliases`: the paths under which a page stood before.

use super::decode::Fields;
use crate::diagnostic::catalogue::content;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Alias, Place};

/// The former addresses of a page, as files of the output. One that cannot be an address is an error.
pub(crate) fn read(fields: &mut Fields, d: &mut Diagnostics) -> Vec<Alias> {
    let written = fields.texts("aliases", d);
    written.into_iter().filter_map(|(text, place)| alias(&text, place, d)).collect()
}

fn alias(written: &str, place: Place, d: &mut Diagnostics) -> Option<Alias> {
    let path = file(written);
    if path.is_none() {
        d.push(Diagnostic::at(content::BAD_ALIAS, place).with("alias", written));
    }
    Some(Alias { path: path?, place })
}

/// `/old/plan/`, `old/plan` and `old/plan/index.html` are one page; other files keep their names, if a browser
/// shows them as pages.
fn file(written: &str) -> Option<String> {
    let path = written.trim().strip_prefix('/').unwrap_or(written.trim());
    let folder = path.strip_suffix('/');
    let plain = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.~".contains(&b))
    };
    if !folder.unwrap_or(path).split('/').all(plain) {
        return None;
    }
    let name = path.rsplit('/').next().unwrap_or_default();
    match (folder, name.rsplit_once('.')) {
        (Some(folder), _) => Some(format!("{folder}/index.html")),
        (None, None) => Some(format!("{path}/index.html")),
        (None, Some((_, "html" | "htm" | "shtml"))) => Some(path.to_owned()),
        (None, Some(_)) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn a_folder_is_its_page_and_what_leaves_the_site_is_none() {
        for written in ["old/plan", "/old/plan/", "old/plan/index.html", " old/plan "] {
            assert_eq!(file(written).as_deref(), Some("old/plan/index.html"), "{written}");
        }
        assert_eq!(file("zt/t20230417_11884558.html").as_deref(), Some("zt/t20230417_11884558.html"));
        for written in
            ["", "/", "../x", "a/../b", "a//b", "https://example.gov.cn/x", "旧/页", "a?b=1", "x.pdf"]
        {
            assert_eq!(file(written), None, "{written}");
        }
    }
}
