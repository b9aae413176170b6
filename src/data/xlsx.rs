//! A table as a workbook that Excel, WPS and LibreOffice open. The only file that knows rust_xlsxwriter.
//!
//! A [`Sheet`] is a description: heads, rows of cells and, where somebody is to fill it in, which cells
//! take what. Everything else is locked then, without a password, so that nobody loses a formula by
//! chance and everybody can get at it who means to.

use jiff::civil::Date;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime,
    Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

/// Behind cells that are to be filled in.
const TINT: Color = Color::RGB(0xFFF8DC);
/// Behind the heads of columns.
const HEAD: Color = Color::RGB(0xDCE6F1);
/// Lines between cells.
const LINE: Color = Color::RGB(0xA6A6A6);
/// Words that explain.
const QUIET: Color = Color::RGB(0x595959);

/// A sheet of a workbook.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Its name; what a spreadsheet does not take in a name is left out, and it is cut to 31 characters.
    pub name: String,
    /// What stands above the table in large letters.
    pub title: String,
    /// Lines below the title.
    pub notes: Vec<String>,
    /// What programs read and people do not see: a hidden first row, a cell a column.
    pub keys: Vec<String>,
    /// The columns; none for a sheet of words alone.
    pub columns: Vec<Column>,
    /// The rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Whether cells without [`Input`] are locked.
    pub locked: bool,
}

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its head.
    pub head: String,
    /// Its width, in letters of half width.
    pub width: f64,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub value: Value,
    /// What it takes, where it is to be filled in.
    pub input: Option<Input>,
}

/// What stands in a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing: missing is never zero.
    #[default]
    Nothing,
    /// Words. What a spreadsheet would take for a formula stays words.
    Text(String),
    /// A number.
    Number(f64),
    /// A day.
    Day(Date),
    /// The sum of the cells of the same column in these rows, counted from 0 in [`Sheet::rows`]; the
    /// result for whoever does not compute.
    Sum(std::ops::Range<usize>, f64),
}

/// What a cell takes, with the sentence that is shown for anything else.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A number.
    Number {
        /// Whole ones only.
        whole: bool,
        /// Not below zero.
        positive: bool,
        /// What to write instead.
        otherwise: String,
    },
    /// A day.
    Day {
        /// What to write instead.
        otherwise: String,
    },
    /// One of these words.
    Choice {
        /// The words.
        words: Vec<String>,
        /// What to write instead.
        otherwise: String,
    },
    /// Any words.
    Text,
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Cell {
        let text = text.into();
        Cell { value: if text.is_empty() { Value::Nothing } else { Value::Text(text) }, input: None }
    }

    /// A number, or nothing.
    pub fn number(number: Option<f64>) -> Cell {
        Cell { value: number.map_or(Value::Nothing, Value::Number), input: None }
    }

    /// The same cell, to be filled in.
    #[must_use]
    pub fn takes(self, input: Input) -> Cell {
        Cell { input: Some(input), ..self }
    }
}

/// The workbook of these sheets. `made` is the only day in it, so that the same sheets give the same bytes.
///
/// # Errors
/// Never for sheets of a size that a spreadsheet can hold.
pub fn workbook(sheets: &[Sheet], made: Date) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let time = ExcelDateTime::from_ymd(made.year() as u16, made.month() as u8, made.day() as u8)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&time));
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let name = name(&sheet.name, &names);
        write(book.add_worksheet().set_name(&name)?, sheet)?;
        names.push(name);
    }
    book.save_to_buffer()
}

/// A name that spreadsheets take and no other sheet has.
fn name(wanted: &str, taken: &[String]) -> String {
    let clean: String = wanted.chars().filter(|c| !"[]:*?/\\'".contains(*c) && !c.is_control()).collect();
    let clean = if clean.trim().is_empty() { "Sheet".to_string() } else { clean.trim().to_string() };
    let cut = |text: &str, room: usize| text.chars().take(room).collect::<String>();
    let is_taken = |name: &String| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let numbered = (2..).map(|n| format!("{}{n}", cut(&clean, 31 - n.to_string().len())));
    std::iter::once(cut(&clean, 31)).chain(numbered).find(|name| !is_taken(name)).unwrap_or(clean)
}

/// The row in which the rows of the table begin.
fn first_row(sheet: &Sheet) -> u32 {
    let above =
        usize::from(!sheet.keys.is_empty()) + usize::from(!sheet.title.is_empty()) + sheet.notes.len();
    above as u32 + u32::from(has_heads(sheet))
}

/// A sheet of words has columns, but no heads.
fn has_heads(sheet: &Sheet) -> bool {
    sheet.columns.iter().any(|column| !column.head.is_empty())
}

fn write(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let first = first_row(sheet);
    // Of a sum of nothing: empty, not zero.
    page.set_formula_result_default("");
    let last_column = sheet.columns.len().saturating_sub(1) as u16;
    for (n, column) in sheet.columns.iter().enumerate() {
        page.set_column_width(n as u16, column.width)?;
        if column.hidden {
            page.set_column_hidden(n as u16)?;
        }
    }
    let mut row = 0;
    if !sheet.keys.is_empty() {
        for (n, key) in sheet.keys.iter().enumerate() {
            page.write_string(row, n as u16, key)?;
        }
        page.set_row_hidden(row)?;
        row += 1;
    }
    let seen = sheet.columns.iter().position(|column| !column.hidden).unwrap_or(0) as u16;
    if !sheet.title.is_empty() {
        page.write_string_with_format(row, seen, &sheet.title, &Format::new().set_bold().set_font_size(16))?;
        page.set_row_height(row, 30)?;
        row += 1;
    }
    let quiet = Format::new().set_font_color(QUIET);
    for note in &sheet.notes {
        page.write_string_with_format(row, seen, note, &quiet)?;
        row += 1;
    }
    if has_heads(sheet) {
        let head = framed().set_bold().set_background_color(HEAD).set_align(FormatAlign::Center);
        for (n, column) in sheet.columns.iter().enumerate() {
            page.write_string_with_format(row, n as u16, &column.head, &head)?;
        }
        page.set_row_height(row, 33)?;
        page.set_freeze_panes(first, 0)?;
        page.set_repeat_rows(row, row)?;
    }
    for (n, cells) in sheet.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            put(page, sheet, (first, first + n as u32, column as u16), cell)?;
        }
        page.set_row_height(first + n as u32, height(cells, &sheet.columns))?;
    }
    validate(page, sheet, first)?;
    if sheet.locked {
        page.protect();
    }
    page.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    page.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
    page.set_footer("&C&P / &N");
    if let Some(end) = (sheet.rows.len() as u32 + first).checked_sub(1) {
        page.set_print_area(u32::from(!sheet.keys.is_empty()), seen, end, last_column.max(seen))?;
    }
    Ok(())
}

/// A cell in a frame, its words wrapped.
fn framed() -> Format {
    let frame = Format::new().set_border(FormatBorder::Thin).set_border_color(LINE);
    frame.set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

/// Writes a cell. `first` is the row of the first row of the table.
fn put(page: &mut Worksheet, sheet: &Sheet, at: (u32, u32, u16), cell: &Cell) -> Result<(), XlsxError> {
    let (first, row, column) = at;
    let mut format = if sheet.columns.len() > 1 { framed() } else { Format::new().set_text_wrap() };
    if cell.input.is_some() {
        format = format.set_unlocked().set_background_color(TINT);
    }
    if matches!(cell.input, Some(Input::Text | Input::Choice { .. })) {
        // As words: `1-2` is no day, and `=` begins no formula.
        format = format.set_num_format("@");
    }
    if matches!(cell.input, Some(Input::Day { .. })) {
        format = format.set_num_format("yyyy-mm-dd");
    }
    match &cell.value {
        Value::Nothing => page.write_blank(row, column, &format)?,
        Value::Text(text) if sheet.columns.len() > 1 => {
            page.write_string_with_format(row, column, text, &format.set_indent(1))?
        }
        Value::Text(text) => page.write_string_with_format(row, column, text, &format)?,
        Value::Number(number) => {
            let format = format.set_align(FormatAlign::Right).set_indent(1);
            page.write_number_with_format(row, column, *number, &format)?
        }
        Value::Day(day) => {
            let day = ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8)?;
            let format = format.set_num_format("yyyy-mm-dd");
            page.write_datetime_with_format(row, column, &day, &format)?
        }
        Value::Sum(rows, result) => {
            let letter = rust_xlsxwriter::column_number_to_name(column);
            let (from, to) = (first as usize + rows.start + 1, first as usize + rows.end);
            let sum =
                format!("=IF(COUNT({letter}{from}:{letter}{to})=0,\"\",SUM({letter}{from}:{letter}{to}))");
            let formula = Formula::new(sum);
            let formula = if result.is_nan() { formula } else { formula.set_result(result.to_string()) };
            page.write_formula_with_format(
                row,
                column,
                formula,
                &format.set_bold().set_align(FormatAlign::Right).set_indent(1),
            )?
        }
    };
    Ok(())
}

/// Sets what the cells take: cells of one column that follow each other and take the same, at once.
fn validate(page: &mut Worksheet, sheet: &Sheet, first: u32) -> Result<(), XlsxError> {
    for column in 0..sheet.columns.len() {
        let input = |row: usize| sheet.rows[row].get(column).and_then(|cell| cell.input.as_ref());
        let mut row = 0;
        while row < sheet.rows.len() {
            let run = (row..sheet.rows.len()).take_while(|n| input(*n) == input(row)).count();
            if let Some(rule) = input(row).and_then(|input| rule(input).transpose()) {
                let (from, to) = (first + row as u32, first + (row + run - 1) as u32);
                page.add_data_validation(from, column as u16, to, column as u16, &rule?)?;
            }
            row += run;
        }
    }
    Ok(())
}

/// The rule of a cell; none where it takes anything.
fn rule(input: &Input) -> Result<Option<DataValidation>, XlsxError> {
    const MOST: f64 = 1e15;
    let any = DataValidation::new();
    let (rule, otherwise) = match input {
        Input::Text => return Ok(None),
        Input::Number { whole: true, positive, otherwise } => {
            let least = if *positive { 0 } else { i32::MIN };
            (any.allow_whole_number(DataValidationRule::GreaterThanOrEqualTo(least)), otherwise)
        }
        Input::Number { whole: false, positive, otherwise } => {
            let least = if *positive { 0.0 } else { -MOST };
            (any.allow_decimal_number(DataValidationRule::Between(least, MOST)), otherwise)
        }
        Input::Day { otherwise } => {
            let first = ExcelDateTime::from_ymd(2000, 1, 1)?;
            (any.allow_date(DataValidationRule::GreaterThanOrEqualTo(first)), otherwise)
        }
        Input::Choice { words, otherwise } => (any.allow_list_strings(words)?, otherwise),
    };
    Ok(Some(rule.set_error_style(DataValidationErrorStyle::Stop).set_error_message(otherwise)?))
}

/// High enough for the longest of its cells, in points.
fn height(cells: &[Cell], columns: &[Column]) -> f64 {
    let lines = |(cell, column): (&Cell, &Column)| match &cell.value {
        Value::Text(text) if !column.hidden => {
            text.lines().map(|line| (width(line) / (column.width - 3.0).max(1.0)).ceil().max(1.0)).sum()
        }
        _ => 1.0,
    };
    let most = cells.iter().zip(columns).map(lines).fold(1.0, f64::max);
    (most * 15.0 + 5.0).min(400.0)
}

/// How wide a text is, in letters of half width.
pub fn width(text: &str) -> f64 {
    text.chars().map(|c| if (c as u32) < 0x2E80 { 1.0 } else { 2.0 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_spreadsheets_take() {
        assert_eq!(name("高新/科技[企业]", &[]), "高新科技企业");
        assert_eq!(name("指标", &["指标".to_string()]), "指标2");
        assert_eq!(name("''", &[]), "Sheet");
        let long = "附".repeat(40);
        assert_eq!(name(&long, &[]).chars().count(), 31);
        assert_eq!(name(&long, &[name(&long, &[])]), format!("{}2", "附".repeat(30)));
    }

    #[test]
    fn the_same_sheets_give_the_same_bytes() {
        let sheet = Sheet {
            name: "表".into(),
            columns: vec![Column { head: "数".into(), width: 10.0, hidden: false }],
            rows: vec![vec![Cell::number(Some(1.5))], vec![Cell::text("=1+1")], vec![Cell::number(None)]],
            ..Sheet::default()
        };
        let day = jiff::civil::date(2024, 7, 15);
        assert_eq!(workbook(std::slice::from_ref(&sheet), day).unwrap(), workbook(&[sheet], day).unwrap());
    }
}
