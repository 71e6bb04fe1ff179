"""Word pieces: the words of a sentence as the encoder's numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from rashomon.reading.words import shape

LONGEST_WORD = 40  # letters; a longer word is one unknown piece
LONGEST_PIECES = 500
LONG_WORD = 3  # pieces
CLS, SEP, UNKNOWN = 101, 102, 100
UNKNOWN_WORD = "[UNK]"


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence in pieces: their ids, the word that each belongs to (-1: none), its shape (0: none), and the words."""

    ids: list[int]
    owner: list[int]
    shapes: list[int]
    words: int


def encode(sentences: Sequence[Sequence[str]], tokenizer: Tokenizer) -> list[Pieces]:
    """Sentences, as words that went through `words.normal`, in pieces; every word has at least one.

    Where a sentence has more than `LONGEST_PIECES`, its words of more than three are one unknown piece each.
    """
    known = [[w if _is_plain(w) else UNKNOWN_WORD for w in s] for s in sentences]
    found = []
    for sentence, cut in zip(sentences, _cut(known, tokenizer), strict=True):
        if sum(map(len, cut)) > LONGEST_PIECES:
            cut = [ids if len(ids) <= LONG_WORD else [UNKNOWN] for ids in cut]
        owner = [w for w, ids in enumerate(cut) for _ in ids]
        shaped = [shape(w) + 1 for w in sentence]
        ids = [i for word in cut for i in word]
        found.append(Pieces([CLS, *ids, SEP], [-1, *owner, -1], [0, *(shaped[w] for w in owner), 0], len(sentence)))
    return found


def _is_plain(word: str) -> bool:
    """Whether a word can be cut: of a bounded length, without half characters and the encoder's own signs."""
    if len(word) > LONGEST_WORD or (len(word) > 1 and "[" in word):
        return False
    return word.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in word)


def _cut(sentences: Sequence[Sequence[str]], tokenizer: Tokenizer) -> Iterator[list[list[int]]]:
    """The pieces of each word."""
    encodings = tokenizer.encode_batch([list(s) for s in sentences], is_pretokenized=True, add_special_tokens=False)
    for sentence, encoding in zip(sentences, encodings, strict=True):
        cut: list[list[int]] = [[] for _ in sentence]
        for word, piece in zip(encoding.word_ids, encoding.ids, strict=True):
            if word is not None:
                cut[word].append(piece)
        yield [ids or [UNKNOWN] for ids in cut]
