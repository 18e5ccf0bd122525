"""A throwaway PostgreSQL server for tests: its own folder, its own socket, no port, gone with the process."""

from __future__ import annotations

import atexit
import functools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

NOBODY = "nobody"
_DEBIAN = Path("/usr/lib/postgresql")


class NoServer(Exception):
    """PostgreSQL is not installed here."""


def programs() -> Path:
    """The folder of `initdb` and `postgres`, newest version first.

    Raises:
        NoServer: there is none.
    """
    found = shutil.which("initdb")
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]), reverse=True)
    if found is None and not versions:
        raise NoServer()
    return versions[0].parent if versions else Path(str(found)).resolve().parent


@functools.cache
def server() -> str:
    """Start the server of this process and return the address of its first database."""
    folder = Path(tempfile.mkdtemp(prefix="shuke-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    bins, data = programs(), folder / "data"
    user = NOBODY if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    if os.geteuid() == 0:
        shutil.chown(folder, user)
    folder.chmod(0o755)
    _run(
        user,
        bins / "initdb",
        "--pgdata",
        data,
        "--username=shuke",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
    )
    # Only a socket: no port to clash with, and nobody else can knock.
    settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=20"
    log = folder / "log"
    _run(user, bins / "pg_ctl", "--pgdata", data, "--wait", "--log", log, "--options", settings, "start")
    atexit.register(_run, user, bins / "pg_ctl", "--pgdata", data, "--mode=immediate", "stop")
    return f"postgresql://shuke@/postgres?host={folder}"


def fresh_database(name: str) -> Iterator[str]:
    """The address of a new, empty database; dropped when the caller is done."""
    import psycopg

    address = server()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield address.replace("/postgres?", f"/{name}?")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _run(user: str, program: Path, *words: object) -> None:
    command = [str(program), *map(str, words)]
    if os.geteuid() == 0:
        command = ["runuser", "-u", user, "--", *command]
    # `pg_ctl` leaves the server its own output; a pipe would be held open by it.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(command, stdout=said, stderr=said, stdin=subprocess.DEVNULL, cwd="/", check=False)
        said.seek(0)
        if done.returncode:
            raise RuntimeError(said.read().decode(errors="replace"))
