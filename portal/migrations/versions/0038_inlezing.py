"""A Word file that is being taken in for a plan.

Revision: 0038, after 0037.
"""

import sqlalchemy as sa
from alembic import op


revision = '0038'
down_revision = '0037'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('inlezing',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('inhoud', sa.JSON(), nullable=False),
    sa.Column('revisie', sa.Integer(), nullable=False),
    sa.Column('gelezen_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gelezen_door_id', sa.Integer(), nullable=False),
    sa.Column('overgenomen', sa.JSON(), nullable=True),
    sa.Column('overgenomen_op', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_inlezing_account_id_account')),
    sa.ForeignKeyConstraint(['gelezen_door_id'], ['account.id'], name=op.f('fk_inlezing_gelezen_door_id_account')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_inlezing_plan_id_plan'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_inlezing')),
    sa.UniqueConstraint('plan_id', 'account_id', name='uq_inlezing_plan_account')
    )
    op.create_index(op.f('ix_inlezing_plan_id'), 'inlezing', ['plan_id'])


def downgrade() -> None:
    op.drop_index(op.f('ix_inlezing_plan_id'), table_name='inlezing')
    op.drop_table('inlezing')
