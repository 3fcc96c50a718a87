import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import archive.models.identity


class Migration(migrations.Migration):
    dependencies = [
        ("annotations", "0005_claims_in_hand"),
        ("archive", "0005_edition_change"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Placing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "uid",
                    models.CharField(
                        default=archive.models.identity.new_uid,
                        editable=False,
                        max_length=10,
                        unique=True,
                    ),
                ),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("changed", "words changed"),
                            ("moved", "moved"),
                            ("ambiguous", "more than one place"),
                            ("orphan", "not found"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "score",
                    models.FloatField(
                        help_text="From 0 to 1, which is the same words in the same place."
                    ),
                ),
                ("made_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "annotation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placings",
                        to="annotations.annotation",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rendition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="archive.rendition",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", None), ("start", None), ("state", "orphan")),
                            models.Q(
                                models.Q(("state", "orphan"), _negated=True),
                                ("end__isnull", False),
                                ("start__isnull", False),
                                ("start__lte", models.F("end")),
                            ),
                            _connector="OR",
                        ),
                        name="placing_has_a_place_unless_orphan",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 0), ("score__lte", 1)),
                        name="placing_score_0_to_1",
                    ),
                    models.UniqueConstraint(
                        fields=("rendition", "annotation"), name="placing_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveIntegerField(help_text="From 1 within the placing.")),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("accepted", "accepted"),
                            ("elsewhere", "placed elsewhere"),
                            ("removed", "deleted: not there any more"),
                            ("left", "left as an orphan"),
                            ("undone", "undone"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField()),
                (
                    "version",
                    models.PositiveIntegerField(help_text="The version that it gave the mark."),
                ),
                ("decided_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "placing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="settlements",
                        to="annotations.placing",
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="annotations.settlement",
                    ),
                ),
            ],
            options={
                "ordering": ["placing_id", "sequence"],
                "constraints": [
                    models.UniqueConstraint(fields=("placing", "sequence"), name="settlement_once"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="settlement_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "undone"), ("undoes__isnull", False)),
                            models.Q(
                                models.Q(("outcome", "undone"), _negated=True), ("undoes", None)
                            ),
                            _connector="OR",
                        ),
                        name="settlement_names_what_it_undoes",
                    ),
                ],
            },
        ),
    ]
