"""The words of a text that a code is about.

Revision: 0025, after 0024.
"""

import sqlalchemy as sa
from alembic import op



revision = '0025'
down_revision = '0024'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('codering_passage',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('codering_id', sa.Integer(), nullable=False),
    sa.Column('code_id', sa.Integer(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('vanaf', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['code_id'], ['code.id'], name=op.f('fk_codering_passage_code_id_code')),
    sa.ForeignKeyConstraint(['codering_id'], ['codering.id'], name=op.f('fk_codering_passage_codering_id_codering'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_codering_passage'))
    )
    op.create_index(op.f('ix_codering_passage_code_id'), 'codering_passage', ['code_id'])
    op.create_index(op.f('ix_codering_passage_codering_id'), 'codering_passage', ['codering_id'])
    with op.batch_alter_table('codering_historie') as batch:
        batch.add_column(sa.Column('passages', sa.JSON(), nullable=True))
    with op.batch_alter_table('rapport_citaat') as batch:
        batch.add_column(sa.Column('als_passage', sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table('rapport_citaat') as batch:
        batch.alter_column('als_passage', existing_type=sa.Boolean(), server_default=None)


def downgrade() -> None:
    with op.batch_alter_table('rapport_citaat') as batch:
        batch.drop_column('als_passage')
    with op.batch_alter_table('codering_historie') as batch:
        batch.drop_column('passages')
    op.drop_index(op.f('ix_codering_passage_codering_id'), 'codering_passage')
    op.drop_index(op.f('ix_codering_passage_code_id'), 'codering_passage')
    op.drop_table('codering_passage')
