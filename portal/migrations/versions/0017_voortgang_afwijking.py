"""An action of a joint plan may go otherwise in one of its regions.

Revision: 0017, after 0016.
"""

import sqlalchemy as sa
from alembic import op


revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('voortgang_afwijking',
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('actie_id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('status', sa.String(length=20), nullable=False),
    sa.Column('toelichting', sa.Text(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_voortgang_afwijking_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['actie_id'], ['actie.id'], name=op.f('fk_voortgang_afwijking_actie_id_actie')),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_voortgang_afwijking_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_voortgang_afwijking_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_voortgang_afwijking_regio_id_regio')),
    sa.PrimaryKeyConstraint('blad_id', 'actie_id', 'regio_id', name=op.f('pk_voortgang_afwijking'))
    )


def downgrade() -> None:
    op.drop_table('voortgang_afwijking')
