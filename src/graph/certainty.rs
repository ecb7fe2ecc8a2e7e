//! How sure a tie is, given all its claims.

use crate::claims::Status;
use petgraph::graph::NodeIndex;

/// How sure a tie is; the first that holds, in the order of [`Certainty::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Some speaker has it as actual, another as denied.
    Disputed,
    /// An article says in its own voice that it is so.
    Stated,
    /// Somebody is quoted as saying that it is so.
    Claimed,
    /// It is intended, ordered or scheduled.
    Planned,
    /// It is uncertain, conditional or suspected.
    Possible,
    /// Every claim says that it is not so.
    Denied,
}

impl Certainty {
    /// All certainties, in the order in which they are tried.
    pub const ALL: [Certainty; 6] = [
        Certainty::Disputed,
        Certainty::Stated,
        Certainty::Claimed,
        Certainty::Planned,
        Certainty::Possible,
        Certainty::Denied,
    ];

    /// Returns the name used in every output.
    pub fn as_str(self) -> &'static str {
        match self {
            Certainty::Disputed => "disputed",
            Certainty::Stated => "stated",
            Certainty::Claimed => "claimed",
            Certainty::Planned => "planned",
            Certainty::Possible => "possible",
            Certainty::Denied => "denied",
        }
    }

    /// Returns what a certainty means, in a few words.
    pub fn gloss(self) -> &'static str {
        match self {
            Certainty::Disputed => "claimed by some, denied by others",
            Certainty::Stated => "in an article's own voice",
            Certainty::Claimed => "said by somebody quoted",
            Certainty::Planned => "intended, ordered or scheduled",
            Certainty::Possible => "uncertain or suspected",
            Certainty::Denied => "every claim says it is not so",
        }
    }

    /// Returns the certainty of that name, `None` where there is none.
    pub fn from_name(name: &str) -> Option<Certainty> {
        Certainty::ALL.into_iter().find(|c| c.as_str() == name)
    }

    /// Returns the certainty that follows from claims, each with its status and the one who
    /// makes it: the innermost speaker, or `None` for the article's own voice.
    pub(super) fn of(voices: &[(Status, Option<NodeIndex>)]) -> Certainty {
        let by = |status: Status| voices.iter().filter(move |voice| voice.0 == status);
        let disputed =
            by(Status::Actual).any(|says| by(Status::Denied).any(|denies| says.1 != denies.1));
        if disputed {
            Certainty::Disputed
        } else if by(Status::Actual).any(|voice| voice.1.is_none()) {
            Certainty::Stated
        } else if by(Status::Actual).next().is_some() {
            Certainty::Claimed
        } else if by(Status::Planned).next().is_some() {
            Certainty::Planned
        } else if by(Status::Possible).next().is_some() {
            Certainty::Possible
        } else {
            Certainty::Denied
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_holds_is_taken() {
        let (a, b) = (Some(NodeIndex::new(0)), Some(NodeIndex::new(1)));
        let check = |voices: &[(Status, Option<NodeIndex>)], expected| {
            assert_eq!(Certainty::of(voices), expected, "{voices:?}");
        };
        check(
            &[(Status::Actual, a), (Status::Denied, b)],
            Certainty::Disputed,
        );
        check(
            &[(Status::Actual, None), (Status::Denied, b)],
            Certainty::Disputed,
        );
        check(
            &[(Status::Actual, a), (Status::Denied, a)],
            Certainty::Claimed,
        );
        check(
            &[(Status::Actual, a), (Status::Actual, None)],
            Certainty::Stated,
        );
        check(
            &[(Status::Possible, None), (Status::Planned, a)],
            Certainty::Planned,
        );
        check(
            &[(Status::Possible, None), (Status::Denied, a)],
            Certainty::Possible,
        );
        check(&[(Status::Denied, None)], Certainty::Denied);
    }
}
