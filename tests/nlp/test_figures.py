"""Figures: which quantities of a sentence are kept, with their spans, values and units, and which are passed over."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution_lint.nlp.figures import find_figures
from tests.nlp.stories import marked, story


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # shares
        ("Rents rose [[4.5 percent]] last year.", "percent"),
        ("Rents rose [[4.5%]] last year, then fell [[2 per cent]].", "percent percent"),
        ("Between [[10 and 12 percent]] of pupils walk.", "percent"),
        ("Turnout fell from [[61 percent to 54 percent]].", "percent"),
        ("Support slipped [[three percentage points]].", "percent"),
        ("The bank cut its rate by [[25 basis points]].", "points"),
        ("She holds a [[six-point]] lead in the survey.", "points"),
        ("The share index lost [[120 points]].", "points"),
        ("Some [[60 percent]] were for it and [[31]] were against.", "percent share"),
        ("[[Two thirds]] of the wards flooded.", "fraction"),
        ("Nearly [[half]] of the nurses left.", "fraction"),
        ("[[A third]] of the wards flooded.", "fraction"),
        ("About [[a quarter]] of homes stood empty.", "fraction"),
        ("[[One in five]] children skips breakfast.", "ratio"),
        ("[[Three out of ten]] shops closed.", "ratio"),
        ("The valley lost [[one job in three]] since then.", "ratio"),
        ("[[Half]] are run from abroad.", "fraction"),
        ("Rain fell and [[three-quarters]] of the crop rotted.", "fraction"),
        ("They hold a tenth in shares, against [[a quarter]] in 2014.", "fraction"),
        ("Rain fell and [[a third]] of the crop rotted.", "fraction"),
        ("Sheds by the quay stand [[a third]] empty.", "fraction"),
        ("The fund has raised barely [[half]].", "fraction"),
        ("They lost [[a good fifth]] of the flock.", "fraction"),
        ("[[A twentieth]] of the sum was paid.", "fraction"),
        ("[[One loan in four]] ends in default.", "ratio"),
        ("Rats spoil [[one sack in every six]] on the island.", "ratio"),
        ("Dynamite is used by [[one fisher in nine]] off the cape.", "ratio"),
        ("[[Every third]] window is boarded up.", "ratio"),
        ("It holds [[one doctor for every 1,900]] people.", "ratio"),
        ("Fees had seen a [[twentyfold]] rise.", "multiple"),
        ("A cook there earns [[almost double]].", "multiple"),
        ("The risk [[triples]] in fog.", "multiple"),
        ("The mill shed [[twice]] last year’s number.", "multiple"),
        ("He earns [[ten times]] his old wage.", "multiple"),
        # money
        ("The bridge cost [[$2.7 million]].", "money"),
        ("It will cost [[$3 billion to $4 billion]].", "money"),
        ("The fund holds [[40 million euros]].", "money"),
        ("The council owes [[£46,000]].", "money"),
        ("Bail was set at [[A$5,000]].", "money"),
        ("The dam cost [[₹1,20,000]].", "money"),
        ("The ministry spent [[Rs 3 crore]] on seed.", "money"),
        ("Farmers got [[₦250 million]].", "money"),
        ("The clinic raised [[KSh4,500]].", "money"),
        ("The mine pays [[R12 million]] a year.", "money"),
        ("A test costs [[P1,200]] and the ward [[RM2.1bil]].", "money money"),
        ("Guards start at [[R9 415]] a month.", "money"),
        ("The film took [[$US572 million]] abroad.", "money"),
        ("Shares slid [[8.3%]] to [[$41.77]] by noon.", "percent money"),
        ("The trade employs [[9 000]] guards.", "count"),
        ("The yard holds [[1 900]] containers.", "count"),
        ("On June 5 [[200]] people marched through the town.", "count"),
        ("On Flight 17 [[298]] passengers died.", "casualty"),
        ("The firm lent to traders at over [[65]] of its branches.", "count"),
        ("The line ordered [[120]] jet engines.", "count"),
        ("The top 10 percent own [[62 percent]] of the land.", "percent"),
        ("Turnout could top [[60 percent]] in the east.", "percent"),
        ("The sheds house [[a quarter of a million]] hens.", "count"),
        ("He was fined [[500 pounds]] in cash.", "money"),
        ("The yard booked [[NOK 71m]] and then [[CHF 3 million]].", "money money"),
        ("A sack costs [[GH¢240]] at the gate.", "money"),
        ("Her rent is [[900 pounds]] a month.", "money"),
        # counts and sizes
        ("The plant employs [[350]] workers.", "count"),
        ("The storm cut power to [[12,400]] homes.", "magnitude"),
        ("The city counts [[2.1 million]] people.", "magnitude"),
        ("The state has [[3 lakh]] teachers.", "magnitude"),
        ("A [[12]]-member panel will meet.", "count"),
        ("He bought [[12]] pounds of flour.", "count"),
        ("The hall seats [[40 to 60]] guests.", "count"),
        ("The scheme helped [[2000]] people.", "count"),
        ("The shire has [[810,000]] second homes.", "magnitude"),
        ("Weavers number [[65,000]] there.", "magnitude"),
        ("The storm dropped [[18]] mm of rain.", "count"),
        # tolls
        ("The fire killed [[two]] people.", "casualty"),
        ("Police arrested [[14]] protesters.", "casualty"),
        ("The blast left [[three]] dead.", "casualty"),
        ("[[Two]] men were crushed and [[three]] are in intensive care.", "casualty casualty"),
        ("[[Four]] cadets were in a serious condition.", "casualty"),
        ("[[Nine]] people were injured in the crash.", "casualty"),
        # shares without a noun, and so many for each
        ("[[A third]] leave within a year.", "fraction"),
        ("It has [[35 for each]] tenant.", "ratio"),
        # changes and votes
        ("Sales have [[doubled]] since spring.", "multiple"),
        ("Fares are [[three times]] higher than before.", "multiple"),
        ("Lamb is down [[a fifth]] on last year.", "fraction"),
        ("The council approved it on a [[7-2]] vote.", "score"),
        ("The Senate passed the bill [[52-48]].", "score"),
        ("Thefts have [[doubled]] over the past decade.", "multiple"),
        ("The sale took as much as [[a third]] off the price of a berth.", "fraction"),
        ("Pupils there score [[two to four points]] higher in maths exams.", "points"),
        # without a number
        ("[[Dozens]] of homes burned.", "vague"),
        ("[[Tens of thousands]] of people marched.", "vague"),
        ("It drew [[hundreds]] of visitors.", "vague"),
        ("[[Lakhs]] of families leave each spring.", "vague"),
    ],
)
def test_quantities_are_kept_with_their_kind(text: str, kinds: str) -> None:
    text, spans = marked(text)
    found = story(text)
    assert [(f.span, f.kind) for f in found.figures] == list(zip(spans, kinds.split(), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        # dates and times
        "The school opened on May 14.",
        "The school opened on 14 May 2019.",
        "It runs from June 3 to 9.",
        "It runs 3–9 June.",
        "The vote is due on 2024-11-05.",
        "The vote is due on 05/11/2024.",
        "The rule dates from 1987.",
        "The 2016 budget passed.",
        "Music of the 1960s filled the hall.",
        "He grew up in the ’70s.",
        "She is in her forties.",
        "Doors open at 7 p.m. today.",
        "Doors open at 7:30 in the evening.",
        "The siren went at 21:00 GMT.",
        "They met at nine o’clock.",
        "It was the 4th fire.",
        "The 21st-century mill hums.",
        # ages
        "Ada Moss, 45, runs the mill.",
        "The 12-year-old won a prize.",
        "The boy, aged 9, was found.",
        "She was 19 when the war began.",
        "The pass is for people over 65.",
        "It is open to those 18 and over.",
        "A six-month-old calf escaped.",
        # durations
        "The strike lasted three weeks.",
        "Pickers are paid a bonus once a year.",
        "He was jailed for 12 years.",
        "It took two or three days.",
        "A two-hour wait followed.",
        "The work took 10 long months.",
        "It stays shut for 24 hours.",
        # addresses, telephones, links
        "The fire began at 12 Harbour Lane.",
        "He lives at 1400 Elm Street.",
        "Call 555-0134 for seats.",
        "Call (020) 555-0134 for seats.",
        "Send it to Springfield, IL 62704.",
        "See www.example.org/2019/40 for the map.",
        "She posted as @mill1984 on Sunday.",
        # scores and records
        "Rovers beat City 3-2.",
        "The team has a 10-4 record this season.",
        "They lost the first set 6-4.",
        # laws, bills, districts
        "Section 230 protects hosts.",
        "Proposition 8 was struck down.",
        "The club is a 501(c)(3) charity.",
        "He put it in his 401(k) plan.",
        "District 9 will vote again.",
        "Article 50 was invoked.",
        "See paragraph 4 of the order.",
        "Turn to page 12.",
        # models, flights, roads
        "The Boeing 737 landed.",
        "Flight 370 vanished.",
        "An A380 landed late.",
        "They crashed on Route 66.",
        "Trains on the M25 stopped.",
        "The COVID-19 ward closed.",
        "Channel 4 aired it.",
        "He used a .38 caliber gun.",
        "A 9mm pistol lay there.",
        "He flew in on his 757 jet.",
        "She made a 911 call at midnight.",
        "The thieves took a 458 Ferrari.",
        # list markers
        "1. Boil the water.",
        "3) Stir the pot.",
        # identifiers
        "Room 101 was locked.",
        "Case No. 14 was heard.",
        "It was his #1 wish.",
        "The bill, §12, was cut.",
        # titles and idioms
        "We watched Ocean’s 11.",
        "Moses brought the Ten Commandments.",
        "It is a 10-step plan.",
        "She gave 110 percent.",
        "It was a 50-50 call.",
        "He doubled down on the claim.",
        "They won the women's doubles.",
        "He kept the tennis doubles trophies.",
        "The town has not one, but two bridges.",
        "It was an honest day's work for the crew.",
        "Residents under 30 have left the valley.",
        "He won every group except voters over 65 in the county.",
        "They walked a mile and a half.",
        "She won one match in three sets.",
        "Every second counts.",
        "Fans came by the thousands.",
        "I told him a million times.",
        "He paid with a $20 bill.",
        "They held a $1,000-a-plate dinner.",
        "He lives in the Latin Quarter.",
        "It finished in the third quarter.",
        "She stands 5’ 9” tall.",
        # British, Indian, African and Australian usages
        "He was remanded until 4 June at 10am.",
        "She is a Year 9 pupil.",
        "He took the No 12 bus.",
        "The Under-19 side toured Kenya.",
        "He drove along the N1 to Cape Town.",
        "Class 10 boards begin on Monday.",
        "He left at 1430 hrs.",
    ],
)
def test_what_claims_nothing_is_passed_over(text: str) -> None:
    found = story(text)
    assert [found.slice(figure.span) for figure in found.figures] == []


@pytest.mark.parametrize(
    ("text", "value", "high", "unit", "noun"),
    [
        ("The bridge cost $2.7 million.", 2_700_000, None, "$", ""),
        ("It cost 3 to 5 million euros.", 3_000_000, 5_000_000, "euros", ""),
        ("Rents rose 10 to 12 percent.", 10, 12, "%", ""),
        ("Support slipped three percentage points.", 3, None, "points", ""),
        ("The state has 3 lakh teachers.", 300_000, None, "", "teachers"),
        ("The fund holds Rs 2 crore.", 20_000_000, None, "Rs", ""),
        ("The plant employs 350 extra workers.", 350, None, "", "workers"),
        ("The plant employs 35 or more workers.", 35, None, "", "workers"),
        ("The storm cut power to 12,400 homes.", 12_400, None, "", "homes"),
        ("The council approved it on a 7-2 vote.", 7, 2, "", ""),
        ("The fire killed two people.", 2, None, "", "people"),
        ("Two thirds of the wards flooded.", None, None, "", "wards"),
        ("Dozens of homes burned.", None, None, "", "homes"),
    ],
)
def test_a_figure_knows_its_number_and_what_it_is_of(
    text: str, value: float | None, high: float | None, unit: str, noun: str
) -> None:
    (figure,) = story(text).figures
    assert (figure.value, figure.high, figure.unit, figure.noun) == (value, high, unit, noun)


@pytest.mark.parametrize(
    ("text", "approximate"),
    [
        ("About 350 workers left.", True),
        ("At least 350 workers left.", True),
        ("Some 4 percent left.", True),
        ("There were 350 or so workers.", True),
        ("It has 350 workers or more.", False),
        ("Exactly 350 workers left.", False),
        ("There were 350 workers.", False),
    ],
)
def test_a_bound_makes_a_figure_approximate(text: str, approximate: bool) -> None:
    (figure,) = story(text).figures
    assert figure.approximate is approximate


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Elephants pass [[twice a week]].", "frequency"),
        ("The mill has been fined [[17 times]].", "frequency"),
        ("A case comes up [[every three minutes]].", "frequency"),
        ("The pier was shut on [[26 days]] last winter.", "frequency"),
        ("It was [[the fourth]] such theft.", "ordinal"),
        ("It is [[the 31st]] pub to close this year.", "ordinal"),
        ("The collapse was [[the third]] on the site in two years.", "ordinal"),
        ("For [[the fifth]] time since 2019 the dam leaked.", "ordinal"),
        ("[[One]] diver was airlifted to the mainland.", "count"),
        ("[[Two]] vans were torched and [[one]] hen house smashed.", "count count"),
        ("A gale sank the yacht, drowning [[one]] sailor.", "count"),
        ("Vandals burned a hut and [[three]] sheds.", "count"),
        ("[[Three]] chapels are out of use.", "count"),
        ("The kiosk has [[three]] staff.", "count"),
        ("Jobs go at a rate of [[one a day]].", "frequency"),
        ("[[Most]] were armed, and [[most]] have fled.", "vague vague"),
        ("A case [[takes 14 months]].", "duration"),
        ("Nurses work [[60 hours a week]].", "duration"),
        ("The average [[wait is 31 hours]].", "duration"),
        ("Drivers [[queued for up to three days]].", "duration"),
        ("A clerk is out of work for [[five months on average]], up from [[nine weeks]].", "duration duration"),
        ("The tunnel opened [[four years late]].", "duration"),
        ("It takes an average of [[seven years]] to build one.", "duration"),
        ("A test costs [[two days’ pay]].", "duration"),
        ("Lessors have a [[two-year backlog]] of engines.", "duration"),
        ("The bank has [[five weeks of cash]].", "duration"),
        ("Volunteers put in [[9,000 hours]].", "duration"),
        ("[[None of the]] pumps worked.", "negative"),
        ("[[Not one]] of the drones flies.", "negative"),
        ("It has emptied [[all but a handful]] of its camps.", "negative"),
        ("They eat [[less than any]] other province.", "comparison"),
        ("[[As much again]] is smuggled out.", "comparison"),
        ("Mud buried [[dozens]] that spring.", "vague"),
        ("It holds [[most of its towns]].", "vague"),
        ("Only [[eight]] exist.", "count"),
        ("Only [[one]] of its bakeries has flour.", "count"),
    ],
)
def test_what_is_seldom_asked_about_is_found_and_slight(text: str, kinds: str) -> None:
    text, spans = marked(text)
    found = find_figures(story(text))
    assert [(f.span, f.kind) for f in found] == list(zip(spans, kinds.split(), strict=True))
    assert all(figure.slight for figure in found)


@pytest.mark.parametrize(
    "text",
    [
        "The strike lasted three weeks.",
        "Pickers are paid a bonus once a year.",
        "She was away for a year’s absence.",
        "He left two years later.",
        "She came late two years in a row.",
        "A third man left.",
        "There was one for each child.",
        "They talked for most of the morning.",
        "None came.",
        "He doubled over in pain.",
        "She won the third set in an hour.",
        "The second half of the year was wet.",
        "It rained for the second consecutive night this week.",
        "A third splash of cold water came last week.",
        "He left on two days’ notice.",
        "At most were tents.",
        "One guard shot a dog.",
        "One diver said that boats were burned.",
        "More than rain fell.",
    ],
)
def test_narration_is_not_even_slight(text: str) -> None:
    assert find_figures(story(text)) == []


def test_code_holds_no_figures() -> None:
    found = story("Rents rose 4 percent.\n\n```\nRents rose 5 percent.\n```\n", "markdown")
    assert [found.slice(figure.span) for figure in found.figures] == ["4 percent"]


@given(st.text(alphabet="0123456789.,-–% $£kmn()/’'\nabeinotr", max_size=60))
def test_figures_stand_apart_in_order_and_inside_their_sentence(text: str) -> None:
    found = story(text)
    spans = [figure.span for figure in found.figures]
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert all(found.sentences[figure.sentence].span.covers(figure.span) for figure in found.figures)
