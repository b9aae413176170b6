//! What a theme has for pictures: templates that write boxes, icons.

use super::{Theme, given, view::PageView};
use crate::diagnostic::Diagnostic;
use crate::model::Place;
use serde::Serialize;

impl Theme {
    /// Renders the boxes of a template such as `picture/policy/goals.xml`; none where no layer has it.
    ///
    /// # Errors
    /// With the place in the template; the caller adds the content that was being rendered.
    pub fn boxes<V: Serialize>(&self, template: &str, view: &V) -> Result<Option<String>, Diagnostic> {
        match self.engine.place(template) {
            Some(_) => self.engine.render_boxes(template, view).map(Some),
            None => Ok(None),
        }
    }

    /// Renders the page of a picture. The view of its boxes, `picture`, is shown where views are shown.
    ///
    /// # Errors
    /// With the place in the template.
    pub fn render_beside<V: Serialize, B: Serialize>(
        &self,
        template: &str,
        page: &PageView,
        (name, view): (&str, &V),
        boxes: &B,
    ) -> Result<Vec<u8>, Diagnostic> {
        match &self.shown {
            Some(site) => Ok(given::json(site, page, (name, view), Some(boxes)).into_bytes()),
            None => self.engine.render(template, page, name, view),
        }
    }

    /// Where a template begins, to name it by.
    pub fn template(&self, template: &str) -> Option<Place> {
        self.engine.place(template)
    }

    /// The names of the templates in a folder such as `picture/policy/`, without their ending.
    pub fn sections(&self, folder: &str) -> Vec<&str> {
        let paths = self.engine.within(folder).into_iter();
        paths.filter_map(|path| path.strip_prefix(folder)?.strip_suffix(".xml")).collect()
    }

    /// An icon as SVG.
    pub fn icon(&self, name: &str) -> Option<&str> {
        self.icons.file(name)
    }

    /// The icon that the words of a heading choose.
    pub fn icon_for(&self, heading: &str) -> Option<&str> {
        self.icons.chosen(heading)
    }

    /// The diagnostic for an icon that the theme does not have.
    pub fn unknown_icon(&self, name: &str, place: Place) -> Diagnostic {
        self.icons.unknown(name, place)
    }
}
