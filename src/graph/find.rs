//! Finding actors by name.

use super::actor_graph::ActorGraph;
use crate::actors::Actor;
use petgraph::graph::NodeIndex;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How well a name fits; better comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Name,
    Alias,
    NameFolded,
    AliasFolded,
    Prefix,
    Word,
    Inside,
    /// Each word of it is spelt almost like one of the name.
    Close,
}

impl ActorGraph {
    /// Returns the actors whose id, name or alias fits, the best first, then by name.
    ///
    /// The exact name comes before an exact alias, before either in other case and without
    /// accents, before a beginning, before any part of a name, before a slip of the pen.
    pub fn find(&self, name: &str) -> Vec<NodeIndex> {
        self.ranked(name)
            .into_iter()
            .map(|(_, node)| node)
            .collect()
    }

    /// Returns the actors that fit best and equally well: one where the name is clear,
    /// several where it is ambiguous, none where it is unknown or only spelt alike.
    pub fn candidates(&self, name: &str) -> Vec<NodeIndex> {
        let mut ranked = self.ranked(name);
        ranked.retain(|(fit, _)| *fit != Fit::Close);
        let best = ranked.first().map(|first| first.0);
        ranked
            .into_iter()
            .take_while(|(fit, _)| Some(*fit) == best)
            .map(|(_, node)| node)
            .collect()
    }

    fn ranked(&self, name: &str) -> Vec<(Fit, NodeIndex)> {
        let name = name.trim();
        let folded = fold(name);
        let nodes = self.petgraph().node_indices();
        let mut found: Vec<(Fit, NodeIndex)> = nodes
            .filter_map(|node| Some((fit(self.actor(node), name, &folded)?, node)))
            .collect();
        found.sort_by(|a, b| {
            (a.0, &self.actor(a.1).name, a.1).cmp(&(b.0, &self.actor(b.1).name, b.1))
        });
        found
    }
}

fn fit(actor: &Actor, name: &str, folded: &str) -> Option<Fit> {
    if folded.is_empty() {
        return None;
    }
    if actor.name == name || actor.id == name {
        return Some(Fit::Name);
    }
    if actor.aliases.iter().any(|alias| alias == name) {
        return Some(Fit::Alias);
    }
    let known = fold(&actor.name);
    if known == folded {
        return Some(Fit::NameFolded);
    }
    let aliases: Vec<String> = actor.aliases.iter().map(|alias| fold(alias)).collect();
    let any = |test: &dyn Fn(&str) -> bool| test(&known) || aliases.iter().any(|a| test(a));
    if any(&|alias| alias == folded) {
        Some(Fit::AliasFolded)
    } else if any(&|alias| alias.starts_with(folded)) {
        Some(Fit::Prefix)
    } else if any(&|alias| alias.contains(&format!(" {folded}"))) {
        Some(Fit::Word)
    } else if any(&|alias| alias.contains(folded)) {
        Some(Fit::Inside)
    } else {
        any(&|alias| alike(folded, alias)).then_some(Fit::Close)
    }
}

/// Returns whether every word that is looked for is spelt almost like one of a name, in order.
fn alike(folded: &str, alias: &str) -> bool {
    let mut words = alias.split(' ');
    let mut wanted = folded.split(' ');
    wanted.all(|wanted| words.any(|word| slip(wanted, word)))
}

/// Returns whether two words differ by a letter or two, as their length allows.
fn slip(one: &str, other: &str) -> bool {
    let letters = one.chars().count();
    let allowed = match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    };
    letters.abs_diff(other.chars().count()) <= allowed
        && strsim::osa_distance(one, other) <= allowed
}

/// Returns a name in lower case, without an article or accents, with simple apostrophes and spaces.
fn fold(name: &str) -> String {
    let plain = name.nfd().filter(|c| !is_combining_mark(*c));
    let lower = plain.collect::<String>().to_lowercase().replace('’', "'");
    let folded = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    match folded.strip_prefix("the ") {
        Some(rest) => rest.to_owned(),
        None => folded,
    }
}
