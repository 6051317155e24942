"""A case at a Zorg- en Veiligheidshuis over the API: read, bring in, end. Clausule 1.5."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Router, Schema

from richting.dossiers.models import Dossier
from richting.partijen.machine import Machineverzoek
from richting.regie.acties.veiligheidshuis import beeindig, breng_in
from richting.regie.api_regie import Dag, In, RegieGedaanUit, Tekst, lees, schrijf, voorbeeld
from richting.regie.overzichten.veiligheidshuis import Inbrengbeeld, huisbeeld

router = Router(tags=["regie"])


class HuisinbrengUit(Schema):
    """One bringing in; `tot` is the first day without, `door` null when a message told of it."""

    code: str
    vanaf: date
    tot: date | None
    door: str | None
    reden: str
    eindeReden: str
    geldt: bool


class HuisinbrengenUit(Schema):
    """The one that counts first, then those of before."""

    inbrengen: list[HuisinbrengUit]


class HuisinbrengIn(In):
    """At which house, from which day, and why."""

    code: Tekst
    vanaf: Dag
    reden: Tekst


class HuisinbrengeindeIn(In):
    """Which bringing in ends, the first day without, and why."""

    code: Tekst
    vanaf: Dag
    tot: Dag
    reden: Tekst


@router.get(
    "/dossiers/{uuid:dossier}/inbrengen",
    operation_id="leesInbrengen",
    summary="Vraag of de zaak bij een Zorg- en Veiligheidshuis is ingebracht",
    description="Eerst wat nu geldt, daarna wat eerder was.",
    response=HuisinbrengenUit,
)
def lees_inbrengen(request: Machineverzoek, dossier: UUID) -> Any:
    """How it stands. Clausule 1.5."""

    def beeld(rij: Dossier) -> dict[str, Any]:
        gezien = huisbeeld(rij, request.wie.vandaag)
        nu = [_uit(gezien.nu, geldt=True)] if gezien.nu else []
        return {"inbrengen": nu + [_uit(een, geldt=False) for een in gezien.eerder]}

    return lees(request, dossier, beeld)


@router.post(
    "/dossiers/{uuid:dossier}/inbrengen",
    operation_id="brengZaakIn",
    summary="Breng de zaak in bij een Zorg- en Veiligheidshuis",
    description="Het huis krijgt de procesregie en een grond. 409 als de zaak al ergens ligt.",
    response=RegieGedaanUit,
    openapi_extra=voorbeeld(code="ZVH-UTRECHT", vanaf="2027-01-11", reden="Zorg en veiligheid"),
)
def breng_zaak_in(request: Machineverzoek, dossier: UUID, inhoud: HuisinbrengIn) -> Any:
    """Bring the case in. Clausule 1.5."""
    return schrijf(lambda: breng_in(request.wie, dossier, inhoud.code, inhoud.vanaf, inhoud.reden))


@router.post(
    "/dossiers/{uuid:dossier}/inbrengen/beeindigingen",
    operation_id="beeindigInbreng",
    summary="Beëindig de inbreng",
    description="Alleen wie inbracht of het huis. 409 als zij al eindigde of net veranderde.",
    response=RegieGedaanUit,
    openapi_extra=voorbeeld(
        code="ZVH-UTRECHT", vanaf="2027-01-11", tot="2027-02-15", reden="De zaak is rustig"
    ),
)
def beeindig_inbreng(request: Machineverzoek, dossier: UUID, inhoud: HuisinbrengeindeIn) -> Any:
    """End it. Clausule 1.5."""
    return schrijf(
        lambda: beeindig(request.wie, dossier, inhoud.code, inhoud.vanaf, inhoud.tot, inhoud.reden)
    )


def _uit(een: Inbrengbeeld, *, geldt: bool) -> dict[str, Any]:
    return {
        "code": een.wat.huis,
        "vanaf": een.wat.vanaf,
        "tot": een.wat.tot,
        "door": een.door or None,
        "reden": een.reden,
        "eindeReden": een.einde_reden,
        "geldt": geldt,
    }
