//! The two-sided search: how far apart two actors are, and what lies between them.
//!
//! Breadth first from both ends at once, always from the end with less to look at. Two balls of
//! half the distance hold far fewer actors than one of the whole (Pohl 1971). Whatever tie lies
//! on a walk of at most as many ties as both radii together was looked at from one end or the
//! other, so nothing is looked at twice: hubs have many ties.

use super::links::{Links, Step, Walk};

/// Ties that a path may have, whatever is asked for.
pub(super) const LONGEST: usize = 100;

/// What is near either end.
pub(super) struct Balls<'a> {
    links: &'a Links,
    ahead: Ball,
    behind: Ball,
    /// Nodes entered into a ball for one bound only: whether into that of the goal, and which.
    completed: Vec<(bool, u32)>,
}

/// A tie between the ends, in the direction of the walk.
pub(super) struct Between {
    pub(super) from: u32,
    pub(super) step: Step,
}

/// The nodes within a number of ties of one end.
struct Ball {
    walk: Walk,
    /// One more than the least number of ties to the end, zero where that is unknown.
    hops: Vec<u8>,
    border: Vec<u32>,
    radius: usize,
    /// Every tie that was looked at, by the distance of the node it was looked at from.
    looked: Vec<(u32, Step)>,
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
            looked: Vec::new(),
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
                self.looked.push((node, step));
            }
        }
    }

    fn distance(&self, node: u32) -> Option<usize> {
        usize::from(self.hops[node as usize]).checked_sub(1)
    }

    fn ties_at_border(&self, links: &Links) -> usize {
        let ties = |&node: &u32| links.reach(node, self.walk.direction);
        self.border.iter().map(ties).sum()
    }

    /// Enters nodes of another ball that are beyond this one, where a walk of at most `bound`
    /// ties passes them, and returns them.
    fn complete(&mut self, other: &Ball, bound: usize) -> Vec<u32> {
        let mut entered = Vec::new();
        let mut changed = true;
        while changed {
            changed = false;
            // From far to near: most distances are known by then, and one round will do.
            for &(node, step) in other.looked.iter().rev() {
                let Some(next) = self.distance(step.to) else {
                    continue;
                };
                let far = self.distance(node).is_none_or(|known| known > next + 1);
                let rest = other.distance(node);
                if far && rest.is_some_and(|rest| rest + next < bound) {
                    if self.hops[node as usize] == 0 {
                        entered.push(node);
                    }
                    self.hops[node as usize] = next as u8 + 2;
                    changed = true;
                }
            }
        }
        entered
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

    /// Returns the ties that lie on walks of at most `bound` ties, and lets [`Balls::left`] be
    /// known for their nodes.
    pub(super) fn between(&mut self, bound: usize) -> Vec<Between> {
        for (goal, node) in self.completed.drain(..) {
            let ball = if goal {
                &mut self.behind
            } else {
                &mut self.ahead
            };
            ball.hops[node as usize] = 0;
        }
        while self.ahead.radius + self.behind.radius < bound && !self.is_exhausted() {
            self.grow_smaller();
        }
        let entered = self.behind.complete(&self.ahead, bound);
        self.completed
            .extend(entered.into_iter().map(|n| (true, n)));
        let entered = self.ahead.complete(&self.behind, bound);
        self.completed
            .extend(entered.into_iter().map(|n| (false, n)));

        let fits = |from: u32, to: u32| {
            let ends = self.ahead.distance(from).zip(self.behind.distance(to));
            ends.is_some_and(|(before, after)| before + 1 + after <= bound)
        };
        let ahead = self.ahead.looked.iter();
        let ahead = ahead.map(|&(from, step)| Between { from, step });
        // Those that were looked at from both ends count once.
        let twice = |node: u32| {
            self.ahead
                .distance(node)
                .is_some_and(|d| d < self.ahead.radius)
        };
        let behind = self
            .behind
            .looked
            .iter()
            .filter(|(_, step)| !twice(step.to));
        let behind = behind.map(|&(to, step)| Between {
            from: step.to,
            step: Step {
                to,
                forward: !step.forward,
                ..step
            },
        });
        let between = ahead.chain(behind);
        between.filter(|tie| fits(tie.from, tie.step.to)).collect()
    }

    /// Returns whether one end has been looked at from everywhere.
    pub(super) fn is_exhausted(&self) -> bool {
        self.ahead.border.is_empty() || self.behind.border.is_empty()
    }

    /// Returns the least number of ties from a node between the ends to the goal.
    pub(super) fn left(&self, node: u32) -> Option<usize> {
        self.behind.distance(node)
    }

    fn grow_smaller(&mut self) {
        if self.ahead.ties_at_border(self.links) <= self.behind.ties_at_border(self.links) {
            self.ahead.grow(self.links);
        } else {
            self.behind.grow(self.links);
        }
    }
}
