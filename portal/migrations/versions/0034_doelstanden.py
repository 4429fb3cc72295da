"""Where the goals of a plan stand, round by round.

Revision: 0034, after 0033.
"""

import sqlalchemy as sa
from alembic import op


revision = '0034'
down_revision = '0033'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('doelstand',
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('doel_id', sa.Integer(), nullable=False),
    sa.Column('waarde', sa.Text(), nullable=False),
    sa.Column('peildatum', sa.Text(), nullable=False),
    sa.Column('weet_niet', sa.Boolean(), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('gelezen', sa.JSON(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_doelstand_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_doelstand_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['doel_id'], ['doelstelling.id'], name=op.f('fk_doelstand_doel_id_doelstelling')),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_doelstand_gewijzigd_door_id_account')),
    sa.PrimaryKeyConstraint('blad_id', 'doel_id', name=op.f('pk_doelstand'))
    )


def downgrade() -> None:
    op.drop_table('doelstand')
