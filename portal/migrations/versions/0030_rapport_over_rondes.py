"""A report may be about several rounds. Those of before are about one.

Revision: 0030, after 0029.
"""

import sqlalchemy as sa
from alembic import op


revision = '0030'
down_revision = '0029'
branch_labels = None
depends_on = None

UNFINISHED = sa.text("status IN ('concept', 'ter_vaststelling')")
# What hangs on a report, the leaves first.
PARTS = (
    'rapport_gegevens', 'rapport_tekst', 'rapport_boodschap', 'rapport_citaat', 'rapport_historie', 'rapport_akkoord',
    'rapport_bestand', 'rapport_event', 'rapport_telling_plaats', 'rapport_telling', 'rapport_hoor_regio',
    'rapport_hoor', 'rapport_voorlegging', 'opmerking',
)


def upgrade() -> None:
    with op.batch_alter_table('rapport', schema=None) as batch_op:
        batch_op.add_column(sa.Column('eerdere', sa.String(length=200), server_default='', nullable=False))
        batch_op.add_column(sa.Column('periode', sa.String(length=300), server_default='', nullable=False))
    with op.batch_alter_table('rapport', schema=None) as batch_op:
        for column, length in (('eerdere', 200), ('periode', 300)):
            batch_op.alter_column(
                column, existing_type=sa.String(length=length), existing_nullable=False, server_default=None
            )
    _one_of_each('uitvraag_id', 'eerdere')


def downgrade() -> None:
    """Reports over several rounds go: nothing would tell them from those of one."""
    several = "SELECT id FROM rapport WHERE eerdere <> ''"
    said = f"SELECT id FROM opmerking WHERE rapport_id IN ({several})"
    op.execute(f"DELETE FROM reactie WHERE opmerking_id IN ({said})")
    for one in PARTS:
        op.execute(f"DELETE FROM {one} WHERE rapport_id IN ({several})")
    op.execute("DELETE FROM rapport WHERE eerdere <> ''")
    _one_of_each('uitvraag_id')
    with op.batch_alter_table('rapport', schema=None) as batch_op:
        batch_op.drop_column('periode')
        batch_op.drop_column('eerdere')


def _one_of_each(*columns: str) -> None:
    """One version with a number, and one that is not finished, of what these columns tell."""
    with op.batch_alter_table('rapport', schema=None) as batch_op:
        batch_op.drop_index('uq_rapport_onaf', sqlite_where=UNFINISHED, postgresql_where=UNFINISHED)
        batch_op.drop_constraint(op.f('uq_rapport_uitvraag_id'), type_='unique')
        batch_op.create_unique_constraint(op.f('uq_rapport_uitvraag_id'), [*columns, 'nummer'])
        batch_op.create_index(
            'uq_rapport_onaf', list(columns), unique=True, sqlite_where=UNFINISHED, postgresql_where=UNFINISHED
        )
