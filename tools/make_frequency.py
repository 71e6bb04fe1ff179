"""Write langs/en/frequency.txt: in how many news articles each word stem stands.

    python tools/make_frequency.py [ARTICLES.jsonl.gz]

Counts are facts about general news, made from the articles of ../shared/corpora (research use);
no words of theirs but single stems are kept, those in at least 8 articles and at most 24 letters.
"""

from __future__ import annotations

import collections
import gzip
import json
import sys
from pathlib import Path

from rashomon.text.stems import stem
from rashomon.text.tokens import tokens

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "src/rashomon/langs/en/frequency.txt"
LEAST = 8


def main() -> None:
    """Count and write."""
    default = ROOT / "../shared/corpora/stories/articles_8k.jsonl.gz"
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    documents: collections.Counter[str] = collections.Counter()
    total = 0
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            total += 1
            text = json.loads(line)["text"] or ""
            documents.update({stem(token.lower) for token in tokens(text) if token.kind == "word"})
    rows = sorted((s, n) for s, n in documents.items() if n >= LEAST and s.isalpha() and len(s) <= 24)
    head = f"# In how many of {total} news articles each stem stands; made by tools/make_frequency.py.\n* {total}\n"
    OUT.write_text(head + "".join(f"{s} {n}\n" for s, n in rows), encoding="utf-8")
    print(f"{OUT.relative_to(ROOT)}: {len(rows)} stems of {total} articles")


if __name__ == "__main__":
    main()
