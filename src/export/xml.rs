//! Text in XML: the one place where it is escaped.

/// Returns text as it may stand in XML, in content and in attributes.
///
/// XML 1.0 cannot hold most control characters, nor two code points at the end of the plane: they
/// are dropped. Line breaks and tabs stay, as references, or attributes would lose them.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\n' => escaped.push_str("&#10;"),
            '\t' => escaped.push_str("&#9;"),
            '\r' => escaped.push_str("&#13;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c < ' ' || c == '\u{7f}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Returns text as it is drawn: in one line, without control characters and without the signs
/// that turn the direction of what follows.
pub(super) fn drawable(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let kept = text.chars().filter_map(|c| match c {
        c if c.is_whitespace() => Some(' '),
        c if c.is_control() || turns(c) => None,
        c => Some(c),
    });
    let kept: String = kept.collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_dropped_and_the_rest_is_escaped() {
        assert_eq!(
            escaped("<a> & \"b\" 'c'"),
            "&lt;a&gt; &amp; &quot;b&quot; &apos;c&apos;"
        );
        assert_eq!(escaped("a\u{0}\u{b}b\u{ffff}"), "ab");
        assert_eq!(escaped("a\nb\t"), "a&#10;b&#9;");
        assert_eq!(escaped("]]>"), "]]&gt;");
        assert_eq!(drawable("a\nb \u{202e}c\u{7}"), "a b c");
    }
}
