"""Ways to see whether a page was drawn or kept, and to change rows behind the program's back."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from richting.kern import klok
from richting.kern.context import systeem_zelf
from richting.kern.werk import verwerking
from richting.web import blad


def getekende(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates of pages that are drawn from now on, one each time; not the frame of a page."""
    getekend: list[str] = []
    teken = blad.render_to_string

    def noteer(sjabloon: str, *delen: Any) -> str:
        if sjabloon != blad.KADER:
            getekend.append(sjabloon)
        return teken(sjabloon, *delen)

    monkeypatch.setattr(blad, "render_to_string", noteer)
    return getekend


def achterom(vraag: str, *waarden: Any) -> None:
    """Change rows with no journal row, no signal and no memory that knows."""
    with verwerking(systeem_zelf("test", klok.nu())), connection.cursor() as cursor:
        cursor.execute(vraag, waarden)
        assert cursor.rowcount > 0
