"""Columns are proposed, guessed with a mark, and changed by a person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.services.exchange.desk import LocalImports
from app.services.exchange.fields import ALIASES, FIELD_WORDS, FIELDS, Field, ImportKind, MemberField
from app.services.exchange.findings import COLUMN_GUESSED, Severity
from app.services.exchange.headers import HeaderMissing
from app.services.exchange.mapping import (
    BadMapping,
    MembersHeaderMissing,
    SuppliersHeaderMissing,
    mapping_from_file,
    propose_mapping,
    read_table,
)
from tests.support.shop import Shop, make_shop

CODES = ("6908512108211", "6908512109218", "6901028075831", "036000291452")


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return make_shop(tmp_path)


def write(tmp_path: Path, text: str, name: str = "file.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", list(ImportKind))
def test_every_field_has_words_and_every_alias_one_meaning(kind: ImportKind) -> None:
    assert set(FIELD_WORDS[kind]) == set(FIELDS[kind]) == set(ALIASES[kind])
    names = [name for aliases in ALIASES[kind].values() for name in aliases]
    assert len(names) == len(set(names))


def test_a_name_that_is_nearly_right_is_guessed_and_told(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, "品名,本店售价,Suplier name\n可乐,3.50,太古\n")
    imports = LocalImports(shop.store, shop.owner)
    mapping = imports.look(path).mapping
    assert mapping.guessed == {Field.PRICE, Field.SUPPLIER}
    findings = imports.plan(mapping).result.findings
    assert [(one.column, one.severity) for one in findings if one.text == COLUMN_GUESSED] == [
        ("本店售价", Severity.WARNING),
        ("Suplier name", Severity.WARNING),
    ]


def test_a_column_of_barcodes_is_known_by_its_check_digits(tmp_path: Path) -> None:
    rows = "".join(f"{code},好东西{at},{at}\n" for at, code in enumerate(CODES))
    mapping = propose_mapping(
        read_table(write(tmp_path, "栏一,品名,栏三\n" + rows), ImportKind.PRODUCTS), ImportKind.PRODUCTS
    )
    assert mapping.places[Field.CODE] == 0
    assert mapping.guessed == {Field.CODE}
    wrong = "".join(f"{code[:-1]}{(int(code[-1]) + 1) % 10},好东西{at},{at}\n" for at, code in enumerate(CODES))
    mapping = propose_mapping(
        read_table(write(tmp_path, "栏一,品名,栏三\n" + wrong), ImportKind.PRODUCTS), ImportKind.PRODUCTS
    )
    assert Field.CODE not in mapping.places


def test_a_column_of_phones_is_known_by_its_digits(tmp_path: Path) -> None:
    text = "谁,栏二\n" + "".join(f"甲{at},1380013800{at}\n" for at in range(5))
    mapping = propose_mapping(read_table(write(tmp_path, text), ImportKind.MEMBERS), ImportKind.MEMBERS)
    assert mapping.places[MemberField.PHONE] == 1
    assert mapping.guessed == {MemberField.PHONE}


def test_a_changed_column_is_no_guess_any_more_and_a_field_has_one_column(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "品名,本店售价,别的价\n可乐,3.50,4\n"), ImportKind.PRODUCTS)
    mapping = propose_mapping(table, ImportKind.PRODUCTS)
    assert mapping.with_column(1, Field.PRICE).guessed == frozenset()
    changed = mapping.with_column(2, Field.PRICE)
    assert changed.places == {Field.NAME: 0, Field.PRICE: 2}
    assert changed.field_at(1) is None
    assert not changed.with_column(0, None).is_sufficient


def test_a_changed_mapping_is_planned_again(shop: Shop, tmp_path: Path) -> None:
    path = write(tmp_path, "品名,A,B\n可乐,3.50,可口可乐\n")
    imports = LocalImports(shop.store, shop.owner)
    mapping = imports.look(path).mapping
    imports.plan(mapping.with_column(2, Field.BRAND).with_column(1, Field.PRICE))
    assert imports.run().result.added == 1
    second = imports.plan(mapping.with_column(2, Field.CATEGORY))
    assert second.result.changed == 1


@pytest.mark.parametrize(
    ("kind", "problem"),
    [
        (ImportKind.PRODUCTS, HeaderMissing),
        (ImportKind.MEMBERS, MembersHeaderMissing),
        (ImportKind.SUPPLIERS, SuppliersHeaderMissing),
    ],
)
def test_without_the_needed_column_nothing_is_planned(
    shop: Shop, tmp_path: Path, kind: ImportKind, problem: type[Exception]
) -> None:
    imports = LocalImports(shop.store, shop.owner)
    look = imports.look(write(tmp_path, "aa,bb\n1,2\n3,4\n"), kind)
    assert not look.mapping.is_sufficient
    with pytest.raises(problem, match="file"):
        imports.plan(look.mapping)


def test_a_mapping_from_a_file(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "Artikel,Preis,Menge,name\n可乐,3,1,x\n"), ImportKind.PRODUCTS)
    said = write(tmp_path, json.dumps({"name": "Artikel", "price": "Preis", "stock": None}), "map.json")
    mapping = mapping_from_file(said, table, ImportKind.PRODUCTS)
    assert mapping.places == {Field.NAME: 0, Field.PRICE: 1}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"name": "nowhere"}', '{"nothing": "Artikel"}', '{"name": 3}'])
def test_a_mapping_file_that_says_nothing(tmp_path: Path, text: str) -> None:
    table = read_table(write(tmp_path, "Artikel\n可乐\n"), ImportKind.PRODUCTS)
    with pytest.raises(BadMapping):
        mapping_from_file(write(tmp_path, text, "map.json"), table, ImportKind.PRODUCTS)


def test_samples_are_different_cells_that_say_something(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, "品名,类\na,x\nb,\nc,x\nd,y\n"), ImportKind.PRODUCTS)
    assert (table.samples(0), table.samples(1)) == (("a", "b", "c"), ("x", "y"))
