//! An actor: one node for each real thing.

/// What an actor is; ONTOLOGY's twelve kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ActorKind {
    /// A sovereign or self-declared state, or its capital used for its government.
    Country,
    /// A person who holds or held public, party or military office.
    Official,
    /// Any other named individual.
    Person,
    /// A body of a state: ministry, intelligence service, court, seat of power.
    Agency,
    /// Armed forces of a state and any part of them.
    Unit,
    /// Armed actors that belong to no state.
    ArmedGroup,
    /// A body that states form.
    Intergovernmental,
    /// Parties, charities, think tanks, universities, churches, sports bodies.
    Organization,
    /// A business.
    Company,
    /// News agencies, papers, broadcasters, shows.
    Media,
    /// People meant together, not armed.
    Group,
    /// A place below or above the state that takes part as a target.
    Place,
}

impl ActorKind {
    /// All kinds, in the order of the ontology.
    pub const ALL: [ActorKind; 12] = [
        ActorKind::Country,
        ActorKind::Official,
        ActorKind::Person,
        ActorKind::Agency,
        ActorKind::Unit,
        ActorKind::ArmedGroup,
        ActorKind::Intergovernmental,
        ActorKind::Organization,
        ActorKind::Company,
        ActorKind::Media,
        ActorKind::Group,
        ActorKind::Place,
    ];

    /// Returns the name used in data files and in every output, such as `armed_group`.
    pub fn as_str(self) -> &'static str {
        match self {
            ActorKind::Country => "country",
            ActorKind::Official => "official",
            ActorKind::Person => "person",
            ActorKind::Agency => "agency",
            ActorKind::Unit => "unit",
            ActorKind::ArmedGroup => "armed_group",
            ActorKind::Intergovernmental => "intergovernmental",
            ActorKind::Organization => "organization",
            ActorKind::Company => "company",
            ActorKind::Media => "media",
            ActorKind::Group => "group",
            ActorKind::Place => "place",
        }
    }

    /// Returns the kind of that name, `None` where there is no such kind.
    pub fn from_name(name: &str) -> Option<ActorKind> {
        ActorKind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == name)
    }
}

/// Position of an actor in the list of its [`Reading`](crate::Reading).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActorIndex(pub u32);

/// Somebody or something that acts or is acted upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Stable across documents: `country/KP`, `Q1065`, or kind and name (`person/ana-weiss`).
    pub id: String,
    /// Canonical name, unique within a reading.
    pub name: String,
    /// What it is.
    pub kind: ActorKind,
    /// English short name of the country it belongs to, where known.
    pub country: Option<String>,
    /// Every surface form found, with and without title, sorted, without repetition.
    pub aliases: Vec<String>,
    /// Wikidata item, where the data file gives one.
    pub wikidata: Option<String>,
    /// Code of event data on the day of the document (`USAGOV`), where the user's dictionary gives one.
    pub code: Option<String>,
}
