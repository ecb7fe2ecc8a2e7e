//! Which language a text is in.

use whatlang::{Lang, Script};

/// Letters that a guess needs.
const FEW: usize = 120;
/// Bytes that are looked at, in the middle of the text, where no menus and notices stand.
const SAMPLE: usize = 8 * 1024;
/// Share of words that are English function words, from which a text is English whatever else is in it.
const ENGLISH: f64 = 0.12;
/// Words that stand in every English text and hardly in another language's.
const WORDS: [&str; 30] = [
    "the", "of", "and", "to", "that", "is", "was", "for", "with", "his", "her", "by", "at", "from",
    "has", "have", "had", "its", "were", "are", "which", "would", "said", "not", "their", "this",
    "who", "will", "been", "they",
];

/// Returns the language of a text that is not English, as an English word; `None` for English and
/// for what is too short or too mixed to tell.
///
/// A text is refused only where it is surely another's: few of its words are the small words of
/// English, and the trigrams (whatlang) or the script agree on another language. Names alone, tables
/// and headlines are never refused.
///
/// ```
/// use whom::text::foreign_language;
/// assert_eq!(foreign_language("Envoys of Ruritania meet in Oslo."), None);
/// ```
pub fn foreign_language(text: &str) -> Option<&'static str> {
    let sample = middle(text);
    let letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let others = |c: &char| c.is_alphabetic() && !is_latin(*c);
    let own = sample.chars().filter(others).count();
    // Another script leaves no doubt, and one of its letters says more than one of ours.
    let another = own >= 20 && own * 2 > letters;
    let english = share_of_english(sample);
    // The trigrams take longer than all else here, and most texts need none.
    if !another && (letters < FEW || english >= ENGLISH) {
        return None;
    }
    let found = whatlang::detect(sample)?;
    let sure = found.is_reliable() && found.confidence() > 0.5;
    let foreign = match found.script() {
        Script::Latin => {
            letters >= FEW && english < ENGLISH && (sure || english < 0.01 && letters > 400)
        }
        _ => another,
    };
    (foreign && found.lang() != Lang::Eng).then(|| found.lang().eng_name())
}

fn is_latin(c: char) -> bool {
    c.is_ascii() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Returns the middle of a text.
fn middle(text: &str) -> &str {
    let mut start = text.len().saturating_sub(SAMPLE) / 2;
    let mut end = (start + SAMPLE).min(text.len());
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

fn share_of_english(text: &str) -> f64 {
    let words = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let (mut all, mut english) = (0_u32, 0_u32);
    for word in words {
        all += 1;
        english += u32::from(WORDS.iter().any(|known| known.eq_ignore_ascii_case(word)));
    }
    f64::from(english) / f64::from(all.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(
            foreign_language(text).unwrap_or("English"),
            expected,
            "{text}"
        );
    }

    #[test]
    fn other_languages_are_recognised() {
        check(
            "Les envoyés de la Ruritanie se sont réunis lundi à Oslo pour parler du port, a déclaré le maire de la ville, qui les avait reçus au quai avec un orchestre et un discours.",
            "French",
        );
        check(
            "Die Gesandten von Ruritanien trafen sich am Montag in Oslo, um über den Hafen zu sprechen, sagte der Bürgermeister, der sie am Kai mit einer Kapelle und einer Rede empfangen hatte.",
            "German",
        );
        check(
            "Los enviados de Ruritania se reunieron el lunes en Oslo para hablar del puerto, dijo el alcalde de la ciudad, que los había recibido en el muelle con una banda y un discurso.",
            "Spanish",
        );
        check(
            "Gli inviati della Ruritania si sono incontrati lunedì a Oslo per parlare del porto, ha detto il sindaco della città, che li aveva accolti sul molo con una banda e un discorso.",
            "Italian",
        );
        check(
            "Os enviados da Ruritânia reuniram-se na segunda-feira em Oslo para falar sobre o porto, disse o presidente da câmara, que os tinha recebido no cais com uma banda e um discurso.",
            "Portuguese",
        );
        check(
            "De gezanten van Ruritanië kwamen maandag in Oslo bijeen om over de haven te praten, zei de burgemeester van de stad, die hen op de kade met een kapel en een toespraak had ontvangen.",
            "Dutch",
        );
        check(
            "Wysłannicy Rurytanii spotkali się w poniedziałek w Oslo, aby rozmawiać o porcie, powiedział burmistrz miasta, który przyjął ich na nabrzeżu z orkiestrą i przemówieniem.",
            "Polish",
        );
        check(
            "Utsändingarna från Ruritanien träffades i Oslo på måndagen för att tala om hamnen, sade stadens borgmästare, som hade tagit emot dem på kajen med en orkester och ett tal.",
            "Swedish",
        );
        check(
            "Ruritanya elçileri pazartesi günü limanı konuşmak üzere Oslo'da bir araya geldi, dedi onları rıhtımda bir bando ve bir konuşmayla karşılayan şehrin belediye başkanı.",
            "Turkish",
        );
        check(
            "Посланники Руритании встретились в понедельник в Осло, чтобы поговорить о порте.",
            "Russian",
        );
        check(
            "Посланці Руританії зустрілися в понеділок в Осло, щоб поговорити про порт, сказав міський голова.",
            "Ukrainian",
        );
        check(
            "اجتمع مبعوثو روريتانيا في أوسلو يوم الاثنين للحديث عن الميناء، كما قال رئيس البلدية.",
            "Arabic",
        );
        check(
            "鲁里坦尼亚的使者星期一在奥斯陆会面，讨论港口问题，该市市长说，他在码头上迎接了他们。",
            "Mandarin",
        );
        check(
            "ルリタニアの使節は月曜日にオスロで会い、港について話し合ったと市長は述べた。",
            "Japanese",
        );
    }

    #[test]
    fn english_is_never_refused() {
        for text in [
            "Envoys meet",
            "Zelensky, Macron, Scholz meet in Kyiv",
            "Putin Xi Modi Erdogan Lula Ramaphosa",
            "Envoys of Ruritania met in Oslo on Monday to talk about the port, the mayor said.",
            "Lionel Messi, Luis Suárez, Sergio Busquets, Jordi Alba, Benjamin Cremaschi, Facundo Farías, Leonardo Campana, Robert Taylor, DeAndre Yedlin, Kamal Miller",
            "Real Madrid 2 Barcelona 1; Bayern München 3 Borussia Dortmund 3; Juventus 0 Inter 0; Paris Saint-Germain 4 Olympique de Marseille 1; Ajax 2 Feyenoord 2",
            "El presidente “no ha dicho nada”, the spokesman of the ministry said in Madrid, and added: “No vamos a esperar más, porque la gente tiene hambre y el puerto está cerrado.”",
            "Dollar 1.08; Oil 81.20; Gold 1,920. Markets closed mixed. Tarnhaven Shipping up 4 pct, Kellport Mills down 2 pct, Greywater Dredging unchanged, Vintry Holdings suspended.",
            "",
            "12345 67890",
        ] {
            check(text, "English");
        }
    }
}
