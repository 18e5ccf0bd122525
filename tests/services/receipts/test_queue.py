from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.services.devices.protocols import PrintProblem, SendOutcome, SendResult
from app.services.receipts import queue
from app.services.receipts.queue import ClaimedJob, JobAnswered, JobState, OfferedJob, PaperGone, SpoolStatus
from app.values.ids import new_id
from tests.services.receipts.builders import sale_receipt, z_report
from tests.services.receipts.spool import (
    CONFIRMED,
    DOUBT,
    REFUSED,
    SENT,
    again,
    answer,
    attempt,
    claim,
    offered,
    put,
    put_drawer,
    recover,
    row,
    settle,
    status,
    stored,
)
from tests.support.shop import Shop, make_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    shop = make_shop(tmp_path)
    yield shop
    shop.close()


def test_a_job_lives_and_dies_with_its_transaction(shop: Shop) -> None:
    with shop.store.act(shop.cashier, "print") as uow:
        queue.enqueue_drawer(uow)
        queue.enqueue_receipt(uow, new_id(), sale_receipt())  # no commit: the sale was not stored either

    assert claim(shop) is None


def test_papers_come_out_in_their_order(shop: Shop) -> None:
    jobs = [put(shop) for _ in range(3)]

    assert [claim(shop), claim(shop), claim(shop), claim(shop)] == [
        *(ClaimedJob(job, "receipt", sale_receipt().to_json(), 1) for job in jobs),
        None,
    ]


def test_the_drawer_opens_before_any_paper(shop: Shop) -> None:
    put(shop)
    drawer = put_drawer(shop)
    job = claim(shop)

    assert job == ClaimedJob(drawer, "drawer", None, 1)


def test_sent_and_confirmed_are_told_apart(shop: Shop) -> None:
    first, second = put(shop), put(shop)
    assert attempt(shop, SENT) is JobState.SENT
    assert attempt(shop, CONFIRMED) is JobState.CONFIRMED

    assert row(shop, first).sent_at == shop.clock.now()
    assert row(shop, first).confirmed_at is None
    assert row(shop, second).confirmed_at == shop.clock.now()
    assert status(shop).is_calm


def test_if_nothing_was_sent_it_is_tried_again_later_and_longer_each_time(shop: Shop) -> None:
    job = put(shop)
    pauses = []
    for _ in range(7):
        assert attempt(shop, REFUSED) is JobState.QUEUED
        assert claim(shop) is None
        due = row(shop, job).next_attempt_at
        assert due is not None
        pauses.append((due - shop.clock.now()).total_seconds())
        shop.clock.tick(due - shop.clock.now())

    assert pauses == [2, 4, 8, 16, 32, 60, 60]
    assert attempt(shop, SENT) is JobState.SENT
    assert row(shop, job).attempts == 8


def test_a_paper_that_waits_is_not_overtaken(shop: Shop) -> None:
    first = put(shop)
    attempt(shop, REFUSED)
    second = put(shop)
    assert claim(shop) is None

    found = [claim(shop, eager=True), claim(shop)]
    assert [job.id for job in found if job] == [first, second]


def test_in_the_end_it_is_given_up_and_offered(shop: Shop) -> None:
    job = put(shop)
    for _ in range(queue.MOST_ATTEMPTS - 1):
        assert attempt(shop, REFUSED) is JobState.QUEUED
        shop.clock.tick(timedelta(seconds=60))
    assert attempt(shop, REFUSED) is JobState.FAILED

    assert [(paper.id, paper.state, paper.problem) for paper in offered(shop)] == [
        (job, JobState.FAILED, PrintProblem.NOT_FOUND)
    ]
    assert status(shop) == SpoolStatus(0, 0, 1, PrintProblem.NOT_FOUND)


@pytest.mark.parametrize("problem", [PrintProblem.NOT_DRAWN, PrintProblem.NO_PRINTER])
def test_what_cannot_get_better_is_not_tried_again(shop: Shop, problem: PrintProblem) -> None:
    put(shop)

    assert attempt(shop, SendResult(SendOutcome.NOTHING_SENT, problem)) is JobState.FAILED


def test_a_failed_paper_may_be_tried_again_and_is_still_the_original(shop: Shop) -> None:
    job = put(shop)
    attempt(shop, SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_PRINTER))

    assert answer(shop, job, printed=False) == job
    found = claim(shop)
    assert found is not None
    assert (found.id, found.attempts) == (job, 1)
    assert stored(shop, job) == sale_receipt()


def test_a_failed_paper_that_nobody_wants_is_not_offered_again(shop: Shop) -> None:
    job = put(shop)
    attempt(shop, SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_PRINTER))

    assert answer(shop, job, printed=True) is None
    assert offered(shop) == ()
    assert status(shop).is_calm
    with pytest.raises(JobAnswered):
        answer(shop, job, printed=False)


def test_nobody_is_asked_about_a_drawer(shop: Shop) -> None:
    drawer = put_drawer(shop)
    attempt(shop, REFUSED)

    with pytest.raises(JobAnswered):
        answer(shop, drawer, printed=False)


def test_doubt_is_never_resolved_by_trying_again(shop: Shop) -> None:
    put(shop)
    assert attempt(shop, DOUBT) is JobState.UNKNOWN

    shop.clock.tick(timedelta(hours=5))
    assert claim(shop) is None
    assert status(shop) == SpoolStatus(0, 1, 0, PrintProblem.STALLED)


def test_the_cashier_is_asked_with_what_stands_on_the_paper(shop: Shop) -> None:
    sale = new_id()
    job = put(shop, sale)
    attempt(shop, DOUBT)

    assert offered(shop) == (
        OfferedJob(job, "receipt", sale, "T1-000123", "2026-01-05 18:30:12", 0, JobState.UNKNOWN, PrintProblem.STALLED),
    )


def test_yes_it_printed(shop: Shop) -> None:
    job = put(shop)
    attempt(shop, DOUBT)

    assert answer(shop, job, printed=True) is None
    assert row(shop, job).state == JobState.CONFIRMED
    assert offered(shop) == ()
    assert claim(shop) is None


def test_no_it_did_not_makes_a_new_job_marked_copy(shop: Shop) -> None:
    sale = new_id()
    job = put(shop, sale)
    attempt(shop, DOUBT)
    copy = answer(shop, job, printed=False)

    assert copy is not None
    assert copy != job
    assert stored(shop, copy) == sale_receipt(copy_no=1)
    assert (row(shop, copy).sale_id, row(shop, copy).copy_no) == (sale, 1)
    assert row(shop, job).state == JobState.FAILED
    assert offered(shop) == ()  # it was answered: it is not asked again
    found = claim(shop)
    assert found is not None
    assert found.id == copy


def test_a_report_that_did_not_print_is_copied_too(shop: Shop) -> None:
    job = put(shop, receipt=z_report())
    attempt(shop, DOUBT)
    copy = answer(shop, job, printed=False)

    assert copy is not None
    assert stored(shop, copy).meta.copy_no == 1
    assert row(shop, copy).kind == "z"


@pytest.mark.parametrize("printed", [True, False])
def test_an_answer_counts_once(shop: Shop, printed: bool) -> None:
    job = put(shop)
    attempt(shop, DOUBT)
    answer(shop, job, printed=printed)

    for second in (True, False):
        with pytest.raises(JobAnswered):
            answer(shop, job, printed=second)
    with pytest.raises(JobAnswered):
        answer(shop, new_id(), printed=True)


def test_a_reprint_counts_its_copies(shop: Shop) -> None:
    sale = new_id()
    put(shop, sale)
    attempt(shop, SENT)
    copies = []
    for _ in range(2):
        copies.append(again(shop, sale))
        attempt(shop, SENT)

    assert [stored(shop, copy).meta.copy_no for copy in copies] == [1, 2]


def test_a_reprint_of_what_still_waits_is_the_original_and_no_second_paper(shop: Shop) -> None:
    sale = new_id()
    job = put(shop, sale)
    attempt(shop, REFUSED)

    assert again(shop, sale) == job
    assert stored(shop, job) == sale_receipt()
    found = claim(shop)
    assert found is not None
    assert found.id == job
    assert claim(shop) is None


def test_a_reprint_of_a_sale_without_any_job_is_its_first_paper(shop: Shop) -> None:
    job = again(shop, new_id())

    assert row(shop, job).copy_no == 0


def test_a_reprint_after_no_is_the_next_copy(shop: Shop) -> None:
    sale = new_id()
    job = put(shop, sale)
    attempt(shop, DOUBT)
    answer(shop, job, printed=False)
    attempt(shop, SENT)

    assert stored(shop, again(shop, sale)).meta.copy_no == 2


@pytest.mark.parametrize("result", [REFUSED, DOUBT])
def test_a_pulse_is_never_tried_again_and_nobody_is_asked(shop: Shop, result: SendResult) -> None:
    put_drawer(shop)

    assert attempt(shop, result) is JobState.FAILED
    shop.clock.tick(timedelta(hours=1))
    assert claim(shop) is None
    assert offered(shop) == ()


def test_a_pulse_that_comes_too_late_is_dropped(shop: Shop) -> None:
    drawer = put_drawer(shop)
    shop.clock.tick(queue.DRAWER_PATIENCE + timedelta(seconds=1))

    assert claim(shop) is None
    assert row(shop, drawer).state == JobState.FAILED
    assert row(shop, drawer).last_error == PrintProblem.TOO_LATE


def test_at_start_what_was_being_sent_is_in_doubt(shop: Shop) -> None:
    waiting, sending = put(shop), put(shop)
    first = claim(shop)
    assert first is not None
    settle(shop, first, REFUSED)
    shop.clock.tick(timedelta(seconds=5))
    claim(shop)  # the power goes

    assert recover(shop) == 1
    assert [paper.problem for paper in offered(shop)] == [PrintProblem.STOPPED]
    assert row(shop, waiting).state == JobState.UNKNOWN
    assert row(shop, sending).state == JobState.QUEUED
    assert recover(shop) == 0


def test_at_start_no_drawer_opens_by_itself(shop: Shop) -> None:
    sending, waiting = put_drawer(shop), put_drawer(shop)
    claim(shop)
    shop.clock.tick(timedelta(minutes=10))

    assert recover(shop) == 0
    assert {row(shop, sending).state, row(shop, waiting).state} == {JobState.FAILED}
    assert claim(shop) is None


def test_old_papers_are_forgotten_but_not_what_still_waits(shop: Shop) -> None:
    sent, doubt, waiting = put(shop), put(shop), put(shop)
    attempt(shop, SENT)
    attempt(shop, DOUBT)
    shop.clock.tick(timedelta(days=31))
    young = put(shop)
    with shop.store.act(shop.cashier, "print") as uow:
        assert queue.purge_payloads(uow) == 2
        uow.commit()

    assert row(shop, sent).payload is None
    assert row(shop, doubt).payload is None
    assert row(shop, waiting).payload is not None
    assert row(shop, young).payload is not None
    assert offered(shop)[0].number == ""
    with pytest.raises(PaperGone):
        answer(shop, doubt, printed=False)
    assert answer(shop, doubt, printed=True) is None


def test_failures_of_earlier_days_are_not_offered_for_ever(shop: Shop) -> None:
    put(shop)
    attempt(shop, SendResult(SendOutcome.NOTHING_SENT, PrintProblem.NO_PRINTER))
    assert len(offered(shop)) == 1

    shop.clock.tick(timedelta(days=1))
    assert offered(shop) == ()
    assert status(shop).is_calm


def test_another_tills_paper_is_not_ours(shop: Shop) -> None:
    put(shop)
    shop.cashier = replace(shop.cashier, till_id=new_id())

    assert claim(shop) is None
    assert recover(shop) == 0


def test_when_the_next_is_due(shop: Shop) -> None:
    def due() -> object:
        with shop.store.read() as read:
            return queue.next_due(read, shop.till.till_id)

    assert due() is None
    put(shop)
    assert due() == shop.clock.now()
    attempt(shop, REFUSED)
    assert due() == shop.clock.now() + timedelta(seconds=2)
