//! The two-sided search: how far apart two actors are, and who can lie between them.
//!
//! Breadth first from both ends at once, always from the end with less to look at. Two balls of
//! half the distance hold far fewer actors than one of the whole (Pohl 1971).

use super::links::{Links, Walk};

/// Ties that a path may have, whatever is asked for.
pub(super) const LONGEST: usize = 100;

/// What is near either end.
pub(super) struct Balls<'a> {
    links: &'a Links,
    ahead: Ball,
    behind: Ball,
    /// Nodes entered into `behind` for one bound only.
    completed: Vec<u32>,
}

/// The nodes within a number of ties of one end.
struct Ball {
    walk: Walk,
    /// One more than the least number of ties to the end, zero where that is unknown.
    hops: Vec<u8>,
    border: Vec<u32>,
    radius: usize,
}

impl Ball {
    fn new(links: &Links, centre: u32, walk: Walk) -> Ball {
        let mut hops = vec![0; links.nodes()];
        hops[centre as usize] = 1;
        Ball {
            walk,
            hops,
            border: vec![centre],
            radius: 0,
        }
    }

    fn grow(&mut self, links: &Links) {
        self.radius += 1;
        let mark = self.radius as u8 + 1;
        for node in std::mem::take(&mut self.border) {
            for step in links.steps(node, self.walk) {
                let hops = &mut self.hops[step.to as usize];
                if *hops == 0 {
                    *hops = mark;
                    self.border.push(step.to);
                }
            }
        }
    }

    fn ties_at_border(&self, links: &Links) -> usize {
        self.border.iter().map(|&node| links.degree(node)).sum()
    }
}

impl<'a> Balls<'a> {
    pub(super) fn new(links: &'a Links, from: u32, to: u32, walk: Walk) -> Balls<'a> {
        Balls {
            links,
            ahead: Ball::new(links, from, walk),
            behind: Ball::new(links, to, walk.backwards()),
            completed: Vec::new(),
        }
    }

    /// Returns the least number of ties between the ends, `None` where it is above a bound.
    pub(super) fn meet(&mut self, longest: usize) -> Option<usize> {
        while self.ahead.radius + self.behind.radius < longest {
            if self.is_exhausted() {
                return None;
            }
            self.grow_smaller();
            let met = |ball: &Ball, other: &Ball| {
                let mut border = ball.border.iter();
                border.any(|&node| other.hops[node as usize] != 0)
            };
            if met(&self.ahead, &self.behind) || met(&self.behind, &self.ahead) {
                return Some(self.ahead.radius + self.behind.radius);
            }
        }
        None
    }

    /// Lets [`Balls::left`] be known for every node on a walk of at most `bound` ties.
    pub(super) fn complete(&mut self, bound: usize) {
        for node in self.completed.drain(..) {
            self.behind.hops[node as usize] = 0;
        }
        while self.ahead.radius + self.behind.radius < bound && !self.is_exhausted() {
            self.grow_smaller();
        }
        // Beyond the ball around the goal, only those are of use that the other ball has near enough.
        let mut border = self.behind.border.clone();
        for distance in self.behind.radius + 1..=bound {
            for node in std::mem::take(&mut border) {
                for step in self.links.steps(node, self.behind.walk) {
                    let at = step.to as usize;
                    let ahead = usize::from(self.ahead.hops[at]);
                    if self.behind.hops[at] == 0 && ahead != 0 && ahead - 1 + distance <= bound {
                        self.behind.hops[at] = distance as u8 + 1;
                        self.completed.push(step.to);
                        border.push(step.to);
                    }
                }
            }
        }
    }

    /// Returns whether one end has been looked at from everywhere.
    pub(super) fn is_exhausted(&self) -> bool {
        self.ahead.border.is_empty() || self.behind.border.is_empty()
    }

    /// Returns the least number of ties from a node to the goal, where it is of use.
    pub(super) fn left(&self, node: u32) -> Option<usize> {
        usize::from(self.behind.hops[node as usize]).checked_sub(1)
    }

    /// Returns whether a node may lie on a walk of at most `bound` ties.
    pub(super) fn between(&self, node: u32, bound: usize) -> bool {
        let ahead = match self.ahead.hops[node as usize] {
            0 if self.ahead.border.is_empty() => return false,
            0 => self.ahead.radius + 1,
            hops => usize::from(hops) - 1,
        };
        self.left(node).is_some_and(|left| ahead + left <= bound)
    }

    fn grow_smaller(&mut self) {
        if self.ahead.ties_at_border(self.links) <= self.behind.ties_at_border(self.links) {
            self.ahead.grow(self.links);
        } else {
            self.behind.grow(self.links);
        }
    }
}
