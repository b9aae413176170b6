//! Words as YAML reads them back: plain where nothing can be taken for anything else, else quoted.

/// Signs that mean nothing to YAML inside a plain text.
const HARMLESS: &str = "，。、；！？“”‘’《》〔〕（）—…·()-_./%+ ";

/// Words that YAML takes for something other than words.
const RESERVED: [&str; 5] = ["true", "false", "null", "nan", "inf"];

/// A text on one line, for a key or a value.
pub(super) fn one_line(text: &str) -> String {
    if is_plain(text) { text.to_string() } else { quoted(text) }
}

/// A text behind a key whose own lines begin at `indent`: of several lines as a block.
pub(super) fn lines(text: &str, indent: usize) -> String {
    let text = text.trim();
    // A block takes its indent from its first line, and knows no escapes.
    let odd = text.chars().any(|c| c.is_control() && c != '\n');
    if !text.contains('\n') || odd {
        return one_line(text);
    }
    let gap = " ".repeat(indent);
    let line =
        |line: &str| if line.trim().is_empty() { String::new() } else { format!("{gap}{}", line.trim()) };
    format!("|\n{}", text.lines().map(line).collect::<Vec<_>>().join("\n"))
}

fn is_plain(text: &str) -> bool {
    let first = text.chars().next().unwrap_or(' ');
    let begins = first.is_alphabetic()
        || "《“（〔".contains(first)
        || (first.is_ascii_digit() && text.chars().any(|c| c as u32 > 0x2E80 && c.is_alphabetic()));
    begins
        && text.trim() == text
        && text.chars().all(|c| c.is_alphanumeric() || HARMLESS.contains(c))
        && !RESERVED.contains(&text.to_lowercase().as_str())
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            '\n' => quoted += "\\n",
            '\t' => quoted += "\\t",
            c if c.is_control() || c == '\u{FEFF}' || ('\u{2028}'..='\u{2029}').contains(&c) => {
                quoted += &format!("\\u{:04X}", c as u32);
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_or_quoted() {
        for plain in
            ["高峰街道", "二(一)1", "三十家企业入库，已公示。", "2024年完成", "high-tech", "各乡镇（街道）"]
        {
            assert_eq!(one_line(plain), plain);
        }
        let cases = [
            ("12", "\"12\""),
            ("", "\"\""),
            ("其中：三家", "\"其中：三家\""),
            ("甲: 乙", "\"甲: 乙\""),
            ("甲 #乙", "\"甲 #乙\""),
            ("- 甲", "\"- 甲\""),
            ("是", "是"),
            ("True", "\"True\""),
            ("说“好”\"", "\"说“好”\\\"\""),
            ("=1", "\"=1\""),
        ];
        for (text, yaml) in cases {
            assert_eq!(one_line(text), yaml);
        }
        assert_eq!(lines("甲\n\n 乙", 4), "|\n    甲\n\n    乙");
        assert_eq!(lines("甲", 4), "甲");
    }
}
