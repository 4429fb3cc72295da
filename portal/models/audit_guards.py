"""What guards the audit log inside the database: triggers that refuse a change, on both kinds.

A line may go only with its whole segment, and only when `audit_opruiming` says so; that table takes a segment only when
a later one has a seal. The migration that made these holds the same words.
"""

from __future__ import annotations

from sqlalchemy import DDL, FromClause, Table, event

from portal.models.audit import AuditOpruiming, AuditRegel, AuditZegel
from portal.models.base import Base

# A segment may go when it was closed: a later segment has a seal already.
_CLOSED = (
    "SELECT 1 FROM audit_zegel z WHERE z.nummer = new.tot_zegel AND z.laatste_id = new.tot_regel"
    " AND z.segment = new.segment AND EXISTS"
    " (SELECT 1 FROM audit_zegel later WHERE later.nummer = z.nummer + 1 AND later.segment > z.segment)"
)
_LINE_MAY_GO = "SELECT 1 FROM audit_opruiming o WHERE o.tot_regel >= old.id"
_SEAL_MAY_GO = (
    "SELECT 1 FROM audit_opruiming o WHERE o.tot_zegel > old.nummer AND NOT EXISTS"
    " (SELECT 1 FROM audit_opruiming kept WHERE kept.tot_zegel = old.nummer)"
)
_REFUSE = "SELECT RAISE(ABORT, 'het auditlog wordt alleen aangevuld')"


def _sqlite(table: str, may_go: str | None, when: str | None = None) -> tuple[str, ...]:
    unless = f" WHEN NOT EXISTS ({may_go})" if may_go else ""
    made = (
        f"CREATE TRIGGER {table}_wijzigen BEFORE UPDATE ON {table} BEGIN {_REFUSE}; END",
        f"CREATE TRIGGER {table}_weg BEFORE DELETE ON {table}{unless} BEGIN {_REFUSE}; END",
    )
    closed = f"CREATE TRIGGER {table}_erbij BEFORE INSERT ON {table} WHEN NOT EXISTS ({when}) BEGIN {_REFUSE}; END"
    return (*made, closed) if when else made


def _function(name: str, condition: str, gives: str) -> str:
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF EXISTS ({condition}) THEN RETURN {gives}; END IF;"
        " RAISE EXCEPTION 'het auditlog wordt alleen aangevuld'; END $$"
    )


def _postgresql(table: str, may_go: str | None, when: str | None = None) -> tuple[str, ...]:
    made = (
        f"CREATE TRIGGER {table}_wijzigen BEFORE UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION audit_weigeren()",
        f"CREATE TRIGGER {table}_legen BEFORE TRUNCATE ON {table} EXECUTE FUNCTION audit_weigeren()",
        *((_function(f"{table}_mag_weg", may_go, "old"),) if may_go else ()),
        f"CREATE TRIGGER {table}_weg BEFORE DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION "
        f"{f'{table}_mag_weg' if may_go else 'audit_weigeren'}()",
    )
    if not when:
        return made
    return (
        *made,
        _function(f"{table}_mag_erbij", when, "new"),
        f"CREATE TRIGGER {table}_erbij BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_mag_erbij()",
    )


# Each of the tables needs it, and may be the first that is made.
_ALWAYS_NO = (
    "CREATE OR REPLACE FUNCTION audit_weigeren() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " RAISE EXCEPTION 'het auditlog wordt alleen aangevuld'; END $$"
)
# What guards each table, on each kind of database.
GUARDS: dict[str, dict[str, tuple[str, ...]]] = {
    "sqlite": {
        "audit_regel": _sqlite("audit_regel", _LINE_MAY_GO),
        "audit_zegel": _sqlite("audit_zegel", _SEAL_MAY_GO),
        "audit_opruiming": _sqlite("audit_opruiming", None, _CLOSED),
    },
    "postgresql": {
        "audit_regel": _postgresql("audit_regel", _LINE_MAY_GO),
        "audit_zegel": _postgresql("audit_zegel", _SEAL_MAY_GO),
        "audit_opruiming": _postgresql("audit_opruiming", None, _CLOSED),
    },
}


def guard_names(dialect: str) -> set[str]:
    """The names of the triggers that must be there on this kind of database."""
    statements = [one for of_table in GUARDS[dialect].values() for one in of_table]
    return {one.split()[2] for one in statements if one.startswith("CREATE TRIGGER")}


def tables_to_empty() -> list[Table]:
    """All tables but those of the audit log, that can't be emptied; those that others lean on first."""
    return [table for table in Base.metadata.sorted_tables if not table.info.get("append_only")]


def _beside(table: FromClause, dialect: str, statement: str) -> None:
    event.listen(table, "after_create", DDL(statement).execute_if(dialect=dialect))  # type: ignore[no-untyped-call]


for _model in (AuditRegel, AuditZegel, AuditOpruiming):
    _beside(_model.__table__, "postgresql", _ALWAYS_NO)
    for _dialect, _tables in GUARDS.items():
        for _statement in _tables[_model.__tablename__]:
            _beside(_model.__table__, _dialect, _statement)
