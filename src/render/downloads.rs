//! Open data: the files of a policy and of the site with their sizes, their descriptions, and the pages about them.

use super::page::{self, Draft};
use super::shared::Shared;
use super::whole::Whole;
use super::{Input, force, policy as policy_page, progress as progress_page};
use crate::data::columns::Column;
use crate::data::files::{self, DataFile};
use crate::data::{self, FORMAT, Listed};
use crate::plan::downloads::{TableOf, tables};
use crate::plan::{Job, urls};
use crate::theme::view::{DataColumn, DataFileView, DataPage, Link, PageView};
use rayon::prelude::*;

/// The text of a policy's data file, by its position among [`files::of_policy`].
pub(super) fn text(input: &Input, n: usize, position: usize) -> String {
    let (policy, assessment) = input.policy(n);
    let table = position.checked_sub(1).and_then(|at| tables(policy).into_iter().nth(at));
    match table {
        None => data::policy_json((policy, assessment), input.site, input.as_of),
        Some((TableOf::Figures(i), _)) => {
            data::figures_csv((policy, &policy.indicators[i]), &assessment.standings[i], input.site)
        }
        Some((TableOf::Rows(i, b), _)) => {
            let indicator = &policy.indicators[i];
            data::breakdown_csv((policy, indicator), &indicator.breakdowns[b], input.site)
        }
    }
}

/// The position of a table among the files.
pub(super) fn position(input: &Input, n: usize, table: TableOf) -> usize {
    let all = tables(input.policy(n).0);
    all.iter().position(|(other, _)| *other == table).map_or(0, |at| at + 1)
}

/// The files of a policy with their sizes.
fn of_policy(input: &Input, whole: &Whole, shared: &Shared, n: usize) -> Vec<(DataFile, usize)> {
    let sizes = whole.sizes[n].get_or_init(|| shared.sizes(input));
    files::of_policy(input.site, input.policy(n).0).into_iter().zip(sizes.iter().copied()).collect()
}

/// The files of the site with their sizes.
fn of_site(input: &Input, whole: &Whole) -> Vec<(DataFile, usize)> {
    let list = files::of_site(input.site).into_iter();
    list.map(|file| {
        let size = match file.url.as_str() {
            urls::SITE_DATA => whole.site_data(input).len(),
            urls::SITE_TABLE => whole.site_table(input).len(),
            _ => data::changes_json(input.site, input.changes).len(),
        };
        (file, size)
    })
    .collect()
}

/// The Data Package of a policy.
pub(super) fn package(input: &Input, whole: &Whole, shared: &Shared, n: usize) -> String {
    data::package(input.site, input.policy(n), &of_policy(input, whole, shared, n))
}

/// The Data Package of the site.
pub(super) fn site_package(input: &Input, whole: &Whole) -> String {
    data::site_package(input.site, page::published(input.site), &of_site(input, whole))
}

/// The catalogue.
pub(super) fn catalog(input: &Input, whole: &Whole) -> String {
    let of = |n: usize| Listed {
        policy: Some(input.policy(n).0),
        files: of_policy(input, whole, &Shared::of(input, n), n),
    };
    let mut sets = vec![Listed { policy: None, files: of_site(input, whole) }];
    sets.par_extend((0..input.site.policies.len()).into_par_iter().map(of));
    data::catalog(input.site, &sets)
}

/// The page about a policy's data.
pub(super) fn view(
    input: &Input,
    whole: &Whole,
    shared: &Shared,
    job: &Job,
    n: usize,
) -> (PageView, DataPage) {
    let (policy, assessment) = input.policy(n);
    let title = input.theme.say("data_of", &[("title", &policy.metadata.short_title)]);
    let files = of_policy(input, whole, shared, n);
    let package = data::package(input.site, (policy, assessment), &files).len();
    let descriptions = vec![description(
        input,
        ["data_package", "data_package_about"],
        urls::data_package(&policy.id),
        package,
    )];
    let view = DataPage {
        title: title.clone(),
        policy: Some(policy_page::way(input, policy)),
        files: files.iter().map(|(file, bytes)| file_view(input, file, *bytes)).collect(),
        descriptions,
        policies: Vec::new(),
        ..of_all(input)
    };
    let draft = Draft {
        kind: "data",
        step: input.theme.say("data", &[]),
        description: input.theme.say("describe_data", &[("title", &policy.metadata.title)]),
        title,
        way: vec![policy_page::way(input, policy)],
        column_type: "数据开放",
        ..progress_page::reporting(input, policy, assessment)
    };
    (page::page(input, job, draft), view)
}

/// The page about the site's data.
pub(super) fn site_view(input: &Input, whole: &Whole, job: &Job) -> (PageView, DataPage) {
    let title = input.theme.say("data", &[]);
    let view = DataPage {
        title: title.clone(),
        policy: None,
        files: of_site(input, whole).iter().map(|(file, bytes)| file_view(input, file, *bytes)).collect(),
        descriptions: vec![
            description(
                input,
                ["data_package", "data_package_about"],
                urls::SITE_PACKAGE.into(),
                site_package(input, whole).len(),
            ),
            description(input, ["data_catalog", "data_catalog_about"], urls::CATALOG.into(), 0),
        ],
        policies: input
            .site
            .policies
            .iter()
            .map(|policy| Link {
                title: force::marked(input, policy, &policy.metadata.short_title),
                url: urls::data_page(&policy.id),
            })
            .collect(),
        ..of_all(input)
    };
    let draft = Draft {
        kind: "data",
        description: input.theme.say("describe_data", &[("title", &input.site.settings.title)]),
        title,
        column_type: "数据开放",
        as_of: input.assessments.iter().filter_map(|assessment| assessment.as_of).max(),
        ..Draft::default()
    };
    (page::page(input, job, draft), view)
}

/// What both pages say.
fn of_all(input: &Input) -> DataPage {
    let licence = input.site.settings.licence.as_ref();
    DataPage {
        version: FORMAT.into(),
        licence: licence.map(|licence| licence.name.clone()).unwrap_or_default(),
        licence_url: licence.and_then(|licence| licence.url.clone()).unwrap_or_default(),
        ..DataPage::default()
    }
}

/// A description for programs.
fn description(input: &Input, [title, about]: [&str; 2], url: String, bytes: usize) -> DataFileView {
    DataFileView {
        title: input.theme.say(title, &[]),
        name: url.rsplit('/').next().unwrap_or_default().to_owned(),
        format: "JSON".into(),
        size: if bytes > 0 { size(bytes) } else { String::new() },
        about: input.theme.say(about, &[]),
        columns: Vec::new(),
        url,
    }
}

fn file_view(input: &Input, file: &DataFile, bytes: usize) -> DataFileView {
    DataFileView {
        title: file.title.clone(),
        name: file.name().to_owned(),
        format: file.format.word().into(),
        size: size(bytes),
        about: file.about.clone(),
        columns: columns(input, &file.columns),
        url: file.url.clone(),
    }
}

/// The columns in words; a run of columns that differ in nothing but the period is one line.
fn columns(input: &Input, columns: &[Column]) -> Vec<DataColumn> {
    let language = input.site.settings.language;
    let alike = |a: &Column, b: &Column| a.period.is_some() && b.period.is_some() && a.about == b.about;
    let runs = columns.chunk_by(alike);
    runs.filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        let kind = first.cells.word(language).to_owned();
        let blanks = [("first", &*first.name), ("last", &*last.name)];
        Some(DataColumn {
            name: match run.len() {
                1 => first.name.clone(),
                _ => input.theme.say("data_columns", &blanks),
            },
            kind: match &first.unit {
                Some(unit) => input.theme.say("with_mark", &[("text", &kind), ("mark", unit)]),
                None => kind,
            },
            about: first.about.to_owned(),
        })
    })
    .collect()
}

/// A size as people read it: 812 B, 3.4 KB, 1.2 MB.
fn size(bytes: usize) -> String {
    match bytes {
        0..1000 => format!("{bytes} B"),
        1000..1_000_000 => format!("{:.1} KB", bytes as f64 / 1e3),
        _ => format!("{:.1} MB", bytes as f64 / 1e6),
    }
}
