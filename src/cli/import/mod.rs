//! `gongbao import FILE`: what somebody sent -> `content/`. The ending of its name says who reads it.

mod document;
mod sheet;

use super::{FAILED, Shared};
use crate::model::Language;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use std::path::PathBuf;

/// Its arguments.
pub(super) fn command(language: Language) -> Command {
    let say = |zh: &'static str, en: &'static str| language.pick(zh, en);
    let options = say("选项", "Options");
    let flag = |name: &'static str, zh, en| {
        Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(zh, en)).help_heading(options)
    };
    let value = |name: &'static str, shown: &'static str, zh, en| {
        Arg::new(name).long(name).value_name(shown).help(say(zh, en)).help_heading(options)
    };
    Command::new("import")
        .about(say(
            "公文（txt、html、docx）变成一项政策；填好的表（xlsx、csv 等）列出每一处变化，写进 progress/",
            "an official document (txt, html, docx) becomes a policy; a filled sheet (xlsx, csv …) goes to progress/, every change listed",
        ))
        .override_usage(say("gongbao import [选项] <FILE>", "gongbao import [OPTIONS] <FILE>"))
        .arg(
            Arg::new("file")
                .value_name("FILE")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(say(
                    "公文：txt、html、docx；或 export 生成后填好的表、单位自己的表：xlsx、xls、et、ods、csv",
                    "a document: txt, html, docx; or a sheet that `export` made, or one of the bureau's own: xlsx, xls, et, ods, csv",
                ))
                .help_heading(say("参数", "Arguments")),
        )
        .args([
            flag("dry-run", "只列出变化，不写任何文件", "list what would change; write nothing"),
            value(
                "id",
                "ID",
                "公文：政策的 id，也是它的文件夹名和网址，如 double-growth（默认：取标题的拼音）",
                "of a document: the policy's id, which names its folder and its address, such as double-growth (default: pinyin of the title)",
            ),
            flag(
                "write",
                "变化过大、更正已公布的数、来自隐藏行列的，核对后也写入（默认：有这些就不写）",
                "write large changes, corrections of published figures and hidden rows too, once you have checked them (default: any of them stops the writing)",
            ),
            value("policy", "ID", "数据属于哪项政策", "the policy that the figures belong to"),
            value("period", "PERIOD", "数据是哪一期的，如 2024-07", "the period of the figures, such as 2024-07"),
            value("sheet", "NAME", "读哪个工作表", "the sheet to read"),
            value("column", "NAME", "读哪一列：表头文字，或列号如 E", "the column to read: its head, or its letter"),
            value(
                "breakdown",
                "NAME",
                "数据属于哪个指标的哪张分解表：指标，或 指标/分解表",
                "the indicator, or indicator/breakdown, that the rows belong to",
            ),
        ])
}

/// Takes a file in.
pub(super) fn run(shared: &Shared, matches: &ArgMatches) -> u8 {
    let Some(file) = matches.get_one::<PathBuf>("file") else { return FAILED };
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    match ending.as_deref() {
        Some("xlsx" | "xlsm" | "xls" | "et" | "ods" | "csv") => sheet::run(shared, matches, file),
        // It says of every other file why it cannot be read.
        _ => document::run(shared, matches, file),
    }
}
