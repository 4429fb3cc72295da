"""Which questions of its national questionnaire a round does not ask. Rounds of before asked all of them.

Revision: 0024, after 0023.
"""

import sqlalchemy as sa
from alembic import op


revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('uitvraag', schema=None) as batch_op:
        batch_op.add_column(sa.Column('niet_gesteld', sa.String(length=400), nullable=True))
    uitvraag = sa.table('uitvraag', sa.column('niet_gesteld', sa.String()))
    op.execute(uitvraag.update().values(niet_gesteld=''))
    with op.batch_alter_table('uitvraag', schema=None) as batch_op:
        batch_op.alter_column('niet_gesteld', existing_type=sa.String(length=400), nullable=False)


def downgrade() -> None:
    with op.batch_alter_table('uitvraag', schema=None) as batch_op:
        batch_op.drop_column('niet_gesteld')
