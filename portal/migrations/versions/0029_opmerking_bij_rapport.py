"""A remark can be on a report too: on a chapter of its concept, or on one sentence in it.

Revision: 0029, after 0028.
"""

import sqlalchemy as sa
from alembic import op


revision = '0029'
down_revision = '0028'
branch_labels = None
depends_on = None

BEFORE = ('ck_opmerking_bij_plan_of_blad', '(plan_id IS NULL) <> (blad_id IS NULL)')
NOW = (
    'ck_opmerking_bij_een_ding',
    'CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END + CASE WHEN blad_id IS NULL THEN 0 ELSE 1 END '
    '+ CASE WHEN rapport_id IS NULL THEN 0 ELSE 1 END = 1',
)
LINK = 'fk_opmerking_rapport_id_rapport'


def upgrade() -> None:
    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        batch_op.add_column(sa.Column('rapport_id', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('anker', sa.String(length=90), nullable=True))
        batch_op.create_foreign_key(op.f(LINK), 'rapport', ['rapport_id'], ['id'], ondelete='CASCADE')
        batch_op.create_index('ix_opmerking_rapport_step', ['rapport_id', 'step_key'], unique=False)
        batch_op.drop_constraint(op.f(BEFORE[0]), type_='check')
        batch_op.create_check_constraint(op.f(NOW[0]), NOW[1])


def downgrade() -> None:
    # The tables of before have no place for what was said about reports.
    op.execute("DELETE FROM reactie WHERE opmerking_id IN (SELECT id FROM opmerking WHERE rapport_id IS NOT NULL)")
    op.execute("DELETE FROM opmerking WHERE rapport_id IS NOT NULL")
    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        batch_op.drop_constraint(op.f(NOW[0]), type_='check')
        batch_op.drop_index('ix_opmerking_rapport_step')
        batch_op.drop_constraint(op.f(LINK), type_='foreignkey')
        batch_op.drop_column('rapport_id')
        batch_op.drop_column('anker')
        batch_op.create_check_constraint(op.f(BEFORE[0]), BEFORE[1])
