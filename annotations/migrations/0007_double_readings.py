import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import archive.models.identity


class Migration(migrations.Migration):
    dependencies = [
        ("annotations", "0006_placings"),
        ("archive", "0005_edition_change"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Guideline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("version", models.PositiveIntegerField(help_text="From 1.", unique=True)),
                ("title", models.CharField(max_length=120)),
                ("text", models.TextField(help_text="Markdown.")),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["version"],
            },
        ),
        migrations.CreateModel(
            name="DoubleReading",
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
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reading", "being read"),
                            ("comparing", "to be adjudicated"),
                            ("closed", "closed"),
                        ],
                        default="reading",
                        max_length=10,
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
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
                        related_query_name="double_reading",
                        to="archive.rendition",
                    ),
                ),
                (
                    "guideline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotations.guideline",
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "uid"],
                "permissions": [("adjudicate_doublereading", "Can adjudicate between two readers")],
            },
        ),
        migrations.CreateModel(
            name="Reading",
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
                ("number", models.PositiveSmallIntegerField(help_text="1 or 2.")),
                ("is_done", models.BooleanField(default=False)),
                (
                    "double",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="annotations.doublereading",
                    ),
                ),
                (
                    "reader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["double", "number"],
            },
        ),
        migrations.CreateModel(
            name="PassageRead",
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
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="annotations.reading",
                    ),
                ),
            ],
            options={
                "ordering": ["reading", "start"],
            },
        ),
        migrations.CreateModel(
            name="ReadingMark",
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
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("words_sha256", models.CharField(editable=False, max_length=64)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("claim", "claim"),
                            ("note", "note"),
                            ("question", "question"),
                            ("lacuna", "lacuna (words are missing here)"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "none"),
                            ("asserts", "asserts"),
                            ("reports", "reports"),
                            ("denies", "denies"),
                            ("questions", "questions"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("body", models.TextField(blank=True)),
                ("is_struck", models.BooleanField(default=False)),
                (
                    "annotation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="annotations.annotation",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marks",
                        to="annotations.reading",
                    ),
                ),
            ],
            options={
                "ordering": ["reading", "start", "end", "uid"],
            },
        ),
        migrations.CreateModel(
            name="Adjudication",
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
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("matter", models.CharField(max_length=21)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("first", "as reader 1 has it"),
                            ("second", "as reader 2 has it"),
                            ("both", "both marks stand"),
                            ("neither", "neither mark stands"),
                        ],
                        max_length=8,
                    ),
                ),
                ("reason", models.TextField()),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="annotations.adjudication",
                    ),
                ),
                (
                    "double",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adjudications",
                        to="annotations.doublereading",
                    ),
                ),
            ],
            options={
                "ordering": ["double", "created_at", "uid"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="adjudication_has_reason",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("supersedes", None)),
                        fields=("double", "matter"),
                        name="adjudication_one_first_per_matter",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(
                fields=("double", "number"), name="reading_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.UniqueConstraint(
                fields=("double", "reader"), name="reading_by_two_people"
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__in", (1, 2))), name="reading_first_or_second"
            ),
        ),
        migrations.AddConstraint(
            model_name="passageread",
            constraint=models.UniqueConstraint(
                fields=("reading", "start"), name="passage_read_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="readingmark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("start__lt", models.F("end")),
                    models.Q(("kind", "lacuna"), ("start", models.F("end"))),
                    _connector="OR",
                ),
                name="reading_mark_range",
            ),
        ),
        migrations.AddConstraint(
            model_name="readingmark",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("kind", "claim"),
                        models.Q(("stance", ""), _negated=True),
                        models.Q(("body", ""), _negated=True),
                    ),
                    models.Q(models.Q(("kind", "claim"), _negated=True), ("stance", "")),
                    _connector="OR",
                ),
                name="reading_mark_claim_is_said",
            ),
        ),
    ]
