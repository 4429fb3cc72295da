"""Parts of a plan that one contact person asked another to do.

Revision: 0015, after 0014.
"""

import sqlalchemy as sa
from alembic import op


revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('gegeven_onderdeel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=False),
    sa.Column('step_key', sa.String(length=60), nullable=False),
    sa.Column('aan_id', sa.Integer(), nullable=False),
    sa.Column('voor', sa.Date(), nullable=True),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('gegeven_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gegeven_door_id', sa.Integer(), nullable=False),
    sa.Column('gesloten_op', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['aan_id'], ['account.id'], name=op.f('fk_gegeven_onderdeel_aan_id_account')),
    sa.ForeignKeyConstraint(['gegeven_door_id'], ['account.id'], name=op.f('fk_gegeven_onderdeel_gegeven_door_id_account')),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_gegeven_onderdeel_plan_id_plan'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_gegeven_onderdeel'))
    )
    with op.batch_alter_table('gegeven_onderdeel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_gegeven_onderdeel_aan_id'), ['aan_id'], unique=False)
        batch_op.create_index('uq_gegeven_onderdeel_open', ['plan_id', 'step_key'], unique=True, sqlite_where=sa.text('gesloten_op IS NULL'), postgresql_where=sa.text('gesloten_op IS NULL'))


def downgrade() -> None:
    op.drop_table('gegeven_onderdeel')
