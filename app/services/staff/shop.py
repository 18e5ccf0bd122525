"""The shop's own words."""

from __future__ import annotations

from sqlalchemy import update

from app.models.organisation import Shop
from app.services.common import audit
from app.services.common.actor import Permission
from app.services.common.permissions import require
from app.services.common.topics import Topic
from app.services.common.uow import UnitOfWork
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.text import clean_words

MOST_NAME = 60


class ShopNameMissing(UserError):
    """A receipt without a shop on it helps nobody."""

    text = QT_TRANSLATE_NOOP("errors", "Please give the shop a name of at most {most} characters.")


def rename_shop(uow: UnitOfWork, name: str) -> None:
    """Change the name at the head of every receipt.

    Raises:
        ShopNameMissing, GrantNeeded
    """
    require(uow, Permission.EDIT_SETTINGS)
    clean = clean_words(name, MOST_NAME + 1)
    if not clean or len(clean) > MOST_NAME:
        raise ShopNameMissing(most=MOST_NAME)
    uow.connection.execute(
        update(Shop)
        .where(Shop.id == uow.actor.shop_id)
        .values(name=clean, row_version=Shop.row_version + 1, updated_at=uow.now, updated_by=uow.actor.staff_id)
    )
    audit.record(uow, "shop_renamed", subject=("shop", uow.actor.shop_id))
    uow.changed.add(Topic.SETTINGS)
