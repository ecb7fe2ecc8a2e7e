//! The tree of a page, as browsers build it, within bounds.

use super::nesting::{depth, nesting};
use dom_query::Document;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, Parser, QualName, local_name, ns, parse_document, parse_fragment};

/// Pages nested deeper are attacks or accidents; the deepest of real ones have a tenth of it.
const DEEPEST: usize = 500;
/// The same with the elements that markup need not name or close, such as rows and cells.
const DEEPEST_TREE: usize = 2 * DEEPEST;
/// Elements in a page, some times what the longest live blogs have.
pub(super) const LARGEST: usize = 200_000;
/// The same with their texts and comments.
const LARGEST_TREE: usize = 4 * LARGEST;
/// Bytes between two looks at how large the tree has become.
const STEP: usize = 1024;

/// Why there is no tree.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unbounded {
    #[error("elements are nested more than {DEEPEST} deep; save the page as text")]
    Deep,
    #[error(
        "markup that is not closed makes more than {LARGEST_TREE} pieces of it; save the page as text"
    )]
    Large,
}

/// Returns the tree of a page.
///
/// # Errors
///
/// The page is nested without end, or grows without end.
pub(super) fn page(html: &str) -> Result<Document, Unbounded> {
    build(parse_document(Document::default(), options(false)), html)
}

/// Returns the tree of a piece of a page.
///
/// # Errors
///
/// The same as of a page.
pub(super) fn fragment(html: &str) -> Result<Document, Unbounded> {
    let body = QualName::new(None, ns!(html), local_name!("body"));
    let sink = Document::fragment_sink();
    build(
        parse_fragment(sink, options(true), body, Vec::new(), false),
        html,
    )
}

fn options(drop_doctype: bool) -> ParseOpts {
    ParseOpts {
        tree_builder: TreeBuilderOpts {
            scripting_enabled: false,
            drop_doctype,
            ..Default::default()
        },
        ..Default::default()
    }
}

/// Feeds the parser step by step: an element such as `<b>` that is left open is opened again in every paragraph after
/// it ("reconstruct the active formatting elements", HTML Living Standard 13.2.4.3), so that a page of one MiB can ask for
/// a hundred million elements. What the text alone shows, such as end tags in comments, cannot be trusted to count them.
fn build(mut parser: Parser<Document>, html: &str) -> Result<Document, Unbounded> {
    if nesting(html) > DEEPEST {
        return Err(Unbounded::Deep);
    }
    let mut rest = html;
    while !rest.is_empty() {
        let end = (STEP..rest.len()).find(|&at| rest.is_char_boundary(at));
        let (step, after) = rest.split_at(end.unwrap_or(rest.len()));
        parser.process(step.into());
        if parser.tokenizer.sink.sink.tree.len() > LARGEST_TREE {
            return Err(Unbounded::Large);
        }
        rest = after;
    }
    let page = parser.finish();
    match depth(&page) > DEEPEST_TREE {
        true => Err(Unbounded::Deep),
        false => Ok(page),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Half a MiB with four hundred open elements; the end tags in comments hide them from a count of tags.
    #[test]
    fn markup_left_open_does_not_grow_without_end() {
        for hide in ["", "<!--</b>-->"] {
            let open: String = (0..400).map(|id| format!("<b id={id}>{hide}")).collect();
            let html = format!("<p>{open}{}", "<p>The envoys met.".repeat(30_000));
            assert!(matches!(page(&html), Err(Unbounded::Large)), "{hide}");
            assert!(matches!(fragment(&html), Err(Unbounded::Large)), "{hide}");
        }
    }

    #[test]
    fn steps_leave_no_seams() {
        let prose =
            "<p>Ruritania’s “envoys” &amp; Freedonia’s <b>met</b>\r\n in Oslo.</p><!-- é --><br/>"
                .repeat(100);
        for cut in 0..40 {
            let html = format!("{}{prose}", "é".repeat(cut));
            assert_eq!(
                page(&html).ok().map(|d| d.html()),
                Some(Document::from(html.as_str()).html())
            );
            assert_eq!(
                fragment(&html).ok().map(|d| d.html()),
                Some(Document::fragment(html.as_str()).html())
            );
        }
    }
}
