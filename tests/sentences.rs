//! Whole sentences: who did what to whom, how sure, and who says so, one line each.

use whom::{Whom, text::Document};

/// Each sentence with the claims it must give, "source relation target status [speakers]", and those it must not (with "!").
const SENTENCES: [(&str, &[&str]); 21] = [
    // Relative clauses of place; the nearer noun where the head does not fit.
    (
        "Chad, where 2,000 French troops are based, protested.",
        &["French military located_in Chad actual []"],
    ),
    // Answers: whoever rejects a demand was asked, and it was made.
    (
        "Uganda rejected Kenya's request.",
        &["Kenya requests Uganda actual []"],
    ),
    (
        "Uganda rejected Kenya's accusations.",
        &["Kenya accuses Uganda actual []"],
    ),
    // A verb and its object tell of one event.
    (
        "Peru and Chile have agreed a trade deal.",
        &[
            "Peru agrees Chile actual []",
            "!Peru agrees Chile planned []",
        ],
    ),
    // What is to be done is planned.
    (
        "Washington is to provide Kyiv with missiles.",
        &["United States supplies Ukraine planned []"],
    ),
    (
        "Kenya to send troops to Chad",
        &["Kenya supplies Chad planned []"],
    ),
    // Circumstances have the clause's subject, and not its status.
    (
        "During talks with Kenya, Uganda agreed to withdraw.",
        &["Uganda meets Kenya actual []"],
    ),
    (
        "Kenya remains Uganda's largest trading partner.",
        &["Kenya trades Uganda actual []"],
    ),
    // Headlines set the source beside what it says.
    (
        "Novak: Kenya will send arms to Chad",
        &["Kenya supplies Chad planned [Novak]"],
    ),
    (
        "Chad shelled Sudan, killing 20: UN researchers",
        &["Chad attacks Sudan actual [UN researchers]"],
    ),
    (
        "NATO urges Russia to renew grain deal — Reuters",
        &["NATO requests Russia actual [Reuters]"],
    ),
    // Each of several holds the role of his own state.
    (
        "Kenya expelled Russian and Belarusian diplomats.",
        &["!Belarusian diplomats represents Russia actual []"],
    ),
    // One unnamed person whom the text keeps apart speaks for himself; a whole clause before a comment is what is said.
    (
        "A trade ministry official from Kenya arrived. \"Kenya invaded Chad,\" the official said.",
        &["Kenya attacks Chad actual [trade ministry official]"],
    ),
    (
        "Peru on Friday freed the painter Sara Karimi, her sister said, becoming quieter by the day.",
        &["Peru withdraws Sara Karimi actual [Sara Karimi's sister]"],
    ),
    (
        "The background: the Harbour Post cited Kenyan officials who said Chad was training Libyan soldiers.",
        &["Chad trains Libyan military actual [Harbour Post, Kenyan officials]"],
    ),
    // Whoever tells of victims tells of the one who is known to have done it.
    (
        "Kenya arrested the painter Boris Novak on Monday. Three sculptors had been arrested too, the Harbour Union said.",
        &[
            "Harbour Union reports Kenya actual []",
            "!Harbour Union reports sculptors actual []",
        ],
    ),
    // Where it happened is not who did it; who stands for a body is not of it.
    (
        "A car bomb in Kyiv killed Boris Novak.",
        &["!Kyiv kills Boris Novak actual []"],
    ),
    (
        "Weiss, a strong supporter of the Harbour Party, spoke.",
        &["!Weiss part_of Harbour Party actual []"],
    ),
    // A title is not denied with what its holder denies; no deed is disowned by not thinking so.
    (
        "Ana Weiss, a spokeswoman for Kenya, dismissed the report.",
        &["!Ana Weiss represents Kenya denied [Ana Weiss]"],
    ),
    (
        "I don't think Peru matters, Ana Weiss said.",
        &["!Ana Weiss denies Peru actual []"],
    ),
    // A name after the noun for a body is that body's; titles are no second subject.
    (
        "The dispute between Kenya and the Ugandan company Petrogas goes on.",
        &["Kenya opposes Petrogas actual []"],
    ),
];

#[test]
fn sentences_give_what_they_say() {
    let whom = Whom::new().expect("the binary carries its data");
    let mut wrong = Vec::new();
    for (text, claims) in SENTENCES {
        let text = text.to_owned();
        let reading = whom.read(&Document {
            text: text.clone(),
            ..Document::default()
        });
        let name = |actor: whom::actors::ActorIndex| reading.actors[actor.0 as usize].name.as_str();
        let found: Vec<String> = reading
            .claims
            .iter()
            .map(|c| {
                let speakers: Vec<&str> = c.attributed_to.iter().map(|&a| name(a)).collect();
                let speakers = speakers.join(", ");
                format!(
                    "{} {} {} {} [{speakers}]",
                    name(c.source),
                    c.relation,
                    name(c.target),
                    c.status.as_str()
                )
            })
            .collect();
        for &claim in claims {
            let (wanted, claim) = match claim.strip_prefix('!') {
                Some(claim) => (false, claim),
                None => (true, claim),
            };
            if found.iter().any(|f| f == claim) != wanted {
                wrong.push(format!(
                    "{text}\n  wanted {wanted}: {claim}\n  found {found:?}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
