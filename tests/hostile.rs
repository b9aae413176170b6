//! Content that means harm, or that is merely absurd: it is inert, refused or converted, with a sentence,
//! in bounded time and in two gibibytes of address space.

mod harness;

use harness::{Folder, Ran, TODAY, Tree, html};
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

const SITE: &str = "content/site.yaml";
const REGISTER: &str = "content/organisations.yaml";
const TEXT: &str = "content/policies/p/policy.md";
const INDICATORS: &str = "content/policies/p/indicators.yaml";
const PROGRESS: &str = "content/policies/p/progress/2024-06.yaml";
const PAGE: &str = "content/pages/x.md";

const HEAD: &str = "---\ntitle: 方案\nissuer: 甲办\nissued: 2024-01-01\npublished: 2024-01-02\n---\n\n";
const PAGE_HEAD: &str = "---\ntitle: 页\n---\n\n";

/// A small site with everything in it.
fn site() -> Folder {
    let site = Folder::empty();
    site.write(SITE, "title: 甲\nlanguage: zh-CN\norganisation: 甲办\n");
    site.write(
        REGISTER,
        "- { id: a, name: 甲局, kind: department }\n- { id: b, name: 乙镇, kind: township }\n",
    );
    site.write(TEXT, format!("{HEAD}一、目标\n\n1.到2025年，企业达到10家。〔甲局〕\n"));
    site.write(
        INDICATORS,
        "- { id: i, name: 企业, unit: 家, kind: level, owner: 甲局, targets: [{ by: 2025, over: 10 }] }\n",
    );
    site.write(PROGRESS, "published: 2024-07-01\nindicators:\n  i: 5\n");
    site
}

/// Runs the binary in two gibibytes; it must end by itself, in words, within the time.
fn bounded(site: &Folder, command: &str, limit: Duration, told: &str) -> Ran {
    let begun = Instant::now();
    let output = Command::new("bash")
        .args(["-c", "ulimit -v 2097152; exec \"$@\"", "-", env!("CARGO_BIN_EXE_gongbao")])
        .args(["--root", site.path().to_str().unwrap(), "--as-of", TODAY, command])
        .env("RUST_BACKTRACE", "0")
        .output()
        .unwrap();
    assert!(output.status.code().is_some(), "{told}: ended by a signal: {:?}", output.status);
    let ran = Ran::from(output);
    assert!([0, 1].contains(&ran.code), "{told}: {}", ran.stderr);
    assert!(!ran.stderr.contains("panicked") && !ran.stderr.contains("内部错误"), "{told}: {}", ran.stderr);
    let took = begun.elapsed();
    assert!(took < limit, "{told} took {took:?}");
    ran
}

/// True for the theme's own scripts.
fn is_own(src: &str) -> bool {
    ["assets/early.js", "assets/portal.js", "assets/clauses.js", "assets/search.js"]
        .iter()
        .any(|own| src.ends_with(own))
}

/// What a reader's browser would run, or ask of another host, in a page or picture that was made of content.
fn alive(path: &str, text: &str) -> Vec<String> {
    let page = html::parse(text).unwrap_or_else(|error| panic!("`{path}`: {error}"));
    let mut found = Vec::new();
    for element in page.all() {
        let at = format!("{path}:{}", element.line);
        let name = element.name.to_ascii_lowercase();
        match name.as_str() {
            // What a page says to programs is data, and ends no element.
            "script" if element.attribute("type") == Some("application/ld+json") => {
                let data = element.text();
                let fine = serde_json::from_str::<serde_json::Value>(&data).is_ok() && !data.contains('<');
                if !fine || element.attribute("src").is_some() {
                    found.push(format!("{at}: no data: {data}"));
                }
            }
            // The theme's own, from files of their own.
            "script" if !element.attribute("src").is_some_and(is_own) => {
                found.push(format!("{at}: a script: {}", element.text()));
            }
            "iframe" | "object" | "embed" | "base" | "foreignobject" | "animate" | "set" => {
                found.push(format!("{at}: <{name}>"));
            }
            _ => {}
        }
        for (key, value) in &element.attributes {
            let bare: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
            let bare = bare.to_ascii_lowercase();
            let runs = ["javascript:", "data:", "vbscript:"].iter().any(|scheme| bare.starts_with(scheme));
            if key.to_ascii_lowercase().starts_with("on") || runs || key == "srcdoc" {
                found.push(format!("{at}: {key}=\"{value}\""));
            }
            if ["src", "srcset", "data", "poster"].contains(&key.as_str()) && bare.contains("//") {
                found.push(format!("{at}: another host: {value}"));
            }
            if key == "style" && ["url(", "expression", "evil"].iter().any(|word| bare.contains(word)) {
                found.push(format!("{at}: {value}"));
            }
        }
    }
    found
}

/// The pages and pictures of an output, none of which runs anything.
fn inert(output: &Tree) {
    let mut pages = 0;
    for (path, bytes) in output {
        if path.ends_with(".html") || path.ends_with(".svg") {
            let found = alive(path, std::str::from_utf8(bytes).unwrap());
            assert!(found.is_empty(), "{}", found.join("\n"));
            pages += 1;
        }
        // A part of the search's index is a script: one call, of nothing but values.
        if let Some(call) = path.strip_prefix("search/").filter(|name| name.ends_with(".js")) {
            let text = std::str::from_utf8(bytes).unwrap();
            let name = call.split(['-', '.']).next().unwrap();
            let values = text
                .strip_prefix(&format!("gongbaoSearch.{name}("))
                .and_then(|rest| rest.strip_suffix(");\n"));
            let values = values.unwrap_or_else(|| panic!("{path} is no call"));
            serde_json::from_str::<serde_json::Value>(&format!("[{values}]")).unwrap();
            assert!(!text.contains(['<', '\u{2028}', '\u{2029}']), "{path}");
        }
    }
    assert!(pages > 3);
}

#[test]
fn the_measure_of_harm_finds_harm() {
    for page in [
        "<p><script>x</script></p>",
        "<p><script src=\"//evil.cn/assets/portal.js2\"></script></p>",
        "<p onclick=\"x\">x</p>",
        "<a href=\"java\nscript:x\">x</a>",
        "<img src=\"https://evil.cn/x.png\">",
        "<iframe src=\"x\"></iframe>",
    ] {
        assert!(!alive("x", page).is_empty(), "{page}");
    }
}

/// Words that break out of text, attribute, script, style, comment and address.
const HARM: [&str; 5] = [
    r#""><script>alert(1)</script><img src=x onerror=alert(1)>"#,
    r#"'><svg/onload=alert(1)>&lt;script&gt;alert(1)"#,
    "</script><script>alert(1)</script><!--",
    "javascript:alert(1)//https://evil.cn",
    "</title></style><style>*{background:url(//evil.cn)}</style>{{ 7*7 }}{% raw %}",
];

/// A scalar of YAML in single quotes.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

#[test]
fn no_field_of_any_file_becomes_markup() {
    for (n, harm) in HARM.into_iter().enumerate() {
        let site = Folder::empty();
        // A relative link that leads nowhere would be an error, and nothing would be made.
        let link = if harm.starts_with("javascript") { harm.into() } else { format!("https://a.cn/{harm}") };
        let q = |name: &str| quoted(&format!("{name}{harm}"));
        site.write(
            SITE,
            format!(
                "title: {}\nlanguage: zh-CN\norganisation: {}\nnotice: {}\nbase_url: https://a.cn/x\nportal:\n  site_name: {}\n  site_domain: {}\n  site_id_code: {}\n  column: {{ name: {}, description: {}, keywords: [{}] }}\n  icp: {}\n  police_record: {}\n",
                q("站"), q("办"), q("告"), q("名"), q("域"), q("码"), q("栏"), q("述"), q("词"), q("备"), q("警"),
            ),
        );
        site.write(
            REGISTER,
            format!(
                "- {{ id: a, name: {}, kind: department, aliases: [{}], phone: {}, address: {}, hours: {}, website: {}, code: {}, former: [{{ name: {}, until: 2020-01-01, document: {} }}] }}\n- {{ id: b, name: 乙镇, kind: township, website: 'javascript:alert(1)' }}\n",
                q("甲局"), q("别"), q("电"), q("址"), q("时"), q("网"), q("码"), q("旧"), q("文"),
            ),
        );
        site.write(
            TEXT,
            format!(
                "---\ntitle: {}\nshort_title: {}\nindex_number: {}\ndocument_number: {}\ntopic: {}\ngenre: {}\nissuer: {}\nissued: 2024-01-01\npublished: 2024-01-02\nvalidity: {}\ncontact: {{ organisation: a, phone: {} }}\nattachments: [{{ n: 1, name: {}, file: t.txt }}]\ntext: markdown\n---\n\n# 一、目标{harm}\n\n## 1.企业{harm}\n\n到2025年，{harm}达到10家。〔乙镇〕\n\n[{harm}]({link})\n\n![{harm}]({link})\n\n`{harm}`\n\n<{harm}>\n\n    {harm}\n\n|{harm}|\n|---|\n|{harm}|\n",
                q("题"), q("短"), q("索"), q("号"), q("类"), q("裁"), q("发"), q("效"), q("电"), q("附"),
            ),
        );
        site.write("content/policies/p/files/t.txt", harm);
        site.write(
            INDICATORS,
            format!(
                "- id: i\n  name: {}\n  unit: {}\n  kind: level\n  owner: a\n  source: {}\n  definition: {}\n  baseline: {{ period: 2022, value: 1 }}\n  targets: [{{ by: 2025, over: 10 }}]\n  breakdowns: [{{ id: t, title: {}, columns: [2025], rows: {{ 乙镇: [11] }}, sum: none }}]\n  changes: [{{ from: 2025-03, document: {}, reason: {}, targets: [{{ by: 2025, over: 12 }}] }}]\n- {{ id: m, name: {}, unit: 步, kind: milestone, steps: [{{ by: 2024-06, name: {} }}] }}\n",
                q("企"), q("家"), q("源"), q("义"), q("表"), q("文"), q("由"), q("里"), q("步"),
            ),
        );
        site.write(
            PROGRESS,
            format!(
                "published: 2024-07-01\nsummary: {}\nindicators:\n  i: {{ value: 5, was: 6, revised: 2024-07-01, note: {} }}\n  m: {{ step: {}, on: 2024-06-01 }}\nclauses:\n  一1: {{ state: under-way, done: {}, next: {}, obstacle: {} }}\n",
                q("述"), q("注"), q("步"), q("成"), q("续"), q("难"),
            ),
        );
        let article =
            format!("---\ntitle: {}\npublished: 2024-02-01\n---\n\n{harm}\n\n[x]({link})\n", q("读"));
        site.write("content/policies/p/interpretations/x.md", &article);
        site.write("content/policies/p/cases/x.md", &article);
        site.write(PAGE, format!("---\ntitle: {}\n---\n\n{harm}\n", q("页")));
        let ran = bounded(&site, "build", Duration::from_secs(20), harm);
        assert_eq!(ran.code, 0, "{n}: {}", ran.stderr);
        let made = site.output();
        inert(&made);
        // It is there, as words.
        let words = |text: &str| html::parse(text).unwrap().text();
        let pages = made.iter().filter(|(path, _)| path.ends_with(".html"));
        let shown = pages.filter(|(_, page)| words(std::str::from_utf8(page).unwrap()).contains(&harm[..9]));
        assert!(shown.count() > 8, "{n}");
    }
}

#[test]
fn no_markdown_becomes_markup_that_runs() {
    let cases = [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](java&#115;cript:alert(1))",
        "[a](java&Tab;script:alert(1))",
        "[a](&#1;javascript:alert(1))",
        "[a](<java\\\nscript:alert(1)>)",
        "[a](vbscript:x) [a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a]: javascript:alert(1)\n\n[a] [a][] [b][a]",
        "<javascript:alert(1)>",
        "![a](javascript:alert(1)) ![a](data:image/svg+xml,<svg onload=alert(1)>)",
        "![a\" onerror=\"alert(1)](https://evil.cn/x.png)",
        "[a](https://a.cn \"x\" onclick=\"alert(1)\")",
        "[a](https://a.cn/\"onclick=\"alert(1))",
        "[a](https://a.cn '\"onmouseover=\"alert(1)')",
        "<script>alert(1)</script>\n\n<SCRIPT SRC=//evil.cn/x.js></SCRIPT>",
        "<img src=x onerror=alert(1)>\n\n<svg/onload=alert(1)>\n\n<a href=\"javascript:x\">x</a>",
        "<!-- --><script>alert(1)</script> <!--> <script>alert(1)</script> -->",
        "```html\"><script>alert(1)</script>\n</code></pre><script>alert(1)</script>\n```",
        "    </pre><script>alert(1)</script>",
        "|<script>|\n|:-\"onclick=x-:|\n|<img src=x onerror=x>|",
        "# <script>alert(1)</script> {#x\" onclick=\"alert(1)}",
        "**“<script>alert(1)</script>”**正文**“<b onclick=x>”**",
        "<math><mtext></math><style><img src=x onerror=alert(1)>",
        "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script&#62; &amp;lt;script&gt;",
    ];
    for text in cases {
        let site = site();
        site.write(TEXT, format!("{HEAD}# 一、目标\n\n{text}\n\n## 1.任务\n\n{text}\n"));
        site.write(PAGE, format!("{PAGE_HEAD}{text}\n"));
        site.write(
            PROGRESS,
            "published: 2024-07-01\nsummary: |\n  ".to_owned() + &text.replace('\n', "\n  ") + "\n",
        );
        // What leads nowhere is an error; then nothing is made of it.
        let ran = bounded(&site, "build", Duration::from_secs(10), text);
        match ran.code {
            0 => inert(&site.output()),
            _ => assert!(site.output().is_empty(), "{text}"),
        }
    }
}

#[test]
fn a_published_file_that_runs_is_refused_and_one_that_does_not_is_served() {
    let refused: [(&str, &str); 7] = [
        ("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"),
        ("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
        ("A.SVG", "<svg><foreignObject><p/></foreignObject></svg>"),
        ("a.svg", "<svg><a href=\"javascript&#58;alert(1)\"/></svg>"),
        ("a.html", "<script src=x></script>"),
        ("a.htm", "<img src=x onerror=alert(1)>"),
        ("a.xml", "<?xml-stylesheet href='a.xsl' type='text/xsl'?><a/>"),
    ];
    for (name, text) in refused {
        let site = site();
        site.write(&format!("content/policies/p/files/{name}"), text);
        let ran = bounded(&site, "build", Duration::from_secs(10), name);
        assert!(ran.code == 1 && ran.stderr.contains("错误[content/script]"), "{name}: {}", ran.stderr);
        assert!(ran.stderr.contains(name) && ran.stderr.contains("改法"), "{}", ran.stderr);
        assert!(site.output().is_empty());
    }
    let site = site();
    let plain = "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0h9\"/></svg>";
    site.write("content/policies/p/files/a.svg", plain);
    assert_eq!(site.build()["policies/p/files/a.svg"], plain.as_bytes());
}

#[test]
fn no_path_leads_out_of_the_site() {
    let out = [
        "../../../../../../../../etc/passwd",
        "/etc/passwd",
        "..\\..\\site.yaml",
        "files/../../../site.yaml",
    ];
    for path in out {
        let quoted = quoted(path);
        let changes: [(&str, String); 4] = [
            (
                TEXT,
                format!(
                    "---\ntitle: 方案\nissuer: 甲办\nissued: 2024-01-01\npublished: 2024-01-02\nattachments: [{{ n: 1, name: 表, file: {quoted} }}]\n---\n\n一、目标\n"
                ),
            ),
            (PROGRESS, format!("published: 2024-07-01\nindicators: {{ table: {quoted} }}\n")),
            (SITE, format!("title: 甲\nlanguage: zh-CN\norganisation: 甲办\ntheme: {quoted}\n")),
            (PAGE, format!("{PAGE_HEAD}[x]({path}) ![x]({path})\n")),
        ];
        for (file, text) in changes {
            let site = site();
            site.write(file, text);
            let ran = bounded(&site, "build", Duration::from_secs(10), path);
            // An address that begins with `/` is the host's business; no file is read for it.
            if !(file == PAGE && path.starts_with('/')) {
                assert_eq!(ran.code, 1, "{file} {path}: {}", ran.stderr);
            }
            let output = site.output();
            assert!(output.values().all(|bytes| !bytes.windows(6).any(|six| six == b"root:x")), "{path}");
        }
    }
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_site() {
    use std::os::unix::fs::symlink;
    for (at, to) in [
        ("content/policies/p/files/secret.txt", "/etc/passwd"),
        ("content/policies/p/files/all", "/etc"),
        ("content/pages/secret.md", "/etc/passwd"),
        ("content/policies/p/files/loop", "."),
        ("themes/x", "/etc"),
        ("content/policies/p/files/gone", "nowhere"),
    ] {
        let site = site();
        fs::create_dir_all(site.at(at).parent().unwrap()).unwrap();
        symlink(to, site.at(at)).unwrap();
        let ran = bounded(&site, "build", Duration::from_secs(10), at);
        assert!(ran.code == 1 && ran.stderr.contains("source/link-"), "{at}: {}", ran.stderr);
        assert!(site.output().is_empty());
    }
}

/// A name in `files/`, and the code that it is refused with; none where it is taken.
#[test]
fn names_of_files_that_some_host_does_not_take_are_refused_with_a_sentence() {
    for name in [
        "con", "nul.txt", "AUX.pdf", "com1.x", "a.", "a ", "a:b", "a?b", "a*b", "a|b", "a\"b", "<b>", "a\tb",
        "a\nb",
    ] {
        let site = site();
        site.write(&format!("content/policies/p/files/{name}"), "x");
        let ran = bounded(&site, "build", Duration::from_secs(10), name);
        assert!(ran.code == 1 && ran.stderr.contains("错误[plan/bad-name]"), "{name:?}: {}", ran.stderr);
        assert!(site.output().is_empty());
    }
    for id in ["con", "nul", "aux", "prn", "com1", "lpt9"] {
        for (file, text) in [
            (format!("content/policies/{id}/policy.md"), format!("{HEAD}一、目标\n")),
            (format!("content/pages/{id}.md"), format!("{PAGE_HEAD}x\n")),
            (
                INDICATORS.into(),
                format!(
                    "- {{ id: {id}, name: 企业, unit: 家, kind: level }}\n- {{ id: i, name: 乙, unit: 家, kind: level }}\n"
                ),
            ),
            (REGISTER.into(), format!("- {{ id: {id}, name: 甲局, kind: department }}\n")),
        ] {
            let site = site();
            site.write(&file, text);
            let ran = bounded(&site, "build", Duration::from_secs(10), &file);
            assert!(ran.code == 1 && ran.stderr.contains("plan/bad-name"), "{file} {id}: {}", ran.stderr);
        }
    }
    let clash: [(&str, &str); 2] = [("A.txt", "a.txt"), ("A/x.txt", "a")];
    for (one, other) in clash {
        let site = site();
        site.write(&format!("content/policies/p/files/{one}"), "x");
        site.write(&format!("content/policies/p/files/{other}"), "y");
        let ran = bounded(&site, "build", Duration::from_secs(10), one);
        assert!(ran.code == 1 && ran.stderr.contains("plan/same-url"), "{one}: {}", ran.stderr);
    }
}

#[test]
fn numbers_and_dates_of_no_world_are_refused_or_held_back() {
    let many = "9".repeat(400);
    for number in [
        "1e308", "-1e308", "1e400", "1e-400", ".inf", "-.inf", ".nan", "NaN", "Infinity", "0x10", "1_000",
        &many,
    ] {
        for (file, text) in [
            (PROGRESS, format!("published: 2024-07-01\nindicators:\n  i: {number}\n")),
            (
                INDICATORS,
                format!(
                    "- {{ id: i, name: 企业, unit: 家, kind: level, targets: [{{ by: 2025, over: {number} }}] }}\n"
                ),
            ),
            (
                INDICATORS,
                format!(
                    "- {{ id: i, name: 企业, unit: 家, kind: level, baseline: {{ period: 2022, value: {number} }} }}\n"
                ),
            ),
        ] {
            let site = site();
            site.write(file, text);
            let ran = bounded(&site, "check", Duration::from_secs(10), number);
            assert!(ran.code == 1 && ran.stderr.contains("错误[data/"), "{number}: {}", ran.stderr);
        }
    }
    for (number, code) in
        [("-0", 0), ("0", 0), ("999999999999999", 0), ("0.000001", 0), ("-999999999999999", 0)]
    {
        let site = site();
        site.write(PROGRESS, format!("published: 2024-07-01\nindicators:\n  i: {number}\n"));
        let ran = bounded(&site, "build", Duration::from_secs(10), number);
        assert_eq!(ran.code, code, "{number}: {}", ran.stderr);
        for (path, bytes) in site.output() {
            let text = String::from_utf8_lossy(&bytes);
            for word in ["NaN", ">inf", "\"-0\"", ">-0<", "Infinity"] {
                assert!(!path.ends_with(".html") || !text.contains(word), "{number}: {path} has `{word}`");
            }
        }
    }
    for year in ["0", "0000", "0001", "9999", "10000", "-1", "99999999999999999999"] {
        let site = site();
        site.write(
            INDICATORS,
            format!(
                "- {{ id: i, name: 企业, unit: 家, kind: level, targets: [{{ by: {year}, over: 10 }}] }}\n"
            ),
        );
        let ran = bounded(&site, "check", Duration::from_secs(10), year);
        assert!(ran.code == 1 && ran.stderr.contains("data/not-a-period"), "{year}: {}", ran.stderr);
        let site = self::site();
        site.write(TEXT, HEAD.replace("2024-", &format!("{year}-")) + "一、目标\n");
        bounded(&site, "build", Duration::from_secs(10), year);
        let site = self::site();
        site.write(&format!("content/policies/p/progress/{year}-06.yaml"), "indicators: { i: 5 }\n");
        let ran = bounded(&site, "check", Duration::from_secs(10), year);
        assert!(ran.code == 1 && ran.stderr.contains("data/file-name"), "{year}: {}", ran.stderr);
    }
}

#[test]
fn bytes_of_every_kind_are_read_converted_or_refused() {
    let utf16 = |text: &str| {
        [b"\xFF\xFE".to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat()
    };
    let page = format!("{PAGE_HEAD}甲乙丙\n");
    let gb = encoding_rs::GB18030.encode(&page).0.into_owned();
    let utf32: Vec<u8> = page.chars().flat_map(|c| (c as u32).to_le_bytes()).collect();
    let cases: [(&str, Vec<u8>, Option<&str>); 8] = [
        ("UTF-8 with a mark", [b"\xEF\xBB\xBF", page.as_bytes()].concat(), None),
        ("GB18030", gb, None),
        ("UTF-16", utf16(&page), None),
        ("UTF-32", utf32, Some("source/encoding")),
        ("no encoding", [page.as_bytes(), b"\xFF\xFE\x80"].concat(), Some("source/encoding")),
        ("a surrogate", [page.as_bytes(), b"\xED\xA0\x80"].concat(), Some("source/encoding")),
        ("half a character", page.as_bytes()[..page.len() - 2].to_vec(), Some("source/encoding")),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Some("error")),
    ];
    for (name, bytes, refused) in cases {
        let site = site();
        site.write(PAGE, bytes);
        let ran = bounded(&site, "build", Duration::from_secs(10), name);
        match refused {
            None => {
                assert_eq!(ran.code, 0, "{name}: {}", ran.stderr);
                let made = site.output();
                assert!(String::from_utf8_lossy(&made["pages/x/index.html"]).contains("甲乙丙"), "{name}");
            }
            Some(code) => assert!(
                ran.code == 1 && (code == "error" || ran.stderr.contains(code)),
                "{name}: {}",
                ran.stderr
            ),
        }
    }
    for text in ["甲\0乙", "甲\u{1}\u{7f}\u{200b}\u{202e}\u{fffe}乙", "\u{feff}\u{feff}甲"] {
        let site = site();
        site.write(PAGE, format!("{PAGE_HEAD}{text}\n\n`{text}`\n"));
        let ran = bounded(&site, "build", Duration::from_secs(10), text);
        assert_eq!(ran.code, 0, "{text:?}: {}", ran.stderr);
        let made = site.output();
        let page = &made["pages/x/index.html"];
        assert!(!page.contains(&0), "{text:?}: a NUL in a page");
        inert(&made);
    }
}

/// Texts that make a parser nest, look ahead or give up.
#[test]
fn texts_that_nest_ten_thousand_deep_take_bounded_time() {
    let n = 10_000;
    let nested = (0..1_000).map(|depth| format!("{}- 甲\n", "  ".repeat(depth))).collect::<String>();
    let cases: [(&str, String); 18] = [
        ("quotes", ">".repeat(n) + "甲"),
        ("lists", "- ".repeat(n) + "甲"),
        ("lists below lists", nested),
        ("brackets", "[".repeat(n) + &"]".repeat(n)),
        ("open brackets", "[".repeat(n)),
        ("links", "[a](".repeat(n)),
        ("pictures", "![".repeat(n) + &"](".repeat(n)),
        ("stars", "*".repeat(n) + "甲" + &"*".repeat(n)),
        ("emphasis", "*甲**乙".repeat(n)),
        ("low lines", "_a ".repeat(n)),
        ("ticks", (0..1_000).map(|n| "`".repeat(n % 300) + "a").collect()),
        ("comments", "<!--".repeat(n)),
        ("tags", "<a ".repeat(n)),
        ("cells", format!("{}|\n{}|\n{}|\n", "|甲".repeat(n), "|-".repeat(n), "|乙".repeat(n))),
        ("tails", "〔".repeat(n) + "责任单位：甲局" + &"〕".repeat(n)),
        ("entities", "&#0;&".repeat(n)),
        ("references", (0..n).map(|n| format!("[{n}]: a\n")).collect()),
        ("one line", "甲".repeat(350_000)),
    ];
    for (name, text) in cases {
        let site = site();
        site.write(PAGE, format!("{PAGE_HEAD}{text}\n"));
        site.write(TEXT, format!("{HEAD}一、目标\n\n1.任务。\n\n{text}\n"));
        site.write("content/policies/q/policy.md", format!("{HEAD}# 一、目标\n\n{text}\n"));
        bounded(&site, "build", Duration::from_secs(15), name);
    }
}

#[test]
fn yaml_that_explodes_or_nests_is_refused_in_bounded_time() {
    let names: Vec<char> = ('a'..='n').collect();
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n".to_string();
    for pair in names.windows(2) {
        bomb += &format!("{}: &{} [{}]\n", pair[1], pair[1], vec![format!("*{}", pair[0]); 10].join(", "));
    }
    let n = 10_000;
    let figures = |line: &dyn Fn(usize) -> String| {
        "published: 2024-07-01\nindicators:\n".to_string() + &(0..n).map(line).collect::<String>()
    };
    let cases: [(&str, String); 12] = [
        ("a bomb", bomb),
        ("an alias of itself", "indicators: &a\n  i: *a\n".into()),
        ("a sequence", format!("indicators: {}{}\n", "[".repeat(n), "]".repeat(n))),
        ("a mapping", format!("indicators: {}{}\n", "{a: ".repeat(n), "}".repeat(n))),
        ("open brackets", format!("indicators: {}\n", "[".repeat(n))),
        ("dashes", "- ".repeat(n) + "a\n"),
        ("questions", "? ".repeat(n) + "a\n"),
        ("unknown names", figures(&|n| format!("  k{n}: 1\n"))),
        ("one name", figures(&|_| "  i: 1\n".into())),
        ("full-width colons", figures(&|n| format!("  k{n}：1\n"))),
        ("tabs", figures(&|n| format!("\tk{n}: 1\n"))),
        (
            "commas",
            format!("published: 2024-07-01\nindicators: {{ {} }}\n", vec!["i: 1,234"; 2_000].join(", ")),
        ),
    ];
    for (name, text) in cases {
        let site = site();
        site.write(PROGRESS, text);
        let ran = bounded(&site, "build", Duration::from_secs(15), name);
        assert_eq!(ran.code, 1, "{name}: {}", ran.stderr);
        assert!(ran.stderr.len() < 4 << 20, "{name}: {} bytes were said", ran.stderr.len());
    }
}

#[test]
fn tables_with_a_slip_in_every_row_take_bounded_time() {
    let cases: [(&str, String); 3] = [
        ("one too many", "单位,企业\n".to_string() + &"乙镇,3,4\n".repeat(20_000)),
        ("quoted", "单位,企业\n".to_string() + &"\"乙镇\",3\n".repeat(20_000)),
        ("wide", format!("单位{}\n乙镇{}\n", ",企业".repeat(20_000), ",3".repeat(20_000))),
    ];
    for (name, table) in cases {
        let site = site();
        site.write("content/policies/p/files/t.csv", table);
        site.write(PROGRESS, "published: 2024-07-01\nindicators: { table: t.csv }\n");
        let ran = bounded(&site, "build", Duration::from_secs(15), name);
        assert_eq!(ran.code, 1, "{name}");
    }
}

#[test]
fn files_of_a_hundred_megabytes_are_copied_or_refused() {
    // Sparse: no disk is filled by the source.
    let sparse = |site: &Folder, path: &str, size: u64| {
        site.write(path, "");
        fs::File::options().write(true).open(site.at(path)).unwrap().set_len(size).unwrap();
    };
    let site = site();
    sparse(&site, "content/policies/p/files/film.mp4", 100 << 20);
    let ran = bounded(&site, "build", Duration::from_secs(20), "a film");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    assert_eq!(fs::metadata(site.at("output/policies/p/files/film.mp4")).unwrap().len(), 100 << 20);
    for path in [PAGE, PROGRESS, "content/policies/p/files/t.csv"] {
        let site = self::site();
        sparse(&site, path, 100 << 20);
        let ran = bounded(&site, "build", Duration::from_secs(20), path);
        assert!(ran.code == 1 && ran.stderr.contains("source/too-large"), "{path}: {}", ran.stderr);
    }
}

#[test]
fn many_clauses_and_many_organisations_take_bounded_time() {
    // A hundred sections of a hundred clauses each; ten times as many are measured in the closing note.
    let text: String = (1..=99)
        .map(|section| {
            let clauses = (1..=99).map(|n| format!("{n}.任务{n}。推进。〔甲局〕\n")).collect::<String>();
            format!("第{}章　任务\n{clauses}", chinese(section))
        })
        .collect();
    let site = site();
    site.write(TEXT, format!("{HEAD}{text}"));
    let ran = bounded(&site, "build", Duration::from_secs(20), "clauses");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let made = site.output();
    let page = String::from_utf8_lossy(&made["policies/p/index.html"]).into_owned();
    assert!(page.matches("id=\"c-").count() > 9_000, "{}", page.matches("id=\"c-").count());

    let site = self::site();
    let register: String =
        (0..3_000).map(|n| format!("- {{ id: o{n}, name: 单位{n}, kind: department }}\n")).collect();
    site.write(REGISTER, format!("- {{ id: a, name: 甲局, kind: department }}\n{register}"));
    let ran = bounded(&site, "build", Duration::from_secs(20), "organisations");
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let register: String = (0..100_000).map(|n| format!("- {{ id: o{n}, name: 单位{n} }}\n")).collect();
    site.write(REGISTER, register);
    let ran = bounded(&site, "build", Duration::from_secs(20), "organisations");
    assert!(ran.code == 1 && ran.stderr.contains("yaml/too-big"), "{}", ran.stderr);
}

/// 1 to 99 in Chinese.
fn chinese(n: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    match (n / 10, n % 10) {
        (0, units) => DIGITS[units].to_string(),
        (1, units) => format!("十{}", DIGITS[units]),
        (tens, units) => format!("{}十{}", DIGITS[tens], DIGITS[units]),
    }
}
