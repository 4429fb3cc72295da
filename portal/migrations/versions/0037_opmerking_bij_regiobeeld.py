"""A remark can be on the regiobeeld of a region too: on one of its views.

Revision: 0037, after 0036.
"""

import sqlalchemy as sa
from alembic import op


revision = '0037'
down_revision = '0036'
branch_labels = None
depends_on = None

NAME = 'ck_opmerking_bij_een_ding'
BEFORE = (
    'CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END + CASE WHEN blad_id IS NULL THEN 0 ELSE 1 END '
    '+ CASE WHEN rapport_id IS NULL THEN 0 ELSE 1 END = 1'
)
NOW = (
    'CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END + CASE WHEN blad_id IS NULL THEN 0 ELSE 1 END '
    '+ CASE WHEN rapport_id IS NULL THEN 0 ELSE 1 END + CASE WHEN regio_id IS NULL THEN 0 ELSE 1 END = 1'
)
LINK = 'fk_opmerking_regio_id_regio'


def upgrade() -> None:
    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        batch_op.add_column(sa.Column('regio_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f(LINK), 'regio', ['regio_id'], ['id'])
        batch_op.create_index('ix_opmerking_regio_step', ['regio_id', 'step_key'], unique=False)
        batch_op.drop_constraint(op.f(NAME), type_='check')
        batch_op.create_check_constraint(op.f(NAME), NOW)


def downgrade() -> None:
    # The tables of before have no place for what was said about a regiobeeld.
    op.execute("DELETE FROM reactie WHERE opmerking_id IN (SELECT id FROM opmerking WHERE regio_id IS NOT NULL)")
    op.execute("DELETE FROM opmerking WHERE regio_id IS NOT NULL")
    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        batch_op.drop_constraint(op.f(NAME), type_='check')
        batch_op.drop_index('ix_opmerking_regio_step')
        batch_op.drop_constraint(op.f(LINK), type_='foreignkey')
        batch_op.drop_column('regio_id')
        batch_op.create_check_constraint(op.f(NAME), BEFORE)
