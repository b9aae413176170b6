//! Every rule of line breaking as a table, then what holds for any text.

use super::rules::{is_never_first, is_never_last};
use super::*;
use proptest::prelude::*;

fn measured(text: &str) -> (Words, BTreeSet<char>) {
    let mut missing = BTreeSet::new();
    let pieces = [Piece { text, weight: Weight::Regular }];
    (Words::measure(&pieces, &Fonts::shipped(), &mut missing), missing)
}

fn broken(text: &str, width: f32, fill: Fill) -> Vec<String> {
    let (words, _) = measured(text);
    words.lines(width, fill).iter().map(|line| words.letters[line.letters.clone()].iter().collect()).collect()
}

#[test]
fn lines_end_where_the_rules_let_them() {
    let cases: &[(&str, f32, &[&str])] = &[
        ("", 5.0, &[""]),
        ("万州", 5.0, &["万州"]),
        // Between any two Chinese characters, evenly; a last line of three at least.
        ("万州经开区经济发展局", 6.0, &["万州经开区经", "济发展局"]),
        ("高新技术企业培育", 7.0, &["高新技术企", "业培育"]),
        // No mark begins a line, none that opens ends one.
        ("高新技术企业，科技型企业", 6.6, &["高新技术企业，", "科技型企业"]),
        ("培育壮大（高新技术企业和科技型企业）", 5.0, &["培育壮大", "（高新技术", "企业和科技", "型企业）"]),
        ("研发投入达到……的水平", 6.0, &["研发投入达", "到……的水平"]),
        // Figures keep their units, ranges and ordinals.
        ("高新技术企业160家以上", 7.5, &["高新技术企业", "160家以上"]),
        ("高新技术企业50亿元以上", 7.5, &["高新技术企业", "50亿元以上"]),
        ("高新技术企业160 家以上", 7.8, &["高新技术企业", "160 家以上"]),
        ("培育和发展2023—2027年", 7.5, &["培育和发展", "2023—2027年"]),
        ("研发投入强度达到2.5%以上", 9.0, &["研发投入强度达到", "2.5%以上"]),
        ("万州府办发文件第28号", 8.0, &["万州府办发文件", "第28号"]),
        // A short bracket stays whole, a long one is parted.
        ("万州府办发〔2023〕28号", 6.5, &["万州府办发", "〔2023〕28号"]),
        ("壮大企业梯队（第二批）", 8.0, &["壮大企业梯队", "（第二批）"]),
        // Words and numbers of Latin letters stay whole.
        ("over 160 firms by 2025", 5.5, &["over 160", "firms by", "2025"]),
        ("支持OpenHarmony生态", 7.5, &["支持", "OpenHarmony", "生态"]),
        ("1,200,000", 2.0, &["1,2", "00,", "000"]),
    ];
    all(cases, Fill::Full);
}

#[test]
fn titles_are_balanced_without_a_line_more() {
    let cases: &[(&str, f32, &[&str])] = &[
        ("科技企业“双倍增”行动计划", 7.8, &["科技企业", "“双倍增”", "行动计划"]),
        ("万州区市场监督管理局经开区分局", 14.0, &["万州区市场监督", "管理局经开区分局"]),
        // Rather where a reader pauses than in the middle of a word.
        (
            "“专精特新”企业培育，壮大高新技术企业梯队（第二批）",
            15.0,
            &["“专精特新”企业培育，", "壮大高新技术企业梯队（第二批）"],
        ),
        ("建设“众创空间＋孵化器＋加速器”链条", 14.0, &["建设“众创空间＋", "孵化器＋加速器”链条"]),
        ("推动科技企业高质量发展若干措施", 7.8, &["推动科技企业", "高质量发展", "若干措施"]),
        ("聚焦体系建设，梯次培育科技企业", 12.0, &["聚焦体系建设，", "梯次培育科技企业"]),
        ("短", 14.0, &["短"]),
        ("关于支持企业创新发展的若干措施", 8.0, &["关于支持企业创新", "发展的若干措施"]),
    ];
    all(cases, Fill::Balanced);
}

/// Every case that is broken otherwise, at once.
fn all(cases: &[(&str, f32, &[&str])], fill: Fill) {
    let wrong = cases.iter().filter_map(|(text, width, lines)| {
        let found = broken(text, *width, fill);
        (found != *lines).then(|| format!("{text} in {width}: {found:?}, not {lines:?}"))
    });
    assert_eq!(wrong.collect::<Vec<_>>().join("\n"), "");
}

#[test]
fn marks_take_half_their_em_where_they_meet_and_hang_at_the_start() {
    let width = |text| measured(text).0.widest();
    assert_eq!(width("高新"), 2.0);
    // The opening mark hangs, the closing one leaves its half.
    assert_eq!(width("“高新”"), 3.0);
    assert_eq!(width("《高新》"), 3.0);
    // 》 and （ share an em, and so do ） and 。
    assert_eq!(width("高》（新"), 3.5);
    assert_eq!(width("（高）。新"), 4.0);
    let (words, _) = measured("“高新”");
    let line = &words.lines(9.0, Fill::Full)[0];
    assert_eq!(line.hang, 0.5);
    let at: Vec<f32> = words.placed(line).map(|(_, x, _)| x).collect();
    assert_eq!(at, [-0.5, 0.5, 1.5, 2.5]);
}

#[test]
fn unknown_letters_are_named_and_drawn_as_geta() {
    let (words, missing) = measured("瀼渡镇🙂龘\u{200D}\u{FE0F}");
    assert_eq!(missing, BTreeSet::from(['🙂', '龘']));
    assert_eq!(words.letters.iter().filter(|c| **c == GETA).count(), 2);
}

#[test]
fn hostile_texts_are_broken_and_kept() {
    let long = "n".repeat(300);
    let lines = broken(&long, 10.0, Fill::Full);
    assert!(lines.len() > 15 && lines.concat() == long);
    let marks = "，。、；：？！".repeat(20);
    assert_eq!(broken(&marks, 5.0, Fill::Full).concat(), marks);
    let opening = "（《“".repeat(20);
    assert_eq!(broken(&opening, 5.0, Fill::Balanced).concat(), opening);
    assert_eq!(broken("　　", 5.0, Fill::Full).len(), 1);
    // Narrower than a letter: one on each line.
    assert_eq!(broken("高新技术", 0.1, Fill::Full).len(), 4);
    assert_eq!(broken("高新技术", -3.0, Fill::Balanced).len(), 4);
}

const CASES: u32 = 1000;

fn text() -> impl Strategy<Value = String> {
    let letter = proptest::sample::select(
        "高新技术企业万州区经开和发展，。、；：？！（）《》“”〔〕…—·%0123456789 abcAB-.,()龘🙂第年家亿"
            .chars()
            .collect::<Vec<_>>(),
    );
    proptest::collection::vec(letter, 0..80).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_hold_the_text_and_the_rules(text in text(), width in 2.0f32..30.0, even in any::<bool>()) {
        let (words, _) = measured(&text);
        let lines = words.lines(width, if even { Fill::Balanced } else { Fill::Full });
        // Nothing but space is lost.
        let kept: String = lines.iter().flat_map(|line| words.letters[line.letters.clone()].iter()).filter(|c| **c != ' ').collect();
        let given: String = words.letters.iter().filter(|c| **c != ' ').collect();
        prop_assert_eq!(kept, given);
        for line in &lines {
            let one = line.letters.len() <= 1;
            prop_assert!(line.width <= width + 0.01 || one, "{} in {}", line.width, width);
        }
        // A mark stands where none may only if no way around it fits in the width: every place in the stretch between
        // two good breaks would be bad.
        for pair in lines.windows(2) {
            let (Some(last), Some(first)) = (pair[0].letters.clone().last(), pair[1].letters.clone().next()) else { continue };
            let bad = is_never_first(words.letters[first]) || is_never_last(words.letters[last]);
            if bad {
                let good = |n: &usize| words.breaks[*n] != Break::Forbidden;
                let from = (1..first).rev().find(good).unwrap_or(0);
                let to = (first + 1..words.len()).find(good).unwrap_or(words.len());
                prop_assert!(words.line(from..to).width > width - 0.01, "{:?}", text);
            }
        }
    }
}
