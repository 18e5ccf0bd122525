"""Printers on the network: who in the neighbourhood answers on port 9100."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from app.services.devices.addresses import DEFAULT_PORT

MOST_AT_ONCE = 64
_MOST_HOSTS = 1024
_NEIGHBOUR_BITS = 24
# An address for examples: nothing is sent to it, the system only says from where it would be.
_FAR_AWAY = ("192.0.2.1", 9)


def own_address() -> str | None:
    """This machine's address on its network; None without one."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_FAR_AWAY)
        except OSError:
            return None
        return str(probe.getsockname()[0])


def neighbours(address: str | None) -> tuple[str, ...]:
    """The other addresses that share the first three numbers with a private one; none for a public address."""
    if address is None:
        return ()
    own = ipaddress.IPv4Address(address)
    if not own.is_private or own.is_loopback:
        return ()
    network = ipaddress.IPv4Network((own, _NEIGHBOUR_BITS), strict=False)
    return tuple(str(host) for host in network.hosts() if host != own)


def answering(hosts: Sequence[str], timeout_s: float) -> tuple[tuple[str, int], ...]:
    """Those of the hosts (`HOST` or `HOST:PORT`) that accept a connection in time, in the given order."""
    if not hosts:
        return ()
    places = [_place(host) for host in hosts[:_MOST_HOSTS]]
    with ThreadPoolExecutor(min(MOST_AT_ONCE, len(places)), "find-printers") as pool:
        answers = list(pool.map(lambda place: _answers(place, timeout_s), places))
    return tuple(place for place, is_there in zip(places, answers, strict=True) if is_there)


def _place(host: str) -> tuple[str, int]:
    name, _, port = host.partition(":")
    return name, int(port or DEFAULT_PORT)


def _answers(place: tuple[str, int], timeout_s: float) -> bool:
    try:
        with socket.create_connection(place, timeout_s):
            return True
    except (OSError, UnicodeError):
        return False
