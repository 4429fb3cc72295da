"""Review (remarks, advice, sending back, reading along, condensing) and rounds with their answer sheets.

Revision: 0002, after 0001.
"""

import sqlalchemy as sa
from alembic import op


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('uitvraag',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('naam', sa.String(length=200), nullable=False),
    sa.Column('edition', sa.String(length=40), nullable=False),
    sa.Column('periode_van', sa.Date(), nullable=False),
    sa.Column('periode_tot', sa.Date(), nullable=False),
    sa.Column('opent_op', sa.Date(), nullable=False),
    sa.Column('deadline', sa.Date(), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('extra_vragen', sa.JSON(), nullable=False),
    sa.Column('herinner_dagen', sa.JSON(), nullable=False),
    sa.Column('status', sa.Enum('gepland', 'open', 'gesloten', 'afgerond', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('status_sinds', sa.DateTime(timezone=True), nullable=False),
    sa.Column('anderen_zeiden', sa.Text(), nullable=False),
    sa.Column('vervolg', sa.Text(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('opent_op <= deadline', name=op.f('ck_uitvraag_opent_voor_de_deadline')),
    sa.CheckConstraint('periode_van <= periode_tot', name=op.f('ck_uitvraag_periode_op_volgorde')),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_uitvraag_revision_vanaf_een')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_uitvraag')),
    sa.UniqueConstraint('naam', name=op.f('uq_uitvraag_naam'))
    )
    op.create_table('samenvatting',
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('kolom', sa.String(length=40), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('bron', sa.String(length=64), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_samenvatting_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_samenvatting_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_samenvatting_plan_id_plan'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('plan_id', 'kolom', name=op.f('pk_samenvatting'))
    )
    op.create_table('meelezing',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('versie_id', sa.Integer(), nullable=False),
    sa.Column('onderdelen', sa.JSON(), nullable=False),
    sa.Column('notitie', sa.Text(), nullable=False),
    sa.Column('snapshot', sa.JSON(), nullable=False),
    sa.Column('gevraagd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gevraagd_door_id', sa.Integer(), nullable=False),
    sa.Column('gestopt_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('gestopt_door_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['gestopt_door_id'], ['account.id'], name=op.f('fk_meelezing_gestopt_door_id_account')),
    sa.ForeignKeyConstraint(['gevraagd_door_id'], ['account.id'], name=op.f('fk_meelezing_gevraagd_door_id_account')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_meelezing_plan_id_plan'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['versie_id'], ['plan_versie.id'], name=op.f('fk_meelezing_versie_id_plan_versie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meelezing'))
    )
    with op.batch_alter_table('meelezing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_meelezing_plan_id'), ['plan_id'], unique=False)

    op.create_table('opmerking',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('versie_id', sa.Integer(), nullable=False),
    sa.Column('step_key', sa.String(length=60), nullable=False),
    sa.Column('actie_id', sa.Integer(), nullable=True),
    sa.Column('zicht', sa.Enum('regio', 'intern', 'eigen', name='zicht', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.Column('opgelost_op', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['actie_id'], ['actie.id'], name=op.f('fk_opmerking_actie_id_actie')),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_opmerking_door_id_account')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_opmerking_plan_id_plan'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['versie_id'], ['plan_versie.id'], name=op.f('fk_opmerking_versie_id_plan_versie')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_opmerking'))
    )
    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        batch_op.create_index('ix_opmerking_plan_step', ['plan_id', 'step_key'], unique=False)

    op.create_table('advies',
    sa.Column('indiening_id', sa.Integer(), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.Column('oordeel', sa.Enum('vaststellen', 'terugsturen', 'geen', name='oordeel', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_advies_door_id_account')),
    sa.ForeignKeyConstraint(['indiening_id'], ['indiening.id'], name=op.f('fk_advies_indiening_id_indiening'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('indiening_id', 'door_id', name=op.f('pk_advies'))
    )
    op.create_table('antwoordblad',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('uitvraag_id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=True),
    sa.Column('plan_indiening_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.Enum('open', 'ingediend', 'heropend', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('status_sinds', sa.DateTime(timezone=True), nullable=False),
    sa.Column('indiening_nummer', sa.Integer(), nullable=False),
    sa.Column('uitstel_tot', sa.Date(), nullable=True),
    sa.Column('heropend_tot', sa.Date(), nullable=True),
    sa.Column('niet_gevraagd', sa.Boolean(), nullable=False),
    sa.Column('niet_gevraagd_reden', sa.Text(), nullable=False),
    sa.CheckConstraint("status = 'open' OR indiening_nummer >= 1", name=op.f('ck_antwoordblad_alleen_open_zonder_indiening')),
    sa.CheckConstraint('indiening_nummer >= 0', name=op.f('ck_antwoordblad_indiening_nummer_niet_negatief')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_antwoordblad_plan_id_plan')),
    sa.ForeignKeyConstraint(['plan_indiening_id'], ['indiening.id'], name=op.f('fk_antwoordblad_plan_indiening_id_indiening')),
    sa.ForeignKeyConstraint(['uitvraag_id'], ['uitvraag.id'], name=op.f('fk_antwoordblad_uitvraag_id_uitvraag'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_antwoordblad'))
    )
    with op.batch_alter_table('antwoordblad', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_antwoordblad_plan_id'), ['plan_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_antwoordblad_uitvraag_id'), ['uitvraag_id'], unique=False)

    op.create_table('reactie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('opmerking_id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.Enum('reactie', 'opgelost', 'heropend', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_reactie_door_id_account')),
    sa.ForeignKeyConstraint(['opmerking_id'], ['opmerking.id'], name=op.f('fk_reactie_opmerking_id_opmerking'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reactie'))
    )
    with op.batch_alter_table('reactie', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_reactie_opmerking_id'), ['opmerking_id'], unique=False)

    op.create_table('terugsturing',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('versie_id', sa.Integer(), nullable=False),
    sa.Column('indiening_id', sa.Integer(), nullable=False),
    sa.Column('beantwoord_met_id', sa.Integer(), nullable=True),
    sa.Column('reden', sa.Text(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['beantwoord_met_id'], ['indiening.id'], name=op.f('fk_terugsturing_beantwoord_met_id_indiening')),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_terugsturing_door_id_account')),
    sa.ForeignKeyConstraint(['indiening_id'], ['indiening.id'], name=op.f('fk_terugsturing_indiening_id_indiening')),
    sa.ForeignKeyConstraint(['versie_id'], ['plan_versie.id'], name=op.f('fk_terugsturing_versie_id_plan_versie'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_terugsturing'))
    )
    with op.batch_alter_table('terugsturing', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_terugsturing_versie_id'), ['versie_id'], unique=False)

    op.create_table('blad_antwoord',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('question_key', sa.String(length=60), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_blad_antwoord_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_blad_antwoord_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_blad_antwoord_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_blad_antwoord_regio_id_regio')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blad_antwoord'))
    )
    with op.batch_alter_table('blad_antwoord', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blad_antwoord_blad_id'), ['blad_id'], unique=False)
        batch_op.create_index('uq_blad_antwoord_afwijking', ['blad_id', 'question_key', 'regio_id'], unique=True, sqlite_where=sa.text('regio_id IS NOT NULL'), postgresql_where=sa.text('regio_id IS NOT NULL'))
        batch_op.create_index('uq_blad_antwoord_gezamenlijk', ['blad_id', 'question_key'], unique=True, sqlite_where=sa.text('regio_id IS NULL'), postgresql_where=sa.text('regio_id IS NULL'))

    op.create_table('blad_historie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('veld', sa.String(length=80), nullable=False),
    sa.Column('waarde', sa.JSON(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_blad_historie_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_blad_historie_gewijzigd_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blad_historie'))
    )
    with op.batch_alter_table('blad_historie', schema=None) as batch_op:
        batch_op.create_index('ix_blad_historie_blad_veld', ['blad_id', 'veld'], unique=False)

    op.create_table('blad_indiening',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('nummer', sa.Integer(), nullable=False),
    sa.Column('ingediend_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ingediend_door_id', sa.Integer(), nullable=False),
    sa.Column('namens', sa.Enum('gemeente', 'zorgkantoor', name='namens', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('checksum', sa.String(length=64), nullable=False),
    sa.Column('feiten', sa.JSON(), nullable=False),
    sa.Column('snapshot', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_blad_indiening_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['ingediend_door_id'], ['account.id'], name=op.f('fk_blad_indiening_ingediend_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blad_indiening')),
    sa.UniqueConstraint('blad_id', 'nummer', name=op.f('uq_blad_indiening_blad_id'))
    )
    with op.batch_alter_table('blad_indiening', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blad_indiening_blad_id'), ['blad_id'], unique=False)

    op.create_table('blad_regel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.Enum('successen', 'lessen', 'verwachtingen', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('aan', sa.String(length=20), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=True),
    sa.Column('positie', sa.Integer(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.Column('verwijderd_op', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_blad_regel_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_blad_regel_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_blad_regel_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_blad_regel_regio_id_regio')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blad_regel'))
    )
    with op.batch_alter_table('blad_regel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blad_regel_blad_id'), ['blad_id'], unique=False)

    op.create_table('blad_regio',
    sa.Column('uitvraag_id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_blad_regio_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_blad_regio_regio_id_regio')),
    sa.ForeignKeyConstraint(['uitvraag_id'], ['uitvraag.id'], name=op.f('fk_blad_regio_uitvraag_id_uitvraag'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('uitvraag_id', 'regio_id', name=op.f('pk_blad_regio'))
    )
    with op.batch_alter_table('blad_regio', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_blad_regio_blad_id'), ['blad_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_blad_regio_regio_id'), ['regio_id'], unique=False)

    op.create_table('terugkoppeling',
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('verstuurd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('verstuurd_door_id', sa.Integer(), nullable=False),
    sa.Column('snapshot', sa.JSON(), nullable=False),
    sa.Column('checksum', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_terugkoppeling_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['verstuurd_door_id'], ['account.id'], name=op.f('fk_terugkoppeling_verstuurd_door_id_account')),
    sa.PrimaryKeyConstraint('blad_id', name=op.f('pk_terugkoppeling'))
    )
    op.create_table('terugsturing_onderdeel',
    sa.Column('terugsturing_id', sa.Integer(), nullable=False),
    sa.Column('step_key', sa.String(length=60), nullable=False),
    sa.Column('gevraagd', sa.Text(), nullable=False),
    sa.Column('aangepast', sa.Text(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('revision >= 0', name=op.f('ck_terugsturing_onderdeel_revision_niet_negatief')),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_terugsturing_onderdeel_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['terugsturing_id'], ['terugsturing.id'], name=op.f('fk_terugsturing_onderdeel_terugsturing_id_terugsturing'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('terugsturing_id', 'step_key', name=op.f('pk_terugsturing_onderdeel'))
    )
    op.create_table('uitvraag_event',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('uitvraag_id', sa.Integer(), nullable=False),
    sa.Column('blad_id', sa.Integer(), nullable=True),
    sa.Column('soort', sa.String(length=40), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=True),
    sa.Column('notitie', sa.Text(), nullable=False),
    sa.Column('gegevens', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_uitvraag_event_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_uitvraag_event_door_id_account')),
    sa.ForeignKeyConstraint(['uitvraag_id'], ['uitvraag.id'], name=op.f('fk_uitvraag_event_uitvraag_id_uitvraag'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_uitvraag_event'))
    )
    with op.batch_alter_table('uitvraag_event', schema=None) as batch_op:
        batch_op.create_index('ix_uitvraag_event_blad_op', ['blad_id', 'op'], unique=False)
        batch_op.create_index(batch_op.f('ix_uitvraag_event_op'), ['op'], unique=False)
        batch_op.create_index(batch_op.f('ix_uitvraag_event_uitvraag_id'), ['uitvraag_id'], unique=False)

    op.create_table('verwachting_antwoord',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('regel_id', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('datum', sa.Date(), nullable=True),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_verwachting_antwoord_door_id_account')),
    sa.ForeignKeyConstraint(['regel_id'], ['blad_regel.id'], name=op.f('fk_verwachting_antwoord_regel_id_blad_regel'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_verwachting_antwoord'))
    )
    with op.batch_alter_table('verwachting_antwoord', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_verwachting_antwoord_regel_id'), ['regel_id'], unique=False)

    op.create_table('voortgang',
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('actie_id', sa.Integer(), nullable=False),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('gelijk_aan_id', sa.Integer(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_voortgang_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['actie_id'], ['actie.id'], name=op.f('fk_voortgang_actie_id_actie')),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_voortgang_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['gelijk_aan_id'], ['blad_indiening.id'], name=op.f('fk_voortgang_gelijk_aan_id_blad_indiening')),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_voortgang_gewijzigd_door_id_account')),
    sa.PrimaryKeyConstraint('blad_id', 'actie_id', name=op.f('pk_voortgang'))
    )
    with op.batch_alter_table('actie', schema=None) as batch_op:
        batch_op.add_column(sa.Column('herkomst_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_actie_herkomst_id_actie'), 'actie', ['herkomst_id'], ['id'])

    with op.batch_alter_table('plan_versie', schema=None) as batch_op:
        batch_op.add_column(sa.Column('beoordelaar_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('meelezen_open', sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.create_foreign_key(batch_op.f('fk_plan_versie_beoordelaar_id_account'), 'account', ['beoordelaar_id'], ['id'])



def downgrade() -> None:
    with op.batch_alter_table('plan_versie', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_plan_versie_beoordelaar_id_account'), type_='foreignkey')
        batch_op.drop_column('meelezen_open')
        batch_op.drop_column('beoordelaar_id')

    with op.batch_alter_table('actie', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_actie_herkomst_id_actie'), type_='foreignkey')
        batch_op.drop_column('herkomst_id')

    op.drop_table('voortgang')
    with op.batch_alter_table('verwachting_antwoord', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_verwachting_antwoord_regel_id'))

    op.drop_table('verwachting_antwoord')
    with op.batch_alter_table('uitvraag_event', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_uitvraag_event_uitvraag_id'))
        batch_op.drop_index(batch_op.f('ix_uitvraag_event_op'))
        batch_op.drop_index('ix_uitvraag_event_blad_op')

    op.drop_table('uitvraag_event')
    op.drop_table('terugsturing_onderdeel')
    op.drop_table('terugkoppeling')
    with op.batch_alter_table('blad_regio', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_blad_regio_regio_id'))
        batch_op.drop_index(batch_op.f('ix_blad_regio_blad_id'))

    op.drop_table('blad_regio')
    with op.batch_alter_table('blad_regel', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_blad_regel_blad_id'))

    op.drop_table('blad_regel')
    with op.batch_alter_table('blad_indiening', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_blad_indiening_blad_id'))

    op.drop_table('blad_indiening')
    with op.batch_alter_table('blad_historie', schema=None) as batch_op:
        batch_op.drop_index('ix_blad_historie_blad_veld')

    op.drop_table('blad_historie')
    with op.batch_alter_table('blad_antwoord', schema=None) as batch_op:
        batch_op.drop_index('uq_blad_antwoord_gezamenlijk', sqlite_where=sa.text('regio_id IS NULL'), postgresql_where=sa.text('regio_id IS NULL'))
        batch_op.drop_index('uq_blad_antwoord_afwijking', sqlite_where=sa.text('regio_id IS NOT NULL'), postgresql_where=sa.text('regio_id IS NOT NULL'))
        batch_op.drop_index(batch_op.f('ix_blad_antwoord_blad_id'))

    op.drop_table('blad_antwoord')
    with op.batch_alter_table('terugsturing', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_terugsturing_versie_id'))

    op.drop_table('terugsturing')
    with op.batch_alter_table('reactie', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_reactie_opmerking_id'))

    op.drop_table('reactie')
    with op.batch_alter_table('antwoordblad', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_antwoordblad_uitvraag_id'))
        batch_op.drop_index(batch_op.f('ix_antwoordblad_plan_id'))

    op.drop_table('antwoordblad')
    op.drop_table('advies')
    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        batch_op.drop_index('ix_opmerking_plan_step')

    op.drop_table('opmerking')
    with op.batch_alter_table('meelezing', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_meelezing_plan_id'))

    op.drop_table('meelezing')
    op.drop_table('samenvatting')
    op.drop_table('uitvraag')
