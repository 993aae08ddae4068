"""Correct copy of many Englishes that looks like damage: nothing is told of it."""

from __future__ import annotations

import pytest

from attribution_lint.linter import Linter
from attribution_lint.settings import Settings

_LINTER = Linter(Settings(select=("ATT",)))


@pytest.mark.parametrize(
    "sentence",
    [
        "The sieve lets one male in a million through, the authors report.",
        "Ms Leal's campaign has five offices, a spokesman said. The mayor's has one, in a shop by the quay.",
        "Its district unit claims to have enrolled a million members.",
        "It gave the ferries 40 million, the sum that the board, all of them pilots, asked for in April.",
        "The motion, brought by Opposition Spokesman on Transport Ann Reid, was lost by 34 votes.",
        "The returning officer said so. A total of 8,914 ballots were rejected.",
        "The ministry said it was worried. Children under five account for nearly a third of the sick.",
        "They walked away after the bids were opened, officials present at the signing said.",
        "Premiums rose by a third, according to Tarn Health, a consultancy.",
        "Dr Ann Reid, a geriatrician at the Western who was not involved in the trial, said it would help.",
        "Mayor pro tem Ann Reid, who wrote the ordinance, said she was tired.",
        "The Water Development Department has cut supplies to towns by a tenth, it said.",
        "Deputy Prime Minister Ann Reid said she was sure of a million visitors.",
        "It costs $9 million, according to two brokers who quoted for the voyage this week.",
        "The mayor passed the documents on to the police.",
        "The story she told to police was false, a court heard.",
        "The report he quoted to the committee was old, a clerk said.",
        "Voters said they back Ann Reid thanks to her record.",
        "One dairy told me that it had been asked for a rebate.",
        "“We are headed right at it,” Ann Reid radioed.",
        "The story he told to reporters on Friday was not the one he gave the court, a clerk said.",
        "Tenants told that the tower might fall say the landlord has yet to call.",
        "One of them, a Form Two boy, said he had learnt his lesson.",
        "Drivers pay four tolls before a lorry leaves the valley, the guild said.",
        "The shares fell after the castings maker said that orders were down.",
        "A member will have a key cut, the club said.",
        "“That stopped,” Chief Executive Ann Reid said on a conference call.",
        "He gave one interview, in 1987. Singers prized him for his restraint.",
        "A shop, she said, must mend it. Any warranty that the maker offers comes on top.",
        "Farmers, who sowed their millet in May, have had no rain since, the chief said.",
        "Asked whether it would last, she paused.",
        "The later chapters are told with a restraint that few can match.",
        "The recall covers coaches that Reid Brothers built between May 2019 and August 2021, a clerk said.",
        "Asked why, a spokesman for the lodge said that the key was lost.",
        "The firm said in a note sent after the market opened that the offer was low.",
        "A councillor was accused from the benches opposite of never having walked anywhere.",
        "Some 600 weavers, paid by the metre, went home with nothing, the guild said.",
        "A star that was supposed to have exploded is in good health, the authors report.",
        "The warden urged those who could to leave before winter.",
        "People mind being disagreed with less than being fooled, and disagreed with than flattered, he said.",
        "His client, he said, had not come to adverse notice in 26 years.",
        "The claim failed, the judge said. Counsel were left to guess at his reasons.",
        "The sum is stated in words, the trust said, and signed for by two partners.",
        "Clerks who were told told their friends, the union says.",
        "What the report said said more about the referee, the manager remarked.",
        "Ann Reid, counsel for the defence, told the court that he was sorry.",
        "The tribunal, sitting in Truro, found the doctor guilty.",
        "Agents who had said that they never would are now saying that they had seen it coming.",
        "He was told, he says, to try again.",
        "It was only when the cellos began to thin that you understood it, she said.",
        "She talked them round, he said, and sold her rings to pay the fare.",
        "He said that his client had repaid $180,000 and was deeply sorry.",
        "A union representing prison officers has called for an inquiry.",
        "The first he told that he wished to report a crime. Asked its nature, he said: “Prawns.”",
        "The seventh, Reid Foods, denies that the figures were forecasts.",
        "Minutes put before the inquiry show that the lodge had raised it in May.",
        "That it was being thought about, he said.",
        "We were, the guard announced with a bow, only nine hours late.",
        "Who the child is has been argued over ever since, the curator said.",
        "No one was deceived, the firm says, since anybody who cared to could have known.",
        "The fund, according to a draft judgment circulated on Friday, misled its members.",
        "Most, the warden reports, forget to breathe.",
        "It was she who said it, and he who asked why, the cook said.",
        "The bandmaster, Ivor Tullett, recalls that the drum was thought to be a bishop’s.",
        "They found something to look at in the other direction, he said.",
        "It was, the minister owned, a blunder, and he owned that figures had been wrong.",
        "He declined to blame the wind, gusting to 35 mph, for the score.",
        "The company blamed “a sustained shortage of rolling stock” for the delays, it said.",
        "The paint, he allowed, was thin. Whatever it was, it told.",
        "Whether they should is a matter of argument: the union calls it theft.",
        "A hand recount of all 900 ballots has confirmed the result, officials said.",
    ],
)
def test_nothing_is_told(sentence: str) -> None:
    story = f"The river was high on Monday.\n\n{sentence}\n\nThe council meets in May.\n"
    assert [(one.code, one.text) for one in _LINTER.lint_text(story, "a.txt").diagnostics] == []
