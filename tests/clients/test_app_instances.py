"""App instances, their administrators, users, retention and streaming (BEHAVIOUR 23 and 29)."""

import pytest


def test_an_instance_is_renamed_and_listed(chime, world):
    chime.update_app_instance(AppInstanceArn=world.instance, Name="Support", Metadata="blue")
    instance = chime.describe_app_instance(AppInstanceArn=world.instance)["AppInstance"]
    assert (instance["Name"], instance["Metadata"]) == ("Support", "blue")
    assert [summary["Name"] for summary in chime.list_app_instances()["AppInstances"]] == ["Support"]


def test_a_deleted_instance_takes_its_people_along(chime, world):
    person = world.person
    chime.delete_app_instance(AppInstanceArn=world.instance)
    assert chime.list_app_instances()["AppInstances"] == []
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.describe_app_instance_user(AppInstanceUserArn=person)


@pytest.mark.parametrize(
    ("make", "members"),
    [
        ("create_app_instance", {"Name": "Chat"}),
        ("create_app_instance_user", {"AppInstanceUserId": "cem", "Name": "Cem"}),
    ],
)
def test_a_token_with_other_members_is_a_conflict(chime, world, make, members):
    place = {} if make == "create_app_instance" else {"AppInstanceArn": world.instance}
    create = getattr(chime, make)
    first = create(**place, **members, ClientRequestToken="token")
    again = create(**place, **members, ClientRequestToken="token")
    first.pop("ResponseMetadata"), again.pop("ResponseMetadata")
    assert first == again
    with pytest.raises(chime.exceptions.ConflictException):
        create(**place, **members | {"Name": "Other"}, ClientRequestToken="token")


def test_a_user_s_id_is_taken_once(chime, world):
    assert world.other == f"{world.instance}/user/bob"
    with pytest.raises(chime.exceptions.ConflictException):
        world.app_user("bob")
    chime.update_app_instance_user(AppInstanceUserArn=world.other, Name="Robert")
    users = chime.list_app_instance_users(AppInstanceArn=world.instance)["AppInstanceUsers"]
    assert [user["Name"] for user in users] == ["Robert"]


def test_an_administrator_is_promoted_once(chime, world):
    admin = {"AppInstanceArn": world.instance, "AppInstanceAdminArn": world.other}
    chime.create_app_instance_admin(**admin)
    with pytest.raises(chime.exceptions.ConflictException):
        chime.create_app_instance_admin(**admin)
    assert len(chime.list_app_instance_admins(AppInstanceArn=world.instance)["AppInstanceAdmins"]) == 1
    chime.delete_app_instance_admin(**admin)
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.describe_app_instance_admin(**admin)
    assert chime.describe_app_instance_user(AppInstanceUserArn=world.other)["AppInstanceUser"]["Name"] == "Bob"


def test_retention_and_streaming_are_read_as_they_were_put(chime, world):
    instance = {"AppInstanceArn": world.instance}
    world.do("PutAppInstanceRetentionSettings")
    answer = chime.get_app_instance_retention_settings(**instance)
    assert answer["AppInstanceRetentionSettings"] == {"ChannelRetentionSettings": {"RetentionDays": 30}}
    assert answer["InitiateDeletionTimestamp"]
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_app_instance_streaming_configurations(**instance)
    world.do("PutAppInstanceStreamingConfigurations")
    (stream,) = chime.get_app_instance_streaming_configurations(**instance)["AppInstanceStreamingConfigurations"]
    assert stream["AppInstanceDataType"] == "Channel"
    chime.delete_app_instance_streaming_configurations(**instance)
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_app_instance_streaming_configurations(**instance)


def test_the_messaging_session_has_an_address(chime):
    assert "." in chime.get_messaging_session_endpoint()["Endpoint"]["Url"]
