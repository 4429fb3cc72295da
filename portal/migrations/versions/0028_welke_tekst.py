"""Which text was put before the kerngroep, and which of them a party read.

Revision: 0028, after 0027.
"""

import sqlalchemy as sa
from alembic import op


revision = '0028'
down_revision = '0027'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rapport_voorlegging',
    sa.Column('rapport_id', sa.Integer(), nullable=False),
    sa.Column('nummer', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('vinger', sa.String(length=64), nullable=False),
    sa.Column('hoofdstukken', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['rapport_id'], ['rapport.id'], name=op.f('fk_rapport_voorlegging_rapport_id_rapport'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('rapport_id', 'nummer', name=op.f('pk_rapport_voorlegging'))
    )
    with op.batch_alter_table('rapport_akkoord') as batch_op:
        batch_op.add_column(sa.Column('vinger', sa.String(length=64), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('rapport_akkoord') as batch_op:
        batch_op.drop_column('vinger')
    op.drop_table('rapport_voorlegging')
