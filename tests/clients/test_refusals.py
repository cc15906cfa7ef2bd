"""What every operation refuses, by the rules that hold for all (G-13, G-15)."""

import pytest
from botocore.exceptions import ClientError

from families import OPERATIONS, call, declared, inputs, labels, writes
from members import ACCOUNT, TEAM_ONLY
from stage import NOBODY

ELSEWHERE = f"arn:aws:chime:us-east-1:{ACCOUNT}:app-instance/{NOBODY}"
ABSENT = {
    "AppInstanceArn": ELSEWHERE,
    "AppInstanceAdminArn": f"{ELSEWHERE}/user/nobody",
    "AppInstanceUserArn": f"{ELSEWHERE}/user/nobody",
    "ChannelArn": f"{ELSEWHERE}/channel/{NOBODY}",
    "ChannelModeratorArn": f"{ELSEWHERE}/user/nobody",
    "MemberArn": f"{ELSEWHERE}/user/nobody",
    "PhoneNumberId": "+12065559999",
    "VoiceConnectorId": "abcdef1ghij2klmno3pqr4",
}
# G-15: taking away what is not there is no failure, where NotFound is not declared.
FORGIVING = {
    "DeleteAppInstanceAdmin",
    "DeleteChannelBan",
    "DeleteChannelMembership",
    "DeleteChannelMessage",
    "DeleteChannelModerator",
}
LABELS = [(name, label) for name in OPERATIONS for label in labels(name)]
# Quotas, by the operations that meet them.
QUOTAS = {
    "CreateAppInstance": "AppInstancesPerAwsAccount",
    "CreateAppInstanceAdmin": "AdminsPerAppInstance",
    "CreateAppInstanceUser": "UsersPerAppInstance",
    "CreateAttendee": "AttendeesPerMeeting",
    "CreateBot": "BotsPerAccount",
    "CreateChannel": "ChannelsPerAppInstance",
    "CreateChannelBan": "BansPerChannel",
    "CreateChannelMembership": "MembersPerChannel",
    "CreateChannelModerator": "ModeratorsPerChannel",
    "CreateMediaCapturePipeline": "MediaCapturePipelinesPerMeeting",
    "CreateMeeting": "MeetingsPerAwsAccount",
    "CreateMeetingWithAttendees": "MeetingsPerAwsAccount",
    "CreatePhoneNumberOrder": "PhoneNumbers",
    "CreateRoom": "RoomsPerAccount",
    "CreateRoomMembership": "MembersPerRoom",
    "CreateSipMediaApplication": "SipMediaApplications",
    "CreateSipMediaApplicationCall": "CallsPerSipMediaApplication",
    "CreateSipRule": "SipRules",
    "CreateVoiceConnector": "VoiceConnectors",
    "CreateVoiceConnectorGroup": "VoiceConnectorGroups",
    "RestorePhoneNumber": "PhoneNumbers",
}


# Values that break a shape, where botocore fills in what has to be there, or nothing has to.
WRONG = {
    "CreateMeeting": {"ExternalMeetingId": "x"},
    "CreateMeetingWithAttendees": {"ExternalMeetingId": "x"},
    "SearchAvailablePhoneNumbers": {"TollFreePrefix": "80"},
}
# What they take may be any text, so none of it breaks a shape.
SHAPELESS = {
    "DeletePhoneNumber",
    "DisassociatePhoneNumberFromUser",
    "GetPhoneNumber",
    "GetUserSettings",
    "UpdateGlobalSettings",
}


def absent(name):
    """The members in the path, of things that are not there."""
    return {label: ABSENT.get(label, NOBODY) for label in labels(name)}


def broken(name):
    """A member and a value that break the shape of an operation's input; None leaves a required one out."""
    if name in WRONG:
        return next(iter(WRONG[name].items()))
    missing = [member for member in OPERATIONS[name].input_shape.required_members if member not in labels(name)]
    if missing:
        return missing[0], None
    return next(
        (member, 0 if shape.type_name == "integer" else " ")
        for member, shape in inputs(name).items()
        if shape.metadata.keys() & {"min", "pattern", "enum"}
    )


@pytest.mark.parametrize(("name", "label"), LABELS)
def test_what_is_not_there_is_not_found_or_else_forbidden(chime, world, name, label):
    members = world.ready(name) | {label: absent(name)[label]}
    if name in FORGIVING and label == labels(name)[-1]:
        call(chime, name, **members)
        return
    error = next(error for error in ("NotFoundException", "ForbiddenException") if error in declared(name))
    with pytest.raises(getattr(chime.exceptions, error)):
        call(chime, name, **members)


@pytest.mark.parametrize("name", [name for name in OPERATIONS if inputs(name) and name not in SHAPELESS])
def test_an_input_that_breaks_its_shape_is_a_bad_request(careless, name):
    member, value = broken(name)
    # G-13: the shape is looked at before what the path names.
    members = absent(name) if value is None else absent(name) | {member: value}
    with pytest.raises(careless.exceptions.BadRequestException, match=member):
        call(careless, name, **members)


@pytest.mark.parametrize("name", sorted(SHAPELESS))
def test_what_is_said_to_have_no_shape_has_none(name):
    with pytest.raises(StopIteration):
        broken(name)


@pytest.mark.parametrize("name", OPERATIONS)
def test_an_unsigned_call_is_an_unauthorized_client(unsigned, name):
    with pytest.raises(unsigned.exceptions.UnauthorizedClientException):
        call(unsigned, name, **absent(name))


@pytest.mark.parametrize("name", writes())
def test_a_disabled_account_cannot_be_changed(chime, control, world, name):
    members = world.ready(name)
    account = members["AccountId"]
    if name not in TEAM_ONLY:
        control.post(f"hooks/accounts/{account}/release-domains")
    chime.delete_account(AccountId=account)
    with pytest.raises(chime.exceptions.ForbiddenException):
        call(chime, name, **members)


@pytest.mark.parametrize(("name", "quota"), QUOTAS.items())
def test_a_quota_that_is_used_up_is_a_limit(chime, control, world, name, quota):
    members = world.ready(name)
    control.put("settings", Quotas={quota: 0})
    with pytest.raises(chime.exceptions.ResourceLimitExceededException, match=quota):
        call(chime, name, **members)
