"""An answer sheet that comes in as a file.

Revision: 0047, after 0046.
"""

import sqlalchemy as sa
from alembic import op


revision = '0047'
down_revision = '0046'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('blad_inlezing',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=True),
    sa.Column('inhoud', sa.JSON(), nullable=False),
    sa.Column('gelezen_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gelezen_door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_blad_inlezing_account_id_account')),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_blad_inlezing_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['gelezen_door_id'], ['account.id'], name=op.f('fk_blad_inlezing_gelezen_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_blad_inlezing')),
    sa.UniqueConstraint('blad_id', 'account_id', name='uq_blad_inlezing_blad_account')
    )
    op.create_index(op.f('ix_blad_inlezing_blad_id'), 'blad_inlezing', ['blad_id'])


def downgrade() -> None:
    op.drop_index(op.f('ix_blad_inlezing_blad_id'), table_name='blad_inlezing')
    op.drop_table('blad_inlezing')
