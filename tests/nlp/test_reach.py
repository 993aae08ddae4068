"""Reach: what a figure rests on, how a source carries, and where the text leaves it."""

from __future__ import annotations

import pytest

from attribution_lint.model import Span
from attribution_lint.nlp.analysis import Figure
from attribution_lint.nlp.figures import find_figures
from attribution_lint.nlp.reach import settle_by_rule
from attribution_lint.nlp.reach.equals import carry_from_equals
from attribution_lint.nlp.reach.weighing import LITTLE_DOUBT
from tests.nlp.stories import story, the_figure

FILLER = "The old town lies on a bay and has a fine harbour wall with a light at its end, as it has had for long."


def status(text: str, figure: str, format: str = "plain") -> tuple[str, str]:
    found = the_figure(story(text, format), figure)
    return found.status, found.reason


@pytest.mark.parametrize(("sentences", "expected"), [(50, "carried"), (70, "unattributed")])
def test_a_paragraph_without_an_end_is_not_looked_through_for_each_figure(sentences: int, expected: str) -> None:
    text = (
        "The bay is wide.\n\nThe report found 14 percent of rents rose. " + "The old town lies on a bay. " * sentences
    )
    assert status(text + "Rents fell by 3 percent in the port.", "3 percent")[0] == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Moss said rents rose 14 percent.", "in the sentence"),
        ("Rents rose 14 percent, according to Moss.", "in the sentence"),
        ("The report found rents rose 14 percent.", "in the sentence"),
        ("“Rents rose 14 percent,” Moss said.", "in a quotation"),
        ("Some 14 percent of the bolts were found by inspectors to be loose.", "in the sentence"),
        ("In its half-year accounts in May, the firm reported a loss of 14 percent.", "in the sentence"),
        ("It fell short of the 14 percent rise that the mayor predicted.", "in the sentence"),
        ("The agency counted 14 percent more storks.", "in the sentence"),
        ("In a survey of tenants, 14 percent were behind.", "“In a survey” in the sentence"),
        (f"MOSS: Rents rose 14 percent. {FILLER}", "spoken in a transcript"),
    ],
)
def test_its_own_sentence_sources_a_figure(text: str, reason: str) -> None:
    assert status(f"{FILLER}\n\n{FILLER}\n\n{text}", "14 percent") == ("attributed", reason)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The firm said the bridge -- which according to two engineers' reports carries 9,000 cars -- cost 40 jobs.",
            [("9,000", "two engineers' reports"), ("40", "The firm")],
        ),
        (
            "The firm said its sales (up 12 percent, according to Nielsen) had paid for 300 shops.",
            [("12 percent", "Nielsen"), ("300", "The firm")],
        ),
        (
            "The board said the pool, which according to an audit lost $4 million, had 300 users.",
            [("$4 million", "an audit"), ("300", "The board")],
        ),
    ],
)
def test_inside_a_parenthetical_its_own_source_counts(text: str, expected: list[tuple[str, str]]) -> None:
    found = story(text)
    basis = [found.attributions[each.attribution or 0].source for each in found.figures]
    told = [found.slice(source.span) if source else "-" for source in basis]
    assert list(zip([found.slice(each.span) for each in found.figures], told, strict=True)) == expected


def test_a_link_sources_the_figures_of_its_sentence_and_of_no_other() -> None:
    text = (
        f"{FILLER}\n\nRents [rose](https://example.org/rents) 14 percent. The harbour froze over 18 percent of its arm."
    )
    assert status(text, "14 percent", "markdown") == ("attributed", "a link in the sentence")
    assert status(text, "18 percent", "markdown")[1] != "a link in the sentence"


def test_a_vague_source_leaves_a_figure_open_and_soft() -> None:
    figure = the_figure(story(f"{FILLER}\n\nCritics say rents rose 14 percent."), "14 percent")
    assert (figure.status, figure.soft, figure.reason) == ("unattributed", True, "a vague source")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents rose 9 percent, the trust says, and 40 percent of flats stand empty.", "behind the clause of a source"),
        ("Bakers say prices will fall; 40 percent of shops stand empty.", "behind the clause of a source"),
        ("“We waited,” the trust said of the hall, valued at $3 million.", "behind the clause of a source"),
        ("Captains demand $3,000 a head.", "beside a wish or an act"),
        ("The trust says 40 percent of flats stand empty.", "in the sentence"),
        (
            "On the ministry’s own figures, 40 percent of flats stand empty.",
            "“On the ministry’s own figures” in the sentence",
        ),
        (
            "By the port office’s evening bulletin, 40 percent are out.",
            "“By the port office’s evening bulletin” in the sentence",
        ),
        ("It lost $3 million, going by its accounts.", "“going by its accounts” in the sentence"),
        ("The map cost $3 million by its own accounting.", "“by its own accounting” in the sentence"),
        ("By the trust’s own daily count, 40 percent are out.", "“By the trust’s own daily count” in the sentence"),
        (
            "By the port’s own planning papers, 40 percent are out.",
            "“By the port’s own planning papers” in the sentence",
        ),
        ("On the union’s count, 40 percent walked out.", "“On the union’s count” in the sentence"),
        ("It booked a loss of $3 million in accounts lodged in Oslo.", "“accounts lodged in” in the sentence"),
    ],
)
def test_a_thin_source_is_told_from_one_that_says_so(text: str, expected: str) -> None:
    analysis = story(FILLER + "\n\n" + text)
    analysis.figures = find_figures(analysis)
    settle_by_rule(analysis, ())
    assert analysis.figures[-1].reason == expected


def test_a_data_centre_is_no_document() -> None:
    assert (
        status(FILLER + "\n\nIt has data centres that take 40 percent of the power.", "40 percent")[0] != "attributed"
    )


def test_an_infinitive_sources_nothing() -> None:
    text = f"{FILLER}\n\n{FILLER}\n\nThe board is expected to say that rents rose 14 percent."
    assert status(text, "14 percent")[0] == "unattributed"


@pytest.mark.parametrize(
    ("carried", "left"),
    [
        pytest.param(
            "Moss said rents rose 14 percent. He put it down to a fall of wages to 230 euros.",
            "Moss said rents rose 14 percent. Trawlers landed 230 euros of cod.",
            id="a speaker goes on, until the sentence opens with somebody or something else",
        ),
        pytest.param(
            "The Harbour Trust said it would close. It pays 230 euros.",
            f"The Harbour Trust said it would close.\n\nIt pays 230 euros. {FILLER}",
            id="a speaker carries within the paragraph",
        ),
        pytest.param(
            "The report said 180 euros are owed. More was due, or 230 euros.",
            f"The report said 180 euros are owed.\n\n{FILLER}\n\n{FILLER}\n\n{FILLER}\n\nMore was due, or 230 euros.",
            id="a document carries two paragraphs",
        ),
        pytest.param(
            f"An audit of the harbour dues was read out.\n\n{FILLER}\n\nThe harbour lost 230 euros.",
            f"An audit of the harbour dues was read out.\n\n{FILLER}\n\n{FILLER}\n\n{FILLER}\n\n{FILLER}\n\n"
            "The harbour lost 230 euros.",
            id="a filing carries three paragraphs",
        ),
        pytest.param(
            f"An audit of the harbour dues was read out.\n\n{FILLER}\n\nThe harbour lost 230 euros.",
            f"An audit of the harbour dues was read out.\n\n{FILLER}\n\nA farmer sold cows for 230 euros.",
            id="a filing carries while its topic lasts",
        ),
        pytest.param(
            "Moss said 180 euros are owed, against 230 euros.",
            "Moss said he was poor. Cod cost 180 euros, against 230 euros.",
            id="a comparison goes with its other end",
        ),
    ],
)
def test_a_source_carries_until_the_text_leaves_it(carried: str, left: str) -> None:
    lead = f"{FILLER}\n\n{FILLER}\n\n"
    assert status(lead + carried, "230 euros")[0] in {"carried", "attributed"}
    assert status(lead + left, "230 euros")[0] == "unattributed"


def test_a_run_goes_on_beside_and_behind_a_sourced_figure_of_its_sort() -> None:
    lead = f"{FILLER}\n\n{FILLER}\n\n"
    beside = lead + "Rents rose 14 percent, Moss said; wages rose 18 percent."
    assert status(beside, "18 percent")[0] in {"attributed", "carried"}
    behind = lead + "Moss said rents rose 14 percent. Wages rose 18 percent."
    assert status(behind, "18 percent") == ("carried", "goes on from the sentence before")
    other = lead + "Moss said rents rose 14 percent. Trawlers landed 18,200 crates."
    assert status(other, "18,200")[0] == "unattributed"


def test_a_poll_carries_its_shares_and_no_sums() -> None:
    lead = f"{FILLER}\n\n{FILLER}\n\nA poll of likely voters was held.\n\n"
    assert status(f"{lead}Lane has the support of 44 percent.", "44 percent") == ("carried", "a poll named above")
    assert status(f"{lead}Lane spent $44,210.", "$44,210")[0] == "unattributed"
    assert status(f"{lead}Moths have spoilt 44 percent of the figs in the port.", "44 percent")[0] == "unattributed"


def test_a_poll_of_opinion_does_not_carry_what_went_up_or_down() -> None:
    lead = f"A poll found 52 percent of parents in Hale backed the plan.\n\n{FILLER} "
    assert status(f"{lead}In Marn, theft fell by 30 percent.", "30 percent")[0] == "unattributed"
    assert status(f"{lead}Support for it rose by 30 percent.", "30 percent") == ("carried", "a poll named above")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gunmen, said to number 140, came by night.", "unattributed"),
        ("The gunmen were believed to number 140.", "unattributed"),
        ("The gunmen, a farmer said, numbered 140.", "attributed"),
        ("The board agreed to buy a mast, and a shed that holds 140 boats is to close.", "unattributed"),
        ("The board agreed to buy a mast and 140 boats.", "carried"),
        ("Crews demanding a bonus walked out, leaving 140 boats at the quay.", "unattributed"),
        ("Crews demanding a bonus and 140 boats walked out.", "carried"),
    ],
)
def test_what_nobody_says_or_stands_behind_an_act_is_not_sourced(text: str, expected: str) -> None:
    assert status(f"{FILLER}\n\n{FILLER}\n\n{text}", "140")[0] == expected


def test_a_list_of_prices_does_not_go_on_to_things_of_another_sort() -> None:
    lead = f"{FILLER}\n\n{FILLER}\n\nShares of the brewer rose to 640 pence on a volume of 40,000 shares. "
    assert status(f"{lead}The lists named 164 schools.", "164")[0] == "unattributed"
    assert status(f"{FILLER}\n\n{FILLER}\n\nTwo-thirds of the housing stock is old.", "Two-thirds")[1] != "market"


def test_a_look_back_leaves_the_poll() -> None:
    lead = f"{FILLER}\n\n{FILLER}\n\nA poll of likely voters was held.\n\n"
    assert status(f"{lead}In 2012 voters gave Lane 44 percent.", "44 percent")[0] == "unattributed"


def test_a_poll_story_carries_through_but_a_late_poll_does_not() -> None:
    rest = "\n\n".join([FILLER] * 12) + "\n\nLane leads among voters with 44 percent."
    assert status(f"A poll of likely voters was held.\n\n{rest}", "44 percent")[0] == "carried"
    late = f"{FILLER}\n\n{FILLER}\n\n{FILLER}\n\nA poll was held.\n\n{rest}"
    assert status(late, "44 percent")[0] == "unattributed"


def test_a_headline_is_sourced_by_its_story() -> None:
    text = f"# Rents rise 14 percent\n\n{FILLER}\n"
    assert status(text, "14 percent", "markdown") == ("carried", "a headline is sourced by its story")


def test_a_list_goes_with_the_paragraph_that_leads_in() -> None:
    items = "\n\n- 18,200 crates of cod\n- 9,400 crates of crab\n"
    sourced = f"{FILLER}\n\n{FILLER}\n\nMoss said that these came in:{items}"
    assert status(sourced, "9,400", "markdown") == ("carried", "the list is sourced above")
    bare = f"{FILLER}\n\n{FILLER}\n\nThese came in:{items}"
    assert status(bare, "9,400", "markdown")[0] == "unattributed"


def test_a_table_is_sourced_by_the_line_under_it() -> None:
    table = "| Catch | Crates |\n| --- | --- |\n| cod | 18,200 |\n| crab | 9,400 |\n\n"
    assert status(f"{FILLER}\n\n{table}Source: Port of Moss\n", "18,200", "markdown") == (
        "carried",
        "sourced in a sentence below",
    )
    assert status(f"{FILLER}\n\n{table}{FILLER}\n", "18,200", "markdown")[0] == "unattributed"


def test_a_source_may_follow_in_a_sentence_of_its_own() -> None:
    lead = f"{FILLER}\n\n{FILLER}\n\nIn the spring and the summer the trawlers of the bay landed 18,200 crates."
    assert status(f"{lead} The figures come from the port.", "18,200") == ("carried", "sourced in a sentence below")
    far = f"{lead}\n\n{FILLER}\n\n{FILLER}\n\nThe figures come from the port."
    assert status(far, "18,200")[0] == "unattributed"


def test_the_same_figure_elsewhere_sources_it_unless_it_is_round() -> None:
    text = "{0} crates came in. " + f"{FILLER}\n\n" * 5 + "Moss said {0} crates had come."
    assert status(text.format("18,217"), "18,217")[0] == "attributed"
    first = story(text.format("18,217")).figures[0]
    assert (first.status, first.reason, first.soft) == ("carried", "the same figure elsewhere", False)
    figures = [
        Figure(Span(0, 1), "money", 0, 0, 300.0, unit="$"),
        Figure(Span(2, 3), "money", 1, 1, 300.0, unit="$", status="attributed"),
    ]
    carry_from_equals(figures)
    assert figures[0].status == "unattributed"


def test_a_share_of_those_who_speak_rests_on_a_poll_that_is_to_be_named() -> None:
    text = f"{FILLER}\n\n{FILLER}\n\nNearly 14 percent of members said rents rose."
    assert status(text, "14 percent")[0] == "unattributed"


def test_a_lede_is_soft_where_it_is_sourced_below() -> None:
    lede = f"Trawlers landed 18,217 crates. {FILLER}"
    figure = the_figure(story(f"{lede}\n\nMoss said the crates were few. {FILLER}"), "18,217")
    assert (figure.status, figure.soft, figure.reason) == ("unattributed", True, "a lede may be sourced below")
    figure = the_figure(story(f"{lede}\n\nMoss said the choir was off. {FILLER}"), "18,217")
    assert (figure.status, figure.reason) == ("unattributed", LITTLE_DOUBT)
    figure = the_figure(story(f"{lede}\n\n{FILLER}"), "18,217")
    assert (figure.status, figure.reason) == ("unattributed", LITTLE_DOUBT)


@pytest.mark.parametrize(
    ("follows", "is_carried"),
    [
        ("Wages rose 5 percent.", True),
        ("Elsewhere wages rose 5 percent.", False),
        ("Wages rose 5 percent in 2014.", False),
        ("Moss was glad, she said. Wages rose 5 percent.", False),
    ],
)
def test_a_document_goes_on_in_its_paragraph_until_the_text_turns(follows: str, is_carried: bool) -> None:
    text = f"{FILLER}\n\n{FILLER}\n\nThe council's report says repairs cost 18,217 euros. {follows}"
    assert (status(text, "5 percent")[0] == "carried") == is_carried


def test_once_left_a_source_does_not_come_back_in_a_paragraph() -> None:
    text = (
        f"{FILLER}\n\n{FILLER}\n\nAn audit of the harbour dues was read out.\n\n"
        "Burglars took 18,217 euros. The harbour lost 230 euros."
    )
    assert status(text, "230 euros")[0] == "unattributed"


def test_an_unsourced_figure_stays_open() -> None:
    claim = "Fishing costs the coast more than 18,000 jobs and is far dearer than farming."
    figure = the_figure(story(f"{FILLER}\n\n{FILLER}\n\n{claim}"), "18,000")
    assert (figure.status, figure.soft, figure.reason, figure.attribution) == ("unattributed", False, "", None)
