"""Until when a plan that came back is expected again.

Revision: 0009, after 0008.
"""

import sqlalchemy as sa
from alembic import op


revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('plan_versie', schema=None) as batch_op:
        batch_op.add_column(sa.Column('terug_voor', sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('plan_versie', schema=None) as batch_op:
        batch_op.drop_column('terug_voor')
