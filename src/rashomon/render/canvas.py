"""Rows of a terminal: wrapped text with a hanging indent, with colours or without."""

from __future__ import annotations

import io

from rich.console import Console
from rich.text import Text

WIDEST = 110
"""Longer lines are hard to read, however wide the terminal is."""


class Canvas:
    """Text put under text, wrapped at ``width`` columns (at most WIDEST); wide characters count as two."""

    def __init__(self, width: int, color: bool) -> None:
        self.rows = 0
        self._width = min(width, WIDEST)
        self._console = Console(
            file=io.StringIO(),
            width=self._width,
            force_terminal=color,
            color_system="standard" if color else None,
            no_color=not color,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    def put(self, text: Text, indent: int = 0, hang: int = 0, above: int = 0) -> None:
        """Add text: ``indent`` columns from the left, its further lines ``hang`` more, ``above`` blank rows
        first unless it is at the top."""
        if self.rows:
            self._blank(above)
        for row in self._wrapped(text, indent, hang):
            self._console.print(row, soft_wrap=True)
            self.rows += 1

    def text(self) -> str:
        """All rows, each with a line feed at its end."""
        file = self._console.file
        assert isinstance(file, io.StringIO)  # noqa: S101
        return file.getvalue()

    def _blank(self, n: int) -> None:
        for _ in range(n):
            self._console.print()

    def _wrapped(self, text: Text, indent: int, hang: int) -> list[Text]:
        indent = max(min(indent, self._width - hang - 10), 0)  # deep rows of a narrow terminal move left
        lines = text.wrap(self._console, max(self._width - indent - hang, 10), tab_size=1)
        rows = []
        for n, row in enumerate(lines):
            row.rstrip()
            if row.plain:
                rows.append(Text(" " * (indent + (hang if n else 0))) + row)
        return rows
