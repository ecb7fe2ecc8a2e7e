//! Whole sentences: who did what to whom, how sure, and who says so, one line each.

use whom::{Whom, text::Document};

/// Each sentence with the claims it must give, "source relation target status [speakers]", and those it must not (with "!").
const SENTENCES: [(&str, &[&str]); 108] = [
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
    // Whoever shot one man need not have shot the crowd; those who charge are told elsewhere.
    (
        "Police killed Boris Novak in Oslo. At the club nine porters had been killed.",
        &["!Norwegian police kills nine porters actual []"],
    ),
    (
        "Norwegian prosecutors said that Boris Novak had left. Ana Weiss is accused of planning to rob the port.",
        &["Norwegian prosecutors accuses Ana Weiss actual []"],
    ),
    (
        "Kenya jailed Boris Novak in May. He was accused of theft.",
        &["Kenya accuses Boris Novak actual []"],
    ),
    // Who is told apart by where he is, and what goes before, need not have been spoken of.
    (
        "Sara Karimi said she wanted Cuban envoys based in Oslo to leave.",
        &["Cuban envoys located_in Oslo actual []"],
    ),
    (
        "Sara Karimi said Peru had left amid Chad's attacks on Mali.",
        &["Chad attacks Mali actual []"],
    ),
    // Two single marks are a double one.
    (
        "The minister Sara Karimi of Peru spoke. ''Chad is weak. We have fought for years,'' she said. ''Mali failed us.''",
        &["Sara Karimi criticizes Chad actual []"],
    ),
    // "Our" president is not at the head of whoever says so; whoever does not know somebody denies nothing.
    (
        "\"Our president is weak,\" said Sara Karimi of Peru.",
        &[
            "Sara Karimi criticizes Peruvian president actual []",
            "!Peruvian president leads Sara Karimi actual []",
        ],
    ),
    (
        "Sara Karimi said she did not know Boris Novak.",
        &["!Sara Karimi denies Boris Novak actual []"],
    ),
    // What is chanted is nobody's deed; what somebody cannot do he does not deny.
    (
        "Ana Weiss lost the vote. Turning to his fans, Governor Brandt moved them to angry cries of \"Lock her up!\"",
        &["!Brandt's fans detains Ana Weiss actual []"],
    ),
    (
        "\"I can't tell Senator Brandt what to wear,\" Ana Weiss said.",
        &["!Ana Weiss denies Brandt actual []"],
    ),
    // One noun for two names; the government of a place is not that of its state.
    (
        "Chad recognised the republics of Luhansk and Donetsk.",
        &[
            "Chad recognizes Donetsk People's Republic actual []",
            "Chad recognizes Luhansk People's Republic actual []",
        ],
    ),
    (
        "The California government condemned Chad.",
        &[
            "California government criticizes Chad actual []",
            "!United States criticizes Chad actual []",
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
    // Verbs that the tree would lose.
    ("Sudan attacks Chad", &["Sudan attacks Chad actual []"]),
    (
        "Sudan's army bombed positions of Boko Haram.",
        &["Sudanese military attacks Boko Haram actual []"],
    ),
    (
        "The EU froze the assets of Roman Bey.",
        &["European Union sanctions Roman Bey actual []"],
    ),
    (
        "Norway, Sweden hold joint drills",
        &["Norway cooperates Sweden actual []"],
    ),
    // Sources beside a headline report it, and are no part of it.
    (
        "Kenya bombed Chad – investigators",
        &[
            "Kenya attacks Chad actual [investigators]",
            "investigators reports Kenya actual []",
        ],
    ),
    (
        "Hungary left the pact with Chad - Reuters",
        &["Reuters reports Hungary actual []"],
    ),
    // Names and common nouns hung on the nearer noun of an event.
    (
        "An Israeli air strike on Kenya began on Monday.",
        &["Israel attacks Kenya actual []"],
    ),
    (
        "Norway-Sweden ties soured.",
        &["Norway cooperates Sweden actual []"],
    ),
    (
        "The ICC's investigation into alleged crimes by Israel began.",
        &[
            "International Criminal Court investigates Israel actual []",
            "!Israel investigates International Criminal Court actual []",
        ],
    ),
    (
        "Anna Novak held two days of talks with Jon Roe.",
        &["Anna Novak meets Jon Roe actual []"],
    ),
    // Verbs that are joined share what stands with the last.
    (
        "Farmers were beaten and robbed by Chadian soldiers.",
        &["Chadian military attacks farmers actual []"],
    ),
    (
        "Norway together with Sweden sent troops to Kenya.",
        &[
            "Norway supplies Kenya actual []",
            "Sweden supplies Kenya actual []",
        ],
    ),
    (
        "Weapons supplied by Norway to Ukraine were lost.",
        &[
            "Norway supplies Ukraine actual []",
            "!Ukraine supplies Norway actual []",
        ],
    ),
    // Participles tell of the noun before the comma, clauses before the verb of its subject.
    (
        "Sudanese farmers fled Goma, seized by Chad in March.",
        &[
            "Chad occupies Goma actual []",
            "!Chad detains Sudanese farmers actual []",
        ],
    ),
    (
        "While visiting Kenya, Anna Novak urged Chad to leave.",
        &[
            "Anna Novak visits Kenya actual []",
            "!Chad visits Kenya actual []",
        ],
    ),
    // What is somebody's own is known, whoever may join it.
    (
        "Belarus will not join Russia's war against Ukraine.",
        &[
            "Russia attacks Ukraine actual []",
            "Belarus attacks Ukraine denied []",
        ],
    ),
    // Titles: several holders, two words, a hyphen, a body, a country that goes without saying.
    (
        "Presidents Ana Moss of Kenya and Ole Ruiz of Chad opened a dam.",
        &[
            "Ana Moss leads Kenya actual []",
            "Ole Ruiz leads Chad actual []",
            "!Ole Ruiz leads Kenya actual []",
        ],
    ),
    (
        "UN Secretary-General Jon Roe left.",
        &["Jon Roe leads United Nations actual []"],
    ),
    (
        "Norwegian army spokesman Jon Roe left.",
        &["Jon Roe represents Norwegian military actual []"],
    ),
    (
        "The United States praised Kenya, and the United States sent Secretary of State Ana Moss.",
        &["Ana Moss part_of United States actual []"],
    ),
    (
        "Norway recognised Jon Roe as president of Venezuela.",
        &[
            "Jon Roe leads Venezuela actual []",
            "!Norway leads Venezuela actual []",
        ],
    ),
    // Bodies and the states that their names begin with; parties in brackets; two governments.
    (
        "The Egyptian Armed Forces attacked Kenya.",
        &["Egyptian Armed Forces part_of Egypt actual []"],
    ),
    (
        "Iran's Revolutionary Guards attacked Kenya.",
        &["Islamic Revolutionary Guard Corps part_of Iran actual []"],
    ),
    (
        "Jon Roe (Green Party) praised Kenya.",
        &["Jon Roe part_of Green Party actual []"],
    ),
    (
        "The Kenyan and Chadian governments warned Peru.",
        &[
            "Kenya threatens Peru actual []",
            "Chad threatens Peru actual []",
        ],
    ),
    // Whoever is to do it is meant by "its" and by "the country" in what is asked.
    (
        "Kenya called on Sudan to end its attacks on Chad.",
        &[
            "Sudan attacks Chad possible [Kenya]",
            "!Kenya attacks Chad possible []",
        ],
    ),
    (
        "Niger's junta ordered French troops to leave the country.",
        &["French military withdraws Niger planned [Niger]"],
    ),
    (
        "Norway demanded the release of its nurses held in Chad.",
        &[
            "Chad detains Norwegian nurses possible [Norway]",
            "!Norway withdraws Norwegian nurses possible []",
        ],
    ),
    // Who answers an accusation is no source of it; who accuses nobody says nothing.
    (
        "Armenia accused Georgia of spying, which Tbilisi denied.",
        &[
            "Armenia accuses Georgia actual []",
            "Georgia denies Armenia actual []",
        ],
    ),
    (
        "Norway has not accused Latvia of cheating.",
        &["!Norway accuses Latvia actual []"],
    ),
    // Speakers whom the tree had lost.
    (
        "Kenya closed its embassies in Sudan and Mali.",
        &[
            "Kenyan embassy located_in Sudan actual []",
            "Kenyan embassy located_in Mali actual []",
        ],
    ),
    (
        "Norway is considering sending missiles to Ukraine, two officials familiar with the matter said.",
        &["Norway supplies Ukraine possible [officials]"],
    ),
    (
        "\"We urge Latvia to act,\" Norway's president Ole Moss said.",
        &["Ole Moss requests Latvia actual []"],
    ),
    // Who is seen or heard does it.
    (
        "Ana Moss watched Norwegian troops leave Sudan.",
        &[
            "Norwegian military withdraws Sudan actual []",
            "!Ana Moss withdraws Sudan actual []",
        ],
    ),
    // Answers point back to what was told, though the word may stand for an actor; whoever is accused denies the deed.
    (
        "Armenia accused Georgia of arming the rebels, a charge it denies.",
        &[
            "Georgia denies Armenia actual []",
            "Georgia supplies rebels actual [Armenia]",
            "Georgia supplies rebels denied [Georgia]",
        ],
    ),
    (
        "Armenia accused Georgia of arming the rebels, but Tbilisi denied it.",
        &[
            "Georgia denies Armenia actual []",
            "Georgia supplies rebels denied [Georgia]",
        ],
    ),
    (
        "Armenia blames Georgia for the leak, which Georgia rejects.",
        &[
            "Georgia denies Armenia actual []",
            "!Georgia opposes Armenia actual []",
        ],
    ),
    // A phrase that sums up a clause is about whoever does what the clause says.
    (
        "Chile raised its fees, a step Peru condemned.",
        &["Peru criticizes Chile actual []"],
    ),
    (
        "Chile closed the border, a decision that Peru called illegal.",
        &["Peru criticizes Chile actual []"],
    ),
    // Who is a person.
    (
        "There was no word from Ana Moss, who was in Oslo for talks.",
        &["Ana Moss visits Oslo actual []"],
    ),
    // Those who are named together are meant together.
    (
        "Norway and Latvia closed the border. They later sued Kenya.",
        &[
            "Norway accuses Kenya actual []",
            "Latvia accuses Kenya actual []",
        ],
    ),
    (
        "Norway has insulted Latvia. Kenya urged both countries to talk.",
        &[
            "Kenya requests Norway actual []",
            "Kenya requests Latvia actual []",
        ],
    ),
    (
        "Ana Moss met Jon Roe in Oslo. The pair praised Kenya.",
        &[
            "Ana Moss praises Kenya actual []",
            "Jon Roe praises Kenya actual []",
        ],
    ),
    (
        "Chad and Niger have blamed each other for the fire.",
        &[
            "Chad accuses Niger actual []",
            "Niger accuses Chad actual []",
        ],
    ),
    (
        "The president of Norway, Jon Moss, met his Latvian counterpart, Ana Berg.",
        &[
            "Jon Moss leads Norway actual []",
            "Ana Berg leads Latvia actual []",
        ],
    ),
    (
        "Norway's foreign minister, Jon Moss, met his Latvian counterpart, Ana Berg.",
        &[
            "Ana Berg part_of Latvia actual []",
            "!Ana Berg leads Latvia actual []",
        ],
    ),
    // Who is accused does it, whoever accuses; what participles share; who is named of a group.
    (
        "The Kenyan police were accused by Norway of killing 22 protesters.",
        &[
            "Kenyan police kills 22 protesters actual [Norway]",
            "Norway accuses Kenyan police actual []",
        ],
    ),
    (
        "The Kenyan police, trained and paid for by Norway, left.",
        &[
            "Norway trains Kenyan police actual []",
            "Norway finances Kenyan police actual []",
        ],
    ),
    (
        "The Brink group, which is based in Oslo and led by Jon Moss, praised Kenya.",
        &[
            "Jon Moss leads Brink group actual []",
            "!Jon Moss located_in Oslo actual []",
        ],
    ),
    (
        "Among those arrested by Kenya was Jon Moss.",
        &["Kenya detains Jon Moss actual []"],
    ),
    (
        "Kenya has arrested dozens of people, among them Jon Roe.",
        &["Kenya detains Jon Roe actual []"],
    ),
    // Whose prison it is: the state's of the town. Whoever promises to do something says so.
    (
        "Jon Moss is on trial in Nairobi. Kenya is silent.",
        &["Kenya detains Jon Moss actual []"],
    ),
    (
        "Norway promised to send trucks to Kenya.",
        &["Norway supplies Kenya planned [Norway]"],
    ),
    (
        "Jon Moss, 34, from Norway, sued Kenya.",
        &["Jon Moss part_of Norway actual []"],
    ),
    // Every negation is a "not"; two objects; an infinitive hung on the object; whom a denial answers.
    (
        "Iran said it had no hand in the attack on Kenya.",
        &["Iran denies Kenya actual []"],
    ),
    (
        "Norway offered Sudan's government its services.",
        &["Norway promises Sudan actual []"],
    ),
    (
        "Norway advised Kenyan nurses to leave Chad.",
        &["Norway requests Kenyan nurses actual []"],
    ),
    (
        "Kenya says Uganda backs the rebels. Kampala rejects the allegation.",
        &[
            "Uganda denies Kenya actual []",
            "Uganda aids rebels denied [Uganda]",
        ],
    ),
    (
        "Three nurses were arrested by Kenya. They deny the charges.",
        &["!Kenya detains three nurses denied [three nurses]"],
    ),
    // Two who are named are not the two whom the text has brought in, nor those of "or"; nobody denies for the accuser.
    (
        "Two men were held on Monday, Judge Ana Moss told reporter Jon Roe. The pair robbed a bank in Kenya and killed three nurses.",
        &[
            "!Ana Moss kills three nurses actual []",
            "!Jon Roe kills three nurses actual []",
        ],
    ),
    (
        "Either Ana Moss or Jon Roe left. They later praised Kenya.",
        &["!Ana Moss praises Kenya actual []"],
    ),
    (
        "President Ana Moss met her Kenyan counterpart, Jon Roe.",
        &["!Ana Moss leads Kenya actual []"],
    ),
    // Of two subjects each has its verb; whoever asks for leave is to do it.
    (
        "Ethiopian troops backed by Amhara militias entered the town on Monday, residents told Reuters.",
        &[
            "residents reports Ethiopian military actual []",
            "!Ethiopian military reports Reuters actual []",
        ],
    ),
    (
        "Ukraine has asked the United States for permission to strike targets inside Russia.",
        &[
            "Ukraine attacks Russia possible []",
            "!United States attacks Russia possible [Ukraine]",
        ],
    ),
    // Whoever is named beside an object or a passive subject shares its lot; who fights alongside somebody does not fight him.
    (
        "Gunmen in Chad killed Jon Roe along with two guards.",
        &[
            "Chadian gunmen kills Jon Roe actual []",
            "Chadian gunmen kills two guards actual []",
        ],
    ),
    (
        "Jon Roe was arrested by Chad together with Ana Weiss.",
        &["Chad detains Ana Weiss actual []"],
    ),
    // Joined participles share their doer.
    (
        "Chad's army, which was equipped and trained by Kenya, left.",
        &["Kenya trains Chadian military actual []"],
    ),
    // Both have the role that the plural tells.
    (
        "Cuba and Venezuela, Kenya's closest allies, sent food.",
        &[
            "Cuba cooperates Kenya actual []",
            "Venezuela cooperates Kenya actual []",
        ],
    ),
    (
        "Two of Weiss's aides, Ada Roe and Ben Moss, met Jon Berg.",
        &[
            "Ada Roe meets Jon Berg actual []",
            "Ben Moss meets Jon Berg actual []",
        ],
    ),
    (
        "One of the nurses, Ada Roe, met Jon Moss.",
        &["Ada Roe meets Jon Moss actual []"],
    ),
    // Whom one calls for to act is asked.
    (
        "Oxfam called for the EU to open its borders.",
        &["Oxfam requests European Union actual []"],
    ),
    // Who is put between commas speaks, and does not act.
    (
        "Kenya, Ana Weiss argues, has armed the rebels.",
        &[
            "Kenya supplies rebels actual [Ana Weiss]",
            "!Ana Weiss supplies rebels actual []",
        ],
    ),
    (
        "Ana Weiss said progress was slow and urged Kenya to act.",
        &["Ana Weiss requests Kenya actual []"],
    ),
    // A deed of its own name is found further back than "the move".
    (
        "Gunmen seized 20 pupils in Chad. They left in lorries. Nobody was hurt. The road is closed. Unicef condemned the abduction.",
        &["UNICEF criticizes gunmen actual []"],
    ),
    // What an envoy is for is not whose envoy he is.
    (
        "The UN's Middle East envoy, Tor Holm, left.",
        &[
            "Tor Holm represents United Nations actual []",
            "!Tor Holm represents Middle East actual []",
        ],
    ),
];

#[test]
fn sentences_give_what_they_say() {
    check(&SENTENCES);
}

/// Reads each sentence and compares its claims with those that it must give and must not give.
pub(crate) fn check(sentences: &[(&str, &[&str])]) {
    let whom = Whom::new().expect("the binary carries its data");
    let mut wrong = Vec::new();
    for &(text, claims) in sentences {
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
