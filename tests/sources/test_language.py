"""The language of a text: invented sentences, some of them short."""

from __future__ import annotations

import pytest

from rashomon.breakdown import can_read
from rashomon.model import Report
from rashomon.sources.language import language_of


@pytest.mark.parametrize(
    ("text", "declared", "readable"),
    [
        ("The ferry was late on Monday and the harbour was closed for two hours.", None, True),
        ("The ferry was late on Monday and the harbour was closed for two hours.", "en-GB", True),
        ("Ferry late again", None, True),
        ("渡轮星期一晚点，港口关闭了两个小时。", None, False),
        ("تأخرت العبارة يوم الاثنين وأغلق الميناء لمدة ساعتين.", None, False),
        ("सोमवार को नौका देर से आई और बंदरगाह दो घंटे बंद रहा।", None, False),
        ("Паром опоздал в понедельник, порт был закрыт на два часа.", None, False),
        ("El transbordador llegó tarde el lunes y el puerto estuvo cerrado durante dos horas.", "es", False),
    ],
)
def test_what_is_no_english_is_not_read_as_english(text: str, declared: str | None, readable: bool) -> None:
    report = Report(id="r", input="r.txt", text=text, language=language_of(text, declared))
    assert can_read(report) is readable
