"""The owner's leave for one action, as the PIN panel would get it, and the same made by hand."""

from __future__ import annotations

from app.services.common.actor import Actor, Grant, Permission
from app.values.clock import ManualClock
from app.values.ids import new_id
from tests.support.shop import Shop


def owners_leave(shop: Shop, permission: Permission, *, asker: Actor | None = None) -> Grant:
    """Leave of the owner for one action of the cashier, or of whoever asks."""
    owner = shop.owner
    assert owner.staff_id is not None
    return shop.store.grants.issue(
        asker or shop.cashier,
        permission,
        granted_by=owner.staff_id,
        granted_by_name=owner.staff_name,
        now=shop.clock.now(),
    )


def forged_leave(permission: Permission, *, shop: Shop | None = None) -> Grant:
    """A grant that nobody gave; with a shop, right in everything that can be known."""
    if shop is None:
        return Grant(permission, new_id(), "王老板", new_id(), new_id(), ManualClock().now())
    owner, asker = shop.owner, shop.cashier
    assert owner.staff_id is not None
    assert asker.staff_id is not None
    return Grant(permission, owner.staff_id, owner.staff_name, asker.staff_id, asker.till_id, shop.clock.now())
