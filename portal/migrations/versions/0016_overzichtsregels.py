"""What waits for the daily overview of somebody.

Revision: 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op


revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('overzicht_regel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('sleutel', sa.String(length=200), nullable=False),
    sa.Column('soort', sa.String(length=40), nullable=False),
    sa.Column('aan_account_id', sa.Integer(), nullable=False),
    sa.Column('over_id', sa.Integer(), nullable=False),
    sa.Column('naam', sa.Text(), nullable=False),
    sa.Column('afgehandeld_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['aan_account_id'], ['account.id'], name=op.f('fk_overzicht_regel_aan_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_overzicht_regel')),
    sa.UniqueConstraint('sleutel', name=op.f('uq_overzicht_regel_sleutel'))
    )
    with op.batch_alter_table('overzicht_regel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_overzicht_regel_aan_account_id'), ['aan_account_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_overzicht_regel_afgehandeld_op'), ['afgehandeld_op'], unique=False)


def downgrade() -> None:
    op.drop_table('overzicht_regel')
