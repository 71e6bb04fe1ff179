"""Arc scores to a tree: every word has one head, one word hangs on the root, and nothing goes in a circle.

The greedy choice is a tree for nearly all sentences; where it is none, the maximum spanning tree is
found with Chu and Liu's and Edmonds' algorithm (McDonald et al. 2005, https://aclanthology.org/H05-1066/).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


def tree(scores: Scores) -> list[int]:
    """The heads of the words by the scores (1 + words, 1 + words) of dependants and heads; 0 is the root.

    The first row is not used.  Returns one head a word, counted from 1, or 0 for the one word on the root.
    """
    size = len(scores)
    if size <= 1:
        return []
    scores = scores.copy()
    np.fill_diagonal(scores, -np.inf)
    greedy = scores[1:].argmax(1)
    heads = [0, *greedy.tolist()]
    if heads[1:].count(0) == 1 and _circle(heads) is None:
        return heads[1:]
    return _best_rooted(scores)


def _best_rooted(scores: Scores) -> list[int]:
    """The best tree with one word on the root: the best first words are tried, and the best tree kept."""
    gain = scores[1:, 0] - scores[1:, 1:].max(1, initial=-np.inf)
    best: tuple[float, list[int]] = (-np.inf, [])
    for first in np.argsort(-gain, kind="stable")[:3].tolist():
        tried = scores.copy()
        tried[1:, 0] = -1e9
        tried[first + 1, 0] = 0.0
        tried[first + 1, 1:] = -1e9
        heads = _edmonds(tried.astype(np.float64))
        total = float(sum(scores[i + 1, h] for i, h in enumerate(heads[1:])))
        if not best[1] or total > best[0]:
            best = (total, heads[1:])
    return best[1]


def _circle(heads: list[int]) -> list[int] | None:
    """The words of a circle, or None."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return None


def _edmonds(scores: NDArray[np.float64]) -> list[int]:
    """Heads of the maximum spanning tree; circles are drawn together, one in each round."""
    size = len(scores)
    heads = [0, *scores[1:].argmax(1).tolist()]
    circle = _circle(heads)
    if circle is None:
        return heads
    round_ = np.array(circle)
    outside = np.setdiff1d(np.arange(size), round_)
    own = scores[round_, np.array(heads)[round_]]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    into = scores[np.ix_(round_, outside)] - own[:, None]
    enter = into.argmax(0)
    small[-1, :-1] = into.max(0)
    leaving = scores[np.ix_(outside, round_)]
    leave = leaving.argmax(1)
    small[:-1, -1] = leaving.max(1)
    np.fill_diagonal(small, -np.inf)
    drawn = _edmonds(small)
    last = len(outside)
    for word in range(1, last):
        head = drawn[word]
        heads[int(outside[word])] = circle[int(leave[word])] if head == last else int(outside[head])
    entered = drawn[last]
    heads[circle[int(enter[entered])]] = int(outside[entered])
    return heads
