"""What the first page asks for: a shop with its owner, in an empty file or in one that an import made."""

from __future__ import annotations

from app.bootstrap.folder import Opened, found, has_founded
from app.services.checkout.desk import Desk
from app.services.common.actor import Role
from app.services.settings.service import change_own_language
from app.services.staff.founding import FoundingDraft
from app.services.staff.people import StaffDraft, add_owner
from app.services.staff.recovery import issue_recovery_code
from app.services.staff.shop import rename_shop
from app.services.staff.sign_in import SignInResult
from app.ui.shell.first_run import SetUpAnswers


def set_up_shop(opened: Opened, answers: SetUpAnswers, language: str) -> None:
    """Found the shop, or give one that was made by an import its owner. The hashes are slow: run it on the worker.

    Args:
        language: `zh` or `en`, as the settings write it.
    """
    if has_founded(opened):
        with opened.store.action(opened.operator(), "owner") as uow:
            owner_id = add_owner(uow, StaffDraft(answers.owner_name, Role.OWNER, answers.pin))
            if answers.recovery_code:
                issue_recovery_code(uow, owner_id, code=answers.recovery_code)
            rename_shop(uow, answers.shop_name)
            change_own_language(uow, language)
        return
    draft = FoundingDraft(
        answers.shop_name,
        owner_name=answers.owner_name,
        owner_pin=answers.pin,
        language=language,
        recovery_code=answers.recovery_code,
    )
    found(opened, draft)


def sign_owner_in(desk: Desk, answers: SetUpAnswers) -> SignInResult:
    """The owner has just typed the PIN and need not do so again; slow as well."""
    owner = next(person for person in desk.staff() if person.role is Role.OWNER)
    return desk.sign_in(owner.staff_id, answers.pin)
