//! How many stand how, in two rows that are never mixed: 定量指标 by computed status, 定性任务 by
//! what the responsible organisations state.

use super::{Assessment, Status};
use crate::model::{Clause, ClauseKind, Indicator, Policy, State};

/// How many share a standing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count<T> {
    /// The standing.
    pub of: T,
    /// How many, at least 1.
    pub count: usize,
    /// Their share in per cent with one decimal; all shares of a row add up to 100.0.
    pub percent: f64,
}

/// Over what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// One policy, shared indicators included.
    OnePolicy,
    /// All policies together.
    AllPolicies,
}

/// 定量指标: indicators by computed status, best first, those that cannot be judged last. Over several
/// policies an indicator that two of them share counts once, where its data are.
pub fn indicator_counts(policy: &Policy, assessment: &Assessment, over: Over) -> Vec<Count<Status>> {
    let own = |indicator: &Indicator| over == Over::OnePolicy || indicator.same_as.is_none();
    let stands = policy.indicators.iter().zip(&assessment.standings).filter(|(indicator, _)| own(indicator));
    let counted = |of: Status| stands.clone().filter(|(_, standing)| standing.status == of).count();
    row(Status::BEST_FIRST.map(|of| (of, counted(of))).to_vec())
}

/// 定性任务: tasks by stated state, none for those of which nothing was said (暂未填报); empty where
/// no clause of the policy was ever stated. Safeguards count among them; any other clause once it is stated.
pub fn task_counts(policy: &Policy, assessment: &Assessment) -> Vec<Count<Option<State>>> {
    if !assessment.stated {
        return Vec::new();
    }
    let stands = policy.text.clauses.iter().zip(&assessment.clauses);
    let counted = |of: Option<State>| {
        let counted = |c: &Clause| matches!(c.kind, ClauseKind::Task | ClauseKind::Safeguard);
        let tasks = stands.clone().filter(|(c, s)| counted(c) || s.state.is_some());
        tasks.filter(|(_, standing)| standing.state == of).count()
    };
    let order = State::DONE_FIRST.map(Some).into_iter().chain([None]);
    row(order.map(|of| (of, counted(of))).collect())
}

fn row<T: Copy>(counts: Vec<(T, usize)>) -> Vec<Count<T>> {
    let counts: Vec<(T, usize)> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    let numbers: Vec<usize> = counts.iter().map(|(_, count)| *count).collect();
    let with_share = counts.into_iter().zip(percentages(&numbers));
    with_share.map(|((of, count), percent)| Count { of, count, percent }).collect()
}

/// Shares in per cent with one decimal that add up to exactly 100.0, by largest remainder; all 0
/// where there is nothing to share.
pub fn percentages(counts: &[usize]) -> Vec<f64> {
    let total: usize = counts.iter().sum();
    if total == 0 {
        return vec![0.0; counts.len()];
    }
    let mut tenths: Vec<usize> = counts.iter().map(|count| count * 1000 / total).collect();
    let mut by_remainder: Vec<usize> = (0..counts.len()).collect();
    // Of equal remainders the earlier takes the tenth: the sort is stable.
    by_remainder.sort_by_key(|&at| std::cmp::Reverse(counts[at] * 1000 % total));
    let missing = 1000 - tenths.iter().sum::<usize>();
    for &at in by_remainder.iter().take(missing) {
        tenths[at] += 1;
    }
    tenths.into_iter().map(|tenths| tenths as f64 / 10.0).collect()
}
