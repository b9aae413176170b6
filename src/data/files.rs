//! Which data files there are, and what each is: the one list that Data Packages, the catalogue and pages are made of.

use super::columns::{self, Column};
use super::csv::breakdown_columns;
use crate::model::{Breakdown, Indicator, Language, Policy, Site};
use crate::plan::downloads::{TableOf, tables};
use crate::plan::urls;

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// CSV: UTF-8 with a byte order mark.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// Its name.
    pub fn word(self) -> &'static str {
        match self {
            Format::Json => "JSON",
            Format::Csv => "CSV",
            Format::Xlsx => "XLSX",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Format::Json => "application/json",
            Format::Csv => "text/csv",
            Format::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// A data file.
#[derive(Clone, Debug)]
pub struct DataFile {
    /// Its URL, from the site's root.
    pub url: String,
    /// What it is called.
    pub title: String,
    /// What it holds.
    pub about: String,
    /// Its form.
    pub format: Format,
    /// Its columns, of a table.
    pub columns: Vec<Column>,
    /// The columns that tell its rows apart, of a table.
    pub key: Vec<String>,
    /// Where its figures come from; empty where it holds those of many.
    pub source: String,
}

impl DataFile {
    /// The name of the file.
    pub fn name(&self) -> &str {
        self.url.rsplit('/').next().unwrap_or_default()
    }
}

/// The files of a policy: its JSON first, then the tables in the order of [`tables`], then all of them as a
/// workbook where that is made.
pub fn of_policy(site: &Site, policy: &Policy) -> Vec<DataFile> {
    let language = site.settings.language;
    let whole = DataFile {
        url: urls::policy_data(&policy.id),
        title: language.pick("全部数据", "All data").to_owned(),
        about: language
            .pick(
                "全部指标、目标、历次数据、状态和各单位分解，以及每一条任务的责任单位和状态",
                "All indicators, targets, figures, statuses and breakdowns, and who answers for each task and how it stands",
            )
            .to_owned(),
        format: Format::Json,
        columns: Vec::new(),
        key: Vec::new(),
        source: String::new(),
    };
    let table = |(table, url): (TableOf, String)| match table {
        TableOf::Figures(i) => figures(site, (policy, &policy.indicators[i]), url),
        TableOf::Rows(i, b) => {
            let indicator = &policy.indicators[i];
            rows(site, (policy, indicator), &indicator.breakdowns[b], url)
        }
    };
    let workbook = site.settings.workbooks.then(|| DataFile {
        url: urls::workbook(&policy.id),
        title: language.pick("全部表格", "All tables").to_owned(),
        about: language
            .pick(
                "指标、历次数据、各单位分解和任务，一张表一个工作表，供 Excel 和 WPS 使用",
                "Indicators, figures, breakdowns and tasks, a sheet each, for Excel and WPS",
            )
            .to_owned(),
        format: Format::Xlsx,
        columns: Vec::new(),
        key: Vec::new(),
        source: String::new(),
    });
    std::iter::once(whole).chain(tables(policy).into_iter().map(table)).chain(workbook).collect()
}

fn figures(site: &Site, (policy, indicator): (&Policy, &Indicator), url: String) -> DataFile {
    let language = site.settings.language;
    let columns = columns::figures(indicator, language);
    DataFile {
        url,
        title: match language {
            Language::Chinese => format!("{}：历次数据", indicator.name),
            Language::English => format!("{}: all figures", indicator.name),
        },
        about: language
            .pick(
                "一行一期，附应达数、状态、质量、截至日期和来源",
                "A row a period, with planned value, status, quality, day and source",
            )
            .to_owned(),
        format: Format::Csv,
        key: columns.get(2).map(|column| column.name.clone()).into_iter().collect(),
        columns,
        source: super::data_source(site, policy, indicator).to_owned(),
    }
}

fn rows(
    site: &Site,
    (policy, indicator): (&Policy, &Indicator),
    breakdown: &Breakdown,
    url: String,
) -> DataFile {
    let language = site.settings.language;
    let columns = breakdown_columns(indicator, breakdown, site);
    DataFile {
        url,
        title: match language {
            Language::Chinese => format!("{}：{}", indicator.name, breakdown.title),
            Language::English => format!("{}: {}", indicator.name, breakdown.title),
        },
        about: language
            .pick(
                "一行一个单位，各年目标和各期实际数各一列",
                "A row an organisation, a column a target and a column a period",
            )
            .to_owned(),
        format: Format::Csv,
        key: columns.first().map(|column| column.name.clone()).into_iter().collect(),
        columns,
        source: super::data_source(site, policy, indicator).to_owned(),
    }
}

/// The files about the whole site.
pub fn of_site(site: &Site) -> Vec<DataFile> {
    let language = site.settings.language;
    let json = |url: &str, title: (&str, &str), about: (&str, &str)| DataFile {
        url: url.to_owned(),
        title: language.pick(title.0, title.1).to_owned(),
        about: language.pick(about.0, about.1).to_owned(),
        format: Format::Json,
        columns: Vec::new(),
        key: Vec::new(),
        source: String::new(),
    };
    let columns = columns::site(language);
    let table = DataFile {
        url: urls::SITE_TABLE.to_owned(),
        title: language.pick("全部指标的历次数据", "All figures of all indicators").to_owned(),
        about: language
            .pick("一行一个数，列出政策、指标和时期", "A row a figure, with policy, indicator and period")
            .to_owned(),
        format: Format::Csv,
        key: [0, 2, 5].iter().filter_map(|&n| columns.get(n)).map(|column| column.name.clone()).collect(),
        columns,
        source: String::new(),
    };
    vec![
        json(
            urls::SITE_DATA,
            ("全部政策", "All policies"),
            (
                "每项政策的文件信息，每个指标的最新数据和状态",
                "The fields of each policy, the newest figure and status of each indicator",
            ),
        ),
        table,
        json(
            urls::CHANGES_DATA,
            ("最近变化", "Recent changes"),
            (
                "最近公布的新数据、状态变化、目标验收和更正",
                "New figures, statuses that moved, verdicts and corrections",
            ),
        ),
    ]
}
