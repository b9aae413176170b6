//! `indicators.yaml`: each indicator as proposed, with the sentence it came from and what is in doubt.

use super::super::promise::{Doubt, Kind, LeftOut};
use super::super::proposals::{Indicator, Proposals, Target};
use super::{remark, say, scalar};
use crate::model::{Language, Register, Word};
use std::fmt::Write;

/// The file; none where there is nothing to write.
///
/// `register` is that of the site, where it has one: an owner that it lacks is written as a comment.
pub(in crate::intake::document) fn file(
    proposals: &Proposals,
    register: Option<&Register>,
    line_of: impl Fn(usize) -> usize,
    language: Language,
) -> Option<String> {
    if proposals.indicators.is_empty() && proposals.left_out.is_empty() {
        return None;
    }
    let mut text = say(
        language,
        "# 由 gongbao import 从正文提出，等待确认：有 proposed 的指标不发布。\n# 逐项对照原句，核对名称、计量单位、类型、期限和数；确认后删去 proposed 这一行，不是承诺的整项删去。\n# 基数（baseline）正文里没有，公布了再补。\n",
        "# Proposed by gongbao import and waiting to be confirmed: what has a line `proposed` is not published.\n# Hold name, unit, kind, deadline and figure against the sentence; delete the line `proposed` once confirmed, or the whole item where it is no promise.\n# The baseline is not in the text; add it once it is published.\n",
    )
    .to_string();
    for indicator in &proposals.indicators {
        text.push('\n');
        text += &item(indicator, register, language);
    }
    if !proposals.left_out.is_empty() {
        let head = say(
            language,
            "\n# 下面这些话也有数字，没有提成指标（行号是导入文件的）：\n",
            "\n# These words have figures too and were not made indicators (lines are those of the imported file):\n",
        );
        text += head;
        for (at, words, why) in &proposals.left_out {
            let (line, words, why) = (line_of(*at), remark(words), reason(*why, language));
            let _ = match language {
                Language::Chinese => writeln!(text, "# 第{line}行“{words}”：{why}"),
                Language::English => writeln!(text, "# line {line}, “{words}”: {why}"),
            };
        }
    }
    Some(text)
}

fn item(indicator: &Indicator, register: Option<&Register>, language: Language) -> String {
    let mut text = String::new();
    if let Some((_, title)) = &indicator.clause {
        let _ = writeln!(text, "# {}", remark(title));
    }
    for doubt in &indicator.doubts {
        let _ = writeln!(text, "# {}", doubtful(*doubt, language));
    }
    let _ = writeln!(text, "- id: {}", indicator.id);
    let _ = writeln!(text, "  name: {}", scalar(&indicator.name));
    let unit = if indicator.unit.is_empty() { "待核对" } else { &indicator.unit };
    let _ = writeln!(text, "  unit: {}", scalar(unit));
    let down = indicator
        .targets
        .iter()
        .chain(&indicator.undated)
        .any(|t| matches!(t.word, Word::Under | Word::Within));
    let (kind, why) = kind(indicator.kind, down, language);
    let _ = writeln!(text, "  kind: {kind}  # {why}");
    if indicator.kind == Kind::Yearly && !down {
        text += "  resets: yearly\n";
    }
    if let Some((path, _)) = &indicator.clause {
        let _ = writeln!(text, "  clause: {}", scalar(path));
    }
    if let Some(owner) = &indicator.owner {
        let known = register.is_none_or(|register| register.find(owner).is_some());
        let (sign, note) = match known {
            true => (
                "",
                say(
                    language,
                    "责任单位列首，是不是由它报数请核对",
                    "first in the tail; check whether it reports the figure",
                ),
            ),
            false => (
                "# ",
                say(
                    language,
                    "登记册里还没有，登记后去掉行首的 #",
                    "not in the register yet; take the # away once it is",
                ),
            ),
        };
        let _ = writeln!(text, "  {sign}owner: {}  # {note}", scalar(owner));
    }
    if indicator.of_document {
        let note = say(
            language,
            "原句没有写期限，这里用的是文件标题或附件里的年份，请核对",
            "the sentence gives no deadline: these are the years of the title or the attachments; check them",
        );
        let _ = writeln!(text, "  # {note}");
    }
    if !indicator.targets.is_empty() {
        text += "  targets:\n";
        for target in &indicator.targets {
            let _ = writeln!(text, "    {}", written(target, &target.by));
        }
    }
    if let Some(target) = &indicator.undated {
        let note = say(
            language,
            "原句没有写期限，补上 by，再去掉行首的 #：",
            "the sentence gives no deadline: fill in `by` and take the # away:",
        );
        let _ = write!(text, "  # {note}\n  # targets:\n  #   {}\n", written(target, ""));
    }
    let _ = writeln!(text, "  proposed: {}", quoted(&indicator.sentences.join("")));
    text
}

/// `- { by: 2025, over: 160 }  # 突破160家`
fn written(target: &Target, by: &str) -> String {
    format!("- {{ by: {by}, {}: {} }}  # {}", target.word.key(), target.value, remark(&target.words))
}

/// A sentence, always in quotes: whatever is in it.
fn quoted(text: &str) -> String {
    format!("'{}'", remark(text).replace('\'', "''"))
}

fn kind(kind: Kind, down: bool, language: Language) -> (&'static str, &'static str) {
    let (key, zh, en) = match (kind, down) {
        (Kind::Level, _) => (
            "level",
            "按期末数提出；若是累计数改为 cumulative",
            "as it stands at the end; cumulative if it is a total",
        ),
        (Kind::Cumulative, false) => (
            "cumulative",
            "按累计数提出；若是期末总数改为 level",
            "as a running total; level if it is how many there are",
        ),
        (Kind::Yearly, false) => {
            ("cumulative", "原句说“每年”，按年内累计提出", "the sentence says 每年: a total of each year")
        }
        (Kind::Growth, false) => (
            "keep-at-least",
            "这是增速，不是期末数；要考核期末数须有基数，另行换算",
            "a rate of growth, not a level; a level needs a baseline",
        ),
        (Kind::KeepAtLeast | Kind::KeepAtMost, false) => {
            ("keep-at-least", "要保持的下限", "a lower bound that is to hold")
        }
        _ => ("keep-at-most", "要保持的上限", "an upper bound that is to hold"),
    };
    (key, say(language, zh, en))
}

fn doubtful(doubt: Doubt, language: Language) -> &'static str {
    let (zh, en) = match doubt {
        Doubt::Range => {
            ("原句是一个区间，这里取下限，请核对", "the sentence gives a range; this is its lower end")
        }
        Doubt::About => ("原句是约数（左右、余），请核对", "the sentence gives it roughly (左右, 余)"),
        Doubt::Unit => ("计量单位看不准，请核对", "the unit is not clear"),
        Doubt::Damaged => (
            "原句有像是损坏的地方，见正文里的导入提示",
            "something in the sentence looks damaged; see the note in the text",
        ),
        Doubt::Word => {
            ("原句没有“达到”一类的词，是不是目标请核对", "no word of promise: check whether it is a target")
        }
        Doubt::Name => {
            ("名称取自句子的另一处，请核对", "the name was taken from another part of the sentence")
        }
    };
    say(language, zh, en)
}

fn reason(why: LeftOut, language: Language) -> &'static str {
    let (zh, en) = match why {
        LeftOut::Support => ("像是补助、奖励或限额的标准", "seems to be support or a limit, not a target"),
        LeftOut::Condition => ("像是条件（后面是“的”）", "seems to be a condition (的 follows)"),
        LeftOut::Relative => {
            ("是相对变化，没有基数算不出目标数", "a change: without its base there is no target")
        }
        LeftOut::NoName => ("看不出数的是什么", "what is counted is not clear"),
        LeftOut::Uneven => ("“分别”前后的名称和数字不一样多", "分别: names and figures are not as many"),
        LeftOut::Damaged => (
            "这里像是损坏了，对照原件改好后自己写",
            "looks damaged: mend it from the original and write it yourself",
        ),
        LeftOut::Contradiction => (
            "与前面同名指标的数、期限、类型或计量单位不一致",
            "differs from the indicator of that name above",
        ),
    };
    say(language, zh, en)
}
