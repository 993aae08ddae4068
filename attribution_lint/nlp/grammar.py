"""The closed classes of English, and the regular inflection of its verbs.

What newsrooms know (who can be a source, what can be a cue) is in `rules/lexicons`; this is only grammar.
"""

from __future__ import annotations

from functools import cache

from attribution_lint.packs import shipped_lexicon


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


QUOTES = _set("“ ” \" « » '' ``")
OPENING_QUOTES = _set("“ \" ‘ « '' ``")
DASHES = _set("— – -- ---")
CLAUSE_MARKS = QUOTES | DASHES | _set("; : ? ! …")
ARTICLES = _set("the a an")
POSSESSIVES = _set("my your his her its our their whose 's ' ’s ’")
DEMONSTRATIVES = _set("this that these those")
QUANTIFIERS = _set(
    "some any no every each all both many several few most more other another either neither such "
    "one two three four five six seven eight nine ten"
)
DETERMINERS = ARTICLES | POSSESSIVES | DEMONSTRATIVES | QUANTIFIERS
SUBJECT_PRONOUNS = _set("i he she we they it you who which that someone anyone everyone nobody one others")
PRONOUNS = SUBJECT_PRONOUNS | _set("him her us them me himself herself themselves itself whom those many some")
PERSONAL_PRONOUNS = _set("i he she we they it")
RELATIVES = _set("who whose which")
GENITIVES = _set("'s ’s")
PREPOSITIONS = _set(
    "of in on at by for with from to into onto about after before during under over between among against "
    "through without within since until till toward towards across behind beyond near off out per despite "
    "along amid around as like than via upon throughout including following regarding concerning"
)
SUBORDINATORS = _set(
    "that because while if when as although though whether where since before after until unless whereas "
    "how why what so once than lest"
)
COORDINATORS = _set("and or but nor yet plus")
AUXILIARIES = _set(
    "is are was were be been being am has have had having do does did will would can could may might must shall "
    "should 's 've 'd 'll 're 'm n't not ca wo ’s ’ve ’d ’ll ’re ’m n’t"
)
PASSIVE_AUXILIARIES = _set("is are was were be been being am 's 're ’s ’re get gets got")
MODALS = _set("will would can could may might must shall should 'll 'd ca wo ’ll ’d")
DAYS = _set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight mon. tues. wed. thurs. fri."
)
MONTHS = _set("january february march april may june july august september october november december")
ADVERBS = _set(
    "also later again then now first recently once earlier previously never not n't n’t just even only still often "
    "always already soon instead too both all ever here there today further separately famously initially "
    "however meanwhile afterward afterwards long quickly simply once together yet since almost really n't "
    "sometimes thus therefore perhaps jointly"
)
_NOT_ADVERBS = _set(
    "family rally reply italy july assembly ally supply apply only early daily weekly monthly likely "
    "friendly fly lily kelly sally billy molly holly elderly bully"
)
PAST_PARTICIPLES = _set("told said found put written shown seen read taught given forecast thought heard understood")
COMMON_VERBS = _set(
    "is are was were be been has have had do does did will would can could may might must shall should makes made "
    "make takes took take gives gave give goes went go comes came come gets got get wants wanted want needs needed "
    "need seems seemed seem became become becomes began begin begins led lead leads leaves left leave keeps kept "
    "keep knows knew know thinks thought think sees saw see faces faced won win wins lost lose loses "
    "hopes hoped hope believes believed believe feels felt feel looks looked look works worked work helps helped "
    "met meet meets ran run runs sat stood stand stands held hold holds remains remained remain turned turn turns "
    "moved move moves bought sold sent spent paid pay put let lets died killed tried try tries happened uses used"
)


def is_adverb(word: str) -> bool:
    """Whether a lower-case word is an adverb that may stand between a subject and its verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in _NOT_ADVERBS)


@cache
def verb_forms(lexicon: str) -> dict[str, str]:
    """Return every inflected form of the verbs in a shipped lexicon, mapped to its dictionary form.

    An entry is a verb, or a verb and its irregular forms set apart by colons. An entry of two words is a verb
    and its particle; the mapping holds the verb with the particle behind a space.
    """
    forms: dict[str, str] = {}
    for entry in sorted(shipped_lexicon(lexicon)):
        lemma, *irregular = entry.split(":")
        for form in {lemma, *irregular, *_regular_forms(lemma, bool(irregular))}:
            forms.setdefault(form, lemma)
    return forms


def _regular_forms(lemma: str, irregular_past: bool) -> set[str]:
    verb, space, particle = lemma.partition(" ")
    forms = {_third_person(verb), _participle(verb)}
    if not irregular_past:
        forms.add(_past(verb))
    return {form + space + particle for form in forms}


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return _doubled(verb) + "ed"


def _participle(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return _doubled(verb) + "ing"


def _doubled(verb: str) -> str:
    """Double the last consonant of a short stressed syllable: brag, quip, plan, rip, concur, refer."""
    stressed = sum(letter in "aeiou" for letter in verb) == 1 or verb in {"concur", "refer", "demur", "rebut", "rebuff"}
    stressed = stressed or verb.endswith("mit")
    if stressed and len(verb) > 2 and verb[-1] not in "aeiouwxyh" and verb[-2] in "aeiou" and verb[-3] not in "aeiou":
        return verb + verb[-1]
    if verb in {"concur", "refer", "demur", "rebut"}:
        return verb + verb[-1]
    return verb
