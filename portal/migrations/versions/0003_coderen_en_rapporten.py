"""Coding (code book, codings) and the national report with its texts, akkoord and files.

Revision: 0003, after 0002.
"""

import sqlalchemy as sa
from alembic import op


revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rapport',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('uitvraag_id', sa.Integer(), nullable=False),
    sa.Column('nummer', sa.Integer(), nullable=False),
    sa.Column('status', sa.Enum('concept', 'ter_vaststelling', 'vastgesteld', 'gepubliceerd', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('status_sinds', sa.DateTime(timezone=True), nullable=False),
    sa.Column('voorlegging', sa.Integer(), nullable=False),
    sa.Column('gemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("status = 'concept' OR voorlegging >= 1", name=op.f('ck_rapport_alleen_concept_zonder_voorlegging')),
    sa.CheckConstraint('nummer >= 1', name=op.f('ck_rapport_nummer_vanaf_een')),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_rapport_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['uitvraag_id'], ['uitvraag.id'], name=op.f('fk_rapport_uitvraag_id_uitvraag')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rapport')),
    sa.UniqueConstraint('uitvraag_id', 'nummer', name=op.f('uq_rapport_uitvraag_id'))
    )
    with op.batch_alter_table('rapport', schema=None) as batch_op:
        batch_op.create_index('uq_rapport_onaf', ['uitvraag_id'], unique=True, sqlite_where=sa.text("status IN ('concept', 'ter_vaststelling')"), postgresql_where=sa.text("status IN ('concept', 'ter_vaststelling')"))

    op.create_table('code',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.Enum('acties', 'successen', 'lessen', 'verwachtingen', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('sleutel', sa.String(length=40), nullable=False),
    sa.Column('naam', sa.String(length=120), nullable=False),
    sa.Column('omschrijving', sa.Text(), nullable=False),
    sa.Column('trefwoorden', sa.JSON(), nullable=False),
    sa.Column('positie', sa.Integer(), nullable=False),
    sa.Column('vervallen_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('samengevoegd_in_id', sa.Integer(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_code_revision_vanaf_een')),
    sa.CheckConstraint('samengevoegd_in_id IS NULL OR samengevoegd_in_id <> id', name=op.f('ck_code_niet_in_zichzelf')),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_code_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['samengevoegd_in_id'], ['code.id'], name=op.f('fk_code_samengevoegd_in_id_code')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_code'))
    )
    with op.batch_alter_table('code', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_code_samengevoegd_in_id'), ['samengevoegd_in_id'], unique=False)
        batch_op.create_index('uq_code_soort_naam', ['soort', 'naam'], unique=True, sqlite_where=sa.text('samengevoegd_in_id IS NULL'), postgresql_where=sa.text('samengevoegd_in_id IS NULL'))

    op.create_table('rapport_akkoord',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('voorlegging', sa.Integer(), nullable=False),
    sa.Column('organisatie_id', sa.Integer(), nullable=False),
    sa.Column('oordeel', sa.Enum('akkoord', 'opmerking', name='oordeel', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_rapport_akkoord_door_id_account')),
    sa.ForeignKeyConstraint(['organisatie_id'], ['organisatie.id'], name=op.f('fk_rapport_akkoord_organisatie_id_organisatie')),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_akkoord_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rapport_akkoord'))
    )
    with op.batch_alter_table('rapport_akkoord', schema=None) as batch_op:
        batch_op.create_index('ix_rapport_akkoord_rapport_voorlegging', ['rapport_id', 'voorlegging'], unique=False)

    op.create_table('rapport_bestand',
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.String(length=4), nullable=False),
    sa.Column('bestandsnaam', sa.String(length=200), nullable=False),
    sa.Column('grootte', sa.Integer(), nullable=False),
    sa.Column('checksum', sa.String(length=64), nullable=False),
    sa.Column('gemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('inhoud', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_bestand_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('rapport_id', 'soort', name=op.f('pk_rapport_bestand'))
    )
    op.create_table('rapport_event',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.String(length=40), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=True),
    sa.Column('notitie', sa.Text(), nullable=False),
    sa.Column('gegevens', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_rapport_event_door_id_account')),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_event_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rapport_event'))
    )
    with op.batch_alter_table('rapport_event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_rapport_event_rapport_id'), ['rapport_id'], unique=False)

    op.create_table('rapport_gegevens',
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('checksum', sa.String(length=64), nullable=False),
    sa.Column('inhoud', sa.Text(), nullable=False),
    sa.Column('boom', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_gegevens_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('rapport_id', name=op.f('pk_rapport_gegevens'))
    )
    op.create_table('rapport_historie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('sleutel', sa.String(length=80), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_rapport_historie_door_id_account')),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_historie_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rapport_historie'))
    )
    with op.batch_alter_table('rapport_historie', schema=None) as batch_op:
        batch_op.create_index('ix_rapport_historie_rapport_sleutel', ['rapport_id', 'sleutel'], unique=False)

    op.create_table('rapport_tekst',
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('sleutel', sa.String(length=80), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('gezien', sa.JSON(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_rapport_tekst_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_rapport_tekst_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_tekst_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('rapport_id', 'sleutel', name=op.f('pk_rapport_tekst'))
    )
    op.create_table('codering',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('actie_id', sa.Integer(), nullable=True),
    sa.Column('regel_id', sa.Integer(), nullable=True),
    sa.Column('bron', sa.String(length=64), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('(actie_id IS NULL) <> (regel_id IS NULL)', name=op.f('ck_codering_actie_of_regel')),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_codering_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['actie_id'], ['actie.id'], name=op.f('fk_codering_actie_id_actie')),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_codering_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['regel_id'], ['blad_regel.id'], name=op.f('fk_codering_regel_id_blad_regel'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_codering')),
    sa.UniqueConstraint('actie_id', name=op.f('uq_codering_actie_id')),
    sa.UniqueConstraint('regel_id', name=op.f('uq_codering_regel_id'))
    )
    op.create_table('codering_code',
    sa.Column('codering_id', sa.Integer(), nullable=False),
    sa.Column('code_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_codering_code_code_id_code')),
    sa.ForeignKeyConstraint(['codering_id'], ['codering.id'], name=op.f('fk_codering_code_codering_id_codering'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('codering_id', 'code_id', name=op.f('pk_codering_code'))
    )
    with op.batch_alter_table('codering_code', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_codering_code_code_id'), ['code_id'], unique=False)

    op.create_table('codering_historie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('codering_id', sa.Integer(), nullable=False),
    sa.Column('code_ids', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('bron', sa.String(length=64), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['codering_id'], ['codering.id'], name=op.f('fk_codering_historie_codering_id_codering'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_codering_historie_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_codering_historie'))
    )
    with op.batch_alter_table('codering_historie', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_codering_historie_codering_id'), ['codering_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('codering_historie', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_codering_historie_codering_id'))

    op.drop_table('codering_historie')
    with op.batch_alter_table('codering_code', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_codering_code_code_id'))

    op.drop_table('codering_code')
    op.drop_table('codering')
    op.drop_table('rapport_tekst')
    with op.batch_alter_table('rapport_historie', schema=None) as batch_op:
        batch_op.drop_index('ix_rapport_historie_rapport_sleutel')

    op.drop_table('rapport_historie')
    op.drop_table('rapport_gegevens')
    with op.batch_alter_table('rapport_event', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_rapport_event_rapport_id'))

    op.drop_table('rapport_event')
    op.drop_table('rapport_bestand')
    with op.batch_alter_table('rapport_akkoord', schema=None) as batch_op:
        batch_op.drop_index('ix_rapport_akkoord_rapport_voorlegging')

    op.drop_table('rapport_akkoord')
    with op.batch_alter_table('code', schema=None) as batch_op:
        batch_op.drop_index('uq_code_soort_naam', sqlite_where=sa.text('samengevoegd_in_id IS NULL'), postgresql_where=sa.text('samengevoegd_in_id IS NULL'))
        batch_op.drop_index(batch_op.f('ix_code_samengevoegd_in_id'))

    op.drop_table('code')
    with op.batch_alter_table('rapport', schema=None) as batch_op:
        batch_op.drop_index('uq_rapport_onaf', sqlite_where=sa.text("status IN ('concept', 'ter_vaststelling')"), postgresql_where=sa.text("status IN ('concept', 'ter_vaststelling')"))

    op.drop_table('rapport')
