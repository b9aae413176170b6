//! Tiny sites written as strings: what decodes, and what each mistake is told.

mod figures;
mod names;
mod numbers;
mod sample;
mod settings;
mod tables;
mod targets;

use super::{Kept, Options, read};
use crate::diagnostic::{Diagnostics, locate};
use crate::model::Site;
use crate::source::Sources;
use jiff::civil::{Date, date};
use std::path::PathBuf;
use tempfile::TempDir;

/// The settings of the tiny sites.
const SITE: &str = "title: 站点\nlanguage: zh-CN\norganisation: 区政府办公室\n";

/// The register of the tiny sites.
const ORGANISATIONS: &str = "\
- { id: kjj, name: 区科技局, kind: department, aliases: [区科学技术局] }
- { id: gaofeng, name: 高峰街道, kind: township }
- { id: longdu, name: 龙都街道, kind: township }
- { id: all, name: 各乡镇（街道）, kind: group, members: { kinds: [township], except: [] } }
";

/// The policy of the tiny sites.
const POLICY: &str = "\
---
title: 工作实施方案
issuer: 区政府办公室
issued: 2023-06-28
published: 2023-07-19
---

一、总体要求

（一）指导思想。按规定办。

（二）主要目标。到2025年超过160家。

二、重点任务

（一）聚焦体系建设。

1.培育科技型企业。做好培育。〔责任单位：区科技局、各乡镇（街道）等〕

2.培育高新技术企业。做好辅导。〔责任单位：区科技局〕

附件：1.高新技术企业分解表
";

/// The indicators of the tiny sites.
const INDICATORS: &str = "\
- id: high-tech
  name: 高新技术企业
  unit: 家
  kind: level
  clause: 一(二)
  serves: [二(一)1, 2]
  owner: 区科技局
  baseline: { period: 2022, value: 100 }
  targets:
    - { by: 2025, over: 160 }
    - { by: 2027, over: 200 }
  breakdowns:
    - id: townships
      annex: 1
      columns: [2022, 2025]
      rows:
        高峰街道: [60, 100]
        龙都街道: [40, ~]
- id: fund
  name: 基金
  unit: 步
  kind: milestone
  steps:
    - { by: 2024-06, name: 签订协议 }
    - { by: 2024-12, name: 完成登记 }
";

/// A period file of the tiny sites.
const JUNE: &str = "\
published: 2024-07-10
as_of: 2024-06-30
indicators:
  高新技术企业: 128
  fund: { step: 签订协议, on: 2024-06-18 }
breakdowns:
  高新技术企业:
    townships:
      高峰街道: 80
clauses:
  二(一)1:
    state: under-way
    done: 已入库三十家
";

/// A site on disk.
struct Tiny {
    folder: TempDir,
    options: Options,
}

/// The day of all tests.
fn today() -> Date {
    date(2024, 8, 1)
}

/// A whole site of one policy, `p`, with these files in place of, or beside, its own.
fn tiny(changed: &[(&str, &str)]) -> Tiny {
    let mut files = vec![
        ("content/site.yaml", SITE),
        ("content/organisations.yaml", ORGANISATIONS),
        ("content/policies/p/policy.md", POLICY),
        ("content/policies/p/indicators.yaml", INDICATORS),
        ("content/policies/p/progress/2024-06.yaml", JUNE),
    ];
    files.retain(|(path, _)| changed.iter().all(|(other, _)| other != path));
    files.extend(changed);
    site(&files)
}

/// A site of exactly these files.
fn site(files: &[(&str, &str)]) -> Tiny {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    Tiny { folder, options: Options { as_of: today(), drafts: false } }
}

impl Tiny {
    /// Adds a workbook.
    fn workbook(self, path: &str, rows: &[&[&str]]) -> Self {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let (row, column) = (row as u32, column as u16);
                match cell.parse::<f64>() {
                    Ok(value) => sheet.write_number(row, column, value).unwrap(),
                    Err(_) => sheet.write_string(row, column, *cell).unwrap(),
                };
            }
        }
        let path: PathBuf = self.folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        book.save(path).unwrap();
        self
    }

    fn on(mut self, day: Date) -> Self {
        self.options.as_of = day;
        self
    }

    fn read(&self) -> (Option<Site>, Sources, Diagnostics) {
        let mut d = Diagnostics::new();
        let sources = Sources::read(self.folder.path(), &mut d).unwrap();
        let site = read(&sources, &self.options, &mut Kept::default(), &mut d);
        (site, sources, d)
    }

    /// The site, which has nothing wrong.
    fn fine(&self) -> Site {
        let (site, sources, d) = self.read();
        assert_eq!(list(&d, &sources), Vec::<String>::new());
        site.unwrap()
    }

    /// `file:line:column code` of every problem, sorted; the file without its folders.
    fn problems(&self) -> Vec<String> {
        let (_, sources, d) = self.read();
        list(&d, &sources)
    }
}

fn list(d: &Diagnostics, sources: &Sources) -> Vec<String> {
    let form = |problem: &&crate::diagnostic::Diagnostic| match problem.place {
        Some(place) => {
            let at = locate(sources, place);
            let file = at.path.rsplit('/').next().unwrap_or_default().to_string();
            format!("{file}:{}:{} {}", at.line, at.column, problem.entry.code)
        }
        None => problem.entry.code.to_string(),
    };
    d.iter().for_each(every_blank_is_filled);
    d.sorted().iter().map(form).collect()
}

/// Every `{blank}` of the words has its argument.
fn every_blank_is_filled(problem: &crate::diagnostic::Diagnostic) {
    let entry = problem.entry;
    for words in [entry.message.zh, entry.message.en, entry.help.zh, entry.help.en] {
        for blank in words.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(blank, _)| blank)
        {
            let is_blank = !blank.is_empty() && blank.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            let filled = problem.args.iter().any(|(name, _)| *name == blank);
            assert!(!is_blank || filled, "{}: `{{{blank}}}` is not filled", entry.code);
        }
    }
}

/// For each case, `from` in a file of the tiny site becomes `to`, and that is what is told.
fn check(file: &str, original: &str, cases: &[(&str, &str, &[&str])]) {
    let mut wrong = Vec::new();
    for (from, to, expected) in cases {
        assert!(original.contains(from), "`{from}` is not in {file}");
        let found = tiny(&[(file, &original.replacen(from, to, 1))]).problems();
        if found != *expected {
            wrong.push(format!("`{from}` -> `{to}`\n  found    {found:?}\n  expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
