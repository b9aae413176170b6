//! What sentences promise, in the shapes of real plans.

use super::*;

fn show(text: &str) -> String {
    let reading = read(text, Some(2023), None);
    let mut shown: Vec<String> = reading
        .promises
        .iter()
        .map(|p| {
            let due = match &p.due {
                Due::By(by) => by.clone(),
                Due::Each(from, to) => format!("{from}..{to}"),
                Due::Unsaid => "?".to_string(),
            };
            let doubts: String = p.doubts.iter().map(|doubt| format!(" {doubt:?}?")).collect();
            format!("{} {due} {} {} {} {:?}{doubts}", p.name, p.word.key(), p.value, p.unit, p.kind)
        })
        .collect();
    shown.extend(reading.left_out.iter().map(|(words, why)| format!("- {words} {why:?}")));
    shown.join("\n")
}

#[test]
fn sentences_promise_what_they_say() {
    let cases = [
        (
            "聚焦提升质量目标,到2025年,全区高新技术企业突破160家、科技型企业超过1200家。",
            "高新技术企业 2025 over 160 家 Level\n科技型企业 2025 over 1200 家 Level",
        ),
        (
            "到2027年,全区高新技术企业和科技型企业在2022年的基础上实现“双倍增”,分别超过200家和1600家。",
            "高新技术企业 2027 over 200 家 Level\n科技型企业 2027 over 1600 家 Level",
        ),
        (
            "到2025年和2027年，口袋公园分别达到60个和80个。",
            "口袋公园 2025 reach 60 个 Level\n口袋公园 2027 reach 80 个 Level",
        ),
        ("到2025年，甲类和乙类企业、丙类企业分别达到60个和80个。", "- 分别达到60个和80个 Uneven"),
        (
            "在2022年的基础上，新增专利和注册商标分别达到100件和50件以上。",
            "新增专利 ? reach 100 件 Cumulative\n注册商标 ? reach 50 件 Level",
        ),
        ("规模以上工业企业研发机构覆盖率达到60%以上。", "规模以上工业企业研发机构覆盖率 ? reach 60 % Level"),
        ("2024年6月底前，建成口袋公园20个。", "建成口袋公园 2024-06 reach 20 个 Cumulative"),
        ("每年培育20家以上科技型企业。", "培育科技型企业 ? reach 20 家 Yearly"),
        ("2023—2025年，每年新增市级平台3个。", "新增市级平台 2023..2025 reach 3 个 Yearly"),
        ("2023—2025年，累计新增市级平台30个。", "累计新增市级平台 2025 reach 30 个 Cumulative"),
        (
            "新增国家级平台3个、市级平台10个。",
            "新增国家级平台 ? reach 3 个 Cumulative\n市级平台 ? reach 10 个 Cumulative",
        ),
        ("到2025年，技术合同成交额年均增长10%以上。", "技术合同成交额年均增长 2025 reach 10 % Growth"),
        ("到2025年，研发投入强度比2020年提高0.5个百分点。", "- 提高0.5个百分点 Relative"),
        ("到2025年，营业收入达到500亿元。", "营业收入 2025 reach 500 亿元 Level"),
        ("空气质量优良天数比例保持在90%以上。", "空气质量优良天数比例 ? reach 90 % KeepAtLeast"),
        ("到2025年，万元产值能耗控制在0.3吨以内。", "万元产值能耗 2025 within 0.3 吨 KeepAtMost"),
        ("审批时间压缩至3个工作日以内。", "审批时间 ? within 3 个工作日 Level"),
        ("到2025年，建成孵化载体20—30个。", "建成孵化载体 2025 reach 20 个 Cumulative Range?"),
        ("对首次认定的企业，给予20万元奖励。", ""),
        ("对首次认定的企业，给予不超过20万元奖励。", "- 给予不超过20万元 Support"),
        ("推动年营业收入超过2000万元的企业升规。", "- 推动年营业收入超过2000万元 Condition"),
        ("到2025年，高新技术企业160家。", "高新技术企业 2025 reach 160 家 Level Word?"),
        (
            "高新技术企业保有量稳步提升，到2025年达到200家。",
            "高新技术企业保有量稳步提升 2025 reach 200 家 Level Name?",
        ),
        ("加强大数据、5G、物联网技术创新，强化12345热线。", ""),
        ("根据《行动计划（2023—2027年）》的通知（渝府办发〔2023〕26号）要求，突破难题。", ""),
        (
            "力争到2025年全区生产总值突破1000亿元，年均增长7%左右。",
            "生产总值 2025 over 1000 亿元 Level\n生产总值年均增长 2025 reach 7 % Growth About? Name?",
        ),
        (
            "培育“专精特新”企业100家，其中国家级“小巨人”企业10家。",
            "培育“专精特新”企业 ? reach 100 家 Cumulative\n国家级“小巨人”企业 ? reach 10 家 Cumulative",
        ),
        (
            "到2025年，新增专利100件，商标50件。",
            "新增专利 2025 reach 100 件 Cumulative\n商标 2025 reach 50 件 Cumulative Word?",
        ),
        ("PM2.5平均浓度控制在35微克/立方米以内。", "PM2.5平均浓度 ? within 35 微克/立方米 KeepAtMost"),
        (
            "打造1个中心、3个平台，建成5G基站500个。",
            "打造中心 ? reach 1 个 Cumulative\n打造平台 ? reach 3 个 Cumulative\n建成5G基站 ? reach 500 个 Cumulative",
        ),
        ("实行24小时值班，覆盖52个乡镇。", ""),
        ("", ""),
    ];
    let told: Vec<String> = cases
        .iter()
        .filter(|(text, wanted)| show(text) != *wanted)
        .map(|(text, wanted)| format!("{text}\n  found:  {}\n  wanted: {wanted}", show(text)))
        .collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}
