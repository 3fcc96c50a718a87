from django.apps import AppConfig


class AnnotationsConfig(AppConfig):
    name = "annotations"
    verbose_name = "Annotations and moderation"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, post_save

        from annotations.actions import claim_words
        from annotations.models import Claim

        post_save.connect(claim_words.saved, sender=Claim, dispatch_uid="annotations.claim_words")
        post_migrate.connect(claim_words.remake, dispatch_uid="annotations.claim_words")
