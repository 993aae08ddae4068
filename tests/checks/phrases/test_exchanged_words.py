"""Set phrases in a wrong order, phrases on both sides of a cue, and openers and passives that no frame takes."""

from __future__ import annotations

import pytest

from tests.checks.phrases.expectations import assert_found, diagnostics_of


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        # set phrases have one order
        ("ATT404", "A clerk who authorised was not to speak said the safe was empty.", "authorised was not", None),
        ("ATT404", "A clerk who authorised was not to talk said no.", "authorised was not", "was not authorised"),
        ("ATT404", "A clerk who not was allowed to speak said the safe was empty.", "not was", "was not"),
        ("ATT404", "The fee is lost, per as the tutor's handbook.", "per as", "as per"),
        ("ATT404", "She spoke on anonymity of condition.", "anonymity of condition", "condition of anonymity"),
        ("ATT404", "The bakery did not answer a comment for request.", "comment for request", "request for comment"),
        ("ATT404", "The cook, told who reporters the oven was cold, left.", "told who", "who told"),
        ("ATT404", "The talks failed, said people with familiar the matter.", "with familiar", "familiar with"),
        ("ATT404", "An aide of knowledge with the talks said no.", "of knowledge with", "with knowledge of"),
        # said once
        ("ATT402", "The purser in his diary said in his diary that it was calm.", None, "said in his diary"),
        ("ATT402", "On Friday the abbot told reporters on Friday that it leaked.", "reporters on Friday", "reporters"),
        ("ATT402", "Bakers in Vittoriosa told the The Lantern that flour was dear.", "the The", "the"),
        # an occasion and who it was for
        ("ATT401", "In an interview the BBC, the abbot said the roof leaked.", "interview the", "interview with the"),
        ("ATT401", "At a news conference Valletta, the abbot said no more.", "conference Valletta", None),
        ("ATT401", "In an open letter the mayor, forty nurses said no more.", "letter the", "letter to the"),
        ("ATT403", "The abbot admitted on an interview that the roof leaked.", "on", "in"),
        ("ATT403", "The premier vowed on a rally in the north to cut taxes.", "on", "at"),
        # passives that close a frame
        ("ATT403", "The match is off, the federation was announced on Friday.", "was announced", "announced"),
        ("ATT403", "The lock is shut until May, police were said.", "were said", "said"),
        ("ATT403", "The lock is shut, a spokesman for the council was said.", "was said", "said"),
        ("ATT403", "“The lock is shut,” the abbot was added.", "was added", "added"),
        ("ATT403", "The bank was confirmed that customers had lost data.", "was confirmed", "confirmed"),
        # blame
        ("ATT401", "The union accused the firm underpaying its drivers.", "firm underpaying", "firm of underpaying"),
        ("ATT403", "The union criticised the firm of underpaying its drivers.", "of", "for"),
        ("ATT403", "The union blamed the firm of the delay.", "of", "for"),
        # before and behind *according to*, *said* and a speaker
        ("ATT403", "No vase was insured, of according to the abbey's rolls.", "of according", "according"),
        ("ATT403", "Two were hurt, after according to the fire service.", "after according", "according"),
        ("ATT403", "It was known, as per according to a porter.", "as per according", "according"),
        ("ATT403", "The case is closed, said by a lawyer for the four bakers.", "said by", "said"),
    ],
)
def test_found_with_what_was_meant(code: str, text: str, wrong: str | None, right: str | None) -> None:
    if wrong is None or right is None:
        assert [found.code for found in diagnostics_of(text)] == [code]
    else:
        assert_found(code, text, wrong, right)


@pytest.mark.parametrize(
    "text",
    [
        "He was told who reporters would be seated with.",
        "A body of knowledge with the potential to heal, she said, was lost.",
        "The rules, as the per capita figures show, were bent.",
        "She spoke on the condition of anonymity.",
        "Those familiar with people the firm had hired said no.",
        "A man who was allowed to not testify said no.",
        "On Tuesday the man who died on Tuesday was named.",
        "On Monday, the man said on Tuesday, he had seen her.",
        "In the end he said in the end it did not matter.",
        "The band The The played on Monday, its singer said.",
        "In the The Hague tribunal, the judge said no.",
        "In a statement the company, the largest in Europe, said it was sorry.",
        "In an interview the singer, who lives in Rome, said it was over.",
        "In a statement the agency released on Monday, the firm said it was sorry.",
        "In a call the minister regrets, the aide said no to all of it.",
        "At a meeting the next day, the council said no to all of it.",
        "In an interview the president, the aide said on Monday, was calm.",
        "The road is shut, the court was told.",
        "When the votes were counted, the committee was announced.",
        "The road was shut, the fair was cancelled, and the new council was announced.",
        "The road will be shut until May, it was announced on Friday.",
        "No sooner was the war over, the council was declared in a statement.",
        "The mayor was confirmed that evening.",
        "The news was confirmed that he had died.",
        "The union accused the firm running the site of theft.",
        "They suspected the man driving the van.",
        "He criticised the director of policing in the north.",
        "He blamed the manager of the mine for the delay.",
        "Mass will be held at noon, said by a bishop from Rome.",
        "The right of according to women the same vote was won, she said.",
        "She did not respond the same day, but wrote back on Monday.",
        "He apologised the next day, saying it was childish.",
        "Referring the case to prosecutors, the judge said it was serious.",
        "A letter addressed to reporters was left on the step, police said.",
        "The union warned for the first time that the roof was weak.",
        "She stressed on Monday that the need was great.",
        "The union objected the plan was too dear.",
    ],
)
def test_correct_copy_is_left_alone(text: str) -> None:
    assert diagnostics_of(text) == ()
