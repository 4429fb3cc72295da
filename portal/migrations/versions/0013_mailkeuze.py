"""How much mail somebody wants.

Revision: 0013, after 0012.
"""

import sqlalchemy as sa
from alembic import op


revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('account', schema=None) as batch_op:
        batch_op.add_column(sa.Column('mailkeuze', sa.String(length=40), nullable=True))
        batch_op.create_check_constraint(op.f('ck_account_mailkeuze'), "mailkeuze IN ('direct', 'dagelijks', 'gevraagd')")


def downgrade() -> None:
    with op.batch_alter_table('account', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_account_mailkeuze'), type_='check')
        batch_op.drop_column('mailkeuze')
