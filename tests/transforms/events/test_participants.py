"""Who is taken as actor and recipient of what sentences tell, and what is left untold; read by the packaged model."""

from datetime import date

import pytest

from schemas.records import EventMention
from tests.transforms.events.articles import article
from transforms.events.mentions import mentions
from transforms.events.parsing.language import parse
from transforms.walk import Tools

Told = tuple[str | None, str, str | None]


@pytest.fixture(scope="module")
def tools() -> Tools:
    return Tools.load()


def tell(tools: Tools, text: str) -> tuple[EventMention, ...]:
    written = article(text, date(2020, 12, 2))
    return mentions(parse(tools.language, text), written, tools.codebook, tools.actors).event_mentions


def pairs(tools: Tools, text: str) -> set[Told]:
    """Code of the actor, type, code of the recipient; the text of a recipient that has no code."""
    told = tell(tools, text)
    return {
        (m.actor and m.actor.code, m.event_type, m.recipient and (m.recipient.code or m.recipient.text)) for m in told
    }


@pytest.mark.parametrize(
    "text",
    [
        "Kenya agreed.",
        "France promised help.",
        "Norway has cooperated closely on many things.",
        "The White House praised a drone strike.",
        "Iran welcomed prices.",
        "Praise for Kenya grew.",
    ],
)
def test_an_act_without_those_it_needs_is_no_event(tools: Tools, text: str) -> None:
    assert not tell(tools, text)


def test_an_attack_may_be_condemned_whoever_made_it(tools: Tools) -> None:
    told = tell(tools, "The White House denounced a drone strike.")
    assert [(m.event_type, m.recipient and m.recipient.text) for m in told] == [("ACCUSE", "a drone strike")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels were arrested on Monday.", {(None, "COERCE", "---REB")}),
        ("Four Kenyan soldiers were killed on Monday.", {(None, "ASSAULT", "KENMIL")}),
        ("The shelling of Kenya went on for days.", {(None, "ASSAULT", "KEN")}),
    ],
)
def test_violence_and_arrest_may_hide_who_did_them(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


def test_an_attack_hides_nobody_where_the_sentence_names_an_army(tools: Tools) -> None:
    assert not pairs(tools, "Chad used new missiles during the attack on Kenya.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad lifted the ban on the imports of goods from Kenya.", ("TCD", "KEN")),
        ("Students marched against the Kenyan government.", ("KENEDU", "KENGOV")),
        ("Germany provided money for clinics for people in Yemen.", ("DEU", "YEM")),
    ],
)
def test_a_recipient_may_stand_in_a_phrase_beside_the_verb(tools: Tools, text: str, expected: tuple[str, str]) -> None:
    found = {(actor, recipient[:6]) for actor, _, recipient in pairs(tools, text) if recipient}
    assert any(actor == expected[0] and recipient.startswith(expected[1]) for actor, recipient in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels met officials of Chad while the army attacked them.", "---REB"),
        ("Soldiers found the villagers and threatened to kill them.", "---CVL"),
    ],
)
def test_them_is_never_who_acts(tools: Tools, text: str, expected: str) -> None:
    acts = [m for m in tell(tools, text) if m.event_type in ("ASSAULT", "THREATEN")]
    assert [m.recipient.code for m in acts if m.recipient] == [expected]


def test_each_other_makes_two_of_a_coordination_act_on_one_another(tools: Tools) -> None:
    told = pairs(tools, "Chad and Kenya accused each other.")
    assert told == {("TCD", "ACCUSE", "KEN")}
    assert pairs(tools, "Chad and Kenya criticised each other’s plans.") == {("TCD", "ACCUSE", "KEN")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were dragged out by the Kenyan police and taken into custody.", ("KENCOP", "COERCE")),
        ("The Kenyan envoy has called on Chad to withdraw its troops.", ("KENGOV", "REQUEST")),
        ("Kenya held talks with the rebels, who attacked Chad.", ("---REB", "ASSAULT")),
    ],
)
def test_who_acts_may_stand_at_another_verb(tools: Tools, text: str, expected: tuple[str, str]) -> None:
    assert expected in {(actor, event_type) for actor, event_type, _ in pairs(tools, text)}


def test_several_who_agree_with_nobody_else_agree_with_each_other(tools: Tools) -> None:
    told = pairs(tools, "Chad and Kenya have agreed to hold joint exercises, a Kenyan officer confirmed.")
    assert ("TCD", "AGREE", "KEN") in told
    assert not any(recipient == "KENMIL" for _, _, recipient in told), "who reports it takes no part in it"


def test_what_a_protest_demands_names_whom_it_is_against(tools: Tools) -> None:
    told = pairs(tools, "Protesters blocked a road to show their anger at the policies of Chad.")
    assert ("---CVL", "PROTEST", "TCD") in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad had offered to mediate. Kenya rejected the offer.", {("KEN", "REJECT", "TCD")}),
        ("Kenya rejected the offer.", {("KEN", "REJECT", "the offer")}),
        ("Kenya rejected the rumour.", set()),
        ("Kenya's president rebuffed a demand by opposition parties.", {("KENGOV", "REJECT", "KENOPP")}),
        ("The French government rejected the accusations made by Chad.", {("FRAGOV", "REJECT", "TCD")}),
        ("The French government questioned NASA's use of the rocket.", {("FRAGOV", "ACCUSE", "USAGOV")}),
    ],
)
def test_a_word_that_is_refused_or_blamed_is_its_author_s(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway condemned the arrest of Kenyan officers.", "the arrest of Kenyan officers"),
        ("Norway condemned Chad's attack on Kenya.", "TCD"),
        ("Norway condemned the attack on Kenya by Chad.", "TCD"),
        ("Norway rejected Algerian mediation.", "DZA"),
    ],
)
def test_those_to_whom_harm_was_done_are_not_blamed(tools: Tools, text: str, expected: str) -> None:
    assert {recipient for _, kind, recipient in pairs(tools, text) if kind in ("ACCUSE", "REJECT")} == {expected}


@pytest.mark.parametrize(
    "text",
    ["Prosecutors accused the chiefs of fraud.", "Chad invaded the country.", "Norway condemned the Kabul attack."],
)
def test_somebody_of_whom_nothing_is_known_is_no_thing(tools: Tools, text: str) -> None:
    assert not tell(tools, text)


def test_what_is_only_called_for_may_be_a_thing(tools: Tools) -> None:
    assert pairs(tools, "Chad called for an end to the bullying.") == {("TCD", "REQUEST", "the bullying")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two soldiers were wounded when rioters threw stones.", ("---CRM", "ASSAULT", "---MIL")),
        ("A man was stabbed on Monday and the Kenyan assailant fled.", ("KENCRM", "ASSAULT", "---CVL")),
        ("Three French soldiers were killed by a roadside bomb.", (None, "ASSAULT", "FRAMIL")),
        ("Iranian missiles hit a convoy of Chad.", ("IRN", "ASSAULT", "TCD")),
        ("Russian shelling of Ukrainian towns went on.", ("RUS", "ASSAULT", "UKR")),
    ],
)
def test_who_did_the_harm_may_stand_elsewhere_in_the_sentence(tools: Tools, text: str, expected: Told) -> None:
    assert expected in pairs(tools, text)


@pytest.mark.parametrize(
    "text",
    ["Lund criticised Chad.", "The Kenyan president visited Kenya.", "Kenya held a meeting, with plans for Chad."],
)
def test_an_unknown_critic_and_a_trip_at_home_are_no_events(tools: Tools, text: str) -> None:
    assert not tell(tools, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Protesters blocked a road, demanding that Chad release the men.", ("---CVL", "PROTEST", "TCD")),
        ("Workers went on strike in protest at the plans of Chad.", ("---LAB", "PROTEST", "TCD")),
        ("Denmark accepted a formula for ending its dispute with Norway.", ("DNK", "AGREE", "NOR")),
        ("Chad threatened to attack 52 Iranian sites.", ("TCD", "THREATEN", "IRN")),
    ],
)
def test_recipients_are_read_in_aims_reasons_and_owners(tools: Tools, text: str, expected: Told) -> None:
    assert expected in pairs(tools, text)


def test_each_of_two_subjects_acts(tools: Tools) -> None:
    told = pairs(tools, "Norwegian forces and Chad attacked Kenya.")
    assert told == {("NORMIL", "ASSAULT", "KEN"), ("TCD", "ASSAULT", "KEN")}


def test_the_second_party_stands_behind_and(tools: Tools) -> None:
    assert ("TCD", "CONSULT", "KEN") in pairs(tools, "Talks between Chad and Kenya resumed.")


def test_police_are_of_the_nation_of_those_they_arrest(tools: Tools) -> None:
    assert ("KENCOP", "COERCE", "KENOPP") in pairs(tools, "Police arrested the Kenyan opposition leader.")


def test_those_whom_a_government_frees_are_of_its_nation(tools: Tools) -> None:
    assert pairs(tools, "The Chadian president freed two opposition leaders.") == {("TCDGOV", "RETREAT", "TCDOPP")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegian, Swedish premiers hold talks in Kiruna", {("NORGOV", "CONSULT", "SWEGOV")}),
        ("Seoul, Tokyo resume military talks", {("KORGOV", "CONSULT", "JPNGOV")}),
        (
            "Saudi Arabia, the United Arab Emirates and Egypt cut ties with Qatar.",
            {(one, "SANCTION", "QAT") for one in ("SAU", "ARE", "EGY")},
        ),
        (
            "DOHA — Saudi Arabia, the United Arab Emirates, Bahrain and Egypt cut ties with Qatar on Monday.",
            {(one, "SANCTION", "QAT") for one in ("SAU", "ARE", "BHR", "EGY")},
        ),
    ],
)
def test_a_comma_joins_as_and_does(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


def test_troops_are_of_the_nation_that_sent_them(tools: Tools) -> None:
    assert ("RWAMIL", "COERCE", "TCD") in pairs(tools, "Troops sent by Rwanda seized a town in Chad.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru condemned the bombing of the Canadian embassies.",
            {("PER", "ACCUSE", "the bombing of the Canadian embassies")},
        ),
        ("Peru deplores these acts against the Canadian embassies.", {("PER", "ACCUSE", "these acts")}),
        ("Peru condemned the shelling of Kenya by Chad.", {("PER", "ACCUSE", "TCD")}),
    ],
)
def test_who_suffers_what_is_condemned_is_not_condemned(tools: Tools, text: str, expected: set[Told]) -> None:
    assert {told for told in pairs(tools, text) if told[1] == "ACCUSE"} == expected


def test_a_bombing_kills_not_the_clinic_that_is_bombed(tools: Tools) -> None:
    found = pairs(tools, "Nobody has forgotten the bombing of a Chilean clinic that killed nine people.")
    assert {actor for actor, _, _ in found} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "The embassy bombing killed nine Chileans.",
        "A hospital bombing killed nine Chileans.",
        "The attacks on embassies in Nairobi, Kenya, and Kampala, Uganda, killed nine Chileans.",
    ],
)
def test_what_is_attacked_kills_nobody(tools: Tools, text: str) -> None:
    assert {told[0] for told in pairs(tools, text) if told[1] == "ASSAULT"} <= {None}


@pytest.mark.parametrize("front", ["government", "rebel", "Israeli tank"])
def test_those_with_arms_attack_where_they_stand_in_front(tools: Tools, front: str) -> None:
    assert any(
        told[0] for told in pairs(tools, f"Nine Kenyans were killed in a {front} attack.") if told[1] == "ASSAULT"
    )


def test_a_bullet_is_shot_by_its_owner_wherever_that_was(tools: Tools) -> None:
    (told,) = tell(tools, "A Peruvian teacher was killed by a rebel's bullet in Chad.")
    assert told.actor is not None and told.actor.text == "a rebel"


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian minister promised to track down the killers of the pilots.",
        "The Peruvian minister pledged to ask the Chilean parliament for funds.",
        "The Peruvian union supported the country's NATO membership.",
    ],
)
def test_whom_the_words_are_not_meant_for_is_no_recipient(tools: Tools, text: str) -> None:
    assert not [told for told in tell(tools, text) if told.event_type in ("AGREE", "SUPPORT")]


def test_a_girl_whose_return_is_asked_for_is_not_asked(tools: Tools) -> None:
    found = pairs(tools, "The Peruvian government has pushed for the girl's return to her mother.")
    assert found == {("PERGOV", "REQUEST", "the girl's return")}


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("The Peruvian police opened an investigation of Ana Ruiz based on her links with Chad.", "Ana Ruiz"),
        ("The Peruvian parliament turned down a Kenyan proposal for a summit with Chad.", "KEN"),
    ],
)
def test_the_first_one_named_is_meant(tools: Tools, text: str, recipient: str) -> None:
    assert recipient in {told for _, kind, told in pairs(tools, text) if kind in ("ACCUSE", "REJECT")}


def test_a_city_in_front_owns_no_agreement(tools: Tools) -> None:
    found = pairs(tools, "The Peruvian parliament criticised the Nairobi agreement.")
    assert "KEN" not in {recipient for _, _, recipient in found}


def test_whom_rioters_join_is_not_whom_they_protest_against(tools: Tools) -> None:
    found = pairs(tools, "Kenyan prisoners rioted, joining thousands of Chadian demonstrators.")
    assert not [told for told in found if told[2] and told[2].startswith("TCD")]


def test_a_noun_within_what_is_signed_tells_nothing_more(tools: Tools) -> None:
    signed = tell(tools, "The Finnish minister travelled to Riga and signed an accord with Latvia.")
    assert [(m.event_type, m.recipient and m.recipient.text) for m in signed] == [
        ("CONSULT", "Riga"),
        ("SUPPORT", "Latvia"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Chadian diplomats were expelled from Kenya.", {("KEN", "SANCTION", "TCDGOV")}),
        ("Chad drew criticism from Kenya.", {("KEN", "ACCUSE", "TCD")}),
    ],
)
def test_a_country_behind_from_may_be_the_doer(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Kenya condemned Chad's generals.", "Chad's generals"),
        ("Kenya freed five Chadian prisoners.", "five Chadian prisoners"),
        ("Three were killed in a blast in Kenya.", "Three"),
        ("Kenyan police arrested two of the rebels.", "two of the rebels"),
    ],
)
def test_people_are_meant_not_what_describes_or_counts_them(tools: Tools, text: str, recipient: str) -> None:
    assert {m.recipient and m.recipient.text for m in tell(tools, text)} == {recipient}


def test_an_age_counts_nobody(tools: Tools) -> None:
    assert "42" not in {m.recipient and m.recipient.text for m in tell(tools, "The mayor, 42, was shot in Kenya.")}


def test_what_is_put_in_front_takes_part(tools: Tools) -> None:
    assert pairs(tools, "It was to Chad that Kenya sent food.") == {("KEN", "AID", "TCD")}


def test_what_is_threatened_may_be_nobody_s(tools: Tools) -> None:
    assert ("KENREB", "THREATEN", "the oil port") in pairs(tools, "Kenyan rebels threatened to shell the oil port.")


def test_a_place_named_twice_has_done_nothing(tools: Tools) -> None:
    told = pairs(
        tools, "Two Kenyan police officers were shot overnight in a slum of Port-au-Prince, the Haitian capital."
    )
    assert told == {(None, "ASSAULT", "KENCOP")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Kenya agreed to free 20 prisoners.", ("TCD", "AGREE", "KEN")),
        ("The US and South Korea signed a pact.", ("USA", "SUPPORT", "KOR")),
        ("Chadian and Kenyan soldiers traded fire near a temple.", ("TCDMIL", "ASSAULT", "KENMIL")),
        ("Kenyan peacekeepers came under fire on Monday.", (None, "ASSAULT", "KENMIL")),
        ("The bomb attack, claimed by the Taliban, killed six Kenyan soldiers.", ("AFGREB", "ASSAULT", "KENMIL")),
        ("Chad's deportation of Uyghurs drew criticism from Norway.", ("NOR", "ACCUSE", "TCD")),
        ("The two men were arrested and beaten by Chadian police.", ("TCDCOP", "COERCE", "TCDCVL")),
        ("A U.S. strike on Monday hit two Taliban vehicles.", ("USA", "ASSAULT", "AFGREB")),
        ("Kenyan soldiers took mortar fire from the Taliban.", ("AFGREB", "ASSAULT", "KENMIL")),
        ("The UN Security Council condemned the May attacks in Chad.", ("IGOUNOGOV", "ACCUSE", "the May attacks")),
        ("Chad and Kenya said they had signed a treaty.", ("TCD", "SUPPORT", "KEN")),
        ("Norway and Kenya said they supported Chad.", ("KEN", "SUPPORT", "TCD")),
        ("Police tortured scores of Kenyan and Chadian refugees.", ("---COP", "ASSAULT", "TCDREF")),
        ("Norway is providing photographs and other intelligence to Kenya.", ("NOR", "COOPERATE", "KEN")),
        ("Russian missiles hit Odesa.", ("RUS", "ASSAULT", "UKR")),
        ("Norway threatened to sue Kenya in the Supreme Court.", ("NOR", "THREATEN", "KEN")),
        ("The Kenyan government threatened to sue in the Supreme Court.", None),
        ("The Kenyan court heard a tape. It was released.", None),
        ("A spokesman for the Kenyan army said it had killed 50 militants.", ("KENMIL", "ASSAULT", "---REB")),
        ("A spokesman for the Kenyan army said its troops had killed 50 militants.", ("KENMIL", "ASSAULT", "---REB")),
        ("The Chadian junta arrested the premier and imposed a curfew.", ("TCDGOV", "COERCE", None)),
        ("The ambassador was told to leave Chile on Monday.", (None, "SANCTION", "---GOV")),
        ("Gunmen stopped a bus in Kenya.", None),
        ("Kenyan police seized a boat belonging to a Chadian smuggler.", ("KENCOP", "COERCE", "TCDCRM")),
        ("A pact between Chad's rulers and Kenyan rebels has been sealed in Oslo.", ("TCDGOV", "SUPPORT", "KENREB")),
        ("Two Chadian policemen died.", None),
        ("The Treaty of London, signed in May 1913, moved the frontier.", None),
        ("Raids this week in Chad's Lac province killed two.", (None, "ASSAULT", "TCDCVL")),
    ],
)
def test_whose_act_it_is_where_the_words_stand_apart(tools: Tools, text: str, expected: Told | None) -> None:
    assert expected in pairs(tools, text) if expected else not pairs(tools, text)


def test_what_is_said_of_a_support_is_one_event_with_it(tools: Tools) -> None:
    assert pairs(tools, "The minister reiterates Norwegian support for Kenya.") == {("---GOV", "SUPPORT", "KEN")}


def test_who_was_shot_is_no_party(tools: Tools) -> None:
    told = tell(tools, "He met Omar Farsi, a leader of the African National Congress, who was assassinated in 1993.")
    shot = [m.recipient and m.recipient.text for m in told if m.event_type == "ASSAULT"]
    assert shot == ["a leader of the African National Congress"]


def test_what_two_say_that_they_will_do_both_announce(tools: Tools) -> None:
    told = tell(tools, "Chad and Kenya said they will attack Norway.")
    assert {(m.actor and m.actor.code, m.event_type) for m in told} == {("TCD", "THREATEN"), ("KEN", "THREATEN")}


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Norway condemned Chad's attack on Kenya.", ("TCD", "ASSAULT", "KEN")),
        ("The release of five Kenyan sailors by Chad was welcomed by Norway.", ("TCD", "RETREAT", "KENMIL")),
    ],
)
def test_a_deed_that_is_judged_has_been_done(tools: Tools, text: str, deed: Told) -> None:
    told = pairs(tools, text)
    assert deed in told
    assert [actor for actor, *_ in told - {deed}] == ["NOR"]


def test_a_ruler_makes_no_agreement_with_his_own_minister(tools: Tools) -> None:
    told = tell(tools, "President Ruiz of Chad planned to visit Chadian minister Ali Haroun.")
    assert "asserted" not in {m.status for m in told}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten nurses died in an ambush carried out by rebels in Mali.", {("MLIREB", "ASSAULT", "MLIMED")}),
        ("Ten nurses died in a bombing in Mali.", {(None, "ASSAULT", "MLIMED")}),
        ("Ten nurses died in a shark attack in Mali.", set()),
        ("Two nurses died in bombings claimed by the Islamic State in Mali.", {("IMGUAFISM", "ASSAULT", "MLIMED")}),
        ("Chadian airstrikes in Kenya killed ten nurses.", {("TCD", "ASSAULT", "KENMED")}),
        ("Peru and the rebels signed a truce in Havana.", {("PER", "RETREAT", "---REB")}),
        ("Rebels met Peruvian officials in Havana.", {("---REB", "CONSULT", "PERGOV")}),
        ("Syria's government and rebels agreed to a ceasefire in Homs.", {("SYRGOV", "AGREE", "SYRREB")}),
        ("Norway held drills in the Sea of Japan.", {("NOR", "MOBILIZE", "the Sea of Japan")}),
        ("Serbia's president met his Kosovo counterpart.", {("SRBGOV", "CONSULT", "XKXGOV")}),
        ("Kenyan police fired tear gas to disperse protesters.", {("KENCOP", "ASSAULT", "KENCVL")}),
        ("Talks between the Afghan government and the Taliban began.", {("AFGGOV", "CONSULT", "AFGREB")}),
    ],
)
def test_who_did_it_to_whom_is_told_once(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran, whose navy seized a British tanker, left Vienna.", {("IRNMIL", "COERCE", "GBR")}),
        ("The minister, who condemned Israel, resigned.", {("---GOV", "ACCUSE", "ISR"), ("---GOV", "RETREAT", None)}),
        ("The EU called for Israel to withdraw from Gaza.", {("IGOEUR", "REQUEST", "ISR")}),
        ("Jordan took part in air strikes against Islamic State.", {("JOR", "ASSAULT", "IMGUAFISM")}),
        ("The aid provided by Norway reached Malawi.", {("NOR", "AID", "MWI")}),
        ("A Somalia ambush killed two Kenyan nurses.", {(None, "ASSAULT", "KENMED")}),
        ("Troops, rebels clash in Mali", {("MLIMIL", "ASSAULT", "MLIREB")}),
    ],
)
def test_whose_deed_it_is(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men were arrested in Nairobi, Kenyan police said.", {("KENCOP", "COERCE", "KENCVL")}),
        ("Kenyan police said a man had been arrested in Uganda.", {(None, "COERCE", "UGACVL")}),
        ("The minister said 20 men had been detained in Lima.", {(None, "COERCE", "PERCVL")}),
        ("A nurse was sentenced in a Kenyan court.", {("KENJUD", "COERCE", "KENMED")}),
        ("The EU said that a deal had been signed with Peru.", {("IGOEUR", "SUPPORT", "PER")}),
        ("The reporter said that a deal had been signed with Peru.", {(None, "SUPPORT", "PER")}),
        ("Critics of the Thai government marched.", {("THAOPP", "PROTEST", None)}),
    ],
)
def test_who_says_it_may_have_done_it(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latin American leaders condemned Norway.", {("---GOV", "ACCUSE", "NOR")}),
        ("The EU fined Poland one million euros a day.", {("IGOEUR", "COERCE", "POL")}),
        ("More than 400 people were killed in Syria's civil war.", set()),
        ("Rebels blocked roads in Lahore to protest the verdict.", {("PAKREB", "PROTEST", None)}),
        ("Peru declared a state of emergency after the floods.", set()),
        ("Peru declared a state of emergency after the coup.", {("PER", "COERCE", None)}),
    ],
)
def test_what_words_do_not_say(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US imposed visa bans on ICC prosecutors.", {("USA", "COERCE", "IGOJUD")}),
        ("Boko Haram holds ten hostages.", {("NGAREB", "ASSAULT", "---CVL")}),
        ("Chadian troops and Kenyan rebels fought battles.", {("TCDMIL", "ASSAULT", "KENREB")}),
        ("Police in Oslo used tear gas to break up a rally of fans.", {("NORCOP", "ASSAULT", "a rally of fans")}),
        ("Malian soldiers arrested the president.", {("MLIMIL", "COERCE", "MLIGOV")}),
    ],
)
def test_sides_that_only_the_sentence_shows(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected


def test_what_is_held_on_a_day_is_nobody(tools: Tools) -> None:
    assert not pairs(tools, "Nevada held its caucuses on February 22.")
    assert pairs(tools, "Kenyan police held two men over the attack.") == {("KENCOP", "COERCE", "KENCVL")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway, the United States and Egypt condemned Chad.",
            {("NOR", "ACCUSE", "TCD"), ("USA", "ACCUSE", "TCD"), ("EGY", "ACCUSE", "TCD")},
        ),
        ("The attack, which killed ten nurses in Chad, was claimed by Boko Haram.", {("NGAREB", "ASSAULT", "TCDMED")}),
        ("The Russian envoy was summoned to the Estonian foreign ministry.", {("ESTGOV", "ACCUSE", "RUSGOV")}),
        ("Ten nurses lost their lives in a suicide bombing in Chad.", {(None, "ASSAULT", "TCDMED")}),
        (
            "Oslo's support for Ukraine and its criticism of Moscow angered Hungary.",
            {("NORGOV", "SUPPORT", "UKR"), ("NORGOV", "ACCUSE", "RUSGOV")},
        ),
        (
            "Mali's army and Russian mercenaries killed ten nurses.",
            {("MLIMIL", "ASSAULT", "---MED"), ("RUSUAF", "ASSAULT", "---MED")},
        ),
    ],
)
def test_nobody_of_several_is_lost(tools: Tools, text: str, expected: set[Told]) -> None:
    assert pairs(tools, text) == expected
