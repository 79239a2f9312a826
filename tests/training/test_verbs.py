"""Verbs of news: forms that the lemma rules lead back, and copies that change nothing but the verb."""

import random

from training.conllu import Sentence, Word
from training.train import VERBS
from training.verbs import is_plainly_transitive, read_verbs, with_news_verbs, with_other_verbs
from transforms.events.parsing.lemmas import verb_lemma

AMBUSH = {"base": "ambush", "third": "ambushes", "past": "ambushed", "participle": "ambushed", "gerund": "ambushing"}
TAGS = {"third": "VBZ", "past": "VBD", "participle": "VBN", "gerund": "VBG"}


def sentence() -> Sentence:
    """ "Rebels bought villages"."""
    return Sentence(
        [
            Word("Rebels", "rebel", "NOUN", "NNS", "", 1, "nsubj", True, ""),
            Word("bought", "buy", "VERB", "VBD", "Tense=Past", 1, "root", True, ""),
            Word("villages", "village", "NOUN", "NNS", "", 1, "obj", False, ""),
        ]
    )


def test_every_form_leads_back_to_its_verb() -> None:
    verbs = read_verbs(VERBS)
    known = frozenset(verb["base"] for verb in verbs)
    assert len(known) == len(verbs) > 300
    wrong = [
        verb[c] for verb in verbs for c, tag in TAGS.items() if verb_lemma(verb[c], tag, "", known) != verb["base"]
    ]
    assert wrong == []


def test_only_the_transitive_verb_changes() -> None:
    changed = with_other_verbs(sentence(), [AMBUSH], random.Random(1))
    assert [word.form for word in changed.words] == ["Rebels", "ambushed", "villages"]
    assert changed.words[1].lemma == "ambush"
    assert [word.head for word in changed.words] == [1, 1, 1]


def test_a_verb_that_governs_a_clause_stays() -> None:
    assert is_plainly_transitive(sentence().words[1], {"nsubj", "obj"})
    assert not is_plainly_transitive(sentence().words[1], {"nsubj", "obj", "xcomp"})
    assert not is_plainly_transitive(sentence().words[1], {"nsubj"})


def test_copies_follow_their_group_and_no_group_is_lost() -> None:
    groups = [[sentence()] for _ in range(40)]
    out = list(with_news_verbs(iter(groups), [AMBUSH], random.Random(1)))
    kept = [group for group in out if group[0].words[1].form == "bought"]
    assert len(kept) == 40
    assert 40 < len(out) < 80
