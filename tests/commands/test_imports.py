"""`main.py import products FILE`."""

from __future__ import annotations

import stat
from pathlib import Path

from app.bootstrap.folder import FILE_NAME
from tests.support.command import Shell, rows

MIXED = "条码,品名,售价\n6901000000013,饼干,6.50\n6901000000020,水,two\n"


def test_an_empty_directory_becomes_a_shop_with_these_goods_only(shell: Shell, goods: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    answer = shell("import", "products", goods, "--data", folder)

    assert answer.code == 0, answer.complaint
    assert "2 rows; 2 were added, 0 changed, 0 are as before, 0 left out" in answer.said
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    assert rows(folder, "SELECT name FROM product ORDER BY name") == [("海盐饼干",), ("矿泉水",)]
    assert rows(folder, "SELECT count(*) FROM staff") == [(0,)]
    assert rows(folder, "SELECT count(*) FROM member") == [(0,)]


def test_the_second_time_nothing_changes(shell: Shell, goods: Path, tmp_path: Path) -> None:
    shell("import", "products", goods, "--data", tmp_path / "data")
    before = rows(tmp_path / "data", "SELECT id, row_version, updated_at FROM product ORDER BY id")
    answer = shell("import", "products", goods, "--data", tmp_path / "data")

    assert answer.code == 0
    assert "0 were added, 0 changed, 2 are as before" in answer.said
    assert rows(tmp_path / "data", "SELECT id, row_version, updated_at FROM product ORDER BY id") == before


def test_a_dry_run_on_an_empty_directory_makes_nothing(shell: Shell, goods: Path, tmp_path: Path) -> None:
    answer = shell("import", "products", goods, "--dry-run", "--data", tmp_path / "data")

    assert answer.code == 0
    assert "2 would be added" in answer.said
    assert not (tmp_path / "data").exists()


def test_a_dry_run_on_a_shop_stores_nothing(shell: Shell, goods: Path, tmp_path: Path) -> None:
    shell("import", "products", goods, "--data", tmp_path / "data")
    before = rows(tmp_path / "data", "SELECT count(*) FROM audit_event")
    goods.write_text("条码,品名,售价\n6901000000037,新货,1.00\n", encoding="utf-8")
    answer = shell("import", "products", goods, "--dry-run", "--data", tmp_path / "data")

    assert "1 would be added" in answer.said
    assert rows(tmp_path / "data", "SELECT count(*) FROM product") == [(2,)]
    assert rows(tmp_path / "data", "SELECT count(*) FROM audit_event") == before


def test_rows_left_out_are_told_and_written_to_a_workbook(shell: Shell, goods: Path, tmp_path: Path) -> None:
    goods.write_text(MIXED, encoding="utf-8")
    failed = tmp_path / "failed.xlsx"
    answer = shell("import", "products", goods, "--failed", failed, "--data", tmp_path / "data")

    assert answer.code == 1
    assert "row 3" in answer.said
    assert "“two” is not a price" in answer.said
    assert f"rows left out: {failed}" in answer.said
    assert failed.read_bytes().startswith(b"PK")
    assert rows(tmp_path / "data", "SELECT name FROM product") == [("饼干",)]


def test_a_file_that_is_no_table_gets_a_plain_sentence(shell: Shell, tmp_path: Path) -> None:
    picture = tmp_path / "picture.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    answer = shell("import", "products", picture, "--data", tmp_path / "data")

    assert answer.code == 2
    assert answer.complaint.startswith("shuke: ")
    assert "Traceback" not in answer.complaint
    assert "picture.xlsx" in answer.complaint


def test_a_file_that_is_not_there_is_told(shell: Shell, tmp_path: Path) -> None:
    answer = shell("import", "products", tmp_path / "none.csv", "--data", tmp_path / "data")
    assert answer.code == 2
    assert "There is no file" in answer.complaint


def test_an_import_leaves_an_audit_row_of_the_command_line(shell: Shell, goods: Path, tmp_path: Path) -> None:
    shell("import", "products", goods, "--data", tmp_path / "data")
    found = rows(tmp_path / "data", "SELECT origin FROM audit_event WHERE action = 'products_imported'")
    assert found == [("command line",)]
    assert rows(tmp_path / "data", "SELECT DISTINCT origin FROM audit_event") == [("command line",)]


def test_members_and_suppliers_come_in_too(shell: Shell, goods: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    goods.write_text("会员号,手机号,姓名,积分,余额\nA1,13800138000,王,5,2.5\n", encoding="utf-8")
    answer = shell("import", "members", goods, "--data", folder)
    assert answer.code == 0, answer.complaint
    assert "(as pospal-members writes it)" in answer.said
    assert rows(folder, "SELECT points_balance, principal_balance FROM account") == [(5, 250)]
    goods.write_text("供应商名称,电话\n太古,010\n", encoding="utf-8")
    assert shell("import", "suppliers", goods, "--data", folder).code == 0
    assert rows(folder, "SELECT name FROM company") == [("太古",)]
    assert shell("verify", "--data", folder).code == 0


def test_a_mapping_says_which_header_is_what(shell: Shell, goods: Path, tmp_path: Path) -> None:
    goods.write_text("Bezeichnung,Preis\nSalz,1.20\n", encoding="utf-8")
    mapping = tmp_path / "mapping.json"
    mapping.write_text('{"name": "Bezeichnung", "price": "Preis"}', encoding="utf-8")
    refused = shell("import", "products", goods, "--data", tmp_path / "data")
    answer = shell("import", "products", goods, "--mapping", mapping, "--data", tmp_path / "data")

    assert (refused.code, answer.code) == (2, 0)
    assert rows(tmp_path / "data", "SELECT amount_minor FROM price") == [(120,)]


def test_imports_are_listed_and_taken_back_by_name(shell: Shell, goods: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    said = shell("import", "products", goods, "--data", folder).said
    name = said.split("--undo ")[1].split()[0]
    listed = shell("import", "--list", "--data", folder)
    assert listed.said.startswith(name)
    assert "done" in listed.said

    answer = shell("import", "--undo", name, "--data", folder)
    assert answer.code == 0, answer.complaint
    assert rows(folder, "SELECT count(*) FROM product WHERE closed_at IS NULL") == [(0,)]
    assert "undone" in shell("import", "--list", "--data", folder).said
    assert shell("import", "--undo", name, "--data", folder).code == 2
    assert shell("import", "--undo", "ffffff", "--data", folder).code == 2


def test_without_a_file_a_sentence_says_what_is_missing(shell: Shell, tmp_path: Path) -> None:
    answer = shell("import", "members", "--data", tmp_path / "data")
    assert answer.code == 2
    assert "from which file" in answer.complaint
    assert not (tmp_path / "data").exists()
