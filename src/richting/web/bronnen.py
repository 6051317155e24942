"""Where a rule comes from, in words: a clause, an article, how DJI works, or an assumption."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from richting.akkoord import aannames
from richting.akkoord.uitkomst import Bron

ARTIKEL = re.compile(r"^(.*?[^.]) (\d\S*.*)$")
"""A law and its article as a rule names them: "Wgs 4"; who wrote "art." meant it so already."""


def in_woorden(bron: Bron) -> str:
    """The source of a rule as a reader knows it. An unknown assumption is just called one."""
    if bron.soort == "clausule":
        return _("akkoord, {nummer}").format(nummer=bron.verwijzing)
    if bron.soort == "artikel":
        return ARTIKEL.sub(r"\1 art. \2", bron.verwijzing)
    if bron.soort != "aanname":
        return _(bron.verwijzing)
    try:
        return _("aanname: {wat}").format(wat=_(aannames.bron(bron.verwijzing)))
    except KeyError:
        return _("aanname")


def lees(tekst: str) -> Bron:
    """A source that was kept as text (`str(bron)`)."""
    soort, _spatie, verwijzing = tekst.partition(" ")
    return Bron(soort, verwijzing)  # type: ignore[arg-type]
