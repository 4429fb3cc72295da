"""An index that holds what lists ask of a submission: SQLite reads through the whole snapshot to what lies behind it.

Revision: 0004, after 0003.
"""

from alembic import op


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('indiening', schema=None) as batch_op:
        batch_op.create_index('ix_indiening_checksum', ['versie_id', 'nummer', 'checksum'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('indiening', schema=None) as batch_op:
        batch_op.drop_index('ix_indiening_checksum')
