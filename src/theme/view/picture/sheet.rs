//! The A4 sheet of a township for its notice board: its own targets, by year.

use serde::Serialize;

/// `picture`: a sheet of one organisation; in black on white.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SheetPicture {
    /// `sheet`.
    pub kind: String,
    /// The organisation.
    pub organisation: String,
    /// The title of the policy, to be set large.
    pub title: String,
    /// The full title of the policy.
    pub full_title: String,
    /// 发布机构.
    pub issuer: String,
    /// 发文字号; empty where there is none.
    pub document_number: String,
    /// 成文日期: `2023年6月28日`.
    pub issued: String,
    /// Its targets, a table for each breakdown in which it stands.
    pub tables: Vec<SheetTable>,
    /// Whom to ask: `区科技局 023-…`; empty where nobody is named.
    pub contact: String,
    /// The organisation's own phone, address and hours, as far as the register has them.
    pub own_contact: String,
    /// The address of the policy's page; empty without `base_url`.
    pub address: String,
    /// Which sheet of which day this is.
    pub edition: String,
    /// The site's notice; empty where there is none.
    pub notice: String,
    /// The word 示例, where a target in it was made up; else empty.
    pub illustrative: String,
    /// The text of the QR code: the address of the policy's page; empty without `base_url`.
    pub qr: String,
}

/// A breakdown, as far as it is the organisation's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SheetTable {
    /// The indicator's name.
    pub name: String,
    /// The title of the breakdown.
    pub title: String,
    /// The unit.
    pub unit: String,
    /// The years with their targets; those without a task are left out.
    pub years: Vec<SheetYear>,
    /// True where the organisation has no task in any year.
    pub no_task: bool,
    /// The word 示例, where the targets were made up; else empty.
    pub illustrative: String,
}

/// A year's target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SheetYear {
    /// `2025年目标`, `2022年基数`.
    pub year: String,
    /// The target: `6`.
    pub value: String,
    /// The target with its unit: `6家`.
    pub words: String,
    /// The length of its bar.
    pub bar: String,
    /// The length of the longest bar of the table.
    pub of: String,
    /// True for the baseline.
    pub baseline: bool,
}
