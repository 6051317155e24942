"""One group of messages in one transaction: what came before, apply in order, store once.

The stays of a group are locked in a fixed order before anything is read, so two processes with the
same message meet here: one applies, the other sees it done. Messages about different stays run as
one wave in a savepoint, and share statements. When one of them fails the wave is undone and each
runs in a savepoint of its own; what fails then goes to quarantine and leaves the others alone.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.db import IntegrityError, InterfaceError, OperationalError, connection
from django.db.models import Q

from richting.akkoord.woorden import Berichtsoort
from richting.berichten.models import Aanlevering, Bericht
from richting.berichten.organisaties import onbekende_codes
from richting.berichten.validatie import GeldigBericht, controleer_correctie
from richting.dossiers.acties import KanNietToegepast, Verwerkt, bereid_voor, verwerk_verblijf
from richting.dossiers.stand import Feitbericht
from richting.kern.context import Wie
from richting.kern.invoer import voeg_in
from richting.kern.werk import Werk, verwerking

logboek = logging.getLogger(__name__)
SLOT = """
SELECT pg_advisory_xact_lock(sleutel) FROM (
    SELECT DISTINCT hashtextextended(verblijf, 7201) AS sleutel FROM unnest(%s::text[]) verblijf
    ORDER BY 1
) stays
"""
OPEN = (Bericht.WACHT, Bericht.QUARANTAINE)
TOEGEPAST, WACHT, BUITEN = "toegepast", "wacht", "buiten_doelgroep"
STORING = "Het programma liep vast op dit bericht. Speel het later opnieuw af of meld de storing."


@dataclass
class Groep:
    """The state of one group while it is worked through.

    `laatste`: no second try will follow, so a collision with another process counts as a fault of
    its message; before that it is raised, and the whole group is tried again.
    """

    wie: Wie
    bron: str
    aanlevering: Aanlevering | None = None
    laatste: bool = True
    rijen: dict[str, Bericht] = field(default_factory=dict)
    wachtend: dict[str, list[Bericht]] = field(default_factory=dict)
    nieuw: list[Bericht] = field(default_factory=list)
    gewijzigd: dict[int, Bericht] = field(default_factory=dict)
    golf: dict[str, Bericht] = field(default_factory=dict)

    def laad(self, verblijven: Iterable[str], bericht_ids: Iterable[str]) -> None:
        """Lock the stays, then read what is known of these messages and what is still open."""
        sleutels = sorted(set(verblijven))
        with connection.cursor() as cursor:
            cursor.execute(SLOT, [[f"{self.bron}\x1f{sleutel}" for sleutel in sleutels]])
        gezocht = Q(bericht_id__in=set(bericht_ids)) | Q(verblijf__in=sleutels, status__in=OPEN)
        gevonden = Bericht.objects.filter(gezocht, bron=self.bron)
        for rij in sorted(gevonden, key=lambda r: (r.bron_tijd, r.bericht_id)):
            self.rijen[rij.bericht_id] = rij
            if rij.status in OPEN:
                self.wachtend.setdefault(rij.verblijf, []).append(rij)

    def neem_aan(self, bericht: GeldigBericht) -> tuple[Bericht, bool, bool]:
        """The row of this message, whether it is a repeat, and whether the content is the same."""
        afdruk = bericht.vingerafdruk(settings.SECRET_KEY)
        rij = self.rijen.get(bericht.bericht_id)
        if rij is not None:
            return rij, True, rij.vingerafdruk == afdruk
        rij = Bericht(
            bron=self.bron,
            bericht_id=bericht.bericht_id,
            soort=bericht.soort.value,
            bron_tijd=bericht.bron_tijd,
            verblijf=bericht.verblijf,
            vingerafdruk=afdruk,
            inhoud=bericht.inhoud,
            aanlevering=self.aanlevering,
            ontvangen_op=self.wie.nu,
        )
        self.rijen[rij.bericht_id] = rij
        self.nieuw.append(rij)
        self._sluit_aan(rij)
        return rij, False, True

    def _sluit_aan(self, rij: Bericht) -> None:
        """Put a message in the wave; one that others wait for, or that will not fit, goes alone."""
        if rij.verblijf in self.golf:
            self.rol_uit()
        if rij.verblijf in self.wachtend or onbekende_codes(rij.inhoud or {}):
            self.rol_uit()
            self.pas_toe(rij)
        else:
            self.golf[rij.verblijf] = rij

    def rol_uit(self) -> None:
        """Apply the wave: one message of each stay, in the order in which they came."""
        rijen, self.golf = list(self.golf.values()), {}
        if len(rijen) > 1 and self._samen(rijen):
            for rij in rijen:
                self._rond_af(rij, [])
        else:
            for rij in rijen:
                self.pas_toe(rij)

    def pas_toe(self, rij: Bericht) -> None:
        """Apply one message, with it those that waited for it, and then what did not fit before."""
        wachtend = [r for r in self.wachtend.pop(rij.verblijf, []) if r is not rij]
        samen = [rij, *(r for r in wachtend if r.status == Bericht.WACHT)]
        if not self._samen(samen):
            for een in samen:
                self._apart(een)
        self._rond_af(rij, wachtend)

    def _rond_af(self, rij: Bericht, wachtend: list[Bericht]) -> None:
        verblijf, rijen = rij.verblijf, [rij, *wachtend]
        self._probeer_opnieuw(rijen)
        geweigerd = next((r for r in rijen if r.status == Bericht.BUITEN_DOELGROEP), None)
        if geweigerd is not None:
            self._wis(verblijf, geweigerd)
        blijft = [r for r in rijen if r.status in OPEN]
        if blijft:
            self.wachtend[verblijf] = blijft
        for een in wachtend:
            self.merk(een)

    def sla_op(self) -> None:
        """Apply what is left of the wave; store the new rows and the rows that changed."""
        self.rol_uit()
        voeg_in(self.nieuw, met_sleutel=True)
        self.nieuw = []
        for rij in self.gewijzigd.values():
            rij.save()

    def merk(self, rij: Bericht) -> None:
        """Remember that a stored row changed."""
        if rij.pk is not None:
            self.gewijzigd[rij.pk] = rij

    def _probeer_opnieuw(self, rijen: Sequence[Bericht]) -> None:
        """As long as something was applied, try the rest again: its cause may be gone now."""
        while not any(r.status == Bericht.BUITEN_DOELGROEP for r in rijen):
            blijft = [r for r in rijen if r.status in OPEN]
            if len(blijft) == len(rijen):
                return
            for een in blijft:
                self._apart(een)
            rijen = blijft

    def _samen(self, rijen: Sequence[Bericht]) -> bool:
        """Apply all in one unit of work, so that a withdrawn stay is never told to anybody."""
        uitslagen: list[tuple[Bericht, Verwerkt]] = []
        buiten: set[str] = set()
        try:
            with verwerking(self.wie) as werk:
                bereid_voor(werk, self.bron, ((rij.verblijf, _als_feit(rij)) for rij in rijen))
                for rij in rijen:
                    if rij.verblijf in buiten:
                        continue
                    uitslag = self._verwerk(werk, rij)
                    uitslagen.append((rij, uitslag))
                    if uitslag.uitkomst == BUITEN:
                        buiten.add(rij.verblijf)
        except Exception as fout:
            if self._botst(fout):
                raise
            return False
        for rij, uitslag in uitslagen:
            _leg_vast(rij, uitslag, self.wie)
        return True

    def _apart(self, rij: Bericht) -> None:
        """Apply one on its own; what cannot be applied goes to quarantine with the reason."""
        try:
            with verwerking(self.wie) as werk:
                uitslag = self._verwerk(werk, rij)
        except KanNietToegepast as fout:
            _zet_vast(rij, fout.code, fout.zin)
        except Exception as fout:
            if self._botst(fout):
                raise
            logboek.exception("Bericht %s van %s loopt vast", rij.bericht_id, rij.bron)
            _zet_vast(rij, "storing", STORING)
        else:
            _leg_vast(rij, uitslag, self.wie)

    def _botst(self, fout: Exception) -> bool:
        """Not this message is at fault, but the database or another process."""
        if isinstance(fout, IntegrityError):
            return not self.laatste
        return isinstance(fout, (OperationalError, InterfaceError))

    def _verwerk(self, werk: Werk, rij: Bericht) -> Verwerkt:
        inhoud = rij.inhoud or {}
        self._controleer_betreft(rij, inhoud)
        uitslag = verwerk_verblijf(
            werk,
            _als_feit(rij),
            bron=rij.bron,
            verblijf=rij.verblijf,
            ontvangen_op=rij.ontvangen_op,
        )
        onbekend = onbekende_codes(inhoud) if uitslag.uitkomst == TOEGEPAST else ""
        if onbekend:
            raise KanNietToegepast("organisatie_onbekend", onbekend)
        return uitslag

    def _controleer_betreft(self, rij: Bericht, inhoud: dict[str, object]) -> None:
        betreft = inhoud.get("betreft")
        if not isinstance(betreft, str):
            return
        eerder = (
            self.rijen.get(betreft)
            or Bericht.objects.filter(bron=self.bron, bericht_id=betreft).first()
        )
        if eerder is None or not eerder.verblijf:
            return
        if eerder.verblijf != rij.verblijf:
            zin = "Het bericht waar dit over gaat, hoort bij een ander verblijf."
            raise KanNietToegepast("betreft_ander_verblijf", zin)
        velden = inhoud.get("velden")
        if isinstance(velden, dict) and eerder.soort != Berichtsoort.CORRECTIE:
            fouten = controleer_correctie(Berichtsoort(eerder.soort), velden)
            if fouten:
                zinnen = " ".join(f"{fout.veld}: {fout.zin}" for fout in fouten)
                raise KanNietToegepast("correctie_past_niet", zinnen)

    def _wis(self, verblijf: str, aanleiding: Bericht) -> None:
        """Keep nothing of a stay outside the target group, nor what came before. Clausule 3.8."""
        wissen = {
            "status": Bericht.BUITEN_DOELGROEP,
            "inhoud": None,
            "verblijf": "",
            "dossier_id": None,
            "reden_code": aanleiding.reden_code,
            "reden": aanleiding.reden,
            "toelichting": "",
        }
        Bericht.objects.filter(bron=self.bron, verblijf=verblijf).update(**wissen)
        for rij in self.rijen.values():
            if rij.verblijf == verblijf:
                for naam, waarde in wissen.items():
                    setattr(rij, naam, waarde)


def _als_feit(rij: Bericht) -> Feitbericht:
    soort = Berichtsoort(rij.soort)
    return Feitbericht(rij.bericht_id, soort, rij.bron_tijd, rij.inhoud or {})


def _leg_vast(rij: Bericht, uitslag: Verwerkt, wie: Wie) -> None:
    if uitslag.uitkomst == WACHT:
        rij.status, rij.reden_code, rij.reden = Bericht.WACHT, uitslag.code, uitslag.zin
        return
    rij.inhoud, rij.verwerkt_op = None, wie.nu
    if uitslag.uitkomst == TOEGEPAST:
        rij.status, rij.dossier_id = Bericht.AANVAARD, uitslag.dossier
        rij.reden_code = rij.reden = ""
    else:
        rij.status, rij.reden_code, rij.reden = (
            Bericht.BUITEN_DOELGROEP,
            uitslag.code,
            uitslag.zin,
        )


def _zet_vast(rij: Bericht, code: str, zin: str) -> None:
    rij.status, rij.reden_code, rij.reden = Bericht.QUARANTAINE, code, zin
