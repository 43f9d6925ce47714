"""Guessing passwords is slowed down."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

RIGHT = "a long password"


@pytest.fixture(autouse=True)
def _counted_anew(settings, boss):
    cache.clear()
    settings.LOGIN_ATTEMPTS = 3
    yield
    cache.clear()


def sign_in(password, name="boss", address="192.0.2.1", forwarded=""):
    client = Client(REMOTE_ADDR=address, **({"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}))
    answer = client.post("/admin/login/", {"username": name, "password": password, "next": "/admin/"})
    return answer.status_code == 302, answer.content.decode()


def test_the_right_password_signs_in():
    assert sign_in(RIGHT)[0]


def test_after_too_many_wrong_ones_even_the_right_one_waits():
    for _ in range(3):
        assert "correct username and password" in sign_in("wrong")[1]

    done, shown = sign_in(RIGHT)

    assert not done
    assert "Too many wrong passwords. Try again in 15 minutes." in shown


def test_a_stranger_elsewhere_locks_nobody_out():
    for _ in range(5):
        sign_in("wrong", address="198.51.100.7")

    assert sign_in(RIGHT)[0]


def test_a_right_password_forgets_the_wrong_ones():
    for _ in range(2):
        sign_in("wrong")
    sign_in(RIGHT)

    for _ in range(2):
        sign_in("wrong")

    assert sign_in(RIGHT)[0]


def test_one_address_cannot_go_through_the_names():
    for number in range(30):
        sign_in("wrong", name=f"user{number}")

    assert not sign_in(RIGHT)[0]


def test_behind_a_proxy_each_client_is_counted_alone_and_none_chooses_its_address(settings):
    settings.TRUSTED_PROXIES = 1
    for number in range(4):
        sign_in("wrong", forwarded=f"203.0.113.{number}, 198.51.100.7")

    assert not sign_in(RIGHT, forwarded="192.0.2.9, 198.51.100.7")[0]
    assert sign_in(RIGHT, forwarded="198.51.100.8")[0]


def test_without_a_proxy_nobody_hides_behind_a_header():
    for number in range(4):
        sign_in("wrong", forwarded=f"203.0.113.{number}")

    assert not sign_in(RIGHT, forwarded="203.0.113.9")[0]


def test_while_the_cache_is_away_nobody_signs_in(monkeypatch):
    def away(*args):
        raise ConnectionError

    monkeypatch.setattr(cache, "incr", away)

    done, shown = sign_in(RIGHT)

    assert not done
    assert "Nobody can sign in at the moment" in shown


@pytest.mark.parametrize("name", ["boss\x00", "b" * 5000, "ʙoss", ""])
def test_no_name_is_a_server_error(name):
    assert not sign_in("wrong", name=name)[0]
    assert User.objects.count() == 1
