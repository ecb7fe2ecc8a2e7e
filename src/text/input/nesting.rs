//! How deep the markup of a page is nested.

use std::collections::BTreeMap;

/// Elements without content, or whose end tag may be left out: they do not add up.
const FLAT: [&str; 33] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "path", "rp", "rt",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// Returns the most elements that are open at once, by counting start and end tags.
///
/// Readers of markup recurse, and a parser looks through all open elements again and again: a page nested
/// without end would exhaust the stack or take hours. Markup can hide how deep it is from this count
/// (end tags in comments, elements of pictures that need none); [`depth`] cannot be misled.
pub(super) fn nesting(html: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    let mut by_name: BTreeMap<String, usize> = BTreeMap::new();
    for (at, _) in html.match_indices('<') {
        let rest = &html[at + 1..];
        let closes = rest.starts_with('/');
        let name = rest.strip_prefix('/').unwrap_or(rest);
        // Tag names are short; a longer one counts under its first letters.
        let letters = name
            .bytes()
            .take(12)
            .take_while(u8::is_ascii_alphanumeric)
            .count();
        let name = name[..letters].to_ascii_lowercase();
        if letters == 0 || FLAT.contains(&name.as_str()) {
            continue;
        }
        let same = by_name.entry(name).or_default();
        match closes {
            // The end of what is not open closes nothing.
            true if *same == 0 => {}
            true => {
                *same -= 1;
                open -= 1;
            }
            false => {
                *same += 1;
                open += 1;
            }
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// Returns how deep the nodes of a parsed page lie within each other.
pub(super) fn depth(page: &dom_query::Document) -> usize {
    let (mut here, mut deepest) = (0_usize, 0);
    let mut node = page.root();
    loop {
        if let Some(child) = node.first_child() {
            here += 1;
            deepest = deepest.max(here);
            node = child;
            continue;
        }
        loop {
            if here == 0 {
                return deepest;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent() else {
                return deepest;
            };
            here -= 1;
            node = parent;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_elements_are_counted() {
        assert_eq!(nesting("<div><p>One<br><p>Two</div><div></div>"), 1);
        assert_eq!(nesting("<b><i>x</i></b> 1 < 2"), 2);
        assert_eq!(nesting(&"<DIV>".repeat(1000)), 1000);
        assert_eq!(nesting(&"<div></b>".repeat(1000)), 1000);
    }

    #[test]
    fn depth_cannot_be_hidden() {
        let deep = |html: &str| depth(&dom_query::Document::from(html));
        assert_eq!(
            deep("<html><body><p>x</p><p>x<b>y</b></p></body></html>"),
            5
        );
        let hidden = ["<div><!--</div>-->", "<div title='</div>'>", "<svg><path>"];
        for unit in hidden {
            let html = unit.repeat(400);
            assert!(nesting(&html) <= 400 && deep(&html) > 400, "{unit}");
        }
    }
}
