//! How many charts a second: `cargo test --release --test chart_speed -- --ignored --nocapture`.

use gongbao::chart::{Actual, Caption, Form, Goal, Ink, Line, Paint, Pieces, Stop, Timeline};
use gongbao::font::{Fonts, Weight};
use gongbao::model::Month;
use std::hint::black_box;
use std::time::Instant;

fn caption() -> Caption {
    let description = "截至2024年6月底，高新技术企业128家；按序时进度折算应达130家，少2家，略有滞后。".into();
    Caption { title: "高新技术企业：计划路径与实际".into(), description, example: None }
}

fn line() -> Line {
    let start = Month::new(2022, 12);
    let goal = |year, value: f64| Goal {
        month: Month::new(year, 12),
        value,
        date: format!("{year}年底"),
        promise: format!("超过{value}家"),
    };
    let figure = |at: i32| Actual {
        month: Month(start.0 + at),
        value: 100.0 + 1.6 * f64::from(at),
        hollow: false,
        note: None,
    };
    Line {
        caption: caption(),
        unit: "家".into(),
        every: 1,
        baseline: Some((start, 100.0)),
        plan: vec![(start, 100.0), (Month::new(2025, 12), 160.0), (Month::new(2027, 12), 200.0)],
        plan_label: "计划路径".into(),
        actual: (1..=18).map(figure).collect(),
        actual_label: "128家，2024年6月".into(),
        targets: vec![goal(2025, 160.0), goal(2027, 200.0)],
        ..Line::default()
    }
}

/// Seconds of this thread on a core where the system tells them, so that other programs do not count; else of the clock.
fn seconds(started: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|line| line.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| started.elapsed().as_secs_f64(), |n| n / 1e9)
}

/// The best of five rounds, because other programs only ever make it slower.
fn a_second(name: &str, mut draw: impl FnMut() -> usize) {
    let round = |draw: &mut dyn FnMut() -> usize| {
        let started = Instant::now();
        let before = seconds(started);
        let mut bytes = 0;
        for _ in 0..2_000 {
            bytes += black_box(draw());
        }
        (2_000.0 / (seconds(started) - before), bytes / 2_000)
    };
    let (best, bytes) =
        (0..5).map(|_| round(&mut draw)).max_by(|a, b| a.0.total_cmp(&b.0)).expect("five rounds");
    println!("{name:<28} {best:>9.0} a second, {bytes:>6} bytes");
}

#[test]
#[ignore = "a measurement"]
fn charts_a_second() {
    let paint = Paint::default();
    let literal = Ink::Literal(Box::new(paint.clone()));
    let line = line();
    a_second("line, wide, for a page", || line.svg(Form::Wide, "c", &Ink::Classes).len());
    a_second("line, wide, alone", || line.svg(Form::Wide, "c", &literal).len());
    a_second("line, in a picture", || line.piece(&paint).body.len());
    let stop = |year, label: &str| Stop { month: Month::new(year, 12), label: label.into() };
    let timeline = Timeline {
        caption: caption(),
        from: Some(stop(2022, "2022年")),
        stops: vec![stop(2025, "2025年 突破160家"), stop(2027, "2027年")],
    };
    a_second("timeline", || timeline.piece(936.0, &paint).map_or(0, |piece| piece.body.len()));
    let crowded = Timeline {
        stops: (2023..=2027).map(|year| stop(year, &format!("{year}年 超过{}家", year - 1000))).collect(),
        ..timeline.clone()
    };
    a_second("timeline, five targets", || crowded.piece(936.0, &paint).map_or(0, |piece| piece.body.len()));
    let pieces = Pieces {
        caption: caption(),
        base: (100.0, "2022年".into()),
        target: (200.0, "2027年：两个2022年".into()),
    };
    a_second("pieces", || pieces.piece(936.0, &paint).map_or(0, |piece| piece.body.len()));
    let fonts = Fonts::shipped();
    let text = "围绕全区科技型企业培育，完善政策体系，优化服务供给，推动高新技术企业和科技型企业量质齐升。";
    a_second("45 letters, measured", || fonts.measure(text, 52.0, Weight::Regular) as usize);
    a_second("45 letters, as outlines", || fonts.outlines(text, Weight::Regular).path.len());
    a_second("the shipped fonts", || {
        fonts.measure("一", 1.0, Weight::Bold) as usize
            + Fonts::shipped().glyph('一', Weight::Bold).map_or(0, |_| 1)
    });
}
