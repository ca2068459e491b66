//! CSV that a spreadsheet opens without running anything that a bidder wrote.

/// Rows as CSV with a delimiter, a line feed after each row.
pub(crate) fn csv_rows(rows: &[Vec<String>], delimiter: u8) -> String {
    rows.iter().map(|row| csv_row(row, delimiter)).collect()
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it; a plain number stays one.
fn csv_cell(text: &str) -> String {
    let text = text.replace('\0', "");
    let plain_number = text.strip_prefix(['-', '+']).is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit())
            && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
    });
    if text.starts_with(FORMULA) && !plain_number { format!("'{text}") } else { text }
}

/// What a spreadsheet takes for the beginning of a formula; also the full-width forms, which some take for the plain ones.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a program that opens the file with another delimiter would find a formula inside a cell.
fn hides_a_formula(cell: &str) -> bool {
    cell.split([',', ';', '\t']).skip(1).any(|rest| rest.trim_start_matches(' ').starts_with(FORMULA))
}

/// One row; all of it quoted where a cell hides a formula.
fn csv_row(row: &[String], delimiter: u8) -> String {
    let hidden = row.iter().any(|cell| hides_a_formula(cell));
    let style = if hidden { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .quote_style(style)
        .from_writer(Vec::new());
    let written = writer.write_record(row.iter().map(|c| csv_cell(c))).is_ok();
    // writing to memory does not fail
    let bytes = writer.into_inner().ok().filter(|_| written).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
