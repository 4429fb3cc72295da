"""Whether the regions of an answer sheet may be named with a quote from it in a national report.

Revision: 0020, after 0019.
"""

import sqlalchemy as sa
from alembic import op


revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('antwoordblad', schema=None) as batch_op:
        batch_op.add_column(sa.Column('citaat_met_naam', sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table('antwoordblad', schema=None) as batch_op:
        batch_op.drop_column('citaat_met_naam')
