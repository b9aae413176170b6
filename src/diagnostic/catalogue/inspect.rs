//! Codes of the inspector, who looks in `check` only: what an inspection of government pages finds fault with.

super::catalogue! {
    TAG_MISSING "inspect/tag-missing" Warning {
        zh "政府网站页面必须有的标签还缺：{tags}" en "pages of a government site must carry tags that are missing: {tags}"
        help_zh "向网站主办单位问清楚，填在 `portal:` 下面：{keys}；不能照抄别的网站"
        help_en "ask the office that runs the portal, and write them below `portal:`: {keys}; never copy another site's"
    }
    TAG_PLACEHOLDER "inspect/tag-placeholder" Warning {
        zh "`{key}` 写的是“{value}”，不是真实的内容" en "`{key}` says \"{value}\", which is no real value"
        help_zh "换成真实的内容；没有就删去这一行" help_en "write the real value, or take the line out"
    }
    TAG_DOMAIN "inspect/tag-domain" Warning {
        zh "`site_domain` 应为域名，这里是“{value}”" en "`site_domain` should be a domain name, not \"{value}\""
        help_zh "只写域名，例如 `www.example.gov.cn`，不带 http:// 和斜杠"
        help_en "write the name alone, such as `www.example.gov.cn`, without http:// and slashes"
    }
    TAG_ID_CODE "inspect/tag-id-code" Warning {
        zh "网站标识码“{value}”的位数不对" en "the site id code \"{value}\" does not have the right length"
        help_zh "应为10位数字，部门网站是 bm 加8位数字；核对网站页脚上的标识码"
        help_en "it has ten digits, or, for a ministry, bm and eight digits: compare the footer of the portal"
    }
    TAG_OTHER_SITE "inspect/tag-other-site" Warning {
        zh "`{key}` 的“{value}”像是别的网站留下来的，与“{other}”对不上"
        en "`{key}` says \"{value}\", which looks like another site's: it does not fit \"{other}\""
        help_zh "从别的网站抄来的设置要逐项改过；核对名称和域名"
        help_en "settings copied from another site must be changed one by one: check name and domain"
    }
    NO_TIME "inspect/no-time" Warning {
        zh "发布时间只写到日，没有几时几分" en "the publishing time has a day, but no hour and minute"
        help_zh "政府网站的发布时间写到分，例如 `{date} 09:00`；照实际发布的时间写，不要估计"
        help_en "government sites give it to the minute, such as `{date} 09:00`: write when it really was, never a guess"
    }
    PUBLISHED_EARLY "inspect/published-early" Warning {
        zh "发布日期 {published} 早于成文日期 {issued}" en "it was published on {published}, before it was issued on {issued}"
        help_zh "核对两个日期；发布日期写首次公布的那一天" help_en "check both dates; `published` is the day on which it first came out"
    }
    INTERPRETATION_LATE "inspect/interpretation-late" Warning {
        zh "解读在 {published} 发布，比政策晚了 {days} 个工作日" en "this was published on {published}, {days} working days after the policy"
        help_zh "解读应与政策同步发布，最迟3个工作日；日期没有写错的，下次一起准备"
        help_en "an interpretation comes out with its policy, three working days later at most; if the date is right, prepare both together next time"
    }
    INTERPRETATION_LINK "inspect/interpretation-link" Warning {
        zh "{page} 上没有到 {target} 的链接，解读和政策原文没有互相关联"
        en "{page} has no link to {target}: interpretation and policy must lead to each other"
        help_zh "在主题的模板里补上这个链接" help_en "put the link into the theme's template"
    }
    DEAD_ANCHOR "inspect/dead-anchor" Warning {
        zh "链接指向的位置不存在：{target} 上没有 `#{anchor}`" en "the link leads to no place: {target} has no `#{anchor}`"
        help_zh "打开那个网页，点条目旁边的链接，照抄地址里 # 后面的部分；指向整页的就删去 # 和后面的部分"
        help_en "open that page and copy what follows # from the address of the clause; to lead to the whole page, take # and the rest out"
    }
    DEAD_PAGE_LINK "inspect/dead-page-link" Warning {
        zh "{page} 上的链接 `{link}` 指向的网页不存在" en "the link `{link}` on {page} leads to no page"
        help_zh "这个链接是主题的模板写的；改模板" help_en "a template of the theme writes it: change the template"
    }
    OTHER_HOST "inspect/other-host" Warning {
        zh "{page} 要从别的网站取 `{address}`" en "{page} asks another site for `{address}`"
        help_zh "把文件放进主题的 assets/：网页不向别的网站取任何东西"
        help_en "put the file into the theme's assets/: pages ask no other site for anything"
    }
    ATTACHMENT_FILE "inspect/attachment-file" Warning {
        zh "附件{numbers}没有文件，公众无法下载" en "attachment {numbers} has no file, so nobody can download it"
        help_zh "把文件放进这项政策的 files/，在文件信息里写 `attachments: [{ n: {first}, file: 文件名 }]`；已做成分解表的写 `annex: {first}`"
        help_en "put the file into the policy's files/ and write `attachments: [{ n: {first}, file: NAME }]` in the head; where it is a breakdown, write `annex: {first}` there"
    }
    ATTACHMENT_UNLISTED "inspect/attachment-unlisted" Warning {
        zh "正文说到附件{n}，文末的附件清单里没有" en "the text speaks of attachment {n}, which its list of attachments lacks"
        help_zh "核对编号；清单里漏了的补上" help_en "check the number, or add what the list lacks"
    }
    EMPTY_PAGE "inspect/empty-page" Warning {
        zh "“{title}”没有正文，会是一个空白网页" en "\"{title}\" has no text: its page will be blank"
        help_zh "写上正文；还没有写好的，先把文件移出 content/" help_en "write the text; until it is there, move the file out of content/"
    }
    EMPTY_SECTION "inspect/empty-section" Warning {
        zh "“{title}”下面没有内容" en "nothing stands below \"{title}\""
        help_zh "写上内容，或删去这个标题" help_en "write what belongs there, or take the heading out"
    }
    CHECK_DIGIT "inspect/check-digit" Warning {
        zh "“{value}”的校验位不对：按前面各位计算，应为 {expected}，这里是 {found}"
        en "the check digit of \"{value}\" is wrong: by the digits before it it should be {expected}, not {found}"
        help_zh "逐位核对，可能抄错了一位，或者把字母 O、I 当成了数字" help_en "compare digit by digit: one may be wrong, or O and I taken for 0 and 1"
    }
    DOCUMENT_NUMBER "inspect/document-number" Warning {
        zh "发文字号的年份用的是“{found}”，应用六角括号〔〕" en "the year of the document number stands in \"{found}\"; it should be 〔〕"
        help_zh "写成 {repaired}" help_en "write {repaired}"
    }
    DOCUMENT_YEAR "inspect/document-year" Warning {
        zh "发文字号的年份是 {year}，成文日期是 {issued}" en "the document number is of {year}, but the document was issued on {issued}"
        help_zh "核对发文字号和成文日期" help_en "check the number and the date"
    }
    PLACEHOLDER "inspect/placeholder" Warning {
        zh "“{value}”像是还没有填的内容" en "\"{value}\" looks like something still to be filled in"
        help_zh "填上内容，或删去" help_en "fill it in, or take it out"
    }
    PUNCTUATION "inspect/punctuation" Warning {
        zh "中文里有半角标点，共 {count} 处，这是第一处“{value}”" en "half-width punctuation in Chinese text, {count} in all; this is the first, \"{value}\""
        help_zh "换成全角标点，这里是“{repaired}”" help_en "use full-width marks, here \"{repaired}\""
    }
    DOUBLED "inspect/doubled-mark" Warning {
        zh "标点“{value}”重复了" en "the mark \"{value}\" is doubled"
        help_zh "删去多余的一个" help_en "take one of them out"
    }
    UNPAIRED "inspect/unpaired-mark" Warning {
        zh "这一段里的 {value} 不成对" en "{value} has no partner in this paragraph"
        help_zh "补上另一半，或删去" help_en "add its partner, or take it out"
    }
    IDENTITY_CARD "inspect/identity-card" Warning {
        zh "这里像是身份证号 {value}，不能公开" en "this looks like an identity card number, {value}; it must not be published"
        help_zh "删去；确需写明是谁的，隐去中间的出生年月日" help_en "take it out; where somebody must be named, leave out the day of birth in it"
    }
    MOBILE "inspect/mobile" Warning {
        zh "这里像是手机号 {value}，可能是个人信息" en "this looks like a mobile number, {value}, which may be a person's"
        help_zh "公开的咨询电话用办公电话，写在单位或 `contact` 的 `phone` 里" help_en "give an office number, in `phone` of the organisation or of `contact`"
    }
    BANK_CARD "inspect/bank-card" Warning {
        zh "这里像是银行卡号 {value}，不能公开" en "this looks like a bank card number, {value}; it must not be published"
        help_zh "删去" help_en "take it out"
    }
    WORD "inspect/word" Warning {
        zh "“{value}”在词表里{reason}" en "\"{value}\" is on the list of words{reason}"
        help_zh "换一种写法；词表是 content/words.yaml，含有它而没有问题的词写进 `except`"
        help_en "write it another way; the list is content/words.yaml, and longer words that hold it and are right go into `except`"
    }
    FORBIDDEN_WORD "inspect/forbidden-word" Error {
        zh "不能出现“{value}”{reason}" en "\"{value}\" must not stand here{reason}"
        help_zh "必须改；词表是 content/words.yaml" help_en "it must go; the list is content/words.yaml"
    }
    PROMISE "inspect/promise" Warning {
        zh "这里承诺了“{value}”，没有指标跟踪" en "\"{value}\" is promised here, and no indicator tracks it"
        help_zh "在 indicators.yaml 里加一个指标，写 `clause: {clause}` 和这个目标；不便量化跟踪的，可以允许"
        help_en "add an indicator with `clause: {clause}` and this target to indicators.yaml; where it cannot be tracked, allow it"
    }
    OVERDUE "inspect/overdue" Warning {
        zh "“{name}”的数应在 {due} 前公布，已经过期；最近一期是 {last}" en "a figure of \"{name}\" was due by {due} and is not there; the last one is of {last}"
        help_zh "请负责报数的单位补报；报数的时间变了的，改 `due`" help_en "ask whoever reports it; where the day has changed, change `due`"
    }
    ROWS_MISSING "inspect/rows-missing" Warning {
        zh "“{name}”{period} 的分解表应在 {due} 前报齐，还有 {count} 个单位没有报：{names}" en "the rows of \"{name}\" for {period} were due by {due}; {count} are missing: {names}"
        help_zh "请这些单位补报；没有数的不要填 0" help_en "ask them; never write 0 for a figure that is not there"
    }
    NO_SOURCE "inspect/no-source" Warning {
        zh "“{name}”有数，没有写由谁报送" en "\"{name}\" has figures, and nobody is named who reports them"
        help_zh "补上 `owner: 单位`，由别处提供的写 `source: 来源`" help_en "add `owner: ORGANISATION`, or `source: …` where others supply it"
    }
    ALLOW_UNUSED "inspect/allow-unused" Warning {
        zh "这一项允许没有用处：{file} 里没有这样的 `{code}`" en "this allows nothing: {file} has no such `{code}`"
        help_zh "问题已经改好的，删去这一项；文字改过的，照新的警告重写" help_en "take it out where the problem is gone; where the words have changed, write it anew"
    }
}
