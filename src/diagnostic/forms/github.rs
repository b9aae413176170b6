//! GitHub workflow commands: `::error file=…,line=…,col=…,endColumn=…,title=code::message`.

use super::words;
use crate::diagnostic::{Diagnostic, Files, locate};
use crate::model::Language;

/// One line; the help is a second line of the message. In a workbook the cell leads the message,
/// since GitHub can show no line of it.
pub(super) fn print(diagnostic: &Diagnostic, files: &dyn Files, language: Language) -> String {
    let mut properties = Vec::new();
    let mut message = words::message(diagnostic, language);
    if let Some(at) = diagnostic.place.map(|place| locate(files, place)) {
        properties.push(format!("file={}", property(&at.path)));
        match at.cell {
            Some(cell) => message = format!("{cell}: {message}"),
            None => {
                let (line, column, end) = (at.line, at.column, at.end_column);
                properties.push(format!("line={line},col={column},endColumn={end}"));
            }
        }
    }
    properties.push(format!("title={}", property(diagnostic.entry.code)));
    let help = words::help(diagnostic, language);
    if !help.is_empty() {
        message = format!("{message}\n{help}");
    }
    let severity = words::severity(diagnostic.entry.severity);
    format!("::{severity} {}::{}\n", properties.join(","), data(&message))
}

/// Escapes a message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
