"""Who stands at the till, with which rules: what every dealing of the sale screen shares."""

from __future__ import annotations

from contextlib import AbstractContextManager

from app.services.checkout import shop_rules
from app.services.common.actor import Actor, Grant
from app.services.common.store import Store
from app.services.common.uow import UnitOfWork
from app.services.settings.service import Settings, load_settings


class AtTill:
    """One till's dealings with the store; each method of its children is one user action.

    Attributes:
        actor: Who stands at the till; replaced at sign-in and when a shift opens.
        settings: As read at the start or at the last `reload_settings`.
    """

    def __init__(self, store: Store, actor: Actor) -> None:
        self.store = store
        self.actor = actor
        self.settings = Settings({})
        self.reload_settings()

    def reload_settings(self) -> None:
        """Read the shop's choices again; prices already in the basket stay as they were told."""
        with self.store.read() as read:
            self.settings = load_settings(read, scope=self.actor.till_id.hex())
        self.store.day = self.settings.day
        self.rules = shop_rules.sale_rules(self.settings)
        self.scale_rule = shop_rules.scale_rule(self.settings)

    def _action(self, kind: str, *, grant: Grant | None = None) -> AbstractContextManager[UnitOfWork]:
        """One whole action of whoever stands at the till."""
        return self.store.action(self.actor, kind, grant=grant)
