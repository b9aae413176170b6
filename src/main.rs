//! Arguments -> command -> exit code: 0 fine, 1 the content or theme has errors, 2 wrong use or a failing machine.

use std::process::ExitCode;

fn main() -> ExitCode {
    let today = gongbao::cli::today(std::env::var("SOURCE_DATE_EPOCH").ok().as_deref());
    let editor = ["VISUAL", "EDITOR"].iter().find_map(|name| std::env::var(name).ok());
    gongbao::cli::run(std::env::args_os().collect(), today, editor, &|name| std::env::var(name).ok())
}
