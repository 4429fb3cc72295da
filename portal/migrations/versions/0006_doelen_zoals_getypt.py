"""The figures and dates of a goal are kept as typed, with what was read in them beside the words.

Numbers and days of before become the words in which the portal showed them, so nothing looks different.

Revision: 0006, after 0005.
"""

import json
from datetime import date
from decimal import Decimal

import sqlalchemy as sa
from alembic import op

from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

NUMBERS = ('nulwaarde', 'streefwaarde')
DAYS = ('peildatum', 'einddatum')
NAMES = {'nulwaarde': 'Nulwaarde', 'peildatum': 'Peildatum', 'streefwaarde': 'Streefwaarde', 'einddatum': 'Einddatum'}
GOAL = sa.table('doelstelling', sa.column('id', sa.Integer), sa.column('tekst', sa.Text))


def upgrade() -> None:
    before = _goals(
        *(sa.column(name, sa.Numeric(16, 4)) for name in NUMBERS), *(sa.column(name, sa.Date) for name in DAYS)
    )
    with op.batch_alter_table('doelstelling', schema=None) as batch_op:
        for name in (*NUMBERS, *DAYS):
            batch_op.drop_column(name)
    with op.batch_alter_table('doelstelling', schema=None) as batch_op:
        for name in (*NUMBERS, *DAYS):
            batch_op.add_column(sa.Column(name, sa.Text(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('gelezen', sa.JSON(none_as_null=True), nullable=True))
    for goal in before:
        _change(goal.id, {**_words(goal), 'gelezen': _reading(goal)}, gelezen=sa.JSON(none_as_null=True))
    with op.batch_alter_table('doelstelling', schema=None) as batch_op:
        for name in (*NUMBERS, *DAYS):
            batch_op.alter_column(name, existing_type=sa.Text(), existing_nullable=False, server_default=None)
        batch_op.alter_column('gelezen', existing_type=sa.JSON(), nullable=False)


def downgrade() -> None:
    """What a number or a day can't hold goes behind the text of the goal: nothing that was typed is lost."""
    before = _goals(*(sa.column(name, sa.Text) for name in (*NUMBERS, *DAYS)), sa.column('gelezen', sa.JSON))
    with op.batch_alter_table('doelstelling', schema=None) as batch_op:
        batch_op.drop_column('gelezen')
        for name in (*NUMBERS, *DAYS):
            batch_op.drop_column(name)
    with op.batch_alter_table('doelstelling', schema=None) as batch_op:
        for name in NUMBERS:
            batch_op.add_column(sa.Column(name, sa.Numeric(precision=16, scale=4), nullable=True))
        for name in DAYS:
            batch_op.add_column(sa.Column(name, sa.Date(), nullable=True))
    for goal in before:
        _change(goal.id, _plain(goal), **dict.fromkeys(NUMBERS, sa.Numeric(16, 4)), **dict.fromkeys(DAYS, sa.Date()))


def _goals(*columns: sa.ColumnClause) -> list[sa.Row]:
    query = sa.select(GOAL.c.id, GOAL.c.tekst, *columns).select_from(GOAL)
    return list(op.get_bind().execute(query))


def _change(goal_id: int, values: dict, **types: sa.types.TypeEngine) -> None:
    named = {name: sa.bindparam(name, value, type_=types.get(name)) for name, value in values.items()}
    table = sa.table('doelstelling', sa.column('id'), *(sa.column(name) for name in values))
    op.get_bind().execute(sa.update(table).where(table.c.id == goal_id).values(named))


def _words(goal: sa.Row) -> dict[str, str]:
    numbers = {name: getattr(goal, name) for name in NUMBERS}
    days = {name: getattr(goal, name) for name in DAYS}
    return {
        **{name: '' if one is None else dutch_number(one) for name, one in numbers.items()},
        **{name: '' if one is None else day_short(one) for name, one in days.items()},
    }


def _reading(goal: sa.Row) -> dict:
    return {
        'formaat': 1,
        **{name: _figures(getattr(goal, name)) for name in NUMBERS},
        **{name: _day(getattr(goal, name)) for name in DAYS},
    }


def _figures(number: Decimal | None) -> list:
    if number is None:
        return []
    bound = f'{number.normalize() + 0:f}'
    return [{'van': bound, 'tot': bound, 'vergelijking': '', 'ongeveer': False, 'eenheid': '', 'periode': None}]


def _day(day: date | None) -> dict | None:
    return day and {'van': day.isoformat(), 'tot': day.isoformat()}


def _plain(goal: sa.Row) -> dict:
    reading = goal.gelezen if isinstance(goal.gelezen, dict) else json.loads(goal.gelezen)
    values = {
        **{name: _number_of(reading[name]) for name in NUMBERS},
        **{name: _day_of(reading[name]) for name in DAYS},
    }
    left = [f'{NAMES[name]}: {words}' for name in values if (words := getattr(goal, name)) and values[name] is None]
    return {**values, 'tekst': '\n\n'.join([goal.tekst, *left])}


def _number_of(found: list) -> Decimal | None:
    if len(found) != 1:
        return None
    one = found[0]
    says_more = one['vergelijking'] or one['ongeveer'] or one['eenheid'] or one['periode'] or one['van'] != one['tot']
    return None if says_more else Decimal(one['van'])


def _day_of(found: dict | None) -> date | None:
    return date.fromisoformat(found['van']) if found and found['van'] and found['van'] == found['tot'] else None
