"""The reference's sample requests, sent as they are printed and signed for the real host."""

import http.client
import json
import re
from pathlib import Path

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from conftest import ACCESS_KEY, SECRET_KEY
from families import OPERATIONS
from reprint import ORDER, Reprint

HOST = "service.chime.aws.amazon.com"
FILE = Path(__file__).resolve().parents[2] / "crates/model/tests/samples.json"
SAMPLES = json.loads(FILE.read_text())
# DIFFERENCES 4: printed without the body that the operation requires.
BODIES = {
    "AssociateSigninDelegateGroupsWithAccount": {"SigninDelegateGroups": [{"GroupName": "Assistants"}]},
    "DisassociateSigninDelegateGroupsFromAccount": {"GroupNames": ["Assistants"]},
}
# DIFFERENCES 4: breaks the pattern of an id.
PRINTED_ORDER = "abc12345-de67-89f0-123g-h45i678j9012"
# The print ends before the body does.
CUT = {"UpdateRoom": {"Name": "teamRoom"}}
# Where the answer is not the sample's, by operation and member (with all that is in it), and why.
EXCEPTIONS = {
    "CreateProxySession.ProxySession.Participants.ProxyPhoneNumber": "PRX-12: any number of the pool",
    "GetProxySession.ProxySession.Participants.ProxyPhoneNumber": "PRX-12: any number of the pool",
    "ListProxySessions.ProxySessions.Participants.ProxyPhoneNumber": "PRX-12: any number of the pool",
    "UpdateProxySession.ProxySession.Participants.ProxyPhoneNumber": "PRX-12: any number of the pool",
    "UpdateUser.User": "USR-27: null everywhere, though the text promises the updated user",
    "CreateVoiceConnectorGroup.VoiceConnectorGroup.VoiceConnectorItems": "VCG-3: empty, though an item was sent",
    "RegenerateSecurityToken.Bot.BotEmail": "BOT-2: printed without -chimebot here only",
    "UpdateBot.Bot.BotEmail": "BOT-2: printed without -chimebot here only",
    "PutVoiceConnectorTermination.Termination.CpsLimit": "VC-51: 0, though 1 is the least",
    "GetVoiceConnectorTerminationHealth.TerminationHealth.Timestamp": "G-23: not ISO 8601",
    "SearchAvailablePhoneNumbers.E164PhoneNumbers": "SRC-5: the plan has more numbers to offer",
    "UpdatePhoneNumber.PhoneNumber.CallingNameStatus": "NUM-10: done at once, though a change takes up to 72 hours",
}
# Values that differ from call to call: ids, moments, PINs, tokens, principals, numbers of a pool.
FORMS = [
    re.compile(r"[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}"),
    re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
    re.compile(r"X{10}|\d{10}"),
    re.compile(r"[A-Za-z0-9+/]{40}"),
    re.compile(r"arn:aws:iam::\d{11,12}:user[:/]\w+"),
]


def send(endpoint, sample, body):
    method, path = sample["request"]["method"], sample["request"]["path"].replace(PRINTED_ORDER, ORDER)
    data = b"" if body is None else json.dumps(body).encode()
    request = AWSRequest(method, f"https://{HOST}{path}", data=data)
    SigV4Auth(Credentials(ACCESS_KEY, SECRET_KEY), "chime", "us-east-1").add_auth(request)
    connection = http.client.HTTPConnection(endpoint.removeprefix("http://"), timeout=10)
    try:
        connection.request(method, path, data, {"Host": HOST, **dict(request.headers.items())})
        response = connection.getresponse()
        text = response.read()
        return response.status, json.loads(text) if text else None
    finally:
        connection.close()


def differences(printed, answered, shape, where):
    """The places where an answer is not the sample's, which also prints members that no type has (DIFFERENCES 4)."""
    if printed is None or answered is None:
        if printed is not answered:
            yield where
    elif shape.type_name == "structure":
        yield from (f"{where}.{name}" for name in answered.keys() - shape.members.keys())
        for name in printed.keys() & shape.members.keys():
            place = f"{where}.{name}"
            if name in answered:
                yield from differences(printed[name], answered[name], shape.members[name], place)
            else:
                yield place
    elif shape.type_name == "list":
        if len(printed) != len(answered):
            yield where
            return
        for pair in zip(printed, answered, strict=True):
            yield from differences(*pair, shape.member, where)
    elif printed != answered:
        texts = isinstance(printed, str) and isinstance(answered, str)
        if not texts or not any(form.fullmatch(printed) and form.fullmatch(answered) for form in FORMS):
            yield where


def covers(exception, place):
    return place == exception or place.startswith(f"{exception}.")


def ask(endpoint, stage, sample):
    """Sends a sample's request where it finds what it speaks of."""
    name, request = sample["operation"], sample["request"]
    Reprint(SAMPLES, sample, stage).make()
    return send(endpoint, sample, (BODIES | CUT).get(name, request["body"]))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["operation"])
def test_a_sample_request_gets_the_sample_s_answer(endpoint, stage, sample):
    name, request, printed = sample["operation"], sample["request"], sample["response"]
    status, answered = ask(endpoint, stage, sample)
    assert status == printed["status"], answered
    output = OPERATIONS[name].output_shape
    if printed["body"] is None:
        assert answered is None
    elif output is None or not printed["body"]:
        assert answered == printed["body"]
    else:
        places = differences(printed["body"], answered, output, name)
        assert [place for place in places if not any(covers(known, place) for known in EXCEPTIONS)] == [], answered
    if name == "UpdateUser":
        assert answered["User"]["LicenseType"] == request["body"]["LicenseType"]
    if name == "SearchAvailablePhoneNumbers":
        assert set(printed["body"]["E164PhoneNumbers"]) <= set(answered["E164PhoneNumbers"])


@pytest.mark.parametrize("exception", EXCEPTIONS)
def test_every_exception_is_still_one(endpoint, control, stage, exception):
    name, places = exception.split(".")[0], []
    for sample in SAMPLES:
        if sample["operation"] == name:
            control.post("reset")
            _, answered = ask(endpoint, stage, sample)
            places += differences(sample["response"]["body"], answered, OPERATIONS[name].output_shape, name)
    assert any(covers(exception, place) for place in places), places


@pytest.mark.parametrize(
    "sample",
    [sample for sample in SAMPLES if sample["operation"] in BODIES],
    ids=lambda sample: sample["operation"],
)
def test_a_body_that_the_sample_leaves_out_is_missed(endpoint, stage, sample):
    Reprint(SAMPLES, sample, stage).make()
    status, answered = send(endpoint, sample, sample["request"]["body"])
    assert (status, answered["Code"]) == (400, "BadRequest")


def test_all_samples_are_there():
    assert len(SAMPLES) == 92
