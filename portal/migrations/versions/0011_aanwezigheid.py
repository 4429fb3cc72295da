"""Who has which page to write on open now.

Revision: 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op


revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('aanwezigheid',
    sa.Column('plek', sa.String(length=120), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('gezien_op', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_aanwezigheid_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('plek', 'account_id', name=op.f('pk_aanwezigheid'))
    )


def downgrade() -> None:
    op.drop_table('aanwezigheid')
