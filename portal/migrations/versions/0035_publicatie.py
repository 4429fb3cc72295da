"""What is published of the figures, and what regions said of it before.

Revision: 0035, after 0034.
"""

import sqlalchemy as sa
from alembic import op


revision = '0035'
down_revision = '0034'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('instroom_publicatie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('status', sa.Enum('aangekondigd', 'gepubliceerd', 'ingetrokken', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('inzage_tot', sa.Date(), nullable=False),
    sa.Column('bron', sa.String(length=200), nullable=False),
    sa.Column('peildatum', sa.String(length=40), nullable=False),
    sa.Column('is_synthetisch', sa.Boolean(), nullable=False),
    sa.Column('aangekondigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('aangekondigd_door_id', sa.Integer(), nullable=False),
    sa.Column('gepubliceerd_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ingetrokken_op', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['aangekondigd_door_id'], ['account.id'], name=op.f('fk_instroom_publicatie_aangekondigd_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instroom_publicatie'))
    )
    op.create_table('instroom_bezwaar',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('publicatie_id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('door_id', sa.Integer(), nullable=False),
    sa.Column('antwoord', sa.Text(), nullable=False),
    sa.Column('antwoord_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('antwoord_door_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['antwoord_door_id'], ['account.id'], name=op.f('fk_instroom_bezwaar_antwoord_door_id_account')),
    sa.ForeignKeyConstraint(['door_id'], ['account.id'], name=op.f('fk_instroom_bezwaar_door_id_account')),
    sa.ForeignKeyConstraint(['publicatie_id'], ['instroom_publicatie.id'], name=op.f('fk_instroom_bezwaar_publicatie_id_instroom_publicatie'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_instroom_bezwaar_regio_id_regio')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instroom_bezwaar'))
    )
    op.create_index(op.f('ix_instroom_bezwaar_publicatie_id'), 'instroom_bezwaar', ['publicatie_id'])

    op.create_table('instroom_gepubliceerd',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('publicatie_id', sa.Integer(), nullable=False),
    sa.Column('indicator', sa.String(length=40), nullable=False),
    sa.Column('gebied', sa.String(length=10), nullable=False),
    sa.Column('indeling', sa.Enum('totaal', 'leeftijd', 'herkomst', 'zorgzwaarte', 'leveringsvorm', name='indeling', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('categorie', sa.String(length=40), nullable=False),
    sa.Column('periode', sa.String(length=10), nullable=False),
    sa.Column('waarde', sa.Integer(), nullable=True),
    sa.Column('tekst', sa.String(length=40), nullable=False),
    sa.Column('uitleg', sa.String(length=300), nullable=False),
    sa.Column('voorlopig', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['publicatie_id'], ['instroom_publicatie.id'], name=op.f('fk_instroom_gepubliceerd_publicatie_id_instroom_publicatie'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_instroom_gepubliceerd'))
    )
    op.create_index('ix_instroom_gepubliceerd_gebied', 'instroom_gepubliceerd', ['publicatie_id', 'indicator', 'gebied'])



def downgrade() -> None:
    op.drop_index('ix_instroom_gepubliceerd_gebied', table_name='instroom_gepubliceerd')

    op.drop_table('instroom_gepubliceerd')
    op.drop_index(op.f('ix_instroom_bezwaar_publicatie_id'), table_name='instroom_bezwaar')

    op.drop_table('instroom_bezwaar')
    op.drop_table('instroom_publicatie')
