"""How a code was called before it was renamed. Of renamings before this nothing is known.

Revision: 0026, after 0025.
"""

import sqlalchemy as sa
from alembic import op


revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('code', schema=None) as batch_op:
        batch_op.add_column(sa.Column('vroegere_namen', sa.JSON(), nullable=True))
    code = sa.table('code', sa.column('vroegere_namen', sa.JSON()))
    op.execute(code.update().values(vroegere_namen={"formaat": 1, "lijst": []}))
    with op.batch_alter_table('code', schema=None) as batch_op:
        batch_op.alter_column('vroegere_namen', existing_type=sa.JSON(), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table('code', schema=None) as batch_op:
        batch_op.drop_column('vroegere_namen')
