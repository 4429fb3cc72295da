"""A published figure keeps the upper end of a range, and why it is not shown.

Revision: 0041, after 0040.
"""

import sqlalchemy as sa
from alembic import op


revision = '0041'
down_revision = '0040'
branch_labels = None
depends_on = None

WHY = sa.Enum(
    'klein', 'herleidbaar', 'te_fijn', 'veel_klein', name='verborgen', native_enum=False, create_constraint=True, length=40
)


def upgrade() -> None:
    with op.batch_alter_table('instroom_gepubliceerd', schema=None) as batch_op:
        batch_op.add_column(sa.Column('waarde_tot', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('verborgen', WHY, nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('instroom_gepubliceerd', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_instroom_gepubliceerd_verborgen'), type_='check')
        batch_op.drop_column('verborgen')
        batch_op.drop_column('waarde_tot')
