//! The table of fields that a portal puts above a document: 索引号, 发文字号, 发布机构 and the rest.
//!
//! Lines come in, of the text or of the page around it; values go out, as written. Rows of cells,
//! `名称：值` one or more a line, and a label with its value on the next line are known.

/// A field of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// 标题.
    Title,
    /// 索引号.
    IndexNumber,
    /// 发文字号.
    DocumentNumber,
    /// 主题分类.
    Topic,
    /// 体裁分类.
    Genre,
    /// 发布机构.
    Issuer,
    /// 成文日期.
    Issued,
    /// 发布日期.
    Published,
    /// 有效性.
    Validity,
    /// 来源: who put it on the page, the issuer where no other is named.
    Source,
}

/// The labels of portals, as they are compared: without blanks and marks.
const LABELS: [(&str, Field); 34] = [
    ("标题", Field::Title),
    ("名称", Field::Title),
    ("文件名称", Field::Title),
    ("信息名称", Field::Title),
    ("索引号", Field::IndexNumber),
    ("索取号", Field::IndexNumber),
    ("信息索引号", Field::IndexNumber),
    ("发文字号", Field::DocumentNumber),
    ("文号", Field::DocumentNumber),
    ("文件编号", Field::DocumentNumber),
    ("主题分类", Field::Topic),
    ("主题类别", Field::Topic),
    ("体裁分类", Field::Genre),
    ("公文种类", Field::Genre),
    ("体裁", Field::Genre),
    ("发布机构", Field::Issuer),
    ("发文机关", Field::Issuer),
    ("制发机关", Field::Issuer),
    ("发文单位", Field::Issuer),
    ("发布单位", Field::Issuer),
    ("成文日期", Field::Issued),
    ("成文时间", Field::Issued),
    ("发文日期", Field::Issued),
    ("制发日期", Field::Issued),
    ("印发日期", Field::Issued),
    ("发布日期", Field::Published),
    ("发布时间", Field::Published),
    ("公开日期", Field::Published),
    ("公布日期", Field::Published),
    ("日期", Field::Published),
    ("有效性", Field::Validity),
    ("时效性", Field::Validity),
    ("效力状态", Field::Validity),
    ("来源", Field::Source),
];

/// The most bytes of a row of the table.
const LONGEST: usize = 3000;

/// A value and its field; empty where the table has the label alone.
pub(super) type Found = (Field, String);

/// The fields of a line; none where it is no line of such a table.
pub(super) fn of_line(line: &str) -> Vec<Found> {
    if line.len() > LONGEST {
        return Vec::new();
    }
    if line.contains('|') {
        return of_cells(line);
    }
    let mut found = Vec::new();
    let mut starts = labels(line);
    if starts.first().is_none_or(|(at, ..)| *at != 0) {
        return found;
    }
    starts.push((line.len(), line.len(), Field::Title));
    for pair in starts.windows(2) {
        let (_, from, field) = pair[0];
        found.push((field, value(&line[from..pair[1].0])));
    }
    found
}

/// True for a document number alone: 长府办发〔2023〕28号.
pub(super) fn is_document_number(line: &str) -> bool {
    let Some((body, rest)) = line.split_once(['〔', '[', '［', '（', '(']) else { return false };
    let Some((year, number)) = rest.split_once(['〕', ']', '］', '）', ')']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.chars().all(char::is_numeric);
    let number = number.strip_suffix('号').map(|number| number.trim().trim_start_matches('第'));
    (2..=20).contains(&body.chars().count())
        && !body.contains(|c: char| c.is_ascii_digit() || "，。、：《".contains(c))
        && (year.chars().count(), digits(year)) == (4, true)
        && number.is_some_and(digits)
}

/// The fields of lines where a label may stand alone and its value on the next line.
pub(super) fn of_lines(lines: &[String]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let line = &lines[at];
        if let (Some(field), Some(next)) = (label(line), lines.get(at + 1)) {
            let is_value = label(next).is_none() && of_line(next).is_empty();
            found.push((field, if is_value { value(next) } else { String::new() }));
            at += if is_value { 2 } else { 1 };
            continue;
        }
        found.extend(of_line(line));
        at += 1;
    }
    found
}

/// `[ 索引号 ] | … | [ 发文字号 ] | … |`
fn of_cells(line: &str) -> Vec<Found> {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < cells.len() {
        if let Some(field) = label(cells[at]) {
            let next = cells.get(at + 1).filter(|next| label(next).is_none());
            found.push((field, next.map(|next| value(next)).unwrap_or_default()));
            at += if next.is_some() { 2 } else { 1 };
        } else {
            found.extend(if cells[at].contains('|') { Vec::new() } else { of_line(cells[at]) });
            at += 1;
        }
    }
    found
}

/// The field of a text that is a label and nothing more.
fn label(text: &str) -> Option<Field> {
    let bare: String =
        text.chars().filter(|c| !c.is_whitespace() && !"[]［］【】：:*".contains(*c)).collect();
    let (_, field) = LABELS.iter().find(|(label, _)| *label == bare)?;
    (*field != Field::Title || text.contains(['[', '【', '：', ':', '标'])).then_some(*field)
}

/// Labels with a colon in a line: where each begins, where its value begins, and its field. 。 ends the
/// search: after it comes a sentence.
fn labels(line: &str) -> Vec<(usize, usize, Field)> {
    let mut found: Vec<(usize, usize, Field)> = Vec::new();
    for (colon, sign) in line.match_indices([':', '：']) {
        let before = &line[..colon];
        if before.contains('。') {
            break;
        }
        let from = found.last().map_or(0, |last| last.1);
        let mut known = LABELS.iter().filter(|(word, _)| {
            let bare = before.trim_end_matches(|c: char| c.is_whitespace() || "]］】".contains(c));
            bare.strip_suffix(word).is_some_and(|rest| {
                let rest = rest.get(from..).unwrap_or("x");
                rest.is_empty() || rest.ends_with(|c: char| c.is_whitespace() || "[［【;；".contains(c))
            })
        });
        if let Some((word, field)) = known.next() {
            let start = before.rfind(word).unwrap_or(0);
            let start = before[..start].trim_end_matches(['[', '［', '【']).len();
            found.push((start, colon + sign.len(), *field));
        }
    }
    found
}

/// A value without the blanks and marks around it.
fn value(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || "[]［］【】;；|".contains(c)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_in_every_shape() {
        use Field::*;
        let cases: [(&str, &[(Field, &str)]); 10] = [
            (
                "[ 索引号 ] | 115/2023-1 | [ 发文字号 ] | 长府发〔2023〕2号 |",
                &[(IndexNumber, "115/2023-1"), (DocumentNumber, "长府发〔2023〕2号")],
            ),
            ("[ 成文日期 ] | 2023-06-28 | [ 有效性 ] |", &[(Issued, "2023-06-28"), (Validity, "")]),
            ("索引号：甲　发文字号：乙", &[(IndexNumber, "甲"), (DocumentNumber, "乙")]),
            ("日期：2023-04-17 来源：甲办", &[(Published, "2023-04-17"), (Source, "甲办")]),
            ("发布时间:2023-03-17 07:42", &[(Published, "2023-03-17 07:42")]),
            ("【索引号】：甲", &[(IndexNumber, "甲")]),
            ("有效性：", &[(Validity, "")]),
            ("责任单位：区科技局", &[]),
            ("一、总体要求", &[]),
            ("高峰街道 | 2 | 3", &[]),
        ];
        for (line, wanted) in cases {
            let wanted: Vec<Found> = wanted.iter().map(|(field, text)| (*field, text.to_string())).collect();
            assert_eq!(of_line(line), wanted, "{line}");
        }
        let lines: Vec<String> = ["索引号", "甲", "有效性：", "发布机构", "乙"].map(String::from).to_vec();
        let wanted = [(IndexNumber, "甲"), (Validity, ""), (Issuer, "乙")];
        assert_eq!(of_lines(&lines), wanted.map(|(field, text)| (field, text.to_string())));
    }
}
