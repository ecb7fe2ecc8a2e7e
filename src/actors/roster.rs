//! The actors of a document while they are being found.

use super::actor::ActorIndex;
use super::draft::{Draft, Gender};
use super::gazetteer::Gazetteer;
use super::known::KnownIndex;
use super::tree::Tree;
use super::{ActorKind, Mention, MentionForm};
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Mentions that are looked back over for kin, children and relatives: those of a long article.
const MEMORY: usize = 400;

/// Position of a draft in the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct DraftIndex(pub(super) u32);

/// An actor found, with the reason.
pub(super) type Resolved = Option<(DraftIndex, &'static str)>;

/// The words of a mention that is being entered.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    pub(super) head: u32,
    pub(super) first: u32,
    pub(super) last: u32,
}

/// The actors of a document and their mentions while they are being found.
pub(super) struct Roster<'a> {
    pub(super) gazetteer: &'a Gazetteer,
    /// The day of the document, where known: it decides who holds an office.
    pub(super) day: Option<Date>,
    /// The state that the document is about, where it is about hardly any other.
    pub(super) home: Option<KnownIndex>,
    /// The state that acts in the document more than any other.
    pub(super) subject: Option<KnownIndex>,
    /// The state that the document speaks of somewhat more than of any other.
    pub(super) scene: Option<KnownIndex>,
    /// For every sentence, how many up to it stand outside quotations, and whether it stands inside one.
    pub(super) outside: Vec<(u32, bool)>,
    drafts: Vec<Draft>,
    /// Where a draft has been merged into another.
    merged: Vec<Option<DraftIndex>>,
    by_known: FxHashMap<KnownIndex, DraftIndex>,
    by_key: FxHashMap<String, DraftIndex>,
    /// Whose name a word is part of, by sentence and word.
    named: FxHashMap<(u32, u32), DraftIndex>,
    /// Mentions by sentence and head, with the draft instead of the actor.
    mentions: BTreeMap<(u32, u32), Mention>,
    /// Whom else a mention stands for: "*they*" for two who were named together.
    joint: BTreeMap<(u32, u32), Vec<DraftIndex>>,
    /// Whose the bodies are that shared modifiers stand for.
    pub(super) sharers: BTreeMap<(u32, u32), DraftIndex>,
}

impl<'a> Roster<'a> {
    pub(super) fn new(gazetteer: &'a Gazetteer, day: Option<Date>) -> Roster<'a> {
        Roster {
            gazetteer,
            day,
            home: None,
            subject: None,
            scene: None,
            outside: Vec::new(),
            drafts: Vec::new(),
            merged: Vec::new(),
            by_known: FxHashMap::default(),
            by_key: FxHashMap::default(),
            named: FxHashMap::default(),
            mentions: BTreeMap::new(),
            joint: BTreeMap::new(),
            sharers: BTreeMap::new(),
        }
    }

    /// Returns where a draft lives after mergers.
    pub(super) fn current(&self, mut index: DraftIndex) -> DraftIndex {
        while let Some(next) = self.merged[index.0 as usize] {
            index = next;
        }
        index
    }

    pub(super) fn draft(&self, index: DraftIndex) -> &Draft {
        &self.drafts[self.current(index).0 as usize]
    }

    pub(super) fn draft_mut(&mut self, index: DraftIndex) -> &mut Draft {
        let index = self.current(index);
        &mut self.drafts[index.0 as usize]
    }

    /// Returns the drafts that stand for themselves, in the order they were added.
    pub(super) fn drafts(&self) -> impl Iterator<Item = (DraftIndex, &Draft)> {
        let own = |i: &usize| self.merged[*i].is_none();
        (0..self.drafts.len())
            .filter(own)
            .map(|i| (DraftIndex(i as u32), &self.drafts[i]))
    }

    pub(super) fn add(&mut self, draft: Draft) -> DraftIndex {
        let index = DraftIndex(self.drafts.len() as u32);
        self.drafts.push(draft);
        self.merged.push(None);
        index
    }

    /// Returns the draft of a known actor, adding it where it is new.
    pub(super) fn known(&mut self, known: KnownIndex) -> DraftIndex {
        let known = self.gazetteer.canonical(known);
        if let Some(index) = self.by_known.get(&known) {
            return self.current(*index);
        }
        let row = self.gazetteer.known(known);
        let mut draft = Draft::new(self.gazetteer.kind(known, self.day), &row.name);
        draft.country = self.gazetteer.country(known, self.day);
        draft.known = Some(known);
        draft.plural = row.kind == ActorKind::Unit;
        draft.nouns.extend(row.offices(self.day).map(str::to_owned));
        if !matches!(row.kind, ActorKind::Country | ActorKind::Place) && !row.is_person() {
            let last = row.name.rsplit(' ').next().unwrap_or(&row.name);
            draft.nouns.insert(last.to_lowercase());
        }
        let index = self.add(draft);
        self.by_known.insert(known, index);
        index
    }

    /// Returns the draft of a known actor, where the text has named it.
    pub(super) fn entered(&self, known: KnownIndex) -> Option<DraftIndex> {
        let draft = self.by_known.get(&self.gazetteer.canonical(known))?;
        Some(self.current(*draft))
    }

    /// Returns whether the text has named a known actor.
    pub(super) fn has_known(&self, known: KnownIndex) -> bool {
        self.by_known.contains_key(&self.gazetteer.canonical(known))
    }

    /// Returns the draft under a key, adding what `draft` returns where there is none.
    pub(super) fn keyed(&mut self, key: String, draft: impl FnOnce() -> Draft) -> DraftIndex {
        if let Some(index) = self.by_key.get(&key) {
            return self.current(*index);
        }
        let index = self.add(draft());
        self.by_key.insert(key, index);
        index
    }

    /// Merges one draft into another, which keeps its name unless the other is known.
    pub(super) fn merge(&mut self, from: DraftIndex, into: DraftIndex) {
        let (from, into) = (self.current(from), self.current(into));
        if from == into || self.kept_apart(from, into) {
            return;
        }
        let (from, into) =
            match self.draft(from).known.is_some() && self.draft(into).known.is_none() {
                true => (into, from),
                false => (from, into),
            };
        let other = self.drafts[from.0 as usize].clone();
        self.merged[from.0 as usize] = Some(into);
        let draft = &mut self.drafts[into.0 as usize];
        draft.country = draft.country.or(other.country);
        draft.names.extend(other.names);
        draft.aliases.extend(other.aliases);
        draft.nouns.extend(other.nouns);
        if draft.gender == Gender::Unknown {
            draft.gender = other.gender;
        }
    }

    /// Returns whether a user's row says that two known actors are different.
    fn kept_apart(&self, one: DraftIndex, other: DraftIndex) -> bool {
        let id = |draft| {
            let known = self.draft(draft).known?;
            Some(self.gazetteer.known(known).id.as_str())
        };
        match (id(one), id(other)) {
            (Some(one), Some(other)) => self.gazetteer.sameness.apart(one, other),
            _ => false,
        }
    }

    /// Gives a body another name; a draft that already goes by it is the same body.
    pub(super) fn add_name(&mut self, draft: DraftIndex, name: &str) {
        let folded = super::spelling::folded(name);
        let draft = self.current(draft);
        let same =
            |d: &Draft| !d.is_person() && d.kind != ActorKind::Country && d.names.contains(&folded);
        let other = self
            .drafts()
            .find(|(index, d)| *index != draft && same(d))
            .map(|(index, _)| index);
        if let Some(other) = other {
            self.merge(other, draft);
        }
        let entry = self.draft_mut(draft);
        entry.aliases.insert(name.to_string());
        if !entry.names.contains(&folded) {
            entry.names.push(folded);
        }
    }

    /// Enters a mention; the first one with a given head stays.
    pub(super) fn mention(
        &mut self,
        tree: &Tree<'_>,
        sentence: u32,
        words: Words,
        form: MentionForm,
        draft: DraftIndex,
        reason: &'static str,
    ) {
        let span = tree
            .token(words.first)
            .span
            .join(tree.token(words.last).span);
        if self.mentions.contains_key(&(sentence, words.head)) {
            return;
        }
        let mention = Mention {
            sentence,
            head: words.head,
            first: words.first,
            last: words.last,
            span,
            form,
            actor: ActorIndex(draft.0),
            reason,
        };
        self.mentions.insert((sentence, words.head), mention);
        if matches!(form, MentionForm::Name | MentionForm::Modifier) {
            for word in words.first..=words.last {
                self.named.entry((sentence, word)).or_insert(draft);
            }
        }
    }

    /// Makes a mention stand for others as well.
    pub(super) fn join(&mut self, sentence: u32, head: u32, others: &[DraftIndex]) {
        self.joint.insert((sentence, head), others.to_vec());
    }

    /// Returns whom a mention stands for besides its own actor.
    pub(super) fn joint(&self, sentence: u32, head: u32) -> &[DraftIndex] {
        let others = self.joint.get(&(sentence, head));
        others.map_or(&[], Vec::as_slice)
    }

    /// Makes a modifier stand for a body of its own: "Czech" in "Polish and Czech officials".
    pub(super) fn share(&mut self, sentence: u32, head: u32, draft: DraftIndex) {
        if let Some(mention) = self.mentions.get_mut(&(sentence, head)) {
            let owner = DraftIndex(mention.actor.0);
            self.sharers.insert((sentence, head), owner);
            mention.actor = ActorIndex(draft.0);
            mention.form = MentionForm::Shared;
            mention.reason = "shares its noun with another body";
        }
    }

    /// Returns how far back a sentence is: from outside a quotation, what is quoted in between does not count.
    pub(super) fn distance(&self, from: u32, to: u32) -> u32 {
        match (
            self.outside.get(from as usize),
            self.outside.get(to as usize),
        ) {
            (Some((before, _)), Some((now, false))) => now - before,
            _ => to - from,
        }
    }

    /// Returns whether a sentence stands wholly in a quotation.
    pub(super) fn is_quoted(&self, sentence: u32) -> bool {
        self.outside
            .get(sentence as usize)
            .is_some_and(|(_, quoted)| *quoted)
    }

    /// Returns the draft mentioned by the phrase that a word heads.
    pub(super) fn at(&self, sentence: u32, head: u32) -> Option<DraftIndex> {
        let mention = self.mentions.get(&(sentence, head))?;
        Some(self.current(DraftIndex(mention.actor.0)))
    }

    /// Returns the draft whose phrase a word heads or whose name it is part of: a name that the
    /// tree tears apart still belongs to somebody.
    pub(super) fn around(&self, sentence: u32, word: u32) -> Option<DraftIndex> {
        let named = || {
            self.named
                .get(&(sentence, word))
                .map(|draft| self.current(*draft))
        };
        self.at(sentence, word).or_else(named)
    }

    /// Returns whether the last mention before a word is of this draft and stands in its sentence.
    pub(super) fn stands_before(&self, draft: DraftIndex, sentence: u32, head: u32) -> bool {
        let draft = self.current(draft);
        self.before(sentence, head)
            .take_while(|(m, _)| m.sentence == sentence)
            .any(|(_, d)| d == draft)
    }

    /// Returns the mention headed by a word.
    pub(super) fn mention_at(&self, sentence: u32, head: u32) -> Option<&Mention> {
        self.mentions.get(&(sentence, head))
    }

    /// Returns the mentions before a word, the nearest first.
    pub(super) fn before(
        &self,
        sentence: u32,
        head: u32,
    ) -> impl Iterator<Item = (&Mention, DraftIndex)> {
        let earlier = self.mentions.range(..(sentence, head)).rev();
        earlier.map(|(_, mention)| (mention, self.current(DraftIndex(mention.actor.0))))
    }

    /// Returns the latest mentions before a word, the nearest first: so many that no text takes more than linear time.
    pub(super) fn lately(
        &self,
        sentence: u32,
        head: u32,
    ) -> impl Iterator<Item = (&Mention, DraftIndex)> {
        self.before(sentence, head).take(MEMORY)
    }

    /// Makes a known actor one that no list holds: the text means another of the same name.
    pub(super) fn unlist(&mut self, draft: DraftIndex, name: &str) {
        let entry = self.draft_mut(draft);
        entry.known = None;
        entry.country = None;
        entry.name = name.to_owned();
        entry.aliases.retain(|alias| alias.contains(name));
    }

    /// Settles which state the document is about: its home has at least three mentions, and four times
    /// as many as the next state; its subject has more than one, and twice as many, leaving out where things happen
    /// ("in Zedland"); its scene has half as many again. Bodies, people and places of a state count half.
    pub(super) fn settle_home(&mut self, trees: &[Tree<'_>]) {
        let mut all: BTreeMap<KnownIndex, usize> = BTreeMap::new();
        let mut acting: BTreeMap<KnownIndex, usize> = BTreeMap::new();
        for mention in self.mentions.values() {
            let draft = self.draft(DraftIndex(mention.actor.0));
            let weight = match draft.kind {
                ActorKind::Country => 2,
                // A paper from abroad says nothing of what the document is about.
                ActorKind::Media | ActorKind::Company => 0,
                _ => 1,
            };
            let Some(country) = draft.country.filter(|_| weight > 0) else {
                continue;
            };
            *all.entry(country).or_default() += weight;
            if !trees[mention.sentence as usize]
                .dep(mention.head)
                .starts_with("obl")
            {
                *acting.entry(country).or_default() += weight;
            }
        }
        let leader = |counts: &BTreeMap<KnownIndex, usize>, least: usize, halves: usize| {
            let first = counts
                .iter()
                .max_by_key(|(known, count)| (**count, std::cmp::Reverse(**known)))?;
            let apart = |(known, count): (&KnownIndex, &usize)| {
                known == first.0 || 2 * *first.1 >= halves * count
            };
            (*first.1 >= least && counts.iter().all(apart)).then_some(*first.0)
        };
        self.home = leader(&all, 6, 8);
        self.subject = leader(&acting, 3, 4);
        self.scene = leader(&all, 6, 3);
    }

    /// Returns all mentions in order.
    pub(super) fn mentions(&self) -> impl Iterator<Item = &Mention> {
        self.mentions.values()
    }

    /// Returns all mentions in order, for changing their form.
    pub(super) fn mentions_mut(&mut self) -> impl Iterator<Item = &mut Mention> {
        self.mentions.values_mut()
    }
}
