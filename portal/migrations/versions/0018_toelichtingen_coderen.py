"""Explanations on answer sheets can be coded, own questions have codes of their own, and the code book of 2026 is there.

Places are made for what was handed in before. Codes are added to the book as `flask regios-laden` did: what somebody
changed, merged, retired or named the same stays as it is.

Revision: 0018, after 0017.
"""

import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from forms.national.code_book_2026 import CODE_BOOK_2026

revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None

BEFORE = ('acties', 'successen', 'lessen', 'verwachtingen')
NOW = (*BEFORE, 'redenen', 'eigen')
OF_TWO = '(actie_id IS NULL) <> (regel_id IS NULL)'
OF_THREE = (
    "(CASE WHEN actie_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN regel_id IS NULL THEN 0 ELSE 1 END)"
    " + (CASE WHEN plek_id IS NULL THEN 0 ELSE 1 END) = 1"
)
NOT_MERGED = {'sqlite_where': sa.text('samengevoegd_in_id IS NULL'), 'postgresql_where': sa.text('samengevoegd_in_id IS NULL')}
# The explanations of the only edition that was in use before this, and the statuses that ask for one.
EXPLANATIONS = ('afstemming_toelichting', 'voortgang_toelichting', 'doel_toelichting')
NEED_A_REASON = ('aandacht', 'gestopt')


def upgrade() -> None:
    op.create_table('tekst_plek',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('blad_id', sa.Integer(), nullable=False),
    sa.Column('soort', sa.Enum(*NOW, name='soort', native_enum=False, create_constraint=True, length=40), nullable=False),
    sa.Column('veld', sa.String(length=80), nullable=False),
    sa.Column('regio_code', sa.String(length=10), nullable=False),
    sa.Column('indiening_nummer', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['blad_id'], ['antwoordblad.id'], name=op.f('fk_tekst_plek_blad_id_antwoordblad'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tekst_plek')),
    sa.UniqueConstraint('blad_id', 'veld', 'regio_code', name=op.f('uq_tekst_plek_blad_id'))
    )
    with op.batch_alter_table('codering', schema=None) as batch_op:
        batch_op.add_column(sa.Column('plek_id', sa.Integer(), nullable=True))
        batch_op.create_foreign_key(op.f('fk_codering_plek_id_tekst_plek'), 'tekst_plek', ['plek_id'], ['id'], ondelete='CASCADE')
        batch_op.create_unique_constraint(op.f('uq_codering_plek_id'), ['plek_id'])
        batch_op.create_index(op.f('ix_codering_bron'), ['bron'], unique=False)
        batch_op.drop_constraint(op.f('ck_codering_actie_of_regel'), type_='check')
        batch_op.create_check_constraint(op.f('ck_codering_actie_regel_of_plek'), OF_THREE)
    _codes_of(NOW, with_question=True)
    _make_places()
    _load_book()


def downgrade() -> None:
    """Codes of kinds that are not known any more go, with what has them."""
    gone = "SELECT id FROM code WHERE soort IN ('redenen', 'eigen')"
    coded = "SELECT id FROM codering WHERE plek_id IS NOT NULL"
    op.execute(f"DELETE FROM codering_code WHERE code_id IN ({gone}) OR codering_id IN ({coded})")
    op.execute(f"DELETE FROM codering_historie WHERE codering_id IN ({coded})")
    op.execute("DELETE FROM codering WHERE plek_id IS NOT NULL")
    op.execute("UPDATE code SET samengevoegd_in_id = NULL WHERE soort IN ('redenen', 'eigen')")
    op.execute("DELETE FROM code WHERE soort IN ('redenen', 'eigen')")
    _codes_of(BEFORE, with_question=False)
    with op.batch_alter_table('codering', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('ck_codering_actie_regel_of_plek'), type_='check')
        batch_op.create_check_constraint(op.f('ck_codering_actie_of_regel'), OF_TWO)
        batch_op.drop_index(op.f('ix_codering_bron'))
        batch_op.drop_constraint(op.f('uq_codering_plek_id'), type_='unique')
        batch_op.drop_constraint(op.f('fk_codering_plek_id_tekst_plek'), type_='foreignkey')
        batch_op.drop_column('plek_id')
    op.drop_table('tekst_plek')


def _codes_of(soorten: tuple[str, ...], *, with_question: bool) -> None:
    """The code book takes codes of these kinds; a name is taken once in a kind (and an own question)."""
    named = ['soort', 'vraag', 'naam'] if with_question else ['soort', 'naam']
    values = ', '.join(f"'{one}'" for one in soorten)
    with op.batch_alter_table('code', schema=None) as batch_op:
        batch_op.drop_index('uq_code_soort_naam', **NOT_MERGED)
        batch_op.drop_constraint(op.f('ck_code_soort'), type_='check')
        batch_op.create_check_constraint(op.f('ck_code_soort'), f'soort IN ({values})')
        if with_question:
            batch_op.add_column(sa.Column('vraag', sa.String(length=60), server_default='', nullable=False))
        else:
            batch_op.drop_column('vraag')
    with op.batch_alter_table('code', schema=None) as batch_op:
        if with_question:
            batch_op.alter_column('vraag', existing_type=sa.String(length=60), existing_nullable=False, server_default=None)
        batch_op.create_index('uq_code_soort_naam', named, unique=True, **NOT_MERGED)


def _make_places() -> None:
    query = sa.text(
        'SELECT i.blad_id, i.nummer, i.snapshot FROM blad_indiening i JOIN antwoordblad b ON b.id = i.blad_id'
        ' WHERE i.nummer = b.indiening_nummer ORDER BY i.blad_id'
    )
    table = sa.table('tekst_plek', *(sa.column(one) for one in ('blad_id', 'soort', 'veld', 'regio_code', 'indiening_nummer')))
    for row in op.get_bind().execute(query).all():
        content = row.snapshot if isinstance(row.snapshot, dict) else json.loads(row.snapshot)
        found = [
            {'blad_id': row.blad_id, 'soort': soort, 'veld': veld, 'regio_code': code, 'indiening_nummer': row.nummer}
            for soort, veld, code in _places_in(content)
        ]
        if found:
            op.bulk_insert(table, found)


def _places_in(content: dict) -> list[tuple[str, str, str]]:
    own = [one['key'] for one in content.get('extra_vragen') or () if one['kind'] in ('long_text', 'short_text')]
    asked = [*(('redenen', key) for key in EXPLANATIONS), *(('eigen', key) for key in own)]
    answers = [('', content.get('answers') or {}), *(content.get('afwijkingen') or {}).items()]
    texts = [(soort, key, code) for soort, key in asked for code, given in answers if given.get(key, '').strip()]
    for actie_id, told in (content.get('voortgang') or {}).items():
        for code, one in [('', told), *(told.get('afwijkingen') or {}).items()]:
            if one['status'] in NEED_A_REASON and one['toelichting'].strip():
                texts.append(('redenen', f'voortgang:{actie_id}', code))
    return texts


def _load_book() -> None:
    bind = op.get_bind()
    present = bind.execute(sa.text('SELECT soort, sleutel, naam, samengevoegd_in_id FROM code')).all()
    keys = {(one.soort, one.sleutel) for one in present if one.sleutel}
    names = {(one.soort, one.naam.casefold()) for one in present if one.samengevoegd_in_id is None}
    columns = ('soort', 'sleutel', 'vraag', 'naam', 'omschrijving', 'trefwoorden', 'positie', 'revision', 'gewijzigd_op')
    table = sa.table('code', *(sa.column(one, TYPES.get(one)) for one in columns))
    new = [
        {
            'soort': one.soort.value, 'sleutel': one.key, 'vraag': '', 'naam': one.naam, 'omschrijving': one.omschrijving,
            'trefwoorden': {'formaat': 1, 'lijst': list(one.trefwoorden)}, 'positie': place, 'revision': 1,
            'gewijzigd_op': datetime.now(UTC),
        }
        for place, one in enumerate(CODE_BOOK_2026, start=1)
        if (one.soort.value, one.key) not in keys and (one.soort.value, one.naam.casefold()) not in names
    ]
    if new:
        op.bulk_insert(table, new)


TYPES = {'trefwoorden': sa.JSON(), 'gewijzigd_op': sa.DateTime(timezone=True)}
