//! Who does what an infinitive, a participle or a gerund says, and how sure it is: whole sentences, one line each.

use super::sentences::check;

#[test]
fn who_is_reproached_or_moved_has_the_deed() {
    check(&[
        (
            "Senators blasted Kenya for not arming Uganda.",
            &["Kenya supplies Uganda denied []"],
        ),
        (
            "The Ugandan minister lashed out at Kenya for having shot down a Chadian plane.",
            &["Kenya attacks Chad actual []"],
        ),
        (
            "Kenya talked Uganda into arming Chad.",
            &["Uganda supplies Chad actual []"],
        ),
        (
            "Chad threatened Kenya with sanctions for arming Uganda.",
            &[
                "Kenya supplies Uganda actual []",
                "!Chad supplies Uganda actual []",
            ],
        ),
    ]);
}

#[test]
fn the_subject_may_stand_outside_the_clause() {
    check(&[
        (
            "Chad hit back at the rebels who Kenyan officials say attacked Uganda.",
            &["rebels attacks Uganda actual [Kenyan officials]"],
        ),
        (
            "Uganda is said by Chad to have attacked Kenya.",
            &[
                "Uganda attacks Kenya actual [Chad]",
                "!Chad attacks Kenya actual [Chad]",
            ],
        ),
        (
            "Uganda looks set to attack Chad.",
            &["Uganda attacks Chad planned []"],
        ),
        (
            "Kenya, having occupied Uganda, attacked Chad.",
            &["Kenya occupies Uganda actual []"],
        ),
        (
            "The refusal of Uganda to arm Kenya angered Chad.",
            &["Uganda supplies Kenya denied []"],
        ),
    ]);
}

#[test]
fn what_somebody_should_do_is_left_open() {
    check(&[
        (
            "It would be wrong for Uganda to sanction Chad.",
            &["Uganda sanctions Chad possible []"],
        ),
        (
            "It was a mistake for Kenya to attack Uganda, Ana Weiss said.",
            &["Kenya attacks Uganda possible [Ana Weiss]"],
        ),
        (
            "It is time for Kenya to sanction Uganda.",
            &["Kenya sanctions Uganda possible []"],
        ),
        (
            "Kenya ought to arm Uganda.",
            &["Kenya supplies Uganda possible []"],
        ),
        (
            "Kenya had the right to attack Uganda, Ana Weiss said.",
            &["Kenya attacks Uganda possible [Ana Weiss]"],
        ),
    ]);
}

#[test]
fn what_is_not_chosen_is_not_done() {
    check(&[
        (
            "Instead of arming Uganda, Kenya sanctioned Chad.",
            &["Kenya supplies Uganda denied []"],
        ),
        (
            "Kenya chose to sanction Uganda rather than attack it.",
            &["Kenya attacks Uganda denied []"],
        ),
    ]);
}

#[test]
fn a_purpose_is_planned_and_what_came_before_is_not() {
    check(&[
        (
            "Kenya recruited Ugandan workers to spy on Chad.",
            &["Ugandan workers investigates Chad planned []"],
        ),
        (
            "Kenyan soldiers were deployed to fight al-Shabab.",
            &["Kenyan military attacks al-Shabaab planned []"],
        ),
        (
            "Kenya used Ugandan bases to bomb Chad.",
            &["Kenya attacks Chad actual []"],
        ),
        (
            "Uganda was seen to attack Chad.",
            &["Uganda attacks Chad actual []"],
        ),
        (
            "Kenya may join the union after sanctioning Uganda.",
            &["Kenya sanctions Uganda actual []"],
        ),
    ]);
}

#[test]
fn joined_verbs_share_their_object_and_those_beside_the_subject_act() {
    check(&[
        (
            "Uganda condemned Kenya for jailing, torturing and deporting refugees.",
            &[
                "Kenya detains refugees actual []",
                "Kenya sanctions refugees actual []",
            ],
        ),
        (
            "Ana Weiss has accused Kenya of arming, training and financing Ugandan rebels.",
            &[
                "Kenya supplies Ugandan rebels actual [Ana Weiss]",
                "Kenya finances Ugandan rebels actual [Ana Weiss]",
                "!Ana Weiss finances Ugandan rebels actual []",
            ],
        ),
        (
            "Rebels backed by Kenya and armed by Chad attacked Uganda.",
            &[
                "Chad supplies rebels actual []",
                "!Chad attacks Uganda actual []",
            ],
        ),
        (
            "Kenya, along with Uganda and Chad, has stepped up airstrikes against al-Shabab.",
            &["Chad attacks al-Shabaab actual []"],
        ),
        (
            "Candidates like Ana Weiss and Ben Moss have criticized Chad.",
            &["Ben Moss criticizes Chad actual []"],
        ),
    ]);
}

#[test]
fn only_what_was_done_tells_who_did_it_elsewhere() {
    check(&[
        (
            "Kenyan police arrested Ada Moss. Ada Moss was arrested at the airport.",
            &["Kenyan police detains Ada Moss actual []"],
        ),
        (
            "Kenyan police denied that they had arrested Ada Moss. Ada Moss was arrested on Monday, the union said.",
            &["!Kenyan police detains Ada Moss actual [union]"],
        ),
        (
            "Kenya may bomb Chad. Chad was bombed on Monday.",
            &["!Kenya attacks Chad actual []"],
        ),
    ]);
}

#[test]
fn event_nouns_have_what_stands_further_off() {
    check(&[
        (
            "The arrest by France of Juan Moss angered Spain.",
            &["France detains Juan Moss actual []"],
        ),
        (
            "The invasion in 1990 of Chad by Uganda angered Kenya.",
            &["Uganda attacks Chad actual []"],
        ),
        (
            "Kenya's invasion and occupation of Chad angered Uganda.",
            &[
                "Kenya attacks Chad actual []",
                "Kenya occupies Chad actual []",
            ],
        ),
        (
            "Ada Moss, aide to the president and director of the Harbour Institute, left.",
            &["!Ada Moss represents Harbour Institute actual []"],
        ),
    ]);
}

#[test]
fn whoever_is_first_or_alone_in_it_does_it() {
    check(&[
        (
            "Kenya was the first to attack Chad.",
            &["Kenya attacks Chad actual []"],
        ),
        (
            "The first country to recognise Kosovo was Chad.",
            &["Chad recognizes Kosovo actual []"],
        ),
        (
            "Kenya is not alone in criticizing Chad.",
            &["Kenya criticizes Chad actual []"],
        ),
        (
            "Kenya will be the first state to recognise Kosovo.",
            &["Kenya recognizes Kosovo planned []"],
        ),
    ]);
}

#[test]
fn a_verb_said_once_tells_of_two() {
    check(&[
        (
            "Kenya withdraws from Chad and Uganda from Mali.",
            &[
                "Uganda withdraws Mali actual []",
                "!Kenya withdraws Uganda actual []",
                "!Kenya withdraws Mali actual []",
            ],
        ),
        (
            "Kenya withdrew from Chad and Mali.",
            &["Kenya withdraws Mali actual []"],
        ),
        (
            "Along with the Ugandan army, Kenya has attacked Chad.",
            &["Ugandan military attacks Chad actual []"],
        ),
    ]);
}

#[test]
fn what_a_relative_clause_says_is_said_of_its_noun() {
    check(&[
        (
            "Spain, which France says attacked Iraq, criticised Kenya.",
            &[
                "Spain attacks Iraq actual [France]",
                "!France attacks Iraq actual [France]",
                "!France attacks Spain actual [France]",
            ],
        ),
        (
            "Uganda helped Kenya attack Chad.",
            &[
                "Uganda aids Kenya actual []",
                "Kenya attacks Chad actual []",
            ],
        ),
    ]);
}

#[test]
fn what_somebody_is_judged_for_is_his_own() {
    check(&[
        (
            "Kenya praised Uganda for its attack on Chad.",
            &[
                "Uganda attacks Chad actual [Kenya]",
                "!Kenya attacks Chad actual []",
            ],
        ),
        (
            "Kenya apologised to Uganda for its attack on Chad.",
            &["Kenya attacks Chad actual []"],
        ),
    ]);
}

#[test]
fn examples_are_of_their_group() {
    check(&[
        (
            "Kenya killed three nurses, including Ada Moss.",
            &["Kenya kills Ada Moss actual []"],
        ),
        (
            "Three nurses were killed by Kenyan police, including Ada Moss.",
            &["!Ada Moss kills three nurses actual []"],
        ),
    ]);
}

#[test]
fn bodies_and_people_are_where_their_phrase_says() {
    check(&[
        (
            "Chinese Foreign Ministry spokeswoman Ada Moss criticised Chad.",
            &["Chinese Foreign Ministry part_of China actual []"],
        ),
        (
            "Ada Moss's Miami relatives criticised Chad.",
            &["Ada Moss's Miami relatives located_in Miami actual []"],
        ),
        (
            "Chad criticised Ada Moss's relatives in Miami.",
            &["Ada Moss's relatives located_in Miami actual []"],
        ),
        (
            "The Harbour Party met in Nairobi. Party spokesman Ben Moss criticised Chad.",
            &["Ben Moss represents Harbour Party actual []"],
        ),
        (
            "Ben Moss, one of Chad's ministers, left.",
            &["Ben Moss part_of Chad actual []"],
        ),
    ]);
}

#[test]
fn the_party_beside_a_name_is_its_bearers() {
    check(&[
        (
            "Ana Weiss (R-Texas) left.",
            &["Ana Weiss part_of Republican Party actual []"],
        ),
        (
            "The Democratic challenger Ana Weiss met Jon Berg.",
            &["Ana Weiss part_of Democratic Party actual []"],
        ),
        (
            "Republican critic Ana Weiss left Chad.",
            &["!Ana Weiss part_of Republican Party actual []"],
        ),
    ]);
}
