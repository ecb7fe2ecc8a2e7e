//! `whom events`: a graph as event data.

use super::filters::Filters;
use super::input::GraphInput;
use super::knowledge::Knowledge;
use super::{Failure, Outcome, note};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufWriter, Write};
use whom::export::{Coded, Event, Events as Coder, sentence};
use whom::graph::ActorGraph;

/// Writes event data: a claim a row, with country, sector, PLOVER and CAMEO codes.
///
/// Codes of countries are ISO 3166-1 alpha-3; sectors follow from the kinds of actors, or from
/// the user's dictionary of actors where the graph was read with one.
#[derive(Args)]
#[command(after_help = "Example:
  whom events -g graph.json > events.tsv
  whom events -g graph.json --status actual --counts -f csv")]
pub struct Events {
    /// Counts by month, countries, category and status instead.
    #[arg(long)]
    counts: bool,
    /// Writes a table or JSON lines.
    #[arg(short, long, value_enum, default_value_t = Form::Tsv)]
    format: Form,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    knowledge: Knowledge,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Form {
    /// Columns by tabs.
    Tsv,
    /// Columns by commas, quoted where needed.
    Csv,
    /// One object a line.
    Jsonl,
}

const EVENT: [&str; 22] = [
    "id",
    "date",
    "source",
    "source_id",
    "source_country",
    "source_sector",
    "target",
    "target_id",
    "target_country",
    "target_sector",
    "relation",
    "plover",
    "cameo",
    "status",
    "speaker",
    "sources",
    "item",
    "document",
    "title",
    "outlet",
    "url",
    "sentence",
];

const COUNT: [&str; 8] = [
    "month",
    "source_country",
    "target_country",
    "plover",
    "status",
    "claims",
    "events",
    "texts",
];

impl Events {
    /// Writes the table.
    pub fn run(self) -> Result<Outcome, Failure> {
        let whom = self.knowledge.load()?;
        let graph = self.filters.apply(self.graph.load()?)?;
        let coder = Coder::new(&whom.data().lexicon.relations);
        let events = coder.of(&graph);
        let mut out = BufWriter::new(std::io::stdout().lock());
        if self.counts {
            write(self.format, &COUNT, counts(&graph, &events), &mut out)?;
        } else {
            let rows = events.iter().map(|event| row(&graph, event));
            write(self.format, &EVENT, rows, &mut out)?;
        }
        out.flush()?;
        if events.is_empty() {
            note("no claims; filters may leave them out");
            return Ok(Outcome::Nothing);
        }
        Ok(Outcome::Found)
    }
}

fn row(graph: &ActorGraph, event: &Event<'_>) -> [String; 22] {
    let record = event.record;
    let claim = &record.claim;
    let publication = &graph.document(record.document).publication;
    let speakers = graph.speakers(record);
    let speakers: Vec<&str> = speakers.iter().map(|actor| actor.name.as_str()).collect();
    let optional = |value: &Option<String>| value.clone().unwrap_or_default();
    let [source, target] = [&event.source, &event.target].map(|coded: &Coded<'_>| {
        let Coded {
            actor,
            country,
            sector,
        } = coded;
        let named = (actor.name.clone(), actor.id.clone());
        (named.0, named.1, country.clone(), sector.clone())
    });
    [
        claim.id.clone(),
        event.date.map(|date| date.to_string()).unwrap_or_default(),
        source.0,
        source.1,
        source.2,
        source.3,
        target.0,
        target.1,
        target.2,
        target.3,
        claim.relation.clone(),
        event.plover.to_owned(),
        event.cameo.to_owned(),
        claim.status.as_str().to_owned(),
        speakers.join("; "),
        graph.tie(event.edge).sources().to_string(),
        optional(&claim.item),
        graph.document_id(record.document),
        optional(&publication.title),
        optional(&publication.outlet),
        optional(&publication.url),
        sentence(record),
    ]
}

/// What is counted together, and what is counted of it.
#[derive(Default)]
struct Count<'a> {
    claims: usize,
    /// The same between the same actors on the same day is one event.
    events: BTreeSet<(Option<whom::jiff::civil::Date>, &'a str, &'a str, &'a str)>,
    texts: BTreeSet<&'a str>,
}

fn counts<'a>(graph: &'a ActorGraph, events: &'a [Event<'a>]) -> Vec<[String; 8]> {
    let mut counts: BTreeMap<[String; 5], Count<'a>> = BTreeMap::new();
    for event in events {
        let month = event.date.map(|date| date.strftime("%Y-%m").to_string());
        let key = [
            month.unwrap_or_default(),
            event.source.country.clone(),
            event.target.country.clone(),
            event.plover.to_owned(),
            event.record.claim.status.as_str().to_owned(),
        ];
        let count = counts.entry(key).or_default();
        count.claims += 1;
        let (source, target) = (&event.source.actor.id, &event.target.actor.id);
        let relation = &event.record.claim.relation;
        count.events.insert((event.date, source, relation, target));
        let document = graph.document(event.record.document);
        count.texts.insert(document.text_key());
    }
    let rows = counts.into_iter().map(|(key, count)| {
        let [month, source, target, plover, status] = key;
        let figures = [count.claims, count.events.len(), count.texts.len()];
        let [claims, events, texts] = figures.map(|figure| figure.to_string());
        [month, source, target, plover, status, claims, events, texts]
    });
    rows.collect()
}

fn write<const N: usize>(
    format: Form,
    heads: &[&str; N],
    rows: impl IntoIterator<Item = [String; N]>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    if format == Form::Jsonl {
        for row in rows {
            let cells = heads.iter().zip(row);
            let cells = cells.map(|(head, cell)| ((*head).to_owned(), Value::String(cell)));
            let object: Map<String, Value> = cells.collect();
            serde_json::to_writer(&mut *out, &object).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
        return Ok(());
    }
    let mut table = csv::WriterBuilder::new();
    let failed = |error: csv::Error| Failure::from(std::io::Error::from(error));
    if format == Form::Tsv {
        // Tabs and quotes in a cell would end it early for readers that know no quoting.
        table.delimiter(b'\t').quote_style(csv::QuoteStyle::Never);
    }
    let mut table = table.from_writer(out);
    table.write_record(heads).map_err(failed)?;
    for row in rows {
        let cells = row.map(|cell| match format {
            Form::Tsv => cell.replace(['\t', '\n', '\r'], " "),
            _ => cell,
        });
        table.write_record(&cells).map_err(failed)?;
    }
    Ok(table.flush()?)
}
