"""Sources and cues that disagree over a clause or a share, tenses that cannot stand, and possessives lost or put in."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        # the possessive that an owner lacks
        ("ATT503", "The governor spokeswoman said the bill would be signed.", "governor", "governor's"),
        ("ATT503", "The victim mother said she had waited nine years.", "victim", "victim's"),
        ("ATT503", "The coroner report found that the brakes had failed.", "coroner", "coroner's"),
        ("ATT503", "The prime minister spokesman told reporters it was over.", "minister", "minister's"),
        # and one that is a plural
        ("ATT503", "The lawyer's for the two men have said that they will appeal.", "lawyer's", "lawyers"),
        ("ATT503", "Lawyer's for the airline declined to comment.", "Lawyer's", "Lawyers"),
        ("ATT503", "A lawyer's for the airline declined to comment.", "lawyer's", "lawyer"),
        # behind who
        ("ATT501", "The senator, who sit on the panel, said he had not been told.", "sit", "sits"),
        ("ATT501", "A fisherman who work the estuary said the catch had halved.", "work", "works"),
        ("ATT501", "Tenants who lives on the top floors said the lift had failed.", "lives", "live"),
        ("ATT501", "Ms Adair, who teach in Larne, said the roof leaked.", "teach", "teaches"),
        # a time that is over
        ("ATT501", "The commission find last year that the fees were unlawful.", "find", "found"),
        ("ATT501", "The coroner rule in May that the death was an accident.", "rule", "ruled"),
        ("ATT501", "The inspector write in his report that the doors were locked.", "write", "wrote"),
        ("ATT501", "The jury hear that he had fled to Spain.", "hear", "heard"),
        # a plural with no article of its own
        ("ATT501", "Some 38 percent of parents says the school should close.", "says", "say"),
        ("ATT501", "Seven in 10 voters says the country is on the wrong track.", "says", "say"),
        ("ATT501", "A majority of tenants says the tax is unfair.", "says", "say"),
        ("ATT501", "The convoy, which officials says left on Monday, is late.", "says", "say"),
        ("ATT501", "It is the town Kenyan officials says the men fled to.", "says", "say"),
        # a participle
        ("ATT502", "The firm has decline to comment.", "decline", "declined"),
        ("ATT502", "The report was publish on Friday, the board said.", "publish", "published"),
        ("ATT502", "The man, who has not been name, was found at dawn, police said.", "name", "named"),
        ("ATT502", "The driver was took to hospital, police said.", "took", "taken"),
        ("ATT502", "The man had gave a false name, police said.", "gave", "given"),
        # what is counted
        ("ATT501", "Dozens of resident along the canal said the water was brown.", "resident", "residents"),
        ("ATT501", "Three witness to the crash said the bus had swerved.", "witness", "witnesses"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str, right: str) -> None:
    assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "The student lawyer told the panel that fees had doubled.",
        "The police spokesman said two men had been held.",
        "The singer mother of three said she was tired.",
        "The minister's on holiday, her office said.",
        "The bishop's at his best on Sundays, one parishioner said.",
        "A spokeswoman for the couple, who live in Leeds, said nothing.",
        "One of the officers who work the night shift said the cells were full.",
        "The man who police say fired the shot was held, a judge said.",
        "The committee, who sit in private, said it would report in May.",
        "The commission find that the fees are unlawful.",
        "The court rule in question says that a clerk must sign, the judge said.",
        "The third of July says it all, he wrote.",
        "The growth of nurse numbers says much, she wrote.",
        "What they must do is publish on Friday, she said.",
        "He has saw mills in Oslo, and she had drove roads mapped, it said.",
        "The bridge was complete by Friday, the board said.",
        "The shop was broke by May, its owner said.",
        "Two official visits were cancelled, the palace said.",
        "Some 30 percent of the electorate says it will stay at home.",
    ],
)
def test_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("Her lawyers argues that the search was unlawful.", "argues", "argue"),
        ("The firm said it have sold the mill.", "have", "has"),
        ("They said they was tired.", "was", "were"),
        ("“I have no plan,” the mayor told reporter Friday.", "reporter", "reporters"),
    ],
)
def test_number_of_what_is_reported(text: str, wrong: str, right: str) -> None:
    assert_found("ATT501", text, wrong, right)
