"""A breakdown built by hand: a cable car that stops above an invented town, told by invented outlets.

Seven reports of five outlets in four countries.  Two are one origin (one prints the agency's
text and credits it), one stands in a language that is not compared, two come from one page,
and one outlet's name and title are hostile: markup, quotation marks, right-to-left letters
and a very long word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.model import (
    Breakdown,
    Change,
    Credit,
    Exclusive,
    Facet,
    Link,
    Mention,
    Origin,
    Outlet,
    Problem,
    Relation,
    Removed,
    Report,
    Series,
    SeriesRow,
    Span,
    Story,
    Variant,
)

HOSTILE_NAME = 'Radio "Meridian" <script>window.pwned=1</script> & רדיו'
HOSTILE_TITLE = '"><img src=x onerror="window.pwned=2"> Stuck for hours: ' + "Seilbahn" * 12 + " ‮gnorts‬"

AGENCY = Outlet("Northlight Agency", "northlight.example", "CA", "en", "agency")
COURIER = Outlet("The Ossel Courier", "osselcourier.example", "NZ", "en", "newspaper")
LEDGER = Outlet("Harbour Ledger", "harbourledger.example", "GB", "en", "newspaper")
RADIO = Outlet(HOSTILE_NAME, "meridian.example", "GB", "en", "broadcaster")
DIARIO = Outlet("Diário da Ribeira", "diariodaribeira.example", "PT", "pt", "newspaper")


def _flow(text: str) -> str:
    """Paragraphs as one line each; a blank line stands between two."""
    return "\n\n".join(" ".join(part.split("\n")) for part in text.split("\n\n"))


_AGENCY_BODY = _flow(
    """A cable car carrying 41 people stopped above the town of Tervane on Saturday and hung there for five hours.

The cabin halted at 9:20 a.m. between the third and fourth pylons, police said. All 41 passengers had been
lowered to the ground by mid-afternoon, rescue chief Ida Marrow told reporters.

Six passengers were treated for bruises and cold, the district hospital said. "A gust of wind far above the
limit tripped the brake," said Pell Aster, who manages the line for Tervane Ropeways.

The line will stay closed until inspectors have examined the cable, Aster said. Ropeways raised its fares by a
tenth last month."""
)

TEXTS = {
    "r1": "Cable car halts above Tervane; all 41 brought down\n\n" + _AGENCY_BODY,
    "r2": "All safe after five hours on the wire\n\n" + _AGENCY_BODY.replace("a tenth", "a fifth") + "\n\n(Northlight)",
    "r3": _flow("""Passengers winched from stranded cable car

Rescuers were winching passengers one by one from a cable car that stopped over Tervane shortly after 9.20am
on Saturday.

Twenty-three people had been brought down by 11.30am, police said. About 40 were thought to be on board.

The cabin stands still between pylons three and four, the police added. Ida Marrow, who leads the rescue,
said: "Nobody is in danger, but it is cold up there."

At least five people were being treated at the scene, according to an ambulance worker who spoke to Meridian.
A school choir was among those stuck and sang to pass the time."""),
    "r4": _flow("""2.41pm: The last passenger is down

The last of 41 passengers has just reached the ground, our reporter in Tervane says. The town council has
opened the sports hall with soup and blankets."""),
    "r5": HOSTILE_TITLE
    + "\n\n"
    + _flow(
        """Passengers who hung above Tervane for five hours said on Saturday that nobody had told them what was going
on.

Eleven people were hurt, the drivers' union said. The union blamed a worn cable that, it says, was due for
replacement two years ago. "They knew about that cable," its spokeswoman Runa Feld told this station. <b
onclick="window.pwned=3">The cabin</b> had stopped at twenty past nine.

The line is closed until at least Friday, Tervane Ropeways wrote on its site. All 41 people on board were
rescued in an operation led by Ida Marrow."""
    ),
    "r6": _flow("""Teleférico parado durante cinco horas

Um teleférico com 41 pessoas a bordo parou no sábado sobre a vila de Tervane. Todos os passageiros foram
retirados."""),
    "r7": _flow("""Cable car: what we know so far

Six people were hurt when a cable car stopped above Tervane, the hospital said. A cable is believed to have
worn through."""),
}


def _report(id: str, outlet: Outlet, **parts: object) -> Report:
    text = TEXTS[id]
    title = text.split("\n", 1)[0]
    domain = outlet.domain or ""
    values: dict[str, object] = {
        "input": f"saved/{domain.split('.')[0]}-{id}.html",
        "url": f"https://{domain}/2031/05/cable-car-{id}",
        "published": "2031-05-17T15:10:00Z",
        "title": title,
        "body": len(title) + 2,
        "language": outlet.language,
        "outlet": outlet,
    }
    return Report(id=id, text=text, **(values | parts))  # type: ignore[arg-type]


def _find(text: str, words: str, start: int = 0, end: int | None = None) -> Span:
    at = text.index(words, start, len(text) if end is None else end)
    return Span(at, at + len(words))


def _sentence(id: str, span: Span) -> Span:
    """The sentence of these texts: from the last full stop or line break to the next."""
    text = TEXTS[id]
    start = max(text.rfind(stop, 0, span.start) + len(stop) for stop in (". ", '." ', "\n", ': "', ".m. "))
    if text.rfind("a.m. ", 0, span.start) + 5 == start:
        start = text.rfind("\n", 0, span.start) + 1
    ends = [text.find(stop, span.end) + len(stop) - 1 for stop in (". ", "\n") if stop in text[span.end :]]
    return Span(start, min(ends, default=len(text)))


def _mention(
    id: str, quote: str, answer: str, speaker: str | None = None, cue: str | None = None, via: str | None = None
) -> Mention:
    span = _find(TEXTS[id], quote)
    return Mention(id, span, _sentence(id, span), quote, answer, speaker, cue, via)


def _variant(id: str, label: str, value: str | None, origins: int, *mentions: Mention) -> Variant:
    return Variant(id, label, value, origins, mentions)


def _exclusive(id: str, quote: str) -> Exclusive:
    span = _find(TEXTS[id], quote)
    return Exclusive(id, span, _sentence(id, span), quote)


def _both(quote: str, answer: str, speaker: str | None = None, cue: str | None = None) -> tuple[Mention, Mention]:
    """The agency's words, there and in the outlet that prints them."""
    return _mention("r1", quote, answer, speaker, cue), _mention("r2", quote, answer, speaker, cue)


def _hurt() -> Facet:
    return Facet(
        "f1",
        "How many people were hurt?",
        "quantity",
        "conflict",
        (
            _variant(
                "f1a",
                "six",
                "6",
                2,
                *_both("Six passengers were treated for bruises and cold", "Six", "the district hospital", "said"),
                _mention("r7", "Six people were hurt", "Six", "the hospital", "said"),
            ),
            _variant(
                "f1b",
                "eleven",
                "11",
                1,
                _mention("r5", "Eleven people were hurt", "Eleven", "the drivers' union", "said"),
            ),
            _variant(
                "f1c",
                "at least five",
                "5-",
                1,
                _mention(
                    "r3",
                    "At least five people were being treated at the scene",
                    "At least five",
                    "an ambulance worker",
                    "according to",
                    "Meridian",
                ),
            ),
        ),
        (
            Relation(
                ("f1a", "f1b"), "conflict", "Six and eleven cannot both be the number of people hurt on Saturday."
            ),
            Relation(("f1a", "f1c"), "compatible", "Six is within “at least five”."),
            Relation(("f1b", "f1c"), "compatible", "Eleven is within “at least five”."),
        ),
    )


def _cause() -> Facet:
    return Facet(
        "f2",
        "What made the cable car stop?",
        "cause",
        "conflict",
        (
            _variant(
                "f2a",
                "a gust of wind",
                None,
                1,
                *_both(
                    '"A gust of wind far above the limit tripped the brake,"', "A gust of wind", "Pell Aster", "said"
                ),
            ),
            _variant(
                "f2b",
                "a worn cable",
                None,
                2,
                _mention("r5", "The union blamed a worn cable", "a worn cable", "The union", "blamed"),
                _mention("r5", '"They knew about that cable,"', "that cable", "Runa Feld", "told", HOSTILE_NAME),
                _mention("r7", "A cable is believed to have worn through", "A cable", None, "believed"),
            ),
        ),
        (Relation(("f2a", "f2b"), "conflict", "The operator names the wind, the drivers' union the cable."),),
    )


def _down() -> Facet:
    return Facet(
        "f3",
        "How many passengers were brought down?",
        "quantity",
        "update",
        (
            _variant(
                "f3a",
                "41",
                "41",
                3,
                *_both("All 41 passengers had been lowered to the ground", "All 41", "Ida Marrow", "told"),
                _mention("r4", "The last of 41 passengers has just reached the ground", "41", "our reporter", "says"),
                _mention("r5", "All 41 people on board were rescued", "All 41"),
            ),
            _variant(
                "f3b",
                "23",
                "23",
                1,
                _mention(
                    "r3", "Twenty-three people had been brought down by 11.30am", "Twenty-three", "police", "said"
                ),
            ),
        ),
        (Relation(("f3a", "f3b"), "update", "23 was counted at 11.30 a.m., 41 in the afternoon."),),
    )


def _aboard() -> Facet:
    return Facet(
        "f4",
        "How many people were on board?",
        "quantity",
        "compatible",
        (
            _variant("f4a", "41", "41", 1, *_both("A cable car carrying 41 people", "41")),
            _variant("f4b", "about 40", "36-44", 1, _mention("r3", "About 40 were thought to be on board", "About 40")),
        ),
        (Relation(("f4a", "f4b"), "compatible", "41 is a number that “about 40” allows."),),
    )


def _closed() -> Facet:
    return Facet(
        "f5",
        "How long does the line stay closed?",
        "statement",
        "compatible",
        (
            _variant(
                "f5a",
                "until the cable is inspected",
                None,
                1,
                *_both(
                    "The line will stay closed until inspectors have examined the cable",
                    "until inspectors have examined the cable",
                    "Aster",
                    "said",
                ),
            ),
            _variant(
                "f5b",
                "until at least Friday",
                None,
                1,
                _mention(
                    "r5",
                    "The line is closed until at least Friday",
                    "until at least Friday",
                    "Tervane Ropeways",
                    "wrote",
                ),
            ),
        ),
        (),
    )


def _agreed() -> list[Facet]:
    when = _variant(
        "f6a",
        "9:20 a.m.",
        "09:20",
        3,
        *_both("The cabin halted at 9:20 a.m.", "9:20 a.m.", "police", "said"),
        _mention("r3", "stopped over Tervane shortly after 9.20am", "shortly after 9.20am"),
        _mention("r5", "had stopped at twenty past nine", "twenty past nine"),
    )
    where = _variant(
        "f7a",
        "between the third and fourth pylons",
        None,
        2,
        *_both("between the third and fourth pylons", "between the third and fourth pylons", "police", "said"),
        _mention(
            "r3",
            "The cabin stands still between pylons three and four",
            "between pylons three and four",
            "the police",
            "added",
        ),
    )
    leader = _variant(
        "f8a",
        "Ida Marrow",
        "Ida Marrow",
        3,
        *_both("rescue chief Ida Marrow", "Ida Marrow"),
        _mention("r3", "Ida Marrow, who leads the rescue", "Ida Marrow"),
        _mention("r5", "an operation led by Ida Marrow", "Ida Marrow"),
    )
    return [
        Facet("f6", "When did the cable car stop?", "time", "agree", (when,), ()),
        Facet("f7", "Where did the cabin hang?", "place", "agree", (where,), ()),
        Facet("f8", "Who led the rescue?", "person", "agree", (leader,), ()),
    ]


def _rows(facet: Facet, answers: Mapping[str, tuple[str | None, str | None]]) -> tuple[SeriesRow, ...]:
    """The facet's mentions as rows; ``answers`` gives their as-of time and side, by report."""
    given = [(variant, mention) for variant in facet.variants for mention in variant.mentions]
    return tuple(
        SeriesRow(
            low=float((variant.value or "").split("-")[0]),
            high=float(end) if (end := (variant.value or "").split("-")[-1]) else None,
            bound="at least" if not end else "about" if "-" in (variant.value or "") else "exact",
            label=mention.answer,
            party=answers[mention.report][1],
            as_of=answers[mention.report][0],
            dated="report" if answers[mention.report][0] else "unknown",
            time=None if answers[mention.report][0] else "saturday",
            facet=facet.id,
            variant=variant.id,
            mention=mention,
        )
        for report in answers
        for variant, mention in given
        if mention.report == report
    )


def _series() -> tuple[Series, ...]:
    """Who was hurt: three sides, an open bound, an undated value; who was aboard: an interval, one hour and one day."""
    hurt = _rows(
        _hurt(),
        {
            "r3": ("2031-05-17T12:05:00Z", "an ambulance worker"),
            "r1": ("2031-05-17T15:10:00Z", "the hospital"),
            "r5": ("2031-05-17T15:10:00Z", "the drivers' union"),
            "r2": ("2031-05-18", "the hospital"),
            "r7": (None, "the hospital"),
        },
    )
    aboard = _rows(
        _aboard(),
        {"r3": ("2031-05-17T12:05:00Z", None), "r1": ("2031-05-17T15:10:00Z", None), "r2": ("2031-05-18", None)},
    )
    aboard = (replace(aboard[0], dated="before"), *aboard[1:])
    sides = ("the hospital", "an ambulance worker", "the drivers' union")
    return (
        Series("q1", _hurt().question, None, sides, hurt),
        Series("q2", _aboard().question, "passengers", (), aboard),
    )


def _reports() -> tuple[Report, ...]:
    credit = Credit("Northlight Agency", _find(TEXTS["r2"], "(Northlight)"), "(Northlight)")
    page = "saved/meridian-live.html"
    left_out = {
        "removed": (Removed('Follow us <img src=x onerror="window.pwned=5">', "a call to follow or share"),),
        "photo_credits": ("(Photo: Ione Marsh/Northlight)",),
        "doubts": ("Its date of publication is 2031-05-17, which is in the future: today is 2031-05-01.",),
    }
    return (
        _report("r1", AGENCY, byline="Joss Arden"),
        _report("r2", COURIER, credits=(credit,), published="2031-05-18", url=None),
        _report("r3", LEDGER, byline="Wren Tallis in Tervane", published="2031-05-17T12:05:00Z", **left_out),
        _report("r4", LEDGER, kind="live-entry", published="2031-05-17T14:41:00Z", updated="2031-05-17T14:55:00Z"),
        _report("r5", RADIO, input=page, url="javascript:window.pwned=4", byline="<i>Staff</i>"),
        _report("r6", DIARIO),
        _report("r7", RADIO, input=page, kind="summary", published=None),
    )


def _fares() -> Change:
    """A number that the copy has otherwise."""
    quotes = tuple(f"Ropeways raised its fares by {value} last month." for value in ("a tenth", "a fifth"))
    first, second = _find(TEXTS["r1"], quotes[0]), _find(TEXTS["r2"], quotes[1])
    reason = "The sentences differ in this number only"
    return Change(("r1", "r2"), (first, second), (quotes[0], quotes[1]), ("a tenth", "a fifth"), reason)


def _origins(ids: Sequence[str]) -> tuple[Origin, ...]:
    links = (
        Link(("r1", "r2"), "credit", 1.0, "(Northlight)"),
        Link(
            ("r1", "r2"),
            "verbatim",
            0.98,
            "A cable car carrying 41 people stopped above the town of Tervane on Saturday",
            "The credit names Northlight Agency, whose report is the earlier one.",
            "r1",
            0.9,
        ),
        Link(("r1", "r7"), "rewrite", 0.3, "were", "Most of its words stand there in the same order."),
    )
    first = Origin("o1", "Northlight Agency", ("r1", "r2"), links, ("r7",), (_fares(),))
    return (first, *(Origin(f"o{n}", None, (id,)) for n, id in enumerate(ids, 2)))


def sample() -> Breakdown:
    """The breakdown.  Every quote is the words at its span; order is as the core gives it."""
    story = Story(
        "s1",
        "Cable car stops above Tervane",
        ("r1", "r2", "r3", "r4", "r5", "r7"),
        (_hurt(), _cause(), _down(), _aboard(), _closed(), *_agreed()),
        (
            _exclusive("r1", "Ropeways raised its fares by a tenth last month"),
            _exclusive("r3", "A school choir was among those stuck and sang to pass the time"),
            _exclusive("r4", "The town council has opened the sports hall with soup and blankets"),
            _exclusive("r5", "nobody had told them what was going on"),
        ),
        series=_series(),
    )
    problem = Problem(
        "saved/evening-post.pdf", None, "a PDF file is not text", "Save the page as HTML or as plain text."
    )
    return Breakdown(_reports(), _origins(["r3", "r4", "r5", "r6", "r7"]), (story,), (problem,))
