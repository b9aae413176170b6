//! A Word file -> its paragraphs and tables, with the numbers that Word would print.
//!
//! The only file that knows zip. What was deleted, is hidden or stands in another form once more is
//! left out; pictures and footnotes are too.

use super::super::refusal::Refusal;
use super::word_numbers::Numbers;
use super::{LIMIT, Read, paragraph};
use roxmltree::{Document, Node};
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Reads a Word file.
///
/// # Errors
/// When it is no zip, or its text cannot be read.
pub(super) fn read(bytes: Vec<u8>) -> Result<Read, Refusal> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::BrokenWord)?;
    let body = part(&mut parts, "word/document.xml").ok_or(Refusal::BrokenWord)?;
    let styles = part(&mut parts, "word/styles.xml").unwrap_or_default();
    let numbering = part(&mut parts, "word/numbering.xml").unwrap_or_default();
    let document = Document::parse(&body).map_err(|_| Refusal::BrokenWord)?;
    let (styles, numbering) = (Document::parse(&styles).ok(), Document::parse(&numbering).ok());
    let numbers = Numbers::new(numbering.as_ref(), styles.as_ref());
    let mut writer = Writer { read: Read::default(), numbers, lines: 0 };
    if let Some(body) = document.descendants().find(|node| is(node, "body")) {
        writer.blocks(body);
    }
    Ok(writer.read)
}

/// A part of the file as text.
fn part(parts: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let limit = LIMIT as u64;
    let size = parts.by_name(name).ok()?.take(limit + 1).read_to_end(&mut bytes).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    (size as u64 <= limit).then_some(text)
}

struct Writer<'a> {
    read: Read,
    numbers: Numbers<'a>,
    lines: usize,
}

impl<'a> Writer<'a> {
    /// Paragraphs and tables, also those in controls.
    fn blocks(&mut self, parent: Node<'a, 'a>) {
        for node in parent.children() {
            match node.tag_name().name() {
                "p" => self.paragraph(node),
                "tbl" => self.table(node),
                "sdt" => {
                    if let Some(content) = child(node, "sdtContent") {
                        self.blocks(content);
                    }
                }
                "ins" | "moveTo" | "customXml" => self.blocks(node),
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node<'a, 'a>) {
        let text = words(node);
        // Word counts empty paragraphs only where they are numbered; those print nothing we would keep.
        if paragraph(&text).is_empty() {
            return;
        }
        let number = self.numbers.next(node);
        if let Some(strange) = number.strange {
            self.read.strange_numbers.push((self.lines, strange));
        }
        for (n, line) in text.split('\n').enumerate() {
            let line = paragraph(line);
            if !line.is_empty() {
                self.line(if n == 0 { format!("{}{line}", number.text) } else { line });
            }
        }
    }

    /// A row is a line. A table of one cell is a frame around paragraphs.
    fn table(&mut self, table: Node<'a, 'a>) {
        for row in table.children().filter(|node| is(node, "tr")) {
            let cells: Vec<Node> = row.children().filter(|node| is(node, "tc")).collect();
            if let [frame] = cells.as_slice() {
                self.blocks(*frame);
                continue;
            }
            let cells: Vec<String> =
                cells.iter().map(|cell| paragraph(&words(*cell).replace('\n', " "))).collect();
            if cells.iter().any(|cell| !cell.is_empty()) {
                self.line(cells.join(" | "));
            }
        }
    }

    fn line(&mut self, line: String) {
        self.read.text.push_str(&line);
        self.read.text.push('\n');
        self.lines += 1;
    }
}

/// The words of a paragraph or cell, in order.
fn words(node: Node) -> String {
    let mut text = String::new();
    collect(node, &mut text);
    text
}

fn collect(node: Node, text: &mut String) {
    for child in node.children() {
        match child.tag_name().name() {
            "t" => text.push_str(child.text().unwrap_or_default()),
            "tab" | "ptab" => text.push(' '),
            "br" | "cr" if attribute(child, "type").is_none() => text.push('\n'),
            "noBreakHyphen" => text.push('-'),
            "sym" => text.push(char::REPLACEMENT_CHARACTER),
            "del" | "moveFrom" | "pPr" | "rPr" | "instrText" | "footnoteReference" | "txbxContent"
            | "Fallback" => {}
            "r" if is_hidden(child) => {}
            "p" => {
                collect(child, text);
                text.push('\n');
            }
            _ => collect(child, text),
        }
    }
}

fn is_hidden(run: Node) -> bool {
    let hidden = child(run, "rPr").and_then(|properties| child(properties, "vanish"));
    hidden.is_some_and(|mark| !matches!(attribute(mark, "val"), Some("0" | "false")))
}

/// True for an element of this name, whatever its prefix.
pub(super) fn is(node: &Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

/// The first child of this name.
pub(super) fn child<'a>(node: Node<'a, 'a>, name: &str) -> Option<Node<'a, 'a>> {
    node.children().find(|node| is(node, name))
}

/// An attribute, whatever its prefix.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    const SPACE: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

    /// The lines of a Word file with this body, a list of two levels and three styles.
    fn lines(body: &str) -> String {
        let document = format!("<w:document {SPACE}><w:body>{body}</w:body></w:document>");
        let numbering = format!(
            r#"<w:numbering {SPACE}><w:abstractNum w:abstractNumId="0">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2 "/></w:lvl>
            </w:abstractNum>
            <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>
            </w:numbering>"#
        );
        let styles = format!(
            r#"<w:styles {SPACE}>
            <w:style w:styleId="Part"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="Own"><w:basedOn w:val="Part"/></w:style>
            <w:style w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>
            </w:styles>"#
        );
        let mut file = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let parts =
            [("word/document.xml", document), ("word/numbering.xml", numbering), ("word/styles.xml", styles)];
        for (name, text) in parts {
            file.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            file.write_all(text.as_bytes()).unwrap();
        }
        read(file.finish().unwrap().into_inner()).unwrap().text
    }

    fn styled(style: &str, more: &str, text: &str) -> String {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    }

    #[test]
    fn numbers_come_from_styles_and_lists_as_word_prints_them() {
        let second = r#"<w:numPr><w:ilvl w:val="1"/></w:numPr>"#;
        let none = r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#;
        let restart = r#"<w:numPr><w:numId w:val="6"/></w:numPr>"#;
        let body = [
            styled("Part", "", "甲"),
            styled("Own", "", "乙"),
            styled("Own", second, "丙"),
            styled("Own", second, "丁"),
            styled("Part", none, "戊"),
            styled("Circle", "", "己"),
            styled("Part", "", "庚"),
            styled("Own", second, "辛"),
            styled("Part", restart, "壬"),
        ];
        let wanted = "一、甲\n二、乙\n二.1 丙\n二.2 丁\n戊\n己\n三、庚\n三.1 辛\n九、壬\n";
        assert_eq!(lines(&body.concat()), wanted);
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        for (body, wanted) in [
            (
                "<w:p><w:del><w:r><w:delText>甲</w:delText><w:t>甲</w:t></w:r></w:del><w:ins><w:r><w:t>乙</w:t></w:r></w:ins></w:p>",
                "乙\n",
            ),
            ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>甲</w:t></w:r><w:r><w:t>乙</w:t></w:r></w:p>", "乙\n"),
            ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type=\"page\"/></w:r></w:p>", "甲\n乙\n"),
            ("<w:sdt><w:sdtContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:sdtContent></w:sdt>", "甲\n"),
            (
                "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
                "甲 |  | 乙\n",
            ),
            ("<w:p><w:r><w:sym w:font=\"x\" w:char=\"F0A7\"/></w:r></w:p>", "\u{FFFD}\n"),
        ] {
            assert_eq!(lines(body), wanted, "{body}");
        }
    }
}
