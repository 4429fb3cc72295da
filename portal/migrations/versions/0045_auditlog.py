"""The audit log: lines, the seals over them, and the segments that went; with triggers that refuse a change.

Revision: 0045, after 0044.
"""

import sqlalchemy as sa
from alembic import op


revision = '0045'
down_revision = '0044'
branch_labels = None
depends_on = None

SQLITE = (
    "CREATE TRIGGER audit_regel_wijzigen BEFORE UPDATE ON audit_regel BEGIN SELECT RAISE(ABORT, 'het"
    " auditlog wordt alleen aangevuld'); END",
    "CREATE TRIGGER audit_regel_weg BEFORE DELETE ON audit_regel WHEN NOT EXISTS (SELECT 1 FROM"
    " audit_opruiming o WHERE o.tot_regel >= old.id) BEGIN SELECT RAISE(ABORT, 'het auditlog wordt alleen"
    " aangevuld'); END",
    "CREATE TRIGGER audit_zegel_wijzigen BEFORE UPDATE ON audit_zegel BEGIN SELECT RAISE(ABORT, 'het"
    " auditlog wordt alleen aangevuld'); END",
    "CREATE TRIGGER audit_zegel_weg BEFORE DELETE ON audit_zegel WHEN NOT EXISTS (SELECT 1 FROM"
    " audit_opruiming o WHERE o.tot_zegel > old.nummer AND NOT EXISTS (SELECT 1 FROM audit_opruiming kept"
    " WHERE kept.tot_zegel = old.nummer)) BEGIN SELECT RAISE(ABORT, 'het auditlog wordt alleen"
    " aangevuld'); END",
    "CREATE TRIGGER audit_opruiming_wijzigen BEFORE UPDATE ON audit_opruiming BEGIN SELECT RAISE(ABORT,"
    " 'het auditlog wordt alleen aangevuld'); END",
    "CREATE TRIGGER audit_opruiming_weg BEFORE DELETE ON audit_opruiming BEGIN SELECT RAISE(ABORT, 'het"
    " auditlog wordt alleen aangevuld'); END",
    "CREATE TRIGGER audit_opruiming_erbij BEFORE INSERT ON audit_opruiming WHEN NOT EXISTS (SELECT 1 FROM"
    " audit_zegel z WHERE z.nummer = new.tot_zegel AND z.laatste_id = new.tot_regel AND z.segment ="
    " new.segment AND EXISTS (SELECT 1 FROM audit_zegel later WHERE later.nummer = z.nummer + 1 AND"
    " later.segment > z.segment)) BEGIN SELECT RAISE(ABORT, 'het auditlog wordt alleen aangevuld'); END",
)
POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION audit_weigeren() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE"
    " EXCEPTION 'het auditlog wordt alleen aangevuld'; END $$",
    "CREATE TRIGGER audit_regel_wijzigen BEFORE UPDATE ON audit_regel FOR EACH ROW EXECUTE FUNCTION"
    " audit_weigeren()",
    "CREATE TRIGGER audit_regel_legen BEFORE TRUNCATE ON audit_regel EXECUTE FUNCTION audit_weigeren()",
    "CREATE FUNCTION audit_regel_mag_weg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT"
    " 1 FROM audit_opruiming o WHERE o.tot_regel >= old.id) THEN RETURN old; END IF; RAISE EXCEPTION 'het"
    " auditlog wordt alleen aangevuld'; END $$",
    "CREATE TRIGGER audit_regel_weg BEFORE DELETE ON audit_regel FOR EACH ROW EXECUTE FUNCTION"
    " audit_regel_mag_weg()",
    "CREATE TRIGGER audit_zegel_wijzigen BEFORE UPDATE ON audit_zegel FOR EACH ROW EXECUTE FUNCTION"
    " audit_weigeren()",
    "CREATE TRIGGER audit_zegel_legen BEFORE TRUNCATE ON audit_zegel EXECUTE FUNCTION audit_weigeren()",
    "CREATE FUNCTION audit_zegel_mag_weg() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS (SELECT"
    " 1 FROM audit_opruiming o WHERE o.tot_zegel > old.nummer AND NOT EXISTS (SELECT 1 FROM"
    " audit_opruiming kept WHERE kept.tot_zegel = old.nummer)) THEN RETURN old; END IF; RAISE EXCEPTION"
    " 'het auditlog wordt alleen aangevuld'; END $$",
    "CREATE TRIGGER audit_zegel_weg BEFORE DELETE ON audit_zegel FOR EACH ROW EXECUTE FUNCTION"
    " audit_zegel_mag_weg()",
    "CREATE TRIGGER audit_opruiming_wijzigen BEFORE UPDATE ON audit_opruiming FOR EACH ROW EXECUTE"
    " FUNCTION audit_weigeren()",
    "CREATE TRIGGER audit_opruiming_legen BEFORE TRUNCATE ON audit_opruiming EXECUTE FUNCTION"
    " audit_weigeren()",
    "CREATE TRIGGER audit_opruiming_weg BEFORE DELETE ON audit_opruiming FOR EACH ROW EXECUTE FUNCTION"
    " audit_weigeren()",
    "CREATE FUNCTION audit_opruiming_mag_erbij() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF EXISTS"
    " (SELECT 1 FROM audit_zegel z WHERE z.nummer = new.tot_zegel AND z.laatste_id = new.tot_regel AND"
    " z.segment = new.segment AND EXISTS (SELECT 1 FROM audit_zegel later WHERE later.nummer = z.nummer +"
    " 1 AND later.segment > z.segment)) THEN RETURN new; END IF; RAISE EXCEPTION 'het auditlog wordt"
    " alleen aangevuld'; END $$",
    "CREATE TRIGGER audit_opruiming_erbij BEFORE INSERT ON audit_opruiming FOR EACH ROW EXECUTE FUNCTION"
    " audit_opruiming_mag_erbij()",
)
FUNCTIONS = ('audit_weigeren', 'audit_regel_mag_weg', 'audit_zegel_mag_weg', 'audit_opruiming_mag_erbij')


def upgrade() -> None:
    op.create_table('audit_opruiming',
    sa.Column('tot_zegel', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('segment', sa.String(length=7), nullable=False),
    sa.Column('tot_regel', sa.Integer(), nullable=False),
    sa.Column('op', sa.String(length=26), nullable=False),
    sa.PrimaryKeyConstraint('tot_zegel', name=op.f('pk_audit_opruiming')),
    sa.UniqueConstraint('segment', name=op.f('uq_audit_opruiming_segment'))
    )
    op.create_table('audit_regel',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('op', sa.String(length=26), nullable=False),
    sa.Column('oorsprong', sa.Enum('web', 'opdrachtregel', 'onderhoud', name='oorsprong', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('actie', sa.String(length=80), nullable=False),
    sa.Column('object_soort', sa.String(length=40), nullable=False),
    sa.Column('object_id', sa.String(length=80), nullable=False),
    sa.Column('resultaat', sa.Enum('gelukt', 'geweigerd', 'mislukt', name='resultaat', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('verzoek', sa.String(length=64), nullable=False),
    sa.Column('merk', sa.String(length=48), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_regel')),
    sqlite_autoincrement=True
    )
    with op.batch_alter_table('audit_regel', schema=None) as batch_op:
        batch_op.create_index('ix_audit_regel_actie', ['actie', 'id'], unique=False)
        batch_op.create_index('ix_audit_regel_actor', ['actor_id', 'id'], unique=False)
        batch_op.create_index(batch_op.f('ix_audit_regel_op'), ['op'], unique=False)
    op.create_table('audit_zegel',
    sa.Column('nummer', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('segment', sa.String(length=7), nullable=False),
    sa.Column('eerste_id', sa.Integer(), nullable=False),
    sa.Column('laatste_id', sa.Integer(), nullable=False),
    sa.Column('aantal', sa.Integer(), nullable=False),
    sa.Column('regels', sa.String(length=64), nullable=False),
    sa.Column('vorige', sa.String(length=64), nullable=False),
    sa.Column('op', sa.String(length=26), nullable=False),
    sa.Column('hash', sa.String(length=64), nullable=False),
    sa.Column('merk', sa.String(length=48), nullable=False),
    sa.PrimaryKeyConstraint('nummer', name=op.f('pk_audit_zegel'))
    )
    for statement in SQLITE if op.get_bind().dialect.name == 'sqlite' else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table('audit_zegel')
    op.drop_table('audit_regel')
    op.drop_table('audit_opruiming')
    if op.get_bind().dialect.name == 'postgresql':
        for name in FUNCTIONS:
            op.execute(f'DROP FUNCTION {name}()')
