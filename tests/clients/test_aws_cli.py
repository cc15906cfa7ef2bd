"""The AWS CLI, as a person types it; messaging is left out, for the CLI always puts a prefix before the host name."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from members import LAMBDA

AWS = str(Path(sys.executable).with_name("aws"))


@pytest.fixture
def aws(environment):
    def aws(*arguments):
        # By this Python: the script's first line holds only where the environment was made.
        command = [sys.executable, AWS, "chime", *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)

    return aws


def test_a_team_is_made_invited_listed_and_refused_deletion(aws, chime):
    made = aws("create-account", "--name", "Acme")
    assert made.returncode == 0, made.stderr
    account = json.loads(made.stdout)["Account"]["AccountId"]

    people = [f"user{number}@example.com" for number in range(5)]
    invited = aws("invite-users", "--account-id", account, "--user-email-list", *people)
    assert [invite["EmailAddress"] for invite in json.loads(invited.stdout)["Invites"]] == people

    listed = aws(
        *("list-users", "--account-id", account, "--page-size", "2"),
        *("--query", "Users[].PrimaryEmail", "--output", "text"),
    )
    assert sorted(listed.stdout.split()) == people

    refused = aws("delete-account", "--account-id", account)
    assert refused.returncode != 0
    assert "(UnprocessableEntityException) when calling the DeleteAccount operation" in refused.stderr
    assert chime.get_account(AccountId=account)["Account"]["AccountStatus"] == "Active"


def test_a_number_is_ordered_and_put_on_a_connector(aws, chime, control):
    number = "+12065550110"
    made = aws("create-voice-connector", "--name", "Office", "--require-encryption")
    connector = json.loads(made.stdout)["VoiceConnector"]["VoiceConnectorId"]
    ordered = aws("create-phone-number-order", "--product-type", "VoiceConnector", "--e164-phone-numbers", number)
    assert json.loads(ordered.stdout)["PhoneNumberOrder"]["Status"] == "Processing"
    control.advance("10s")
    put = aws(
        "associate-phone-numbers-with-voice-connector",
        *("--voice-connector-id", connector, "--e164-phone-numbers", number),
    )
    assert json.loads(put.stdout)["PhoneNumberErrors"] == []
    assert chime.get_phone_number(PhoneNumberId=number)["PhoneNumber"]["Status"] == "Assigned"


def test_rooms_meetings_and_applications_are_made_in_shorthand(aws, world):
    made = aws("create-room", "--account-id", world.account, "--name", "Ops")
    room = json.loads(made.stdout)["Room"]["RoomId"]
    members = aws(
        *("batch-create-room-membership", "--account-id", world.account, "--room-id", room),
        *("--membership-item-list", f"MemberId={world.user},Role=Administrator"),
    )
    assert json.loads(members.stdout)["Errors"] == []

    people = ("--attendees", "ExternalUserId=ada", "ExternalUserId=bob", "--tags", "Key=team,Value=calls")
    meeting = aws("create-meeting-with-attendees", "--client-request-token", "token", *people)
    assert [attendee["ExternalUserId"] for attendee in json.loads(meeting.stdout)["Attendees"]] == ["ada", "bob"]

    function = ("--aws-region", "us-east-1", "--endpoints", f"LambdaArn={LAMBDA}")
    application = aws("create-sip-media-application", "--name", "Dial-in", *function)
    assert json.loads(application.stdout)["SipMediaApplication"]["Endpoints"] == [{"LambdaArn": LAMBDA}]
