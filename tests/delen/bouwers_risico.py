"""A row in every table of the mark and the table of art. 18b, whatever the facts say."""

from __future__ import annotations

from richting.dossiers.models import Dossier, Handmarkering
from richting.kern import klok
from richting.meldingen.models import Risicoafspraak, Risicobijdrage, Risicotafel
from richting.partijen.models import Loket

RISICOTABELLEN: dict[str, tuple[str, ...]] = {
    "dossiers_handmarkering": ("risico",),
    "meldingen_risicotafel": ("risico",),
    "meldingen_risicobijdrage": ("risico",),
    "meldingen_risicoafspraak": ("risico",),
}
"""Each table with one row that counts, and the category that opens it."""
RISICO_MET_ID = frozenset(RISICOTABELLEN) - {"dossiers_handmarkering"}
"""Tables with a key of their own."""


def maak_risicorijen(dossier: Dossier) -> None:
    """One row in every table that counts; and what no desk reads: a table that lapsed, with what
    was shared and agreed there, and something that was taken back."""
    nu = klok.nu()
    loket = Loket.objects.order_by("pk").first()
    Handmarkering.objects.create(
        dossier=dossier, vanaf=dossier.begin, gezet_op=nu, besloten_op=dossier.begin
    )
    basis = {"dossier": dossier, "vanaf": dossier.begin, "geopend_op": dossier.begin}
    nu_tafel = Risicotafel.objects.create(**basis)
    oude_tafel = Risicotafel.objects.create(**basis, vervallen_op=nu)
    gedeeld = {"dossier": dossier, "loket": loket, "soort": "feit", "gedeeld_op": nu}
    Risicobijdrage.objects.create(tafel=nu_tafel, **gedeeld)
    Risicobijdrage.objects.create(tafel=nu_tafel, ingetrokken_op=nu, **gedeeld)
    Risicobijdrage.objects.create(tafel=oude_tafel, **gedeeld)
    for tafel in (nu_tafel, oude_tafel):
        Risicoafspraak.objects.create(
            tafel=tafel,
            dossier=dossier,
            wat="proef",
            eigenaar=loket,
            uiterlijk=dossier.begin,
            gemaakt_door=loket,
            gemaakt_op=nu,
        )
