"""What the audit expects of each table, derived from its declaration.

Three kinds, each with what it means in words:

- an Expectation on a column, under the name that Great Expectations gives it;
- a Check, a condition on each row that SQL computes into a column of its own, expected to be true;
- a Relation, a query over the whole warehouse for the keys that break it, expected to find none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import dataframely as dy

from schemas import tables
from schemas.columns import Table


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation of Great Expectations: what it is about, class name, arguments, and what it means."""

    table: str
    column: str
    type: str
    arguments: dict[str, Any]
    meaning: str


@dataclass(frozen=True, slots=True)
class Check:
    """A condition on one row. `sql` may name columns as `row.<column>` and the article's as `article.<column>`."""

    name: str
    sql: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A condition between rows or tables; `sql` selects, as `key`, the rows of `table` that break it."""

    name: str
    table: str
    column: str
    sql: str
    meaning: str


def suite(name: str) -> tuple[Expectation, ...]:
    """All expectations of one table, over its flat columns and over the columns computed for its rules and checks."""
    table = tables.TABLES[name]
    computed = [*table.rules(), *(check.name for check in checks(name))]
    columns = [*table.flat_columns(), *computed]
    all_columns = {"column_list": columns}
    found = [Expectation(name, "", "ExpectTableColumnsToMatchOrderedList", all_columns, "All columns, in their order.")]
    for column in table.flat_columns():
        found += _of_column(name, column, table.columns()[column])
    meanings = _meanings(name)
    for column in computed:
        arguments = {"column": column, "value_set": [True]}
        found.append(Expectation(name, column, "ExpectColumnValuesToBeInSet", arguments, meanings[column]))
    return tuple(found)


def stored_types() -> Expectation:
    """What is expected of a frame with one row for each column of each file: it is stored as it is declared."""
    columns = {"column_A": "declared", "column_B": "stored"}
    meaning = "Every column is stored with its declared type."
    return Expectation("files", "stored", "ExpectColumnPairValuesToBeEqual", columns, meaning)


def kept(relation: Relation) -> Expectation:
    """What is expected of a frame with one row for each breach of any relation: none is of this one."""
    none = {"column": "relation", "value_set": [relation.name]}
    return Expectation(relation.table, relation.column, "ExpectColumnValuesToNotBeInSet", none, relation.meaning)


def checks(name: str) -> tuple[Check, ...]:
    """The conditions on a row that need the text of its article: that what is said to stand there does."""
    columns = tables.TABLES[name].columns()
    spans = {column: _said(declared, "span") for column, declared in columns.items()}
    return tuple(_span_check(column, *span) for column, span in spans.items() if span)


def relations() -> tuple[Relation, ...]:
    """The conditions between rows and tables: keys are unique, references lead somewhere, counts agree."""
    return tuple(relation for name in tables.SNAPSHOT for relation in _relations_of(name))


def _of_column(table: str, column: str, declared: dy.Column) -> Iterator[Expectation]:
    def expect(kind: str, meaning: str, **arguments: Any) -> Expectation:
        return Expectation(table, column, f"ExpectColumn{kind}", {"column": column} | arguments, f"{column} {meaning}.")

    if not declared.nullable:
        yield expect("ValuesToNotBeNull", "is always known")
    if values := _said(declared, "values"):
        yield expect("ValuesToBeInSet", f"is one of {', '.join(values)}", value_set=values)
    if isinstance(declared, dy.String) and declared.regex is not None:
        yield expect("ValuesToMatchRegex", f"has the form {declared.regex}", regex=declared.regex)
    if isinstance(declared, dy.String) and declared.min_length is not None:
        yield expect("ValueLengthsToBeBetween", "is never empty", min_value=declared.min_length)
    least, most = getattr(declared, "min", None), getattr(declared, "max", None)
    if declared.dtype.is_numeric() and (least, most) != (None, None):
        limits = [f"{word} {limit}" for word, limit in (("at least", least), ("at most", most)) if limit is not None]
        yield expect("ValuesToBeBetween", f"is {' and '.join(limits)}", min_value=least, max_value=most)


def _meanings(name: str) -> dict[str, str]:
    table = tables.TABLES[name]
    rules = {rule: rule.replace("_", " ") for rule in table.rules()}
    return rules | {check.name: check.meaning for check in checks(name)}


def _span_check(column: str, start: str, end: str) -> Check:
    """Offsets count characters from 0. An article that is missing is the business of the reference."""
    text, first, last = f"row.{column}", f"row.{start}", f"row.{end}"
    found = f"substring(article.text, {first} + 1, {last} - {first}) = {text} AND {first} < {last}"
    nothing = f"{text} IS NULL AND {first} IS NULL AND {last} IS NULL"
    sql = f"article.text IS NULL OR ({nothing}) OR coalesce({found}, false)"
    return Check(f"{column}_stands_in_the_article", sql, f"The article's text from {start} to {end} is {column}.")


def _relations_of(name: str) -> Iterator[Relation]:
    table = tables.TABLES[name]
    key = _key(table)
    duplicates = f"SELECT {key} AS key FROM {name} AS row GROUP BY ALL HAVING count(*) > 1"
    yield Relation(f"{name}_keys_are_unique", name, ", ".join(table.primary_key()), duplicates, "No key stands twice.")
    for column, declared in table.columns().items():
        if target := _said(declared, "references"):
            yield _reference(name, column, target)
        if counted := _said(declared, "counts"):
            yield _count(name, column, counted)


def _reference(name: str, column: str, target: str) -> Relation:
    table, other = tables.TABLES[name], tables.TABLES[target]
    (other_key,) = other.primary_key()
    joined = f"row.{column} = other.{other_key}"
    if column == other_key and table.partition == other.partition and table.partition:
        joined += f" AND row.{table.partition} = other.{table.partition}"
    breaking = f"{name} AS row ANTI JOIN {target} AS other ON {joined} WHERE row.{column} IS NOT NULL"
    sql = f"SELECT {_key(table)} AS key FROM {breaking}"
    return Relation(f"{name}_{column}_is_known", name, column, sql, f"Every {column} is a row of {target}.")


def _count(name: str, column: str, counted: str) -> Relation:
    target, _, values = counted.partition(".")
    (key,) = tables.TABLES[name].primary_key()
    number = f"count(DISTINCT {values})" if values else "count(*)"
    other = f"(SELECT {key}, {number} AS number FROM {target} GROUP BY {key}) AS other"
    disagree = f"row.{column} IS DISTINCT FROM coalesce(other.number, 0)"
    sql = f"SELECT row.{key} AS key FROM {name} AS row LEFT JOIN {other} ON row.{key} = other.{key} WHERE {disagree}"
    return Relation(
        f"{name}_{column}_agrees", name, column, sql, f"{column} is the number of {counted} that name the row."
    )


def _key(table: type[Table]) -> str:
    return f"concat_ws(' ', {', '.join(f'row.{column}' for column in table.primary_key())})"


def _said(declared: dy.Column, word: str) -> Any:
    """What the column's metadata says under a word; None if nothing."""
    return (declared.metadata or {}).get(word)
