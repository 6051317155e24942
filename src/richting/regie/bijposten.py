"""What a BIJ message asks of the mayor's desk: confirm that it came, and answer. Clausule 6.5.

In the compartment `bij`: no other desk sees these posts, nor waits for them. When a message is
destroyed, what the ladder and the putting off kept of it goes too.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy

from richting.akkoord.aannames import Aannames
from richting.akkoord.bijberichten import antwoord_voor, ontvangst_voor
from richting.akkoord.posten import Post
from richting.akkoord.taal import vertaalbaar as _
from richting.akkoord.uitkomst import Bron
from richting.akkoord.woorden import Gegevenscategorie
from richting.kern.gebeurtenissen import Wijzigingen, bij_wijziging
from richting.kern.werk import Werk
from richting.meldingen.models import Bijbericht, Bijversie
from richting.regie.ladderwoorden import registreer_soort
from richting.regie.models import Herinnering, Uitstel
from richting.regie.posten import Posten, Postenbron, Postvraag, registreer

ONTVANGST, ANTWOORD = "bij_ontvangst", "bij_antwoord"
PAGINA = "meldingen:bij_bericht"
ZINNEN = {
    ONTVANGST: _("Bevestig de ontvangst van bestuurlijke informatie (BIJ)."),
    ANTWOORD: _("Zeg of de burgemeester een maatregel neemt, en of de informatie bruikbaar was."),
}
BRONNEN = {
    ONTVANGST: Bron("aanname", "bij_ontvangst_werkdagen"),
    ANTWOORD: Bron("aanname", "bij_antwoord_werkdagen"),
}
SOORTEN = frozenset(
    {
        "bij_verstrekt",
        "bij_gewijzigd",
        "bij_beeindigd",
        "bij_ontvangen",
        "bij_beantwoord",
        "bij_afgehandeld",
        "bij_verwijderd",
        "bij_vernietigd",
    }
)
WEG = frozenset({"bij_verwijderd", "bij_vernietigd"})


def meld_aan() -> None:
    """Register the source and its names; running it twice changes nothing."""
    registreer(Postenbron("bij", maak, SOORTEN, ("meldingen_bijbericht",)))
    registreer_soort(ONTVANGST, gettext_lazy("de ontvangst van een bericht bevestigen"))
    registreer_soort(ANTWOORD, gettext_lazy("antwoorden op een bericht"))
    bij_wijziging(ruim_op)


def maak(vraag: Postvraag) -> Posten:
    """The posts of the messages of these dossiers that run. One query. Clausule 6.5."""
    uit: Posten = {}
    rijen = Bijversie.objects.filter(
        dossier__in=list(vraag.feiten), bericht__beeindigd_op=None, verwijderd_op=None
    )
    for versie in rijen.select_related("bericht").order_by("pk"):
        if versie.versie == versie.bericht.versie:
            uit.setdefault(versie.dossier_id, []).extend(_van(versie, vraag.aannames))
    return uit


def _van(versie: Bijversie, aannames: Aannames) -> list[Post]:
    rij, sinds = versie.bericht, _dag(versie.verstrekt_op)
    ontvangen = rij.ontvangen_op if rij.ontvangen >= rij.versie else None
    beantwoord = rij.beantwoord_op if rij.beantwoord >= rij.versie else None
    return [
        _post(rij, ONTVANGST, sinds, ontvangst_voor(sinds, aannames), ontvangen),
        _post(rij, ANTWOORD, sinds, antwoord_voor(sinds, aannames), beantwoord),
    ]


def _post(
    rij: Bijbericht, soort: str, sinds: date, uiterlijk: date, gedaan: datetime | None
) -> Post:
    return Post(
        soort=soort,
        sleutel=f"{soort}:{rij.pk}:{rij.versie}",
        loket=rij.loket_id,
        uiterlijk=uiterlijk,
        sinds=sinds,
        zin=ZINNEN[soort],
        bron=BRONNEN[soort],
        categorie=Gegevenscategorie.BIJ,
        pagina=PAGINA,
        delen=(str(rij.pk),),
        gedaan_op=_dag(gedaan) if gedaan else None,
    )


def ruim_op(werk: Werk, wijzigingen: Wijzigingen) -> None:
    """Forget what was kept of posts of messages that went. Clausule 6.5."""
    for dossier, gebeurtenissen in wijzigingen.items():
        berichten = {g.na["bericht"] for g in gebeurtenissen if g.soort in WEG}
        for bericht in sorted(berichten):
            _ruim(dossier, bericht)


def _ruim(dossier: UUID, bericht: str) -> None:
    for soort in (ONTVANGST, ANTWOORD):
        for model in (Herinnering, Uitstel):
            rijen = model._default_manager.filter(
                dossier=dossier, sleutel__startswith=f"{soort}:{bericht}:"
            )
            rijen.delete()


def _dag(moment: datetime) -> date:
    return timezone.localtime(moment).date()
