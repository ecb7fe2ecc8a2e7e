//! What is said: whom it is about, who says it, and how sure it is: whole sentences, one line each.

use super::command::Test;
use super::sentences::check;

#[test]
fn every_clause_of_what_is_said_has_a_doer() {
    check(&[
        (
            "Chad said Kenya had sent tanks and Uganda had withdrawn its troops.",
            &[
                "Chad reports Kenya actual []",
                "Chad reports Uganda actual []",
            ],
        ),
        (
            "The Kampala Times reported that a Kenyan minister was arrested, and that Ugandan police were searching for his friends.",
            &[
                "Kampala Times reports Ugandan police actual []",
                "Ugandan police investigates friends actual [Kampala Times]",
            ],
        ),
        // Only a subject is the doer of a further clause.
        (
            "Chad said the talks were over and the ministry had the attention of Kenya.",
            &["!Chad reports Kenya actual []"],
        ),
    ]);
}

#[test]
fn what_has_no_doer_is_about_whoever_takes_part() {
    check(&[
        (
            "Kenya said the house near the river belonged to Ada Moss.",
            &["Kenya reports Ada Moss actual []"],
        ),
        (
            "The toll of the Uganda fire, at first 3, has reached 5, doctors said Wednesday.",
            &["doctors reports Uganda actual []"],
        ),
        // A headline's topic is not what is said.
        (
            "Sudan crisis: Chadian raids on villages are deliberate, says the Kenyan foreign minister.",
            &[
                "Kenyan foreign minister reports Chad actual []",
                "!Kenyan foreign minister reports Sudan actual []",
            ],
        ),
    ]);
}

#[test]
fn whoever_quotes_somebody_stands_outside() {
    check(&[
        (
            "The Argus quoted immigration official Jonas Weiss as saying Ugandan agents had arrested the man.",
            &["Jonas Weiss reports Ugandan agents actual [Argus]"],
        ),
        (
            "The Kenyan foreign minister was quoted by the Nairobi Herald as saying that Uganda had attacked Chad.",
            &[
                "Kenyan foreign minister reports Uganda actual [Nairobi Herald]",
                "Uganda attacks Chad actual [Nairobi Herald, Kenyan foreign minister]",
            ],
        ),
    ]);
}

#[test]
fn a_paper_speaks_for_whoever_issued_it() {
    check(&[
        (
            "The Kenyan Foreign Ministry issued a statement on Friday. \"Chad has attacked Uganda,\" the statement said.",
            &[
                "Kenyan Foreign Ministry reports Chad actual []",
                "Chad attacks Uganda actual [Kenyan Foreign Ministry]",
            ],
        ),
        (
            "Uganda's parliament published a report on Monday. Chad has attacked Kenya, the report said.",
            &["Chad attacks Kenya actual [Ugandan parliament]"],
        ),
        // Another paper.
        (
            "Uganda published a report on Monday. Chad has attacked Kenya, a statement said.",
            &["Chad attacks Kenya actual []"],
        ),
    ]);
}

#[test]
fn what_is_not_planned_is_not_denied() {
    check(&[
        (
            "Kenya said it did not plan to arm Uganda.",
            &[
                "Kenya reports Uganda actual []",
                "!Kenya denies Uganda actual []",
            ],
        ),
        (
            "Kenya said it had not armed Uganda.",
            &["Kenya denies Uganda actual []"],
        ),
        (
            "Kenya said it had not armed Chad but Uganda attacked Sudan.",
            &["Kenya reports Uganda actual []"],
        ),
    ]);
}

#[test]
fn whoever_vows_says_so() {
    check(&[(
        "Kenya vowed to attack Uganda.",
        &[
            "Kenya threatens Uganda actual []",
            "Kenya attacks Uganda planned [Kenya]",
        ],
    )]);
}

#[test]
fn a_plan_with_a_condition_is_possible() {
    check(&[
        (
            "Kenya will withdraw from Uganda only if Chad leaves.",
            &["Kenya withdraws Uganda possible []"],
        ),
        (
            "Kenya threatened to attack Uganda unless it withdrew.",
            &["Kenya attacks Uganda possible [Kenya]"],
        ),
        (
            "Kenya will withdraw from Uganda even if Chad stays.",
            &["Kenya withdraws Uganda planned []"],
        ),
        (
            "Kenya was left with the stark choice of attacking Uganda or leaving.",
            &["Kenya attacks Uganda possible []"],
        ),
        (
            "Uganda may be willing to arm Kenya.",
            &["Uganda supplies Kenya possible [Uganda]"],
        ),
        (
            "Jonas Weiss allegedly told the agent that Kenya had attacked Uganda.",
            &["Kenya attacks Uganda possible [Jonas Weiss]"],
        ),
    ]);
}

#[test]
fn what_was_done_stands_whatever_is_said_of_it() {
    check(&[
        (
            "Kenya must end its occupation of Uganda.",
            &["Kenya occupies Uganda actual []"],
        ),
        (
            "Kenya will carry out its attack on Uganda.",
            &["Kenya attacks Uganda planned []"],
        ),
        (
            "Kenyan rebels kept their promise to kill Jonas Weiss.",
            &["Kenyan rebels kills Jonas Weiss actual []"],
        ),
    ]);
}

#[test]
fn words_on_the_way_are_said_whatever_is_not_done() {
    check(&[
        (
            "Kenya did not limit its attacks, also calling on Uganda to leave.",
            &["Kenya requests Uganda actual []"],
        ),
        (
            "Kenya would like to thank Uganda, the minister said.",
            &["Kenya praises Uganda actual []"],
        ),
        (
            "Kenya plans to thank Uganda.",
            &["Kenya praises Uganda planned []"],
        ),
    ]);
}

#[test]
fn a_condition_may_name_the_doer() {
    let relation = "id = \"reports\"\nfamily = \"saying\"\ngloss = \"says\"\nquestion = \"Who?\"\nplover = \"\"\ncameo = \"\"\n\
        [[frame]]\nid = \"surmise\"\nverbs = [\"surmise\"]\nsource = \"subj\"\ntarget = \"doer\"\ncontent = \"clause\"\n\
        not.doer = [\"uganda\"]\n";
    let text = "Kenya surmised that Uganda had left. Kenya surmised that Chad had left.";
    Test::new()
        .file("a.txt", text)
        .file("data/relations/reports.toml", relation)
        .args(&["explain", "a.txt", "--data", "data"])
        .stdout("reports/en/surmise did not: not.doer has “Uganda”")
        .success();
    let read = Test::new()
        .file("a.txt", text)
        .file("data/relations/reports.toml", relation)
        .args(&["read", "a.txt", "-f", "jsonl", "--data", "data"])
        .success();
    assert!(
        read.stdout.contains("reports/en/surmise"),
        "{}",
        read.stdout
    );
    assert_eq!(read.stdout.matches("\"reports\"").count(), 1);
}

#[test]
fn what_doubtful_evidence_shows_is_possible() {
    check(&[
        (
            "The video purportedly shows Malian troops killing villagers.",
            &["Malian military kills villagers possible []"],
        ),
        (
            "The video shows Malian troops killing villagers.",
            &["Malian military kills villagers actual []"],
        ),
        (
            "The photos appear to show Kenyan soldiers training rebels.",
            &["Kenyan military trains rebels possible []"],
        ),
    ]);
}
