"""Where a rule comes from, in words: a clause, an article, how DJI works, or an assumption."""

from __future__ import annotations

from django.utils.translation import gettext as _

from richting.akkoord import aannames
from richting.akkoord.uitkomst import Bron


def in_woorden(bron: Bron) -> str:
    """The source of a rule as a reader knows it. An unknown assumption is just called one."""
    if bron.soort == "clausule":
        return _("akkoord, {nummer}").format(nummer=bron.verwijzing)
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
