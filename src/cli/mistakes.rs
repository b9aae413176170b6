//! What was typed wrong, in the language of messages: clap's findings, our words.

use super::{FAILED, FINE, say_error};
use crate::model::Language;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Prints a mistake, or the help or version that was asked for; returns the exit code.
pub(super) fn print(error: &Error, language: Language) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            FINE
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            FAILED
        }
        _ => {
            say_error(&sentence(error, language), language);
            FAILED
        }
    }
}

/// One sentence.
fn sentence(error: &Error, language: Language) -> String {
    let found = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::Number(n)) => n.to_string(),
        _ => String::new(),
    };
    let argument = found(ContextKind::InvalidArg);
    let value = found(ContextKind::InvalidValue);
    let valid = found(ContextKind::ValidValue);
    let suggested = [found(ContextKind::SuggestedArg), found(ContextKind::SuggestedSubcommand)].concat();
    let chinese = language == Language::Chinese;
    let mut text = match error.kind() {
        ErrorKind::UnknownArgument if chinese => format!("没有 `{argument}` 这个参数"),
        ErrorKind::UnknownArgument => format!("there is no argument `{argument}`"),
        ErrorKind::InvalidSubcommand => {
            let name = found(ContextKind::InvalidSubcommand);
            if chinese {
                format!("没有 `{name}` 这个命令")
            } else {
                format!("there is no command `{name}`")
            }
        }
        ErrorKind::MissingSubcommand if chinese => "缺少命令".into(),
        ErrorKind::MissingSubcommand => "a command is missing".into(),
        ErrorKind::InvalidValue if value.is_empty() && chinese => format!("`{argument}` 后面缺少值"),
        ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` lacks its value"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if chinese => {
            format!("`{argument}` 不能是“{value}”")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("`{argument}` cannot be `{value}`"),
        ErrorKind::ArgumentConflict if chinese => format!("`{argument}` 重复或与其他参数冲突"),
        ErrorKind::ArgumentConflict => format!("`{argument}` is given twice or conflicts with another"),
        ErrorKind::MissingRequiredArgument if chinese => format!("缺少参数 {argument}"),
        ErrorKind::MissingRequiredArgument => format!("missing: {argument}"),
        _ => error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_string(),
    };
    if !valid.is_empty() {
        text += &if chinese { format!("，可以是 {valid}") } else { format!("; it can be {valid}") };
    }
    if !suggested.is_empty() {
        text += &if chinese {
            format!("，是不是 `{suggested}`？")
        } else {
            format!("; did you mean `{suggested}`?")
        };
    }
    text + if chinese { "\n用 gongbao --help 查看用法" } else { "\nsee gongbao --help" }
}
