"""Every panel's presenter, as the sale screen's presenter reaches them."""

from __future__ import annotations

from dataclasses import dataclass

from app.ui.cashier.close_shift_presenter import CloseShiftPresenter
from app.ui.cashier.grant_presenter import GrantPresenter
from app.ui.cashier.held_presenter import HeldPresenter
from app.ui.cashier.member_presenter import MemberPresenter
from app.ui.cashier.paper_presenter import PaperPresenter
from app.ui.cashier.payment_presenter import PaymentPresenter
from app.ui.cashier.quick_presenter import QuickPresenter
from app.ui.cashier.refund_presenter import RefundPresenter
from app.ui.cashier.search_presenter import SearchPresenter
from app.ui.cashier.till_presenter import TillPresenter
from app.ui.cashier.value_presenter import ValuePresenter


@dataclass(frozen=True, slots=True)
class Presenters:
    """One of each."""

    payment: PaymentPresenter
    search: SearchPresenter
    member: MemberPresenter
    held: HeldPresenter
    value: ValuePresenter
    refund: RefundPresenter
    grant: GrantPresenter
    till: TillPresenter
    close_shift: CloseShiftPresenter
    paper: PaperPresenter
    quick: QuickPresenter
