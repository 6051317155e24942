"""The program as a browser meets it: a real server on a free port, in a thread of its own."""

from __future__ import annotations

import threading
from types import TracebackType

from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.core.wsgi import get_wsgi_application


class _Stil(WSGIRequestHandler):
    """Keeps no log on the screen."""

    def log_message(self, *_regel: object) -> None:
        """Nothing: a failing test shows the page itself."""


class Server:
    """Serves until its block ends."""

    def __init__(self) -> None:
        self._server = ThreadedWSGIServer(("127.0.0.1", 0), _Stil, allow_reuse_address=False)
        self._server.daemon_threads = True
        self._server.set_app(get_wsgi_application())
        self._draad = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def adres(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Server:
        self._draad.start()
        return self

    def __exit__(
        self, _s: type[BaseException] | None, _f: BaseException | None, _t: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._draad.join()
