"""Which spellings of a speaker were taken as one is said wherever a reader looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rashomon.model import Breakdown
from rashomon.render import as_markdown, html, terminal
from tests.render.sample import sample

REASON = "“Oslav” and “Oslau” are <two> ways to write one sound"
RENDERERS = [terminal.render, as_markdown.render, html.render]


def with_spellings(*reasons: str) -> Breakdown:
    made = sample()
    (story, *rest) = made.stories
    return replace(made, stories=(replace(story, spellings=reasons), *rest))


@pytest.mark.parametrize("render", RENDERERS)
def test_the_reason_is_shown(render: Callable[[Breakdown], str]) -> None:
    shown = render(with_spellings(REASON))
    assert "Spellings of a speaker taken as one" in shown
    assert "“Oslav” and “Oslau” are" in shown
    assert render is terminal.render or "<two>" not in shown


@pytest.mark.parametrize("render", RENDERERS)
def test_nothing_is_said_of_none(render: Callable[[Breakdown], str]) -> None:
    assert "Spellings" not in render(with_spellings())
