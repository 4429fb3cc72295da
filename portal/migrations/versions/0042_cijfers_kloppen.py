"""A region says that the figures that will be public are right.

Revision: 0042, after 0041.
"""

import sqlalchemy as sa
from alembic import op


revision = '0042'
down_revision = '0041'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('instroom_bezwaar', schema=None) as batch_op:
        batch_op.add_column(sa.Column('klopt', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('instroom_bezwaar', schema=None) as batch_op:
        batch_op.alter_column('klopt', server_default=None)


def downgrade() -> None:
    op.execute("DELETE FROM instroom_bezwaar WHERE klopt")
    with op.batch_alter_table('instroom_bezwaar', schema=None) as batch_op:
        batch_op.drop_column('klopt')
