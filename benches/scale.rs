//! Times whom's graph on node-link JSON, one JSON line a step: `.ci/scale` runs it beside others.
//!
//! usage: scale PREFIX, where PREFIX.json is the graph, PREFIX.pairs two node ids a line and
//! PREFIX.weights the weight of each edge in order, one a line.

#[path = "measure/clock.rs"]
mod clock;

use clock::cpu;
use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;
use whom::export::read_graph;
use whom::graph::{ActorGraph, Direction, Parts, PathQuery, Vocabulary};
use whom::petgraph::graph::NodeIndex;

/// Paths of parallel ties that are asked for, and pairs that they are asked for.
const K: usize = 10;
const PAIRS_OF_K: usize = 20;
/// CPU seconds after which a step with many pairs ends.
const BUDGET: f64 = 60.0;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let prefix = std::env::args().skip(1).find(|arg| !arg.starts_with('-'));
    let Some(prefix) = prefix else {
        eprintln!("usage: cargo bench --bench scale -- PREFIX (see .ci/scale)");
        return Ok(());
    };
    let clock = Clock { prefix: &prefix };
    let graph = clock.step("load_node_link_json", || -> Result<_, whom::Error> {
        let path = PathBuf::from(format!("{prefix}.json"));
        let text = std::fs::read_to_string(&path).map_err(|e| whom::Error::io(&path, e))?;
        let parts = read_graph(&text, &path)?;
        drop(text);
        // The others know neither relations that hold both ways nor speech.
        let vocabulary = Vocabulary {
            symmetric: Default::default(),
            saying: Default::default(),
        };
        let graph = ActorGraph::from_parts(Parts {
            vocabulary,
            ..parts
        });
        let inner = graph.petgraph();
        let note = format!("{} nodes {} ties", inner.node_count(), inner.edge_count());
        Ok((graph, note))
    })?;
    let nodes: HashMap<&str, NodeIndex> = graph
        .petgraph()
        .node_indices()
        .map(|node| (graph.actor(node).id.as_str(), node))
        .collect();
    let pairs: Vec<(NodeIndex, NodeIndex)> = std::fs::read_to_string(format!("{prefix}.pairs"))?
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(from, to)| (nodes[from], nodes[to]))
        .collect();
    let weights: Vec<f64> = std::fs::read_to_string(format!("{prefix}.weights"))?
        .lines()
        .filter_map(|line| line.parse().ok())
        .collect();
    // As elsewhere, the shortest of parallel edges counts.
    let lengths: Vec<f64> = graph
        .petgraph()
        .edge_weights()
        .map(|tie| {
            let numbers = tie
                .claims()
                .iter()
                .filter_map(|r| r.claim.id.split_once('#'));
            let numbers = numbers.filter_map(|(_, number)| number.parse::<usize>().ok());
            numbers
                .map(|number| weights[number])
                .fold(f64::INFINITY, f64::min)
        })
        .collect();
    let five = nodes["5"];
    let ok = |note: String| -> Result<_, whom::Error> { Ok(((), note)) };
    clock.step("sssp_unweighted", || {
        let hops = graph.hops_from(five, Direction::Out);
        ok(hops.iter().flatten().count().to_string())
    })?;
    clock.step("sssp_dijkstra", || {
        let far = graph.distances_from(five, Direction::Out, |edge| lengths[edge.index()]);
        ok(far.iter().filter(|d| d.is_finite()).count().to_string())
    })?;
    let query = PathQuery {
        direction: Direction::Out,
        max_hops: 100,
        limit: K,
        ..PathQuery::default()
    };
    clock.step("pairs_shortest_path", || {
        ok(many(&pairs, |from, to| {
            graph
                .path(from, to, &query)
                .map_or(0, |path| path.hops.len())
        }))
    })?;
    clock.step("ksp_k10", || {
        let few = &pairs[..PAIRS_OF_K.min(pairs.len())];
        ok(many(few, |from, to| {
            graph.paths(from, to, &query).found.len()
        }))
    })?;
    clock.step("pagerank", || {
        let most = graph.page_rank().into_iter().fold(0.0, f64::max);
        ok(format!("{most:.9}"))
    })?;
    clock.step("betweenness_4_sources", || {
        let starts: Vec<u32> = ["3", "5", "7", "11"]
            .map(|id| nodes[id].index() as u32)
            .to_vec();
        let between = graph.betweenness_from(&starts, Direction::Out);
        ok(format!("{:.6}", between.into_iter().fold(0.0, f64::max)))
    })?;
    Ok(())
}

/// Runs pairs until the budget is spent, and tells how many and how long each.
fn many(
    pairs: &[(NodeIndex, NodeIndex)],
    length: impl Fn(NodeIndex, NodeIndex) -> usize,
) -> String {
    let start = cpu();
    let mut lengths = Vec::new();
    for &(from, to) in pairs {
        lengths.push(length(from, to));
        if cpu() - start > BUDGET {
            break;
        }
    }
    let each = 1000.0 * (cpu() - start) / lengths.len() as f64;
    let found: Vec<usize> = lengths
        .iter()
        .copied()
        .filter(|&length| length > 0)
        .collect();
    let mean = found.iter().sum::<usize>() as f64 / found.len().max(1) as f64;
    let none = lengths.len() - found.len();
    format!(
        "{}/{} done, {each:.3} ms each (cpu), mean len {mean:.2}, none {none}",
        lengths.len(),
        pairs.len()
    )
}

struct Clock<'a> {
    prefix: &'a str,
}

impl Clock<'_> {
    fn step<T>(
        &self,
        name: &str,
        run: impl FnOnce() -> Result<(T, String), whom::Error>,
    ) -> Result<T, whom::Error> {
        let (wall, before) = (Instant::now(), cpu());
        let (value, note) = run()?;
        let line = serde_json::json!({
            "lib": "whom",
            "graph": self.prefix.rsplit('/').next(),
            "step": name,
            "wall": (wall.elapsed().as_secs_f64() * 1000.0).round() / 1000.0,
            "cpu": ((cpu() - before) * 1000.0).round() / 1000.0,
            "peak_mib": peak(),
            "note": note,
        });
        println!("{line}");
        Ok(value)
    }
}

/// Returns the most memory that was ever held, in MiB.
fn peak() -> u64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kibibytes.unwrap_or(0) / 1024
}
