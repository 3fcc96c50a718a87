"""Sessions in the database, as Django keeps them; each is read by one prepared statement."""

from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from archive.prepared import Columns, Prepared

COLUMNS = Columns(Session)
KEPT = Prepared(
    lambda key: Session.objects.filter(session_key=key).values_list(*COLUMNS.paths), str
)


class SessionStore(db.SessionStore):
    """The same rows, the same expiry."""

    def _get_session_from_db(self) -> Any:
        rows = KEPT(self.session_key) if self.session_key else []
        found = COLUMNS.row(rows[0]) if rows else None
        if found and found.expire_date > timezone.now():
            return found
        self._session_key = None
        return None
