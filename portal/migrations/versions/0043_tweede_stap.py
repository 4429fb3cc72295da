"""The second step of signing in: apps, passkeys, recovery codes, and resetting what somebody lost.

Revision: 0043, after 0042.
"""

import sqlalchemy as sa
from alembic import op


revision = '0043'
down_revision = '0042'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('app_sleutel',
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('geheim', sa.Text(), nullable=False),
    sa.Column('laatste_teller', sa.Integer(), nullable=False),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_app_sleutel_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('account_id', name=op.f('pk_app_sleutel'))
    )
    op.create_table('factor_herstel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('gevraagd_door_id', sa.Integer(), nullable=False),
    sa.Column('gevraagd_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('besloten_door_id', sa.Integer(), nullable=True),
    sa.Column('besloten_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_bevestigd', sa.Boolean(), nullable=False),
    sa.CheckConstraint('(besloten_op IS NULL) = (besloten_door_id IS NULL)', name=op.f('ck_factor_herstel_besloten_met_wie')),
    sa.CheckConstraint('besloten_door_id IS NULL OR NOT is_bevestigd OR (besloten_door_id <> account_id AND besloten_door_id <> gevraagd_door_id)', name=op.f('ck_factor_herstel_door_een_ander_bevestigd')),
    sa.CheckConstraint('gevraagd_door_id <> account_id', name=op.f('ck_factor_herstel_niet_voor_zichzelf_gevraagd')),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_factor_herstel_account_id_account'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['besloten_door_id'], ['account.id'], name=op.f('fk_factor_herstel_besloten_door_id_account')),
    sa.ForeignKeyConstraint(['gevraagd_door_id'], ['account.id'], name=op.f('fk_factor_herstel_gevraagd_door_id_account')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_factor_herstel'))
    )
    with op.batch_alter_table('factor_herstel', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_factor_herstel_account_id'), ['account_id'], unique=False)
        batch_op.create_index('uq_factor_herstel_open', ['account_id'], unique=True, sqlite_where=sa.text('besloten_op IS NULL'), postgresql_where=sa.text('besloten_op IS NULL'))

    op.create_table('herstel_code',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.Column('gebruikt_op', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_herstel_code_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_herstel_code'))
    )
    with op.batch_alter_table('herstel_code', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_herstel_code_account_id'), ['account_id'], unique=False)

    op.create_table('passkey',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('naam', sa.String(length=60), nullable=False),
    sa.Column('credential_id', sa.LargeBinary(), nullable=False),
    sa.Column('publieke_sleutel', sa.LargeBinary(), nullable=False),
    sa.Column('teller', sa.Integer(), nullable=False),
    sa.Column('laatst_gebruikt_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('aangemaakt_op', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_passkey_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_passkey')),
    sa.UniqueConstraint('credential_id', name=op.f('uq_passkey_credential_id'))
    )
    with op.batch_alter_table('passkey', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_passkey_account_id'), ['account_id'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('passkey', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_passkey_account_id'))

    op.drop_table('passkey')
    with op.batch_alter_table('herstel_code', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_herstel_code_account_id'))

    op.drop_table('herstel_code')
    with op.batch_alter_table('factor_herstel', schema=None) as batch_op:
        batch_op.drop_index('uq_factor_herstel_open', sqlite_where=sa.text('besloten_op IS NULL'), postgresql_where=sa.text('besloten_op IS NULL'))
        batch_op.drop_index(batch_op.f('ix_factor_herstel_account_id'))

    op.drop_table('factor_herstel')
    op.drop_table('app_sleutel')
