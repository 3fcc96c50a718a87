"""Who signs in and what they may: Django's own answers, each from one prepared statement.

Every request of the workroom asks both.
"""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db.models import QuerySet

from archive.models import User
from archive.prepared import Columns, Prepared

COLUMNS = Columns(User)
PERMISSION = ("content_type__app_label", "codename")


def permissions(**whose: int) -> QuerySet[Permission, Any]:
    return Permission.objects.order_by().filter(**whose).values_list(*PERMISSION)


ACCOUNT = Prepared(lambda pk: User.objects.filter(pk=pk).values_list(*COLUMNS.paths), int)
GRANTED = Prepared(lambda pk: permissions(user=pk).union(permissions(group__user=pk)), int)


class Backend(ModelBackend):
    """Accounts of the archive, with permissions of their own and of their roles."""

    def get_user(self, user_id: Any) -> User | None:
        """The account, unless it was closed."""
        rows = ACCOUNT(User._meta.pk.to_python(user_id))
        user = COLUMNS.row(rows[0]) if rows else None
        return user if user and self.user_can_authenticate(user) else None

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:
        """`app.codename` of all that an account may do; kept with it for the request."""
        if user_obj.is_superuser or user_obj.is_anonymous or not user_obj.is_active or obj:
            return super().get_all_permissions(user_obj, obj)
        if not hasattr(user_obj, "_perm_cache"):
            user_obj._perm_cache = {f"{app}.{name}" for app, name in GRANTED(user_obj.pk)}
        found: set[str] = user_obj._perm_cache
        return found
