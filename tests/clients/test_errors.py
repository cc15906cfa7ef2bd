"""Errors, as the exception classes of botocore's model and by their codes (G-10 to G-18)."""

import datetime
import types
import urllib.request

import pytest
from botocore.exceptions import ClientError

from families import OPERATIONS, call


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_declared_error_is_its_exception_class(chime, unseen, control, world, name):
    members = world.ready(name)
    for declared in OPERATIONS[name].error_shapes:
        control.fault(Operation=name, Exception=declared.name)
        with pytest.raises(getattr(unseen.exceptions, declared.name)) as caught:
            call(unseen, name, **members)
        response = caught.value.response
        assert response["ResponseMetadata"]["HTTPStatusCode"] == declared.metadata["error"]["httpStatusCode"]
        assert len(response["ResponseMetadata"]["RequestId"]) == 36
        assert response["Error"]["Message"]
    # Nothing of the failed calls is left to stand in the way.
    control.delete("faults")
    answer = call(chime, name, **members)
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == OPERATIONS[name].http.get("responseCode", 200)


def refusal(call):
    with pytest.raises(ClientError) as caught:
        call()
    response = caught.value.response
    return response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]


def test_an_unknown_key_and_a_wrong_secret_are_refused(connect):
    assert refusal(connect("nobody", "emulator-secret").list_accounts) == ("InvalidClientTokenId", 403)
    assert refusal(connect("emulator", "wrong").list_accounts) == ("InvalidClientTokenId", 403)


def test_a_call_changed_after_signing_is_refused(connect, chime):
    def change(request, **_):
        request.body = request.body.replace(b"Acme", b"Evil")

    client = connect()
    client.meta.events.register("before-send.chime", change)
    assert refusal(lambda: client.create_account(Name="Acme")) == ("InvalidClientTokenId", 403)
    assert chime.list_accounts()["Accounts"] == []


def test_a_signature_without_its_date_is_incomplete(connect):
    def change(request, **_):
        del request.headers["X-Amz-Date"]

    client = connect()
    client.meta.events.register("before-send.chime", change)
    assert refusal(client.list_accounts) == ("IncompleteSignature", 400)


@pytest.mark.parametrize("minutes", [-16, 16])
def test_a_clock_that_is_wrong_by_more_than_15_minutes_is_refused(connect, monkeypatch, minutes):
    class Wrong(datetime.datetime):
        @classmethod
        def utcnow(cls):
            return datetime.datetime.utcnow() + datetime.timedelta(minutes=minutes)

    client = connect()
    monkeypatch.setattr("botocore.auth.datetime", types.SimpleNamespace(datetime=Wrong))
    assert refusal(client.list_accounts) == ("RequestExpired", 400)


def test_a_presigned_url_needs_no_key(chime, stage):
    stage.team("Acme")
    with urllib.request.urlopen(chime.generate_presigned_url("list_accounts")) as response:
        assert b'"Acme"' in response.read()


def test_the_service_s_clock_is_not_the_signature_s(chime, control):
    control.advance("3650d")
    assert chime.list_accounts()["Accounts"] == []


def test_a_throttled_call_is_repeated_by_the_client(connect, control, monkeypatch):
    control.fault(Exception="ThrottledClientException")
    waits = []

    def wait(seconds):
        waits.append(seconds)
        control.delete("faults")

    patient = connect(retries={"total_max_attempts": 3})
    monkeypatch.setattr("botocore.endpoint.time", types.SimpleNamespace(sleep=wait))
    answer = patient.create_account(Name="Acme")
    assert answer["ResponseMetadata"]["RetryAttempts"] == len(waits) == 1
    # The throttled attempt made nothing.
    assert len(patient.list_accounts()["Accounts"]) == 1


def test_a_fault_befalls_only_its_operation_and_its_share(chime, control):
    control.fault(Operation="CreateAccount", Exception="ServiceUnavailableException", Rate=0.5)
    done = 0
    for _ in range(40):
        try:
            chime.create_account(Name="Acme")
            done += 1
        except chime.exceptions.ServiceUnavailableException:
            pass
    assert 0 < done < 40
    assert len(chime.list_accounts()["Accounts"]) == done


def test_a_page_of_a_proxy_is_an_error_too(chime, control):
    control.fault(Status=502)
    assert refusal(chime.list_accounts) == ("InjectedFault", 502)
