//! The sentences of every kind and status, in both languages: read them aloud.

use super::build::*;
use crate::model::{Direction, Frequency, Indicator, Kind, Language, Quality};
use crate::progress::{Standing, sentence};

fn firms(figures: &str) -> Indicator {
    level("2022=100", "2025>160 2027>200").figures(figures)
}

fn days(targets: &str, figures: &str) -> Indicator {
    level("2022=80", targets).named("平均办理时间", "天").figures(figures)
}

fn both(indicator: &Indicator, standing: &Standing) -> [String; 2] {
    [Language::Chinese, Language::English].map(|language| sentence(indicator, standing, language))
}

#[test]
fn every_status_and_kind() {
    #[rustfmt::skip]
    let cases = [
        ("the design's example", firms("2023-06=116 2024-06=128"), "2024-07-20",
            "截至2024年6月底，高新技术企业128家；按序时进度折算应达130家，少2家，略有滞后（约慢1个月）。到2025年底须超过160家，至少还差33家，平均每月需净增1.9家；近12个月平均每月净增1.0家。",
            "At the end of June 2024, 高新技术企业 stood at 128 家; at an even pace it would be 130 家, so it is 2 家 below: slightly behind (by about 1 month). More than 160 家 by the end of 2025: at least 33 家 to go, 1.9 家 a month on average; over the last 12 months it grew by 1.0 家 a month on average."),
        ("no data", firms(""), "2024-07-20",
            "高新技术企业暂无数据；2025年底须超过160家。",
            "高新技术企业: no data yet; the target is more than 160 家 by the end of 2025."),
        ("level with the path", firms("2024-06=130"), "2024-07-20",
            "截至2024年6月底，高新技术企业130家；按序时进度折算应达130家，恰好持平，达进度。到2025年底须超过160家，至少还差31家，平均每月需净增1.8家。",
            "At the end of June 2024, 高新技术企业 stood at 130 家; at an even pace it would be 130 家, so it is level: on schedule. More than 160 家 by the end of 2025: at least 31 家 to go, 1.8 家 a month on average."),
        ("on schedule, a little ahead", firms("2024-06=131"), "2024-07-20",
            "截至2024年6月底，高新技术企业131家；按序时进度折算应达130家，多1家，达进度（约快1个月）。到2025年底须超过160家，至少还差30家，平均每月需净增1.7家。",
            "At the end of June 2024, 高新技术企业 stood at 131 家; at an even pace it would be 130 家, so it is 1 家 above: on schedule (about 1 month ahead). More than 160 家 by the end of 2025: at least 30 家 to go, 1.7 家 a month on average."),
        ("ahead", firms("2024-06=150"), "2024-07-20",
            "截至2024年6月底，高新技术企业150家；按序时进度折算应达130家，多20家，超进度（快12个月）。到2025年底须超过160家，至少还差11家，平均每月需净增0.7家。",
            "At the end of June 2024, 高新技术企业 stood at 150 家; at an even pace it would be 130 家, so it is 20 家 above: ahead of schedule (by 12 months). More than 160 家 by the end of 2025: at least 11 家 to go, 0.7 家 a month on average."),
        ("behind", firms("2024-06=124"), "2024-07-20",
            "截至2024年6月底，高新技术企业124家；按序时进度折算应达130家，少6家，滞后（慢近4个月）。到2025年底须超过160家，至少还差37家，平均每月需净增2.1家。",
            "At the end of June 2024, 高新技术企业 stood at 124 家; at an even pace it would be 130 家, so it is 6 家 below: behind (by nearly 4 months). More than 160 家 by the end of 2025: at least 37 家 to go, 2.1 家 a month on average."),
        ("far behind, and falling", firms("2023-06=130 2024-06=119"), "2024-07-20",
            "截至2024年6月底，高新技术企业119家；按序时进度折算应达130家，少11家，严重滞后（慢近7个月）。到2025年底须超过160家，至少还差42家，平均每月需净增2.4家；近12个月平均每月净减0.9家。",
            "At the end of June 2024, 高新技术企业 stood at 119 家; at an even pace it would be 130 家, so it is 11 家 below: far behind (by nearly 7 months). More than 160 家 by the end of 2025: at least 42 家 to go, 2.4 家 a month on average; over the last 12 months it fell by 0.9 家 a month on average."),
        ("below the baseline, and stale", firms("2024-06=95").every(Frequency::Monthly), "2024-09-20",
            "截至2024年6月底，高新技术企业95家，低于基数；按序时进度折算应达130家，少35家，严重滞后（慢18个月）。到2025年底须超过160家，至少还差66家。应于2024年8月15日前公布的数据尚未公布。",
            "At the end of June 2024, 高新技术企业 stood at 95 家, below the baseline; at an even pace it would be 130 家, so it is 35 家 below: far behind (by 18 months). More than 160 家 by the end of 2025: at least 66 家 to go. The figure due by 15 August 2024 has not been published."),
        ("less than half a month", firms("2024-05=128"), "2024-07-20",
            "截至2024年5月底，高新技术企业128家；按序时进度折算应达128.3家，少0.3家，略有滞后（慢不足1个月）。到2025年底须超过160家，至少还差33家，平均每月需净增1.8家。",
            "At the end of May 2024, 高新技术企业 stood at 128 家; at an even pace it would be 128.3 家, so it is 0.3 家 below: slightly behind (by less than a month). More than 160 家 by the end of 2025: at least 33 家 to go, 1.8 家 a month on average."),
        ("hardly any change", firms("2023-06=128 2024-06=128"), "2024-07-20",
            "截至2024年6月底，高新技术企业128家；按序时进度折算应达130家，少2家，略有滞后（约慢1个月）。到2025年底须超过160家，至少还差33家，平均每月需净增1.9家；近12个月基本持平。",
            "At the end of June 2024, 高新技术企业 stood at 128 家; at an even pace it would be 130 家, so it is 2 家 below: slightly behind (by about 1 month). More than 160 家 by the end of 2025: at least 33 家 to go, 1.9 家 a month on average; over the last 12 months it hardly changed."),
        ("the interim target is met, the last speaks", firms("2024-06=170"), "2024-07-20",
            "截至2024年6月底，高新技术企业170家；按序时进度折算应达130家，多40家，超进度（快24个月）。到2027年底须超过200家，至少还差31家，平均每月需净增0.8家。",
            "At the end of June 2024, 高新技术企业 stood at 170 家; at an even pace it would be 130 家, so it is 40 家 above: ahead of schedule (by 24 months). More than 200 家 by the end of 2027: at least 31 家 to go, 0.8 家 a month on average."),
        ("reached early", firms("2024-06=201"), "2024-07-20",
            "截至2024年6月底，高新技术企业201家，已提前达到2027年底的目标（超过200家）。",
            "At the end of June 2024, 高新技术企业 stood at 201 家; the target was reached early: more than 200 家 by the end of 2027."),
        ("awaiting", firms("2025-12=161 2027-11=201"), "2028-01-20",
            "截至2027年11月底，高新技术企业201家；2027年底须超过200家，到期数据尚未公布，待验收。",
            "At the end of November 2027, 高新技术企业 stood at 201 家; the target was more than 200 家 by the end of 2027: awaiting verification, as its figure has not been published."),
        ("achieved", firms("2025-12=161 2027-12=1201"), "2028-01-20",
            "截至2027年12月底，高新技术企业1,201家；2027年底须超过200家，已完成。",
            "At the end of December 2027, 高新技术企业 stood at 1,201 家; the target was more than 200 家 by the end of 2027: achieved."),
        ("achieved late, an interim promise too", firms("2027-12=195 2028-03=201"), "2028-04-20",
            "截至2028年3月底，高新技术企业201家；2027年底须超过200家，已完成（逾期）。2025年底超过160家的目标逾期达到（2027年12月底195家）。",
            "At the end of March 2028, 高新技术企业 stood at 201 家; the target was more than 200 家 by the end of 2027: achieved, late. The target of more than 160 家 by the end of 2025 was met late (195 家 at the end of December 2027)."),
        ("missed", firms("2025-12=161 2027-12=198"), "2028-01-20",
            "截至2027年12月底，高新技术企业198家；2027年底须超过200家，至少还差3家，到期未完成。",
            "At the end of December 2027, 高新技术企业 stood at 198 家; the target was more than 200 家 by the end of 2027: missed, at least 3 家 short."),
        ("not due", firms("2022-12=100"), "2023-01-20",
            "截至2022年12月底，高新技术企业100家；此时尚无进度要求，未到时点。到2025年底须超过160家，至少还差61家，平均每月需净增1.7家。",
            "At the end of December 2022, 高新技术企业 stood at 100 家; nothing is required by this date: not due yet. More than 160 家 by the end of 2025: at least 61 家 to go, 1.7 家 a month on average."),
        ("no baseline", level("", "2025>160 2027>200").figures("2023-06=116 2024-06=128"), "2024-07-20",
            "截至2024年6月底，高新技术企业128家；基数未公布，不评进度。到2025年底须超过160家，至少还差33家，平均每月需净增1.9家；近12个月平均每月净增1.0家。",
            "At the end of June 2024, 高新技术企业 stood at 128 家; the baseline is not published, so progress is not judged. More than 160 家 by the end of 2025: at least 33 家 to go, 1.9 家 a month on average; over the last 12 months it grew by 1.0 家 a month on average."),
        ("an interim target missed with this figure", firms("2025-12=158"), "2026-01-20",
            "截至2025年12月底，高新技术企业158家；2025年底须超过160家，少2家，未达到；总体略有滞后（约慢1个月）。到2027年底须超过200家，至少还差43家，平均每月需净增1.8家。",
            "At the end of December 2025, 高新技术企业 stood at 158 家; the target of more than 160 家 by the end of 2025 was missed (2 家 below); overall: slightly behind (by about 1 month). More than 200 家 by the end of 2027: at least 43 家 to go, 1.8 家 a month on average."),
        ("missed by the strict word alone", firms("2025-12=160"), "2026-01-20",
            "截至2025年12月底，高新技术企业160家；2025年底须超过160家，恰为160家，未达到；总体达进度。到2027年底须超过200家，至少还差41家，平均每月需净增1.8家。",
            "At the end of December 2025, 高新技术企业 stood at 160 家; the target of more than 160 家 by the end of 2025 was missed (exactly 160 家); overall: on schedule. More than 200 家 by the end of 2027: at least 41 家 to go, 1.8 家 a month on average."),
        ("an interim target met with this figure", firms("2025-12=163"), "2026-01-20",
            "截至2025年12月底，高新技术企业163家；2025年底须超过160家，多3家，已达到，达进度（快近2个月）。到2027年底须超过200家，至少还差38家，平均每月需净增1.6家。",
            "At the end of December 2025, 高新技术企业 stood at 163 家; the target of more than 160 家 by the end of 2025 was met (3 家 above): on schedule (nearly 2 months ahead). More than 200 家 by the end of 2027: at least 38 家 to go, 1.6 家 a month on average."),
        ("an interim promise broken", firms("2025-12=158 2026-06=159"), "2026-07-20",
            "截至2026年6月底，高新技术企业159家；按序时进度折算应达170家，少11家，严重滞后（慢近7个月）。2025年底超过160家的目标未达到（2025年12月底158家）。到2027年底须超过200家，至少还差42家，平均每月需净增2.4家；近6个月平均每月净增0.2家。",
            "At the end of June 2026, 高新技术企业 stood at 159 家; at an even pace it would be 170 家, so it is 11 家 below: far behind (by nearly 7 months). The target of more than 160 家 by the end of 2025 was missed (158 家 at the end of December 2025). More than 200 家 by the end of 2027: at least 42 家 to go, 2.4 家 a month on average; over the last 6 months it grew by 0.2 家 a month on average."),
        ("an interim promise kept late", level("2022=100", "2025>=160 2027>200").figures("2025-12=158 2026-06=165"), "2026-07-20",
            "截至2026年6月底，高新技术企业165家；按序时进度折算应达170家，少5家，滞后（慢3个月）。2025年底160家的目标逾期达到（2026年6月底165家）。到2027年底须超过200家，至少还差36家，平均每月需净增2家；近6个月平均每月净增1.2家。",
            "At the end of June 2026, 高新技术企业 stood at 165 家; at an even pace it would be 170 家, so it is 5 家 below: behind (by 3 months). The target of at least 160 家 by the end of 2025 was met late (165 家 at the end of June 2026). More than 200 家 by the end of 2027: at least 36 家 to go, 2 家 a month on average; over the last 6 months it grew by 1.2 家 a month on average."),
        ("an interim figure is not there", firms("2025-11=158"), "2026-07-20",
            "截至2025年11月底，高新技术企业158家；按序时进度折算应达158.3家，少0.3家，略有滞后（慢不足1个月）。2025年底须超过160家，到期数据尚未公布。到2027年底须超过200家，至少还差43家，平均每月需净增1.8家。",
            "At the end of November 2025, 高新技术企业 stood at 158 家; at an even pace it would be 158.3 家, so it is 0.3 家 below: slightly behind (by less than a month). The figure for the target of more than 160 家 by the end of 2025 is not published yet. More than 200 家 by the end of 2027: at least 43 家 to go, 1.8 家 a month on average."),
        ("a number that a document gives", firms("2024-06=128").points("2024-06=135"), "2024-07-20",
            "截至2024年6月底，高新技术企业128家；计划达到135家，少7家，滞后（慢近4个月）。到2025年底须超过160家，至少还差33家，平均每月需净增1.9家。",
            "At the end of June 2024, 高新技术企业 stood at 128 家; the plan gives 135 家, so it is 7 家 below: behind (by nearly 4 months). More than 160 家 by the end of 2025: at least 33 家 to go, 1.9 家 a month on average."),
        ("a single month to look back on", firms("2024-05=125 2024-06=128"), "2024-07-20",
            "截至2024年6月底，高新技术企业128家；按序时进度折算应达130家，少2家，略有滞后（约慢1个月）。到2025年底须超过160家，至少还差33家，平均每月需净增1.9家；近1个月净增3.0家。",
            "At the end of June 2024, 高新技术企业 stood at 128 家; at an even pace it would be 130 家, so it is 2 家 below: slightly behind (by about 1 month). More than 160 家 by the end of 2025: at least 33 家 to go, 1.9 家 a month on average; over the last month it grew by 3.0 家."),
        ("clearly behind, by more than two months", firms("2024-06=126"), "2024-07-20",
            "截至2024年6月底，高新技术企业126家；按序时进度折算应达130家，少4家，滞后（慢2个多月）。到2025年底须超过160家，至少还差35家，平均每月需净增2家。",
            "At the end of June 2024, 高新技术企业 stood at 126 家; at an even pace it would be 130 家, so it is 4 家 below: behind (by more than 2 months). More than 160 家 by the end of 2025: at least 35 家 to go, 2 家 a month on average."),
        ("in steps", level("2022=100", "2025>160 2026>180 2027>200").figures("2025-12=161 2026-06=181").year_end(), "2026-07-20",
            "截至2026年6月底，高新技术企业181家；2025年底的目标为超过160家，多21家，超进度。到2027年底须超过200家，至少还差20家，平均每月需净增1.2家；近6个月平均每月净增3.3家。",
            "At the end of June 2026, 高新技术企业 stood at 181 家; the target for the end of 2025 was more than 160 家, so it is 21 家 above: ahead of schedule. More than 200 家 by the end of 2027: at least 20 家 to go, 1.2 家 a month on average; over the last 6 months it grew by 3.3 家 a month on average."),
        ("in steps, before the first", level("2022=100", "2025>160").figures("2024-06=99").year_end(), "2024-07-20",
            "截至2024年6月底，高新技术企业99家，低于基数；目前应不低于基数100家，少1家，滞后。到2025年底须超过160家，至少还差62家，平均每月需净增3.5家。",
            "At the end of June 2024, 高新技术企业 stood at 99 家, below the baseline; for now it must keep to the baseline of 100 家, so it is 1 家 below: behind. More than 160 家 by the end of 2025: at least 62 家 to go, 3.5 家 a month on average."),
        ("to fall", days("2026<=32", "2023-12=70 2024-12=57"), "2025-01-20",
            "截至2024年12月底，平均办理时间57天；按序时进度折算应降至56天，多1天，略有滞后（约慢1个月）。到2026年底须控制在32天以内，还需减少25天，平均每月需减少1.1天；近12个月平均每月减少1.1天。",
            "At the end of December 2024, 平均办理时间 stood at 57 天; at an even pace it would be 56 天, so it is 1 天 above: slightly behind (by about 1 month). At most 32 天 by the end of 2026: 25 天 to cut, 1.1 天 a month on average; over the last 12 months it fell by 1.1 天 a month on average."),
        ("to fall, strictly, and rising", days("2026<32", "2023-12=70 2024-12=85"), "2025-01-20",
            "截至2024年12月底，平均办理时间85天，高于基数；按序时进度折算应降至56天，多29天，严重滞后（慢24个月）。到2026年底须低于32天，至少还需减少54天，平均每月需减少2.3天；近12个月平均每月增加1.3天。",
            "At the end of December 2024, 平均办理时间 stood at 85 天, above the baseline; at an even pace it would be 56 天, so it is 29 天 above: far behind (by 24 months). Below 32 天 by the end of 2026: at least 54 天 to cut, 2.3 天 a month on average; over the last 12 months it grew by 1.3 天 a month on average."),
        ("a rate", level("2022=50", "2025>60").named("建成区绿化覆盖率", "%").figures("2023-06=52 2024-06=54.25"), "2024-07-20",
            "截至2024年6月底，建成区绿化覆盖率54.25%；按序时进度折算应达55%，低0.75个百分点，滞后（慢近3个月）。到2025年底须超过60%，还差5.75个百分点以上，平均每月需提高0.4个百分点；近12个月平均每月提高0.2个百分点。",
            "At the end of June 2024, 建成区绿化覆盖率 stood at 54.25%; at an even pace it would be 55%, so it is 0.75 percentage points below: behind (by nearly 3 months). More than 60% by the end of 2025: more than 5.75 percentage points to go, 0.4 percentage points a month on average; over the last 12 months it grew by 0.2 percentage points a month on average."),
        ("a rate that moves in hundredths", level("2022=2", "2027>=3").named("研发经费投入强度", "%").figures("2023-06=2.05 2024-06=2.1"), "2024-07-20",
            "截至2024年6月底，研发经费投入强度2.1%；按序时进度折算应达2.3%，低0.2个百分点，严重滞后（慢12个月）。到2027年底须达到3%，还差0.9个百分点，平均每月需提高0.022个百分点；近12个月平均每月提高0.004个百分点。",
            "At the end of June 2024, 研发经费投入强度 stood at 2.1%; at an even pace it would be 2.3%, so it is 0.2 percentage points below: far behind (by 12 months). At least 3% by the end of 2027: 0.9 percentage points to go, 0.022 percentage points a month on average; over the last 12 months it grew by 0.004 percentage points a month on average."),
        ("a name that ends in letters", level("2022=2", "2027>=3").named("研发经费占GDP", "%").figures("2024-06=2.3"), "2024-07-20",
            "截至2024年6月底，研发经费占GDP为2.3%；按序时进度折算应达2.3%，恰好持平，达进度。到2027年底须达到3%，还差0.7个百分点，平均每月需提高0.02个百分点。",
            "At the end of June 2024, 研发经费占GDP stood at 2.3%; at an even pace it would be 2.3%, so it is level: on schedule. At least 3% by the end of 2027: 0.7 percentage points to go, 0.02 percentage points a month on average."),
        ("a running total of money", total("2027>=6000").named("科技企业融资", "万元").figures("2023-06=300 2024-06=1234.5"), "2024-07-20",
            "截至2024年6月底，科技企业融资累计1,234.5万元；按序时进度折算应达1,800万元，少565.5万元，滞后（慢近6个月）。到2027年底须达到6,000万元，还差4,765.5万元，平均每月需新增113.5万元；近12个月平均每月新增77.9万元。",
            "At the end of June 2024, 科技企业融资 totalled 1,234.5 万元; at an even pace it would be 1,800 万元, so it is 565.5 万元 below: behind (by nearly 6 months). At least 6,000 万元 by the end of 2027: 4,765.5 万元 to go, 113.5 万元 a month on average; over the last 12 months it grew by 77.9 万元 a month on average."),
        ("a year's running total", yearly("2024>=1200").named("新建充电桩", "个").figures("2024-06=480"), "2024-07-20",
            "截至2024年6月底，新建充电桩本年累计480个；按序时进度折算应达600个，少120个，略有滞后（约慢1个月）。到2024年底须达到1,200个，还差720个，平均每月需新增120个；近6个月平均每月新增80.0个。",
            "At the end of June 2024, 新建充电桩 totalled 480 个 for the year so far; at an even pace it would be 600 个, so it is 120 个 below: slightly behind (by about 1 month). At least 1,200 个 by the end of 2024: 720 个 to go, 120 个 a month on average; over the last 6 months it grew by 80.0 个 a month on average."),
        ("a bound kept", at_least("2024>=92 2025>=93").figures("2024-06=92.5"), "2024-07-20",
            "截至2024年6月底，空气质量优良天数比率92.5%；应不低于92%，符合要求，达进度。",
            "At the end of June 2024, 空气质量优良天数比率 stood at 92.5%; at least 92% is required, and is kept: on schedule."),
        ("a bound broken", at_least("2024>=92 2025>=93").figures("2024-06=91.5"), "2024-07-20",
            "截至2024年6月底，空气质量优良天数比率91.5%；应不低于92%，还差0.5个百分点，滞后。",
            "At the end of June 2024, 空气质量优良天数比率 stood at 91.5%; at least 92% is required, 0.5 percentage points short: behind."),
        ("an upper bound broken", at_most("2025<=10").figures("2024-06=11"), "2024-07-20",
            "截至2024年6月底，平均办理时间11天；应控制在10天以内，超出1天，滞后。",
            "At the end of June 2024, 平均办理时间 stood at 11 天; at most 10 天 is required, 1 天 over: behind."),
        ("a bound broken before, and kept now", at_least("2024>=92 2025>=93").figures("2024-12=91 2025-06=93"), "2025-07-20",
            "截至2025年6月底，空气质量优良天数比率93%；应不低于93%，符合要求，达进度。2024年底不低于92%的目标未达到（2024年12月底91%）。",
            "At the end of June 2025, 空气质量优良天数比率 stood at 93%; at least 93% is required, and is kept: on schedule. The target of at least 92% by the end of 2024 was missed (91% at the end of December 2024)."),
        ("a bound kept to the end", at_most("2025<=10").figures("2025-12=9"), "2026-07-20",
            "截至2025年12月底，平均办理时间9天；2025年底须控制在10天以内，已完成。",
            "At the end of December 2025, 平均办理时间 stood at 9 天; the target was at most 10 天 by the end of 2025: achieved."),
        ("a bound broken at the end", at_most("2025<=10").figures("2025-12=11"), "2026-07-20",
            "截至2025年12月底，平均办理时间11天；2025年底须控制在10天以内，超出1天，到期未完成。",
            "At the end of December 2025, 平均办理时间 stood at 11 天; the target was at most 10 天 by the end of 2025: missed, 1 天 over."),
        ("a trend", indicator(Kind::Trend(Direction::Up)).named("群众满意度", "%").figures("2023-06=80 2024-06=92"), "2024-07-20",
            "截至2024年6月底，群众满意度92%；只看方向（应逐步提高），不作评价。近12个月平均每月提高1.0个百分点。",
            "At the end of June 2024, 群众满意度 stood at 92%; only a direction is wanted (up): not judged. Over the last 12 months it grew by 1.0 percentage points a month on average."),
        ("no target", level("2022=100", "").figures("2024-06=128"), "2024-07-20",
            "截至2024年6月底，高新技术企业128家；未设目标，不作评价。",
            "At the end of June 2024, 高新技术企业 stood at 128 家; no target is set: not judged."),
    ];
    for (why, indicator, day, chinese, english) in cases {
        let [zh, en] = both(&indicator, &indicator.on(day));
        assert_eq!(zh, chinese, "{why}");
        assert_eq!(en, english, "{why}");
    }
}

#[test]
fn milestones() {
    #[rustfmt::skip]
    let cases = [
        ("none due", "", "2024-03", "2024-04-20",
            "截至2024年3月底，渝东北科技创新基金共2步；第一步“签订出资协议”应于2024年6月底前完成，未到时点。",
            "At the end of March 2024, 渝东北科技创新基金 had 0 of 2 steps done; next is “签订出资协议”, due by the end of June 2024: not due yet."),
        ("nothing reported at all", "", "", "2024-04-20",
            "渝东北科技创新基金共2步；第一步“签订出资协议”应于2024年6月底前完成，未到时点。",
            "渝东北科技创新基金 has 0 of 2 steps done; next is “签订出资协议”, due by the end of June 2024: not due yet."),
        ("one in time", "0=2024-06-18", "2024-06", "2024-07-20",
            "截至2024年6月底，渝东北科技创新基金已完成2步中的1步；下一步“完成工商登记”应于2024年12月底前完成，达进度。",
            "At the end of June 2024, 渝东北科技创新基金 had 1 of 2 steps done; next is “完成工商登记”, due by the end of December 2024: on schedule."),
        ("just overdue", "", "2024-06", "2024-07-20",
            "截至2024年6月底，渝东北科技创新基金共2步，均未完成；“签订出资协议”应于2024年6月底前完成，略有滞后（逾期不足1个月）。",
            "At the end of June 2024, 渝东北科技创新基金 had 0 of 2 steps done; “签订出资协议”, due by the end of June 2024, is not done: slightly behind (overdue by less than a month)."),
        ("overdue", "", "2024-09", "2024-10-20",
            "截至2024年9月底，渝东北科技创新基金共2步，均未完成；“签订出资协议”应于2024年6月底前完成，滞后（逾期3个月）。",
            "At the end of September 2024, 渝东北科技创新基金 had 0 of 2 steps done; “签订出资协议”, due by the end of June 2024, is not done: behind (overdue by 3 months)."),
        ("not reported", "", "2024-05", "2024-07-20",
            "截至2024年5月底，渝东北科技创新基金共2步，均未完成；“签订出资协议”应于2024年6月底前完成，到期情况尚未公布，待验收。",
            "At the end of May 2024, 渝东北科技创新基金 had 0 of 2 steps done; “签订出资协议”, due by the end of June 2024: awaiting verification, as nothing has been published since."),
        ("all done", "0=2024-06-18 1=2024-11-30", "2024-11", "2025-01-20",
            "截至2024年11月底，渝东北科技创新基金2步均已完成。",
            "At the end of November 2024, 渝东北科技创新基金 had 2 of 2 steps done: achieved."),
        ("all done, one late", "0=2024-07-18 1=2024-11-30", "2024-11", "2025-01-20",
            "截至2024年11月底，渝东北科技创新基金2步均已完成（有逾期）。",
            "At the end of November 2024, 渝东北科技创新基金 had 2 of 2 steps done, not all on time: achieved."),
        ("missed", "0=2024-06-18", "2024-12", "2025-01-20",
            "截至2024年12月底，渝东北科技创新基金已完成2步中的1步；“完成工商登记”应于2024年12月底前完成，到期未完成。",
            "At the end of December 2024, 渝东北科技创新基金 had 1 of 2 steps done; “完成工商登记”, due by the end of December 2024: missed."),
        ("awaiting", "0=2024-06-18", "2024-11", "2025-01-20",
            "截至2024年11月底，渝东北科技创新基金已完成2步中的1步；“完成工商登记”应于2024年12月底前完成，到期情况尚未公布，待验收。",
            "At the end of November 2024, 渝东北科技创新基金 had 1 of 2 steps done; “完成工商登记”, due by the end of December 2024: awaiting verification, as nothing has been published since."),
    ];
    for (why, reached, reports, day, chinese, english) in cases {
        let fund = fund(reached);
        let [zh, en] = both(&fund, &fund.reported(reports, day));
        assert_eq!(zh, chinese, "{why}");
        assert_eq!(en, english, "{why}");
    }
}

#[test]
fn how_good_the_figure_is() {
    let first = |indicator: &Indicator| {
        let [zh, en] = both(indicator, &indicator.on("2024-07-20"));
        [zh, en].map(|text| text.split(['；', ';']).next().unwrap_or_default().to_owned())
    };
    let mut firms = firms("2024-06=128");
    correct(firms.newest(), Some((127.0, Some(date("2024-07-10")))));
    let corrected =
        "At the end of June 2024, 高新技术企业 stood at 128 家 (was 127 家, corrected on 10 July 2024)";
    assert_eq!(first(&firms), ["截至2024年6月底，高新技术企业128家（原为127家，7月10日更正）", corrected]);
    // A correction of another year says which; one without a day says that it is one.
    correct(firms.newest(), Some((127.0, Some(date("2025-01-10")))));
    assert_eq!(first(&firms)[0], "截至2024年6月底，高新技术企业128家（原为127家，2025年1月10日更正）");
    correct(firms.newest(), Some((127.0, None)));
    firms.newest().quality = Quality::Provisional;
    assert_eq!(first(&firms)[0], "截至2024年6月底，高新技术企业128家（初步数，原为127家，已更正）");
    firms.newest().quality = Quality::Estimated;
    assert_eq!(first(&firms)[0], "截至2024年6月底，高新技术企业128家（估计数，原为127家，已更正）");
    // 示例 is said by the page and inside charts, not by the sentence.
    correct(firms.newest(), None);
    firms.newest().quality = Quality::Illustrative;
    assert_eq!(first(&firms)[0], "截至2024年6月底，高新技术企业128家");
}

#[test]
fn all_marks_in_chinese_are_full_width() {
    let cases = [firms("2025-12=158 2026-06=159"), firms("2024-06=95").every(Frequency::Monthly), firms("")];
    for indicator in cases {
        let [chinese, _] = both(&indicator, &indicator.on("2026-09-20"));
        assert!(!chinese.contains([',', ';', '(', ')', ':', ' ']), "{chinese}");
        assert!(
            chinese.ends_with('。') && !chinese.contains("。。") && !chinese.contains("，，"),
            "{chinese}"
        );
    }
}
