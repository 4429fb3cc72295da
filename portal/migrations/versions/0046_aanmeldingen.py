"""Who is signed in where: signing out ends it for every copy of a cookie.

Revision: 0046, after 0045.
"""

import sqlalchemy as sa
from alembic import op


revision = '0046'
down_revision = '0045'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('aanmelding',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('merk', sa.String(length=64), nullable=False),
    sa.Column('browser', sa.String(length=60), nullable=False),
    sa.Column('begonnen_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('gezien_op', sa.DateTime(timezone=True), nullable=False),
    sa.Column('beeindigd_op', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reden', sa.Enum('afgemeld', 'elders_afgemeld', 'opnieuw_aangemeld', 'wachtwoord', 'rechten', 'account_uit', name='reden', native_enum=False, create_constraint=True, length=40), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_aanmelding_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_aanmelding')),
    sa.UniqueConstraint('merk', name=op.f('uq_aanmelding_merk'))
    )
    with op.batch_alter_table('aanmelding', schema=None) as batch_op:
        batch_op.create_index('ix_aanmelding_open', ['account_id', 'beeindigd_op'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('aanmelding', schema=None) as batch_op:
        batch_op.drop_index('ix_aanmelding_open')

    op.drop_table('aanmelding')
