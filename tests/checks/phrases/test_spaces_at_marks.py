"""Spaces at titles, brackets, apostrophes and quotation marks of a frame, and compounds that a space parts."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        ("ATT603", 'The warden wrote to anglers:"There will be no eels."', ":", ": "),
        ("ATT603", 'The judge called the search"a fishing trip".', "search", "search "),
        ("ATT603", "Trading was halted on Friday.Officials said why.", ".", ". "),
        ("ATT603", "The weir leaks, controllers s a i d late on Friday.", "s a i d", "said"),
        ("ATT603", "The club paid twice, a n auditor told the panel.", "a n", "an"),
        ("ATT603", "The vice -chancellor said the hostels would open.", "vice -", "vice-"),
        ("ATT603", "The engineer said on12 March that the weir leaked.", "on", "on "),
        ("ATT603", "The in quest into the drowning heard that it was dark.", "in quest", "inquest"),
        ("ATT603", "The weir leaks, said its warden, Ada Noakes( 44), on Monday.", "( ", " ("),
        ("ATT603", "SenatorNoakes told the panel that the weir leaked.", "Senator", "Senator "),
        ("ATT603", "The weir leaks, said Dr.Ada Noakes of the trust.", "Dr.", "Dr. "),
        ("ATT603", "The weir is “old and tired” ,said Ada Noakes of the trust.", " ,", ", "),
        ("ATT603", "The weir is “old and tired”,said Ada Noakes of the trust.", ",", ", "),
        ("ATT603", "Ms Noakes said:“The weir leaks.”", "said:", "said: "),
        ("ATT603", "The weir leaks (the trust said)in places.", ")", ") "),
        ("ATT603", "The weir leaks, the anglers'association said.", "'", "' "),
        ("ATT603", "The weir leaks.Police said it was old.", ".", ". "),
        ("ATT604", "The trust's under- secretary said the weir leaked.", "under- secretary", "under-secretary"),
        ("ATT604", "The re-port by the trust says the weir leaks.", "re-port", "report"),
        ("ATT601", "Two fire fighters said the weir leaked.", "fire fighters", "firefighters"),
        ("ATT601", "The co founder of the trust said the weir leaked.", "co founder", "co-founder"),
        ("ATT602", "Asper the trust's report, the weir leaks, the warden said.", "Asper", "As per"),
        ("ATT602", "The inquiryheard that the weir leaked.", "inquiryheard", "inquiry heard"),
        ("ATT602", "The trust's diversexpect the weir to leak, it said.", "diversexpect", "divers expect"),
        ("ATT603", "The note ( seen by the Echo) says the weir leaks.", "( ", "("),
        ("ATT603", "The Weir Owners' Alliance(WOA) said the weir leaked.", "", " "),
        ("ATT603", "The Alliance (WOA)said the weir leaked.", ")", ") "),
        ("ATT603", "The warden told her : “The weir leaks.”", " :", ":"),
        ("ATT603", 'The warden was blunt, saying: " We let it leak."', '" ', '"'),
        ("ATT603", '"It was the worst flood in the valley, " said the warden.', ' "', '"'),
        ("ATT603", "“It was the worst flood in years, ”said the warden.", " ”", "” "),
        ("ATT603", "The weir would be mended by the weekend, the warden said onMonday.", "on", "on "),
        ("ATT603", "The trust named the owner in a filing dated March3.", "March", "March "),
        ("ATT603", "The warden’s office replied:“The weir leaks.”", "replied:", "replied: "),
        ("ATT603", "The locks will open at noon, Gov.Ada Noakes advised.", "Gov.", "Gov. "),
        ("ATT603", "'They promised us a weir ,' said the warden.", " ,'", ",'"),
        ("ATT603", "“It leaked,” she said.“We saw it at noon.”", ".", ". "),
        ("ATT603", "The Clarion -Observer reported that the weir leaked.", "Clarion -Observer", "Clarion-Observer"),
        ("ATT603", "The weir leaks, argues the paper's co - author.", "co - ", "co-"),
        ("ATT603", "MrNoakes told the inquiry that the weir leaked.", "Mr", "Mr "),
        ("ATT601", "The warden al legedly let the weir leak, the charge says.", "al legedly", "allegedly"),
        ("ATT602", "The weir leaks, saida warden at the trust.", "saida", "said a"),
        ("ATT602", "A warden who asked notto be named said the weir leaked.", "notto", "not to"),
        ("ATT602", "The weir is shut, asource at the trust said.", "asource", "a source"),
        ("ATT602", "The warden told the Harbour Tribuneon Friday that it leaked.", "Tribuneon", "Tribune on"),
        ("ATT602", "Two wardens, both of whomspoke at the inquiry, said it leaked.", "whomspoke", "whom spoke"),
        ("ATT601", "The weir was never sound, there port by the trust found.", "there port", "the report"),
        ("ATT603", "The Eastern Lakes Authority( ELA) said it leaked.", "( ", " ("),
        ("ATT603", "The trust wrote on 4March that it leaked.", "4", "4 "),
        ("ATT603", "The note says in paragraph14 that it leaked.", "paragraph", "paragraph "),
        ("ATT603", "The ministry ofWater said it leaked.", "of", "of "),
        ("ATT603", "It leaks, argues J.R .Noakes, who is said to know.", " .", ". "),
        ("ATT603", "The weir will close –or so the trust said – in May.", "–", "– "),
        ("ATT603", "The trust's editor in-chief said it leaked.", "editor in", "editor-in"),
        ("ATT603", "A twelve- month study says it leaks, the trust said.", "twelve- ", "twelve-"),
        ("ATT603", "The judge said in a forty page ruling that it leaked.", "a forty page", "a forty-page"),
        ("ATT603", 'She called it " a slow flood" and left, the warden said.', '" ', '"'),
        ("ATT603", '"We lost it all, "said Ada Noakes.', ', "', '," '),
        ("ATT603", '"It leaks," she said."They should mend it."', '."', '. "'),
        ("ATT603", "On be half of the trust, the warden said it leaked.", "be half", "behalf"),
        ("ATT602", "A copyof which was seen by the Echo says it leaks.", "copyof", "copy of"),
        ("ATT602", "It could notbe verified, the trust said.", "notbe", "not be"),
        ("ATT602", "The warden told the inquiry underoath that it leaked.", "underoath", "under oath"),
        ("ATT602", "The vicechancellor of the school said it leaked.", "vicechancellor", "vice-chancellor"),
        (
            "ATT602",
            "The figures could not be independentlyverified.",
            "independentlyverified",
            "independently verified",
        ),
        ("ATT601", "The winger isunder stood to have left, the Echo said.", "isunder stood", "is understood"),
        ("ATT601", "It could n ot be verified, the trust said.", "n ot", "not"),
        ("ATT601", "“It leaks,” them inister said at the weir.", "them inister", "the minister"),
    ],
)
def test_a_wrong_space_is_found(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "“(T)hose who leave are few,” the warden said.",
        "The official(s) said the weir leaked.",
        "The warden's sons' boats were lost, he said.",
        "The warden said he had re-signed the diver.",
        "The pre- and post-war floods were bad, the warden said.",
        "The warden sent it to St. Ives, he said.",
        "The anglers'",
        "MrBeast said the weir leaked.",
        "The warden (or a colleague) said the weir leaked.",
        'He said "it leaks" and left, she said.',
        "The London - Paris line is shut, the warden said.",
        "Mr VandeHei said it leaked, and so did Ms McGregor.",
        "He said it leaked (see page 4).",
        "Saida was hit, the army said.",
        ")",
    ],
)
def test_right_spaces_are_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
