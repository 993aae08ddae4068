"""Frames that few verbs or nouns fill, and words that fit their place far worse than a cue near them."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("The bishop decided to comment when a reporter rang him.", "decided", "declined"),
        ("The auditor painted out that nobody had signed the ledger.", "painted", "pointed"),
        ("Neighbours retorted hearing glass break at about midnight.", "retorted", "reported"),
        ("The twins were amused by inspectors of selling stale fish.", "amused", "accused"),
        ("Officials could not confine whether the dam had been checked.", "confine", "confirm"),
        ("As the judge knotted in her ruling, the fence had stood for a decade.", "knotted", "noted"),
        ("The mayor apologies for the smell and promised new bins.", "apologies", "apologised"),
        ("His cousin tool the Coast Times that he had sold the boat.", "tool", "told"),
        ("The ferry firm tolled passengers by text that the pier was shut.", "tolled", "told"),
        ("The inquiry fund no evidence that the gate had been forced.", "fund", "found"),
        ("Economists expert the rupee to slide, and say so often.", "expert", "expect"),
        ("Sitting two people at the yard, the paper said the crane was old.", "Sitting", "Citing"),
        ("The grocer pleased guilty to selling short weight.", "pleased", "pleaded"),
        ("The jury head that the ladder had been borrowed.", "head", "heard"),
        ("The port’s analysts predate that rates will be lower by spring.", "predate", "predicted"),
    ],
)
def test_a_wrong_verb_is_told_by_what_follows_it(text: str, wrong: str, right: str) -> None:
    assert_found("ATT201", text, wrong, right)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("A request into the death of the diver opened on Monday, the clerk said.", "request", "inquest"),
        ("Three aides confirmed the sale on condition of anatomy.", "anatomy", "anonymity"),
        ("Union lenders said the strike would go ahead.", "lenders", "leaders"),
        ("The firm blamed a fuse in a stalemate it posted overnight.", "stalemate", "statement"),
        ("A hospitable spokeswoman said the ward was open.", "hospitable", "hospital"),
        ("The regiment’s commoner, a farmer’s son, said the road was mined.", "commoner", "commander"),
        ("The chef executive of the brewery said the hops had been late.", "chef", "chief"),
        ("The ventricle licensing agency said the forms were lost.", "ventricle", "vehicle"),
        ("Street vectors at the ferry steps said the fee had doubled.", "vectors", "vendors"),
        ("A heart sturgeon at the clinic said the wait was too long.", "sturgeon", "surgeon"),
        ("Bins will be emptied once a month, Northwick borough counsel said.", "counsel", "council"),
        ("Fees will not rise, the rugby club's treasure, Alan Pitt, wrote.", "treasure", "treasurer"),
        ("Prices will fall, said Ada Noakes, an economics at Weir Bank.", "economics", "economist"),
        ("The complaint told the panel that she had been passed over.", "complaint", "complainant"),
        ("The corner's report said the ladder had been borrowed.", "corner", "coroner"),
    ],
)
def test_a_wrong_noun_is_told_by_its_narrow_frame(text: str, wrong: str, right: str) -> None:
    assert_found("ATT101", text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "He decided to sell, and agreed to comment once the papers were signed.",
        "The painter figured out that the wall was damp.",
        "She agonised for the child, and nobody knew.",
        "The warden resorted to a whistle, and the crowd parted.",
        "Is the guild confident that the roof will hold?",
        "According to an audit by the state released in May, two bridges are unsafe.",
        "A diary left on a bench in the waiting room shows who came and went.",
        "Scratch marks that detectives said were old had been painted over.",
        "A lecturer in political science at the college said the count was fair.",
        "The press office said the frigate would sail on Monday.",
        "The rebel command told the envoy that the road was open.",
        "Rents climbed to a record, and nobody was told why.",
        "Yarn quoted at nine pounds a kilo found no buyer, traders said.",
        "Flour is sorted according to its composition.",
    ],
)
def test_what_may_stand_there_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
