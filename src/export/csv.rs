//! A table for spreadsheets: one row for each claim, with its sentence.

use super::rows::{self, in_a_line};
use crate::error::{Error, Result};
use crate::graph::ActorGraph;
use std::io::Write;

const COLUMNS: [&str; 28] = [
    "source",
    "source_kind",
    "source_country",
    "relation",
    "target",
    "target_kind",
    "target_country",
    "item",
    "status",
    "said_by",
    "date",
    "evidence",
    "document",
    "title",
    "outlet",
    "url",
    "certainty",
    "sources",
    "claim_id",
    "frame",
    "reliability",
    "place",
    "when",
    "quantity_of",
    "number",
    "number_to",
    "bound",
    "unit",
];

/// Writes a graph as a table; it starts with the mark by which spreadsheets know UTF-8.
pub(super) fn write(graph: &ActorGraph, out: &mut dyn Write) -> Result<()> {
    let failed = |error| Error::io("output", error);
    out.write_all("\u{feff}".as_bytes()).map_err(failed)?;
    let mut table = csv::Writer::from_writer(out);
    let failed = |error: csv::Error| Error::io("output", error.into());
    table.write_record(COLUMNS).map_err(failed)?;
    for row in rows::of_graph(graph) {
        let publication = &row.document.publication;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let cells = [
            row.source.name.clone(),
            row.source.kind.as_str().to_owned(),
            text(&row.source.country),
            row.claim.relation.clone(),
            row.target.name.clone(),
            row.target.kind.as_str().to_owned(),
            text(&row.target.country),
            text(&row.claim.item),
            row.claim.status.as_str().to_owned(),
            row.said_by(),
            row.claim
                .date
                .map(|date| date.to_string())
                .unwrap_or_default(),
            row.claim.evidence.clone(),
            row.document_id.clone(),
            text(&publication.title),
            text(&publication.outlet),
            text(&publication.url),
            row.tie.certainty().as_str().to_owned(),
            row.tie.sources().to_string(),
            row.claim.id.clone(),
            row.claim.frame.clone(),
        ];
        table
            .write_record(
                cells
                    .into_iter()
                    .chain(row.particulars())
                    .map(|cell| defused(&cell)),
            )
            .map_err(failed)?;
    }
    table.flush().map_err(|error| Error::io("output", error))
}

/// Returns a cell that no spreadsheet takes for a formula: a quotation mark goes before it.
fn defused(cell: &str) -> String {
    let cell = in_a_line(cell);
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') => format!("'{cell}"),
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use super::defused;

    #[test]
    fn no_cell_is_a_formula() {
        for evil in ["=1+1", "+1", "-1", "@A1", "\t=1", "\r\n=1", "＝1+1", " =1"] {
            let cell = defused(evil);
            assert!(cell.starts_with('\''), "{cell}");
        }
        assert_eq!(defused("a = b"), "a = b");
    }
}
