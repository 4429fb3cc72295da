"""Where texts stand in what was handed in, with their stems, and what SQLite and PostgreSQL need to find a stem.

What was handed in before gets its places by `flask zoekwoorden-maken`, or by itself with the next upkeep.

Revision: 0021, after 0020.
"""

import sqlalchemy as sa
from alembic import op


revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None

SQLITE = (
    "CREATE VIRTUAL TABLE tekst_index USING fts5(stammen, content='tekst_plaats', content_rowid='id',"
    " tokenize='ascii', detail='none')",
    "CREATE TRIGGER tekst_index_erbij AFTER INSERT ON tekst_plaats BEGIN"
    " INSERT INTO tekst_index(rowid, stammen) VALUES (new.id, new.stammen); END",
    "CREATE TRIGGER tekst_index_weg AFTER DELETE ON tekst_plaats BEGIN"
    " INSERT INTO tekst_index(tekst_index, rowid, stammen) VALUES ('delete', old.id, old.stammen); END",
)
POSTGRESQL = ("CREATE INDEX tekst_index_woorden ON tekst_plaats USING gin (array_to_tsvector(string_to_array(stammen, ' ')))",)


def upgrade() -> None:
    op.create_table('tekst_plaats',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('indiening_id', sa.Integer(), nullable=True),
    sa.Column('blad_indiening_id', sa.Integer(), nullable=True),
    sa.Column('positie', sa.Integer(), nullable=False),
    sa.Column('onderdeel', sa.String(length=80), nullable=False),
    sa.Column('regio_code', sa.String(length=10), nullable=False),
    sa.Column('kop', sa.Text(), nullable=False),
    sa.Column('tekst', sa.Text(), nullable=False),
    sa.Column('stammen', sa.Text(), nullable=False),
    sa.CheckConstraint('(indiening_id IS NULL) <> (blad_indiening_id IS NULL)', name=op.f('ck_tekst_plaats_van_een_indiening')),
    sa.ForeignKeyConstraint(['blad_indiening_id'], ['blad_indiening.id'], name=op.f('fk_tekst_plaats_blad_indiening_id_blad_indiening'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['indiening_id'], ['indiening.id'], name=op.f('fk_tekst_plaats_indiening_id_indiening'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tekst_plaats')),
    sa.UniqueConstraint('blad_indiening_id', 'positie', name=op.f('uq_tekst_plaats_blad_indiening_id')),
    sa.UniqueConstraint('indiening_id', 'positie', name=op.f('uq_tekst_plaats_indiening_id'))
    )
    for statement in SQLITE if op.get_bind().dialect.name == 'sqlite' else POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == 'sqlite':
        op.execute('DROP TABLE tekst_index')
    op.drop_table('tekst_plaats')
