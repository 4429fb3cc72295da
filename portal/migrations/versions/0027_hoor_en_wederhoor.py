"""Regions read their page of a concept, and say whether it is right.

Revision: 0027, after 0026.
"""

import sqlalchemy as sa
from alembic import op


revision = '0027'
down_revision = '0026'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rapport_hoor',
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('tot_en_met', sa.Date(), nullable=False),
    sa.Column('gevraagd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gevraagd_door_id', sa.Integer(), nullable=False),
    sa.Column('gesloten_op', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['gevraagd_door_id'], ['account.id'], name=op.f('fk_rapport_hoor_gevraagd_door_id_account')),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_hoor_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('rapport_id', name=op.f('pk_rapport_hoor'))
    )
    op.create_table('rapport_hoor_regio',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('pagina', sa.JSON(), nullable=False),
    sa.Column('verteld', sa.String(length=64), nullable=False),
    sa.Column('oordeel', sa.Enum('klopt', 'anders', name='oordeel', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('antwoord_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('antwoord_door_id', sa.Integer(), nullable=True),
    sa.Column('afhandeling', sa.Enum('verwerkt', 'niet_verwerkt', name='afhandeling', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('reden', sa.Text(), nullable=False),
    sa.Column('afgehandeld_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('afgehandeld_door_id', sa.Integer(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.CheckConstraint('(oordeel IS NULL) = (antwoord_op IS NULL)', name=op.f('ck_rapport_hoor_regio_antwoord_met_moment')),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_rapport_hoor_regio_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['afgehandeld_door_id'], ['account.id'], name=op.f('fk_rapport_hoor_regio_afgehandeld_door_id_account')),
    sa.ForeignKeyConstraint(['antwoord_door_id'], ['account.id'], name=op.f('fk_rapport_hoor_regio_antwoord_door_id_account')),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport_hoor.rapport_id'], name=op.f('fk_rapport_hoor_regio_rapport_id_rapport_hoor'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_rapport_hoor_regio_regio_id_regio')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rapport_hoor_regio')),
    sa.UniqueConstraint('rapport_id', 'regio_id', name=op.f('uq_rapport_hoor_regio_rapport_id'))
    )
    op.create_index(op.f('ix_rapport_hoor_regio_regio_id'), 'rapport_hoor_regio', ['regio_id'])


def downgrade() -> None:
    op.drop_table('rapport_hoor_regio')
    op.drop_table('rapport_hoor')
