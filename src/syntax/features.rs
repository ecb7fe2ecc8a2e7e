//! What the model sees of a word: eight rows of its tables. train/data.py computes the same.

/// First rows of a hashed table.
pub(super) const PREFIX_ROWS: u32 = 3000;
/// Rows of the table of endings.
pub(super) const SUFFIX_ROWS: u32 = 5000;
/// Rows of the table of shapes.
pub(super) const SHAPE_ROWS: u32 = 600;

/// The rows of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Features {
    /// Hash of the normalized word: key of the word table and of the vectors.
    pub(super) key: u32,
    /// First letter and first three letters.
    pub(super) prefixes: [u32; 2],
    /// Last two, three and four letters.
    pub(super) suffixes: [u32; 3],
    /// Pattern of capitals, small letters and digits.
    pub(super) shape: u32,
}

impl Features {
    /// Returns the features of a word.
    pub(super) fn of(word: &str) -> Features {
        let plain = straighten(word);
        let low: String = plain
            .to_lowercase()
            .chars()
            .map(|c| if c.is_ascii_digit() { '0' } else { c })
            .collect();
        let ending = |letters: usize| {
            let start = low
                .char_indices()
                .rev()
                .nth(letters - 1)
                .map_or(0, |(at, _)| at);
            &low[start..]
        };
        let beginning =
            |text: &str, letters: usize| -> String { text.chars().take(letters).collect() };
        Features {
            key: hash("", &low),
            prefixes: [
                hash("1", &beginning(&plain, 1)) % PREFIX_ROWS,
                hash("3", &beginning(&low, 3)) % PREFIX_ROWS,
            ],
            suffixes: [
                hash("2", ending(2)) % SUFFIX_ROWS,
                hash("3", ending(3)) % SUFFIX_ROWS,
                hash("4", ending(4)) % SUFFIX_ROWS,
            ],
            shape: hash("", &shape(&plain)) % SHAPE_ROWS,
        }
    }
}

/// Gives typographic quotes and dashes their plain forms.
pub(super) fn straighten(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '’' | '‘' | 'ʼ' | '`' => out.push('\''),
            '“' | '”' | '„' | '«' | '»' => out.push('"'),
            '–' | '−' | '\u{2011}' | '\u{2010}' => out.push('-'),
            '…' => out.push_str("..."),
            _ => out.push(c),
        }
    }
    out
}

/// `Kyiv-2022` has the shape `Xxxx-ddd`: a run of one class counts up to three.
fn shape(word: &str) -> String {
    let (mut out, mut last, mut run) = (String::new(), '\0', 0);
    for c in word.chars() {
        let class = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_lowercase() => 'x',
            '0'..='9' => 'd',
            _ => c,
        };
        run = if class == last { run + 1 } else { 0 };
        last = class;
        if run < 3 {
            out.push(class);
        }
    }
    out
}

/// FNV-1a over the bytes of `prefix` and `text`.
fn hash(prefix: &str, text: &str) -> u32 {
    let bytes = prefix.bytes().chain(text.bytes());
    bytes.fold(0x811c_9dc5, |h, b| {
        (h ^ u32::from(b)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_and_hashes() {
        assert_eq!(shape("Kyiv-2022"), "Xxxx-ddd");
        assert_eq!(shape("McDonald"), "XxXxxx");
        assert_eq!(hash("", "a"), 0xe40c_292c);
        assert_eq!(Features::of("don’t"), Features::of("don't"));
        assert_ne!(Features::of("The"), Features::of("the"));
    }
}
