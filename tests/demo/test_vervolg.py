"""A load of the nation that was broken off goes on where it was."""

from __future__ import annotations

from itertools import count
from typing import Any

import pytest

from richting.demo import laden
from tests.demo.test_laden import VANDAAG, richting


def test_een_afgebroken_lading_gaat_verder(
    echte_database: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second group breaks off; the next time the first is skipped and the rest comes in."""
    richting("migreer")
    echt, keren = laden.ontvang, count()

    def breekt(wie: Any, bron: str, groep: list[dict[str, Any]]) -> Any:
        if next(keren) == 1:
            raise KeyboardInterrupt
        return echt(wie, bron, groep)

    monkeypatch.setattr(laden, "ontvang", breekt)
    with pytest.raises(KeyboardInterrupt):
        laden.laad(40, 1, VANDAAG)
    uit = richting("demo", "laad", "--vervolg", "--omvang", "40", "--vandaag", "2026-11-23")

    assert "50 al geladen" in uit
    assert "aanvaard" in uit
