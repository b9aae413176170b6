//! The heads of interpretations, cases and free pages.

use super::shape::Schema;
use super::values::{moment, text, texts, words};
use serde_json::json;

/// `interpretations/*.md`.
pub(super) fn interpretation() -> Schema {
    let forms = [
        ("文字", "文字", "text"),
        ("图解", "图解", "pictures"),
        ("问答", "问答", "questions and answers"),
        ("视频", "视频", "video"),
    ];
    Schema::mapping(
        "政策解读",
        "解读文章开头两行 --- 之间的信息。",
        "The head of an interpretation, between two lines of ---.",
    )
    .required("title", text("标题", "解读的标题。", "Its title.").example("为什么建口袋公园"))
    .required("published", published())
    .optional("form", words(&forms, "形式", "解读的形式。", "Its form."))
    .optional("by", text("解读人", "谁作的解读。", "Who gives it.").example("区园林局"))
    .optional("aliases", aliases())
}

/// `cases/*.md`.
pub(super) fn case() -> Schema {
    let organisation = text(
        "单位",
        "案例是哪个机构的，写登记册里的 id 或名称。",
        "Whose it is: an id or name of the register.",
    );
    let clause =
        text("条目", "案例属于哪一条，从最外层编号写起。", "The clause that it belongs to, by its path.");
    let image = text("图片", "图片的文件名，放在 cases/ 或 files/ 里。", "A picture, in cases/ or files/.");
    Schema::mapping(
        "典型案例",
        "案例文章开头两行 --- 之间的信息。",
        "The head of a case, between two lines of ---.",
    )
    .required("title", text("标题", "案例的标题。", "Its title.").example("一块边角地的变化"))
    .required("published", published())
    .optional("organisation", organisation.example("东岸街道"))
    .optional("clause", clause.example("二1"))
    .optional("image", image.example("corner.jpg"))
    .optional("aliases", aliases())
}

/// `content/pages/*.md`.
pub(super) fn page() -> Schema {
    Schema::mapping(
        "单独的页面",
        "页面开头两行 --- 之间的信息。",
        "The head of a free page, between two lines of ---.",
    )
    .required("title", text("标题", "页面的标题。", "Its title.").example("关于本站"))
    .optional("published", published())
    .optional("aliases", aliases())
}

fn published() -> Schema {
    moment(
        "发布日期",
        "知道时刻就写上；晚于生成那天的，当作还没有写。",
        "The day, with a time if known; later than the day of the build it is not there yet.",
    )
}

fn aliases() -> Schema {
    texts(
        "以前的地址",
        "网页以前的地址，会转到现在的网页。",
        "Former addresses of the page; they lead to it.",
    )
    .example(json!(["zt/jieda/kouDai.html"]))
}
