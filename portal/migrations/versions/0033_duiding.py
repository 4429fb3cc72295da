"""What a region says of its figures, with the way back of its texts, and by which share it takes its part of the target.

Revision: 0033, after 0032.
"""

import sqlalchemy as sa
from alembic import op


revision = '0033'
down_revision = '0032'
branch_labels = None
depends_on = None

BEFORE = ('ck_tekst_stap_van_een_antwoord', '(plan_id IS NULL) <> (blad_antwoord_id IS NULL)')
NOW = (
    'ck_tekst_stap_van_een_tekst',
    'CASE WHEN plan_id IS NULL THEN 0 ELSE 1 END + CASE WHEN blad_antwoord_id IS NULL THEN 0 ELSE 1 END '
    '+ CASE WHEN duiding_id IS NULL THEN 0 ELSE 1 END = 1',
)


def upgrade() -> None:
    op.create_table('regio_duiding',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('question_key', sa.String(length=60), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.Column('gedeeld', sa.Text(), nullable=False),
    sa.Column('gedeeld_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('gedeeld_door_id', sa.Integer(), nullable=True),
    sa.CheckConstraint('revision >= 1', name=op.f('ck_regio_duiding_revision_vanaf_een')),
    sa.ForeignKeyConstraint(['gedeeld_door_id'], ['account.id'], name=op.f('fk_regio_duiding_gedeeld_door_id_account')),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_regio_duiding_gewijzigd_door_id_account')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_regio_duiding_regio_id_regio')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_regio_duiding')),
    sa.UniqueConstraint('regio_id', 'question_key', name='uq_regio_duiding_vraag')
    )
    op.create_table('regio_verdeling',
    sa.Column('regio_id', sa.Integer(), nullable=False),
    sa.Column('verdeling', sa.Enum('instroom', 'inwoners', 'stand', name='verdeling', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('gekozen_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gekozen_door_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['gekozen_door_id'], ['account.id'], name=op.f('fk_regio_verdeling_gekozen_door_id_account')),
    sa.ForeignKeyConstraint(['regio_id'], ['regio.id'], name=op.f('fk_regio_verdeling_regio_id_regio')),
    sa.PrimaryKeyConstraint('regio_id', name=op.f('pk_regio_verdeling'))
    )
    op.create_table('duiding_historie',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('duiding_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('gewijzigd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gewijzigd_door_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['duiding_id'], ['regio_duiding.id'], name=op.f('fk_duiding_historie_duiding_id_regio_duiding'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['gewijzigd_door_id'], ['account.id'], name=op.f('fk_duiding_historie_gewijzigd_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_duiding_historie'))
    )
    op.create_index(op.f('ix_duiding_historie_duiding_id'), 'duiding_historie', ['duiding_id'])

    with op.batch_alter_table('tekst_stap', schema=None) as batch_op:
        batch_op.add_column(sa.Column('duiding_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_tekst_stap_duiding_id'), ['duiding_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_tekst_stap_duiding_id_regio_duiding'), 'regio_duiding', ['duiding_id'], ['id'], ondelete='CASCADE')
        batch_op.drop_constraint(op.f(BEFORE[0]), type_='check')
        batch_op.create_check_constraint(op.f(NOW[0]), NOW[1])



def downgrade() -> None:
    # The tables of before have no place for these.
    op.execute("DELETE FROM tekst_stap WHERE duiding_id IS NOT NULL")
    with op.batch_alter_table('tekst_stap', schema=None) as batch_op:
        batch_op.drop_constraint(op.f(NOW[0]), type_='check')
        batch_op.drop_constraint(batch_op.f('fk_tekst_stap_duiding_id_regio_duiding'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_tekst_stap_duiding_id'))
        batch_op.drop_column('duiding_id')
        batch_op.create_check_constraint(op.f(BEFORE[0]), BEFORE[1])

    op.drop_table('duiding_historie')
    op.drop_table('regio_verdeling')
    op.drop_table('regio_duiding')
