"""Richting's own settings without anything around the view: for the yardstick of (a)."""

from richting.config.settings import *  # noqa: F403

MIDDLEWARE: list[str] = []
ROOT_URLCONF = "tools.meet.ijkpunt"
