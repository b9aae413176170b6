//! Words that a title does not part if it can help it: the commonest of official titles and headings. Chinese has no
//! spaces, and a whole dictionary would be larger than the program; what is not listed is broken by evenness alone.

/// Sorted, to be found by halves.
#[rustfmt::skip]
const TERMS: &[&str] = &[
    "一体化", "万州区", "专业", "专利", "中心", "主体", "乡村", "交通", "产业", "产业链", "产权", "人才", "人才队伍", "人民", "以上", "以下",
    "以内", "任务", "企业", "优势", "优化", "优质", "低碳", "住房", "体系", "体育", "供给", "促进", "保障", "信息化", "健全", "健康", "儿童",
    "全区", "全国", "全市", "全面", "公共", "关于", "关键", "养老", "军人", "农业", "农村", "农民", "创业", "创新", "制度", "制造", "制造业",
    "办法", "加工", "加强", "加快", "医疗", "协同", "协调", "单位", "卫生", "发展", "合作", "园区", "围绕", "国家", "土地", "城市", "城镇", "培育",
    "基地", "基础", "基础设施", "基金", "壮大", "奖励", "妇女", "季度", "学生", "孵化", "安全", "完善", "实施", "实施方案", "就业", "居民",
    "工业", "工作", "市场", "市场化", "平台", "年度", "应急", "应用", "建设", "开展", "开放", "引导", "引进", "强化", "情况", "意见", "成果",
    "打造", "托育", "技术", "投入", "投资", "招商", "招引", "持续", "振兴", "推动", "推进", "措施", "提升", "支持", "改革", "攻关", "政府", "政策",
    "教育", "数字化", "数据", "文化", "方案", "旅游", "智能化", "有序", "服务", "服务业", "未成年人", "机制", "机构", "构建", "标准化", "核心",
    "梯次", "梯队", "残疾人", "民生", "水平", "消费", "深化", "激励", "物流", "特色", "环保", "环境", "环节", "现代化", "生产", "生态", "监督",
    "目标", "知识", "知识产权", "研发", "研究", "示范", "社会", "社区", "科技", "科技型", "科研", "税收", "管理", "精准", "组织", "经济", "统筹",
    "综合", "绿色", "网络", "群众", "老年人", "考核", "职工", "联动", "聚焦", "能力", "能源", "若干", "落实", "落户", "融合", "行业", "行动",
    "行动计划", "街道", "补助", "补贴", "要素", "规划", "规模化", "规范", "计划", "设施", "试点", "财政", "贷款", "贸易", "资源", "资金", "转化",
    "载体", "进一步", "退役", "通知", "部门", "重大", "重庆市", "重点", "金融", "链条", "问题", "队伍", "阶段", "附件", "院所", "集群", "需求",
    "项目", "领域", "领导小组", "高新技术", "高校", "高质量", "鼓励",
];

/// The most letters of a term.
const LONGEST: usize = 4;

/// One for each letter: true where a line that ends before it parts a term. Of several terms the longest is meant.
pub(super) fn parted(letters: &[char]) -> Vec<bool> {
    let text: String = letters.iter().collect();
    let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    starts.push(text.len());
    let mut parted = vec![false; letters.len()];
    let mut from = 0;
    while from < letters.len() {
        let most = LONGEST.min(letters.len() - from);
        let is_term =
            |length: &usize| TERMS.binary_search(&&text[starts[from]..starts[from + length]]).is_ok();
        let length = (2..=most).rev().find(is_term).unwrap_or(1);
        parted[from + 1..from + length].fill(true);
        from += length;
    }
    parted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_term_is_meant_and_terms_are_sorted() {
        let letters: Vec<char> = "推动高新技术发展1".chars().collect();
        assert_eq!(parted(&letters), [false, true, false, true, true, true, false, true, false]);
        assert!(TERMS.is_sorted());
        assert!(TERMS.iter().all(|term| (2..=LONGEST).contains(&term.chars().count())));
        assert!(parted(&[]).is_empty());
    }
}
