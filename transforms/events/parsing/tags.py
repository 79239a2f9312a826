"""Penn tags made to agree: with the features of the word where tagger and morphologizer differ, and of marks."""

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from schemas.data_files import packaged, read_rows

TAG_COLUMNS = ("tag", "pos", "verb_form", "tense", "right", "note")
# One of the two treebanks that the tagger learns from tags these as commas; Penn has one tag for them.
DASHES = frozenset({";", "--", "–", "—"})
DASH_TAG = ":"
BETWEEN = "between"


@cache
def tag_rules() -> dict[tuple[str, str], dict[tuple[str, str], str]]:
    """The right tag by tag and part of speech, then by verb form and tense, which are empty where they do not count."""
    rules: dict[tuple[str, str], dict[tuple[str, str], str]] = {}
    for row in read_rows(packaged("transforms.events", "tags.csv"), TAG_COLUMNS):
        rules.setdefault((row["tag"], row["pos"]), {})[row["verb_form"], row["tense"]] = row["right"]
    return rules


@Language.component("dateline_tags", retokenizes=False)
def agree(doc: Doc) -> Doc:
    """Correct the tags of a Doc in place."""
    rules = tag_rules()
    for token in doc:
        if token.text in DASHES:
            token.tag_ = DASH_TAG
        elif token.tag_ == "NNP" and _is_between_two(token):
            token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.lower_
        elif (found := rules.get((token.tag_, token.pos_))) is not None:
            token.tag_ = _right(token, found)
    return doc


def _is_between_two(token: Token) -> bool:
    """ "Cooperation between Chad and Peru": what is between two and opens a sentence is no name."""
    behind = token.i + 1 < len(token.doc) and token.nbor().lower_ == BETWEEN
    return behind and token.is_sent_start is True and token.lower_ != token.text


def _right(token: Token, rules: dict[tuple[str, str], str]) -> str:
    form, tense = ("".join(token.morph.get(feature, [])) for feature in ("VerbForm", "Tense"))
    keys = ((form, tense), (form, ""), ("", ""))
    return next((rules[key] for key in keys if key in rules), token.tag_)
