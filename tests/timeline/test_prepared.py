"""Statements that a connection plans once: the answer is right whatever has become of the plan."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import DEFAULT_DB_ALIAS, DataError, connection, connections

from timeline import prepared

pytestmark = pytest.mark.django_db(transaction=True)
POSTGRESQL = pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite keeps its own plans")
ASKED = "SELECT * FROM counted WHERE number > %s ORDER BY number"


@pytest.fixture(autouse=True)
def counted() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE counted (number integer)")
        cursor.execute("INSERT INTO counted VALUES (1), (2), (3)")
    yield
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE counted")


def rows(*values: object) -> list[tuple[object, ...]]:
    return prepared.rows(connections[DEFAULT_DB_ALIAS], ASKED, values)


def execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_each_asking_has_its_own_values() -> None:
    assert [rows(0), rows(2), rows(9)] == [[(1,), (2,), (3,)], [(3,)], []]


def test_a_statement_without_values() -> None:
    assert prepared.rows(connections[DEFAULT_DB_ALIAS], "SELECT max(number) FROM counted") == [(3,)]


@POSTGRESQL
def test_it_is_planned_once() -> None:
    rows(0), rows(1)

    with connection.cursor() as cursor:
        cursor.execute("SELECT generic_plans FROM pg_prepared_statements WHERE statement LIKE %s", ["%counted%"])
        assert cursor.fetchall() == [(2,)]


@POSTGRESQL
def test_a_connection_keeps_no_more_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "MOST", 3)
    execute("DEALLOCATE ALL")
    prepared._known.clear()
    database = connections[DEFAULT_DB_ALIAS]
    for number in range(8):
        assert prepared.rows(database, f"SELECT %s + {number}", [1]) == [(number + 1,)]

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        assert cursor.fetchone() == (2,)


@POSTGRESQL
def test_a_pooler_hands_out_a_session_that_does_not_know_it() -> None:
    rows(0)
    execute("DEALLOCATE ALL")

    assert rows(1) == [(2,), (3,)]
    assert rows(2) == [(3,)]


@POSTGRESQL
def test_a_pooler_hands_out_a_session_that_knows_it_from_another_client() -> None:
    rows(0)
    prepared._known.clear()

    assert rows(1) == [(2,), (3,)]


@POSTGRESQL
def test_a_migration_changes_the_columns() -> None:
    rows(0)
    execute("ALTER TABLE counted ADD COLUMN word text")

    assert rows(2) == [(3, None)]
    assert rows(1) == [(2, None), (3, None)]


@POSTGRESQL
def test_what_else_is_wrong_is_said() -> None:
    with pytest.raises(DataError):
        rows("no number")
