//! Icons: drawings of lines in 24 × 24, of which only the shapes are kept. A theme's file cannot bring anything else in.

use roxmltree::{Document, Node};
use std::fmt::Write;

/// Elements that draw.
const SHAPES: [&str; 7] = ["path", "line", "polyline", "polygon", "rect", "circle", "ellipse"];
/// Attributes that place them.
const PLACES: [&str; 16] = [
    "d",
    "x",
    "y",
    "x1",
    "y1",
    "x2",
    "y2",
    "points",
    "width",
    "height",
    "rx",
    "ry",
    "cx",
    "cy",
    "r",
    "transform",
];
/// What may stand in them: numbers, letters of paths and of transforms.
const HARMLESS: fn(char) -> bool = |c| c.is_ascii_alphanumeric() || " ,.-+()\n\t".contains(c);

/// The shapes of an icon's file; none where it is no drawing in 24 × 24.
pub(super) fn body(svg: &str) -> Option<String> {
    let document = Document::parse(svg).ok()?;
    let root = document.root_element();
    let wide =
        root.attribute("viewBox").is_none_or(|view| view.split_whitespace().eq(["0", "0", "24", "24"]));
    if root.tag_name().name() != "svg" || !wide {
        return None;
    }
    let mut out = String::new();
    for shape in root.descendants().filter(|node| SHAPES.contains(&node.tag_name().name())) {
        write_shape(shape, &mut out);
    }
    (!out.is_empty()).then_some(out)
}

fn write_shape(shape: Node<'_, '_>, out: &mut String) {
    // Tabler puts an invisible square of 24 × 24 into each icon.
    if shape.attribute("stroke") == Some("none") && shape.attribute("fill") == Some("none") {
        return;
    }
    let _ = write!(out, "<{}", shape.tag_name().name());
    for attribute in
        shape.attributes().filter(|a| PLACES.contains(&a.name()) && a.value().chars().all(HARMLESS))
    {
        let _ = write!(out, " {}=\"{}\"", attribute.name(), attribute.value());
    }
    out.push_str("/>");
}

#[cfg(test)]
mod tests {
    use super::body;

    #[test]
    fn only_shapes_and_their_places_are_kept() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' stroke='red'><g><path stroke='none' d='M0 0h24v24H0z' fill='none'/>\
                   <path d='M7 20h10' onclick='x()'/><script>x</script><image href='http://x'/></g><circle cx='1' cy='2' r='3'/></svg>";
        assert_eq!(body(svg).as_deref(), Some("<path d=\"M7 20h10\"/><circle cx=\"1\" cy=\"2\" r=\"3\"/>"));
        assert_eq!(body("<svg viewBox='0 0 512 512'><path d='M0 0'/></svg>"), None);
        assert_eq!(body("<html/>"), None);
        assert_eq!(body("no"), None);
    }
}
