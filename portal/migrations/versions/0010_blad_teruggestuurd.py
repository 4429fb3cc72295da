"""The answers of a sheet can be sent back.

Revision: 0010, after 0009.
"""

from alembic import op


revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

NAME = 'ck_antwoordblad_status'
BEFORE = "status IN ('open', 'ingediend', 'heropend')"
AFTER = "status IN ('open', 'ingediend', 'heropend', 'teruggestuurd')"


def upgrade() -> None:
    _allow(AFTER)


def downgrade() -> None:
    # What was sent back is, in the words of before, being corrected.
    op.execute("UPDATE antwoordblad SET status = 'heropend' WHERE status = 'teruggestuurd'")
    _allow(BEFORE)


def _allow(condition: str) -> None:
    with op.batch_alter_table('antwoordblad', schema=None) as batch_op:
        batch_op.drop_constraint(op.f(NAME), type_='check')
        batch_op.create_check_constraint(op.f(NAME), condition)
