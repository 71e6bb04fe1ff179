"""Measure the check of summaries against their articles.

    evaluate_summaries.py [--gold FOLDER] [--articles FILE] [--edits N] [--titles N] [--seed N] [--show]

Three measurements.  The misstatements of the machine-made summaries in FOLDER/gold.json (``summary_divergences``;
``parts`` says where summary and article stand).  Summaries that are made here by taking sentences of a real
article and changing one thing in one of them: N of each kind (speaker, quotation, figure, attribution,
foreign), with the sentences that were left alone as controls.  And titles, which sum up their article in other
words: of the article itself, where nothing should be flagged, and of another one, where everything should.
``--show`` prints what was missed and flagged in vain.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from rashomon import langs
from rashomon.checks import checks
from rashomon.model import Check, Report, Span
from rashomon.ports import Reader
from rashomon.reading import choose
from rashomon.stores import readings
from rashomon.text import sentences

SHARED = Path("/work/shared")
GOLD = SHARED / "eval/gold/istanbul"
ARTICLES = SHARED / "corpora/stories/articles_8k.jsonl.gz"
NAME = r"(?!The |A |But |And |In |At |Mr |Mrs |Ms )[A-Z][a-z’'-]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z’'-]+){1,3}"
SPOKE = re.compile(
    rf"(?:said|says|added|told \w+),? (?P<behind>{NAME})"
    rf"|(?P<before>{NAME})(?:, [^,.]{{3,60}},)? (?:said|says|told|added)\b"
)
BEGINS = re.compile(r"(?:^|[,”\"] )$")  # what stands before the words that say who spoke
QUOTED = re.compile(r"[“\"]([^“”\"]{40,400})[”\"]")
NUMBER = re.compile(r"(?<![\w.,$/-])(?!(?:19|20)\d\d\b)\d{1,3}(?:,\d{3})*(?![\w.,:/-]*\d)(?=[ %])")
ENDS = re.compile(
    r",? (?:[\w.’'-]+ ){0,5}(?:said|says)(?: on)?(?: [A-Z]\w+day)?(?=\.$)|,? according to [^,.]{3,60}(?=\.$)"
)
OPENS = re.compile(r"^(?:[\w.’'-]+ ){1,6}(?:said|says)(?: on)?(?: [A-Z]\w+day)? (?:that )?(?=[A-Za-z])")
VERDICTS = {
    "speaker": "wrong speaker",
    "quotation": "changed quotation",
    "figure": "changed figure",
    "attribution": "attribution dropped",
    "foreign": "not in the article",
}
FIRST = 14  # sentences of an article that a summary is made of


class Made(NamedTuple):
    """A summary that was made, and the part of it that was edited (None: a control)."""

    text: str
    edited: Span | None


class Article(NamedTuple):
    """An article of the corpus and its sentences."""

    title: str
    text: str
    sentences: tuple[str, ...]


def articles(path: Path, rng: random.Random) -> list[Article]:
    """The articles of ordinary length, in a random order."""
    lexicon = langs.load("en")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        held = [json.loads(line) for line in lines]
    rng.shuffle(held)
    found: list[Article] = []
    for row in held:
        if 1_500 < len(row["text"]) < 9_000 and len(found) < 1_500:
            spans = sentences(row["text"], lexicon)
            told = tuple(row["text"][s.start : s.end] for s in spans if 50 < s.end - s.start < 400)
            if len(told) >= 8:
                found.append(Article(row["title"], row["text"], told))
    return found


def _speakers(article: Article) -> list[str]:
    found = {m["behind"] or m["before"] for s in article.sentences for m in SPOKE.finditer(s)}
    return sorted(found)


def speaker(sentence: str, article: Article, rng: random.Random) -> str | None:
    """The sentence with another speaker: somebody else of the article, else somebody without a name."""
    hit = SPOKE.search(sentence)
    if not hit or not BEGINS.search(sentence[: hit.start()]):
        return None
    name = hit["behind"] or hit["before"]
    if sentence[hit.end() : hit.end() + 1] == "," or f"{name}," in sentence:
        return None
    others = [other for other in _speakers(article) if other.split()[-1] != name.split()[-1]]
    new = rng.choice(others) if others else rng.choice(["a government spokesman", "an analyst", "a company official"])
    if hit.start() == 0 and new[0].islower():
        new = new[0].upper() + new[1:]
    return sentence.replace(name, new)


def quotation(sentence: str, article: Article, rng: random.Random) -> str | None:
    """The sentence with a word inside its quotation changed, left out or put in."""
    hit = QUOTED.search(sentence)
    if not hit:
        return None
    words = hit[1].split(" ")
    inner = [at for at in range(1, len(words) - 1) if words[at].isalpha() and len(words[at]) > 3]
    if len(words) < 7 or not inner:
        return None
    other = rng.choice(
        [w for s in article.sentences for w in s.split(" ") if w.isalpha() and w.islower() and len(w) > 4]
    )
    at, how = rng.choice(inner), rng.choice(["change", "leave out", "put in"])
    words[at : at + 1] = {"change": [other], "leave out": [], "put in": [words[at], other]}[how]
    made = " ".join(words)
    return sentence[: hit.start(1)] + made + sentence[hit.end(1) :] if made != hit[1] else None


def figure(sentence: str, article: Article, rng: random.Random) -> str | None:
    """The sentence with another number."""
    hits = list(NUMBER.finditer(sentence))
    if not hits:
        return None
    hit = rng.choice(hits)
    value = int(hit[0].replace(",", ""))
    new = value + rng.choice([1, 2, 3, 10]) if value < 50 else round(value * rng.choice([0.6, 1.3, 1.7, 2.1]))
    return sentence[: hit.start()] + f"{new:,}" + sentence[hit.end() :]


def attribution(sentence: str, article: Article, rng: random.Random) -> str | None:
    """The sentence without its speaker; one in quotation marks is left alone."""
    if any(mark in sentence for mark in '“”"') or " he " in f" {sentence} ":
        return None
    made = ENDS.sub("", sentence)
    if made == sentence:
        made = OPENS.sub("", sentence)
    return made[0].upper() + made[1:] if made != sentence and len(made) > 45 else None


Edit = Callable[[str, Article, random.Random], str | None]
EDITS: dict[str, Edit] = {
    "speaker": speaker,
    "quotation": quotation,
    "figure": figure,
    "attribution": attribution,
}


def make(kind: str, article: Article, others: Sequence[Article], rng: random.Random) -> Made | None:
    """A summary of three sentences, the second edited; None when the article has nothing to edit so."""
    first = list(article.sentences[:FIRST])
    if kind == "foreign":
        new = rng.choice(rng.choice(others).sentences[:FIRST])
        at = rng.randrange(1, len(first) - 1)
        kept = at - 1, at
    else:
        found = [(at, EDITS[kind](s, article, rng)) for at, s in enumerate(first)]
        fits = [(at, made) for at, made in found if made and 0 < at < len(first) - 1]
        if not fits:
            return None
        at, new = rng.choice(fits)
        kept = at - 1, at + 1
    before = first[kept[0]] + " "
    return Made(f"{before}{new} {first[kept[1]]}", Span(len(before), len(before) + len(new)))


def flagged(made: str, text: str, reader: Reader | None) -> tuple[Check, ...]:
    """The checks of a summary text against an article's text."""
    lexicon = langs.load("en")
    article = Report("article", "article", text, language="en")
    return checks(Report("summary", "summary", made, language="en", kind="summary"), [article], lexicon, reader)


def _meet(check: Check, span: Span) -> bool:
    return check.span.start < span.end and span.start < check.span.end


def edits(
    held: Sequence[Article], n: int, kinds: Sequence[str], rng: random.Random, reader: Reader | None, show: bool
) -> None:
    """Print the recall of each kind of edit and the share of other sentences that are flagged."""
    alarms: Counter[str] = Counter()
    controls = 0
    print(f"{'edit':<12} {'n':>4} {'right':>6} {'other':>6} {'missed':>7}  recall")
    for kind in kinds:
        verdict = VERDICTS[kind]
        counts: Counter[str] = Counter()
        for article in rng.sample(list(held), len(held)):
            if sum(counts.values()) == n:
                break
            made = make(kind, article, held, rng)
            if not made or not made.edited:
                continue
            found = flagged(made.text, article.text, reader)
            hits = {c.verdict for c in found if _meet(c, made.edited) and c.verdict != "supported"}
            result = "right" if verdict in hits else "other" if hits else "missed"
            counts[result] += 1
            wrong = [c for c in found if not _meet(c, made.edited) and c.verdict != "supported"]
            controls += 2
            alarms.update(c.verdict for c in wrong)
            if show:
                _show(kind, result, made, found, wrong)
        total = sum(counts.values())
        recall = counts["right"] / total if total else 0.0
        print(f"{kind:<12} {total:>4} {counts['right']:>6} {counts['other']:>6} {counts['missed']:>7}  {recall:.3f}")
    print(f"controls: {controls} sentences left alone, {sum(alarms.values())} false alarms {dict(alarms)}")


def _show(kind: str, result: str, made: Made, found: Sequence[Check], wrong: Sequence[Check]) -> None:
    if result != "right" and made.edited:
        print(f"  {result} {kind}: {made.text[slice(*made.edited)]!r}")
        for check in (c for c in found if _meet(c, made.edited)):
            print(f"      {check.verdict}: {check.reason} | {check.article_quote!r}")
    for check in wrong:
        print(f"  false alarm, {check.verdict}: {check.quote!r} | {check.article_quote!r} | {check.reason}")


def titles(held: Sequence[Article], n: int, reader: Reader | None, show: bool) -> None:
    """Print how many titles are flagged against their own article, without the title in it, and against another."""
    own: Counter[str] = Counter()
    foreign: Counter[str] = Counter()
    rows = [a for a in held if len(a.title.split()) >= 6][: n + 1]
    for article, other in pairwise(rows):
        text = article.text.replace(article.title, "")
        for title, counts in ((article.title, own), (other.title, foreign)):
            found = flagged(title, text, reader)
            verdicts = [c.verdict for c in found if c.verdict != "supported"]
            counts[verdicts[0] if verdicts else "supported"] += 1
            if show and (bool(verdicts) == (title is article.title)):
                print(f"  title {title!r}: {[(c.verdict, c.reason, c.article_quote) for c in found]}")
    print(f"titles against their own article: {dict(own)}")
    print(f"titles against another article:   {dict(foreign)}")


def misstatements(folder: Path, reader: Reader | None, show: bool) -> None:
    """Print which of the gold misstatements are flagged, with the right verdict or another, and the false alarms."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    rows = gold["summary_divergences"]
    parts = dict(_parts(folder, gold))
    right = other = alarms = 0
    for name in sorted({name for (_, name) in parts if name.startswith("summary of ")}):
        file = next(file for file, part in parts if part == name)
        found = [c for c in flagged(parts[file, name], parts[file, name[11:]], reader) if c.verdict != "supported"]
        due = [row for row in rows if row["part"] == name]
        hit = [_hits(row, [c for c in found if _holds(c, row, parts[file, name])]) for row in due]
        right += hit.count("right")
        other += hit.count("other")
        vain = [c for c in found if not any(_holds(c, row, parts[file, name]) for row in due)]
        alarms += len(vain)
        if show:
            for row, result in zip(due, hit, strict=True):
                print(f"  {result}: {row['divergence']}")
            for check in vain:
                print(f"  false alarm, {check.verdict}: {check.quote!r} | {check.reason}")
    print(f"gold misstatements: {len(rows)}, right verdict {right}, other verdict {other}, false alarms {alarms}")


def _parts(folder: Path, gold: dict[str, Any]) -> Iterator[tuple[tuple[str, str], str]]:
    for part in gold["parts"]:
        text = (folder / f"{part['file']}.txt").read_text(encoding="utf-8")
        yield (part["file"], part["part"]), "\n\n".join(text[a:b].strip() for a, b in part["spans"])


def _holds(check: Check, row: dict[str, Any], text: str) -> bool:
    at = text.find(row["quote"])
    return _meet(check, Span(at, at + len(row["quote"])))


def _hits(row: dict[str, Any], found: Sequence[Check]) -> str:
    """Whether a misstatement was flagged: by what it is said to be ("wrong speaker", "an invented source" …)."""
    kinds = {
        "wrong speaker": ("wrong speaker", "invented source"),
        "changed quotation": ("words changed", "changed words"),
        "changed figure": ("figure",),
        "attribution dropped": ("dropped",),
    }
    wanted = {kind for kind, words in kinds.items() if any(word in row["divergence"] for word in words)}
    return "right" if wanted & {c.verdict for c in found} else "other" if found else "missed"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the three measurements."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--gold", type=Path, default=GOLD)
    options.add_argument("--articles", type=Path, default=ARTICLES)
    options.add_argument("--edits", type=int, default=40, help="edited summaries of each kind")
    options.add_argument("--titles", type=int, default=200)
    options.add_argument("--kinds", nargs="+", choices=list(VERDICTS), default=list(VERDICTS))
    options.add_argument("--seed", type=int, default=5)
    options.add_argument("--reader", default="trained")
    options.add_argument("--show", action="store_true")
    given = options.parse_args(arguments)
    chosen, folder = choose.reader(given.reader), readings.folder("auto")
    reader = readings.KeepingReader(chosen, folder, 500_000_000) if chosen and folder else chosen
    if (given.gold / "gold.json").exists():
        misstatements(given.gold, reader, given.show)
    if not given.articles.exists():
        print(f"no articles at {given.articles}", file=sys.stderr)
        return 2
    rng = random.Random(given.seed)  # noqa: S311
    held = articles(given.articles, rng)
    if given.edits:
        edits(held, given.edits, given.kinds, rng, reader, given.show)
    if given.titles:
        titles(held, given.titles, reader, given.show)
    return 0


if __name__ == "__main__":
    sys.exit(main())
