"""Figures of the instroom: sources, the files they came in, every version of a figure, and what explains a difference.

Revision: 0032, after 0031.
"""

import sqlalchemy as sa
from alembic import op


revision = '0032'
down_revision = '0031'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('instroom_bron',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('naam', sa.String(length=200), nullable=False),
    sa.Column('houder', sa.String(length=200), nullable=False),
    sa.Column('definitie', sa.Text(), nullable=False),
    sa.Column('kanttekening', sa.Text(), nullable=False),
    sa.Column('voorrang', sa.Integer(), nullable=False),
    sa.Column('is_synthetisch', sa.Boolean(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instroom_bron')),
    sa.UniqueConstraint('naam', name=op.f('uq_instroom_bron_naam'))
    )
    op.create_table('instroom_stand',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('nummer', sa.Integer(), nullable=False),
    sa.Column('merk', sa.String(length=32), nullable=False),
    sa.Column('drempel', sa.Integer(), nullable=False),
    sa.Column('rond_af', sa.Boolean(), nullable=False),
    sa.CheckConstraint('drempel BETWEEN 2 AND 100', name=op.f('ck_instroom_stand_drempel_in_bereik')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instroom_stand'))
    )
    op.create_table('instroom_import',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('bron_id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.Enum('cbs_csv', 'odata_json', 'ciz_gemeenten', 'sjabloon', 'correctie', 'demo', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('status', sa.Enum('concept', 'ingelezen', 'ongedaan', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('bestandsnaam', sa.String(length=255), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('peildatum', sa.Date(), nullable=True),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('nieuw', sa.Integer(), nullable=False),
    sa.Column('gewijzigd', sa.Integer(), nullable=False),
    sa.Column('gelijk', sa.Integer(), nullable=False),
    sa.Column('volgorde', sa.Integer(), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=True),
    sa.Column('ingelezen_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ongedaan_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ongedaan_door_id', sa.Integer(), nullable=True),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('nieuw >= 0 AND gewijzigd >= 0 AND gelijk >= 0', name=op.f('ck_instroom_import_aantallen_niet_negatief')),
    sa.ForeignKeyConstraint(['bron_id'], ['instroom_bron.id'], name=op.f('fk_instroom_import_bron_id_instroom_bron')),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_instroom_import_door_id_account')),
    sa.ForeignKeyConstraint(['ongedaan_door_id'], ['account.id'], name=op.f('fk_instroom_import_ongedaan_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instroom_import'))
    )
    op.create_index(op.f('ix_instroom_import_bron_id'), 'instroom_import', ['bron_id'])

    op.create_table('instroom_verklaring',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('indicator', sa.String(length=40), nullable=False),
    sa.Column('gebied', sa.String(length=10), nullable=False),
    sa.Column('indeling', sa.Enum('totaal', 'leeftijd', 'herkomst', 'zorgzwaarte', 'leveringsvorm', name='indeling', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('categorie', sa.String(length=40), nullable=False),
    sa.Column('periode', sa.String(length=10), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('bewerkt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('bewerkt_door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['bewerkt_door_id'], ['account.id'], name=op.f('fk_instroom_verklaring_bewerkt_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instroom_verklaring')),
    sa.UniqueConstraint('indicator', 'gebied', 'indeling', 'categorie', 'periode', name='uq_instroom_verklaring_plek')
    )
    op.create_table('instroom_cijfer',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('import_id', sa.Integer(), nullable=False),
    sa.Column('bron_id', sa.Integer(), nullable=False),
    sa.Column('indicator', sa.String(length=40), nullable=False),
    sa.Column('gebied', sa.String(length=10), nullable=False),
    sa.Column('indeling', sa.Enum('totaal', 'leeftijd', 'herkomst', 'zorgzwaarte', 'leveringsvorm', name='indeling', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('categorie', sa.String(length=40), nullable=False),
    sa.Column('periode', sa.String(length=10), nullable=False),
    sa.Column('waarde', sa.Integer(), nullable=True),
    sa.Column('waarde_tot', sa.Integer(), nullable=True),
    sa.Column('teken', sa.Enum('ontbreekt', 'geheim', 'nihil', 'kan_niet', name='teken', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('voorlopig', sa.Boolean(), nullable=False),
    sa.Column('actueel', sa.Boolean(), nullable=False),
    sa.CheckConstraint('(waarde IS NULL) <> (teken IS NULL)', name=op.f('ck_instroom_cijfer_waarde_of_teken')),
    sa.CheckConstraint('waarde >= 0', name=op.f('ck_instroom_cijfer_waarde_niet_negatief')),
    sa.CheckConstraint('waarde_tot IS NULL OR waarde_tot > waarde', name=op.f('ck_instroom_cijfer_tot_boven_waarde')),
    sa.ForeignKeyConstraint(['bron_id'], ['instroom_bron.id'], name=op.f('fk_instroom_cijfer_bron_id_instroom_bron')),
    sa.ForeignKeyConstraint(['import_id'], ['instroom_import.id'], name=op.f('fk_instroom_cijfer_import_id_instroom_import'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instroom_cijfer')),
    sa.UniqueConstraint('import_id', 'indicator', 'gebied', 'indeling', 'categorie', 'periode', name='uq_instroom_cijfer_plek_in_import')
    )
    op.create_index('uq_instroom_cijfer_actueel', 'instroom_cijfer', ['bron_id', 'indicator', 'gebied', 'indeling', 'categorie', 'periode'], unique=True, sqlite_where=sa.text('actueel = 1'), postgresql_where=sa.text('actueel'))

    op.create_table('instroom_melding',
    sa.Column('import_id', sa.Integer(), nullable=False),
    sa.Column('nummer', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('waar', sa.String(length=200), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('vraagt_antwoord', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['import_id'], ['instroom_import.id'], name=op.f('fk_instroom_melding_import_id_instroom_import'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('import_id', 'nummer', name=op.f('pk_instroom_melding'))
    )


def downgrade() -> None:
    op.drop_table('instroom_melding')
    op.drop_index('uq_instroom_cijfer_actueel', table_name='instroom_cijfer', sqlite_where=sa.text('actueel = 1'), postgresql_where=sa.text('actueel'))

    op.drop_table('instroom_cijfer')
    op.drop_table('instroom_verklaring')
    op.drop_index(op.f('ix_instroom_import_bron_id'), table_name='instroom_import')

    op.drop_table('instroom_import')
    op.drop_table('instroom_stand')
    op.drop_table('instroom_bron')
