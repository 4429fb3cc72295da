"""Whether the indicator of a goal counts clients, as the region says.

Revision: 0036, after 0035.
"""

import sqlalchemy as sa
from alembic import op


revision = '0036'
down_revision = '0035'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('doelstelling') as batch:
        batch.add_column(sa.Column('telt_clienten', sa.String(length=10), nullable=False, server_default=''))
    with op.batch_alter_table('doelstelling') as batch:
        batch.alter_column('telt_clienten', server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('doelstelling') as batch:
        batch.drop_column('telt_clienten')
