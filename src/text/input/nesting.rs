//! How deep the markup of a page is nested.

/// Elements without content, or whose end tag may be left out: they do not add up.
const FLAT: [&str; 33] = [
    "area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html",
    "img", "input", "li", "link", "meta", "optgroup", "option", "p", "param", "path", "rp", "rt",
    "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr",
];

/// Returns the most elements that are open at once, by counting start and end tags.
///
/// Readers of markup recurse: a page nested without end would exhaust the stack.
pub(super) fn nesting(html: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
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
        open = if closes {
            open.saturating_sub(1)
        } else {
            open + 1
        };
        deepest = deepest.max(open);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn open_elements_are_counted() {
        assert_eq!(nesting("<div><p>One<br><p>Two</div><div></div>"), 1);
        assert_eq!(nesting("<b><i>x</i></b> 1 < 2"), 2);
        assert_eq!(nesting(&"<DIV>".repeat(1000)), 1000);
    }
}
