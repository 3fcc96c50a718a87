from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "archive"
    verbose_name = "Archive"

    def ready(self) -> None:
        from django.core import checks
        from django.db.models.signals import post_migrate

        from archive import guards, roles
        from archive.actions import agents
        from archive.checks import guards_stand, staff_index_stands
        from archive.searching import port

        post_migrate.connect(guards.remake, dispatch_uid="archive.guards")
        post_migrate.connect(roles.remake, dispatch_uid="archive.roles")
        post_migrate.connect(agents.remake, dispatch_uid="archive.agents")
        post_migrate.connect(port.remake, dispatch_uid="archive.searching")
        checks.register(guards_stand, checks.Tags.database)
        checks.register(staff_index_stands, checks.Tags.database)
