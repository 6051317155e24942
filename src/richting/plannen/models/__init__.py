"""The tables of the plan, one module per subject; every row has `dossier_id` and `categorie`."""

from __future__ import annotations

from richting.plannen.models.actielijst import Actie, Actiestap
from richting.plannen.models.basis import Planrij
from richting.plannen.models.screening import Afname, Standafwijking

__all__ = ["Actie", "Actiestap", "Afname", "Planrij", "Standafwijking"]
