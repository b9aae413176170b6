//! `content/site.yaml`.

use super::publish;
use super::shape::Schema;
use super::values::{Choice, flag, text, texts, words};
use serde_json::json;

/// The schema of the settings.
pub(super) fn schema() -> Schema {
    let languages = [("zh-CN", "简体中文", "Chinese"), ("en", "英文", "English")];
    let theme = text(
        "主题",
        "themes/ 下的文件夹名，或内置的 portal（默认）。",
        "A folder of themes/, or the built-in portal (default).",
    );
    let base_url = Schema::new(
        &["string"],
        "正式网址",
        "网站将来的完整网址；不写链接照样能用，站点地图和 canonical 链接要用它。",
        "The address that the site will have; links work without it, the sitemap and canonical links need it.",
    );
    let ranking = flag(
        "排名",
        "现在只读入，还不起作用：网页一律不排名。默认 false。",
        "Read, not used yet: no page ranks. Default false.",
    );
    let workbooks = flag(
        "工作簿",
        "是否在每项政策的 data/ 里另存一份 policy.xlsx，每张表一页；`gongbao pack` 总会有。默认 false。",
        "Whether data/ of each policy has policy.xlsx too, a sheet a table; `gongbao pack` always has it. Default false.",
    );
    let booklet = flag(
        "宣传册",
        "是否为每项政策生成可以打印的宣传册（PDF）；不写，程序带有这项功能就生成。",
        "Whether each policy has a booklet to print (PDF); left out: wherever the program can make them.",
    );
    Schema::mapping("网站设置", "整个网站的设置。", "The settings of the whole site.")
        .required(
            "title",
            line("网站名称", "显示在每一页上。", "The site's title, on every page.", "青禾区政策进展公开"),
        )
        .required("language", words(&languages, "页面语言", "网页用哪种语言。", "The language of the pages."))
        .optional("languages", languages_of(&languages))
        .required(
            "organisation",
            line("主办单位", "谁公布这个网站。", "Who publishes the site.", "青禾区人民政府办公室"),
        )
        .optional("theme", theme.example("portal"))
        .optional(
            "base_url",
            base_url
                .with("pattern", json!("^https?://[^ ?#]+$"))
                .example("https://example.gov.cn/zt/jinzhan/"),
        )
        .optional("notice", line("提示", "显示在每一页的一句话。", "A line on every page.", "演示站点。"))
        .optional("portal", portal())
        .optional("licence", licence())
        .optional("status", status())
        .optional("ranking", ranking.example(false))
        .optional("workbooks", workbooks.example(true))
        .optional("publish", publish::schema())
        .optional("booklet", booklet.example(false))
}

/// A list of languages.
fn languages_of(languages: &[Choice]) -> Schema {
    let one = words(languages, "语言", "一种语言。", "A language.").or_nothing();
    Schema::list(
        one,
        "全部语言",
        "网页有哪几种语言，要包括 language；别的语言的网页在 en/ 这样的文件夹里。不写就只有一种。",
        "The languages of the pages, with that of language; pages in another one are in a folder such as en/. Default: only one.",
    )
    .example(json!(["zh-CN", "en"]))
}

/// A text with an example.
fn line(title: &str, zh: &str, en: &str, example: &str) -> Schema {
    text(title, zh, en).example(example)
}

fn portal() -> Schema {
    let name = ("网站名称", "政府网站的规范名称。", "The official name of the government site.");
    let domain = ("网站域名", "政府网站的域名。", "The domain of the government site.");
    let agency_mark = Schema::new(
        &["string"],
        "党政机关网站标识",
        "标识链接里 id= 后面的32位编号，显示在页脚。",
        "The 32 hexadecimal digits behind id= in the link of the mark, in the footer.",
    );
    let agency_mark = agency_mark.example("0123456789ABCDEF0123456789ABCDEF");
    let record = ("公网安备号", "显示在页脚。", "The public security record, in the footer.");
    Schema::mapping(
        "政府网站标签",
        "政府网站的标签和页脚；都可以不写，程序不会代填。",
        "Tags and footer of government pages; all optional, no value is ever invented.",
    )
    .optional("site_name", line(name.0, name.1, name.2, "青禾区人民政府"))
    .optional("site_domain", line(domain.0, domain.1, domain.2, "www.example.gov.cn"))
    .optional(
        "site_id_code",
        line(
            "网站标识码",
            "十位标识码，加引号。",
            "The ten-digit code of the site, in quotes.",
            "5000000000",
        ),
    )
    .optional("column", column())
    .optional("icp", line("ICP备案号", "显示在页脚。", "The ICP number, in the footer.", "青ICP备00000000号"))
    .optional("police_record", line(record.0, record.1, record.2, "青公网安备00000000000000号"))
    .optional("agency_mark", agency_mark.with("pattern", json!("^[0-9a-fA-F]{32}$")))
}

fn licence() -> Schema {
    let url = Schema::new(&["string"], "网址", "许可全文的网址。", "The address of its text.");
    Schema::mapping(
        "数据许可",
        "别人可以怎样使用数据；不写就不说。",
        "Under which terms the data may be used; left out, nothing is said.",
    )
    .required("name", line("名称", "许可的名称。", "What it is called.", "政府数据开放授权许可"))
    .optional("url", url.with("pattern", json!("^https?://[^ ]+$")).example("https://example.gov.cn/xuke/"))
}

fn column() -> Schema {
    let example = "公开区级政策的目标任务、责任单位和完成进度。";
    let keywords = texts("栏目关键词", "一个或几个词。", "One word or several.");
    Schema::mapping("栏目", "所在栏目的标签。", "The tags of the column that the site belongs to.")
        .optional("name", line("栏目名称", "栏目的名称。", "Its name.", "政策进展"))
        .optional("description", line("栏目描述", "栏目是做什么的。", "What it is for.", example))
        .optional("keywords", keywords.example(json!(["青禾区", "政策进展"])))
}

fn status() -> Schema {
    let measures = [("months", "月", "months"), ("points", "百分点", "percentage points of the way")];
    let measure = words(
        &measures,
        "按什么量",
        "快慢按什么量，默认 months。",
        "What the distance is measured in; default months.",
    );
    let edges = Schema::new(
        &["array"],
        "分档界限",
        "超进度、达进度、略有滞后、滞后的下限：四个从大到小的数。",
        "The lower edges of ahead, on schedule, slightly behind and behind: four numbers that fall.",
    );
    let edges = edges.with("items", json!({ "type": "number" }));
    let edges = edges.with("minItems", json!(4)).with("maxItems", json!(4)).example(json!([2, 0, -2, -6]));
    let bands = Schema::mapping("分档", "进度状态怎样分档。", "How status is divided into bands.")
        .optional("measure", measure)
        .optional("edges", edges)
        .example(json!({ "measure": "months", "edges": [2, 0, -2, -6] }));
    Schema::mapping("进度状态", "怎样判断进度。", "How progress is judged.").optional("bands", bands)
}
