"""Which texts are coded twice, and what the second person gave.

Revision: 0031, after 0030.
"""

import sqlalchemy as sa
from alembic import op


revision = '0031'
down_revision = '0030'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('dubbel_steekproef',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('uitvraag_id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.Enum('acties', 'successen', 'lessen', 'verwachtingen', 'redenen', 'eigen', name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('vraag', sa.String(length=60), nullable=False),
    sa.Column('aandeel', sa.Integer(), nullable=False),
    sa.Column('teksten', sa.Integer(), nullable=False),
    sa.Column('getrokken_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('getrokken_door_id', sa.Integer(), nullable=False),
    sa.CheckConstraint('aandeel BETWEEN 1 AND 100', name=op.f('ck_dubbel_steekproef_aandeel_in_procenten')),
    sa.ForeignKeyConstraint(['getrokken_door_id'], ['account.id'], name=op.f('fk_dubbel_steekproef_getrokken_door_id_account')),
    sa.ForeignKeyConstraint(['uitvraag_id'], ['uitvraag.id'], name=op.f('fk_dubbel_steekproef_uitvraag_id_uitvraag')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dubbel_steekproef')),
    sa.UniqueConstraint('uitvraag_id', 'soort', 'vraag', name='uq_dubbel_steekproef_soort')
    )
    op.create_index(op.f('ix_dubbel_steekproef_uitvraag_id'), 'dubbel_steekproef', ['uitvraag_id'])
    op.create_table('dubbel_tekst',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('steekproef_id', sa.Integer(), nullable=False),
    sa.Column('actie_id', sa.Integer(), nullable=True),
    sa.Column('regel_id', sa.Integer(), nullable=True),
    sa.Column('plek_id', sa.Integer(), nullable=True),
    sa.Column('eerste', sa.JSON(), nullable=True),
    sa.Column('eerste_door_id', sa.Integer(), nullable=True),
    sa.Column('tweede', sa.JSON(), nullable=True),
    sa.Column('tweede_door_id', sa.Integer(), nullable=True),
    sa.Column('tweede_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('afgesproken', sa.JSON(), nullable=True),
    sa.Column('besproken_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('besproken_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('(CASE WHEN actie_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN regel_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN plek_id IS NULL THEN 0 ELSE 1 END) = 1', name=op.f('ck_dubbel_tekst_actie_regel_of_plek')),
    sa.ForeignKeyConstraint(['actie_id'], ['actie.id'], name=op.f('fk_dubbel_tekst_actie_id_actie')),
    sa.ForeignKeyConstraint(['besproken_door_id'], ['account.id'], name=op.f('fk_dubbel_tekst_besproken_door_id_account')),
    sa.ForeignKeyConstraint(['eerste_door_id'], ['account.id'], name=op.f('fk_dubbel_tekst_eerste_door_id_account')),
    sa.ForeignKeyConstraint(['plek_id'], ['tekst_plek.id'], name=op.f('fk_dubbel_tekst_plek_id_tekst_plek'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['regel_id'], ['blad_regel.id'], name=op.f('fk_dubbel_tekst_regel_id_blad_regel'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['steekproef_id'], ['dubbel_steekproef.id'], name=op.f('fk_dubbel_tekst_steekproef_id_dubbel_steekproef'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tweede_door_id'], ['account.id'], name=op.f('fk_dubbel_tekst_tweede_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dubbel_tekst')),
    sa.UniqueConstraint('steekproef_id', 'actie_id', name='uq_dubbel_tekst_actie'),
    sa.UniqueConstraint('steekproef_id', 'plek_id', name='uq_dubbel_tekst_plek'),
    sa.UniqueConstraint('steekproef_id', 'regel_id', name='uq_dubbel_tekst_regel')
    )
    op.create_index(op.f('ix_dubbel_tekst_actie_id'), 'dubbel_tekst', ['actie_id'])
    op.create_index(op.f('ix_dubbel_tekst_plek_id'), 'dubbel_tekst', ['plek_id'])
    op.create_index(op.f('ix_dubbel_tekst_regel_id'), 'dubbel_tekst', ['regel_id'])
    op.create_index(op.f('ix_dubbel_tekst_steekproef_id'), 'dubbel_tekst', ['steekproef_id'])


def downgrade() -> None:
    op.drop_table('dubbel_tekst')
    op.drop_table('dubbel_steekproef')
