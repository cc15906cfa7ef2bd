"""Channels: who may do what, members, moderators, bans and messages (BEHAVIOUR 24 to 28)."""

import pytest

from families import call


@pytest.fixture
def channel(world):
    """The channel, as its administrator sees it."""
    return {"ChannelArn": world.channel, "ChimeBearer": world.person}


def as_other(world):
    return {"ChannelArn": world.channel, "ChimeBearer": world.other}


def test_its_maker_is_member_and_moderator(chime, world, channel):
    made = chime.describe_channel(**channel)["Channel"]
    assert (made["Mode"], made["Privacy"], made["CreatedBy"]["Arn"]) == ("RESTRICTED", "PRIVATE", world.person)
    user = {"AppInstanceUserArn": world.person}
    chime.describe_channel_membership_for_app_instance_user(**channel, **user)
    chime.describe_channel_moderated_by_app_instance_user(**channel, **user)
    for name in ("list_channel_memberships_for_app_instance_user", "list_channels_moderated_by_app_instance_user"):
        answer = getattr(chime, name)(ChimeBearer=world.person, **user)
        (rows,) = [value for value in answer.values() if isinstance(value, list)]
        assert [row["ChannelSummary"]["ChannelArn"] for row in rows] == [world.channel]


@pytest.mark.parametrize(
    "name",
    [
        "BatchCreateChannelMembership",
        "CreateChannelBan",
        "CreateChannelMembership",
        "CreateChannelModerator",
        "DeleteChannel",
        "DeleteChannelBan",
        "DeleteChannelMessage",
        "DeleteChannelModerator",
        "DescribeChannel",
        "DescribeChannelBan",
        "DescribeChannelMembership",
        "DescribeChannelModerator",
        "GetChannelMessage",
        "ListChannelBans",
        "ListChannelMemberships",
        "ListChannelMessages",
        "ListChannelModerators",
        "RedactChannelMessage",
        "SendChannelMessage",
        "UpdateChannel",
        "UpdateChannelMessage",
        "UpdateChannelReadMarker",
    ],
)
def test_an_outsider_of_a_private_channel_is_forbidden(chime, world, name):
    members = world.ready(name)
    with pytest.raises(chime.exceptions.ForbiddenException):
        call(chime, name, **members | {"ChimeBearer": world.app_user("eve")})


@pytest.mark.parametrize("name", ["ListChannelMembershipsForAppInstanceUser", "ListChannelsModeratedByAppInstanceUser"])
def test_only_an_administrator_asks_about_others(chime, world, name):
    with pytest.raises(chime.exceptions.ForbiddenException):
        call(chime, name, AppInstanceUserArn=world.person, ChimeBearer=world.other)


def test_a_stranger_makes_no_channel(chime, world):
    elsewhere = chime.create_app_instance(Name="Elsewhere")["AppInstanceArn"]
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.create_channel(**world.members("CreateChannel") | {"AppInstanceArn": elsewhere})


def test_nobody_calls_without_a_bearer(careless, world):
    with pytest.raises(careless.exceptions.BadRequestException, match="[Bb]earer"):
        careless.describe_channel(ChannelArn=world.channel)


def test_private_channels_are_listed_to_administrators_only(chime, world, channel):
    listed = chime.list_channels(AppInstanceArn=world.instance, Privacy="PRIVATE", ChimeBearer=world.person)
    assert [summary["ChannelArn"] for summary in listed["Channels"]] == [world.channel]
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.list_channels(AppInstanceArn=world.instance, Privacy="PRIVATE", ChimeBearer=world.other)


@pytest.mark.parametrize("name", ["CreateChannelBan", "CreateChannelMembership", "CreateChannelModerator"])
def test_a_role_is_given_once(chime, world, name):
    world.do(name)
    with pytest.raises(chime.exceptions.ConflictException):
        call(chime, name, **world.members(name))


def test_a_batch_tells_who_failed(chime, world, channel):
    answer = chime.batch_create_channel_membership(**channel, MemberArns=[world.other, world.person])
    assert [member["Arn"] for member in answer["BatchChannelMemberships"]["Members"]] == [world.other]
    (error,) = answer["Errors"]
    assert (error["MemberArn"], error["ErrorCode"]) == (world.person, "Conflict")


def test_a_ban_throws_out_and_keeps_out(chime, world, channel):
    world.do("CreateChannelMembership")
    world.do("CreateChannelBan")
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.describe_channel_membership(**channel, MemberArn=world.other)
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.create_channel_membership(**channel, MemberArn=world.other, Type="DEFAULT")
    chime.delete_channel_ban(**channel, MemberArn=world.other)
    chime.create_channel_membership(**channel, MemberArn=world.other, Type="DEFAULT")


def test_a_member_sends_edits_and_leaves(chime, world, channel):
    world.do("CreateChannelMembership")
    mine = as_other(world)
    sent = chime.send_channel_message(**mine, Content="Helo", Type="STANDARD", Persistence="PERSISTENT")
    message = {"MessageId": sent["MessageId"]}
    chime.update_channel_message(**mine, **message, Content="Hello")
    read = chime.get_channel_message(**channel, **message)["ChannelMessage"]
    assert (read["Content"], read["Sender"]["Name"]) == ("Hello", "Bob")
    assert read["LastEditedTimestamp"]
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.update_channel_message(**channel, **message, Content="Not mine")
    chime.delete_channel_membership(**mine, MemberArn=world.other)
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.send_channel_message(**mine, Content="Bye", Type="STANDARD", Persistence="PERSISTENT")


def test_a_redacted_message_keeps_its_metadata_and_takes_no_edit(chime, world, channel):
    members = world.members("SendChannelMessage")
    message = {"MessageId": chime.send_channel_message(**members, Metadata="kept")["MessageId"]}
    chime.redact_channel_message(**channel, **message)
    (read,) = chime.list_channel_messages(**channel)["ChannelMessages"]
    assert (read["Redacted"], read.get("Content"), read["Metadata"]) == (True, None, "kept")
    with pytest.raises(chime.exceptions.ConflictException):
        chime.update_channel_message(**channel, **message, Content="Again")
    chime.delete_channel_message(**channel, **message)
    assert chime.list_channel_messages(**channel)["ChannelMessages"] == []


def test_a_token_sends_one_message(chime, world):
    members = world.members("SendChannelMessage") | {"ClientRequestToken": "token"}
    assert chime.send_channel_message(**members)["MessageId"] == chime.send_channel_message(**members)["MessageId"]
    with pytest.raises(chime.exceptions.ConflictException):
        chime.send_channel_message(**members | {"Content": "Other"})


def test_a_token_makes_one_channel(chime, world):
    members = world.members("CreateChannel") | {"ClientRequestToken": "token"}
    assert chime.create_channel(**members)["ChannelArn"] == chime.create_channel(**members)["ChannelArn"]
    with pytest.raises(chime.exceptions.ConflictException):
        chime.create_channel(**members | {"Name": "Other"})


def test_a_control_message_is_short(chime, channel):
    control = {"Type": "CONTROL", "Persistence": "NON_PERSISTENT"}
    chime.send_channel_message(**channel, **control, Content="x" * 30)
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.send_channel_message(**channel, **control, Content="x" * 31)


def test_messages_come_newest_first_unless_asked(chime, stage, world, channel):
    for content in "abc":
        stage.tick()
        chime.send_channel_message(**channel, Content=content, Type="STANDARD", Persistence="PERSISTENT")

    def contents(**members):
        return [message["Content"] for message in chime.list_channel_messages(**channel, **members)["ChannelMessages"]]

    assert contents() == ["c", "b", "a"]
    assert contents(SortOrder="ASCENDING") == ["a", "b", "c"]


def test_reading_moves_the_marker(chime, world, channel):
    chime.update_channel_read_marker(**channel)
    answer = chime.describe_channel_membership_for_app_instance_user(**channel, AppInstanceUserArn=world.person)
    assert answer["ChannelMembership"]["AppInstanceUserMembershipSummary"]["ReadMarkerTimestamp"]
