//! What every chart owes: well-formed markup, labels that keep apart, nothing that is not a number.

use super::place::Area;
use super::*;
use crate::model::{Language, Month};
use proptest::prelude::*;

const FORMS: [Form; 2] = [Form::Wide, Form::Narrow];

fn month(year: i32, month: i32) -> Month {
    Month::new(year, month)
}

fn goal(year: i32, value: f64) -> Goal {
    let promise = format!("超过{value}家");
    Goal { month: month(year, 12), value, date: format!("{year}年底"), promise }
}

fn figure(at: Month, value: f64) -> Actual {
    Actual { month: at, value, hollow: false, note: None }
}

/// 60 months, 18 figures, two targets: the sample of the design.
fn sample() -> Line {
    let values = [101, 102, 103, 105, 105, 107, 108, 110, 111, 113, 114, 117, 118, 120, 122, 124, 126, 128];
    Line {
        caption: Caption {
            title: "高新技术企业：计划路径与实际".into(),
            description: "截至2024年6月底，高新技术企业128家；按序时进度折算应达130家，少2家，略有滞后。"
                .into(),
            example: Some("示例".into()),
        },
        language: Language::Chinese,
        unit: "家".into(),
        every: 1,
        baseline: Some((month(2022, 12), 100.0)),
        plan: vec![(month(2022, 12), 100.0), (month(2025, 12), 160.0), (month(2027, 12), 200.0)],
        plan_label: "计划路径".into(),
        actual: values
            .iter()
            .enumerate()
            .map(|(i, &v)| figure(Month(month(2023, 1).0 + i as i32), v.into()))
            .collect(),
        actual_label: "128家，2024年6月".into(),
        targets: vec![goal(2025, 160.0), goal(2027, 200.0)],
    }
}

/// The cases that break label placement elsewhere.
fn hostile() -> Vec<(&'static str, Line)> {
    let change = |name, change: fn(&mut Line)| {
        let mut line = sample();
        change(&mut line);
        (name, line)
    };
    vec![
        ("sample", sample()),
        change("close targets", |l| {
            l.targets = (0..3)
                .map(|i| Goal { month: Month(month(2025, 12).0 + i), ..goal(2025, 160.0 + f64::from(i)) })
                .collect();
        }),
        change("value at target", |l| l.actual.push(figure(month(2025, 12), 160.0))),
        change("long labels", |l| {
            l.actual_label = "一百二十八家".repeat(7);
            l.targets[1].promise = "超过二百家并保持".repeat(5);
            l.targets[0].date = "二〇二五年十二月底".repeat(5);
            l.plan_label = "计划路径".repeat(10);
            l.unit = "微克/立方米".repeat(7);
        }),
        change("negative", |l| {
            l.actual.iter_mut().for_each(|a| a.value -= 118.5);
            l.plan.iter_mut().for_each(|p| p.1 -= 118.5);
            l.baseline = None;
            l.targets.iter_mut().for_each(|t| t.value -= 118.5);
        }),
        change("huge", |l| {
            l.actual.iter_mut().for_each(|a| a.value *= 860.0);
            l.plan.iter_mut().for_each(|p| p.1 *= 860.0);
            l.baseline = Some((month(2022, 12), 86_000.0));
            l.targets.iter_mut().for_each(|t| t.value *= 860.0);
        }),
        change("decimals", |l| {
            l.actual.iter_mut().for_each(|a| a.value /= 300.0);
            l.plan.iter_mut().for_each(|p| p.1 /= 300.0);
            l.baseline = None;
            l.targets.iter_mut().for_each(|t| t.value /= 300.0);
        }),
        change("single figure", |l| l.actual.truncate(1)),
        change("single figure and nothing else", |l| {
            l.actual.truncate(1);
            (l.baseline, l.plan, l.targets) = (None, Vec::new(), Vec::new());
        }),
        change("no figures", |l| l.actual.clear()),
        change("no baseline", |l| (l.baseline, l.plan) = (None, Vec::new())),
        change("one target", |l| l.targets.truncate(1)),
        change("ten targets", |l| {
            l.targets = (0..10).map(|i| goal(2023 + i, 105.0 + 10.0 * f64::from(i))).collect()
        }),
        change("flat", |l| l.plan.iter_mut().for_each(|p| p.1 = 100.0)),
        change("downwards", |l| {
            l.plan = vec![(month(2022, 12), 200.0), (month(2027, 12), 100.0)];
            l.baseline = Some((month(2022, 12), 200.0));
            l.actual.iter_mut().for_each(|a| a.value = 300.0 - a.value);
            l.targets = vec![goal(2025, 140.0), goal(2027, 100.0)];
        }),
        change("all equal", |l| {
            l.plan.iter_mut().for_each(|p| p.1 = 95.0);
            l.actual.iter_mut().for_each(|a| a.value = 95.0);
            l.baseline = Some((month(2022, 12), 95.0));
            l.targets.iter_mut().for_each(|t| t.value = 95.0);
        }),
        change("English", |l| {
            l.language = Language::English;
            l.actual_label = "128 firms, June 2024".into();
        }),
    ]
}

/// Tags are closed in order, attributes quoted, ids there where the root says.
fn well_formed(svg: &str, id: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some((text, after)) = rest.split_once('<') {
        if text.contains('>') || text.replace("&amp;", "").replace("&lt;", "").contains("& ") {
            return Err(format!("stray mark in text: {text}"));
        }
        let (tag, after) = after.split_once('>').ok_or("a tag that does not end")?;
        rest = after;
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        if tag.matches('"').count() % 2 == 1 {
            return Err(format!("odd quotes in {tag}"));
        }
        if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap_or(tag));
        }
    }
    if !open.is_empty() || !rest.is_empty() {
        return Err(format!("left open: {open:?} {rest}"));
    }
    for part in ["-t\"", "-d\""] {
        if !svg.contains(&format!("id=\"{id}{part}")) {
            return Err(format!("no id {id}{part}"));
        }
    }
    if svg.contains("NaN") || svg.contains("inf") {
        return Err("not a number".to_owned());
    }
    Ok(())
}

fn apart(areas: &[Area], (width, height): (f64, f64)) -> Result<(), String> {
    for (position, area) in areas.iter().enumerate() {
        if area.left < -1.0 || area.right > width + 1.0 || area.top < -1.0 || area.bottom > height + 1.0 {
            return Err(format!("{area:?} leaves the sheet"));
        }
        if let Some(other) = areas[position + 1..].iter().find(|other| other.meets(area)) {
            return Err(format!("{area:?} overlaps {other:?}"));
        }
    }
    Ok(())
}

#[test]
fn labels_of_lines_keep_apart_and_on_the_sheet() {
    for (name, line) in hostile() {
        for form in FORMS {
            let (sheet, areas) = line.draw(form, None);
            let checked = apart(&areas, (sheet.width, sheet.height));
            assert!(checked.is_ok(), "{name}, {form:?}: {checked:?}");
            let checked = well_formed(&line.svg(form, "x", &Ink::Classes), "x");
            assert!(checked.is_ok(), "{name}, {form:?}: {checked:?}");
        }
    }
}

#[test]
fn the_sample_says_everything_in_both_forms_and_is_small() {
    for form in FORMS {
        let svg = sample().svg(form, "hte", &Ink::Classes);
        assert!(svg.len() < 3_000, "{}", svg.len());
        for word in
            ["128家，2024年6月", "2022年底", "2025年底", "2027年底", "计划路径", ">示例<", "（示例）</desc>"]
        {
            assert!(svg.contains(word), "{form:?} lacks {word}");
        }
        assert!(svg.contains("aria-labelledby=\"hte-t hte-d\""));
        assert!(!svg.contains('#') && !svg.contains("var("), "colours belong to the style sheet");
    }
    assert!(sample().svg(Form::Wide, "x", &Ink::Classes).contains("viewBox=\"0 0 720 320\""));
    assert!(sample().svg(Form::Narrow, "x", &Ink::Classes).contains("viewBox=\"0 0 360 300\""));
}

#[test]
fn a_gap_breaks_the_line() {
    let strokes = |line: &Line| {
        let svg = line.svg(Form::Wide, "x", &Ink::Classes);
        let path =
            svg.split_once("c-actual\"><path d=\"").map(|(_, rest)| rest.split('"').next().unwrap_or(""));
        path.unwrap_or("").matches('M').count()
    };
    let mut line = sample();
    assert_eq!(strokes(&line), 1);
    line.actual.remove(8);
    assert_eq!(strokes(&line), 2);
    line.every = 3;
    assert_eq!(strokes(&line), 1);
}

#[test]
fn order_of_figures_does_not_matter() {
    let mut line = sample();
    line.actual.reverse();
    line.targets.reverse();
    for form in FORMS {
        assert_eq!(line.svg(form, "x", &Ink::Classes), sample().svg(form, "x", &Ink::Classes));
    }
}

#[test]
fn literal_ink_stands_alone() {
    let svg = sample().svg(Form::Wide, "x", &Ink::Literal(Box::default()));
    assert!(svg.contains("xmlns=\"http://www.w3.org/2000/svg\"") && svg.contains("#A8171C"), "{svg}");
    for word in ["var(", "<text", "class=\"c-", "font-", "128家，2024年6月<"] {
        assert!(!svg.contains(word), "{word}: {svg}");
    }
    assert!(svg.len() < 40_000, "{}", svg.len());
    let checked = well_formed(&svg, "x");
    assert!(checked.is_ok(), "{checked:?}");
}

fn townships(count: usize) -> Bars {
    let names =
        ["高笋塘街道", "万州经开区经济发展局", "恒合土家族乡", "万州区人力资源和社会保障局", "柱山乡"];
    let rows = (0..count).map(|i| Row {
        name: names[i % 5].into(),
        value: (i != 1).then_some((i * 7 % 12) as f64),
        label: (i * 7 % 12).to_string(),
        target: (i % 4 != 3).then_some((i * 5 % 13) as f64),
    });
    let description = "55个单位中54个已报。".into();
    let caption = Caption { title: "乡镇（街道）".into(), description, example: Some("示例".into()) };
    Bars { caption, target_label: "2024年目标".into(), rows: rows.collect() }
}

#[test]
fn bars_of_all_townships_are_small_and_legible() {
    for form in FORMS {
        let bars = townships(55);
        let svg = bars.svg(form, "b", &Ink::Classes);
        assert!(svg.len() < 12_000, "{}", svg.len());
        let (sheet, areas) = bars.draw(form, None);
        assert_eq!(areas.len(), 112, "two words a row, and two above");
        let checked = apart(&areas, (sheet.width, sheet.height)).and_then(|()| well_formed(&svg, "b"));
        assert!(checked.is_ok(), "{form:?}: {checked:?}");
    }
}

#[test]
fn missing_is_no_bar_and_not_zero() {
    let mut bars = townships(2);
    bars.rows.iter_mut().for_each(|row| row.target = None);
    let svg = bars.svg(Form::Wide, "b", &Ink::Classes);
    assert!(svg.contains(">—<") && svg.contains(">0<") && !svg.contains("c-bar"), "{svg}");
    bars.rows[1].value = Some(0.01);
    bars.rows[0].value = Some(90.0);
    assert!(bars.svg(Form::Wide, "b", &Ink::Classes).contains("c-bar"));
}

fn months(count: i32) -> Strip {
    let families =
        [Family::OnSchedule, Family::Ahead, Family::SlightlyBehind, Family::Behind, Family::Neutral];
    let cells = (0..count).map(|i| Cell {
        month: Month(month(2022, 11).0 + i),
        family: (i % 7 != 6).then_some(families[(i % 5) as usize]),
        title: "达进度".into(),
    });
    let caption =
        Caption { title: "各月".into(), description: "略".into(), example: Some("示例".into()) };
    Strip { caption, language: Language::Chinese, cells: cells.collect() }
}

#[test]
fn a_strip_shows_a_shape_a_month_and_nothing_for_none() {
    for form in FORMS {
        for count in [1, 6, 18, 60, 80] {
            let svg = months(count).svg(form, "s", &Ink::Classes);
            let shapes = svg.matches("<title>").count() as i32;
            assert_eq!(shapes, count - count / 7, "{count} {form:?}");
            let (sheet, areas) = months(count).draw(form, None);
            let checked = apart(&areas, (sheet.width, sheet.height)).and_then(|()| well_formed(&svg, "s"));
            assert!(checked.is_ok(), "{count} {form:?}: {checked:?}");
        }
    }
}

fn track(baseline: f64, target: f64, actual: f64, due: f64) -> Track {
    Track {
        caption: Caption { title: "高新技术企业".into(), description: "128家".into(), example: None },
        baseline: (baseline, format!("2022年 {baseline}")),
        target: (target, format!("{target}")),
        actual: Some(actual),
        due: Some((due, format!("应达 {due}"))),
    }
}

#[test]
fn a_track_is_as_long_as_what_was_attained() {
    let bar = |track: Track| {
        let svg = track.svg(Form::Narrow, "t", &Ink::Classes);
        let (_, rest) = svg.split_once("c-bar\"><path d=\"M0,7h")?;
        rest.split('v').next().map(str::to_owned)
    };
    assert_eq!(bar(track(100.0, 200.0, 128.0, 130.0)).as_deref(), Some("100.8"));
    assert_eq!(bar(track(200.0, 100.0, 150.0, 130.0)).as_deref(), Some("180"));
    assert_eq!(bar(track(100.0, 200.0, 900.0, 130.0)).as_deref(), Some("360"));
    assert_eq!(bar(track(100.0, 200.0, 90.0, 130.0)), None);
    assert_eq!(track(100.0, 100.0, 90.0, 100.0).svg(Form::Wide, "t", &Ink::Classes), "");
    for due in [100.0, 101.0, 110.0, 150.0, 190.0, 199.0, 200.0, 300.0] {
        for example in [None, Some("示例".to_owned())] {
            let mut track = track(100.0, 200.0, 128.0, due);
            track.caption.example = example;
            for form in FORMS {
                let (sheet, areas) = track.draw(form, None).expect("a length");
                let checked = apart(&areas, (sheet.width, sheet.height));
                assert!(checked.is_ok(), "{due} {form:?}: {checked:?}");
            }
        }
    }
}

#[test]
fn a_ring_has_an_arc_for_each_share() {
    let ring = |due, attained| {
        let caption = Caption { title: "进度".into(), description: "略".into(), example: None };
        Ring { caption, due, attained }.svg("r", &Ink::Classes)
    };
    let svg = ring(Some(0.3), 0.25);
    assert!(svg.contains("A46,46 0 0 1 106.00,60.00") && svg.contains("c-due"), "{svg}");
    assert!(svg.len() < 600 && well_formed(&svg, "r").is_ok(), "{svg}");
    let caption = Caption { example: Some("<示例>".into()), ..Caption::default() };
    let svg = Ring { caption, due: None, attained: 0.5 }.svg("r", &Ink::Classes);
    assert!(svg.contains(">&lt;示例&gt;</text>"), "{svg}");
    assert!(!ring(None, 0.0).contains("c-attained"));
    assert!(!ring(Some(f64::NAN), 2.0).contains("NaN"));
}

#[test]
fn hostile_names_stay_text() {
    let evil = "<script>alert('\"&')</script>\u{0}";
    let mut line = sample();
    line.caption = Caption { title: evil.into(), description: evil.into(), example: Some(evil.into()) };
    (line.unit, line.plan_label, line.actual_label) = (evil.into(), evil.into(), evil.into());
    line.targets[0].date = evil.into();
    line.actual[3].note = Some(evil.into());
    let mut bars = townships(3);
    bars.rows[0].name = evil.into();
    bars.rows[0].label = evil.into();
    bars.target_label = evil.into();
    let mut strip = months(3);
    strip.cells[0].title = evil.into();
    let mut track = track(1.0, 2.0, 1.5, 1.5);
    track.baseline.1 = evil.into();
    let palette = Palette { ink: "red\"></g><script>".into(), ..Palette::default() };
    let literal = Ink::Literal(Box::new(Paint { palette, ..Paint::default() }));
    for form in FORMS {
        for svg in [
            line.svg(form, "e", &Ink::Classes),
            line.svg(form, "e", &literal),
            bars.svg(form, "e", &Ink::Classes),
            strip.svg(form, "e", &Ink::Classes),
            track.svg(form, "e", &Ink::Classes),
        ] {
            assert!(!svg.contains("<script") && !svg.contains('\0'), "{svg}");
        }
        let checked = well_formed(&line.svg(form, "e", &Ink::Classes), "e");
        assert!(checked.is_ok(), "{checked:?}");
    }
    assert!(sample().svg(Form::Wide, "a b\"><x", &Ink::Classes).contains("id=\"a-b&quot;&gt;&lt;x-t\""));
}

fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![4 => -1e6..1e6_f64, 1 => any::<f64>(), 2 => Just(100.0)]
}

fn any_month() -> impl Strategy<Value = Month> {
    prop_oneof![6 => (24_000..24_400_i32).prop_map(Month), 1 => any::<i32>().prop_map(Month)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_line_is_drawn(
        plan in prop::collection::vec((any_month(), any_value()), 0..6),
        actual in prop::collection::vec((any_month(), any_value(), any::<bool>()), 0..40),
        targets in prop::collection::vec((any_month(), any_value(), "\\PC{0,40}"), 0..12),
        baseline in prop::option::of((any_month(), any_value())),
        label in "\\PC{0,40}",
        every in -2..13_i32,
    ) {
        let line = Line {
            baseline, plan, every,
            actual: actual.into_iter().map(|(month, value, hollow)| Actual { month, value, hollow, note: None }).collect(),
            targets: targets.into_iter()
                .map(|(month, value, promise)| Goal { month, value, date: label.clone(), promise }).collect(),
            actual_label: label.clone(),
            ..sample()
        };
        for form in FORMS {
            let svg = line.svg(form, "x", &Ink::Classes);
            let (sheet, areas) = line.draw(form, None);
            prop_assert_eq!(apart(&areas, (sheet.width, sheet.height)), Ok(()));
            // Hostile labels may spell anything, so only the coordinates are searched.
            prop_assert!(!svg.contains("\"NaN") && !svg.contains(",NaN") && !svg.contains("\"inf"));
            prop_assert_eq!(line.svg(form, "x", &Ink::Classes), svg);
        }
    }

    #[test]
    fn any_bars_strip_track_and_ring_are_drawn(
        rows in prop::collection::vec(("\\PC{0,40}", prop::option::of(any_value()), prop::option::of(any_value())), 0..20),
        cells in prop::collection::vec((any_month(), any::<bool>()), 0..30),
        ends in (any_value(), any_value(), any_value(), any_value()),
        label in "\\PC{0,40}",
    ) {
        let mut bars = townships(0);
        bars.rows = rows.into_iter().map(|(name, value, target)| Row { name, value, label: label.clone(), target }).collect();
        let mut strip = months(0);
        strip.cells = cells.into_iter()
            .map(|(month, due)| Cell { month, family: due.then_some(Family::Behind), title: label.clone() }).collect();
        let track = track(ends.0, ends.1, ends.2, ends.3);
        let ring = Ring { caption: Caption::default(), due: Some(ends.0), attained: ends.1 };
        for form in FORMS {
            for svg in [
                bars.svg(form, "x", &Ink::Classes),
                strip.svg(form, "x", &Ink::Classes),
                track.svg(form, "x", &Ink::Classes),
                ring.svg("x", &Ink::Classes),
            ] {
                prop_assert!(!svg.contains("\"NaN") && !svg.contains(",NaN") && !svg.contains("hNaN"));
            }
        }
    }
}
