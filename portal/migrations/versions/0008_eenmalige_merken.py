"""Notes of which forms were taken in, by the one-time mark that stands in each.

Revision: 0008, after 0007.
"""

import sqlalchemy as sa
from alembic import op


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('verzending',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('endpoint', sa.String(length=80), nullable=False),
    sa.Column('merk', sa.String(length=40), nullable=False),
    sa.Column('inhoud', sa.String(length=64), nullable=False),
    sa.Column('poging', sa.String(length=40), nullable=False),
    sa.Column('naar', sa.Text(), nullable=False),
    sa.Column('wijzigen', sa.Text(), nullable=False),
    sa.Column('verzonden_op', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_verzending')),
    sa.UniqueConstraint('account_id', 'merk', 'inhoud', name='uq_verzending_eenmalig')
    )
    with op.batch_alter_table('verzending', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_verzending_verzonden_op'), ['verzonden_op'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('verzending', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_verzending_verzonden_op'))
    op.drop_table('verzending')
