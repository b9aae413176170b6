//! A policy as text for the editor of a content management system, pictures as files beside it.
//!
//! Such editors take out what they do not know: scripts, style elements, classes, ids, SVG. So nothing here depends
//! on any of them. What is written is this and no more; `docs/packages.md` promises it:
//!
//! - elements: `p h2 h3 h4 strong em br ul ol li blockquote hr table thead tbody tr th td a img span`
//! - attributes: `style`, `href`, `src`, `alt`, `width`, `colspan`, `rowspan`
//! - properties: `color background-color font-size font-weight line-height text-align text-indent margin padding
//!   border border-collapse width max-width`

mod look;
mod prose;

use super::fault::Fault;
use super::links;
use super::markup::escaped;
use crate::diagnostic::Diagnostics;
use crate::model::{Breakdown, Clause, Indicator, Language, Policy, Quality, Statement, day_words};
use crate::picture::raster::Plate;
use crate::plan::urls;
use crate::progress::{self, Assessment, BreakdownStanding, Standing, Worded as _, amount, target_words};
use crate::render::{self, Input, Whole};
use look::opened;

/// Words that explain.
const QUIET: &str = "margin:0 0 12px;line-height:1.8;color:#595959";
/// A cell of figures.
const FIGURE: &str = "padding:6px 8px;border:1px solid #b5b5b5;text-align:right";
/// Drawn at twice the width at which it is shown.
const PIXELS: u32 = 1440;
/// The width of a column of articles.
const WIDTH: u32 = 720;

/// `ID/fragment.html` and the pictures that it shows.
///
/// # Errors
/// None but of the machine.
pub(super) fn fragment(
    input: &Input,
    n: usize,
    d: &mut Diagnostics,
) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let whole = Whole::of(input);
    let mut text = Text {
        input,
        gathered: &whole,
        policy: &input.site.policies[n],
        assessment: &input.assessments[n],
        language: input.site.settings.language,
        html: String::new(),
        files: Vec::new(),
        d,
    };
    text.whole();
    let id = &text.policy.id;
    let mut files = vec![(format!("{id}/fragment.html"), text.html.into_bytes())];
    files.extend(text.files.into_iter().map(|(name, bytes)| (format!("{id}/{name}"), bytes)));
    Ok(files)
}

struct Text<'a> {
    input: &'a Input<'a>,
    /// What pages say of the whole site.
    gathered: &'a Whole,
    policy: &'a Policy,
    assessment: &'a Assessment,
    language: Language,
    html: String,
    /// By their names beside the text.
    files: Vec<(String, Vec<u8>)>,
    d: &'a mut Diagnostics,
}

impl Text<'_> {
    fn say(&self, zh: &'static str, en: &'static str) -> &'static str {
        self.language.pick(zh, en)
    }

    fn whole(&mut self) {
        let settings = &self.input.site.settings;
        if let Some(notice) = &settings.notice {
            self.html += &format!("<p style=\"{QUIET}\"><strong>{}</strong></p>\n", escaped(notice));
        }
        self.source();
        if !self.policy.indicators.is_empty() {
            self.progress();
        }
        self.element("h2", self.say("政策原文", "The policy"));
        let text = &self.policy.text;
        self.prose(&text.lead, self.policy.place);
        for (n, clause) in text.clauses.iter().enumerate() {
            self.clause(n, clause);
        }
        self.prose(&text.tail, self.policy.place);
        self.foot();
    }

    /// An element with its look.
    fn element(&mut self, name: &str, words: &str) {
        self.html += &format!("{}{}</{name}>\n", opened(name), escaped(words));
    }

    fn source(&mut self) {
        let metadata = &self.policy.metadata;
        let colon = self.say("：", ": ");
        let number = metadata
            .document_number
            .iter()
            .map(|number| format!("{}{colon}{number}", self.say("发文字号", "Document")));
        let parts: Vec<String> = number
            .chain([
                format!("{}{colon}{}", self.say("发布机构", "Issued by"), metadata.issuer),
                format!(
                    "{}{colon}{}",
                    self.say("成文日期", "Date"),
                    day_words(metadata.issued, self.language)
                ),
            ])
            .collect();
        self.html += &format!("<p style=\"{QUIET}\">{}</p>\n", escaped(&parts.join(self.say("　", " · "))));
    }

    /// How the indicators stand: a table, then each with its sentence and chart.
    fn progress(&mut self) {
        let language = self.language;
        self.element("h2", self.say("进展情况", "Progress"));
        let heads = [
            self.say("指标", "Indicator"),
            self.say("最新数", "Newest figure"),
            self.say("目标", "Targets"),
            self.say("进度", "Status"),
        ];
        let (policy, assessment) = (self.policy, self.assessment);
        let both = || policy.indicators.iter().zip(&assessment.standings);
        let rows: Vec<Vec<String>> = both()
            .map(|(indicator, standing)| {
                let newest = standing.newest.map(|n| &indicator.figures[n]);
                let mut reached = indicator.reached.iter().map(|reached| &indicator.steps[reached.step].name);
                let figure = newest.map(|figure| match language {
                    Language::Chinese => format!(
                        "{}（{}）",
                        amount(figure.value, &indicator.unit, language),
                        figure.period.name(language)
                    ),
                    Language::English => format!(
                        "{} ({})",
                        amount(figure.value, &indicator.unit, language),
                        figure.period.name(language)
                    ),
                });
                let targets: Vec<String> = match indicator.steps.is_empty() {
                    true => standing
                        .verdicts
                        .iter()
                        .filter(|judged| !judged.replaced)
                        .map(|judged| &judged.target)
                        .map(|target| {
                            format!(
                                "{} {}",
                                target.by.end_label(language),
                                target_words(target, &indicator.unit, language)
                            )
                        })
                        .collect(),
                    false => indicator
                        .steps
                        .iter()
                        .map(|step| format!("{} {}", step.by.end_label(language), step.name))
                        .collect(),
                };
                vec![
                    indicator.name.clone(),
                    figure
                        .or_else(|| reached.next_back().cloned())
                        .unwrap_or_else(|| self.say("暂无数据", "no data yet").into()),
                    targets.join(self.say("；", "; ")),
                    standing.status.word(language).into(),
                ]
            })
            .collect();
        self.table(&heads.map(String::from), &[24, 26, 32, 18], &rows, usize::MAX);
        for (indicator, standing) in both() {
            self.indicator(indicator, standing);
        }
    }

    fn indicator(&mut self, indicator: &Indicator, standing: &Standing) {
        self.element("h3", &indicator.name);
        let chart = render::alone(self.input, indicator, standing);
        let sentence = progress::sentence(indicator, standing, self.language);
        self.element("p", &self.with_quality(&sentence, indicator_quality(indicator)));
        if let Some(chart) = chart
            && let Some(raster) = Plate::read(&chart.svg).and_then(|plate| plate.draw(PIXELS))
        {
            let name = format!("chart-{}.png", indicator.id);
            self.html += &format!(
                "<p style=\"margin:0 0 12px;text-align:center\"><img src=\"{name}\" alt=\"{}\" width=\"{WIDTH}\" style=\"max-width:100%\"></p>\n",
                escaped(&chart.words)
            );
            self.files.push((name, raster.png()));
        }
        for (breakdown, at) in indicator.breakdowns.iter().zip(&standing.breakdowns) {
            self.breakdown(indicator, breakdown, at);
        }
    }

    fn with_quality(&self, words: &str, quality: Quality) -> String {
        match (quality, self.language) {
            (Quality::Final, _) => words.into(),
            (quality, Language::Chinese) => format!("{words}（{}）", quality.word(self.language)),
            (quality, Language::English) => format!("{words} ({})", quality.word(self.language)),
        }
    }

    /// Who has which share: this year's target and the newest figure.
    fn breakdown(&mut self, indicator: &Indicator, breakdown: &Breakdown, at: &BreakdownStanding) {
        let language = self.language;
        let title = match language {
            Language::Chinese => format!("{}（计量单位：{}）", breakdown.title, indicator.unit),
            Language::English => format!("{} (in {})", breakdown.title, indicator.unit),
        };
        self.element("h4", &self.with_quality(&title, breakdown.quality));
        let target = at.column.map(|n| breakdown.columns[n].name(language)).unwrap_or_default();
        let actual = at.period.map(|period| period.name(language)).unwrap_or_default();
        let gap = self.say("", " ");
        let heads = [
            self.say("单位", "Organisation").to_string(),
            format!("{target}{gap}{}", self.say("目标", "target")),
            format!("{actual}{gap}{}", self.say("实际", "actual")),
        ];
        let number = |value: Option<f64>| value.map_or_else(|| "—".into(), crate::model::number);
        let rows: Vec<Vec<String>> = breakdown
            .rows
            .iter()
            .zip(&at.rows)
            .map(|(row, standing)| {
                let newest = standing.newest.map(|n| &row.figures[n]);
                let newest = newest.filter(|figure| Some(figure.period) == at.period);
                vec![
                    self.input.site.organisations.get(row.organisation).name.clone(),
                    number(standing.target),
                    number(newest.map(|figure| figure.value)),
                ]
            })
            .collect();
        self.table(&heads, &[40, 30, 30], &rows, 1);
    }

    /// A plain table; widths are in percent, the columns from `figures` on are set to the right.
    fn table(&mut self, heads: &[String], widths: &[u8], rows: &[Vec<String>], figures: usize) {
        self.html += &format!("{}\n<thead><tr>", opened("table"));
        for (n, (head, width)) in heads.iter().zip(widths).enumerate() {
            let mut open = opened("th").replace("\">", &format!(";width:{width}%\">"));
            if n >= figures {
                open = open.replace("text-align:left", "text-align:right");
            }
            self.html += &format!("{open}{}</th>", escaped(head));
        }
        self.html += "</tr></thead>\n<tbody>\n";
        for row in rows {
            self.html += "<tr>";
            for (n, cell) in row.iter().enumerate() {
                let open = if n >= figures { format!("<td style=\"{FIGURE}\">") } else { opened("td") };
                self.html += &format!("{open}{}</td>", escaped(cell));
            }
            self.html += "</tr>\n";
        }
        self.html += "</tbody>\n</table>\n";
    }

    /// A clause as issued, who answers for it, and what was said last.
    fn clause(&mut self, n: usize, clause: &Clause) {
        let heading = ["h3", "h4", "h4"][usize::from(clause.level.clamp(1, 3)) - 1];
        if !clause.heading.is_empty() || !clause.label.is_empty() {
            self.element(heading, &clause.title());
        }
        self.prose(&clause.body, clause.place);
        let comma = self.say("、", ", ");
        for tail in &clause.tails {
            let names: Vec<&str> = tail.names.iter().map(|named| named.name.as_str()).collect();
            let label =
                if tail.label.is_empty() { self.say("责任单位", "Responsible") } else { &tail.label };
            let others = if tail.open { self.say("等", " and others") } else { "" };
            let line = format!("{label}{}{}{others}", self.say("：", ": "), names.join(comma));
            self.html += &format!("<p style=\"{QUIET}\">{}</p>\n", escaped(&line));
        }
        let standing = &self.assessment.clauses[n];
        if let Some(state) = standing.state {
            let line = format!(
                "{}{}{}",
                self.say("任务状态", "State"),
                self.say("：", ": "),
                state.word(self.language)
            );
            let statement = standing.statement.map(|n| &self.policy.statements[n]);
            let quality = statement.map(|statement| statement.quality).unwrap_or_default();
            self.html +=
                &format!("<p style=\"{QUIET}\">{}</p>\n", escaped(&self.with_quality(&line, quality)));
        }
        if let Some(n) = standing.statement {
            self.statement(&self.policy.statements[n]);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        let parts = [
            (self.say("已完成", "Done"), &statement.done),
            (self.say("存在问题", "Obstacle"), &statement.obstacle),
            (self.say("下一步", "Next"), &statement.next),
            (self.say("原因", "Reason"), &statement.reason),
            (self.say("依据", "Evidence"), &statement.evidence),
        ];
        let colon = self.say("：", ": ");
        for (label, words) in parts.into_iter().filter_map(|(label, words)| Some((label, words.as_ref()?))) {
            self.html += &format!("{}<strong>{label}{colon}</strong>{}</p>\n", opened("p"), escaped(words));
        }
    }

    /// The day of the data, and where the full page is.
    fn foot(&mut self) {
        let mut words = String::new();
        if let Some(day) = self.assessment.as_of {
            words += &match self.language {
                Language::Chinese => format!("数据截至{}。", day_words(day, self.language)),
                Language::English => format!("Data as of {}. ", day_words(day, self.language)),
            };
        }
        let mut html = escaped(&words);
        if let Some(url) = links::absolute(self.input, &urls::policy(&self.policy.id), "") {
            let full = self.say("查看完整页面和最新进展", "See the full page and the latest progress");
            html += &format!("<a href=\"{}\">{full}</a>", escaped(&url));
        }
        if !html.is_empty() {
            self.html += &format!("<p style=\"{QUIET}\">{html}</p>\n");
        }
    }
}

/// The weakest word that covers any of its figures.
fn indicator_quality(indicator: &Indicator) -> Quality {
    indicator.figures.iter().map(|figure| figure.quality).max().unwrap_or_default().max(indicator.quality)
}
