"""Errors, as the exception classes of botocore's model and by their codes (G-10 to G-18)."""

import datetime
import types
import urllib.request

import pytest
from botocore import UNSIGNED
from botocore.exceptions import ClientError

from families import OPERATIONS, call, with_member, writes
from stage import NOBODY

TEAM_ONLY = ("InviteUsers", "DeleteAccount")


@pytest.fixture
def members(stage):
    """For every member of an input a value that goes well."""
    enterprise = stage.enterprise()
    user = stage.member(enterprise)
    telephony = {"InboundCalling": True, "OutboundCalling": True, "SMS": True}

    def members(name):
        return {
            "AccountId": stage.team() if name in TEAM_ONLY else enterprise,
            "UserId": user,
            "Name": "Acme",
            "Email": "new@example.com",
            "UserEmailList": ["new@example.com"],
            "UserIdList": [user],
            "UpdateUserRequestItems": [{"UserId": user, "LicenseType": "Basic"}],
            "AccountSettings": {"EnableDialOut": True},
            "UserSettings": {"Telephony": telephony},
            "E164PhoneNumber": stage.stock(),
            "SigninDelegateGroups": [{"GroupName": "Assistants"}],
            "GroupNames": ["Assistants"],
        }

    return members


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_declared_error_is_its_exception_class(chime, control, members, name):
    values = members(name)
    for declared in OPERATIONS[name].error_shapes:
        control.fault(Operation=name, Exception=declared.name)
        with pytest.raises(getattr(chime.exceptions, declared.name)) as caught:
            call(chime, name, **values)
        response = caught.value.response
        assert response["ResponseMetadata"]["HTTPStatusCode"] == declared.metadata["error"]["httpStatusCode"]
        assert len(response["ResponseMetadata"]["RequestId"]) == 36
        assert response["Error"]["Message"]
    # Nothing of the failed calls is left to stand in the way.
    control.delete("faults")
    call(chime, name, **values)


@pytest.mark.parametrize("name", with_member("AccountId"))
def test_an_account_that_is_not_there_is_not_found(chime, members, name):
    with pytest.raises(chime.exceptions.NotFoundException, match="account"):
        call(chime, name, **members(name) | {"AccountId": NOBODY})


@pytest.mark.parametrize("name", with_member("UserId"))
def test_a_user_of_another_account_is_not_found(chime, members, stage, name):
    stranger = stage.user(stage.team("Other"), "stranger@example.com")
    with pytest.raises(chime.exceptions.NotFoundException, match="user"):
        call(chime, name, **members(name) | {"UserId": stranger})


@pytest.mark.parametrize("name", writes())
def test_a_disabled_account_cannot_be_changed(chime, control, members, name):
    values = members(name)
    if name not in TEAM_ONLY:
        control.post(f"hooks/accounts/{values['AccountId']}/release-domains")
    chime.delete_account(AccountId=values["AccountId"])
    with pytest.raises(chime.exceptions.ForbiddenException):
        call(chime, name, **values)


def refusal(call):
    with pytest.raises(ClientError) as caught:
        call()
    response = caught.value.response
    return response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]


def test_an_unsigned_call_is_an_unauthorized_client(connect):
    unsigned = connect(signature_version=UNSIGNED)
    with pytest.raises(unsigned.exceptions.UnauthorizedClientException):
        unsigned.list_accounts()


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


def test_an_operation_without_behaviour_says_so(chime):
    code, status = refusal(chime.list_voice_connectors)
    assert status == 501, code
