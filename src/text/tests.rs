//! Documents of several shapes, and what holds for all of them.

use super::*;
use crate::model::{Clause, FileId, Role};
use proptest::prelude::*;

fn read(text: &str) -> (Outline, Vec<&'static str>) {
    read_as(text, Written::Auto)
}

fn read_as(text: &str, written: Written) -> (Outline, Vec<&'static str>) {
    let mut d = Diagnostics::new();
    let outline = outline(Piece { file: FileId(0), offset: 0, text }, written, &mut d);
    let codes = d.iter().map(|problem| problem.entry.code).collect();
    (outline, codes)
}

/// `kind path heading` of each clause.
fn shape(outline: &Outline) -> Vec<String> {
    let line = |clause: &Clause| format!("{:?} {} {}", clause.kind, clause.path, clause.heading);
    outline.text.clauses.iter().map(|clause| line(clause).trim_end().to_string()).collect()
}

const NOTICE: &str = "\
[ 索引号 ] | 0001/2023-1 | [ 发文字号 ] | 某府办发〔2023〕1号 |
[ 成文日期 ] | 2023-06-28 | [ 有效性 ] |
某区政府办公室关于印发某区绿化行动实施方案的通知
某区政府办公室
关于印发某区绿化行动实施方案的通知
各乡镇(民族乡)人民政府,区政府有关部门:
《某区绿化行动实施方案》已经同意,现印发给你们。
某区政府办公室
2023年6月28日
(此件公开发布)
某区绿化行动
实施方案
　　为增加绿地,根据有关规定,制定本方案。
一、总体要求
(一)指导思想。坚持绿色发展。
(二)主要目标。到2025年,新增绿地1,200亩。
二、重点任务
(一)扩大绿地。
1.建设公园。每年建设一批。
分步推进。〔责任单位:区林业局、区住房委、各乡镇(街道)等〕
2.种植行道树。补齐缺口。(责任单位:区林业局、区交通局等)
(二)管护绿地。
3.加强养护。责任到人。(责任单位:区城管局等)
三、保障措施
(一)加强组织。统一领导。(责任单位:区林业局等)
(二)加强监督。按月调度。(责任单位:区政府督查室等)
附件:1.任务分解
表(2023—2025年)
2.经费安排表
一图读懂:
";

#[test]
fn a_notice_with_its_plan_is_read_whole() {
    let (outline, codes) = read(NOTICE);
    assert_eq!(codes, [""; 0]);
    let head = outline.text.head.as_ref().expect("a head");
    assert_eq!(head.title, ["某区政府办公室", "关于印发某区绿化行动实施方案的通知"]);
    assert_eq!(head.addressees, "各乡镇（民族乡）人民政府，区政府有关部门");
    assert_eq!(head.body, "<p>《某区绿化行动实施方案》已经同意，现印发给你们。</p>");
    assert_eq!((&head.signature[..], &head.date[..]), ("某区政府办公室", "2023年6月28日"));
    assert_eq!(head.note, "此件公开发布");
    assert_eq!(outline.text.lead, "<p>为增加绿地，根据有关规定，制定本方案。</p>");
    assert_eq!(
        shape(&outline),
        [
            "Part 一 总体要求",
            "Other 一(一) 指导思想",
            "Other 一(二) 主要目标",
            "Part 二 重点任务",
            "Section 二(一) 扩大绿地",
            "Task 二(一)1 建设公园",
            "Task 二(一)2 种植行道树",
            "Section 二(二) 管护绿地",
            "Task 二(二)3 加强养护",
            "Part 三 保障措施",
            "Safeguard 三(一) 加强组织",
            "Safeguard 三(二) 加强监督",
        ]
    );
    let task = &outline.text.clauses[5];
    assert_eq!((&task.label[..], &task.anchor[..], task.level), ("1.", "c-2-1-1", 3));
    assert_eq!(task.body, "<p>每年建设一批。</p>\n<p>分步推进。</p>");
    assert_eq!(task.tails[0].names[2].name, "各乡镇(街道)");
    assert!(outline.text.clauses.iter().flat_map(|clause| &clause.tails).all(|tail| tail.open));
    let place = task.place;
    assert_eq!(&NOTICE[place.start as usize..][..place.len as usize], "1.建设公园");
    let names: Vec<(u32, &str)> = outline.attachments.iter().map(|a| (a.n, &a.name[..])).collect();
    assert_eq!(names, [(1, "任务分解表（2023—2025年）"), (2, "经费安排表")]);
    assert_eq!(outline.text.tail, "");
}

#[test]
fn a_notice_that_is_itself_the_text_is_signed_below() {
    let (outline, codes) = read(
        "关于做好防汛工作的通知\n各街道办事处,\n各有关单位:\n汛期将至,现将有关事项通知如下:\n\
         一、加强值守。实行双岗。\n二、加强演练\n(一)组织演练。\n附件:值班表\n某区政府\n2024年5月1日\n\
         （此件公开发布）\n联系电话:023",
    );
    assert_eq!(codes, [""; 0]);
    let head = outline.text.head.as_ref().expect("a head");
    assert_eq!(head.title, ["关于做好防汛工作的通知"]);
    assert_eq!(head.addressees, "各街道办事处，各有关单位");
    assert_eq!((&head.signature[..], &head.date[..]), ("某区政府", "2024年5月1日"));
    assert_eq!((&head.note[..], &head.body[..]), ("此件公开发布", ""));
    assert_eq!(outline.text.lead, "<p>汛期将至，现将有关事项通知如下：</p>");
    assert_eq!(shape(&outline), ["Other 一 加强值守", "Part 二 加强演练", "Other 二(一) 组织演练"]);
    assert_eq!(outline.attachments[0].name, "值班表");
    assert_eq!(outline.text.tail, "<p>联系电话：023</p>");
}

#[test]
fn the_document_decides_its_own_hierarchy() {
    let (outline, _) = read(
        "某区工作方案\n一、目标任务\n1.甲。\n（1）乙。\n（2）丙。\n2.丁。\n二、重点工作\n1.戊。正文。（区甲局牵头）\n\
         （1）己。\n三、工作要求\n1.庚。",
    );
    assert_eq!(
        outline.text.head.as_ref().map(|head| &head.title[..]),
        Some(&["某区工作方案".to_string()][..])
    );
    assert_eq!(
        shape(&outline),
        [
            "Part 一 目标任务",
            "Section 一1 甲",
            "Other 一1(1) 乙",
            "Other 一1(2) 丙",
            "Other 一2 丁",
            "Part 二 重点工作",
            "Task 二1 戊",
            "Other 二1(1) 己",
            "Part 三 工作要求",
            "Other 三1 庚",
        ]
    );
    let (outline, codes) = read("一、甲\n1.乙。\n（1）丙。\n二、丁\n（1）戊。\n2.己。\n三、庚");
    assert_eq!(shape(&outline)[3..], ["Part 二 丁", "Other 二(1) 戊", "Other 二2 己", "Other 三 庚"]);
    assert_eq!(codes, [""; 0], "2. runs on from 1.");
}

#[test]
fn articles_run_on_across_chapters_and_are_all_body() {
    let (outline, codes) = read(
        "第一章 总则\n第一条 为规范管理,制定本办法。\n第二条 本办法适用于全区。\n第二章 职责\n\
         第三条 申请人应当符合下列条件:\n(一)依法设立;\n(二)信用良好。\n第四条 受理申请。（区甲局负责）",
    );
    assert_eq!(codes, [""; 0]);
    assert_eq!(
        shape(&outline),
        [
            "Part 第一章 总则",
            "Other 第一章第一条",
            "Other 第一章第二条",
            "Part 第二章 职责",
            "Other 第二章第三条",
            "Other 第二章第三条(一) 依法设立；",
            "Other 第二章第三条(二) 信用良好",
            "Task 第二章第四条",
        ]
    );
    let article = &outline.text.clauses[4];
    assert_eq!((&article.label[..], &article.anchor[..]), ("第三条", "c-2-3"));
    assert_eq!(article.body, "<p>申请人应当符合下列条件：</p>");
}

#[test]
fn a_list_of_tasks_needs_no_parts() {
    let (outline, _) =
        read("1.甲。正文。（区甲局牵头，区乙局配合）\n（1）细项。\n2.乙。正文。\n责任单位：区丙局");
    assert_eq!(shape(&outline), ["Task 1 甲", "Other 1(1) 细项", "Task 2 乙"]);
    let roles: Vec<Role> = outline.text.clauses[0].tails.iter().map(|tail| tail.role).collect();
    assert_eq!(roles, [Role::Lead, Role::Support]);
    assert_eq!(outline.text.clauses[2].body, "<p>正文。</p>");
}

#[test]
fn a_tail_below_an_enumeration_speaks_of_what_holds_it() {
    let (outline, _) = read(
        "一、主要任务\n1.甲。\n（1）子。\n（2）丑。\n责任单位：区甲局\n2.乙。\n（1）寅。\n\
        责任单位：区乙局\n（2）卯。\n责任单位：区丙局",
    );
    let answers: Vec<&str> =
        outline.text.clauses.iter().filter(|c| c.has_organisations()).map(|c| &c.path[..]).collect();
    assert_eq!(answers, ["一1", "一2(1)", "一2(2)"]);
    assert_eq!(shape(&outline)[1..4], ["Task 一1 甲", "Other 一1(1) 子", "Other 一1(2) 丑"]);
}

#[test]
fn tails_in_lists_of_markdown_are_read() {
    let (outline, _) = read(
        "## 一、任务\n\n1. 甲。正文。\n   责任单位：区甲局\n\n2. 乙。\n   - 子（责任单位：区乙局）\n   - 丑",
    );
    let clauses = &outline.text.clauses;
    assert_eq!((&clauses[1].body[..], clauses[1].tails.len()), ("<p>正文。</p>", 1));
    assert_eq!(clauses[2].tails[0].names[0].name, "区乙局");
    assert!(clauses[2].body.contains("<li>子（责任单位：区乙局）</li>"), "{}", clauses[2].body);
}

#[test]
fn a_notice_in_markdown_is_read_too() {
    let (outline, codes) = read(
        "# 关于印发某区方案的通知\n\n各街道办事处：\n\n现印发给你们。\n\n某区政府\n2023年6月28日\n\n（此件公开发布）\n\n\
         某区方案\n\n为此，制定本方案。\n\n## 一、任务\n\n甲",
    );
    assert_eq!(codes, [""; 0]);
    let head = outline.text.head.as_ref().expect("a head");
    assert_eq!((&head.body[..], &head.signature[..]), ("<p>现印发给你们。</p>", "某区政府"));
    assert_eq!(outline.text.lead, "<p>为此，制定本方案。</p>");
}

#[test]
fn a_long_line_is_no_heading() {
    let sentence = "甲".repeat(41);
    let (outline, _) =
        read(&format!("一、{sentence}\n二、{sentence}{sentence}。乙。\n三、短\n（1）{sentence}；"));
    let headings: Vec<&str> = outline.text.clauses.iter().map(|clause| &clause.heading[..]).collect();
    assert_eq!(headings, ["", "", "短", ""]);
    assert_eq!(outline.text.clauses[1].body, format!("<p>{sentence}{sentence}。乙。</p>"));
    assert_eq!(outline.text.clauses[3].body, format!("<p>{sentence}；</p>"));
}

#[test]
fn as_issued_marks_are_letters() {
    let (outline, _) = read("一、甲\n* 乙 **丙** <b> | ~~丁~~ & _戊_\n|己|庚|");
    assert_eq!(
        outline.text.clauses[0].body,
        "<p>* 乙 **丙** &lt;b&gt; | ~~丁~~ &amp; _戊_</p>\n<p>|己|庚|</p>"
    );
}

#[test]
fn markdown_headings_decide_depth_and_numbers_go_deeper() {
    let (outline, codes) = read(
        "# 某区实施方案\n\n根据规定，\n制定**本方案**。\n\n## 一、总体要求\n\n## 二、重点任务 {#tasks}\n\n\
         **（一）主要目标。**正文**“甲”**乙。\n\n1. 培育企业。健全机制。〔责任单位：区甲局、\n区乙局等〕\n\n\
         | a | b |\n|---|---|\n| 1. x | y |\n\n2.**招引企业**：正文\n- **责任单位：** 区丙局\n\n## 主要指标\n\n### 指标一\n\n正文\n\n\
         附件：\n1. [甲表](files/a.xlsx)\n2. 乙表\n",
    );
    assert_eq!(codes, [""; 0]);
    assert_eq!(outline.text.lead, "<p>根据规定，制定<strong>本方案</strong>。</p>");
    assert_eq!(
        shape(&outline),
        [
            "Other 一 总体要求",
            "Part 二 重点任务",
            "Section 二(一) 主要目标",
            "Task 二(一)1 培育企业",
            "Task 二(一)2 招引企业",
            "Part 主要指标 主要指标",
            "Other 主要指标/指标一 指标一",
        ]
    );
    let anchors: Vec<&str> = outline.text.clauses.iter().map(|clause| &clause.anchor[..]).collect();
    assert_eq!(anchors, ["c-1", "tasks", "c-2-1", "c-2-1-1", "c-2-1-2", "c-h1", "c-h1-1"]);
    let clauses = &outline.text.clauses;
    assert_eq!(clauses[2].body, "<p>正文<strong>“甲”</strong>乙。</p>");
    assert!(clauses[3].body.starts_with("<p>健全机制。</p>\n<table>"), "{}", clauses[3].body);
    assert_eq!(clauses[3].tails[0].names[1].name, "区乙局");
    assert_eq!(clauses[4].body, "<p>正文</p>");
    assert_eq!(clauses[4].tails[0].names[0].name, "区丙局");
    assert_eq!(outline.attachments.iter().map(|a| &a.name[..]).collect::<Vec<_>>(), ["甲表", "乙表"]);
}

#[test]
fn a_heading_inside_bold_keeps_its_marks_paired() {
    let (outline, _) =
        read("## 任务\n\n**2.“双倍增”**工作，依托**《方案》**推进。**正文**。\n\n**3.甲。乙。**丙");
    let clauses = &outline.text.clauses;
    assert_eq!(clauses[1].heading, "“双倍增”工作，依托《方案》推进");
    assert_eq!(clauses[1].body, "<p><strong>正文</strong>。</p>");
    assert_eq!((&clauses[2].heading[..], &clauses[2].body[..]), ("甲", "<p><strong>乙。</strong>丙</p>"));
}

#[test]
fn numbers_that_jump_or_repeat_are_warned_of() {
    let (outline, codes) = read("一、甲\n1.乙。\n2.丙。\n4.丁。\n二、戊\n5.己。\n二、庚\n1.辛。");
    assert_eq!(codes, ["text/number-jump", "text/same-number"]);
    let last = outline.text.clauses.last().expect("a clause");
    assert_eq!((&last.path[..], &last.anchor[..]), ("二-21", "c-2-2-1"));
    let (outline, codes) = read("## 甲 {#x}\n## 乙 {#x}");
    assert_eq!(codes, ["text/same-anchor"]);
    assert_eq!(outline.text.clauses[1].anchor, "x-2");
    assert_eq!(outline.text.clauses[1].path, "乙");
}

#[test]
fn a_bracket_left_open_stays_in_the_text() {
    let (outline, codes) = read("一、甲\n1.乙。正文。〔责任单位:区甲局");
    assert_eq!(codes, ["text/open-bracket"]);
    assert_eq!(outline.text.clauses[1].body, "<p>正文。〔责任单位：区甲局</p>");
}

#[test]
fn an_annex_after_the_list_is_no_clause() {
    let (outline, _) = read("一、甲\n二、乙\n附件：细则\n三、丙\n附注。\n");
    assert_eq!(shape(&outline), ["Other 一 甲", "Other 二 乙", "Other 三 丙"]);
    let (outline, _) = read("一、甲\n二、乙\n附件：细则\n附件\n一、子\n二、丑\n三、寅\n");
    assert_eq!(shape(&outline), ["Other 一 甲", "Other 二 乙"]);
    assert_eq!(outline.text.tail, "<p>附件</p>\n<p>一、子</p>\n<p>二、丑</p>\n<p>三、寅</p>");
}

#[test]
fn empty_and_strange_texts_are_read() {
    for text in ["", "\n\n", "#", "一、", "（责任单位：", "| |", "附件：", "：", "**一、**", "1.\n1.\n1."]
    {
        for written in [Written::Auto, Written::AsIssued, Written::Markdown] {
            read_as(text, written);
        }
    }
}

#[test]
fn long_and_hostile_texts_take_linear_time() {
    let started = std::time::Instant::now();
    for unit in [
        "1.甲。乙。（责任单位：区甲局）\n",
        "（（（〔",
        "（责任单位：",
        "（责任单位：甲局）",
        "**“甲”**乙 *a **b ",
        "[甲](",
        "附件：1.a 2.b ",
        "甲\n",
        "# 甲\n",
        "一、甲\n（一）乙\n1.丙\n",
        "。。（a）",
    ] {
        let text = unit.repeat(60_000 / unit.len());
        for written in [Written::AsIssued, Written::Markdown] {
            read_as(&text, written);
        }
        html(Piece { file: FileId(0), offset: 0, text: &text }, 1, &mut Diagnostics::new());
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

/// All text of an outline, in order, without tags.
fn all_text(outline: &Outline) -> String {
    let mut all = String::new();
    if let Some(head) = &outline.text.head {
        all += &head.title.concat();
        all += &[&head.addressees[..], &head.body, &head.signature, &head.date, &head.note].concat();
    }
    all += &outline.text.lead;
    for clause in &outline.text.clauses {
        all += &clause.heading;
        all += &clause.body;
    }
    all += &outline.attachments.iter().map(|entry| &entry.name[..]).collect::<String>();
    all + &outline.text.tail
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn nothing_makes_it_panic(parts in prop::collection::vec(prop::sample::select(vec![
        "一、", "（一）", "1.", "(1)", "第一条 ", "①", "\n", "\n\n", "。", "；", "：", ":", "（", "）", "(", ")", "〔", "〕",
        "责任单位", "牵头", "等", "、", "，", "附件", "附件：", "附件1", "各单位", "2023年1月1日", "通知", "方案", "**", "*",
        "__", "_", "`", "```", "#", "## ", "|", "- ", "> ", "<!--", "-->", "<b>", "[", "](", "](javascript:x)", "!",
        "{#a}", "甲", "乙局", "word", " ", "　", "\t", "\\", "\u{1}", "\u{3}", "😀", "\r\n", "\u{feff}", "1", "０",
    ]), 0..60)) {
        let text = parts.concat();
        for written in [Written::Auto, Written::AsIssued, Written::Markdown] {
            read_as(&text, written);
        }
        html(Piece { file: FileId(0), offset: 7, text: &text }, 1, &mut Diagnostics::new());
    }

    #[test]
    fn any_text_at_all_is_read(text in "\\PC{0,80}") {
        for written in [Written::AsIssued, Written::Markdown] {
            read_as(&text, written);
        }
    }

    /// Characters of a text as issued come out once each and in order, apart from numbers.
    #[test]
    fn no_text_is_lost(lines in prop::collection::vec((
        prop::sample::select(vec!["", "一、", "（二）", "3.", "(4)", "①", "第五条 ", "　　"]),
        "[天地玄黄宇宙洪荒（），：。“”a-c\\*\\|<&]{1,60}",
    ), 1..20)) {
        let text: String = lines.iter().map(|(number, text)| format!("{number}{text}\n")).collect();
        let said: String = lines.iter().map(|(_, text)| &text[..]).collect();
        let (outline, _) = read_as(&text, Written::AsIssued);
        let chinese = |text: &str| text.chars().filter(|&c| ('\u{4e00}'..'\u{9fff}').contains(&c)).collect::<String>();
        prop_assert_eq!(chinese(&all_text(&outline)), chinese(&said));
    }

    /// So do those of Markdown, whatever its marks.
    #[test]
    fn no_text_of_markdown_is_lost(parts in prop::collection::vec(prop::sample::select(vec![
        "天", "地", "玄", "黄。", "，", "“宇”", "**", "*", "\n", "\n\n", "## ", "- ", "（一）", "1. ", "word", " ",
    ]), 1..40)) {
        let text = format!("## 始\n{}", parts.concat());
        let (outline, _) = read_as(&text, Written::Markdown);
        let count = |text: &str| text.chars().filter(|c| "天地玄黄宇".contains(*c)).count();
        prop_assert_eq!(count(&all_text(&outline)), count(&text));
    }
}
