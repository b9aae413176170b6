//! An interpretation that is still to be written.

use super::scalar;

/// The Markdown file, in Chinese.
pub fn interpretation(title: Option<&str>) -> String {
    let title = title.map(|title| format!(" {}", scalar(title))).unwrap_or_default();
    format!(
        "---
# 政策解读。写好公布日期以前，网站生成不了。
title:{title}
form: 文字                     # 文字、图解、问答或视频
by:                            # 谁写的
published:                     # 公布日期（必填），写成 2024-02-05 的样子
---

解读的正文写在这里，用 Markdown；这一行换掉。
"
    )
}
