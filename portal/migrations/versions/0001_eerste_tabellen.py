"""The first tables: regions, accounts, plans with their working copy and submissions, attachments, mail.

Revision: 0001, after nothing.
"""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organisatie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column(
            "soort",
            sa.Enum(
                "gemeente",
                "zorgkantoor",
                "zorgaanbieder",
                "clientvertegenwoordiging",
                "kernpartij",
                "kpmg",
                "ciz",
                "overig",
                name="soort",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisatie")),
        sa.UniqueConstraint("naam", name=op.f("uq_organisatie_naam")),
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition", sa.String(length=40), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=False),
        sa.Column("opgegaan_in_id", sa.Integer(), nullable=True),
        sa.Column("vroegere_naam", sa.Text(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["opgegaan_in_id"], ["plan.id"], name=op.f("fk_plan_opgegaan_in_id_plan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
    )
    op.create_table(
        "regio",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("zorgkantoor", sa.String(length=200), nullable=False),
        sa.Column("centrumgemeenten", sa.Text(), nullable=False),
        sa.Column("centrumgemeenten_elders", sa.Text(), nullable=False),
        sa.Column("inwoners", sa.Integer(), nullable=False),
        sa.Column("tegel_kolom", sa.Integer(), nullable=False),
        sa.Column("tegel_rij", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint("inwoners >= 0", name=op.f("ck_regio_inwoners_niet_negatief")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regio")),
        sa.UniqueConstraint("code", name=op.f("uq_regio_code")),
        sa.UniqueConstraint("naam", name=op.f("uq_regio_naam")),
    )
    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=255), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("organisatie_id", sa.Integer(), nullable=False),
        sa.Column("telefoon", sa.String(length=40), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("uitgenodigd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_login_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("current_login_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_login_ip", sa.String(length=64), nullable=True),
        sa.Column("current_login_ip", sa.String(length=64), nullable=True),
        sa.Column("login_count", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisatie_id"], ["organisatie.id"], name=op.f("fk_account_organisatie_id_organisatie")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("email", name=op.f("uq_account_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_account_fs_uniquifier")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_organisatie_id"), ["organisatie_id"], unique=False)

    op.create_table(
        "gemeente",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.Column("regio_id", sa.Integer(), nullable=False),
        sa.Column("provincie", sa.String(length=100), nullable=False),
        sa.Column("inwoners", sa.Integer(), nullable=False),
        sa.CheckConstraint("inwoners >= 0", name=op.f("ck_gemeente_inwoners_niet_negatief")),
        sa.ForeignKeyConstraint(["regio_id"], ["regio.id"], name=op.f("fk_gemeente_regio_id_regio")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gemeente")),
        sa.UniqueConstraint("code", name=op.f("uq_gemeente_code")),
        sa.UniqueConstraint("naam", name=op.f("uq_gemeente_naam")),
    )
    with op.batch_alter_table("gemeente", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_gemeente_regio_id"), ["regio_id"], unique=False)

    op.create_table(
        "plan_regio",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("regio_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_regio_plan_id_plan"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["regio_id"], ["regio.id"], name=op.f("fk_plan_regio_regio_id_regio")),
        sa.PrimaryKeyConstraint("plan_id", "regio_id", name=op.f("pk_plan_regio")),
        sa.UniqueConstraint("regio_id", name=op.f("uq_plan_regio_regio_id")),
    )
    op.create_table(
        "plan_versie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "concept",
                "ingediend",
                "in_behandeling",
                "teruggestuurd",
                "vastgesteld",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("status_sinds", sa.DateTime(timezone=True), nullable=False),
        sa.Column("indiening_nummer", sa.Integer(), nullable=False),
        sa.Column("geldige_indiening", sa.Integer(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status = 'concept' OR geldige_indiening >= 1", name=op.f("ck_plan_versie_alleen_concept_zonder_indiening")
        ),
        sa.CheckConstraint(
            "geldige_indiening BETWEEN 0 AND indiening_nummer", name=op.f("ck_plan_versie_geldige_indiening_bestaat")
        ),
        sa.CheckConstraint("nummer >= 1", name=op.f("ck_plan_versie_nummer_vanaf_een")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_versie_plan_id_plan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_versie")),
        sa.UniqueConstraint("plan_id", "nummer", name=op.f("uq_plan_versie_plan_id")),
    )
    with op.batch_alter_table("plan_versie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_versie_plan_id"), ["plan_id"], unique=False)
        batch_op.create_index(
            "uq_plan_versie_open",
            ["plan_id"],
            unique=True,
            sqlite_where=sa.text("status <> 'vastgesteld'"),
            postgresql_where=sa.text("status <> 'vastgesteld'"),
        )

    op.create_table(
        "regio_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("regio_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["regio_id"], ["regio.id"], name=op.f("fk_regio_alias_regio_id_regio"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regio_alias")),
        sa.UniqueConstraint("naam", name=op.f("uq_regio_alias_naam")),
    )
    with op.batch_alter_table("regio_alias", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_regio_alias_regio_id"), ["regio_id"], unique=False)

    op.create_table(
        "account_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("herkomst", sa.String(length=64), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_account_event_account_id_account")),
        sa.ForeignKeyConstraint(["door_id"], ["account.id"], name=op.f("fk_account_event_door_id_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_event")),
    )
    with op.batch_alter_table("account_event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_event_account_id"), ["account_id"], unique=False)

    op.create_table(
        "actie",
        sa.Column(
            "vorm",
            sa.Enum("kop", "actie", "kop_en_actie", name="vorm", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("paragraaf", sa.Text(), nullable=False),
        sa.Column("omschrijving", sa.Text(), nullable=False),
        sa.Column("verantwoordelijke", sa.Text(), nullable=False),
        sa.Column("themas", sa.JSON(), nullable=False),
        sa.Column("is_mijlpaal", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("positie", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verwijderd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("tijdslijn", sa.Text(), nullable=False),
        sa.Column("venster_van", sa.Date(), nullable=True),
        sa.Column("venster_tot", sa.Date(), nullable=True),
        sa.Column(
            "venster_bron",
            sa.Enum(
                "geen",
                "gelezen",
                "aangepast",
                name="venster_bron",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "venster_van IS NULL OR venster_tot IS NULL OR venster_van <= venster_tot",
            name=op.f("ck_actie_venster_op_volgorde"),
        ),
        sa.ForeignKeyConstraint(["gewijzigd_door_id"], ["account.id"], name=op.f("fk_actie_gewijzigd_door_id_account")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_actie_plan_id_plan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actie")),
    )
    with op.batch_alter_table("actie", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_actie_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "answer",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("question_key", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("revision >= 1", name=op.f("ck_answer_revision_vanaf_een")),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["account.id"], name=op.f("fk_answer_gewijzigd_door_id_account")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_answer_plan_id_plan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("plan_id", "question_key", name=op.f("pk_answer")),
    )
    op.create_table(
        "answer_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("question_key", sa.String(length=60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["account.id"], name=op.f("fk_answer_history_gewijzigd_door_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_answer_history_plan_id_plan"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answer_history")),
    )
    with op.batch_alter_table("answer_history", schema=None) as batch_op:
        batch_op.create_index("ix_answer_history_plan_question", ["plan_id", "question_key"], unique=False)

    op.create_table(
        "bijlage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("bestandsnaam", sa.Text(), nullable=False),
        sa.Column("soort", sa.String(length=120), nullable=False),
        sa.Column("grootte", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=True),
        sa.Column("toegevoegd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("toegevoegd_door_id", sa.Integer(), nullable=False),
        sa.Column("verwijderd_op", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("grootte > 0", name=op.f("ck_bijlage_grootte_positief")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_bijlage_plan_id_plan"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["toegevoegd_door_id"], ["account.id"], name=op.f("fk_bijlage_toegevoegd_door_id_account")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bijlage")),
    )
    with op.batch_alter_table("bijlage", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bijlage_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "doelstelling",
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("landelijk", sa.Boolean(), nullable=False),
        sa.Column("indicator", sa.Text(), nullable=False),
        sa.Column("nulwaarde", sa.Numeric(precision=16, scale=4), nullable=True),
        sa.Column("peildatum", sa.Date(), nullable=True),
        sa.Column("streefwaarde", sa.Numeric(precision=16, scale=4), nullable=True),
        sa.Column("eenheid", sa.Text(), nullable=False),
        sa.Column("einddatum", sa.Date(), nullable=True),
        sa.Column("smart", sa.String(length=5), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("positie", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verwijderd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["account.id"], name=op.f("fk_doelstelling_gewijzigd_door_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_doelstelling_plan_id_plan"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doelstelling")),
    )
    with op.batch_alter_table("doelstelling", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_doelstelling_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("versie_id", sa.Integer(), nullable=True),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=True),
        sa.Column("notitie", sa.Text(), nullable=False),
        sa.Column("gegevens", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["door_id"], ["account.id"], name=op.f("fk_event_door_id_account")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_event_plan_id_plan"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["versie_id"], ["plan_versie.id"], name=op.f("fk_event_versie_id_plan_versie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_op"), ["op"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "indiening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("ingediend_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ingediend_door_id", sa.Integer(), nullable=False),
        sa.Column(
            "namens",
            sa.Enum("gemeente", "zorgkantoor", name="namens", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("akkoord_van", sa.Text(), nullable=False),
        sa.Column("ingetrokken_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("snapshot", sa.JSON(), nullable=True),
        sa.Column("checksum", sa.String(length=64), nullable=False),
        sa.Column("feiten", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ingediend_door_id"], ["account.id"], name=op.f("fk_indiening_ingediend_door_id_account")
        ),
        sa.ForeignKeyConstraint(
            ["versie_id"], ["plan_versie.id"], name=op.f("fk_indiening_versie_id_plan_versie"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_indiening")),
        sa.UniqueConstraint("versie_id", "nummer", name=op.f("uq_indiening_versie_id")),
    )
    with op.batch_alter_table("indiening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_indiening_versie_id"), ["versie_id"], unique=False)

    op.create_table(
        "lidmaatschap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column(
            "rol",
            sa.Enum(
                "regiocontact",
                "regiolezer",
                "beoordelaar",
                "coordinator",
                "lezer",
                "beheerder",
                name="rol",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("regio_id", sa.Integer(), nullable=True),
        sa.Column(
            "namens",
            sa.Enum("gemeente", "zorgkantoor", name="namens", native_enum=False, create_constraint=True, length=40),
            nullable=True,
        ),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(rol = 'regiocontact') = (namens IS NOT NULL)", name=op.f("ck_lidmaatschap_namens_bij_regiocontact")
        ),
        sa.CheckConstraint(
            "(rol IN ('regiocontact', 'regiolezer')) = (regio_id IS NOT NULL)",
            name=op.f("ck_lidmaatschap_regio_bij_regionale_rol"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_lidmaatschap_account_id_account"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["regio_id"], ["regio.id"], name=op.f("fk_lidmaatschap_regio_id_regio")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lidmaatschap")),
    )
    with op.batch_alter_table("lidmaatschap", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lidmaatschap_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lidmaatschap_regio_id"), ["regio_id"], unique=False)
        batch_op.create_index("uq_lidmaatschap_regionaal", ["account_id", "rol", "regio_id", "namens"], unique=True)

    op.create_table(
        "mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sleutel", sa.String(length=200), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("aan", sa.String(length=255), nullable=False),
        sa.Column("aan_account_id", sa.Integer(), nullable=True),
        sa.Column("onderwerp", sa.Text(), nullable=False),
        sa.Column("tekst", sa.Text(), nullable=False),
        sa.Column("niet_voor", sa.DateTime(timezone=True), nullable=True),
        sa.Column("geclaimd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("verzonden_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mislukt_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("laatste_fout", sa.Text(), nullable=False),
        sa.Column("aangemaakt_op", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("pogingen >= 0", name=op.f("ck_mail_pogingen_niet_negatief")),
        sa.CheckConstraint("verzonden_op IS NULL OR mislukt_op IS NULL", name=op.f("ck_mail_verzonden_of_mislukt")),
        sa.ForeignKeyConstraint(
            ["aan_account_id"], ["account.id"], name=op.f("fk_mail_aan_account_id_account"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_mail_sleutel")),
    )
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mail_verzonden_op"), ["verzonden_op"], unique=False)

    op.create_table(
        "mijlpaal",
        sa.Column("activiteit", sa.Text(), nullable=False),
        sa.Column("mijlpaal", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("positie", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verwijderd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.Column("tijdslijn", sa.Text(), nullable=False),
        sa.Column("venster_van", sa.Date(), nullable=True),
        sa.Column("venster_tot", sa.Date(), nullable=True),
        sa.Column(
            "venster_bron",
            sa.Enum(
                "geen",
                "gelezen",
                "aangepast",
                name="venster_bron",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "venster_van IS NULL OR venster_tot IS NULL OR venster_van <= venster_tot",
            name=op.f("ck_mijlpaal_venster_op_volgorde"),
        ),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["account.id"], name=op.f("fk_mijlpaal_gewijzigd_door_id_account")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_mijlpaal_plan_id_plan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mijlpaal")),
    )
    with op.batch_alter_table("mijlpaal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mijlpaal_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "partij",
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("soort", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("positie", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verwijderd_op", sa.DateTime(timezone=True), nullable=True),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["account.id"], name=op.f("fk_partij_gewijzigd_door_id_account")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_partij_plan_id_plan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_partij")),
    )
    with op.batch_alter_table("partij", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_partij_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "row_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("tabel", sa.String(length=40), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("velden", sa.JSON(), nullable=False),
        sa.Column("gewijzigd_op", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gewijzigd_door_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["gewijzigd_door_id"], ["account.id"], name=op.f("fk_row_history_gewijzigd_door_id_account")
        ),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_row_history_plan_id_plan"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_row_history")),
    )
    with op.batch_alter_table("row_history", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_row_history_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "stap_verklaring",
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("step_key", sa.String(length=60), nullable=False),
        sa.Column("reden", sa.Text(), nullable=False),
        sa.Column("door_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["door_id"], ["account.id"], name=op.f("fk_stap_verklaring_door_id_account")),
        sa.ForeignKeyConstraint(
            ["plan_id"], ["plan.id"], name=op.f("fk_stap_verklaring_plan_id_plan"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("plan_id", "step_key", name=op.f("pk_stap_verklaring")),
    )
    op.create_table(
        "indiening_bijlage",
        sa.Column("indiening_id", sa.Integer(), nullable=False),
        sa.Column("bijlage_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["bijlage_id"], ["bijlage.id"], name=op.f("fk_indiening_bijlage_bijlage_id_bijlage")),
        sa.ForeignKeyConstraint(
            ["indiening_id"],
            ["indiening.id"],
            name=op.f("fk_indiening_bijlage_indiening_id_indiening"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("indiening_id", "bijlage_id", name=op.f("pk_indiening_bijlage")),
    )


def downgrade() -> None:
    op.drop_table("indiening_bijlage")
    op.drop_table("stap_verklaring")
    with op.batch_alter_table("row_history", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_row_history_plan_id"))

    op.drop_table("row_history")
    with op.batch_alter_table("partij", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_partij_plan_id"))

    op.drop_table("partij")
    with op.batch_alter_table("mijlpaal", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mijlpaal_plan_id"))

    op.drop_table("mijlpaal")
    with op.batch_alter_table("mail", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mail_verzonden_op"))

    op.drop_table("mail")
    with op.batch_alter_table("lidmaatschap", schema=None) as batch_op:
        batch_op.drop_index("uq_lidmaatschap_regionaal")
        batch_op.drop_index(batch_op.f("ix_lidmaatschap_regio_id"))
        batch_op.drop_index(batch_op.f("ix_lidmaatschap_account_id"))

    op.drop_table("lidmaatschap")
    with op.batch_alter_table("indiening", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_indiening_versie_id"))

    op.drop_table("indiening")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_plan_id"))
        batch_op.drop_index(batch_op.f("ix_event_op"))

    op.drop_table("event")
    with op.batch_alter_table("doelstelling", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_doelstelling_plan_id"))

    op.drop_table("doelstelling")
    with op.batch_alter_table("bijlage", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_bijlage_plan_id"))

    op.drop_table("bijlage")
    with op.batch_alter_table("answer_history", schema=None) as batch_op:
        batch_op.drop_index("ix_answer_history_plan_question")

    op.drop_table("answer_history")
    op.drop_table("answer")
    with op.batch_alter_table("actie", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_actie_plan_id"))

    op.drop_table("actie")
    with op.batch_alter_table("account_event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_account_event_account_id"))

    op.drop_table("account_event")
    with op.batch_alter_table("regio_alias", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_regio_alias_regio_id"))

    op.drop_table("regio_alias")
    with op.batch_alter_table("plan_versie", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_plan_versie_open",
            sqlite_where=sa.text("status <> 'vastgesteld'"),
            postgresql_where=sa.text("status <> 'vastgesteld'"),
        )
        batch_op.drop_index(batch_op.f("ix_plan_versie_plan_id"))

    op.drop_table("plan_versie")
    op.drop_table("plan_regio")
    with op.batch_alter_table("gemeente", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_gemeente_regio_id"))

    op.drop_table("gemeente")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_account_organisatie_id"))

    op.drop_table("account")
    op.drop_table("regio")
    op.drop_table("plan")
    op.drop_table("organisatie")
