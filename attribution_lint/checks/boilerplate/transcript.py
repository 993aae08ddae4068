"""What a transcript has for copy: who speaks now, and what was heard besides."""

from __future__ import annotations

import re

from attribution_lint.model import Span
from attribution_lint.packs import shipped_lexicon

_HEARD = re.compile(r"[(\[]([A-Za-z][A-Za-z ,;’'-]{2,60})[.!]?[)\]]\.?")
_SPEAKER = re.compile(r"((?:[A-Z]{2,}+\.?+ ?+){1,4}+|[A-Z][a-z]+): (?=[A-Z(\[“\"])")
_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sen", "rep", "gov", "senator", "president", "secretary", "the"})
_LONGEST = 70
_MARKS = frozenset({"end", "begin"})  # alone they are those of a take


def is_of_a_transcript(text: str, span: Span) -> bool:
    """Whether the block at `span` says what was heard ("(APPLAUSE)") or opens with who speaks ("MODERATOR: …")."""
    if span.end - span.start <= _LONGEST and (heard := _HEARD.fullmatch(text, span.start, span.end)):
        words = re.findall(r"[a-z]+", heard[1].lower())  # at least one, by the pattern
        known = shipped_lexicon("words-common") | _sounds()
        return words[0] in _sounds() and set(words) <= known and not set(words) <= _MARKS
    if speaker := _SPEAKER.match(text, span.start, span.end):
        names = speaker[1].lower().replace(".", "").split()
        return names[-1] in shipped_lexicon("words-speakers") or (len(names) > 1 and names[0] in _TITLES)
    return False


def _sounds() -> frozenset[str]:
    return shipped_lexicon("words-transcript")
