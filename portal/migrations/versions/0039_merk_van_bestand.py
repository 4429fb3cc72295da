"""At which mark of the figures a file was taken in and undone: what was decided then is kept under it.

Revision: 0039, after 0038.
"""

import sqlalchemy as sa
from alembic import op


revision = '0039'
down_revision = '0038'
branch_labels = None
depends_on = None

_COLUMNS = ('merk_in', 'merk_uit')


def upgrade() -> None:
    with op.batch_alter_table('instroom_import') as batch:
        for name in _COLUMNS:
            batch.add_column(sa.Column(name, sa.String(length=32), nullable=False, server_default=''))
    with op.batch_alter_table('instroom_import') as batch:
        for name in _COLUMNS:
            batch.alter_column(name, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('instroom_import') as batch:
        for name in _COLUMNS:
            batch.drop_column(name)
