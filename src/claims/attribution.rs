//! Who says what: cues with their speakers and contents, and quotations that run on.

use super::Status;
use super::arguments;
use super::clauses::is_comment;
use super::event::Event;
use super::fill::{Filler, Scene};
use super::irrealis::kept_by;
use super::lexicon::{FrameRef, Lexicon};
use super::relation::{Frame, TriggerClass};
use super::slot::{Slot, SlotChoice, SlotPath};
use super::tree::{Tree, is};
use crate::actors::{ActorIndex, ActorKind, MentionForm};
use crate::span::Span;
use crate::syntax::Upos;

/// A cue with its speaker and what is said.
#[derive(Clone, Debug)]
pub struct Said {
    /// Index of the cue's sentence.
    pub sentence: u32,
    /// Index of the cue's word.
    pub cue: usize,
    /// The frame that found it.
    pub frame: FrameRef,
    /// Whoever says it; empty where that is no actor.
    pub speakers: Vec<Filler>,
    /// Whoever hands on what the speaker says: "*the paper* quoted her as saying".
    pub quoted_by: Vec<Filler>,
    /// The words for the speaker.
    pub source: Option<Span>,
    /// The head of what is said in the cue's sentence, and the word under it that is not said.
    pub content: Option<(usize, Option<usize>)>,
    /// Stretches of other sentences that are said too: the rest of a quotation.
    pub further: Vec<Span>,
    /// The status that the cue gives to what is said.
    pub status: Option<Status>,
}

impl Said {
    /// Returns whether a word stands in what is said.
    pub fn contains(&self, tree: &Tree<'_>, sentence: u32, word: usize) -> bool {
        if sentence == self.sentence
            && let Some((root, except)) = self.content
        {
            return self.quoted(tree, word)
                || word != self.cue
                    && tree.under(word, root)
                    && !except.is_some_and(|e| tree.under(word, e))
                    && !self.presupposes(tree, word, root);
        }
        self.quoted(tree, word)
    }

    /// Returns the status that the cue gives to a word: none in the rest of a quotation, which has its own.
    pub fn status_at(&self, tree: &Tree<'_>, sentence: u32, word: usize) -> Option<Status> {
        let clause = self.sentence == sentence
            && self.content.is_some_and(|(root, _)| tree.under(word, root));
        self.status.filter(|_| clause)
    }

    /// Returns whether a word stands in an aside that the speaker need not have said: "after Norland had
    /// attacked"; for wishes, threats and the like also "the town *that Norland holds*".
    fn presupposes(&self, tree: &Tree<'_>, word: usize, root: usize) -> bool {
        let aside = |i: usize| match tree.dep(i) {
            "advcl" => {
                let mark = tree
                    .children(i)
                    .find(|&c| tree.dep(c) == "mark")
                    .map(|c| tree.lemma(c));
                matches!(
                    mark,
                    Some("after" | "before" | "since" | "when" | "while" | "until" | "once")
                )
            }
            "acl:relcl" => {
                self.status.is_some() && !tree.children(i).any(|c| tree.dep(c) == "mark")
                    || is_remark(tree, i)
            }
            "acl" | "appos" => is_remark(tree, i),
            // "said Chad had left *amid Norland's attacks*"
            dep if is(dep, "obl") => matches!(
                tree.preposition(i).as_deref(),
                Some("after" | "before" | "since" | "until" | "despite" | "amid" | "following")
            ),
            _ => false,
        };
        std::iter::once(word)
            .chain(tree.ancestors(word))
            .take_while(|&i| i != root)
            .any(aside)
    }

    pub(super) fn quoted(&self, tree: &Tree<'_>, word: usize) -> bool {
        let span = tree.token(word).span;
        self.further.iter().any(|s| s.contains(span))
    }

    /// Returns whether another cue gives the source of this one: "X, *citing* Y, *reported* that …".
    pub fn cites(&self, tree: &Tree<'_>, inner: &Said) -> bool {
        let same =
            |a: Option<(usize, Option<usize>)>, b: Option<(usize, Option<usize>)>| match (a, b) {
                (Some((a, _)), Some((b, _))) => a == b,
                _ => false,
            };
        // "accused Norland of spying, *which* Norland *denied*": an answer is no source.
        let answer = || is(tree.dep(inner.cue), "acl:relcl");
        self.sentence == inner.sentence
            && !answer()
            && same(self.content, inner.content)
            && self.cue != inner.cue
            && tree.under(inner.cue, self.cue)
    }

    /// Returns the first named speaker.
    pub fn speaker(&self) -> Option<ActorIndex> {
        self.speakers.iter().find_map(|f| f.actor)
    }
}

/// "Zedburg, *which Norland holds*, …", "Zedburg – *the port held by Norland*": set off from a name, so that it only
/// says who or what that is.
fn is_remark(tree: &Tree<'_>, i: usize) -> bool {
    let named = tree
        .head(i)
        .is_some_and(|head| tree.token(head).upos == Upos::Propn);
    let first = tree.children(i).next().filter(|&c| c < i).unwrap_or(i);
    let set_off = |at: usize| matches!(tree.form(at), "," | "-" | "–" | "—" | "(");
    named && (set_off(first) || first > 0 && set_off(first - 1))
}

/// Returns the cues of a sentence with what they say.
pub fn find(scene: &Scene<'_>, lexicon: &Lexicon, events: &[Event]) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    for event in events {
        // "kept their promise to leave" tells of the deed, and no longer of the word.
        if kept_by(scene.tree, scene.cues, event.word).is_some() {
            continue;
        }
        let before = all.len();
        for &(at, _) in &event.frames {
            let frame = lexicon.frame(at);
            if frame.content.is_empty()
                || !super::conditions::allowed(scene, event, frame)
                || !super::conditions::kinds_allowed(scene, event, frame)
            {
                continue;
            }
            let Some(content) = frame
                .content
                .iter()
                .find_map(|slot| content(scene, event, frame, slot))
            else {
                continue;
            };
            let (speakers, source) = speaker(scene, event, frame);
            if source.is_none()
                && !matches!(
                    lexicon.relation(at).id.as_str(),
                    "accuses" | "reports" | "denies"
                )
            {
                // "was expected to", "was asked to": nobody is there to say it.
                continue;
            }
            if speakers.is_empty()
                && is_comment(scene.tree, event.word)
                && lexicon.relation(at).id != "reports"
            {
                // "left as the summit *turned* sour" says nothing.
                continue;
            }
            let filled = |path: &SlotPath| {
                path.slot == Slot::Doer
                    || !scene
                        .fill(&event.arguments, &SlotChoice(vec![path.clone()]))
                        .is_empty()
            };
            let aimed = frame.target.0.iter().any(filled);
            all.push(Said {
                sentence: event.sentence,
                cue: event.word,
                frame: at,
                source,
                quoted_by: quoted_by(scene, event, frame),
                speakers,
                content: Some(content),
                further: Vec::new(),
                status: frame.content_status,
            });
            if aimed {
                all.drain(before..all.len() - 1);
                break;
            }
        }
        all.truncate(before + 1);
    }
    // One cue word has one reading: the first, most specific frame that has a target, else the first.
    all
}

/// "*The paper* quoted Ada Moss as saying …", "was quoted *by the paper*": the doer of a verb whose object speaks.
fn quoted_by(scene: &Scene<'_>, event: &Event, frame: &Frame) -> Vec<Filler> {
    let plain = |slot: Slot| SlotPath {
        slot,
        inner: None,
        within: false,
    };
    // "…, citing officials" stands beside a cue whose speaker cites them.
    let beside = matches!(scene.tree.dep(event.word), "advcl" | "acl");
    if beside || frame.source.0.first() != Some(&plain(Slot::Obj)) {
        return Vec::new();
    }
    scene.fill(&event.arguments, &SlotChoice(vec![plain(Slot::Subj)]))
}

fn speaker(scene: &Scene<'_>, event: &Event, frame: &Frame) -> (Vec<Filler>, Option<Span>) {
    let mut speakers = scene.fill(&event.arguments, &frame.source);
    let mut words = frame
        .source
        .0
        .iter()
        .flat_map(|path| event.arguments.get(&path.slot));
    let word = words.next();
    if speakers.is_empty() && word.is_some() {
        // "a report by the institute said", "the ministry's statement said": whose report it is.
        let within = SlotChoice(
            frame
                .source
                .0
                .iter()
                .map(|p| SlotPath {
                    within: true,
                    ..p.clone()
                })
                .collect(),
        );
        speakers = scene.fill(&event.arguments, &within);
    }
    if word.is_none() && is_comment(scene.tree, event.word) {
        speakers.extend(beside(scene, event.word));
    }
    let source = speakers
        .first()
        .map(|f| f.span)
        .or_else(|| word.map(|w| scene.tree.token(w).span));
    (speakers, source)
}

/// "…, the governor, *Ada Moss*, wrote": whoever stands right before a comment that the tree leaves without a subject.
fn beside(scene: &Scene<'_>, cue: usize) -> Option<Filler> {
    let mut before = cue.checked_sub(1)?;
    if scene.tree.form(before) == "," {
        before = before.checked_sub(1)?;
    }
    let start = scene
        .cast
        .mentions
        .partition_point(|m| m.sentence < scene.sentence);
    let mention = scene.cast.mentions[start..]
        .iter()
        .take_while(|m| m.sentence == scene.sentence)
        .find(|m| m.last as usize == before && m.form == MentionForm::Name)?;
    let kind = scene.cast.actor(mention.actor).kind;
    matches!(
        kind,
        ActorKind::Official | ActorKind::Person | ActorKind::Media | ActorKind::Agency
    )
    .then_some(Filler {
        actor: Some(mention.actor),
        word: mention.head as usize,
        span: mention.span,
    })
}

/// Finds what a cue says: its complement, or the clause that it is put into or after.
pub(super) fn content(
    scene: &Scene<'_>,
    event: &Event,
    frame: &Frame,
    slot: &Slot,
) -> Option<(usize, Option<usize>)> {
    let tree = scene.tree;
    let cue = event.word;
    if event.class == TriggerClass::Preposition {
        let clause = |a: &usize| tree.is_clause(*a) || tree.token(*a).upos == Upos::Verb;
        let head = tree
            .ancestors(cue)
            .find(|a| clause(a) && !is_comment(tree, *a))
            .or_else(|| tree.head(cue))?;
        return Some((head, Some(cue)));
    }
    // "…, her lawyer said, *becoming* …": what follows a comment goes on with the sentence.
    let aside = |w: usize| {
        is_comment(tree, cue)
            && tree.token(w).xpos == "VBG"
            && w > cue
            && tree.child(w, "punct").is_some()
    };
    if let Some(word) = event.arguments.get(slot).find(|&w| w != cue && !aside(w)) {
        return Some((word, tree.under(cue, word).then_some(cue)));
    }
    let cites = frame
        .source
        .0
        .first()
        .is_some_and(|path| path.slot == Slot::Obj);
    if cites && matches!(tree.dep(cue), "advcl" | "acl") {
        // "The paper, citing officials, reported that …": the officials say what is reported.
        let verb = |i: &usize| tree.token(*i).upos == Upos::Verb;
        let head = tree.ancestors(cue).find(verb)?;
        let said = arguments::of_verb(tree, scene.cues, head)
            .get(&Slot::Clause)
            .find(|&w| w != cue);
        return Some(said.map_or((head, Some(cue)), |word| (word, None)));
    }
    if *slot != Slot::Clause {
        return None;
    }
    if let Some(child) = tree.children(cue).find(|&c| {
        matches!(tree.dep(c), "parataxis" | "ccomp" | "dislocated")
            && (tree.is_clause(c) || tree.token(c).upos == Upos::Verb)
            && !says_of(scene, c, cue)
            || leads_in(tree, c, cue)
    }) {
        return Some((child, None));
    }
    let head = tree.head(cue)?;
    is_comment(tree, cue).then_some((head, Some(cue)))
}

/// "Norland ruled that it was wrong, *Reuters reported*": who says so of the whole, and nothing that the whole says.
fn says_of(scene: &Scene<'_>, clause: usize, cue: usize) -> bool {
    let tree = scene.tree;
    let speech = scene.cues.verb(tree.lemma(clause)) == Some(Status::Actual);
    let told = |c: usize| {
        let content = matches!(tree.dep(c), "obj" | "ccomp" | "xcomp" | "parataxis");
        content || is(tree.dep(c), "obl")
    };
    let after = tree.dep(clause) == "parataxis" && cue < clause && is_comment(tree, clause);
    after && speech && !tree.children(clause).any(told)
}

/// "*Norland freed her*, her lawyer said, becoming …": a whole clause before a cue that nothing subordinates.
fn leads_in(tree: &Tree<'_>, clause: usize, cue: usize) -> bool {
    let finite = matches!(tree.token(clause).xpos, "VBD" | "VBZ" | "VBP")
        || tree.children(clause).any(|c| tree.dep(c) == "aux");
    let has = |dep: &str| tree.children(clause).any(|c| is(tree.dep(c), dep));
    clause < cue && tree.dep(clause) == "advcl" && finite && has("nsubj") && !has("mark")
}

/// Sentences on either side in which a cue may reach a word: no quotation in one paragraph is longer.
const REACH: u32 = 64;

/// Returns the cues near a sentence, so that long texts are read in linear time; `saids` are in the order of the text.
pub fn near(saids: &[Said], sentence: u32) -> &[Said] {
    let start = saids.partition_point(|said| said.sentence + REACH < sentence);
    let end = saids.partition_point(|said| said.sentence <= sentence + REACH);
    &saids[start..end]
}

/// Returns the cues whose content holds a word, or that cite the cue at that word; outermost first.
pub fn chain<'s>(
    trees: &[Tree<'_>],
    saids: &'s [Said],
    sentence: u32,
    word: usize,
) -> Vec<&'s Said> {
    let saids = near(saids, sentence);
    let tree = &trees[sentence as usize];
    let own = saids
        .iter()
        .find(|said| said.sentence == sentence && said.cue == word);
    let holds = |said: &Said| match own {
        Some(_) if said.sentence == sentence && said.cue == word => false,
        Some(own) if said.cites(tree, own) => true,
        _ => said.contains(tree, sentence, word),
    };
    let mut all: Vec<&Said> = saids.iter().filter(|said| holds(said)).collect();
    all.sort_by_key(|said| (all_depth(trees, saids, said), said.sentence, said.cue));
    all
}

fn all_depth(trees: &[Tree<'_>], saids: &[Said], said: &Said) -> usize {
    let tree = &trees[said.sentence as usize];
    saids
        .iter()
        .filter(|outer| !(outer.sentence == said.sentence && outer.cue == said.cue))
        .filter(|outer| outer.contains(tree, said.sentence, said.cue) || outer.cites(tree, said))
        .count()
}
