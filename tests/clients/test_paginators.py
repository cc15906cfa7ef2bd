"""Every list over more than two pages: by botocore's paginators, and by hand where it has none."""

import itertools

import pytest
from botocore import xform_name

from families import OPERATIONS, inputs
from members import LAMBDA

LISTS = [name for name in OPERATIONS if "NextToken" in inputs(name)]
COUNT = 5
SIZE = 2
SEARCH = "SearchAvailablePhoneNumbers"


def stock(world, number):
    return world.stage.stock(f"+1206555019{number}", "VoiceConnector")


def meeting(world, number):
    return world.chime.create_meeting(ClientRequestToken=f"m{number}")["Meeting"]["MeetingId"]


def channel(world, number):
    chime, bearer = world.chime, world.person
    chime.create_channel(AppInstanceArn=world.instance, Name=f"c{number}", Privacy="PUBLIC", ChimeBearer=bearer)


def in_channel(operation, member, **more):
    """Has a new user of the app instance join a list of the channel."""

    def make(world, number):
        place = {"ChannelArn": world.channel, "ChimeBearer": world.person}
        getattr(world.chime, operation)(**place, **{member: world.app_user(f"user{number}")}, **more)

    return make


def admin(world, number):
    user = world.app_user(f"user{number}")
    world.chime.create_app_instance_admin(AppInstanceArn=world.instance, AppInstanceAdminArn=user)


def order(world, number):
    numbers = [f"+1206555018{number}"]
    world.chime.create_phone_number_order(ProductType="VoiceConnector", E164PhoneNumbers=numbers)


def pipeline(world, number):
    source = f"arn:aws:chime::111122223333:meeting/{meeting(world, number)}"
    world.chime.create_media_capture_pipeline(**world.members("CreateMediaCapturePipeline") | {"SourceArn": source})


def session(world, number):
    world.do("PutVoiceConnectorProxy")
    people = ["+12065550150", f"+1401555010{number}"]
    world.chime.create_proxy_session(**world.members("CreateProxySession") | {"ParticipantPhoneNumbers": people})


def member_of_room(world, number):
    member = world.stage.member(world.account, f"user{number}@example.com")
    world.chime.create_room_membership(AccountId=world.account, RoomId=world.room, MemberId=member)


def application(world, number):
    endpoints = [{"LambdaArn": LAMBDA}]
    world.chime.create_sip_media_application(AwsRegion="us-east-1", Name=f"a{number}", Endpoints=endpoints)


def rule(world, number):
    trigger = world.stage.stock(f"+1206555017{number}", "SipMediaApplicationDialIn")
    world.chime.create_sip_rule(**world.members("CreateSipRule") | {"TriggerValue": trigger})


# How one row of each list is made.
ROWS = {
    "ListAccounts": lambda world, number: world.stage.team(f"Account {number}"),
    "ListAppInstanceAdmins": admin,
    "ListAppInstanceUsers": lambda world, number: world.app_user(f"user{number}"),
    "ListAppInstances": lambda world, number: world.chime.create_app_instance(Name=f"i{number}"),
    "ListAttendees": lambda world, number: world.chime.create_attendee(
        MeetingId=world.meeting, ExternalUserId=f"user{number}"
    ),
    "ListBots": lambda world, number: world.chime.create_bot(AccountId=world.account, DisplayName=f"bot{number}"),
    "ListChannelBans": in_channel("create_channel_ban", "MemberArn"),
    "ListChannelMemberships": in_channel("create_channel_membership", "MemberArn", Type="DEFAULT"),
    "ListChannelMembershipsForAppInstanceUser": channel,
    "ListChannelMessages": lambda world, number: world.chime.send_channel_message(
        **world.members("SendChannelMessage") | {"Content": f"{number}"}
    ),
    "ListChannelModerators": in_channel("create_channel_moderator", "ChannelModeratorArn"),
    "ListChannels": channel,
    "ListChannelsModeratedByAppInstanceUser": channel,
    "ListMediaCapturePipelines": pipeline,
    "ListMeetings": meeting,
    "ListPhoneNumberOrders": order,
    "ListPhoneNumbers": stock,
    "ListProxySessions": session,
    "ListRoomMemberships": member_of_room,
    "ListRooms": lambda world, number: world.chime.create_room(AccountId=world.account, Name=f"r{number}"),
    "ListSipMediaApplications": application,
    "ListSipRules": rule,
    "ListUsers": lambda world, number: world.stage.user(world.account, f"user{number}@example.com"),
    "ListVoiceConnectorGroups": lambda world, number: world.chime.create_voice_connector_group(Name=f"g{number}"),
    "ListVoiceConnectors": lambda world, number: world.chime.create_voice_connector(
        Name=f"v{number}", RequireEncryption=True
    ),
}


@pytest.fixture
def members(world):
    def members(name):
        members = world.members(name)
        if name in ROWS:
            for number in range(COUNT):
                world.stage.tick()
                ROWS[name](world, number)
        return members

    return members


def rows(name, page):
    """The one list of a page."""
    shapes = OPERATIONS[name].output_shape.members
    (rows,) = [page[member] for member, shape in shapes.items() if shape.type_name == "list"]
    return rows


def by_hand(chime, name, members):
    """The pages that a loop over NextToken sees."""
    token = {}
    for _ in range(COUNT + 2):
        page = getattr(chime, xform_name(name))(**members, **token, MaxResults=SIZE)
        yield rows(name, page)
        if not page.get("NextToken"):
            return
        token = {"NextToken": page["NextToken"]}
    raise AssertionError(f"{name} never ends")


def by_paginator(chime, name, members):
    paginator = chime.get_paginator(xform_name(name))
    return [rows(name, page) for page in paginator.paginate(**members, PaginationConfig={"PageSize": SIZE})]


@pytest.mark.parametrize("name", [name for name in LISTS if name != SEARCH])
def test_every_row_is_on_one_page(chime, members, name):
    given = members(name)
    whole = rows(name, getattr(chime, xform_name(name))(**given, MaxResults=50))
    assert len(whole) >= COUNT
    pages = list(by_hand(chime, name, given))
    assert len(pages) > 2
    assert all(len(page) == SIZE for page in pages[:-1])
    assert list(itertools.chain(*pages)) == whole
    if chime.can_paginate(xform_name(name)):
        assert by_paginator(chime, name, given) == pages


def test_a_search_goes_on_where_it_was(chime):
    first = chime.search_available_phone_numbers(AreaCode="206", MaxResults=30)
    second = chime.search_available_phone_numbers(AreaCode="206", MaxResults=30, NextToken=first["NextToken"])
    both = first["E164PhoneNumbers"] + second["E164PhoneNumbers"]
    assert both == chime.search_available_phone_numbers(AreaCode="206", MaxResults=60)["E164PhoneNumbers"]


def test_no_list_is_left_out():
    assert {*ROWS, SEARCH} == set(LISTS)
