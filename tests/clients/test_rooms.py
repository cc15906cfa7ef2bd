"""Chat rooms, their members, retention and redaction (BEHAVIOUR 5 and 7)."""

import pytest


@pytest.fixture
def room(world):
    return {"AccountId": world.account, "RoomId": world.room}


def members(chime, room):
    memberships = chime.list_room_memberships(**room)["RoomMemberships"]
    return {membership["Member"]["MemberId"]: membership["Role"] for membership in memberships}


def test_a_room_belongs_to_its_account_and_begins_empty(chime, world, room):
    made = chime.get_room(**room)["Room"]
    assert (made["AccountId"], made["Name"]) == (world.account, "Acme")
    assert made["CreatedBy"] == "arn:aws:iam::111122223333:user/emulator"
    assert members(chime, room) == {}


def test_a_team_account_has_no_rooms(chime, stage):
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.create_room(AccountId=stage.team(), Name="Ops")


def test_a_member_is_in_a_room_once(chime, world, room):
    chime.create_room_membership(**room, MemberId=world.user)
    assert members(chime, room) == {world.user: "Member"}
    with pytest.raises(chime.exceptions.ConflictException):
        chime.create_room_membership(**room, MemberId=world.user)
    chime.update_room_membership(**room, MemberId=world.user, Role="Administrator")
    assert members(chime, room) == {world.user: "Administrator"}
    assert [found["RoomId"] for found in chime.list_rooms(AccountId=world.account, MemberId=world.user)["Rooms"]] == [
        room["RoomId"]
    ]


def test_a_batch_tells_who_failed(chime, stage, world, room):
    other = stage.member(world.account, "bob@example.com")
    chime.create_room_membership(**room, MemberId=world.user)
    items = [{"MemberId": member} for member in (world.user, other, "00000000-0000-4000-8000-000000000000")]
    errors = chime.batch_create_room_membership(**room, MembershipItemList=items)["Errors"]
    assert [error["ErrorCode"] for error in errors] == ["Conflict", "NotFound"]
    assert members(chime, room).keys() == {world.user, other}


def test_a_deleted_room_is_gone(chime, room):
    chime.delete_room(**room)
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_room(**room)


def test_retention_says_when_deletion_begins(chime, world):
    settings = {"RoomRetentionSettings": {"RetentionDays": 30}}
    chime.put_retention_settings(AccountId=world.account, RetentionSettings=settings)
    answer = chime.get_retention_settings(AccountId=world.account)
    assert answer["RetentionSettings"]["RoomRetentionSettings"] == {"RetentionDays": 30}
    assert answer["InitiateDeletionTimestamp"]


def test_a_redacted_message_has_no_content(chime, control, world, room):
    members = world.ready("RedactRoomMessage")
    chime.redact_room_message(**members)
    (message,) = control.get(f"hooks/accounts/{world.account}/rooms/{world.room}/messages")["Messages"]
    assert message["Redacted"]
    assert not message.get("Content")
