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

HOST = "service.chime.aws.amazon.com"
FILE = Path(__file__).resolve().parents[2] / "crates/model/tests/samples.json"
SAMPLES = [sample for sample in json.loads(FILE.read_text()) if sample["operation"] in OPERATIONS]
ACCOUNTS = ["12a3456b-7c89-012d-3456-78901e23fg45", "22a3456b-7c89-012d-3456-78901e23fg45"]
USERS = [f"{number}ab2345c-67de-8901-f23g-45h678901j2k" for number in (1, 2, 3, 4)]
# Where the answer does not tell the type of the account, and the operation is not for EnterpriseLWA.
TYPES = {
    "InviteUsers": "Team",
    "DeleteAccount": "Team",
    "AssociateSigninDelegateGroupsWithAccount": "EnterpriseDirectory",
    "DisassociateSigninDelegateGroupsFromAccount": "EnterpriseDirectory",
}
# DIFFERENCES 4: printed without the body that the operation requires.
BODIES = {
    "AssociateSigninDelegateGroupsWithAccount": {"SigninDelegateGroups": [{"GroupName": "Assistants"}]},
    "DisassociateSigninDelegateGroupsFromAccount": {"GroupNames": ["Assistants"]},
}
# Values that differ from call to call: ids, moments, PINs.
FORMS = [
    re.compile(r"[0-9a-z]{8}(-[0-9a-z]{4}){3}-[0-9a-z]{12}"),
    re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"),
    re.compile(r"X{10}|\d{10}"),
]


def prepare(sample, stage):
    """Makes what the sample speaks of; whatever has an id gets the sample's, as a snapshot with other ids."""
    answer = sample["response"]["body"] or {}
    ids = {}
    for account_id, shown in zip(ACCOUNTS, answer.get("Accounts") or [answer.get("Account") or {}], strict=False):
        name = shown.get("Name", "Acme")
        account_type = shown.get("AccountType") or TYPES.get(sample["operation"], "EnterpriseLWA")
        ids[account_id] = stage.team(name) if account_type == "Team" else stage.enterprise(account_type, Name=name)
    if account_type == "EnterpriseLWA":
        people(account := ids[ACCOUNTS[0]], stage, answer.get("Users", []), ids)
        stage.stock("+12065550100")
        telephony = {"InboundCalling": True, "OutboundCalling": True, "SMS": True}
        stage.chime.update_user_settings(AccountId=account, UserId=ids[USERS[0]], UserSettings={"Telephony": telephony})
    snapshot = json.dumps(stage.control.get("snapshot"))
    for printed, made in ids.items():
        snapshot = snapshot.replace(made, printed)
    stage.control.put("snapshot", **json.loads(snapshot))


def people(account, stage, shown, ids):
    for number, user_id in enumerate(USERS):
        ids[user_id] = stage.member(account, f"user{number + 1}@example.com")
    for user in shown:
        stage.chime.update_user(AccountId=account, UserId=ids[user["UserId"]], LicenseType=user["LicenseType"])


def send(endpoint, sample, body):
    method, path = sample["request"]["method"], sample["request"]["path"]
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
        assert any(form.fullmatch(printed) and form.fullmatch(answered) for form in FORMS), (where, printed, answered)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample["operation"])
def test_a_sample_request_gets_the_sample_s_answer(endpoint, stage, sample):
    prepare(sample, stage)
    printed = sample["response"]
    status, answered = send(endpoint, sample, BODIES.get(sample["operation"], sample["request"]["body"]))
    assert status == printed["status"], answered
    output = OPERATIONS[sample["operation"]].output_shape
    if sample["operation"] == "UpdateUser":
        # USR-27: the sample is null everywhere, the text promises the updated user.
        assert answered["User"]["LicenseType"] == sample["request"]["body"]["LicenseType"]
        printed = {"body": {"User": {"UserId": USERS[0]}}}
    if printed["body"] is None:
        assert answered is None
    elif output is None or not printed["body"]:
        assert answered == printed["body"]
    else:
        compare(printed["body"], answered, output, sample["operation"])


@pytest.mark.parametrize(
    "sample",
    [sample for sample in SAMPLES if sample["operation"] in BODIES],
    ids=lambda sample: sample["operation"],
)
def test_a_body_that_the_sample_leaves_out_is_missed(endpoint, stage, sample):
    prepare(sample, stage)
    status, answered = send(endpoint, sample, sample["request"]["body"])
    assert (status, answered["Code"]) == (400, "BadRequest")


def test_every_operation_has_its_sample():
    assert {sample["operation"] for sample in SAMPLES} == set(OPERATIONS)
