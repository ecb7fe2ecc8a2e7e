//! `whom review`: walking through the least certain claims and keeping what is said of them.

use super::filters::Filters;
use super::input::GraphInput;
use super::{Failure, Outcome, note};
use clap::Args;
use std::fs::File;
use std::io::{BufRead, Write};
use std::path::Path;
use whom::Error;
use whom::export::{describe_claim, tie_line};
use whom::graph::{ActorGraph, Claimed, Remark, Verdict};

/// Shows the least certain claims one by one and keeps what you say of them beside the graph.
///
/// Answers are read from the terminal, or from standard input, one a line; `?` lists them. Each
/// is kept at once, in GRAPH.review.tsv or the file of --review, and honoured from then on.
#[derive(Args)]
#[command(after_help = "Example:
  whom review -g graph.json --relation accuses
  printf 'a\\nr the verb is negated\\n' | whom review -g graph.json --as 'A. Weiss'")]
pub struct Review {
    /// Name to answer for what you say.
    #[arg(long = "as", value_name = "NAME", env = "USER")]
    reviewer: Option<String>,
    /// Number of claims to show; 0 for all.
    #[arg(short = 'n', long, value_name = "N", default_value_t = 0)]
    top: usize,
    #[command(flatten)]
    graph: GraphInput,
    #[command(flatten)]
    filters: Filters,
}

const HELP: &str = "  a [REASON]           accept: the claim is what the sentence says
  r REASON             reject: it is not, or must not stand
  s, or nothing        skip
  u                    undo the last answer
  name ID NAME         give the actor of an id another name
  same ID ID           say that two ids are one actor
  apart ID ID          say that they are two
  q                    leave";

impl Review {
    /// Walks through the claims that nobody has reviewed.
    pub fn run(self) -> Result<Outcome, Failure> {
        let Some(path) = self.graph.review_path() else {
            let message = "review: name the graph by -g FILE; standard input is for your answers";
            return Err(Error::Usage(message.to_owned()).into());
        };
        let by = self.reviewer.as_deref().unwrap_or("").trim();
        if by.is_empty() || by.contains(['\t', '\n']) {
            let message = "review: who says so? Give a name by --as NAME";
            return Err(Error::Usage(message.to_owned()).into());
        }
        if self.filters.folds() {
            let message = "review: verdicts are about actors as they are; leave out --by";
            return Err(Error::Usage(message.to_owned()).into());
        }
        let whole = self.graph.load()?;
        let ids: Vec<String> = whole.readings().into_iter().flat_map(ids_of).collect();
        let graph = self.filters.apply(whole)?;
        let mut claims = graph.least_certain();
        claims.retain(|claimed| graph.review().of_claim(&claimed.record.claim.id).is_none());
        if self.top > 0 {
            claims.truncate(self.top);
        }
        if claims.is_empty() {
            note("no claim is left to review");
            return Ok(Outcome::Nothing);
        }
        let mut session = Session {
            by,
            ids,
            kept: Vec::new(),
            path: &path,
        };
        session.walk(&graph, &claims)?;
        let count = session.kept.len();
        note(format_args!("{count} kept in {}", path.display()));
        Ok(Outcome::Found)
    }
}

/// Returns the ids of a reading's actors.
fn ids_of(reading: whom::Reading) -> impl Iterator<Item = String> {
    reading.actors.into_iter().map(|actor| actor.id)
}

/// One walk through claims.
struct Session<'a> {
    by: &'a str,
    /// Ids that may be named.
    ids: Vec<String>,
    /// For each answer, the size of the file before it and the position of its claim.
    kept: Vec<(u64, usize)>,
    path: &'a Path,
}

/// Where to go after an answer.
enum Next {
    Stay,
    To(usize),
    Leave,
}

impl Session<'_> {
    fn walk(&mut self, graph: &ActorGraph, claims: &[Claimed<'_>]) -> Result<(), Failure> {
        let mut answers = std::io::stdin().lock().lines();
        let mut at = 0;
        while let Some(claimed) = claims.get(at) {
            let mut out = std::io::stdout().lock();
            let number = at + 1;
            writeln!(
                out,
                "{number} of {}  {}",
                claims.len(),
                tie_line(graph, claimed.edge, true)
            )?;
            describe_claim(graph, claimed.record, &mut out)?;
            let (from, to) = graph.ends(claimed.edge);
            let [from, to] = [from, to].map(|node| &graph.actor(node).id);
            writeln!(
                out,
                "       {from} · {to} · claim {}",
                claimed.record.claim.id
            )?;
            out.flush()?;
            let next = loop {
                let _ = write!(std::io::stderr(), "a, r, s, u, q or ? > ");
                let Some(answer) = answers.next() else {
                    return Ok(());
                };
                match self.answer(answer?.trim(), at, &claimed.record.claim.id)? {
                    Next::Stay => {}
                    Next::To(next) => break next,
                    Next::Leave => return Ok(()),
                }
            };
            at = next;
        }
        Ok(())
    }

    fn answer(&mut self, answer: &str, at: usize, claim: &str) -> Result<Next, Failure> {
        let (verb, rest) = answer.split_once(' ').unwrap_or((answer, ""));
        let rest = rest.trim().replace('\t', " ");
        match (verb, rest.as_str()) {
            ("" | "s", _) => return Ok(Next::To(at + 1)),
            ("q", _) => return Ok(Next::Leave),
            ("a", reason) => return self.keep(Verdict::Accept, claim, "", reason, at),
            ("r", "") => note("why? Say `r REASON`"),
            ("r", reason) => return self.keep(Verdict::Reject, claim, "", reason, at),
            ("u", _) => match self.kept.pop() {
                None => note("nothing to undo"),
                Some((size, before)) => {
                    let file = File::options().write(true).open(self.path);
                    let cut = file.and_then(|file| file.set_len(size));
                    cut.map_err(|error| Error::io(self.path, error))?;
                    return Ok(Next::To(before));
                }
            },
            ("name" | "same" | "apart", rest) => {
                let (id, value) = rest.split_once(' ').unwrap_or((rest, ""));
                let verdict = match verb {
                    "name" => Verdict::Rename,
                    "same" => Verdict::SameAs,
                    _ => Verdict::NotSameAs,
                };
                let value = value.trim();
                let actors = if verb == "name" {
                    vec![id]
                } else {
                    vec![id, value]
                };
                let unknown = actors
                    .iter()
                    .find(|id| !self.ids.iter().any(|known| known == *id));
                match unknown {
                    Some(id) => note(format_args!("no actor has the id \"{id}\"")),
                    None if value.is_empty() => note("name ID NAME: which name?"),
                    None => {
                        self.keep(verdict, id, value, "", at)?;
                    }
                }
            }
            _ => note(format_args!("answers:\n{HELP}")),
        }
        Ok(Next::Stay)
    }

    /// Adds a row to the file, unless it contradicts one there.
    fn keep(
        &mut self,
        verdict: Verdict,
        id: &str,
        value: &str,
        reason: &str,
        at: usize,
    ) -> Result<Next, Failure> {
        let failed = |error| Failure::from(Error::io(self.path, error));
        let remark = Remark {
            verdict,
            id: id.to_owned(),
            value: value.to_owned(),
            reason: reason.to_owned(),
            by: self.by.to_owned(),
        };
        let before = match std::fs::read_to_string(self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(failed(error)),
        };
        let mut added = String::new();
        if before.is_empty() {
            added += whom::graph::ReviewFile::HEAD;
        } else if !before.ends_with('\n') {
            added.push('\n');
        }
        added += &format!("{remark}\n");
        if let Err(error) = whom::graph::ReviewFile::parse(&format!("{before}{added}"), self.path) {
            note(error);
            return Ok(Next::Stay);
        }
        let file = File::options().create(true).append(true).open(self.path);
        let mut file = file.map_err(failed)?;
        file.write_all(added.as_bytes()).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        self.kept.push((before.len() as u64, at));
        Ok(Next::To(at + 1))
    }
}
