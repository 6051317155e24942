"""What the codes of a stay are called on the screen: no code reaches a reader."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from richting.akkoord.woorden import Eindereden, Fase, GemeenteRol, SoortPlaats, Titel

PLAATSEN = {
    SoortPlaats.PI: _("gevangenis"),
    SoortPlaats.PPC: _("psychiatrisch centrum (PPC)"),
    SoortPlaats.FPC: _("forensische kliniek"),
    SoortPlaats.ZORGINSTELLING: _("zorginstelling"),
    SoortPlaats.JJI: _("jeugdinrichting"),
    SoortPlaats.POLITIECEL: _("politiecel"),
    SoortPlaats.BUITEN_FASERING: _("buiten, onder toezicht"),
    SoortPlaats.BUITEN_ONGESCHIKT: _("buiten, detentie kan niet"),
    SoortPlaats.VERLOF: _("met verlof"),
    SoortPlaats.VOORTVLUCHTIG: _("voortvluchtig"),
}
TITELS = {
    Titel.VOORLOPIGE_HECHTENIS: _("voorlopige hechtenis"),
    Titel.INVERZEKERINGSTELLING: _("inverzekeringstelling"),
    Titel.GEVANGENISSTRAF: _("gevangenisstraf"),
    Titel.HECHTENIS: _("hechtenis"),
    Titel.VERVANGENDE_HECHTENIS: _("vervangende hechtenis"),
    Titel.GIJZELING: _("gijzeling"),
    Titel.ISD: _("ISD-maatregel"),
    Titel.TBS_VERPLEGING: _("tbs met dwangverpleging"),
    Titel.TBS_VOORWAARDEN_OPNAME: _("tbs met voorwaarden, met opname"),
    Titel.JEUGDDETENTIE: _("jeugddetentie"),
    Titel.PIJ: _("PIJ-maatregel"),
    Titel.VREEMDELINGENBEWARING: _("vreemdelingenbewaring"),
    Titel.ONBEKEND: _("nog onbekend"),
}
EINDEREDENEN = {
    Eindereden.EINDE_STRAF: _("einde van de straf"),
    Eindereden.SCHORSING: _("schorsing"),
    Eindereden.OPHEFFING: _("opheffing"),
    Eindereden.VOORWAARDELIJKE_INVRIJHEIDSTELLING: _("voorwaardelijke invrijheidstelling"),
    Eindereden.EINDVERLOF: _("eindverlof"),
    Eindereden.OVERLIJDEN: _("overlijden"),
    Eindereden.ONTVLUCHTING_DEFINITIEF: _("niet teruggekeerd na ontvluchting"),
    Eindereden.OVERDRACHT_BUITENLAND: _("overgedragen aan het buitenland"),
    Eindereden.VRIJSPRAAK: _("vrijspraak"),
    Eindereden.RECHTERLIJKE_BESLISSING: _("beslissing van de rechter"),
    Eindereden.ONBEKEND: _("reden niet bekend"),
}
ROLLEN = {
    GemeenteRol.INGEZETENE: _("ingeschreven"),
    GemeenteRol.FEITELIJK_VERBLIJF: _("verbleef hier het meest"),
    GemeenteRol.VESTIGING: _("wil hier wonen"),
}
AANVAARD = _("heeft aanvaard dat deze persoon hier gaat wonen")
FASEN = {
    Fase.VOOR: _("Voor het verblijf"),
    Fase.BINNEN: _("Binnen"),
    Fase.BUITEN_ONDER_TITEL: _("Buiten onder titel"),
    Fase.NA: _("Na het verblijf"),
}
KENMERKEN = {"skn": _("SKN"), "parketnummer": _("Parketnummer")}
VRAGEN = {
    "geboortedatum": _("geboortedatum"),
    "verblijfsstatus": _("verblijfsstatus"),
    "gemeente": _("gemeente van terugkeer"),
    "titel": _("titel"),
    "jeugdinrichting": _("jeugdinrichting"),
}
WAT_TE_DOEN = {
    "geboortedatum": _("Controleer het identiteitsbewijs."),
    "verblijfsstatus": _("Controleer de verblijfsstatus in de basisregistratie of bij de IND."),
    "gemeente": _("Vraag de persoon waar hij of zij woonde en wil wonen."),
    "titel": _("Kijk in de stukken van de rechter of het Openbaar Ministerie."),
    "jeugdinrichting": _("Kijk waar de persoon is geplaatst."),
}
"""What may answer an open question; the answer itself comes in with the next message."""
