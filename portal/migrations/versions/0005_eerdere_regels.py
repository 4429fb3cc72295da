"""An earlier version of a row says whether it had been removed: removing and putting back are kept like a change.

Revision: 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ('row_history', 'blad_historie'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column('verwijderd_op', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    for table in ('row_history', 'blad_historie'):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column('verwijderd_op')
