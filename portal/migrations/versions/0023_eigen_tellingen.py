"""Searches that are kept with a report, and which of their places count.

Revision: 0023, after 0022.
"""

import sqlalchemy as sa
from alembic import op


revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rapport_telling',
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('nummer', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('naam', sa.String(length=120), nullable=False),
    sa.Column('vraag', sa.String(length=200), nullable=False),
    sa.Column('waar', sa.Enum('overal', 'plannen', 'ronde', name='waar', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_telling_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('rapport_id', 'nummer', name=op.f('pk_rapport_telling'))
    )
    op.create_table('rapport_telling_plaats',
    sa.Column('rapport_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('nummer', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('plek', sa.String(length=64), nullable=False),
    sa.Column('telt_mee', sa.Boolean(), nullable=False),
    sa.Column('regio_codes', sa.Text(), nullable=False),
    sa.Column('bekeken_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('bekeken_door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['bekeken_door_id'], ['account.id'], name=op.f('fk_rapport_telling_plaats_bekeken_door_id_account')),
    sa.ForeignKeyConstraint(['rapport_id', 'nummer'], ['rapport_telling.rapport_id', 'rapport_telling.nummer'], name=op.f('fk_rapport_telling_plaats_rapport_id_rapport_telling'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('rapport_id', 'nummer', 'plek', name=op.f('pk_rapport_telling_plaats'))
    )


def downgrade() -> None:
    op.drop_table('rapport_telling_plaats')
    op.drop_table('rapport_telling')
