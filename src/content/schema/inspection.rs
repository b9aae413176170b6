//! `content/allow.yaml` and `content/words.yaml`.

use super::shape::Schema;
use super::values::{Choice, text, texts, words};
use serde_json::json;

/// How much a word matters.
const SEVERITIES: [Choice; 2] = [("warning", "警告", "warning"), ("error", "错误", "error")];

/// The schema of the allowances.
pub(super) fn allow() -> Schema {
    Schema::list(
        allowance(),
        "允许清单",
        "看过、确实没有问题的警告，每条写明理由。",
        "Warnings that were looked at and are right as they stand, each with the reason.",
    )
    .or_nothing()
}

fn allowance() -> Schema {
    let code = text("代码", "警告方括号里的代码。", "The code in the brackets of the warning.");
    let file =
        text("文件", "警告所在的文件，从 content/ 里写起。", "The file of the warning, below content/.");
    let words = text(
        "文字",
        "警告划线的文字；不写就是这个文件里这一类警告都允许。",
        "The underlined words; left out: all warnings of this code in the file.",
    );
    let reason = text("理由", "为什么没有问题。", "Why it is right as it stands.");
    Schema::mapping("允许", "允许一条警告。", "One warning allowed.")
        .required("code", code.example("inspect/mobile"))
        .required("file", file.example("pages/help.md"))
        .optional("text", words.example("138****0000"))
        .required("reason", reason.example("对外公布的值班电话"))
}

/// The schema of the watched words.
pub(super) fn watched() -> Schema {
    Schema::list(
        word(),
        "错敏词表",
        "本单位不希望在网页上出现的词。",
        "Words that this site does not want on its pages.",
    )
    .or_nothing()
}

fn word() -> Schema {
    let severity = words(
        &SEVERITIES,
        "轻重",
        "默认 warning；写 error，check 就不通过。",
        "Default warning; with error, check fails.",
    );
    let except = texts("除外", "含有这个词、但没有问题的词。", "Longer words that hold it and are right.");
    Schema::mapping("词", "一个词。", "A word.")
        .required("word", text("词", "要查的词。", "The word to look for.").example("登陆网站"))
        .optional("instead", text("改为", "应当怎样写。", "What to write instead.").example("登录网站"))
        .optional("reason", text("理由", "为什么。", "Why.").example("“登陆”指上岸"))
        .optional("except", except.example(json!(["登陆艇"])))
        .optional("severity", severity)
}
