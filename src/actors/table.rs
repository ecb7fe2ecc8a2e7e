//! Tables of the data folder: one row a line, cells separated by tabs, lists by `|`.

use super::ActorKind;
use crate::Error;
use jiff::civil::Date;

/// One row of a table, with the place it comes from for error messages.
pub(super) struct Row<'a> {
    file: &'a str,
    line: usize,
    columns: &'a [&'a str],
    cells: Vec<&'a str>,
}

/// Returns the rows of a table; empty lines and lines that start with `#` are comments.
pub(super) fn rows<'a>(
    file: &'a str,
    text: &'a str,
    columns: &'a [&'a str],
) -> Result<Vec<Row<'a>>, Error> {
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let row = Row {
            file,
            line: number + 1,
            columns,
            cells: line.split('\t').map(str::trim).collect(),
        };
        if row.cells.first() == columns.first() {
            continue;
        }
        if row.cells.len() > columns.len() {
            let extra = row.cells[columns.len()];
            let message = format!(
                "unknown extra column {extra:?}, expected {}",
                columns.join(", ")
            );
            return Err(row.error(message));
        }
        let named = columns.contains(&"name");
        if row.cell("id").is_empty() || (named && row.cell("name").is_empty()) {
            return Err(row.error("id and name must not be empty"));
        }
        rows.push(row);
    }
    Ok(rows)
}

impl Row<'_> {
    /// Returns a cell, empty where the row is too short to have it.
    pub(super) fn cell(&self, column: &str) -> &str {
        let position = self.columns.iter().position(|c| *c == column);
        position
            .and_then(|p| self.cells.get(p))
            .copied()
            .unwrap_or("")
    }

    /// Returns the entries of a list.
    pub(super) fn list(&self, column: &str) -> impl Iterator<Item = &str> {
        self.cell(column)
            .split('|')
            .map(str::trim)
            .filter(|entry| !entry.is_empty())
    }

    /// Returns the file and the line that the row stands in.
    pub(super) fn place(&self) -> (&str, usize) {
        (self.file, self.line)
    }

    /// Returns an error that names the file and line of this row.
    pub(super) fn error(&self, message: impl Into<String>) -> Error {
        Error::data(self.file, self.line, message)
    }
}

/// Returns the kind that a cell names.
pub(super) fn kind_of(row: &Row<'_>, column: &str) -> Result<ActorKind, Error> {
    let name = row.cell(column);
    ActorKind::from_name(name).ok_or_else(|| {
        let allowed: Vec<&str> = ActorKind::ALL.into_iter().map(ActorKind::as_str).collect();
        row.error(format!(
            "unknown kind {name:?}, expected one of {}",
            allowed.join(", ")
        ))
    })
}

/// Reads a year, a month of a year or a day; `day` stands where only the month is given.
pub(super) fn day_of(row: &Row<'_>, column: &str, day: i8) -> Result<Option<Date>, Error> {
    let text = row.cell(column);
    if text.is_empty() {
        return Ok(None);
    }
    let month = if day == 1 { 1 } else { 12 };
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| part.parse::<i16>().ok());
    let month = parts.next().map_or(Some(month), |part| part.parse().ok());
    let day = parts.next().map_or(Some(day), |part| part.parse().ok());
    let date = match (year, month, day) {
        (Some(year), Some(month), Some(day)) => Date::new(year, month, day).ok(),
        _ => None,
    };
    match date {
        Some(date) => Ok(Some(date)),
        None => Err(row.error(format!(
            "{column}: {text:?} is no date, expected YYYY-MM-DD"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn a_row_gives_its_lists() {
        let table = rows(
            "a.tsv",
            "# note\nZZ\tZedland\tZed|Zedish\n",
            &["id", "name", "adjectives"],
        );
        let table = table.expect("the table is well formed");
        assert_eq!(
            table[0].list("adjectives").collect::<Vec<_>>(),
            ["Zed", "Zedish"]
        );
    }

    #[test]
    fn an_extra_column_is_refused_with_file_and_line() {
        let error = rows("a.tsv", "\nZZ\tZedland\tmore\n", &["id", "name"]).err();
        let message = error.expect("three cells are too many").to_string();
        assert_eq!(
            message,
            "a.tsv:2: unknown extra column \"more\", expected id, name"
        );
    }
}
