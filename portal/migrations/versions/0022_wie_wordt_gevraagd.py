"""Which regions a round asks. Rounds of before asked all of them.

Revision: 0022, after 0021.
"""

import sqlalchemy as sa
from alembic import op


revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('uitvraag', schema=None) as batch_op:
        batch_op.add_column(sa.Column('gevraagde_regios', sa.JSON(), nullable=True))
    uitvraag = sa.table('uitvraag', sa.column('gevraagde_regios', sa.JSON()))
    op.execute(uitvraag.update().values(gevraagde_regios={"formaat": 1, "lijst": []}))
    with op.batch_alter_table('uitvraag', schema=None) as batch_op:
        batch_op.alter_column('gevraagde_regios', existing_type=sa.JSON(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table('uitvraag', schema=None) as batch_op:
        batch_op.drop_column('gevraagde_regios')
