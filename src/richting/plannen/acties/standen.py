"""Departing from the standing that the rule gives, with a reason that all see. Clausule 8.7."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from richting.akkoord.plan.woorden import Leefgebied, Standwaarde
from richting.dossiers.models import Dossier
from richting.kern.context import Wie
from richting.kern.werk import Werk
from richting.partijen.fouten import KanNiet
from richting.plannen.acties.actiedelen import check_planpartij
from richting.plannen.acties.basis import leg_vast, planwerk, rijwerk
from richting.plannen.botsing import Botsing, Veldverschil, check_niet_ouder, ondertekend
from richting.plannen.models import Standafwijking

NIET_BEEINDIGD = 1
"""The version of a departure that stands: it is made once and ended once."""
DOOR_WIE = ("loket", "medewerker", "door")


def wijk_af(
    wie: Wie,
    dossier: UUID,
    gebied: Leefgebied,
    stand: Standwaarde,
    reden: str,
    *,
    op_ontslag: bool = False,
    vorige: UUID | None = None,
) -> Standafwijking:
    """From now on this counts and not what the rule says, until the departure ends.

    `vorige` is the departure that stood on the screen; this one takes its place. Raises
    NietToegestaan, KanNiet without a reason, and Botsing when another departure was made meanwhile.
    """
    check_planpartij(wie)
    with planwerk(wie, dossier, gebied.categorie.value) as werk:
        if not reden.strip():
            raise KanNiet("geen_reden", _("Vul een reden in."))
        staat = _geldend(dossier, gebied, op_ontslag)
        if staat is not None and staat.pk != vorige:
            raise Botsing(staat, (Veldverschil("stand", staat.stand, stand.value),))
        if staat is not None:
            _beeindig(werk, staat)
        return leg_vast(
            werk,
            Standafwijking,
            dossier,
            gebied.categorie.value,
            "stand_afgeweken",
            leefgebied=gebied.value,
            op_ontslag=op_ontslag,
            stand=stand.value,
            reden=reden.strip(),
        )


def beeindig_afwijking(
    wie: Wie, dossier: UUID, nummer: UUID, versie: int = NIET_BEEINDIGD
) -> Standafwijking:
    """The rule counts again; ending twice changes nothing.

    Raises NietToegestaan, and Botsing for a version that cannot have been read.
    """
    check_planpartij(wie)
    with rijwerk(wie, Standafwijking, dossier, nummer) as (werk, rij):
        if rij.beeindigd_op is not None:
            return rij
        check_niet_ouder(rij, versie, {"beeindigd_op": wie.nu})
        _beeindig(werk, rij)
        wat = {"leefgebied": rij.leefgebied, "op_ontslag": rij.op_ontslag, "stand": rij.stand}
        werk.noteer(dossier, "stand_volgt_regel", rij.categorie, voor=wat)
        return rij


def _geldend(dossier: UUID, gebied: Leefgebied, op_ontslag: bool) -> Standafwijking | None:
    Dossier.objects.select_for_update(no_key=True).get(pk=dossier)  # one departure at a time
    rijen = Standafwijking.objects.select_for_update().filter(
        dossier=dossier, leefgebied=gebied, op_ontslag=op_ontslag, beeindigd_op=None
    )
    return rijen.first()


def _beeindig(werk: Werk, rij: Standafwijking) -> None:
    rij.beeindigd_op = werk.wie.nu
    rij.versie += 1
    ondertekend(rij, werk.wie)
    rij.save(update_fields=["beeindigd_op", "versie", "gewijzigd_op", *DOOR_WIE])
