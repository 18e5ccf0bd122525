"""Tables, and nothing that decides: importing this package registers every table on `Base.metadata`."""

from app.models import (
    audit,
    catalogue,
    exchange,
    inventory,
    journal,
    ledgers,
    loyalty,
    members,
    organisation,
    payments,
    pricing,
    printing,
    purchasing,
    sales,
    shifts,
)
from app.models.base import Base

__all__ = [
    "Base",
    "audit",
    "catalogue",
    "exchange",
    "inventory",
    "journal",
    "ledgers",
    "loyalty",
    "members",
    "organisation",
    "payments",
    "pricing",
    "printing",
    "purchasing",
    "sales",
    "shifts",
]
