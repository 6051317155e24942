"""What a process keeps in memory because making it takes long; what was used longest ago goes."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Generic, TypeVar

MEESTE = 128
"""How many things one store keeps."""
T = TypeVar("T")


class Voorraad(Generic[T]):
    """Things by key, for all threads of this process."""

    def __init__(self) -> None:
        self._dingen: OrderedDict[Hashable, T] = OrderedDict()
        self._slot = Lock()

    def haal(self, sleutel: Hashable) -> T | None:
        """What is kept under a key, now the newest used; None when nothing is."""
        with self._slot:
            gevonden = self._dingen.get(sleutel)
            if gevonden is not None:
                self._dingen.move_to_end(sleutel)
            return gevonden

    def leg_weg(self, sleutel: Hashable, ding: T) -> None:
        """Keep something; what was used longest ago goes when there are too many."""
        with self._slot:
            self._dingen[sleutel] = ding
            self._dingen.move_to_end(sleutel)
            while len(self._dingen) > MEESTE:
                self._dingen.popitem(last=False)

    def maak_leeg(self) -> None:
        """Keep nothing any more: for tests."""
        with self._slot:
            self._dingen.clear()
