"""What this room hangs elsewhere: the parts of the plan, the panel, the sentences of the timeline.

Each subject of the room adds its own lines here, one block per subject.
"""

from __future__ import annotations


def meld_aan() -> None:
    """Register everything; running it twice changes nothing."""
