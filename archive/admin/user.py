from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse

from archive.actions.accounts import ADMIN, change_account, create_account, roles_of
from archive.actions.events import record
from archive.admin.acting import ActingForm
from archive.admin.history import SubjectMixin
from archive.admin.versioned import VersionedAdmin, VersionedForm
from archive.models import User


def roles_field() -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=[(role, role) for role in (*settings.ROLES, ADMIN)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="All but readers see this workroom; an admin may do everything.",
    )


class AccountForm(VersionedForm):
    roles = roles_field()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["roles"] = roles_of(self.instance)


class NewAccountForm(ActingForm, AdminUserCreationForm):
    roles = roles_field()

    class Meta(AdminUserCreationForm.Meta):
        model = User


NAMES = ["display_name", "email", "roles"]


class AccountAdmin(SubjectMixin, VersionedAdmin, UserAdmin):
    form = AccountForm
    add_form = NewAccountForm
    list_display = ["username", "display_name", "kind", "is_active", "is_superuser", "last_login"]
    list_filter = ["groups", "is_superuser", "is_active", "kind"]
    list_select_related = True
    search_fields = ["username", "display_name", "email"]
    date_hierarchy = "date_joined"
    filter_horizontal = []
    readonly_fields = ["username", "kind", "uid", "date_joined", "last_login"]
    fieldsets = [
        (None, {"fields": ["username", *NAMES, "is_active"]}),
        ("The record", {"fields": ["kind", "uid", "date_joined", "last_login"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", *NAMES, "usable_password", "password1", "password2"]}),
    ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """A user name stands in the record for ever: it is chosen once."""
        return self.readonly_fields if obj else []

    def user_change_password(
        self,
        request: HttpRequest,
        id: str,  # noqa: A002
        form_url: str = "",
    ) -> HttpResponse:
        response = super().user_change_password(request, id, form_url)
        if request.method == "POST" and response.status_code == 302:
            by: Any = request.user
            account = User.objects.get(pk=id)
            record(subject=account, event_type="password change", by=by)
        return response

    def make(self, form: Any, by: User) -> User:
        typed = form.cleaned_data
        return create_account(
            username=typed["username"],
            display_name=typed["display_name"],
            email=typed["email"],
            roles=typed["roles"],
            password=typed["password1"] if typed["set_usable_password"] else None,
            by=by,
        )

    def alter(self, form: Any, by: User, values: dict[str, Any]) -> None:
        typed = form.cleaned_data
        roles = typed["roles"] if "roles" in form.changed_data else None
        change_account(
            account=form.instance, expected=typed["version"], by=by, roles=roles, **values
        )


admin.site.register(User, AccountAdmin)
# Roles are made from the settings after every migration; what was changed here would be lost.
admin.site.unregister(Group)
