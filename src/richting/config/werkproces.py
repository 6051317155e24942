"""A worker of the web server: it loads what it serves, and does not outlive the main process."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import signal
import sys
from importlib import import_module
from typing import Any

PR_SET_PDEATHSIG = 1


def laad(toepassing: str) -> Any:
    """The application that stands at `module:name`, loaded in the worker itself."""
    sterf_met_het_hoofdproces()
    module, _, naam = toepassing.partition(":")
    return getattr(import_module(module), naam)


def sterf_met_het_hoofdproces() -> None:
    """Let the kernel end this worker when the main process dies of `kill -9`.

    Otherwise it would serve on with nobody above it, and hold the port, so that who starts the
    server again hears that the port is taken. What it had not answered yet is sent again.
    """
    hoofd = multiprocessing.parent_process()
    if hoofd is None or sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != hoofd.pid:  # it died before we asked
        os._exit(1)
