"""The English translation: collect the Dutch texts, compile, check.

The Dutch text itself is the key. Texts are found in Python (`gettext` and its kin) and in the
templates, without GNU gettext on the machine. `werk_bij` writes the list, `compileer` makes what
Django reads, `controleer` fails when a text has no English or the list is stale.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import django
import polib
from babel.messages.extract import extract_python
from django.conf import settings

WORTEL = Path(__file__).resolve().parents[1]
BRON = WORTEL / "src" / "richting"
LIJST = BRON / "locale" / "en" / "LC_MESSAGES" / "django.po"
SLEUTELWOORDEN = ("_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext")
PLAATSHOUDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
AANROEP = re.compile(
    r"""\bn?p?gettext\((?:[^()"']|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')*\)""", re.DOTALL
)
"""A call in what Django makes of a template; the rest of it is filler that is no Python."""
Sleutel = tuple[str, str, str]
"""Context, text, and text in the plural."""


def teksten() -> dict[Sleutel, set[str]]:
    """Every text of the screens and the files it stands in."""
    gevonden: dict[Sleutel, set[str]] = {}
    for pad in sorted([*BRON.rglob("*.py"), *BRON.rglob("*.html")]):
        plek = pad.relative_to(WORTEL).as_posix()
        for sleutel in _uit(pad):
            gevonden.setdefault(sleutel, set()).add(plek)
    return gevonden


def _uit(pad: Path) -> Iterator[Sleutel]:
    code = pad.read_text(encoding="utf-8")
    if pad.suffix == ".html":
        from django.utils.translation.template import templatize

        code = "\n".join(AANROEP.findall(templatize(code)))
    lezer = io.BytesIO(code.encode())
    for _regel, functie, tekst, _uitleg in extract_python(lezer, SLEUTELWOORDEN, [], {}):
        delen = [deel for deel in (tekst if isinstance(tekst, tuple) else (tekst,)) if deel]
        if not delen:
            continue
        if functie == "pgettext":
            yield delen[0], delen[1], ""
        elif functie.startswith("ngettext"):
            yield "", delen[0], delen[1]
        else:
            yield "", delen[0], ""


def _lijst() -> polib.POFile:
    if LIJST.exists():
        return polib.pofile(str(LIJST), wrapwidth=99)
    lijst = polib.POFile(wrapwidth=99)
    lijst.metadata = {
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    return lijst


def _sleutel(regel: polib.POEntry) -> Sleutel:
    return regel.msgctxt or "", regel.msgid, regel.msgid_plural or ""


def werk_bij() -> int:
    """Bring the list in line with the code; what is translated stays."""
    gevonden = teksten()
    bestaand = {_sleutel(regel): regel for regel in _lijst()}
    nieuw = _lijst()
    nieuw.clear()
    for sleutel in sorted(gevonden, key=lambda s: (s[1].casefold(), s)):
        context, tekst, meervoud = sleutel
        regel = bestaand.get(sleutel) or polib.POEntry(
            msgctxt=context or None, msgid=tekst, msgid_plural=meervoud
        )
        if meervoud and not regel.msgstr_plural:
            regel.msgstr_plural = {0: "", 1: ""}
        regel.occurrences = [(plek, "") for plek in sorted(gevonden[sleutel])]
        nieuw.append(regel)
    LIJST.parent.mkdir(parents=True, exist_ok=True)
    nieuw.save(str(LIJST))
    open_ = [regel for regel in nieuw if not regel.translated()]
    print(f"{len(nieuw)} teksten, {len(open_)} nog te vertalen.")
    return 0


def compileer() -> int:
    """Write the compiled list beside the readable one."""
    if LIJST.exists():
        _lijst().save_as_mofile(str(LIJST.with_suffix(".mo")))
    return 0


def controleer() -> int:
    """Name every text without English, every stale one and every lost placeholder."""
    gevonden, lijst = set(teksten()), list(_lijst())
    bekend = {_sleutel(regel) for regel in lijst}
    fouten = [f"staat niet in de vertaallijst: {s[1]!r}" for s in sorted(gevonden - bekend)]
    fouten += [f"komt niet meer voor: {s[1]!r}" for s in sorted(bekend - gevonden)]
    for regel in lijst:
        if not regel.translated():
            fouten.append(f"niet vertaald: {regel.msgid!r}")
        elif not regel.msgid_plural and _houders(regel.msgid) != _houders(regel.msgstr):
            fouten.append(f"andere plaatshouders: {regel.msgid!r}")
    for fout in fouten:
        print(fout)
    if fouten:
        print(
            f"{len(fouten)} fouten. Doe `make vertalingen` en vul {LIJST.relative_to(WORTEL)} aan."
        )
    return 1 if fouten else 0


def _houders(tekst: str) -> list[str]:
    return sorted(PLAATSHOUDER.findall(tekst))


OPDRACHTEN = {"werk_bij": werk_bij, "compileer": compileer, "controleer": controleer}

if __name__ == "__main__":
    settings.configure(USE_I18N=True)
    django.setup()
    sys.exit(OPDRACHTEN[sys.argv[1]]())
