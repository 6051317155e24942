"""Requests to another municipality to receive somebody: when open, and what acceptance makes.

An accepted request makes a municipality of settlement; one that is open, refused or taken back
makes none.
"""

from __future__ import annotations

from collections.abc import Iterator

from richting.akkoord.feiten import Feiten, Gemeenteband, Verzoek
from richting.akkoord.periode import Periode, periode, vroegste
from richting.akkoord.woorden import GemeenteRol, Verzoekantwoord


def in_behandeling(verzoek: Verzoek) -> Periode | None:
    """From the request until its answer or withdrawal; asking for more is no answer.

    Clausule 5.7, 6.4.
    """
    beantwoord = verzoek.antwoord not in (None, Verzoekantwoord.MEER_NODIG)
    antwoord_op = verzoek.antwoord_op if beantwoord else None
    return periode(verzoek.gevraagd_op, vroegste(antwoord_op, verzoek.ingetrokken_op))


def aanvaarde_banden(feiten: Feiten) -> Iterator[Gemeenteband]:
    """The municipalities that accepted, as bands of settlement, until taken back. Clausule 5.7."""
    for verzoek in feiten.verzoeken:
        if verzoek.antwoord == Verzoekantwoord.AANVAARD and verzoek.antwoord_op:
            vanaf = max(verzoek.gevraagd_op, verzoek.antwoord_op)
            yield Gemeenteband(
                verzoek.gemeente, GemeenteRol.VESTIGING, vanaf, verzoek.ingetrokken_op
            )
