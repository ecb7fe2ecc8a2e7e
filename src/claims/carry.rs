//! Quotations that run over sentences, or stand alone.

use super::attribution::Said;
use super::tree::Tree;
use crate::text::quotes::Quote;

/// Gives quotations that run over sentences, or stand alone, to their speakers.
///
/// A quotation belongs to the cue whose content reaches into it; one that no cue reaches belongs to the
/// speaker of the sentence before it in the same passage or the one before, as papers write it.
pub fn carry_quotes(trees: &[Tree<'_>], quotes: &[Quote], saids: &mut [Said]) {
    let mut owner: Vec<Option<usize>> = vec![None; quotes.len()];
    for (q, quote) in quotes.iter().enumerate() {
        // Only a cue in a sentence that the quotation touches can reach into it.
        let first = trees.partition_point(|t| t.sentence.span.end <= quote.span.start);
        let last = trees.partition_point(|t| t.sentence.span.start < quote.span.end);
        let start = saids.partition_point(|said| (said.sentence as usize) + 1 < first);
        let end = saids.partition_point(|said| (said.sentence as usize) <= last);
        let touches = |said: &Said| (first..last).contains(&(said.sentence as usize));
        owner[q] = (start..end).find(|&s| {
            let said = &saids[s];
            let tree = &trees[said.sentence as usize];
            let cue = tree.token(said.cue).span;
            if quote.span.contains(cue) {
                return false;
            }
            match said.content {
                Some(_) if !touches(said) => false,
                Some((root, except)) => {
                    (0..tree.len()).any(|i| {
                        quote.span.contains(tree.token(i).span)
                            && tree.under(i, root)
                            && !except.is_some_and(|e| tree.under(i, e))
                    }) || tree.token(root).span.start < quote.span.end
                        && quote.span.start < tree.sentence.span.end
                        && adjacent(tree, said, quote)
                }
                None => said.further.contains(&quote.span),
            }
        });
    }
    for (q, quote) in quotes.iter().enumerate() {
        if owner[q].is_none() && quote.is_speech {
            owner[q] =
                previous_speaker(trees, quote, saids, q.checked_sub(1).and_then(|p| owner[p]));
        }
        if let Some(said) = owner[q].map(|s| &mut saids[s])
            && !said.further.contains(&quote.span)
        {
            said.further.push(quote.span);
        }
    }
}

/// The cue stands right before or after the quotation in its sentence.
fn adjacent(tree: &Tree<'_>, said: &Said, quote: &Quote) -> bool {
    let sentence = tree.sentence.span;
    let cue = tree.token(said.cue).span;
    sentence.contains(cue)
        && quote.span.end <= cue.start
        && quote.span.end >= sentence.start
        && cue.start - quote.span.end < 40
}

/// Whoever spoke last before a quotation that no cue reaches.
fn previous_speaker(
    trees: &[Tree<'_>],
    quote: &Quote,
    saids: &[Said],
    before: Option<usize>,
) -> Option<usize> {
    let at = trees.partition_point(|t| t.sentence.span.end <= quote.span.start);
    let tree = trees.get(at)?;
    let passage = tree.sentence.passage;
    let start = saids.partition_point(|said| said.sentence as usize + 2 < at);
    let end = saids.partition_point(|said| said.sentence as usize <= at);
    let candidates: Vec<usize> = (start..end)
        .filter(|&s| {
            let said = &saids[s];
            let tree = &trees[said.sentence as usize];
            !said.speakers.is_empty()
                && tree.token(said.cue).span.end <= quote.span.start
                && tree.sentence.passage + 1 >= passage
        })
        .collect();
    // "Moss said, noting that *they insist* on it. “…”": who is only told of does not go on to speak.
    let told_of = |s: usize| {
        let tree = &trees[saids[s].sentence as usize];
        candidates.iter().any(|&outer| {
            let outer = &saids[outer];
            outer.cue != saids[s].cue && outer.contains(tree, saids[s].sentence, saids[s].cue)
        })
    };
    let last = candidates.iter().copied().rfind(|&s| !told_of(s));
    last.or(candidates.last().copied())
        .or(before.filter(|&s| trees[saids[s].sentence as usize].sentence.passage + 1 >= passage))
}
