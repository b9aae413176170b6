//! `data/site.json`: all policies at a glance, for those who gather several sites.

use super::policy::licence;
use super::{FORMAT, data_source, effective, maybe, write};
use crate::model::{Site, State};
use crate::plan::urls;
use crate::progress::{Assessment, Worded as _, task_counts};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::sync::Arc;

/// The whole site, a few lines a policy; details stand in each policy's own file.
pub fn site_json(site: &Site, assessments: &[Arc<Assessment>], as_of: Date) -> String {
    let settings = &site.settings;
    let policies: Vec<Value> = site
        .policies
        .iter()
        .zip(assessments)
        .map(|(policy, assessment)| {
            let metadata = &policy.metadata;
            let indicators: Vec<Value> = policy
                .indicators
                .iter()
                .zip(&assessment.standings)
                .map(|(indicator, standing)| {
                    let newest = standing.newest.map(|n| &indicator.figures[n]);
                    json!({
                        "id": indicator.id,
                        "name": indicator.name,
                        "unit": indicator.unit,
                        "period": newest.map(|figure| figure.period.to_string()),
                        "value": maybe(newest.map(|figure| figure.value)),
                        "status": standing.status.key(),
                        "quality": newest.map(|figure| effective(figure, indicator.quality).key()),
                        "as_of": newest.map(|figure| figure.as_of.to_string()),
                        "data_source": data_source(site, policy, indicator),
                    })
                })
                .collect();
            // 定性任务 by stated state: empty where nothing was said of any.
            let tasks: serde_json::Map<String, Value> = task_counts(policy, assessment)
                .into_iter()
                .map(|count| (count.of.map_or("unstated", State::key).to_string(), json!(count.count)))
                .collect();
            json!({
                "id": policy.id,
                "title": metadata.title,
                "short_title": metadata.short_title,
                "document_number": metadata.document_number,
                "issuer": metadata.issuer,
                "issued": metadata.issued.to_string(),
                "published": metadata.published.stamp(),
                "as_of": assessment.as_of.map(|date| date.to_string()),
                "url": urls::policy(&policy.id),
                "data": urls::policy_data(&policy.id),
                "data_package": urls::data_package(&policy.id),
                "force": policy.force(as_of).key(),
                "indicators": indicators,
                "tasks": tasks,
            })
        })
        .collect();
    write(&json!({
        "format": FORMAT,
        "title": settings.title,
        "organisation": settings.organisation,
        "language": settings.language.tag(),
        "base_url": settings.base_url,
        "notice": settings.notice,
        "licence": licence(site),
        "policies": policies,
    }))
}
