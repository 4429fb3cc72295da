"""Messages of a report, the texts quoted with a theme, and whether a region may be named with a quote.

Revision: 0019, after 0018.
"""

import sqlalchemy as sa
from alembic import op


revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rapport_boodschap',
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('sleutel', sa.String(length=80), nullable=False),
    sa.Column('soort', sa.Enum('kern', 'thema', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('status', sa.Enum('gekozen', 'weggelegd', name='status', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('positie', sa.Integer(), nullable=False),
    sa.Column('bevinding', sa.Text(), nullable=False),
    sa.Column('waarom', sa.Text(), nullable=False),
    sa.Column('wat_nu', sa.Text(), nullable=False),
    sa.Column('aan', sa.String(length=200), nullable=False),
    sa.Column('datum', sa.Date(), nullable=True),
    sa.Column('gezien', sa.JSON(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=False),
    sa.Column('uitkomst', sa.Enum('gebeurd', 'deels', 'niet', name='uitkomst', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.Column('uitkomst_tekst', sa.Text(), nullable=False),
    sa.Column('uitkomst_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('uitkomst_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('positie >= 0', name=op.f('ck_rapport_boodschap_positie_vanaf_nul')),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_rapport_boodschap_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_rapport_boodschap_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_boodschap_rapport_id_rapport'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['uitkomst_door_id'], ['account.id'], name=op.f('fk_rapport_boodschap_uitkomst_door_id_account')),
    sa.PrimaryKeyConstraint('rapport_id', 'sleutel', name=op.f('pk_rapport_boodschap'))
    )
    op.create_table('rapport_citaat',
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('sleutel', sa.String(length=80), nullable=False),
    sa.Column('item_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('positie', sa.Integer(), nullable=False),
    sa.Column('met_naam', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_citaat_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('rapport_id', 'sleutel', 'item_id', name=op.f('pk_rapport_citaat'))
    )


def downgrade() -> None:
    op.drop_table('rapport_citaat')
    op.drop_table('rapport_boodschap')
