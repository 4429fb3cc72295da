"""A remark can be on an answer sheet too.

Revision: 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op


revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None

CHECKS = {
    'ck_opmerking_bij_plan_of_blad': '(plan_id IS NULL) <> (blad_id IS NULL)',
    'ck_opmerking_versie_bij_plan': '(plan_id IS NULL) = (versie_id IS NULL)',
}
LINK = 'fk_opmerking_blad_id_antwoordblad'


def upgrade() -> None:
    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        batch_op.add_column(sa.Column('blad_id', sa.Integer(), nullable=True))
        for name in ('plan_id', 'versie_id'):
            batch_op.alter_column(name, existing_type=sa.Integer(), nullable=True)
        batch_op.create_foreign_key(op.f(LINK), 'antwoordblad', ['blad_id'], ['id'], ondelete='CASCADE')
        batch_op.create_index('ix_opmerking_blad_step', ['blad_id', 'step_key'], unique=False)
        for name, condition in CHECKS.items():
            batch_op.create_check_constraint(op.f(name), condition)


def downgrade() -> None:
    # The tables of before have no place for what was said about answers.
    op.execute("DELETE FROM reactie WHERE opmerking_id IN (SELECT id FROM opmerking WHERE blad_id IS NOT NULL)")
    op.execute("DELETE FROM opmerking WHERE blad_id IS NOT NULL")
    with op.batch_alter_table('opmerking', schema=None) as batch_op:
        for name in CHECKS:
            batch_op.drop_constraint(op.f(name), type_='check')
        batch_op.drop_index('ix_opmerking_blad_step')
        batch_op.drop_constraint(op.f(LINK), type_='foreignkey')
        for name in ('plan_id', 'versie_id'):
            batch_op.alter_column(name, existing_type=sa.Integer(), nullable=False)
        batch_op.drop_column('blad_id')
