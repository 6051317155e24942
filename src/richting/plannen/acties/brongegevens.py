"""What a register already knows, passed on by the party that may use it. Clausule 5.10, 5.11, 8.2.

It answers nothing by itself: the screening shows it with its source and day, to confirm or correct.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.antwoorden import als_json
from richting.akkoord.plan.feiten import Antwoord
from richting.akkoord.plan.vragenlijst import Vraag, check_antwoord
from richting.akkoord.plan.woorden import Antwoordbron
from richting.akkoord.woorden import Gegevenscategorie
from richting.kern.context import Wie
from richting.kern.werk import Werk
from richting.partijen.fouten import KanNiet
from richting.plannen.acties.actiedelen import check_planpartij
from richting.plannen.acties.basis import leg_vast, planwerk, vergrendeld
from richting.plannen.botsing import ondertekend
from richting.plannen.models import Brongegeven
from richting.plannen.vragenlijsten import nieuwste

PLAN = Gegevenscategorie.PLAN.value
SOORT = "brongegeven_ontvangen"


def geef_door(
    wie: Wie, dossier: UUID, register: str, peildatum: date, gegevens: Mapping[str, Antwoord]
) -> list[Brongegeven]:
    """Pass on what a register said on a day; the rows that stand now, one per question.

    Sending it again changes nothing, and what is older does not replace what is newer. Raises
    NietToegestaan without a ground for every life area, KanNiet for a question or answer that does
    not fit, or a day that lies ahead.
    """
    check_planpartij(wie)
    if peildatum > wie.vandaag:
        raise KanNiet("peildatum", _("De dag van het register ligt in de toekomst."))
    vragen = {code: _vraag(wie, code, antwoord) for code, antwoord in gegevens.items()}
    categorieen = {vraag.leefgebied.categorie.value for vraag in vragen.values()}
    with planwerk(wie, dossier, *categorieen) as werk:
        return [
            _zet(werk, dossier, vraag, register.strip(), _van_register(gegevens[code], peildatum))
            for code, vraag in sorted(vragen.items())
        ]


def trek_in(wie: Wie, dossier: UUID, nummer: UUID, reden: str) -> None:
    """Take back what was passed on by mistake. Raises NietToegestaan for another desk's."""
    check_planpartij(wie)
    with planwerk(wie, dossier, PLAN) as werk:
        rij = vergrendeld(Brongegeven, dossier, nummer)
        if rij.loket != wie.loket:
            raise KanNiet("niet_van_u", _("Alleen het loket dat dit doorgaf, kan het intrekken."))
        voor = {"vraag": rij.vraag, "register": rij.register, "antwoord": rij.antwoord}
        werk.noteer(dossier, "brongegeven_ingetrokken", rij.categorie, voor=voor, reden=reden)
        rij.delete()


def _vraag(wie: Wie, code: str, antwoord: Antwoord) -> Vraag:
    vraag = nieuwste(wie.vandaag).vraag(code)
    if vraag is None:
        raise KanNiet("vraag", _("Deze vraag staat niet in de vragenlijst."))
    try:
        check_antwoord(vraag, antwoord)
    except ValueError as fout:
        raise KanNiet("antwoord", _(str(fout))) from fout
    return vraag


def _van_register(antwoord: Antwoord, peildatum: date) -> Antwoord:
    return replace(antwoord, bron=Antwoordbron.REGISTRATIE, peildatum=peildatum)


def _zet(werk: Werk, dossier: UUID, vraag: Vraag, register: str, antwoord: Antwoord) -> Brongegeven:
    waarde = als_json({vraag.code: antwoord})[vraag.code]
    eigen = {"vraag": vraag.code, "register": register}
    staand = Brongegeven.objects.filter(dossier=dossier, **eigen).first()
    categorie = vraag.leefgebied.categorie.value
    velden = {"antwoord": waarde, "peildatum": antwoord.peildatum}
    if staand is None:
        return leg_vast(werk, Brongegeven, dossier, categorie, SOORT, **eigen, **velden)
    if antwoord.peildatum and antwoord.peildatum > staand.peildatum:
        voor = {**eigen, "antwoord": staand.antwoord}
        staand.antwoord, staand.peildatum = waarde, antwoord.peildatum
        staand.versie += 1
        ondertekend(staand, werk.wie)
        staand.save()
        werk.noteer(dossier, SOORT, categorie, voor=voor, na={**eigen, "antwoord": waarde})
    return staand
