//! Whole quotations: whose they are, and what is said in them.

/// Each text with the claims it must give, and those it must not, as in `sentences`.
const QUOTATIONS: [(&str, &[&str]); 24] = [
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
    // Who is named by a phrase or by a headline's mark speaks as one who "says" does; papers only pass on.
    (
        "According to Uganda, Chad broke the truce.",
        &[
            "Uganda accuses Chad actual []",
            "!Uganda reports Chad actual []",
        ],
    ),
    (
        "According to Reuters, Chad broke the truce.",
        &["!Reuters accuses Chad actual []"],
    ),
    (
        "Kiptoo: Chad must leave Mali",
        &[
            "Kiptoo requests Chad actual []",
            "!Kiptoo reports Chad actual []",
        ],
    ),
    // "Us" is whoever is quoted, whatever others said in the quotation.
    (
        "“Uganda has pledged to help us,” said Amos Kiptoo.",
        &["Uganda promises Amos Kiptoo actual [Amos Kiptoo]"],
    ),
    // What a first person stands for is of a kind that the frame wants.
    (
        "“I have confidence in Premier Ana Weiss,” said Amos Kiptoo.",
        &["Amos Kiptoo praises Ana Weiss actual []"],
    ),
    (
        "“I forced my way into Samsung,” Ana Weiss said.",
        &["!Ana Weiss attacks Samsung actual [Ana Weiss]"],
    ),
    // "You" is whom the clause calls by name.
    (
        "“Thank you, Ana Weiss,” Amos Kiptoo said.",
        &["Amos Kiptoo praises Ana Weiss actual []"],
    ),
    (
        "“We're going to rebuild Chad,” Ana Weiss said.",
        &["Ana Weiss promises Chad actual []"],
    ),
];

#[test]
fn quotations_have_their_speakers() {
    super::sentences::check(&QUOTATIONS);
}
