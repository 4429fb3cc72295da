"""From each revision of a text the way back to the one before: what two people started from can be read.

Revision: 0007, after 0006.
"""

import sqlalchemy as sa
from alembic import op


revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('tekst_stap',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=True),
    sa.Column('question_key', sa.String(length=60), nullable=False),
    sa.Column('blad_antwoord_id', sa.Integer(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('begin', sa.Integer(), nullable=False),
    sa.Column('eind', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('op', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('(plan_id IS NULL) <> (blad_antwoord_id IS NULL)', name=op.f('ck_tekst_stap_van_een_antwoord')),
    sa.ForeignKeyConstraint(['blad_antwoord_id'], ['blad_antwoord.id'], name=op.f('fk_tekst_stap_blad_antwoord_id_blad_antwoord'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['plan_id'], ['plan.id'], name=op.f('fk_tekst_stap_plan_id_plan'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tekst_stap'))
    )
    with op.batch_alter_table('tekst_stap', schema=None) as batch_op:
        batch_op.create_index('ix_tekst_stap_plan_question', ['plan_id', 'question_key'], unique=False)
        batch_op.create_index(batch_op.f('ix_tekst_stap_blad_antwoord_id'), ['blad_antwoord_id'], unique=False)


def downgrade() -> None:
    op.drop_table('tekst_stap')
