//! Codes about what is declared, named and joined.

super::catalogue! {
    NO_SITE "content/no-site" Error {
        zh "没有找到 {file}" en "{file} was not found"
        help_zh "进入站点所在的文件夹再运行，或写 `--root 文件夹`；新建站点用 `gongbao init`"
        help_en "run this in the site's folder, or name it with `--root`; `gongbao init` makes a new site"
    }
    BAD_ALIAS "content/bad-alias" Error {
        zh "`{alias}` 不能作为网页以前的地址" en "`{alias}` cannot be a former address of a page"
        help_zh "写网站里的路径，只用英文字母、数字和 - _ . ~，例如 zt/jihua 或 old/plan.html；不写域名，不含 .. 和问号"
        help_en "write a path within the site in letters, digits and - _ . ~, such as old/plan or old/plan.html; no host, no .. and no question mark"
    }
    BAD_LICENCE_URL "content/bad-licence-url" Error {
        zh "许可的网址应为完整网址，这里是 `{value}`" en "the address of the licence should be complete, this is `{value}`"
        help_zh "以 https:// 开头；没有就不写" help_en "begin with https://, or leave it out"
    }
    BAD_AGENCY_MARK "content/bad-agency-mark" Error {
        zh "党政机关网站标识的编号应是32位的数字和字母 a 到 f，这里是 `{value}`" en "the id of an agency's mark is 32 hexadecimal digits, not `{value}`"
        help_zh "写标识链接里 id= 后面的那一串" help_en "write what stands behind id= in the link of the mark"
    }
    NO_HEAD "content/no-head" Error {
        zh "文件开头缺少写在两行 `---` 之间的信息" en "the file does not begin with its details between two lines of `---`"
        help_zh "第一行写 `---`，下面写 `title: 标题` 等各项，再写一行 `---`，然后是正文"
        help_en "begin with a line of `---`, then `title: …` and the other fields, then another `---`, then the text"
    }
    ALLOW_UNKNOWN "content/allow-unknown" Error {
        zh "没有 `{code}` 这个代码" en "there is no code `{code}`"
        help_zh "照抄警告方括号里的代码" help_en "copy the code from the brackets of the warning"
    }
    ALLOW_ERROR "content/allow-error" Error {
        zh "`{code}` 是错误，不能允许，只能改" en "`{code}` is an error: it cannot be allowed"
        help_zh "改好出错的地方，再删去这一项；能允许的只有警告"
        help_en "mend what is wrong and take this item out; only warnings can be allowed"
    }
    MISSING_KEY "content/missing-key" Error {
        zh "缺少 `{key}` 这一项" en "`{key}` is missing"
        help_zh "补上一行 `{key}: 内容`" help_en "add a line `{key}: …`"
    }
    UNKNOWN_KEY "content/unknown-key" Error {
        zh "这里不能写 `{key}` 这一项" en "there is no entry `{key}` here"
        help_zh "可以写的有：{known}" help_en "what can be written here: {known}"
    }
    UNKNOWN_WORD "content/unknown-word" Error {
        zh "`{key}` 不能写“{value}”" en "`{key}` cannot be `{value}`"
        help_zh "从这几个中选一个：{allowed}" help_en "write one of these: {words}"
    }
    NOT_TEXT "content/not-text" Error {
        zh "`{key}` 应为一段文字，这里写成了列表或多项内容" en "`{key}` should be a text; this is a list or a group of entries"
        help_zh "写成 `{key}: 文字`" help_en "write `{key}: text`"
    }
    NOT_A_LIST "content/not-a-list" Error {
        zh "`{key}` 应为列表" en "`{key}` should be a list"
        help_zh "每项一行，以 `- ` 开头，或写成 `[甲, 乙]`" help_en "one item a line, each beginning with `- `, or `[a, b]`"
    }
    NOT_A_MAPPING "content/not-a-mapping" Error {
        zh "`{key}` 里应逐行写“名称: 内容”" en "`{key}` should hold lines of `name: value`"
        help_zh "每行一项，冒号用半角，后面空一格，例如 `name: 区科技局`" help_en "one entry a line, with a colon and a space, such as `name: 区科技局`"
    }
    BAD_ID "content/bad-id" Error {
        zh "“{id}”要用在网址里，只能用小写字母、数字、`-` 和 `_`" en "`{id}` becomes part of URLs: only lower-case letters, digits, `-` and `_`"
        help_zh "改成小写的拼音或英文，例如 `kjj`；文件名和文件夹名也一样" help_en "rename it, for example to `kjj`; the same goes for names of files and folders"
    }
    SCRIPT "content/script" Error {
        zh "{file} 里有会在读者浏览器中运行的内容 `{found}`"
        en "{file} has something that runs in the reader's browser: `{found}`"
        help_zh "换成不含脚本的文件：图片另存为 PNG，或在绘图软件中存为不带脚本的 SVG；网页另存为 PDF"
        help_en "publish it without scripts: save a picture as PNG or plain SVG, a page as PDF"
    }
    BAD_URL "content/bad-url" Error {
        zh "`base_url` 应为完整网址，这里是“{value}”" en "`base_url` should be a complete address, this is `{value}`"
        help_zh "以 https:// 开头，例如 `https://www.example.gov.cn/zt/jinzhan/`；没有就不写"
        help_en "begin with https://, such as `https://www.example.gov.cn/zt/jinzhan/`, or leave it out"
    }
    PUBLISH_VALUE "content/publish-value" Error {
        zh "`{key}` 不能写“{value}”" en "`{key}` cannot be `{value}`"
        help_zh "写成 `{example}` 这样" help_en "write it like `{example}`"
    }
    PUBLISH_KIND "content/publish-kind" Error {
        zh "`kind: {kind}` 的发布目标不能写 `{key}`" en "a target of `kind: {kind}` cannot have `{key}`"
        help_zh "删去 `{key}`，或改 `kind`；这一种可以写的有：{known}"
        help_en "delete `{key}`, or change `kind`; this one can have {known}"
    }
    SECRET "content/secret" Error {
        zh "密码、密钥不能写在文件里：`{key}`" en "passwords and keys do not belong into a file: `{key}`"
        help_zh "删去这一行，换掉这个密码，然后设置环境变量 `{variable}`；文件会交给别人、存进版本库"
        help_en "remove the line, change the password, and set the environment variable `{variable}`: files are handed on and kept in repositories"
    }
    PLAIN_HTTP "content/plain-http" Warning {
        zh "`{key}` 以 http:// 开头，传输途中的内容别人能看到、能改"
        en "`{key}` begins with http://: what passes can be read and changed on the way"
        help_zh "服务器支持的话改成 https://" help_en "write https:// where the server has it"
    }
    BANDS "content/bands" Error {
        zh "`edges` 应为四个从大到小的数" en "`edges` should be four numbers, each smaller than the one before"
        help_zh "依次是超进度、达进度、略有滞后、滞后的下限，例如 `[2, 0, -2, -6]`"
        help_en "the lower edges of ahead, on schedule, slightly behind and behind, such as `[2, 0, -2, -6]`"
    }
    DUPLICATE_ID "content/duplicate-id" Error {
        zh "id `{id}` 用了两次" en "the id `{id}` is used twice"
        help_zh "给其中一个另写 `id:`；没有写 `id` 的，id 是名称的拼音" help_en "give one of them another `id:`; an id left out is the name in pinyin"
    }
    NAME_CLASH "content/name-clash" Error {
        zh "“{name}”这个名称用了两次" en "the name `{name}` is used twice"
        help_zh "一个名称（包括别名和曾用名）在一份名单里只能用一次，删去或改写其中一处"
        help_en "a name, alias or former name can stand only once in a list; change or delete one of the two"
    }
    CIRCLE "content/circle" Error {
        zh "“{name}”的 `{key}` 绕回了自己" en "`{key}` of `{name}` leads back to itself"
        help_zh "检查这几个单位的 `{key}`，删去写反的一处" help_en "check `{key}` of these organisations and remove the one that points the wrong way"
    }
    SAME_ADDRESS "content/same-address" Error {
        zh "两个文件会生成同一个网页（{address}）" en "two files would become the same page ({address})"
        help_zh "合并两个文件，或删去一个" help_en "merge the two files, or delete one"
    }
    UNKNOWN_ORGANISATION "content/unknown-organisation" Error {
        zh "单位“{name}”没有登记" en "the organisation `{name}` is not declared"
        help_zh "改成已登记的名称、别名或 id，或在 content/organisations.yaml 中加一行，例如 `- { name: 区科技局 }`"
        help_en "use a declared name, alias or id, or add a line to content/organisations.yaml, such as `- { name: 区科技局 }`"
    }
    UNREGISTERED "content/unregistered-organisation" Warning {
        zh "正文中的单位“{name}”没有登记" en "the organisation `{name}` in the text is not declared"
        help_zh "在 content/organisations.yaml 中加一行：{yaml}；如果是已登记单位的另一种写法，就写进它的 `aliases`"
        help_en "add to content/organisations.yaml: {yaml}; or add the name to the `aliases` of a declared one"
    }
    UNKNOWN_CLAUSE "content/unknown-clause" Error {
        zh "正文里没有“{clause}”这一条" en "the text has no clause `{clause}`"
        help_zh "从最外层编号写起，例如 `二(一)1`；编号全文唯一时可只写 `1`，也可以写标题" help_en "write its path from the outermost number in, such as `二(一)1`; a number that is unique, or the heading, will do"
    }
    AMBIGUOUS_CLAUSE "content/ambiguous-clause" Error {
        zh "有几条都叫“{clause}”，分不清是哪一条" en "`{clause}` could be several clauses"
        help_zh "从最外层编号写全，例如：{paths}" help_en "write the whole path, such as: {paths}"
    }
    UNKNOWN_INDICATOR "content/unknown-indicator" Error {
        zh "没有指标“{name}”" en "there is no indicator `{name}`"
        help_zh "写 indicators.yaml 中的 `id` 或 `name`" help_en "write the `id` or `name` from indicators.yaml"
    }
    UNKNOWN_BREAKDOWN "content/unknown-breakdown" Error {
        zh "这个指标没有分解表“{name}”" en "this indicator has no breakdown `{name}`"
        help_zh "写 indicators.yaml 中 `breakdowns` 的 `id`" help_en "write the `id` of one of its `breakdowns` in indicators.yaml"
    }
    UNKNOWN_POLICY "content/unknown-policy" Error {
        zh "没有政策“{policy}”" en "there is no policy `{policy}`"
        help_zh "写 content/policies/ 下的文件夹名" help_en "write the name of a folder in content/policies/"
    }
    REFERS_TO_ITSELF "content/refers-to-itself" Error {
        zh "政策 `{policy}` 指向了自己" en "the policy `{policy}` refers to itself"
        help_zh "写另一项政策的文件夹名，或删去" help_en "name another policy's folder, or delete it"
    }
    NOT_A_REFERENCE "content/not-a-reference" Error {
        zh "`same_as` 应写成“政策/指标”，这里是“{value}”" en "`same_as` should be `policy/indicator`, this is `{value}`"
        help_zh "例如 `same_as: chongqing-plan/high-tech`" help_en "for example `same_as: chongqing-plan/high-tech`"
    }
    SAME_AS_TWICE "content/same-as-twice" Error {
        zh "`same_as` 指向的指标，本身也取自别处" en "`same_as` names an indicator that is itself `same_as` another"
        help_zh "直接写数据最初所在的“政策/指标”，例如 `chongqing-plan/high-tech`" help_en "name the original `policy/indicator`, such as `chongqing-plan/high-tech`"
    }
    PROPOSED "content/proposed-indicator" Warning {
        zh "指标“{name}”是从原句提出来的，还没有人确认，暂不发布" en "the indicator `{name}` was proposed from this sentence and nobody has confirmed it: it is not published"
        help_zh "对照原句核对名称、计量单位、类型、期限和数，改好后删去 `proposed` 这一行；不是承诺的，整项删去"
        help_en "hold name, unit, kind, deadline and figure against the sentence, mend them and delete the line `proposed`; delete the whole item where it is no promise"
    }
    UNKNOWN_ATTACHMENT "content/unknown-attachment" Error {
        zh "正文的附件清单里没有附件{n}" en "the text's list of attachments has no number {n}"
        help_zh "核对编号；正文没有清单时，在这里写名称（附件用 `name:`，分解表用 `title:`）"
        help_en "check the number; where the text has no list, name it here (`name:` of an attachment, `title:` of a breakdown)"
    }
    ATTACHMENT_TWICE "content/attachment-twice" Error {
        zh "附件{n}写了两个文件" en "attachment {n} has two files"
        help_zh "每个编号只留一个文件" help_en "keep one file for each number"
    }
    TITLE_TWICE "content/title-twice" Warning {
        zh "附件清单里已有名称，这里的 `title` 不起作用" en "the list of attachments names it already; this `title` has no effect"
        help_zh "删去 `title`" help_en "delete `title`"
    }
    TABLE_WITHOUT_FIGURES "content/table-without-figures" Error {
        zh "{file} 里除了名称，没有数据列" en "{file} has names but no columns of figures"
        help_zh "第一行写列名，第一列写单位，后面各列写数字" help_en "put the heads into the first row, the names into the first column, and figures into the others"
    }
    MISSING_FILE "content/missing-file" Error {
        zh "没有 {file} 这个文件" en "there is no file {file}"
        help_zh "核对文件名（区分大小写），把文件放到这个位置" help_en "check its name (case matters) and put it there"
    }
    UNKNOWN_FILE "content/unknown-file" Warning {
        zh "{file} 不是本程序要读的文件，不会发布" en "{file} is not a file that this program reads, so it is not published"
        help_zh "要供下载的文件放进政策的 files/；YAML 的扩展名是 .yaml，正文的是 .md；不用的删去"
        help_en "put downloads into the policy's files/; YAML files end in .yaml, texts in .md; delete what is not needed"
    }
    NOT_PUBLISHED_DATA "content/not-published-data" Error {
        zh "这不是本程序生成的 data/site.json（{reason}）" en "this is no data/site.json of this program ({reason})"
        help_zh "从那个网站的 data/site.json 重新取一次，再运行 `gongbao gather 文件`；不汇总它就删去这个文件"
        help_en "fetch data/site.json of that site again and run `gongbao gather FILE`; to leave the site out, delete this file"
    }
    GATHERED_TWICE "content/gathered-twice" Error {
        zh "两个文件是同一个网站：{address}" en "two files are of one site, {address}"
        help_zh "留下新的，删去另一个" help_en "keep the newer one and delete the other"
    }
    GATHERED_WITHOUT_ADDRESS "content/gathered-without-address" Warning {
        zh "“{title}”没有写网址，总览里不能链接过去" en "《{title}》 gives no address, so that the overview cannot link to it"
        help_zh "请那个网站在 site.yaml 里写 `base_url`，生成后重新取一次"
        help_en "ask that site to set `base_url` in its site.yaml, to build, and fetch the file again"
    }
    MAIN_LANGUAGE "content/main-language" Error {
        zh "`languages` 里没有主要语言 `{language}`" en "`languages` lacks the main language, `{language}`"
        help_zh "把 `language` 的语言也写进去，例如 `languages: [zh-CN, en]`"
        help_en "name the one of `language` too: `languages: [zh-CN, en]`"
    }
    UNTRANSLATED "content/untranslated" Warning {
        zh "{what}：有 {n} 处没有 `{language}` 译文，网页上显示原文" en "{what}: {n} texts have no `{language}` translation and are shown as they are"
        help_zh "译文写在同一文件夹的 {files} 里"
        help_en "translations stand in {files} of the same folder"
    }
    UNUSED_TRANSLATION "content/unused-translation" Warning {
        zh "网站没有 `{language}` 的网页，这个译文文件没有用上" en "the site has no pages in `{language}`, so this translation is not used"
        help_zh "在 site.yaml 里写 `languages: [{languages}]`，或移走这个文件"
        help_en "write `languages: [{languages}]` in site.yaml, or move the file away"
    }
    NO_ORIGINAL "content/no-original" Warning {
        zh "没有 {file}，不知道这是谁的译文" en "there is no {file} of which this is the translation"
        help_zh "译文的文件名是原文的文件名加上语言，例如 policy.md 的译文是 policy.en.md"
        help_en "a translation is named like its original, with the language before the ending: policy.md, policy.en.md"
    }
    NOTHING_TO_TRANSLATE "content/nothing-to-translate" Warning {
        zh "原文没有写这一项，译文“{text}”用不上" en "the original says nothing here, so the translation `{text}` is not used"
        help_zh "先在原文里写这一项，或删去译文" help_en "write it in the original first, or take the translation out"
    }
    UNMATCHED_CLAUSE "content/unmatched-clause" Error {
        zh "原文在这里没有与“{heading}”对应的条目" en "the original has no clause here that `{heading}` could be the translation of"
        help_zh "标题的级别和编号要与原文一致，或在标题末尾写 `{#标记}`，例如 `{#c-2-1-1}`；这里还可以写的有：{known}"
        help_en "levels and numbers of headings follow the original; or end the heading with its mark, such as `{#c-2-1-1}`; what can stand here: {known}"
    }
}
