"""Words that are none, anywhere in an attribution: small and long ones, with a capital, in compounds, with digits."""

from __future__ import annotations

import pytest

from attribution_lint.checks.phrases.corrections import corrections, ends_alike, ordinary, slip
from attribution_lint.checks.phrases.formation import is_formed, is_unknown
from attribution_lint.checks.phrases.vocabulary import Vocabulary, vocabulary
from attribution_lint.packs import load
from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # sources, cues, documents
        ("The weir held, according to the keepar of the lock.", "keepar", "keeper"),
        ("The warden acknowlegded that the weir had leaked.", "acknowlegded", "acknowledged"),
        ("Ducks were counted, an assesment by the trust found.", "assesment", "assessment"),
        # what stands before and behind them
        ("A preliminery report said the weir had leaked.", "preliminery", "preliminary"),
        ("The trust has repeatdly said that the weir is safe.", "repeatdly", "repeatedly"),
        ("A report publised by the trust says the weir is safe.", "publised", "published"),
        ("A survey of 80 housholds found that few had a boat.", "housholds", "households"),
        # words of grammar
        ("The warden spoke on condition fo anonymity.", "fo", "of"),
        ("A survey by hte trust found that few had a boat.", "hte", "the"),
        ("The trust coud not be reached for comment.", "coud", "could"),
        ("The trust, wich runs the weir, said it would stay shut.", "wich", "which"),
        # a cue that is short
        ("The weir is safe, the trust tolld walkers.", "tolld", "told"),
        ("“It held,” the warden sayd.", "sayd", "said"),
        ("A second warden concured, telling the trust that it leaked.", "concured", "concurred"),
        # opening a sentence
        ("Transcirpts of the recording suggest that the weir leaked.", "Transcirpts", "Transcripts"),
        ("Transport Seceratry Ada Noakes said the weir would stay shut.", "Seceratry", "Secretary"),
        ("Economits at the trust said the toll would rise.", "Economits", "Economists"),
        ("Sevral anglers said the weir had leaked.", "Sevral", "Several"),
        ("Enviromental groups said the weir had leaked.", "Enviromental", "Environmental"),
        ("Askd whether the weir was safe, the warden shrugged.", "Askd", "Asked"),
        # titles and bodies
        ("Superintendant Okafor said the weir would stay shut.", "Superintendant", "Superintendent"),
        ("Deputy Comissioner Ida Roe said the weir would stay shut.", "Comissioner", "Commissioner"),
        ("The Goverment said the weir would stay shut.", "Goverment", "Government"),
        ("The Univeristy of Truro said the weir would stay shut.", "Univeristy", "University"),
        ("The warden said on Wendesday that the weir was shut.", "Wendesday", "Wednesday"),
        # in a compound
        ("The vice-presidnet told members that the weir was shut.", "presidnet", "president"),
        ("According to eye-witneses, the weir gave way.", "witneses", "witnesses"),
        # read or typed with a digit
        ("The weir is safe, acc0rding to the warden.", "acc0rding", "according"),
        ("The warden t0ld walkers that it was shut.", "t0ld", "told"),
        ("The electoraI commission said the count was fair.", "electoraI", "electoral"),
        ("“The weir is safe,” sa1d the warden.", "sa1d", "said"),
        ("The weir is safe, the rnayor said.", "rnayor", "mayor"),
        ("The count was fair, the cornmittee said.", "cornmittee", "committee"),
    ],
)
def test_a_misspelling_is_found_wherever_it_stands(text: str, wrong: str, right: str) -> None:
    assert_found("ATT301", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The sarpanch said the panchayat had not been paid.",
        "Kombucha makers said the levy would sink them.",
        "Thales workers said the plant was quiet.",
        "Councillor Reyes and Councilor Reyes said they were cousins.",
        "“Sumtimes it hurts,” said the sign.",
        "The Senetor, a boat, sank, the warden said.",
        "The lake froze for the 14th time, the warden said.",
        "The weir is n't safe and wo n't be, the warden said.",
        "A birder said the fraking site was shut; the fraking site said no.",
        "The trust said it would leave en masse.",
        "The warden said h264 video showed the MI5 man.",
        "Presidente Lula told the Universitat in Girona that it was shut.",
        "Vloggers and a granthi said the langar would stay open; the skipper telexed that he was sinking.",
        "Teams of beheaders and outsourcers came, the warden said.",
        "The site sells newsmaker interviews, and operagoers and schoolers read it, the warden said.",
        "He wore it for realz, the warden said, and fed le chien.",
        "Anodizers and woodborers came in coamings and felloes, the warden said.",
        "It offers each stallholder a pitch, and nine torcs were found, the warden said.",
        "The trust’s arborist said the rupee had lost 11 paise and that truckies were lukewarm.",
        "Metrologists at the checkpost said the challans and the dosas were real.",
        "The auditors of the Cour des comptes said so, and so did Oxfam and Agir contre la Faim.",
        "Left-armer Ida Roe took four wickets, the club said, and both debutants were out.",
    ],
)
def test_names_other_tongues_and_coinages_are_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return vocabulary(load().rules["ATT301"].lexicons)


def test_the_likeliest_slip_comes_first(words: Vocabulary) -> None:
    assert corrections("captian", words)[0] == "captain"
    assert corrections("seargent", words) == ("sergeant",)
    assert corrections("official", words) == ()
    assert ordinary("preliminery") == ("preliminary",)
    assert ordinary("problema") == ()  # a foreign form of a word
    assert ordinary("deciders") == ()  # made by an ending


def test_words_are_formed_of_others() -> None:
    assert is_formed("newsmaker")  # two nouns
    assert is_formed("schoolers")  # an ending
    assert not is_formed("goverment")
    assert not is_formed("newspapper")


def test_a_slip_of_the_fingers_costs_less_than_another_letter() -> None:
    assert slip("siad", "said") < slip("sxid", "said") < slip("said", "lair")
    assert slip("comittee", "committee") < slip("commitee", "committe")
    assert slip("said", "said") == 0.0


def test_endings() -> None:
    assert ends_alike("poliec", "police")
    assert ends_alike("plice", "police")
    assert not ends_alike("presidente", "president")


def test_words_that_dictionaries_lack_are_known() -> None:
    assert not is_unknown("fracking")
    assert not is_unknown("wednesday")
    assert not is_unknown("coamings")
    assert is_unknown("acording")
    assert is_unknown("refering")


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        (
            "At a breifing in the harbour hall on Friday, the agency's chief said two boats were lost.",
            "breifing",
            "briefing",
        ),
        ("The road through the vally would reopen before the winter set in, the mayor said.", "vally", "valley"),
    ],
)
def test_a_plain_slip_far_from_the_cue_of_its_sentence(text: str, wrong: str, right: str) -> None:
    assert_found("ATT301", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The road through the vally would reopen before the winter set in.",
        "They served cafecitos and fritas on the terrace before the talks began, the mayor said.",
        "The frontrunner would outspend them all before the winter set in, the mayor said.",
    ],
)
def test_no_slip_is_sought_without_a_source_nor_in_words_of_other_languages(text: str) -> None:
    assert diagnostics_of(text) == ()
