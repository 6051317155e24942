"""What the words of the plan are called on the screen and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from richting.akkoord.plan.vijf_antwoorden import Antwoordcel
from richting.akkoord.plan.woorden import Leefgebied
from richting.plannen.woorden import (
    Factoraard,
    Gespreksvorm,
    Instemmingsantwoord,
    Lot,
    Motivatiestand,
    Planvraagsoort,
)

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

LEEFGEBIEDEN: dict[Leefgebied, _StrOrPromise] = {
    Leefgebied.ONDERDAK: _("Onderdak"),
    Leefgebied.INKOMEN: _("Werk, inkomen en dagbesteding"),
    Leefgebied.SCHULDEN: _("Schulden"),
    Leefgebied.IDENTITEIT: _("Identiteitsbewijs"),
    Leefgebied.ZORG: _("Zorg en verzekering"),
    Leefgebied.NETWERK: _("Sociaal netwerk"),
    Leefgebied.MOTIVATIE: _("Gedrag en motivatie"),
}
PLANVRAGEN: dict[Planvraagsoort, _StrOrPromise] = {
    Planvraagsoort.BEHOEFTE: _("Wat heeft deze persoon nodig?"),
    Planvraagsoort.VEILIGHEID: _("Wat is nodig voor de veiligheid van anderen?"),
    Planvraagsoort.AANBOD: _("Wat bieden de partijen aan?"),
}
MOTIVATIES: dict[Motivatiestand, _StrOrPromise] = {
    Motivatiestand.WIL_NIET: _("Wil nu niet"),
    Motivatiestand.TWIJFELT: _("Twijfelt"),
    Motivatiestand.WIL: _("Wil wel"),
    Motivatiestand.DOET: _("Is er zelf mee bezig"),
    Motivatiestand.ONBEKEND: _("Onbekend"),
}
FACTOREN: dict[Factoraard, _StrOrPromise] = {
    Factoraard.BESCHERMEND: _("Helpt"),
    Factoraard.RISICO: _("Is een risico"),
}
LOTEN: dict[Lot, _StrOrPromise] = {
    Lot.ONBESLIST: _("Nog niet besloten"),
    Lot.VOORTGEZET: _("Gaat door"),
    Lot.GEPAUZEERD: _("Staat stil tot na het verblijf"),
    Lot.BEEINDIGD: _("Is gestopt"),
}
GESPREKSVORMEN: dict[Gespreksvorm, _StrOrPromise] = {
    Gespreksvorm.SAMEN: _("Samen in één ruimte"),
    Gespreksvorm.BEELDBELLEN: _("Beeldbellen"),
    Gespreksvorm.TELEFOON: _("Telefoon"),
    Gespreksvorm.SCHRIFTELIJK: _("Op papier"),
}
INSTEMMINGEN: dict[Instemmingsantwoord, _StrOrPromise] = {
    Instemmingsantwoord.EENS: _("Is het eens met het plan"),
    Instemmingsantwoord.ONEENS: _("Is het niet eens met het plan"),
    Instemmingsantwoord.KON_NIET: _("Kon geen antwoord geven"),
    Instemmingsantwoord.WEIGERT: _("Wil geen antwoord geven"),
}
CELLEN: dict[Antwoordcel, _StrOrPromise] = {
    Antwoordcel.VOORTGEZET: _("Wat gaat door?"),
    Antwoordcel.GESTART: _("Wat begint?"),
    Antwoordcel.VERVOLG: _("Wat volgt na het verblijf?"),
    Antwoordcel.WIE_DOET_WAT: _("Wie doet wat?"),
    Antwoordcel.WIE_REGISSEERT: _("Wie heeft de regie?"),
}
