"""Names that no training tree holds stand as well-known ones while the trees are read: the parser reads what stands
around a name, and would take the letters of a strange one for those of a verb. So do irregular verbs ("upheld").
"""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from transforms.events.parsing.known_names import known_names
from transforms.events.parsing.lemmas import KNOWN_VERBS, irregular_forms, is_form_of_known, read_list

KNOWN_WORDS = "words.txt"
# Names that stand often in the training trees, by the label of the names that they stand for.
STAND_INS = {"PERSON": "john", "LOC": "iraq", "MISC": "iraqi"}

PAST = "held"

# How plurals, participles, adverbs and names of things end, that may open a sentence.
COMMON_ENDINGS = ("s", "ing", "ed", "ly", "ion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "men", "people")
# Marks behind which no sentence begins.
INSIDE = (",", "-", "'s", "’s", "(", "&")
NEVER_NAMES = ("VERB", "NOUN")


class StandIns:
    """Pipeline component before the trees: an unknown name takes the norm of a known one; its text stays."""

    def __init__(self, words: Iterable[str], verbs: Iterable[str]) -> None:
        """Take the lower-case words of the training trees, without which nothing is done, and known verbs."""
        self.words = frozenset(words)
        self.verbs = frozenset(verbs)

    def __call__(self, doc: Doc) -> Doc:
        """Set token.norm_ of each unknown name, and of each unknown form of an irregular verb."""
        for token in doc if self.words else ():
            if self.is_unknown(token):
                label = known_names().get(token.text, "PERSON")
                token.norm_ = STAND_INS.get(label, STAND_INS["PERSON"])
            elif token.text in irregular_forms() and token.text not in self.words:
                token.norm_ = PAST
        return doc

    def is_unknown(self, token: Token) -> bool:
        """Whether a word with a capital is in no training tree and no form of a known verb."""
        text = token.text
        if not text[:1].isupper() or text.isupper() or not text.isalpha() or token.lower_ in self.words:
            return False
        return not is_form_of_known(token.lower_, self.verbs) and not _opens_sentence(token)


def _opens_sentence(token: Token) -> bool:
    """Whether the capital may be that of a sentence: a word of a common kind at its start, no name behind it."""
    doc, at = token.doc, token.i
    inside = at > 0 and (doc[at - 1].is_alpha or doc[at - 1].text in INSIDE)
    before_name = at + 1 < len(doc) and doc[at + 1].text[:1].isupper()
    return not inside and not before_name and token.text.endswith(COMMON_ENDINGS)


@Language.factory("dateline_stand_ins", default_config={"model": None})
def create_stand_ins(nlp: Language, name: str, model: str | None) -> StandIns:  # noqa: ARG001  (spaCy passes both)
    """Build the component; the model's folder may hold the list of its words."""
    return StandIns(read_list(model, KNOWN_WORDS), read_list(model, KNOWN_VERBS))


@Language.component("dateline_own_norms", assigns=["token.norm", "token.tag", "token.pos"])
def own_norms(doc: Doc) -> Doc:
    """Give each name its own norm back, by whose letters what follows knows it; a name is no verb or common noun."""
    for token in doc:
        if token.norm_ in (*STAND_INS.values(), PAST) and token.norm != token.lex.norm:
            is_name = token.norm_ != PAST
            token.norm_ = token.lex.norm_
            if is_name and token.pos_ in NEVER_NAMES and not (token.is_sent_start or _is_headline(token.sent)):
                token.tag_, token.pos_ = "NNP", "PROPN"
    return doc


def _is_headline(sentence: Span) -> bool:
    """Whether every verb is written with a capital."""
    return not any(token.is_lower and token.pos_ in ("VERB", "AUX") for token in sentence)
