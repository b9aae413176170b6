//! How far a run has come: a bar on a terminal, silence in a pipe.

use super::Shared;
use crate::pipeline::{Stage, Watch};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// A bar on standard error.
pub(super) struct Meter {
    bar: ProgressBar,
    reading: &'static str,
    rendering: &'static str,
    committing: &'static str,
}

impl Meter {
    /// Shows itself only on a terminal: indicatif hides the bar elsewhere.
    pub(super) fn new(shared: &Shared) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr_with_hz(10));
        bar.set_style(
            ProgressStyle::with_template("{spinner} {msg}").unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        bar.enable_steady_tick(Duration::from_millis(120));
        Meter {
            bar,
            reading: shared.say("正在读取内容", "reading the content"),
            rendering: shared.say("正在生成", "rendering"),
            committing: shared.say("正在写入", "writing"),
        }
    }

    /// Takes the bar away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Meter {
    fn stage(&self, stage: Stage) {
        match stage {
            Stage::Reading => self.bar.set_message(self.reading),
            Stage::Rendering(total) => {
                self.bar.set_length(total as u64);
                let style = ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}");
                self.bar
                    .set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("=> "));
                self.bar.set_message(self.rendering);
            }
            Stage::Committing => self.bar.set_message(self.committing),
        }
    }

    fn made(&self) {
        self.bar.inc(1);
    }
}
