//! Escapes in JSON that stand for no character.

/// Returns JSON in which halves of surrogate pairs without their other half are U+FFFD; `None` where
/// there are none.
///
/// Programs that cut texts by UTF-16 units write them, and no article should be lost for an emoji.
pub(super) fn mend(json: &str) -> Option<String> {
    let mut mended = String::with_capacity(json.len());
    let mut rest = json;
    let mut any = false;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        mended.push_str(before);
        let length = match (half(escape), escape.get(6..).and_then(half)) {
            (Some(Half::High), Some(Half::Low)) => 12,
            (Some(_), _) => {
                any = true;
                mended.push_str("\\ufffd");
                rest = &escape[6..];
                continue;
            }
            // The sign after a backslash belongs to it, whatever it is: `\\u` is no escape of a character.
            (None, _) => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        mended.push_str(&escape[..length]);
        rest = &escape[length..];
    }
    mended.push_str(rest);
    any.then_some(mended)
}

enum Half {
    High,
    Low,
}

/// Returns which half of a pair a text starts with: `\ud83d` is a high one.
fn half(text: &str) -> Option<Half> {
    let digits = text.get(..6)?.strip_prefix("\\u")?;
    match u16::from_str_radix(digits, 16).ok()? {
        0xd800..=0xdbff => Some(Half::High),
        0xdc00..=0xdfff => Some(Half::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lone_halves_are_replaced_and_pairs_kept() {
        let check = |json: &str, expected: Option<&str>| {
            assert_eq!(mend(json).as_deref(), expected, "{json}");
        };
        check(r#""a \ud83d b""#, Some(r#""a \ufffd b""#));
        check(r#""\udc00\ud83d""#, Some(r#""\ufffd\ufffd""#));
        check(r#""\ud83d\ude00 \ud83d""#, Some(r#""\ud83d\ude00 \ufffd""#));
        check(r#""\ud83d\ude00""#, None);
        check(r#""\\ud83d""#, None);
        check(r#""é\u00e9\"#, None);
    }
}
