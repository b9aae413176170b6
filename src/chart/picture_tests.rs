//! What every chart in a picture owes: it needs nothing from outside, no type is small, lengths are true.

use super::rows::Placed;
use super::*;
use crate::model::Month;
use proptest::prelude::*;

const WIDTH: f64 = COLUMN;

fn stop(year: i32, month: i32, label: &str) -> Stop {
    Stop { month: Month::new(year, month), label: label.into() }
}

fn timeline(stops: Vec<Stop>) -> Timeline {
    let caption =
        Caption {
            title: "高新技术企业".into(), description: "目标".into(), example: Some("示例".into())
        };
    Timeline { caption, from: Some(stop(2022, 12, "2022年")), stops }
}

fn pieces(ratio: f64) -> Pieces {
    let caption = Caption { title: "双倍增".into(), ..Caption::default() };
    Pieces {
        caption, base: (100.0, "2022年".into()), target: (100.0 * ratio, "2027年：两个2022年".into())
    }
}

fn steps(rows: &[(&str, f64, &str)]) -> Steps {
    let row =
        |&(date, value, label): &(&str, f64, &str)| Step { date: date.into(), value, label: label.into() };
    Steps {
        caption: Caption { title: "目标".into(), ..Caption::default() },
        rows: rows.iter().map(row).collect(),
    }
}

fn beads(groups: &[usize]) -> Beads {
    Beads { caption: Caption { title: "任务".into(), ..Caption::default() }, groups: groups.to_vec() }
}

/// The cases of a timeline that break labels elsewhere.
fn crowded() -> Vec<(&'static str, Timeline)> {
    let years = |words: &str| (2023..=2027).map(|y| stop(y, 12, &format!("{y}年 {words}"))).collect();
    vec![
        ("one", timeline(vec![stop(2027, 12, "2027年")])),
        ("no baseline", Timeline { from: None, ..timeline(vec![stop(2027, 12, "2027年")]) }),
        ("two", timeline(vec![stop(2025, 12, "2025年 突破160家"), stop(2027, 12, "2027年")])),
        ("five", timeline(years("160家"))),
        ("five long", timeline(years("超过1200家科技型企业"))),
        ("one year", timeline((7..=12).map(|m| stop(2027, m, &format!("2027年{m}月 突破{m}家"))).collect())),
        ("early", timeline(vec![stop(2023, 1, "2023年1月 突破105家"), stop(2027, 12, "2027年")])),
        ("one month", timeline((0..4).map(|_| stop(2027, 12, "2027年 突破160家")).collect())),
        (
            "one word",
            timeline(vec![stop(2025, 12, &"全区规模以上工业企业".repeat(4)), stop(2027, 12, "2027年")]),
        ),
        ("silent", timeline(vec![stop(2025, 12, ""), stop(2027, 12, " ")])),
    ]
}

fn apart(labels: &[Placed], width: f64) -> Result<(), String> {
    for (position, label) in labels.iter().enumerate() {
        if label.left < -0.01 || label.right > width + 0.01 {
            return Err(format!("{label:?} leaves the sheet"));
        }
        let meets = |other: &&Placed| {
            label.row < other.row + other.lines.len()
                && other.row < label.row + label.lines.len()
                && label.left < other.right
                && other.left < label.right
        };
        if let Some(other) = labels[position + 1..].iter().find(meets) {
            return Err(format!("{label:?} overlaps {other:?}"));
        }
    }
    Ok(())
}

/// It stands alone: no ids, no style sheet, no fonts; type of at least 42 px; nothing that is not a number.
fn owes(piece: &Piece) -> Result<(), String> {
    let Piece { body, width, height, .. } = piece;
    for word in [" id=", "href", "url(", "class=", "<text", "var(", "NaN", "inf", "style="] {
        if body.contains(word) {
            return Err(format!("{word} in {body}"));
        }
    }
    let sizes = body.split(")scale(").skip(1).filter_map(|rest| rest.split(')').next()?.parse::<f64>().ok());
    if let Some(small) = sizes.into_iter().find(|&size| size < 0.0419) {
        return Err(format!("type of {small}"));
    }
    (body.starts_with("<g role=\"img\"><title>") && body.ends_with("</g>") && *width > 0.0 && *height > 0.0)
        .then_some(())
        .ok_or_else(|| body.clone())
}

/// Left edge and width of every rectangle of a piece, in order.
fn rectangles(piece: &Piece) -> Vec<(f64, f64)> {
    let paths = piece
        .body
        .split("\"/>")
        .filter_map(|part| part.split_once(" d=\"").filter(|(before, _)| !before.contains("transform")));
    let shapes: Vec<String> =
        paths.flat_map(|(_, d)| d.split('z').map(str::to_owned).collect::<Vec<_>>()).collect();
    shapes
        .iter()
        .filter_map(|shape| {
            let (left, rest) = shape.strip_prefix('M')?.split_once(',')?;
            let (width, _) = rest.split_once('h')?.1.split_once('v')?;
            Some((left.parse().ok()?, width.parse().ok()?))
        })
        .collect()
}

#[test]
fn labels_of_timelines_keep_apart_and_on_the_sheet() {
    let paint = Paint::default();
    for (name, timeline) in crowded() {
        for width in [WIDTH, 720.0, 432.0] {
            let (sheet, labels) = timeline.draw(width, &paint).expect("a target");
            let checked = apart(&labels, width).and_then(|()| owes(&sheet.piece(&timeline.caption)));
            assert!(checked.is_ok(), "{name}, {width}: {checked:?}");
            assert_eq!(labels.len(), timeline.stops.len() + timeline.from.iter().len());
        }
    }
    assert_eq!(timeline(Vec::new()).piece(WIDTH, &paint), None);
}

#[test]
fn an_ordinary_timeline_takes_one_row_and_a_fuller_one_few() {
    let paint = Paint::default();
    let rows = |name: &str| {
        let (_, timeline) = crowded().into_iter().find(|(it, _)| *it == name).expect("a case");
        let (_, labels) = timeline.draw(WIDTH, &paint).expect("a target");
        labels.iter().map(|label| label.row + label.lines.len()).max()
    };
    assert_eq!(rows("one"), Some(1));
    assert_eq!(rows("two"), Some(1));
    assert_eq!(rows("five"), Some(3));
}

#[test]
fn an_open_dot_is_interim_and_a_full_one_the_goal() {
    let paint = Paint::default();
    let body = timeline(vec![stop(2025, 12, "2025年"), stop(2027, 12, "2027年")])
        .piece(WIDTH, &paint)
        .expect("a target")
        .body;
    assert_eq!(body.matches("<circle").count(), 3);
    assert!(body.contains("cx=\"908\" cy=\"28\" r=\"28\""), "the goal ends at the margin: {body}");
    assert!(body.contains("<title>高新技术企业</title><desc>目标（示例）</desc>"));
}

#[test]
fn the_target_is_as_long_as_it_is_many() {
    let paint = Paint::default();
    for ratio in [0.3, 0.6, 1.2, 1.25, 1.6, 2.0, 2.5, 3.5, 6.0, 11.7, 24.0] {
        let piece = pieces(ratio).piece(WIDTH, &paint).expect("a ratio");
        assert!(owes(&piece).is_ok());
        let found = rectangles(&piece);
        let (base, target) = (found[0].1, found[1..].iter().map(|(_, width)| width).sum::<f64>());
        assert!((target / base - ratio).abs() < 0.01, "{ratio}: {base} {target}");
        assert_eq!(found.len() - 1, ratio.ceil() as usize);
        assert!(found.iter().all(|(left, width)| left + width <= WIDTH + 0.1));
    }
    assert_eq!(rectangles(&pieces(2.004).piece(WIDTH, &paint).expect("a ratio")).len(), 3, "no sliver");
    for ratio in [0.0, -1.0, f64::NAN, f64::INFINITY, 25.0] {
        assert_eq!(pieces(ratio).piece(WIDTH, &paint), None, "{ratio}");
    }
    let nothing = Pieces { base: (0.0, String::new()), ..pieces(2.0) };
    assert_eq!(nothing.piece(WIDTH, &paint), None);
}

#[test]
fn steps_are_measured_from_zero() {
    let paint = Paint::default();
    let piece =
        steps(&[("2025年", 160.0, "160家"), ("2027年", 200.0, "200家")]).piece(WIDTH, &paint).expect("bars");
    let found = rectangles(&piece);
    assert!((found[0].1 / found[1].1 - 0.8).abs() < 0.001 && found[0].0 == found[1].0, "{found:?}");
    for rows in [
        &[("“十四五”规划期末", 1200.0, "超过1200家科技型企业"), ("2027年", 1600.0, "1600家")][..],
        &[("2025年", f64::NAN, "—"), ("2027年", 9e99, "很多"), ("2026年", -1.0, "")],
    ] {
        let checked = owes(&steps(rows).piece(WIDTH, &paint).expect("bars"));
        assert!(checked.is_ok(), "{checked:?}");
    }
    assert_eq!(steps(&[("2025年", 0.0, "0")]).piece(WIDTH, &paint), None);
    assert_eq!(steps(&[]).piece(WIDTH, &paint), None);
}

#[test]
fn a_bead_is_a_task() {
    let paint = Paint::default();
    for groups in [&[3][..], &[4, 4, 3, 1], &[0, 12], &[8, 10, 6, 5, 11], &[1; 30], &[200, 137], &[2_000]] {
        let piece = beads(groups).piece(WIDTH, &paint).expect("tasks");
        let found = rectangles(&piece);
        assert_eq!(found.len(), groups.iter().sum::<usize>());
        assert!(found.iter().all(|(left, side)| left + side <= WIDTH && *side == found[0].1), "{groups:?}");
        assert!(owes(&piece).is_ok());
    }
    for groups in [&[][..], &[0], &[2_001], &[usize::MAX, 2]] {
        assert_eq!(beads(groups).piece(WIDTH, &paint), None);
    }
}

#[test]
fn a_letter_that_no_font_has_is_reported() {
    let piece = timeline(vec![stop(2027, 12, "龘镇")]).piece(WIDTH, &Paint::default()).expect("a target");
    assert_eq!(piece.missing.into_iter().collect::<String>(), "龘");
    let piece = timeline(vec![stop(2027, 12, "瀼渡镇")]).piece(WIDTH, &Paint::default()).expect("a target");
    assert!(piece.missing.is_empty());
}

#[test]
fn every_kind_of_a_page_can_stand_in_a_picture() {
    let paint = Paint::default();
    let caption = Caption { title: "名".into(), description: "略".into(), example: Some("示例".into()) };
    let ring = Ring { caption: caption.clone(), due: Some(0.3), attained: 0.25 }.piece(240.0, &paint);
    let track = Track {
        caption: caption.clone(),
        baseline: (100.0, "2022年 100".into()),
        target: (200.0, "200".into()),
        actual: Some(128.0),
        due: Some((130.0, "应达 130".into())),
    };
    let bars = Bars {
        caption,
        target_label: "目标".into(),
        rows: vec![Row { name: "瀼渡镇".into(), value: Some(3.0), label: "3".into(), target: Some(4.0) }],
    };
    for piece in [ring, track.piece(&paint).expect("a length"), bars.piece(&paint)] {
        let checked = owes(&piece);
        assert!(checked.is_ok(), "{checked:?}");
        assert_eq!(piece.caption.description, "略（示例）");
    }
    assert_eq!((bars.piece(&paint).width * 10.0).round(), 9360.0);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_timeline_is_drawn(
        from in prop::option::of((24_000..24_400_i32, "\\PC{0,12}")),
        stops in prop::collection::vec((prop_oneof![9 => 24_200..24_400_i32, 1 => any::<i32>()], "[\\PC ]{0,24}"), 0..9),
        width in 300.0..1_400.0_f64,
    ) {
        let stop = |(month, label): (i32, String)| Stop { month: Month(month), label };
        let timeline = Timeline { from: from.map(stop), stops: stops.into_iter().map(stop).collect(), caption: Caption::default() };
        let paint = Paint::default();
        if let Some((sheet, labels)) = timeline.draw(width, &paint) {
            prop_assert_eq!(apart(&labels, width), Ok(()));
            prop_assert!(sheet.height < 10_000.0);
        }
    }

    #[test]
    fn any_figures_are_drawn_or_refused(
        base in any::<f64>(), target in any::<f64>(), words in "\\PC{0,60}", width in 200.0..1_400.0_f64,
        groups in prop::collection::vec(0..400_usize, 0..12),
    ) {
        let paint = Paint::default();
        let pieces = Pieces { base: (base, words.clone()), target: (target, words.clone()), ..pieces(2.0) };
        let steps = steps(&[(&words, base, &words), ("2027年", target, &words)]);
        for piece in [pieces.piece(width, &paint), steps.piece(width, &paint), beads(&groups).piece(width, &paint)].into_iter().flatten() {
            prop_assert_eq!(owes(&piece), Ok(()));
        }
    }
}
