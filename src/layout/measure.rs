//! How much room a text takes, without a font at hand.

/// Advance widths of Helvetica in thousandths of its height, from space to tilde (Adobe's font
/// metrics); Arial and Liberation Sans have the same.
const WIDTHS: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/// Returns about how wide a text is, in the unit of the height of its letters.
///
/// Latin letters are as wide as in Helvetica; wide scripts take a square, others a guess.
pub fn text_width(text: &str, height: f64) -> f64 {
    let thousandths: u32 = text.chars().map(advance).sum();
    f64::from(thousandths) * height / 1000.0
}

fn advance(c: char) -> u32 {
    match c {
        ' '..='~' => u32::from(WIDTHS[c as usize - ' ' as usize]),
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => 0,
        '·' | '’' | '‘' => 278,
        '“' | '”' => 333,
        '…' | '—' => 1000,
        'ß'..='ÿ' => 556,
        'À'..='Þ' => 722,
        '\u{100}'..='\u{24f}' => 611,
        // East Asian scripts and pictographs.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' => 1000,
        '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{1f000}'.. => 1000,
        c if c.is_control() => 0,
        _ => 667,
    }
}

/// Returns a name in lines of about a width in characters, at most so many.
///
/// Words longer than a line are broken; what does not fit is left out and an ellipsis says so.
pub fn wrapped(name: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut room = 0;
    for word in name.split_whitespace() {
        let letters: Vec<char> = word.chars().collect();
        for (at, piece) in letters.chunks(width.max(1)).enumerate() {
            if lines.len() > most {
                break;
            }
            match lines.last_mut() {
                Some(line) if at == 0 && piece.len() < room => {
                    line.push(' ');
                    line.extend(piece);
                    room -= piece.len() + 1;
                }
                _ => {
                    lines.push(piece.iter().collect());
                    room = width.saturating_sub(piece.len());
                }
            }
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}
