"""The inbox in PostgreSQL: the promises that hold for SQLite, against a real server."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Iterator

import psycopg
import pytest

from bot.gateway.errors import SettingError
from bot.gateway.store import Store
from tests.gateway.conftest import Caller, House, free_port
from tests.gateway.postgres_server import find_programs, serve

# Run once more, now on PostgreSQL: the fixture `anew` says where their inbox is.
# ruff: noqa: F401
from tests.gateway.test_failures import (
    test_a_fault_of_ours_is_apologised_for_and_given_up,
    test_a_turn_stored_before_a_restart_is_not_made_again,
    test_after_a_restart_waiting_turns_are_answered_once,
    test_an_answer_that_got_lost_is_taken_from_the_tracker,
    test_the_apology_speaks_the_language_of_the_conversation_not_of_the_page,
)
from tests.gateway.test_messages import (
    test_messages_of_one_person_are_answered_one_at_a_time_in_order,
    test_the_engine_gets_clean_text,
    test_the_same_id_again_gives_the_same_answer_and_no_second_turn,
    test_the_same_id_for_another_text_is_refused,
    test_the_same_id_sent_at_once_many_times_makes_one_turn,
    test_the_thread_holds_both_sides_in_order,
    test_two_people_may_use_the_same_id,
)
from tests.gateway.test_privacy import (
    test_old_messages_and_people_expire,
    test_people_who_never_said_a_word_do_not_stay,
    test_what_was_sent_while_forgetting_is_still_answered,
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    folder = tmp_path_factory.mktemp("postgres")
    for parent in (folder, *folder.parents[:3]):
        parent.chmod(parent.stat().st_mode | 0o011)  # the server's user has to get there
    with serve(programs, folder) as url:
        yield url


@pytest.fixture(autouse=True)
def anew(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test tables of its own, which it finds again after a restart."""
    name = f"t{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    monkeypatch.setenv("USHER_GATEWAY_STORE", f"{server}?options=-csearch_path%3D{name}")


def address_of(house: House) -> str:
    place = house.gateway.settings.store_place
    assert isinstance(place, str)
    return place


async def test_it_is_postgresql_that_keeps_the_messages(house: House, caller: Caller) -> None:
    await caller.say("hello")
    with psycopg.connect(address_of(house)) as connection:
        texts = connection.execute("SELECT text FROM messages ORDER BY sequence").fetchall()
    assert texts == [("hello",), ("echo hello",)]
    assert not (house.gateway.settings.build / "gateway.sqlite").exists()


async def test_the_label_of_a_button_is_found(house: House, caller: Caller) -> None:
    house.engine.secret_button = "b.100%_?"
    await caller.say("card")
    person = house.gateway.signer.person(caller.token)
    assert person is not None
    assert await house.gateway.store.label_of(person, "b.100%_?") == "Why?"
    assert await house.gateway.store.label_of(person, "b.100%_!") is None


async def test_connections_that_were_cut_are_made_anew(house: House, caller: Caller) -> None:
    await caller.say("one")
    with psycopg.connect(address_of(house), autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'usher gateway' AND pid <> pg_backend_pid()"
        )
    await caller.say("two")
    assert [each["text"] for each in await caller.read()] == ["one", "echo one", "two", "one", "two"]


async def test_a_locked_inbox_refuses_in_time_and_takes_the_message_later(house: House, caller: Caller) -> None:
    message_id = str(uuid.uuid4())
    with psycopg.connect(address_of(house)) as other:
        other.execute("LOCK TABLE people IN EXCLUSIVE MODE")
        started = time.monotonic()
        answer = await caller.post("hello", key=message_id, wait=15)
        assert time.monotonic() - started < 10
        assert (answer.status_code, answer.json()["code"]) == (503, "store_down")
        assert await caller.read() == [], "reading goes on"
    assert (await caller.say("hello", key=message_id))["replies"][0]["text"] == "echo hello"


async def test_a_second_gateway_on_the_same_inbox_is_refused(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.gateway.store.postgres._LOCK_SECONDS", 0.2)
    with pytest.raises(SettingError, match="another gateway uses it"):
        await asyncio.to_thread(Store, address_of(house), idle_seconds=1.0, alone=True)
    beside = Store(address_of(house), idle_seconds=1.0)
    assert await beside.find_person("nobody") is None
    beside.close()


def test_a_server_that_is_not_there_is_said_without_its_password() -> None:
    with pytest.raises(SettingError, match="USHER_GATEWAY_STORE") as told:
        Store(f"postgresql://usher:hidden@127.0.0.1:{free_port()}/films", idle_seconds=1.0, alone=True)
    assert "hidden" not in str(told.value)
