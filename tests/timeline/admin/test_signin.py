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


def sign_in(password, name="boss", address="192.0.2.1"):
    client = Client(REMOTE_ADDR=address)
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


@pytest.mark.parametrize("name", ["boss\x00", "b" * 5000, "ʙoss", ""])
def test_no_name_is_a_server_error(name):
    assert not sign_in("wrong", name=name)[0]
    assert User.objects.count() == 1
