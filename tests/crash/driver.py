"""Plays days in processes of their own, so that they can be killed: `python -m tests.crash.driver`.

Each line of standard input is one run: {"folder": ..., "failpoint": "name:nth", "hour": n, "kill_ms": n}, `hour` counting the power cuts before it. The day is
played in a forked child, which opens the file itself; what the cashier can see goes to standard output at once, at the
end "exit N", negative for a signal. Forking saves half a second of imports a run; the kill is a real SIGKILL.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import Any

from app.values import failpoints
from tests.crash.day import Till, verified


def tell(line: str) -> None:
    """Put a line before the cashier's eyes: it is in the pipe when this returns."""
    os.write(1, (line + "\n").encode())


def play(run: dict[str, Any]) -> int:
    """The child: one day, or what is left of it."""
    folder = Path(run["folder"])
    for finding in verified(folder) if run.get("hour") else ():
        tell(f"finding {finding}")
    os.environ[failpoints.KILL_VARIABLE] = run.get("failpoint", "")
    failpoints.arm_from_environment()
    if run.get("trace"):
        failpoints.listen(lambda name: tell(f"reached {name}"))
    Till(folder, tell, hour=run.get("hour", 0)).play()
    failpoints.listen(None)
    for finding in verified(folder):
        tell(f"finding {finding}")
    return 0


def child(run: dict[str, Any]) -> None:
    """Never returns."""
    code = 1
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        code = play(run)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def serve() -> None:
    """Play each run and say how it ended."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    for line in sys.stdin:
        run = json.loads(line)
        if run.get("warm"):
            # What one day compiles, every child inherits; the file is closed again before the first fork.
            Till(Path(run["folder"]), lambda _: None).play()
            tell("exit 0")
            continue
        process = os.fork()
        if process == 0:
            child(run)
        if run.get("kill_ms"):
            signal.sigtimedwait({signal.SIGCHLD}, run["kill_ms"] / 1000)
            os.kill(process, signal.SIGKILL)
        _, status = os.waitpid(process, 0)
        tell(f"exit {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    serve()
