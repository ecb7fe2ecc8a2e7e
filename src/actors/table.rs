//! Tables of the data folder: one row a line, cells separated by tabs, lists by `|`.

use crate::Error;

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
        if row.cell("id").is_empty() || row.cell("name").is_empty() {
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

    /// Returns an error that names the file and line of this row.
    pub(super) fn error(&self, message: impl Into<String>) -> Error {
        Error::data(self.file, self.line, message)
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
