//! The view of the home page.

use super::{ChangeView, ClauseView, Counts, Field, IndicatorCard, Link, PolicyHead, SiteEntry};
use serde::Serialize;

/// A policy in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PolicyEntry {
    /// What its pages share.
    pub head: PolicyHead,
    /// At most two indicators.
    pub indicators: Vec<IndicatorCard>,
    /// `12项任务 · 4项保障措施 · 3项指标`.
    pub size: String,
    /// Its newest bulletin.
    pub bulletin: Option<Link>,
    /// True where it has a dashboard.
    pub has_progress: bool,
    /// True where anything was reported.
    pub reported: bool,
    /// True where its period has ended.
    pub ended: bool,
}

/// Townships of one kind: 街道, 镇, 乡, 民族乡.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TownshipGroup {
    /// The kind.
    pub name: String,
    /// The townships, in official order.
    pub townships: Vec<Link>,
}

/// `home`: all policies at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Home {
    /// Policies of this page, newest first.
    pub policies: Vec<PolicyEntry>,
    /// How many policies there are in all.
    pub policies_total: usize,
    /// Over all policies that hold.
    pub counts: Counts,
    /// How many policies are not counted, because they were repealed or replaced, or lapsed.
    pub not_counted: usize,
    /// What is due next over all policies, soonest first, at most five.
    pub upcoming: Vec<Field>,
    /// What changed on the newest day of publication, what matters most first, at most five.
    pub changes: Vec<ChangeView>,
    /// The page of all changes; none where nothing was published.
    pub all_changes: Option<Link>,
    /// Other sites of which this one gives an overview.
    pub sites: Vec<SiteEntry>,
    /// The page that puts them side by side; none without them.
    pub all_sites: Option<Link>,
    /// 我的乡镇.
    pub townships: Vec<TownshipGroup>,
    /// 责任单位: departments, parks and others, in official order.
    pub organisations: Vec<Link>,
    /// The clauses whose state is blocked, at most five.
    pub blocked: Vec<ClauseView>,
    /// The page before, of a list of more than 100.
    pub previous: Option<Link>,
    /// The page after.
    pub next: Option<Link>,
}
