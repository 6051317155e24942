"""The WSGI entry: what the server's worker processes run."""

from __future__ import annotations

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "richting.config.settings")
application = get_wsgi_application()
gc.freeze()
