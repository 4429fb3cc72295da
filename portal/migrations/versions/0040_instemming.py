"""Instemming per party, links to read a plan alone, and remarks made by such a link.

Revision: 0040, after 0039.
"""

import sqlalchemy as sa
from alembic import op


revision = '0040'
down_revision = '0039'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('instemming_tekst',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('checksum', sa.String(length=64), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('inhoud', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_instemming_tekst_plan_id_plan'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instemming_tekst')),
    sa.UniqueConstraint('plan_id', 'checksum', name='uq_instemming_tekst_plan_id')
    )
    op.create_table('instemming',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.Enum('kant', 'partij', 'college', 'raad', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=True),
    sa.Column('namens', sa.Enum('gemeente', 'zorgkantoor', name='namens', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('partij_id', sa.Integer(), nullable=True),
    sa.Column('gevraagd_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('gevraagd_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint("(soort = 'kant') = (namens IS NOT NULL)", name=op.f('ck_instemming_namens_bij_kant')),
    sa.CheckConstraint("(soort = 'kant') = (regio_id IS NOT NULL)", name=op.f('ck_instemming_regio_bij_kant')),
    sa.ForeignKeyConstraint(['gevraagd_door_id'], ['account.id'], name=op.f('fk_instemming_gevraagd_door_id_account')),
    sa.ForeignKeyConstraint(['partij_id'], ['partij.id'], name=op.f('fk_instemming_partij_id_partij')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_instemming_plan_id_plan'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_instemming_regio_id_regio')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instemming')),
    sa.UniqueConstraint('partij_id', name='uq_instemming_partij'),
    sa.UniqueConstraint('plan_id', 'regio_id', 'namens', name='uq_instemming_kant')
    )
    with op.batch_alter_table('instemming', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_instemming_plan_id'), ['plan_id'], unique=False)

    op.create_table('instemming_vrijstelling',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('versie_id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('namens', sa.Enum('gemeente', 'zorgkantoor', name='namens', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('reden', sa.Text(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_instemming_vrijstelling_door_id_account')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_instemming_vrijstelling_regio_id_regio')),
    sa.ForeignKeyConstraint(['versie_id'], ['plan_versie.id'], name=op.f('fk_instemming_vrijstelling_versie_id_plan_versie'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instemming_vrijstelling')),
    sa.UniqueConstraint('versie_id', 'regio_id', 'namens', name='uq_instemming_vrijstelling_kant')
    )
    op.create_table('leeslink',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('instemming_id', sa.Integer(), nullable=True),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('email', sa.String(length=255), nullable=False),
    sa.Column('stappen', sa.Text(), nullable=False),
    sa.Column('gemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gemaakt_door_id', sa.Integer(), nullable=False),
    sa.Column('geldig_tot', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ingetrokken_op', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['gemaakt_door_id'], ['account.id'], name=op.f('fk_leeslink_gemaakt_door_id_account')),
    sa.ForeignKeyConstraint(['instemming_id'], ['instemming.id'], name=op.f('fk_leeslink_instemming_id_instemming')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_leeslink_plan_id_plan'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_leeslink')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_leeslink_token_hash'))
    )
    with op.batch_alter_table('leeslink', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_leeslink_instemming_id'), ['instemming_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_leeslink_plan_id'), ['plan_id'], unique=False)

    op.create_table('instemming_antwoord',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('instemming_id', sa.Integer(), nullable=False),
    sa.Column('stand', sa.Enum('gevraagd', 'ingestemd', 'voorbehoud', 'niet', name='stand', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('tekst_id', sa.Integer(), nullable=False),
    sa.Column('persoon', sa.Text(), nullable=False),
    sa.Column('functie', sa.Text(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('leeslink_id', sa.Integer(), nullable=True),
    sa.Column('voorbehoud_tot', sa.Date(), nullable=True),
    sa.Column('besluit_op', sa.Date(), nullable=True),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(stand = 'voorbehoud') = (voorbehoud_tot IS NOT NULL)", name=op.f('ck_instemming_antwoord_dag_bij_voorbehoud')),
    sa.CheckConstraint("stand <> 'niet' OR toelichting <> ''", name=op.f('ck_instemming_antwoord_reden_bij_niet')),
    sa.CheckConstraint('account_id IS NOT NULL OR leeslink_id IS NOT NULL', name=op.f('ck_instemming_antwoord_van_iemand')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_instemming_antwoord_account_id_account')),
    sa.ForeignKeyConstraint(['instemming_id'], ['instemming.id'], name=op.f('fk_instemming_antwoord_instemming_id_instemming'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['leeslink_id'], ['leeslink.id'], name=op.f('fk_instemming_antwoord_leeslink_id_leeslink')),
    sa.ForeignKeyConstraint(['tekst_id'], ['instemming_tekst.id'], name=op.f('fk_instemming_antwoord_tekst_id_instemming_tekst')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instemming_antwoord'))
    )
    with op.batch_alter_table('instemming_antwoord', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_instemming_antwoord_instemming_id'), ['instemming_id'], unique=False)

    op.create_table('leeslink_code',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('leeslink_id', sa.Integer(), nullable=False),
    sa.Column('code_hash', sa.String(length=64), nullable=False),
    sa.Column('gemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('pogingen', sa.Integer(), nullable=False),
    sa.Column('gebruikt_op', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('pogingen >= 0', name=op.f('ck_leeslink_code_pogingen_niet_negatief')),
    sa.ForeignKeyConstraint(['leeslink_id'], ['leeslink.id'], name=op.f('fk_leeslink_code_leeslink_id_leeslink'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_leeslink_code'))
    )
    with op.batch_alter_table('leeslink_code', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_leeslink_code_leeslink_id'), ['leeslink_id'], unique=False)

    op.create_table('leeslink_inzage',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('leeslink_id', sa.Integer(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['leeslink_id'], ['leeslink.id'], name=op.f('fk_leeslink_inzage_leeslink_id_leeslink'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_leeslink_inzage'))
    )
    with op.batch_alter_table('leeslink_inzage', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_leeslink_inzage_leeslink_id'), ['leeslink_id'], unique=False)

    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        batch_op.add_column(sa.Column('leeslink_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('gast_naam', sa.Text(), nullable=True))
        batch_op.alter_column('door_id',
               existing_type=sa.INTEGER(),
               nullable=True)
        batch_op.create_index(batch_op.f('ix_opmerking_leeslink_id'), ['leeslink_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_opmerking_leeslink_id_leeslink'), 'leeslink', ['leeslink_id'], ['id'])
        batch_op.create_check_constraint(
            batch_op.f('ck_opmerking_van_account_of_link'), '(door_id IS NULL) = (leeslink_id IS NOT NULL)'
        )



def downgrade() -> None:
    # Before this a remark had a writer with an account.
    op.execute('DELETE FROM reactie WHERE opmerking_id IN (SELECT id FROM opmerking WHERE door_id IS NULL)')
    op.execute('DELETE FROM opmerking WHERE door_id IS NULL')
    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('ck_opmerking_van_account_of_link'), type_='check')
        batch_op.drop_constraint(batch_op.f('fk_opmerking_leeslink_id_leeslink'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_opmerking_leeslink_id'))
        batch_op.alter_column('door_id',
               existing_type=sa.INTEGER(),
               nullable=False)
        batch_op.drop_column('gast_naam')
        batch_op.drop_column('leeslink_id')

    with op.batch_alter_table('leeslink_inzage', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_leeslink_inzage_leeslink_id'))

    op.drop_table('leeslink_inzage')
    with op.batch_alter_table('leeslink_code', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_leeslink_code_leeslink_id'))

    op.drop_table('leeslink_code')
    with op.batch_alter_table('instemming_antwoord', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_instemming_antwoord_instemming_id'))

    op.drop_table('instemming_antwoord')
    with op.batch_alter_table('leeslink', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_leeslink_plan_id'))
        batch_op.drop_index(batch_op.f('ix_leeslink_instemming_id'))

    op.drop_table('leeslink')
    op.drop_table('instemming_vrijstelling')
    with op.batch_alter_table('instemming', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_instemming_plan_id'))

    op.drop_table('instemming')
    op.drop_table('instemming_tekst')
