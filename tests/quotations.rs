//! Whole quotations: whose they are, and what is said in them.

/// Each text with the claims it must give, and those it must not, as in `sentences`.
const QUOTATIONS: [(&str, &[&str]); 16] = [
    // "He" in a quotation is never whoever is quoted.
    (
        "Amos Kiptoo, the police chief, spoke. “We let a man go, and with that rifle he murdered nine worshippers,” Kiptoo said.",
        &["!Amos Kiptoo kills nine worshippers actual [Amos Kiptoo]"],
    ),
    (
        "Amos Kiptoo said he had shot nine goats and visited Chad.",
        &["Amos Kiptoo visits Chad actual [Amos Kiptoo]"],
    ),
    // What is said not to be so puts no charge, verdict or threat in a mouth.
    (
        "Uganda was not to blame, Amos Kiptoo said.",
        &["!Amos Kiptoo accuses Uganda actual []"],
    ),
    (
        "Amos Kiptoo said Uganda had not made a mistake.",
        &["!Amos Kiptoo criticizes Uganda actual []"],
    ),
    (
        "Uganda will not pay a price, Amos Kiptoo said.",
        &["!Amos Kiptoo threatens Uganda actual []"],
    ),
    // Words right after a quotation that only say who says so, though its mark ends a sentence.
    (
        "“Uganda will attack Chad!” Amos Kiptoo said last week.",
        &["Uganda attacks Chad planned [Amos Kiptoo]"],
    ),
    (
        "“Is Chad safe? Uganda attacked it,” Amos Kiptoo said.",
        &["Uganda attacks Chad actual [Amos Kiptoo]"],
    ),
    // A clause that leads in with a colon, in the paragraph of the quotation or the one before.
    (
        "Ana Weiss said she was tired. Amos Kiptoo issued the following statement: “Uganda attacked Chad.”",
        &["Uganda attacks Chad actual [Amos Kiptoo]"],
    ),
    (
        "Amos Kiptoo issued a statement:\n\n“These are dark days. Uganda attacked Chad.”",
        &["Uganda attacks Chad actual [Amos Kiptoo]"],
    ),
    (
        "The bill was long:\n\n“Uganda attacked Chad.”",
        &["Uganda attacks Chad actual []"],
    ),
    // Who is only told of does not go on to speak.
    (
        "“We fought,” Ana Weiss said, noting that Amos Kiptoo insists that Chad left. “Uganda attacked Mali.”",
        &["Uganda attacks Mali actual [Ana Weiss]"],
    ),
    // A new paragraph begins with a new thought.
    (
        "“Uganda attacked Chad.”\n\nAmos Kiptoo declared on Monday.",
        &["Uganda attacks Chad actual []"],
    ),
    // Whoever is quoted says something of the doer of every sentence, where it is clear who that is.
    (
        "“We are tired,” Ana Weiss said. “Uganda has sent tanks. It is at the gates.”",
        &["Ana Weiss reports Uganda actual []"],
    ),
    (
        "“Uganda is tired,” Ana Weiss said. “People left. The campaign will fail.”",
        &[
            "!Ana Weiss reports people actual []",
            "!Ana Weiss reports campaign actual []",
        ],
    ),
    // "We" of whoever speaks for a state is the state.
    (
        "“We attacked Chad,” said Uganda's president, Amos Kiptoo.",
        &[
            "Uganda attacks Chad actual [Amos Kiptoo]",
            "Amos Kiptoo reports Uganda actual []",
        ],
    ),
    (
        "“We will attack Chad,” said Uganda's president, Amos Kiptoo.",
        &["!Amos Kiptoo reports Uganda actual []"],
    ),
];

#[test]
fn quotations_have_their_speakers() {
    super::sentences::check(&QUOTATIONS);
}
