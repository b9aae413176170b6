//! Whole pictures: nothing overlaps, nothing leaves the canvas, and picture and HTML say the same.

use super::layout::lay;
use super::palette::{Hue, Tone};
use super::scene::{Area, Mark, Scene};
use super::*;
use crate::font::GETA;

const SPROUT: &str = "<svg viewBox=\"0 0 24 24\"><path d=\"M7 20h10\"/></svg>";
const PHONE: Canvas = Canvas { width: 1080.0, height: Height::Free { most: 200_000.0 } };

fn block(xml: &str) -> Block {
    Block { name: "test".into(), tree: parse("test", xml).expect("the boxes are right") }
}

/// What the tests draw with.
fn with_studio<T>(hue: Hue, then: impl FnOnce(&Studio<'_>) -> T) -> T {
    let (fonts, palette) = (Fonts::shipped(), Palette::of(hue));
    then(&Studio {
        fonts: &fonts,
        palette: &palette,
        icons: &|name| (name == "sprout").then_some(SPROUT),
        charts: &|id, _| {
            let svg = "<path d=\"M0 0h10\"/>".to_owned();
            (id == "line").then_some(Piece { svg, width: 936.0, height: 300.0 })
        },
        words: &|id| (id == "line").then(|| "已达128家".to_owned()),
    })
}

fn drawn(xml: &str, canvas: Canvas) -> Drawing {
    with_studio(Hue::Red, |studio| draw(&[block(xml)], &canvas, studio))
}

fn scene(xml: &str) -> Scene {
    with_studio(Hue::Red, |studio| {
        let laid = lay(&[block(xml)], &PHONE, studio);
        assert_eq!(laid.faults, []);
        laid.scene
    })
}

/// Everything inside the canvas; no line of words on another.
fn composed(scene: &Scene, what: &str) {
    let mut lines: Vec<Area> = Vec::new();
    for mark in &scene.marks {
        let area = mark.area();
        assert!(area.x >= -0.5 && area.y >= -0.5, "{what}: {mark:?}");
        assert!(area.right() <= scene.width + 0.5 && area.bottom() <= scene.height + 0.5, "{what}: {mark:?}");
        if let Mark::Letters(_) | Mark::Icon { .. } | Mark::Chart { .. } = mark {
            lines.push(area);
        }
    }
    lines.sort_by(|a, b| a.y.total_cmp(&b.y));
    for (n, a) in lines.iter().enumerate() {
        for b in lines[n + 1..].iter().take_while(|b| b.y < a.bottom() - 0.5) {
            let apart = a.right() <= b.x + 0.5 || b.right() <= a.x + 0.5;
            // Pieces of one line share its area; a numeral and its square too.
            assert!(apart || a == b, "{what}: {a:?} on {b:?}");
        }
    }
}

/// A policy picture of so many tasks.
fn policy(tasks: usize, heading: &str, organisation: &str) -> String {
    let item = |n: usize| {
        format!(
            "<stack hang=\"108\" gap=\"6\"><number>{n}</number><text as=\"item\">{heading}</text><text as=\"note\">{organisation}</text></stack>"
        )
    };
    let items: String = (1..=tasks).map(item).collect();
    let cells: String = (1..=tasks)
        .map(|n| format!("<box border=\"true\"><text as=\"item\">{n} {heading}</text></box>"))
        .collect();
    format!(
        "<band tone=\"brand\"><text as=\"note\" tone=\"accent\">一图读懂</text><text as=\"title\">{heading}</text><chart id=\"line\"/></band>\
         <band tone=\"deep\" gap=\"0\"><row justify=\"between\"><text as=\"note\">{organisation}</text><text as=\"note\">2023年6月28日印发</text></row></band>\
         <section title=\"{heading}\"><stack><text as=\"group\" level=\"3\">{organisation}</text><figure before=\"超过\" value=\"1600\" after=\"家\"/><bar value=\"1\" of=\"3\"/><row><status family=\"good\" word=\"达到进度\"/><status family=\"slight\" word=\"略慢\"/></row></stack></section>\
         <section title=\"要做什么\"><band tone=\"tint\"><row align=\"center\" gap=\"36\"><icon name=\"sprout\"/><stack gap=\"0\" grow=\"1\"><text as=\"group\">{heading}</text><text as=\"note\">{tasks}项任务</text></stack></row><rule/><stack list=\"true\">{items}</stack></band></section>\
         <section title=\"靠什么\"><grid columns=\"2\" list=\"true\">{cells}</grid></section>\
         <band tone=\"deep\"><row align=\"center\" gap=\"36\"><qr text=\"https://www.wz.gov.cn/\"/><text as=\"note\" grow=\"1\">来源：{organisation}</text></row></band>"
    )
}

#[test]
fn policies_of_any_size_are_composed() {
    let headings = [
        "培育企业",
        "“专精特新”企业培育，壮大高新技术企业梯队（第二批）并推动科技型企业集群发展20强",
        &"x".repeat(300),
    ];
    let organisations = ["区科技局等", "万州区市场监督管理局万州经济技术开发区分局"];
    for tasks in [3, 12, 40] {
        for heading in headings {
            for organisation in organisations {
                composed(
                    &scene(&policy(tasks, heading, organisation)),
                    &format!("{tasks} {heading} {organisation}"),
                );
            }
        }
    }
}

#[test]
fn a_figure_steps_down_until_it_fits() {
    let size = |value: &str| {
        let scene = scene(&format!("<figure before=\"超过\" value=\"{value}\" after=\"亿元人民币\"/>"));
        composed(&scene, value);
        scene
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Letters(letters) => Some(letters.size),
                _ => None,
            })
            .fold(0.0, f32::max)
    };
    assert_eq!(size("200"), 216.0);
    assert!(size("1,234,567") < 216.0);
    assert!(size(&"1234567890".repeat(20)) > 0.0);
}

#[test]
fn a_number_is_never_broken() {
    let scene =
        scene("<row align=\"baseline\"><number width=\"60\">12</number><text as=\"item\">甲</text></row>");
    let letters = scene.marks.iter().filter_map(|mark| match mark {
        Mark::Letters(letters) => Some(letters),
        _ => None,
    });
    let baselines: Vec<f32> = letters.clone().map(|letters| letters.baseline).collect();
    assert_eq!(baselines.len(), 2, "one line each");
    assert!((baselines[0] - baselines[1]).abs() < 0.1);
    assert!(letters.clone().all(|letters| letters.area.width <= 60.1));
}

#[test]
fn words_and_numeral_stand_on_one_baseline() {
    let scene = scene(
        "<row align=\"baseline\"><text as=\"label\">超过</text><figure value=\"200\"/><text as=\"note\">家</text></row>",
    );
    let baselines: Vec<f32> = scene
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Letters(letters) => Some(letters.baseline),
            _ => None,
        })
        .collect();
    assert_eq!(baselines.len(), 3);
    assert!(baselines.iter().all(|y| (y - baselines[0]).abs() < 0.1), "{baselines:?}");
}

#[test]
fn what_draws_nothing_vanishes_with_its_gap() {
    let bare = scene("<text>甲</text><text>乙</text>").height;
    let padded = scene("<text>甲</text><stack/><text> </text><row><stack list=\"true\"/></row><section title=\"空\"><stack/></section><text>乙</text>").height;
    assert_eq!(bare, padded);
    let blocks = [block(""), block("<section title=\"二\"><text>乙</text></section>")];
    with_studio(Hue::Red, |studio| {
        let drawing = draw(&blocks, &PHONE, studio);
        assert!(
            drawing.cuts.iter().any(|cut| cut.words.starts_with("1 二")),
            "the first that is there is number 1: {:?}",
            drawing.cuts
        );
    });
}

#[test]
fn a_tree_gives_the_same_svg_twice_without_text_or_references() {
    let xml = policy(12, "培育壮大企业", "区科技局");
    let (one, two) = (drawn(&xml, PHONE), drawn(&xml, PHONE));
    assert_eq!(one, two);
    for forbidden in ["<text", "<style", "<image", "http://www.wz", "NaN", "inf", "url("] {
        assert!(!one.svg.contains(forbidden), "{forbidden}");
    }
    assert!(raster::Plate::read(&one.svg).is_some());
    assert_eq!(one.svg.matches("xlink:href=\"#").count(), one.svg.matches("<use ").count());
}

#[test]
fn unknown_letters_icons_and_charts_are_reported() {
    let drawing = drawn("<text>龘</text>\n<icon name=\"x\"/><chart id=\"y\"/>", PHONE);
    assert_eq!(drawing.missing, BTreeSet::from(['龘']));
    let lines: Vec<String> = drawing.faults.iter().map(ToString::to_string).collect();
    assert_eq!(
        lines,
        ["test:2: there is no icon `x` in `picture/icons/`", "test:2: there is no chart `y` here"]
    );
    let geta = Fonts::shipped().drawn(GETA, crate::font::Weight::Regular).to_string();
    assert!(drawing.svg.contains(&format!("#{geta}")));
}

#[test]
fn a_fixed_canvas_keeps_its_size_and_draws_long_content_smaller() {
    let card = |title: &str| {
        drawn(
            &format!(
                "<band tone=\"brand\" fill=\"true\" justify=\"center\"><text as=\"title\">{title}</text></band>"
            ),
            Canvas { width: 1200.0, height: Height::Fixed(630.0) },
        )
    };
    let short = card("双倍增");
    assert_eq!((short.width, short.height, short.faults.len()), (1200.0, 630.0, 0));
    assert!(short.svg.contains("viewBox=\"0 0 1200 630\""));
    let long = card(&"万州区科技企业双倍增行动计划".repeat(4));
    assert_eq!((long.width, long.height, long.faults.len()), (1200.0, 630.0, 0));
    assert!(!long.svg.contains("viewBox=\"0 0 1200 630\""));
    let endless = card(&"万州区科技企业双倍增行动计划".repeat(60));
    assert!(matches!(endless.faults[0].what, What::High { .. }));
}

#[test]
fn a_poster_grows_until_it_has_the_form_of_paper() {
    let xml = policy(12, "培育壮大高新技术企业", "区科技局");
    let poster = drawn(&xml, Canvas { width: 1080.0, height: Height::Fit { ratio: 1.414 } });
    assert!(
        poster.width > 1080.0 && (poster.height / poster.width - 1.414).abs() < 0.01,
        "{} × {}",
        poster.width,
        poster.height
    );
    assert_eq!(poster.faults, []);
}

#[test]
fn too_high_and_too_wide_are_faults() {
    let high = drawn(
        &"<text>甲</text>".repeat(100),
        Canvas { width: 1080.0, height: Height::Free { most: 4000.0 } },
    );
    assert!(matches!(high.faults[..], [Fault { what: What::High { most: 4000, .. }, .. }]));
    let wide = drawn(&format!("<row>{}</row>", "<text>高新技术企业和科技型企业</text>".repeat(12)), PHONE);
    assert_eq!(
        wide.faults[0].to_string(),
        "test:1: there is no room for `高新技术企业和科技型企业` beside the others"
    );
}

#[test]
fn cuts_go_through_nothing_and_all_words_are_between_them() {
    let xml = policy(40, "“专精特新”企业培育，壮大高新技术企业梯队", "区科技局等");
    let scene = scene(&xml);
    let drawing = drawn(&xml, PHONE);
    assert_eq!(drawing.cuts.last().map(|cut| cut.y), Some(drawing.height));
    assert!(drawing.cuts.len() > 40);
    for cut in &drawing.cuts {
        for mark in scene.marks.iter().filter(|mark| !mark.is_ground()) {
            let area = mark.area();
            assert!(area.bottom() <= cut.y + 0.6 || area.y >= cut.y - 0.6, "{} {mark:?}", cut.y);
        }
    }
    let words: String = drawing.cuts.iter().map(|cut| cut.words.as_str()).collect();
    assert_eq!(
        words.matches("区科技局等").count(),
        scene.spoken.iter().filter(|said| said.words.contains("区科技局等")).count()
    );
}

#[test]
fn the_html_says_what_the_picture_says() {
    let xml = policy(12, "甲<b>乙</b>丙", "区科技局").replace("title=\"甲<b>乙</b>丙\"", "title=\"甲乙丙\"");
    let blocks = [block(&xml)];
    let html = twin(&blocks, &|_| Some("已达128家".to_owned()));
    let text: String =
        html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
    for said in &scene(&xml).spoken {
        let is_number = said.words.chars().all(|c| c.is_ascii_digit());
        assert!(is_number || text.contains(&said.words), "{}", said.words);
    }
}

#[test]
fn the_html_is_what_it_means() {
    let xml = "<stamp text=\"示例\"/><section title=\"一 &amp; 二\"><stamp text=\"示例\"/>\
        <text as=\"group\" level=\"3\">组</text><figure before=\"超过\" value=\"200\" after=\"家\"/><chart id=\"line\"/><icon name=\"sprout\"/><rule/><bar value=\"1\" of=\"2\"/>\
        <status family=\"good\" word=\"达到进度\"/>\
        <stack list=\"true\"><row><number>4</number><text>四</text></row><row><number>5</number><stack><text>五</text><text as=\"note\">注</text></stack></row></stack>\
        <grid list=\"true\"><box><text>甲&lt;</text></box><box/></grid></section><section title=\"空\"><stack/></section>";
    let html = twin(&[block(xml)], &|_| Some("已达128家".to_owned()));
    assert_eq!(
        html,
        "<p>示例</p>\n<section>\n<h2>一 &amp; 二</h2>\n<h3>组</h3>\n<p>超过<strong>200</strong>家</p>\n<p>已达128家</p>\n<p>达到进度</p>\n\
         <ol start=\"4\">\n<li>四</li>\n<li><p>五</p>\n<p>注</p></li>\n</ol>\n<ul>\n<li>甲&lt;</li>\n</ul>\n</section>\n"
    );
}

#[test]
fn a_status_is_told_by_its_shape_alone() {
    let shape = |family: &str| {
        let scene = with_studio(Hue::Mono, |studio| {
            lay(&[block(&format!("<status family=\"{family}\" word=\"词\"/>"))], &PHONE, studio).scene
        });
        scene.marks.iter().find_map(|mark| match mark {
            Mark::Path { data, fill, .. } => Some((data.clone(), *fill)),
            _ => None,
        })
    };
    let shapes: BTreeSet<_> = ["good", "ahead", "slight", "behind", "neutral"]
        .map(|family| shape(family).expect("a shape"))
        .into_iter()
        .collect();
    assert_eq!(shapes.len(), 5);
    assert_eq!(
        shapes.iter().map(|(_, fill)| *fill).collect::<BTreeSet<_>>().len(),
        1,
        "in black they differ by shape only"
    );
}

#[test]
fn tones_follow_the_ground() {
    let xml =
        "<band tone=\"brand\"><text tone=\"muted\">甲</text><box tone=\"paper\"><text>乙</text></box></band>";
    let palette = Palette::of(Hue::Red);
    let fills: Vec<_> = scene(xml)
        .marks
        .iter()
        .filter_map(|mark| match mark {
            Mark::Letters(letters) => Some(letters.fill),
            _ => None,
        })
        .collect();
    assert_eq!(fills, [palette.text(Tone::Paper, Ground::Brand), palette.text(Tone::Ink, Ground::Paper)]);
}
