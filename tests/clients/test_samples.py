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
# Where the answer is not the sample's, by operation and member, and why.
EXCEPTIONS = {
    "ProxyPhoneNumber": "PRX-12: any number of the pool",
    "UpdateUser.User": "USR-27: null everywhere, though the text promises the updated user",
    "CreateVoiceConnectorGroup.VoiceConnectorGroup.VoiceConnectorItems": "VCG-3: empty, though an item was sent",
    "RegenerateSecurityToken.Bot.BotEmail": "BOT-2: printed without -chimebot here only",
    "UpdateBot.Bot.BotEmail": "BOT-2: printed without -chimebot here only",
    "PutVoiceConnectorTermination.Termination.CpsLimit": "VC-51: 0, though 1 is the least",
    "GetVoiceConnectorTerminationHealth.TerminationHealth.Timestamp": "G-23: not ISO 8601",
    "SearchAvailablePhoneNumbers.E164PhoneNumbers": "SRC-5: the plan has more numbers to offer",
    "SearchAvailablePhoneNumbers.NextToken": "SRC-5: the plan has more numbers to offer",
    "UpdatePhoneNumber.PhoneNumber.CallingName": "NUM-10: the new name, though a change takes up to 72 hours",
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


def compare(printed, answered, shape, where):
    """Holds an answer to the sample, which also prints members that no type has (DIFFERENCES 4)."""
    if re.sub(r"\[\d+\]", "", where) in EXCEPTIONS or where.rsplit(".")[-1] in EXCEPTIONS:
        return
    if printed is None or answered is None:
        assert printed is answered, where
    elif shape.type_name == "structure":
        assert answered.keys() <= shape.members.keys(), where
        for name in printed.keys() & shape.members.keys():
            assert name in answered, f"{where}.{name}"
            compare(printed[name], answered[name], shape.members[name], f"{where}.{name}")
    elif shape.type_name == "list":
        assert len(printed) == len(answered), where
        for index, pair in enumerate(zip(printed, answered, strict=True)):
            compare(*pair, shape.member, f"{where}[{index}]")
    elif printed != answered:
        texts = isinstance(printed, str) and isinstance(answered, str)
        alike = texts and any(form.fullmatch(printed) and form.fullmatch(answered) for form in FORMS)
        assert alike, (where, printed, answered)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["operation"])
def test_a_sample_request_gets_the_sample_s_answer(endpoint, stage, sample):
    name, request, printed = sample["operation"], sample["request"], sample["response"]
    Reprint(SAMPLES, sample, stage).make()
    status, answered = send(endpoint, sample, (BODIES | CUT).get(name, request["body"]))
    assert status == printed["status"], answered
    output = OPERATIONS[name].output_shape
    if printed["body"] is None:
        assert answered is None
    elif output is None or not printed["body"]:
        assert answered == printed["body"]
    else:
        compare(printed["body"], answered, output, name)
    if name == "UpdateUser":
        assert answered["User"]["LicenseType"] == request["body"]["LicenseType"]
    if name == "SearchAvailablePhoneNumbers":
        assert set(printed["body"]["E164PhoneNumbers"]) <= set(answered["E164PhoneNumbers"])


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
