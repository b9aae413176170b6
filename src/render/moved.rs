//! A former address: a small page that leads on, with and without the browser's help.

use super::page::{self, Draft};
use super::{Input, force};
use crate::plan::{Job, What, urls};
use crate::theme::view::{Link, MovedPage, PageView};

/// The page and its view.
pub(super) fn view(input: &Input, job: &Job, to: &str) -> (PageView, MovedPage) {
    let title = input.plan.job(to).map_or(String::new(), |job| title(input, &job.what));
    let draft = Draft { kind: "moved", title: title.clone(), ..Draft::default() };
    let mut page = page::page(input, job, draft);
    page.canonical = page::canonical(input, to);
    let address = format!("{}{to}", urls::root_from(&job.path));
    (page, MovedPage { to: Link { title, url: to.to_owned() }, address })
}

/// What stands there now.
fn title(input: &Input, what: &What) -> String {
    let policies = &input.site.policies;
    match what {
        What::Policy(n) => force::marked(input, &policies[*n], &policies[*n].metadata.title),
        What::Interpretation(n, x) => policies[*n].interpretations[*x].title.clone(),
        What::Case(n, x) => policies[*n].cases[*x].title.clone(),
        What::Indicator(n, i) => policies[*n].indicators[*i].name.clone(),
        What::Free(n) => input.site.pages[*n].title.clone(),
        _ => String::new(),
    }
}
