"""Every list that comes in pages: how a row of it is made, told from the others, and ended."""

from families import OPERATIONS, call, inputs
from members import LAMBDA

LISTS = [name for name in OPERATIONS if "NextToken" in inputs(name)]
# Its rows are not made: it offers what is to be had.
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


def by(operation, member):
    """Ends a row by an operation whose input names it."""

    def end(world, given, key):
        call(world.chime, operation, **given, **{member: key})

    return end


def suspend(world, given, key):
    """Ends no row, but changes it: only users of Team accounts leave."""
    world.chime.batch_suspend_user(AccountId=given["AccountId"], UserIdList=[key])


def end_pipeline(world, _given, key):
    """MCP-6: it is listed while it stops."""
    world.chime.delete_media_capture_pipeline(MediaPipelineId=key)
    world.control.advance("5s")


def end_rule(world, _given, key):
    world.chime.update_sip_rule(SipRuleId=key, Name="off", Disabled=True)
    world.chime.delete_sip_rule(SipRuleId=key)


def nothing(_world, _given, _key):
    """No operation ends such a row."""


# What tells a row of each list from the others, and how it is ended.
ENDS = {
    "ListAccounts": ("AccountId", by("DeleteAccount", "AccountId")),
    "ListAppInstanceAdmins": ("Admin.Arn", by("DeleteAppInstanceAdmin", "AppInstanceAdminArn")),
    "ListAppInstanceUsers": ("AppInstanceUserArn", by("DeleteAppInstanceUser", "AppInstanceUserArn")),
    "ListAppInstances": ("AppInstanceArn", by("DeleteAppInstance", "AppInstanceArn")),
    "ListAttendees": ("AttendeeId", by("DeleteAttendee", "AttendeeId")),
    "ListBots": ("BotId", nothing),
    "ListChannelBans": ("Member.Arn", by("DeleteChannelBan", "MemberArn")),
    "ListChannelMemberships": ("Member.Arn", by("DeleteChannelMembership", "MemberArn")),
    "ListChannelMembershipsForAppInstanceUser": ("ChannelSummary.ChannelArn", by("DeleteChannel", "ChannelArn")),
    "ListChannelMessages": ("MessageId", by("DeleteChannelMessage", "MessageId")),
    "ListChannelModerators": ("Moderator.Arn", by("DeleteChannelModerator", "ChannelModeratorArn")),
    "ListChannels": ("ChannelArn", by("DeleteChannel", "ChannelArn")),
    "ListChannelsModeratedByAppInstanceUser": ("ChannelSummary.ChannelArn", by("DeleteChannel", "ChannelArn")),
    "ListMediaCapturePipelines": ("MediaPipelineId", end_pipeline),
    "ListMeetings": ("MeetingId", by("DeleteMeeting", "MeetingId")),
    "ListPhoneNumberOrders": ("PhoneNumberOrderId", nothing),
    "ListPhoneNumbers": ("PhoneNumberId", by("DeletePhoneNumber", "PhoneNumberId")),
    "ListProxySessions": ("ProxySessionId", by("DeleteProxySession", "ProxySessionId")),
    "ListRoomMemberships": ("Member.MemberId", by("DeleteRoomMembership", "MemberId")),
    "ListRooms": ("RoomId", by("DeleteRoom", "RoomId")),
    "ListSipMediaApplications": ("SipMediaApplicationId", by("DeleteSipMediaApplication", "SipMediaApplicationId")),
    "ListSipRules": ("SipRuleId", end_rule),
    "ListUsers": ("UserId", suspend),
    "ListVoiceConnectorGroups": ("VoiceConnectorGroupId", by("DeleteVoiceConnectorGroup", "VoiceConnectorGroupId")),
    "ListVoiceConnectors": ("VoiceConnectorId", by("DeleteVoiceConnector", "VoiceConnectorId")),
}


def fill(world, name, numbers):
    """Makes rows of a list, each in a second of its own."""
    for number in numbers:
        world.stage.tick()
        ROWS[name](world, number)


def rows(name, page):
    """The one list of a page."""
    shapes = OPERATIONS[name].output_shape.members
    (rows,) = [page[member] for member, shape in shapes.items() if shape.type_name == "list"]
    return rows
