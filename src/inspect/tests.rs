//! Cases for the rules that compute: check digits, runs of digits, working days, promises, marks.

use super::check_digit::{Wrong, citizen, credit, fault, luhn, organisation};
use super::digits::runs;
use super::documents::year;
use super::pages::{Page, read, resolve};
use super::personal::kind;
use super::placeholders;
use super::promises::promise;
use super::punctuation::between_chinese;
use super::tags::{is_domain, is_id_code, is_placeholder, same_site, share};
use super::texts::Line;
use super::watched::places;
use super::{attachments, workdays};
use crate::model::{Place, WatchedWord, parse_date};

#[test]
fn real_prefixes_of_index_numbers_pass() {
    let real = [
        "11500101008630031F",
        "11500101008630162B",
        "115001020086700333",
        "11500383009338112H",
        "11500104009286420B",
        "11500103009283772K",
        // Of other provinces.
        "1134160073302996XP",
        "11330600002577014T",
        "009315877",
    ];
    for code in real {
        assert_eq!(fault(code), None, "{code}");
    }
}

#[test]
fn a_wrong_place_of_a_code_is_found_wherever_it_is() {
    let right = "11500101008630031F";
    for at in 0..17 {
        let old = right.as_bytes()[at] as char;
        let new = if old == '7' { '8' } else { '7' };
        let mut wrong = right.to_string();
        wrong.replace_range(at..=at, &new.to_string());
        assert!(fault(&wrong).is_some(), "{wrong}");
    }
    assert_eq!(fault("11500101008630031E"), Some(Wrong { expected: 'F', found: 'E' }));
    assert_eq!(fault("009315878"), Some(Wrong { expected: '7', found: '8' }));
    // The check digit of the whole is right, that of the organisation inside is not.
    let inner = "1150010100863003";
    for digit in "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().filter(|digit| *digit != '1') {
        let first = format!("{inner}{digit}");
        let code = format!("{first}{}", credit(&first).unwrap());
        assert_eq!(fault(&code), Some(Wrong { expected: '1', found: digit }), "{code}");
    }
}

#[test]
fn what_has_not_the_form_of_a_code_is_not_judged() {
    for other in [
        "",
        "6107280000",
        "WA1304001-2024-002",
        "11500101008630031I",
        "5001O1001",
        "500101",
        "１1500101008630031F",
    ] {
        assert_eq!(fault(other), None, "{other}");
    }
    assert_eq!((organisation("0093158"), organisation("0093158甲"), credit("1150")), (None, None, None));
}

#[test]
fn check_digits_of_citizens_and_cards() {
    // The example of GB 11643, and others computed by its rule.
    let cases = [("11010519491231002", 'X'), ("44052418800101001", '4'), ("11010119900307003", '8')];
    for (number, digit) in cases {
        assert_eq!(citizen(number), Some(digit), "{number}");
    }
    assert_eq!(citizen("1101051949123100"), None);
    for (number, right) in [
        ("79927398713", true),
        ("79927398710", false),
        ("4111111111111111", true),
        ("", false),
        ("4a", false),
    ] {
        assert_eq!(luhn(number), right, "{number}");
    }
}

#[test]
fn personal_numbers_are_told_from_others() {
    let cases = [
        ("身份证11010519491231002X。", Some(("inspect/identity-card", "1101************2X"))),
        ("身份证１１０１０５１９４９１２３１００２Ｘ", Some(("inspect/identity-card", "1101************2X"))),
        ("11010519491231002x", Some(("inspect/identity-card", "1101************2X"))),
        // A wrong check digit, no day, no province.
        ("110105194912310021", None),
        ("110105194913310025", None),
        ("990105194912310020", None),
        ("电话13812345678", Some(("inspect/mobile", "138****5678"))),
        ("电话138 1234 5678", Some(("inspect/mobile", "138****5678"))),
        ("电话138-1234-5678.", Some(("inspect/mobile", "138****5678"))),
        ("+8613812345678", Some(("inspect/mobile", "138****5678"))),
        ("8613812345678", Some(("inspect/mobile", "138****5678"))),
        ("12012345678", None),
        ("138123456789", None),
        ("023-58123456", None),
        ("40012345678", None),
        ("6222021234567890128", Some(("inspect/bank-card", "6222***********0128"))),
        ("6222021234567890129", None),
        ("1234567812345670", None),
        ("6222 0212 3456 7890 128", Some(("inspect/bank-card", "6222***********0128"))),
        ("110105 19491231 002X", Some(("inspect/identity-card", "1101************2X"))),
        // Two numbers beside each other, and groups that make none.
        ("2024-07-15 13812345678", Some(("inspect/mobile", "138****5678"))),
        ("135 142 18000", None),
        ("2024-07-15 1013 812", None),
        // Part of an address, of a code or of a decimal.
        ("https://example.gov.cn/t13812345678", None),
        ("id=13812345678", None),
        ("0.13812345678", None),
        ("11500101008630031F/2023-00071", None),
        ("2023-06-28 2024-07-15", None),
    ];
    for (line, expected) in cases {
        let found = runs(line).iter().find_map(kind);
        let found = found.as_ref().map(|(entry, shown)| (entry.code, shown.as_str()));
        assert_eq!(found, expected, "{line}");
    }
}

#[test]
fn numbers_that_stand_side_by_side_are_each_found() {
    let line = "110101199003070038 13812345678 139-1234-5678";
    let found: Vec<&str> = runs(line).iter().filter_map(kind).map(|(entry, _)| entry.code).collect();
    assert_eq!(found, ["inspect/identity-card", "inspect/mobile", "inspect/mobile"]);
    let spans: Vec<&str> = runs(line).iter().map(|run| &line[run.at..run.at + run.len]).collect();
    assert_eq!(spans, ["110101199003070038", "13812345678", "139-1234-5678"]);
}

#[test]
fn working_days_are_never_too_many() {
    let cases = [
        // Wednesday to Thursday, and over a weekend.
        ("2023-07-19", "2023-07-20", 1),
        ("2023-07-19", "2023-07-19", 0),
        ("2023-07-19", "2023-07-24", 3),
        ("2023-07-20", "2023-07-19", 0),
        // The week of the National Day.
        ("2023-09-28", "2023-10-09", 1),
        // Over the Spring Festival of 2024, 10 to 17 February: four weekdays are in doubt.
        ("2024-02-08", "2024-02-19", 1),
        ("2024-04-30", "2024-05-06", 1),
    ];
    for (from, to, days) in cases {
        let found = workdays::at_least(parse_date(from).unwrap(), parse_date(to).unwrap());
        assert_eq!(found, days, "{from} {to}");
    }
}

#[test]
fn promises_are_numbers_with_a_date_and_a_word_that_commits() {
    let cases = [
        ("到2025年，企业突破160家。", Some("160家")),
        ("到2025年，企业超过1,200家。", Some("1,200家")),
        ("力争引进人才300名。", Some("300名")),
        ("每年新增5个以上。", Some("5个")),
        ("到2027年覆盖率达到95%。", Some("95%")),
        ("到2027年，产值达到1.5亿元。", Some("1.5亿元")),
        ("2025年底前建成12公里步道。", Some("12公里")),
        ("到2025年，企业达到80多家。", Some("80多家")),
        ("力争地区生产总值增长5%以上。", Some("5%")),
        ("到2027年，覆盖率达95%。", Some("95%")),
        // Money spent, and a word that only holds the one that commits.
        ("老旧小区改造资金每年安排500万元。", None),
        ("每年向发达地区派出5名干部。", None),
        ("预计到2025年企业达到160家。", None),
        // No date, or no word that commits.
        ("企业突破160家。", None),
        ("到2025年，160家企业参加。", None),
        // What was, what is given, who may ask.
        ("2023年底已完成改造18个小区。", None),
        ("每年对投入超过500万元的企业给予奖励。", None),
        ("每年服务年产值达到2000万元的企业。", None),
        // Not counted: times, ordinals, document numbers.
        ("力争3个月完成。", None),
        ("确保5个工作日内完成。", None),
        ("力争完成第3项任务。", None),
        ("力争完成（2023—2027年）任务。", None),
        ("到2025年底完成。", None),
    ];
    for (text, expected) in cases {
        let found = promise(text, &[]).map(|(at, value)| {
            assert_eq!(&text[at..at + value.len()], value);
            value
        });
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_number_that_an_indicator_knows_is_tracked() {
    let text = "到2025年，企业突破160家、超过1.2万人。到2027年分别超过200家。";
    assert_eq!(promise(text, &[160.0, 12000.0]).map(|(_, value)| value), Some("200家"));
    assert_eq!(promise(text, &[160.0, 1.2, 200.0]), None);
    assert_eq!(promise(text, &[]).map(|(_, value)| value), Some("160家"));
}

#[test]
fn placeholders() {
    let cases = [
        ("联系人：XXX", true, Some("XXX")),
        ("××局", true, Some("××")),
        ("XX镇", true, Some("XX")),
        ("府发〔2024〕X号", true, Some("X")),
        ("内容待补充。", true, Some("待补充")),
        ("TODO：核对", true, Some("TODO")),
        ("Lorem ipsum dolor", true, Some("Lorem ipsum")),
        ("## 测试", true, Some("测试")),
        ("title: 测试", false, Some("测试")),
        ("title: \"测试\"", false, Some("测试")),
        ("检验检测、小试中试和软件测试", true, None),
        ("XXL号、MAXXX、3×4、XX", true, None),
        ("todolist", true, None),
        ("开展5G测试", true, None),
    ];
    for (words, prose, expected) in cases {
        let line = Line { words, start: 0, prose };
        let found = placeholders::find(&line).map(|(at, len)| &words[at..at + len]);
        assert_eq!(found, expected, "{words}");
    }
}

#[test]
fn half_width_marks_between_chinese_characters() {
    let cases: [(&str, &[&str]); 6] = [
        ("打电话,写信", &["话,写"]),
        ("打电话, 写信;再说", &["话, 写", "信;再"]),
        ("1,200家，见 a,b", &[]),
        ("时间:9:00", &[]),
        ("甲，乙：丙", &[]),
        (",甲", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(between_chinese(text), expected, "{text}");
    }
}

#[test]
fn watched_words_but_not_inside_of_longer_ones() {
    let word = WatchedWord {
        word: "登陆".into(),
        instead: String::new(),
        reason: String::new(),
        except: vec!["登陆艇".into()],
        forbidden: false,
        place: Place::default(),
    };
    assert_eq!(places("请登陆，登陆艇，登陆", &word), [3, 24]);
    assert_eq!(places("登陆艇", &word), [0; 0]);
}

#[test]
fn document_numbers() {
    let cases = [
        ("万州府办发〔2023〕28号", Some(("〔2023〕", 2023))),
        ("万州府办发[2023]28号", Some(("[2023]", 2023))),
        ("万州府办发（2023）28号", Some(("（2023）", 2023))),
        ("2023年第28号", None),
        ("府令（第3号）", None),
    ];
    for (number, expected) in cases {
        assert_eq!(year(number).map(|(_, bracketed, year)| (bracketed, year)), expected, "{number}");
    }
}

#[test]
fn attachments_that_are_spoken_of() {
    let found: Vec<u32> =
        attachments::mentions("见附件3，见附件12。见附件。附件4").iter().map(|m| m.1).collect();
    assert_eq!(found, [3, 12]);
}

#[test]
fn tags() {
    for (domain, right) in
        [("www.wz.gov.cn", true), ("wz", false), ("http://a.cn", false), ("a.cn/", false), ("a..cn", false)]
    {
        assert_eq!(is_domain(domain), right, "{domain}");
    }
    for (code, right) in
        [("5001010001", true), ("bm01000001", true), ("bm010000", false), ("50010100", false)]
    {
        assert_eq!(is_id_code(code), right, "{code}");
    }
    let sites = [
        ("www.wz.gov.cn", "www.wz.gov.cn", true),
        ("wz.gov.cn", "kjj.wz.gov.cn", true),
        ("www.qqhr.gov.cn", "www.wz.gov.cn", false),
    ];
    for (domain, host, same) in sites {
        assert_eq!(same_site(domain, host), same, "{domain} {host}");
    }
    let names = [
        ("重庆市万州区人民政府", "万州区政府办公室", true),
        ("齐齐哈尔市人民政府", "万州区政府办公室", false),
        ("Wanzhou", "万州区政府办公室", true),
    ];
    for (name, other, own) in names {
        assert_eq!(share(name, other), own, "{name}");
    }
    assert!(is_placeholder("NULL") && is_placeholder(" 网站名称 ") && !is_placeholder("万州区人民政府"));
}

#[test]
fn addresses_of_a_page() {
    let html = r##"<html id=a><body id="top-1"><a class="x" href="../b/#c&amp;d">e</a><p id="p">&lt;a href="no"&gt;</p>
        <script>if (1 < 2) { document.write('<a href="no">') }</script><img src="//cdn.example.com/x.png" alt="a > b">
        <link rel="canonical" href="https://example.gov.cn/"><link rel="stylesheet" href="https://cdn.example.com/x.css"></body>"##;
    let page = read(html);
    let set = |words: &[&str]| words.iter().map(|word| (*word).to_string()).collect();
    let outside = set(&["//cdn.example.com/x.png", "https://cdn.example.com/x.css"]);
    assert_eq!(page, Page { ids: set(&["top-1", "p"]), links: set(&["../b/#c&d"]), outside });
    let cases = [
        ("../b/#c", "policies/b/index.html", "c"),
        ("#c", "policies/a/index.html", "c"),
        ("x.html?q=1#%E4%B8%80", "policies/a/x.html", "一"),
        ("../../index.html", "index.html", ""),
        ("../../", "index.html", ""),
    ];
    for (link, target, anchor) in cases {
        let found = resolve("policies/a/index.html", link);
        assert_eq!((found.0.as_str(), found.1.as_str()), (target, anchor), "{link}");
    }
}
