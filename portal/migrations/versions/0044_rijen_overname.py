"""What taking over the workbook of a list did, so that one press undoes it.

Revision: 0044, after 0043.
"""

import sqlalchemy as sa
from alembic import op


revision = '0044'
down_revision = '0043'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('rijen_overname',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('tabel', sa.String(length=40), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('gedaan', sa.JSON(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_rijen_overname_account_id_account')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_rijen_overname_plan_id_plan'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_rijen_overname')),
    sa.UniqueConstraint('plan_id', 'tabel', 'account_id', name='uq_rijen_overname_plan_tabel_account')
    )
    op.create_index(op.f('ix_rijen_overname_plan_id'), 'rijen_overname', ['plan_id'])


def downgrade() -> None:
    op.drop_index(op.f('ix_rijen_overname_plan_id'), table_name='rijen_overname')
    op.drop_table('rijen_overname')
