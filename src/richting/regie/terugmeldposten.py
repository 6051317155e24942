"""A datum that was sent back, as a post of its source. Clausule 5.4."""

from __future__ import annotations

from collections import defaultdict

from django.utils import timezone

from richting.akkoord.posten import Post
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Gegevenscategorie
from richting.regie.models import Terugmelding
from richting.regie.posten import TERUGMELDING, Posten, Postenbron, Postvraag, registreer

ZIN = _("Een andere partij zegt dat een gegeven niet klopt. Geef antwoord.")


def maak(vraag: Postvraag) -> Posten:
    """What was sent back and has no answer yet. One query."""
    uit: Posten = defaultdict(list)
    for rij in Terugmelding.objects.filter(dossier__in=vraag.feiten, antwoord=""):
        uit[rij.dossier_id].append(
            Post(
                soort="terugmelding",
                sleutel=f"terugmelding:{rij.pk}",
                loket=rij.aan_id,
                uiterlijk=rij.uiterlijk,
                sinds=timezone.localtime(rij.gemaakt_op).date(),
                zin=ZIN,
                bron=Bron("aanname", "antwoord_werkdagen"),
                categorie=Gegevenscategorie(rij.categorie),
                wachter=rij.loket_id,
                pagina="regie:klopt_niet",
            )
        )
    return uit


def meld_aan() -> None:
    """Add this source; running it twice changes nothing."""
    registreer(Postenbron("terugmeldingen", maak, tabellen=(TERUGMELDING,)))
