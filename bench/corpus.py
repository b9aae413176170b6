#!/usr/bin/env python3
"""Deterministic corpus of public policy reporting for benchmarks.

    corpus.py --policies P --out DIR --flavor gongbao|hugo [--seed N] [--totals template|data]

Each policy is one Chinese Markdown text (front matter, 12 numbered tasks with
their responsible bodies, one table) and the figures of 2 indicators, for each
of 50 townships: baseline 2022, yearly targets 2023-2027, 24 monthly actuals.
Policy i depends on --seed and i only, never on P, so a corpus of 100 is a
prefix of a corpus of 1000.

gongbao   the texts and figures in the project's own content format: site.yaml,
          organisations.yaml, and per policy policy.md, indicators.yaml,
          progress/2023-2024.yaml
hugo      the same texts and figures as a complete minimal site: per policy an
          article page and a progress page (for each indicator an inline SVG
          chart and a table of 50 units), a list page, sitemap.xml, rss.xml

--totals template  (hugo) the yearly and monthly totals of the chart are summed
                   over the 50 units by the template (the default)
--totals data      (hugo) the data file carries the totals

Standard library only.  All names of places and figures are made up.
"""

import argparse
import datetime
import json
import os
import random

YEARS = [2023, 2024, 2025, 2026, 2027]
MONTHS = ["%d-%02d" % (y, m) for y in (2023, 2024) for m in range(1, 13)]
N_UNITS = 50

HEAD = "青白龙凤金银石柳松柏云清永太长新福双高分"
TAIL = "溪坪滩桥坝岭泉湾塘关"
TOPICS = [
    "高新技术企业和科技型企业“双倍增”", "数字乡村建设", "养老服务体系建设", "农村生活污水治理",
    "中小学校园食品安全", "特色农业产业集群培育", "城镇老旧小区改造", "绿色低碳转型",
    "基层医疗卫生能力提升", "政务服务“一件事一次办”", "文化旅游融合发展", "现代物流体系建设",
    "知识产权保护", "就业创业促进", "防汛抗旱能力提升", "生活垃圾分类",
]
THEMES = ["科技、教育", "农业、水利", "民政、社保", "生态环境", "城乡建设", "卫生健康", "商务、旅游", "综合政务"]
INDICATORS = [
    ("高新技术企业数量", "家"), ("科技型企业数量", "家"), ("建成示范点", "个"), ("培训人次", "人次"),
    ("改造户数", "户"), ("新增床位", "张"), ("受理件数", "件"), ("修复面积", "亩"),
]
BODIES = [
    "区科技局", "区发展改革委", "区经济信息委", "区教委", "区财政局", "区人力社保局", "区农业农村委",
    "区商务委", "区文化旅游委", "区卫生健康委", "区民政局", "区生态环境局", "区住房城乡建委", "区市场监管局",
    "区大数据发展局", "区国资委", "区金融办", "区司法局", "区招商投资局", "区物流办", "经开区经济发展局", "各乡镇(街道)",
]
VERBS = ["健全", "完善", "强化", "推进", "加快建设", "统筹推进", "优化", "深化", "规范", "提升"]
OBJECTS = [
    "企业培育库", "孵化载体空间布局", "公共服务平台", "目标责任体系", "成果转化机制", "人才引育政策", "专项资金管理",
    "数据共享目录", "监督考核办法", "基层服务网点", "重点项目清单", "风险预警机制", "标准化示范体系", "联席会议制度",
]
SENTENCES = [
    "{v}{o},建立“一企一档”“一事一策”工作台账,按月调度、按季通报。",
    "到{y}年,力争{o}覆盖率达到{n}%以上,{o2}基本成型。",
    "{v}{o},引导{b}与乡镇(街道)联动,形成“储备一批、培育一批、认定一批”的良好态势。",
    "每年遴选{n}个基础好、有潜力的对象予以重点支持,推动{o2}提质增效。",
    "支持{b}牵头制定年度计划,{v}{o},切实解决群众反映集中的突出问题。",
    "对条件成熟的地区先行试点,{v}{o2},及时总结可复制、可推广的经验做法。",
    "{v}{o},依托**{o2}**逐项分解任务,明确时间表、路线图。",
]
TASKS = [
    "培育壮大市场主体", "建设创新平台", "提升服务能级", "加强要素保障", "优化空间布局", "推进数字赋能", "拓展应用场景",
    "强化标准引领", "促进成果转化", "加强金融支撑", "引育专业人才", "深化区域协同", "完善基础设施", "强化监测评价",
    "扩大开放合作", "保护合法权益",
]
GROUPS = ["聚焦体系建设,夯实工作基础", "聚焦提质增效,增强发展动能", "聚焦载体建设,完善全链条服务", "聚焦环境优化,健全长效机制"]
SAFEGUARDS = [
    ("加强统筹协调", "由区政府分管领导担任召集人,建立横向到边、纵向到底的责任体系,闭环落实目标任务。"),
    ("加强政策激励", "全面落实税费优惠政策,统筹用好各级财政专项资金,扩大政策知晓度和普及度。"),
    ("强化人才支撑", "分层分类引进培养专业人才,并按相关政策给予配套支持。"),
    ("注重监督考核", "将完成情况纳入年度目标绩效考核体系,明确要求、跑表计时、到点验收。"),
]

CSS = """\
:root{--ink:#1f2933;--line:#d5dbe3;--accent:#b3261e;--ok:#1b7f4b;--warn:#b7791f;--late:#c0392b}
*{box-sizing:border-box}
body{margin:0;font:16px/1.75 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:var(--ink)}
header,main,footer{max-width:1080px;margin:0 auto;padding:16px 24px}
header a{color:var(--accent);text-decoration:none;font-weight:700}
table{border-collapse:collapse;width:100%;margin:16px 0;font-size:14px}
th,td{border:1px solid var(--line);padding:4px 8px;text-align:left}
th{background:#f4f6f8}
td.num{text-align:right;font-variant-numeric:tabular-nums}
td.ok{color:var(--ok)}td.warn{color:var(--warn)}td.late{color:var(--late)}
svg.chart{width:100%;height:auto}
svg .grid{stroke:var(--line)}svg text{font-size:12px;fill:var(--ink)}
svg .target{fill:none;stroke:#5b6b7b;stroke-width:2;stroke-dasharray:6 4}
svg .actual{fill:none;stroke:var(--accent);stroke-width:3}
"""


def unit_names():
    kinds = ["镇", "乡", "街道"]
    return [HEAD[i % len(HEAD)] + TAIL[(i * 7 + i // len(HEAD)) % len(TAIL)] + kinds[i % 7 % 3] for i in range(N_UNITS)]


UNITS = unit_names()


def q(s):
    return json.dumps(s, ensure_ascii=False)


class Policy:
    """The content of policy number i (from 1)."""

    def __init__(self, seed, i):
        r = random.Random("%d:%d" % (seed, i))
        self.i = i
        self.slug = "p%05d" % i
        topic = r.choice(TOPICS)
        self.issued = datetime.date(2022, 1, 1) + datetime.timedelta(days=r.randrange(700))
        self.published = self.issued + datetime.timedelta(days=r.randrange(3, 30))
        year = self.issued.year
        self.title = "长溪区人民政府办公室关于印发长溪区%s工作实施方案(第%d号)的通知" % (topic, i)
        self.meta = [
            ("索引号", "11500%09dF/%d-%05d" % (r.randrange(10**9), year, i)),
            ("发文字号", "长溪府办发〔%d〕%d号" % (year, i)),
            ("发布机构", "长溪区人民政府办公室"),
            ("主题分类", r.choice(THEMES)),
            ("体裁分类", "公文"),
            ("成文日期", self.issued.isoformat()),
            ("发布日期", self.published.isoformat()),
            ("有效性", "有效" if r.random() < 0.9 else "失效"),
        ]
        self.indicators = [self.indicator(r, k, name) for k, name in enumerate(r.sample(INDICATORS, 2))]
        self.body = self.text(r, topic)

    def indicator(self, r, k, name):
        units = []
        for u in UNITS:
            base = r.randrange(2, 60)
            targets, v = [], base
            for _ in YEARS:
                v += r.randrange(1, 1 + max(2, base // 3))
                targets.append(v)
            end = base + (targets[1] - base) * r.uniform(0.55, 1.25)
            actuals, v = [], float(base)
            for m in range(24):
                v = max(v, base + (end - base) * (m + 1) / 24 + r.uniform(-0.6, 0.6))
                actuals.append(int(v))
            units.append((u, base, targets, actuals))
        return {
            "id": "i%d" % (k + 1), "name": name[0], "unit": name[1], "units": units,
            "baseline": sum(u[1] for u in units),
            "targets": [sum(u[2][j] for u in units) for j in range(5)],
            "actuals": [sum(u[3][j] for u in units) for j in range(24)],
        }

    def sentence(self, r):
        o, o2 = r.sample(OBJECTS, 2)
        return r.choice(SENTENCES).format(
            v=r.choice(VERBS), o=o, o2=o2, b=r.choice(BODIES), y=r.choice(YEARS), n=r.randrange(5, 96))

    def resp(self, r):
        return "〔责任单位:" + "、".join(r.sample(BODIES, r.randrange(3, 7))) + "等〕"

    def text(self, r, topic):
        a, b = self.indicators
        out = [
            "各镇乡人民政府,各街道办事处,区政府有关部门,有关单位:",
            "《长溪区%s工作实施方案》已经区政府同意,现印发给你们,请认真贯彻执行。" % topic,
            "## 一、总体要求",
            "**(一)指导思想**。以高质量发展为主题,以改革创新为动力,坚持问题导向、目标导向、结果导向,"
            "加快%s,为现代化建设提供有力支撑。" % topic,
            "**(二)主要目标**。到2025年,全区%s达到%d%s、%s达到%d%s;到2027年,分别达到%d%s和%d%s。" % (
                a["name"], a["targets"][2], a["unit"], b["name"], b["targets"][2], b["unit"],
                a["targets"][4], a["unit"], b["targets"][4], b["unit"]),
            "## 二、重点任务",
        ]
        names = r.sample(TASKS, 12)
        for n in range(12):
            if n % 3 == 0:
                out.append("### (%s)%s" % ("一二三四"[n // 3], GROUPS[n // 3]))
            out.append("**%d.%s**。%s" % (n + 1, names[n], "".join(self.sentence(r) for _ in range(2 + n % 2))))
            out.append(self.resp(r))
        out.append("## 三、目标任务分解")
        rows = ["| 指标 | 2022年基数 | " + " | ".join("%d年" % y for y in YEARS) + " |", "|---" * 7 + "|"]
        for ind in (a, b):
            rows.append("| %s(%s) | %d | %s |" % (
                ind["name"], ind["unit"], ind["baseline"], " | ".join(map(str, ind["targets"]))))
        out.append("\n".join(rows))
        out.append("## 四、保障措施")
        for n, (head, body) in enumerate(SAFEGUARDS):
            out.append("**(%s)%s**。%s%s" % ("一二三四"[n], head, body, self.resp(r)))
        out.append("本方案自印发之日起施行,由[长溪区人民政府办公室](https://example.org/)负责解释。")
        return "\n\n".join(out) + "\n"

    def hugo_front_matter(self):
        pairs = [("title", self.title), ("date", self.issued.isoformat())] + self.meta
        return "---\n" + "\n".join("%s: %s" % (k, v if k == "date" else q(v)) for k, v in pairs) + "\n---\n"

    def gongbao_front_matter(self):
        m = dict(self.meta)
        keys = [("title", self.title), ("index_number", m["索引号"]), ("document_number", m["发文字号"]),
                ("topic", m["主题分类"]), ("genre", m["体裁分类"]), ("issuer", m["发布机构"]),
                ("issued", m["成文日期"]), ("published", m["发布日期"]), ("validity", m["有效性"])]
        out = ["%s: %s" % (k, v if k in ("issued", "published") else q(v)) for k, v in keys]
        out.append("period: { start: 2023-01, end: 2027-12 }")
        return "---\n" + "\n".join(out) + "\n---\n"

    def gongbao_indicators(self):
        out = []
        for ind in self.indicators:
            out += ["- id: " + ind["id"], "  name: " + ind["name"], "  unit: " + ind["unit"], "  kind: level",
                    "  clause: 一(二)", "  owner: b0", "  frequency: monthly", "  due: { months: 1, day: 15 }",
                    "  baseline: { period: 2022, value: %d }" % ind["baseline"], "  targets:"]
            out += ["    - { by: %d, reach: %d }" % t for t in zip(YEARS, ind["targets"])]
            out += ["  breakdowns:", "    - id: townships", "      title: %s分解表" % ind["name"], "      sum: exact",
                    "      columns: " + json.dumps([2022] + YEARS), "      rows:"]
            out += ["        %s: %s" % (u, json.dumps([b] + t)) for u, b, t, _ in ind["units"]]
        return "\n".join(out) + "\n"

    def gongbao_progress(self):
        out = ["columns: [" + ", ".join(MONTHS) + "]", "indicators:"]
        out += ["  %s: %s" % (ind["id"], json.dumps(ind["actuals"])) for ind in self.indicators]
        out.append("breakdowns:")
        for ind in self.indicators:
            out += ["  %s:" % ind["id"], "    townships:"]
            out += ["      %s: %s" % (u, json.dumps(a)) for u, _, _, a in ind["units"]]
        return "\n".join(out) + "\n"

    def data_yaml(self, totals):
        out = [
            "policy: " + self.slug, "updated: \"2024-12-31\"", "baseline_year: 2022",
            "years: " + json.dumps(YEARS), "months: " + json.dumps(MONTHS), "indicators:",
        ]
        for ind in self.indicators:
            out += ["  - id: " + ind["id"], "    name: " + ind["name"], "    unit: " + ind["unit"]]
            if totals:
                out += ["    totals:", "      baseline: %d" % ind["baseline"],
                        "      targets: " + json.dumps(ind["targets"]), "      actuals: " + json.dumps(ind["actuals"])]
            out.append("    units:")
            for name, base, targets, actuals in ind["units"]:
                out += ["      - name: " + name, "        baseline: %d" % base,
                        "        targets: " + json.dumps(targets), "        actuals: " + json.dumps(actuals)]
        return "\n".join(out) + "\n"


# The geometry of the chart: a drawing of 720 x 320, x = 60 at the end of 2022 and
# 10.5 for each month, y = 270 - value / greatest target * 230.

HUGO = {
    "layouts/baseof.html": """\
<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>{{ .Title }}</title><link rel="stylesheet" href="/style.css"></head>
<body>
<header><a href="/">政策公开与进展</a></header>
<main>
{{ block "main" . }}{{ end }}
</main>
<footer>长溪区人民政府办公室</footer>
</body>
</html>
""",
    "layouts/home.html": """\
{{ define "main" }}<h1>政策列表</h1>
<table class="list"><thead><tr><th>标题</th><th>发文字号</th><th>成文日期</th><th>有效性</th><th>进展</th></tr></thead><tbody>
{{ range where site.RegularPages "Section" "policies" }}<tr><td><a href="{{ .RelPermalink }}">{{ .Title }}</a></td><td>{{ index .Params "发文字号" }}</td><td>{{ index .Params "成文日期" }}</td><td>{{ index .Params "有效性" }}</td><td><a href="/progress/{{ .File.ContentBaseName }}/">进展</a></td></tr>
{{ end }}</tbody></table>
{{ end }}""",
    "layouts/policies/page.html": """\
{{ define "main" }}<article><h1>{{ .Title }}</h1>
<table class="meta"><tbody>
{{ $p := .Params }}{{ range slice "索引号" "发文字号" "发布机构" "主题分类" "体裁分类" "成文日期" "发布日期" "有效性" }}<tr><th>{{ . }}</th><td>{{ index $p . }}</td></tr>
{{ end }}</tbody></table>
{{ .Content }}
<p><a href="/progress/{{ .File.ContentBaseName }}/">查看进展</a></p></article>
{{ end }}""",
    "layouts/progress/page.html": """\
{{ define "main" }}{{ $d := .Resources.Get "progress.yaml" | transform.Unmarshal }}<h1>{{ .Title }}</h1>
<p>数据截至 {{ $d.updated }} <a href="/policies/{{ $d.policy }}/">政策原文</a></p>
{{ range $d.indicators }}{{ $units := .units }}
{{ $base := 0 }}{{ $targets := slice }}{{ $actuals := slice }}
@SUM@
{{ $max := index $targets 4 }}
<section><h2>{{ .name }}({{ .unit }})</h2>
<svg class="chart" viewBox="0 0 720 320" role="img"><title>{{ .name }}目标与实际</title>
{{ range seq 0 4 }}{{ $y := sub 270.0 (mul . 57.5) }}<line class="grid" x1="60" y1="{{ printf "%.1f" $y }}" x2="690" y2="{{ printf "%.1f" $y }}"/><text x="52" y="{{ printf "%.1f" (add $y 4) }}" text-anchor="end">{{ printf "%.0f" (div (mul $max . 1.0) 4) }}</text>
{{ end }}{{ range seq 0 5 }}<text x="{{ printf "%.1f" (add 60.0 (mul . 126)) }}" y="292" text-anchor="middle">{{ add 2022 . }}年</text>
{{ end }}<polyline class="target" points="60.0,{{ printf "%.1f" (sub 270.0 (mul (div (float $base) $max) 230)) }}{{ range $k, $v := $targets }} {{ printf "%.1f" (add 60.0 (mul (add $k 1) 126)) }},{{ printf "%.1f" (sub 270.0 (mul (div (float $v) $max) 230)) }}{{ end }}"/>
{{ range $k, $v := $targets }}<circle cx="{{ printf "%.1f" (add 60.0 (mul (add $k 1) 126)) }}" cy="{{ printf "%.1f" (sub 270.0 (mul (div (float $v) $max) 230)) }}" r="4"/>
{{ end }}<polyline class="actual" points="60.0,{{ printf "%.1f" (sub 270.0 (mul (div (float $base) $max) 230)) }}{{ range $m, $v := $actuals }} {{ printf "%.1f" (add 60.0 (mul (add $m 1) 10.5)) }},{{ printf "%.1f" (sub 270.0 (mul (div (float $v) $max) 230)) }}{{ end }}"/>
<text x="70" y="20">虚线:目标</text><text x="150" y="20">实线:实际</text></svg>
<table class="progress"><thead><tr><th>单位</th><th>2022</th>{{ range $d.years }}<th>{{ . }}</th>{{ end }}<th>最新实际</th><th>完成率</th></tr></thead><tbody>
{{ range $units }}{{ $now := index .actuals 23 }}{{ $rate := div (mul $now 100.0) (index .targets 1) }}<tr><td>{{ .name }}</td><td class="num">{{ .baseline }}</td>{{ range .targets }}<td class="num">{{ . }}</td>{{ end }}<td class="num">{{ $now }}</td><td class="num {{ if ge $rate 100.0 }}ok{{ else if ge $rate 80.0 }}warn{{ else }}late{{ end }}">{{ printf "%.1f" $rate }}%</td></tr>
{{ end }}<tr><th>合计</th><td class="num">{{ $base }}</td>{{ range $targets }}<td class="num">{{ . }}</td>{{ end }}<td class="num">{{ index $actuals 23 }}</td><td class="num">{{ printf "%.1f" (div (mul (index $actuals 23) 100.0) (index $targets 1)) }}%</td></tr></tbody></table></section>
{{ end }}{{ end }}""",
    "layouts/rss.xml": """\
{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ site.Title }}</title><link>{{ site.BaseURL }}</link><description>政策公开</description>
{{ range first 50 (where site.RegularPages "Section" "policies") }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "2006-01-02" }}</pubDate></item>
{{ end }}</channel></rss>
""",
    "layouts/sitemap.xml": """\
{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{{ range site.Pages }}<url><loc>{{ .Permalink }}</loc></url>
{{ end }}</urlset>
""",
    "hugo.toml": """\
baseURL = "https://example.org/"
title = "政策公开与进展"
languageCode = "zh-CN"
disableKinds = ["taxonomy", "term", "section", "404"]
[outputs]
home = ["html", "rss"]
[outputFormats.rss]
baseName = "rss"
[markup.goldmark.renderer]
unsafe = true
[[cascade]]
[cascade.build]
publishResources = false
""",
}
HUGO_SUM = """\
{{ range $units }}{{ $base = add $base .baseline }}{{ end }}
{{ range seq 0 4 }}{{ $k := . }}{{ $s := 0 }}{{ range $units }}{{ $s = add $s (index .targets $k) }}{{ end }}{{ $targets = $targets | append $s }}{{ end }}
{{ range seq 0 23 }}{{ $m := . }}{{ $s := 0 }}{{ range $units }}{{ $s = add $s (index .actuals $m) }}{{ end }}{{ $actuals = $actuals | append $s }}{{ end }}"""
HUGO_DATA = "{{ $base = .totals.baseline }}{{ $targets = .totals.targets }}{{ $actuals = .totals.actuals }}"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


def gongbao_site(put):
    put("content/site.yaml", "title: 政策公开与进展\nlanguage: zh-CN\nbase_url: https://example.org/\n"
        "organisation: 长溪区人民政府办公室\n")
    units = ["- { id: t%02d, name: %s, kind: township }" % (n, u) for n, u in enumerate(UNITS)]
    units += ["- { id: b%d, name: %s, kind: department }" % (n, q(b)) for n, b in enumerate(BODIES[:-1])]
    units.append('- { id: all-towns, name: "%s", kind: group, members: { kinds: [township] } }' % BODIES[-1])
    put("content/organisations.yaml", "\n".join(units) + "\n")


def gongbao_policy(put, p):
    put("content/policies/%s/policy.md" % p.slug, p.gongbao_front_matter() + p.body)
    put("content/policies/%s/indicators.yaml" % p.slug, p.gongbao_indicators())
    put("content/policies/%s/progress/2023-2024.yaml" % p.slug, p.gongbao_progress())


def hugo_site(put, totals):
    for path, text in HUGO.items():
        put(path, text.replace("@SUM@", HUGO_DATA if totals == "data" else HUGO_SUM))
    put("static/style.css", CSS)


def hugo_policy(put, p, totals):
    put("content/policies/%s.md" % p.slug, p.hugo_front_matter() + p.body)
    put("content/progress/%s/index.md" % p.slug, "---\ntitle: %s\n---\n" % q("进展:" + p.title))
    put("content/progress/%s/progress.yaml" % p.slug, p.data_yaml(totals == "data"))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--policies", type=int, required=True, metavar="P")
    ap.add_argument("--out", required=True, metavar="DIR", help="absent or empty")
    ap.add_argument("--flavor", choices=["gongbao", "hugo"], required=True)
    ap.add_argument("--seed", type=int, default=20230719)
    ap.add_argument("--totals", choices=["template", "data"], default="template")
    a = ap.parse_args()
    if os.path.isdir(a.out) and os.listdir(a.out):
        ap.error("%s is not empty" % a.out)

    def put(rel, text):
        write(os.path.join(a.out, rel), text)

    hugo = a.flavor == "hugo"
    if hugo:
        hugo_site(put, a.totals)
    else:
        gongbao_site(put)
    for i in range(1, a.policies + 1):
        p = Policy(a.seed, i)
        if hugo:
            hugo_policy(put, p, a.totals)
        else:
            gongbao_policy(put, p)


if __name__ == "__main__":
    main()
