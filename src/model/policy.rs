//! A policy: its eight fields, its text, its indicators and what was reported.

use super::{
    Alias, Clause, ClauseIx, Indicator, Moment, OrgIx, Period, PictureChoice, Place, Repeal, Report,
    Statement,
};
use jiff::civil::Date;

/// 有效性, as the issuer states it; often left empty, and then shown empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Validity(pub String);

/// Whom to ask.
#[derive(Clone, Debug)]
pub struct Contact {
    /// The organisation.
    pub organisation: Option<OrgIx>,
    /// Telephone number; none where not public.
    pub phone: Option<String>,
}

/// The fields of an open-information document, and what hangs on them.
#[derive(Clone, Debug)]
pub struct Metadata {
    /// The full title.
    pub title: String,
    /// A short title for navigation; the title itself where none is given.
    pub short_title: String,
    /// 索引号.
    pub index_number: Option<String>,
    /// 发文字号.
    pub document_number: Option<String>,
    /// 主题分类.
    pub topic: Option<String>,
    /// 体裁分类.
    pub genre: Option<String>,
    /// 发布机构.
    pub issuer: String,
    /// 成文日期.
    pub issued: Date,
    /// 发布日期.
    pub published: Moment,
    /// 有效性.
    pub validity: Validity,
    /// First and last period that the plan covers.
    pub period: Option<(Period, Period)>,
    /// Whom to ask.
    pub contact: Option<Contact>,
    /// Ids of the policies that it rests on.
    pub based_on: Vec<String>,
    /// Ids of the policies that it replaces.
    pub replaces: Vec<String>,
    /// Ids of the policies that amended it.
    pub amended_by: Vec<String>,
    /// Ids of the policies that replaced it: what the others say of themselves, joined.
    pub replaced_by: Vec<String>,
    /// When it ceased to hold, where a document says so.
    pub repealed: Option<Repeal>,
    /// Former paths of its page.
    pub aliases: Vec<Alias>,
}

/// The head of a 通知, as recognised in a text as issued: from the addressees to the annotation.
/// A text that is no 通知 may have only its title lines here, or only a signature and date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticeHead {
    /// Title lines: those above the addressees, or the text's own.
    pub title: Vec<String>,
    /// 主送机关, without the final colon.
    pub addressees: String,
    /// The paragraphs between addressees and signature, as HTML.
    pub body: String,
    /// 署名; one of several a line.
    pub signature: String,
    /// 成文日期 as printed.
    pub date: String,
    /// 附注, such as 此件公开发布, without brackets.
    pub note: String,
}

impl NoticeHead {
    /// True where there is more to print than a title, which the page has already.
    pub fn is_notice(&self) -> bool {
        !self.addressees.is_empty() || !self.signature.is_empty()
    }
}

/// An attachment: named by the text's own list, with a file where there is one.
#[derive(Clone, Debug)]
pub struct Attachment {
    /// Its number.
    pub n: u32,
    /// Its name.
    pub name: String,
    /// The file's source path, relative to the root.
    pub file: Option<String>,
    /// Where it is named.
    pub place: Place,
}

/// The text, as clauses.
#[derive(Clone, Debug, Default)]
pub struct PolicyText {
    /// The head of the 通知, where the text has one.
    pub head: Option<NoticeHead>,
    /// What stands before the first clause, as HTML.
    pub lead: String,
    /// The clauses, in the order of the text.
    pub clauses: Vec<Clause>,
    /// What stands after the list of attachments, as HTML.
    pub tail: String,
}

impl PolicyText {
    /// One clause.
    pub fn clause(&self, ix: ClauseIx) -> &Clause {
        &self.clauses[ix.0 as usize]
    }

    /// All clauses with their positions.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (ClauseIx, &Clause)> {
        self.clauses.iter().enumerate().map(|(n, clause)| (ClauseIx(n as u32), clause))
    }
}

/// The form of an interpretation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 文字.
    Text,
    /// 图解.
    Picture,
    /// 问答.
    Questions,
    /// 视频.
    Video,
}

/// An interpretation or a case of a policy.
#[derive(Clone, Debug)]
pub struct Article {
    /// Id in its URL: the file's name.
    pub id: String,
    /// The title.
    pub title: String,
    /// When it was published.
    pub published: Moment,
    /// The form, of an interpretation.
    pub form: Option<Form>,
    /// Who wrote it, as given.
    pub by: Option<String>,
    /// The organisation of a case.
    pub organisation: Option<OrgIx>,
    /// The clause that a case is about.
    pub clause: Option<ClauseIx>,
    /// A picture's source path, relative to the root, of a case.
    pub image: Option<String>,
    /// The text as HTML.
    pub body: String,
    /// Former paths of its page.
    pub aliases: Vec<Alias>,
    /// Where it stands.
    pub place: Place,
}

/// One policy, whole.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Id in URLs: its folder's name.
    pub id: String,
    /// The fields.
    pub metadata: Metadata,
    /// The text.
    pub text: PolicyText,
    /// The attachments, by number.
    pub attachments: Vec<Attachment>,
    /// The indicators, in the order of the file.
    pub indicators: Vec<Indicator>,
    /// The period files, oldest first.
    pub reports: Vec<Report>,
    /// What was said of clauses, oldest first.
    pub statements: Vec<Statement>,
    /// Interpretations, oldest first.
    pub interpretations: Vec<Article>,
    /// Cases, oldest first.
    pub cases: Vec<Article>,
    /// What it asks of its pictures.
    pub picture: PictureChoice,
    /// All files below `files/`, sorted: the path relative to the root, and the place of its first byte.
    pub files: Vec<(String, Place)>,
    /// Where its title stands.
    pub place: Place,
}
