"""A word where a sentence must have its verb, and agreement over a coordination, a relative clause or an aside."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        # a clause with the only finite verb
        ("ATT201", "The warden sand the weir would open by noon.", "sand", "said"),
        ("ATT201", "Divers belief the weir was damaged on Friday.", "belief", "believe"),
        ("ATT201", "The report starts that the gate had rusted.", "starts", "states"),
        ("ATT201", "The figures sow that anglers avoid the pool.", "sow", "show"),
        ("ATT201", "The panel herd that nobody had a key.", "herd", "heard"),
        ("ATT201", "The judge rolled that the tapes could be played.", "rolled", "ruled"),
        ("ATT201", "The union instead that its members had not been told.", "instead", "insisted"),
        ("ATT201", "The warden, Ann Osgood, knotted that nobody had a key.", "knotted", "noted"),
        ("ATT501", "Ann Osgood, the warden, testifying on Monday that the gate was shut.", "testifying", "testified"),
        ("ATT501", "The gate had been shut for a year, a tribunal in Truro hear.", "hear", "heard"),
        # behind where it was said
        ("ATT201", "The trust concealed to lawmakers that the target would be missed.", "concealed", "conceded"),
        # beside a quotation
        ("ATT201", "“You cannot eat a weir,” equipped the anglers’ leader to laughter.", "equipped", "quipped"),
        # opening a sentence
        ("ATT201", "Spearing in Truro, the warden said the weir was shut.", "Spearing", "Speaking"),
        ("ATT201", "Sighting safety concerns, the trust shut the weir.", "Sighting", "Citing"),
        # agreement
        ("ATT501", "Mr Osgood and Mrs Bains says the weir is shut.", "says", "say"),
        ("ATT501", "“It is shut,” says anglers in the valley.", "says", "say"),
        ("ATT501", "“It is shut,” Ms Osgood say.", "say", "says"),
        ("ATT501", "Two people who know the plans says the weir is shut.", "says", "say"),
        ("ATT501", "The ombudsman, who hears complaints, have found that it was shut.", "have", "has"),
        ("ATT501", "It say the weir is shut.", "say", "says"),
        ("ATT501", "Official statistic show that few have a boat.", "statistic", "statistics"),
        ("ATT501", "According to one officials at the lock, the weir was shut.", "officials", "official"),
        ("ATT501", "The weir leaks, according to several document seen by the Argus.", "document", "documents"),
        # forms and possessives
        ("ATT502", "“It is shut,” the warden telled the Argus.", "telled", "told"),
        ("ATT301", "The companys chairman said the weir was shut.", "companys", "company's"),
        ("ATT503", "The companies spokesman said the weir was shut.", "companies", "company's"),
        ("ATT503", "“It hurt,” the dead mans sister said.", "mans", "man's"),
        ("ATT403", "The weir is safe, accorded to the warden.", "accorded", "according"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The town released a statement on Monday saying the weir was shut.",
        "The film critic Ida Roe had left, the warden said.",
        "The police car the thieves had rented was found, officers said.",
        "The committee report that the mayor signed was lost.",
        "The warden lived in a flat that the trust had bought.",
        "Marks and Spencer say trade is good.",
        "“It is shut,” say Ms Osgood, who farms there, and Mr Bains.",
        "A woman who hears people say the weir is shut may laugh.",
        "The honours accorded to the warden were many.",
        "The news digest that the trust publishes is read by few, the warden said.",
        "The sports minister said the weir was shut.",
        "Writhing in pain, the keeper said he would play on.",
        "The widow averred in her pleadings that the will had been signed.",
        "“A lad,” eulogised his uncle.",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
