//! Style sheets, scripts and images of a theme, as they are copied.

use super::layers::{Content, Layer};
use super::shipped;
use crate::chart;
use crate::diagnostic::catalogue::theme as catalogue;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Sources;
use std::borrow::Cow;

/// Files by their paths in the output.
#[derive(Clone, Debug, Default)]
pub(super) struct Assets {
    files: Vec<(String, Cow<'static, [u8]>)>,
}

/// The paint of charts, as a theme may have it.
const CHARTS: &str = "assets/chart.css";
/// The sheets that it is shipped in: that which every page links, and that of charts on other sites.
const SHEETS: [&str; 2] = ["assets/portal.css", "assets/embed.css"];

impl Assets {
    /// Reads `assets/` of all layers. A file of the built-in theme comes before one that only a child
    /// has, so that a child's style sheet is linked after the sheet that it changes.
    pub(super) fn read(sources: &Sources, layers: &[Layer], d: &mut Diagnostics) -> Option<Assets> {
        let mut assets = Assets::default();
        // The paint of charts belongs to those who draw them; a theme sets the colours, or has a sheet of
        // the same name.
        assets.put(CHARTS, Cow::Borrowed(chart::stylesheet().as_bytes()));
        let mut usable = true;
        for layer in layers.iter().rev() {
            for (path, content) in layer.files.range("assets/".to_owned().."assets0".to_owned()) {
                match bytes(sources, content) {
                    Ok(bytes) => assets.put(path, bytes),
                    Err(problem) => {
                        d.push(problem);
                        usable = false;
                    }
                }
            }
        }
        usable.then(|| assets.shipped())
    }

    /// As they leave: scripts without what only people read, the paint of charts in the sheet of the theme.
    fn shipped(mut self) -> Assets {
        for (path, bytes) in &mut self.files {
            if path.ends_with(".js") {
                *bytes = shipped::script(std::mem::take(bytes));
            }
        }
        let at = |files: &[(String, _)], name: &str| files.iter().position(|(path, _)| path == name);
        let carried = SHEETS.iter().any(|sheet| at(&self.files, sheet).is_some());
        if let Some(charts) = at(&self.files, CHARTS).filter(|_| carried) {
            let (_, charts) = self.files.remove(charts);
            for (_, sheet) in self.files.iter_mut().filter(|(path, _)| SHEETS.contains(&path.as_str())) {
                *sheet = shipped::sheet(&charts, sheet);
            }
        }
        self
    }

    fn put(&mut self, path: &str, bytes: Cow<'static, [u8]>) {
        match self.files.iter_mut().find(|(known, _)| known == path) {
            Some((_, old)) => *old = bytes,
            None => self.files.push((path.to_owned(), bytes)),
        }
    }

    /// Path and bytes of each.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_ref()))
    }
}

fn bytes(sources: &Sources, content: &Content) -> Result<Cow<'static, [u8]>, Diagnostic> {
    match content {
        Content::Binary(bytes) => Ok(Cow::Borrowed(bytes)),
        Content::Source(id) => {
            let file = sources.get(*id);
            match &file.text {
                Some(text) => Ok(Cow::Owned(text.as_bytes().to_vec())),
                None => sources.bytes(file).map(Cow::Owned).map_err(|reason| {
                    Diagnostic::nowhere(catalogue::UNREADABLE).with("path", &file.path).with("reason", reason)
                }),
            }
        }
    }
}
