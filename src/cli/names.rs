//! From a name on the command line to an actor.

use super::Failure;
use whom::graph::ActorGraph;
use whom::petgraph::graph::NodeIndex;

/// Returns the one actor of that name.
pub fn resolve(graph: &ActorGraph, name: &str) -> Result<NodeIndex, Failure> {
    match graph.candidates(name).as_slice() {
        [] => Err(Failure::Unknown {
            name: name.to_owned(),
            alike: graph
                .find(name)
                .iter()
                .take(3)
                .map(|&n| line(graph, n))
                .collect(),
        }),
        [node] => Ok(*node),
        several => Err(Failure::Ambiguous {
            name: name.to_owned(),
            candidates: several.iter().map(|&n| line(graph, n)).collect(),
        }),
    }
}

/// Returns the actor of an id, `None` where a graph or what filters left of it has none.
pub fn of_id(graph: &ActorGraph, id: &str) -> Option<NodeIndex> {
    let mut nodes = graph.petgraph().node_indices();
    nodes.find(|&node| graph.actor(node).id == id)
}

/// Returns an actor in one line: name, kind, country, id.
pub fn line(graph: &ActorGraph, node: NodeIndex) -> String {
    let actor = graph.actor(node);
    let mut about = vec![actor.kind.as_str().replace('_', " ")];
    about.extend(
        actor
            .country
            .clone()
            .filter(|country| *country != actor.name),
    );
    format!("{}  ({})  {}", actor.name, about.join(", "), actor.id)
}
