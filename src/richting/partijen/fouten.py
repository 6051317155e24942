"""What can be refused in this room, each with its sentence."""

from __future__ import annotations


class NietToegestaan(Exception):
    """This person may not do this; pages answer as if the thing does not exist (404)."""


class KanNiet(Exception):
    """It is allowed but impossible now; `zin` tells the user why, `code` tells a program."""

    def __init__(self, code: str, zin: str) -> None:
        super().__init__(zin)
        self.code = code
        self.zin = zin
