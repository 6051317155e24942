"""The tables of consultations: the meeting itself without personal data, the rest per dossier."""

from __future__ import annotations

from richting.overleg.models.overleg import Genodigde, Overleg
from richting.overleg.models.punten import Afspraak, Agendapunt, Verslag

__all__ = ["Afspraak", "Agendapunt", "Genodigde", "Overleg", "Verslag"]
