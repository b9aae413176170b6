//! A policy of which nothing is known but its title: a draft, with a place for everything.

use super::scalar;

/// `policy.md`, in Chinese; a draft is neither shown nor missed until the line `draft` is taken out.
pub fn policy(title: Option<&str>) -> String {
    let title = title.map(|title| format!(" {}", scalar(title))).unwrap_or_default();
    format!(
        "---
# 两行 --- 之间是文件的信息，下面是正文。没有的留空，不要编。
draft: true                    # 草稿，网站上没有；填好以后删去这一行
title:{title}                         # 文件全称
short_title:                   # 菜单和卡片上用的短名
index_number:                  # 索引号
document_number:               # 发文字号，如 万州府办发〔2023〕28号
topic:                         # 主题分类
genre:                         # 体裁分类
issuer:                        # 发布机构（必填）
issued:                        # 成文日期（必填），写成 2024-01-26 的样子
published:                     # 首次公布的日期（必填），以后不改
validity:                      # 有效性
# period: {{ start: 2024-01, end: 2026-12 }}           # 从哪月到哪月
# contact: {{ organisation: 牵头单位, phone: 电话 }}
---

从发布的网页或 Word 里把正文原样粘贴到这里，一段一行，不用排版；这一行删去。
"
    )
}

/// `indicators.yaml` of a new policy: how an indicator is written, commented out.
pub fn indicators(schema: Option<&str>) -> String {
    let schema =
        schema.map(|schema| format!("# yaml-language-server: $schema={schema}\n")).unwrap_or_default();
    format!(
        "{schema}# 这项政策考核什么：从文件里找出带数字、带期限的目标，一个目标一项。没有就让本文件空着。
# 下面是样子，去掉行首的 # 再改。
# - id: places                 # 用在网址里：小写字母、数字、连字符
#   name: 公办园在园幼儿占比    # 填数时用这个名称
#   unit: \"%\"                  # 单位只写在这里
#   kind: level                # level 期末有多少；cumulative 自期初起累计；keep-at-least 不低于；milestone 分步完成
#   clause: 一(二)             # 正文哪一条提出的目标
#   owner: 区教育局            # 谁负责报数
#   frequency: quarterly       # monthly 每月，quarterly 每季，yearly 每年
#   due: {{ months: 1, day: 20 }}                   # 一期的数应在之后第1个月的20日前公布
#   baseline: {{ period: 2023, value: 51.5 }}       # 没有公布就不写这一行
#   targets:
#     - {{ by: 2025, over: 55 }}                    # over 超过；reach 达到；under 低于；within 不超过
"
    )
}
