"""One resource of every kind, made by calls when first asked for."""

from functools import cached_property

from families import OPERATIONS, call, inputs
from members import ACCOUNT, ALSO, FIRST, LAMBDA, MADE, PLAIN, TEAM_ONLY


class World:
    def __init__(self, chime, stage, control):
        self.chime = chime
        self.stage = stage
        self.control = control
        self.done = set()

    def ready(self, name):
        """Does what has to be done before an operation; its members."""
        for earlier in FIRST.get(name, []):
            self.do(earlier)
        if name == "GetVoiceConnectorTerminationHealth":
            self.control.post(f"hooks/voice-connectors/{self.connector}/ping", Source="10.24.34.1")
        return self.members(name)

    def do(self, name):
        """Does an operation, unless that was done before."""
        if name not in self.done:
            self.done.add(name)
            call(self.chime, name, **self.ready(name))

    def members(self, name):
        """Members with which an operation goes well."""
        shape = OPERATIONS[name].input_shape
        wanted = [*(shape.required_members if shape else []), *ALSO.get(name, [])]
        # Nobody has to name who calls, and yet nobody may leave it out.
        wanted += ["ChimeBearer"] if "ChimeBearer" in inputs(name) else []
        return {member: self.value(name, member) for member in wanted if member != "ClientRequestToken"}

    def value(self, name, member):
        special = getattr(self, f"value_of_{member}", None)
        if special:
            return special(name)
        return getattr(self, MADE[member]) if member in MADE else PLAIN[member]

    def value_of_AccountId(self, name):
        return self.stage.team() if name in TEAM_ONLY else self.account

    def value_of_E164PhoneNumber(self, _name):
        return self.stage.stock("+12065550100")

    def value_of_E164PhoneNumbers(self, name):
        return ["+12065550180"] if name == "CreatePhoneNumberOrder" else [self.connector_number]

    def value_of_MemberArns(self, _name):
        return [self.other]

    def value_of_MembershipItemList(self, _name):
        return [{"MemberId": self.user, "Role": "Member"}]

    def value_of_MessageId(self, name):
        if name not in ("RedactRoomMessage", "RedactConversationMessage"):
            return self.message
        place = f"rooms/{self.room}" if name == "RedactRoomMessage" else f"conversations/{PLAIN['ConversationId']}"
        path = f"hooks/accounts/{self.account}/{place}/messages"
        return self.control.post(path, Content="Hello", Sender=self.user)["Message"]["MessageId"]

    def value_of_PhoneNumberIds(self, _name):
        return [self.connector_number]

    def value_of_ProductType(self, _name):
        return "VoiceConnector"

    def value_of_TargetApplications(self, _name):
        return [{"SipMediaApplicationId": self.application, "Priority": 1}]

    def value_of_Type(self, name):
        return "STANDARD" if name == "SendChannelMessage" else "DEFAULT"

    def value_of_UpdatePhoneNumberRequestItems(self, _name):
        return [{"PhoneNumberId": self.connector_number, "CallingName": "Acme"}]

    def value_of_UpdateUserRequestItems(self, _name):
        return [{"UserId": self.user, "LicenseType": "Basic"}]

    def value_of_UserIdList(self, _name):
        return [self.user]

    def value_of_VoiceConnectorItems(self, _name):
        return [{"VoiceConnectorId": self.connector, "Priority": 1}]

    def made(self, name):
        """The answer of an operation that makes something."""
        return call(self.chime, name, **self.ready(name))

    @cached_property
    def account(self):
        return self.stage.enterprise()

    @cached_property
    def user(self):
        return self.stage.member(self.account)

    @cached_property
    def room(self):
        return self.made("CreateRoom")["Room"]["RoomId"]

    @cached_property
    def bot(self):
        return self.made("CreateBot")["Bot"]["BotId"]

    @cached_property
    def connector_number(self):
        return self.stage.stock("+12065550110", "VoiceConnector")

    @cached_property
    def application_number(self):
        return self.stage.stock("+12065550120", "SipMediaApplicationDialIn")

    @cached_property
    def order(self):
        return self.made("CreatePhoneNumberOrder")["PhoneNumberOrder"]["PhoneNumberOrderId"]

    @cached_property
    def connector(self):
        return self.made("CreateVoiceConnector")["VoiceConnector"]["VoiceConnectorId"]

    @cached_property
    def group(self):
        # Empty, so that it can be deleted.
        return self.chime.create_voice_connector_group(Name="Acme")["VoiceConnectorGroup"]["VoiceConnectorGroupId"]

    @cached_property
    def session(self):
        return self.made("CreateProxySession")["ProxySession"]["ProxySessionId"]

    @cached_property
    def application(self):
        answer = self.chime.create_sip_media_application(
            AwsRegion="us-east-1", Name="Dial-in", Endpoints=[{"LambdaArn": LAMBDA}]
        )
        return answer["SipMediaApplication"]["SipMediaApplicationId"]

    @cached_property
    def rule(self):
        return self.made("CreateSipRule")["SipRule"]["SipRuleId"]

    @cached_property
    def transaction(self):
        return self.made("CreateSipMediaApplicationCall")["SipMediaApplicationCall"]["TransactionId"]

    @cached_property
    def meeting(self):
        return self.chime.create_meeting()["Meeting"]["MeetingId"]

    @property
    def meeting_arn(self):
        return f"arn:aws:chime::{ACCOUNT}:meeting/{self.meeting}"

    @cached_property
    def attendance(self):
        return self.made("CreateAttendee")["Attendee"]

    @property
    def attendee(self):
        return self.attendance["AttendeeId"]

    @property
    def join_token(self):
        return self.attendance["JoinToken"]

    @cached_property
    def pipeline(self):
        return self.made("CreateMediaCapturePipeline")["MediaCapturePipeline"]["MediaPipelineId"]

    @cached_property
    def instance(self):
        return self.chime.create_app_instance(Name="Chat")["AppInstanceArn"]

    @cached_property
    def person(self):
        """An administrator of the app instance, who bears all calls."""
        arn = self.app_user("ada")
        self.chime.create_app_instance_admin(AppInstanceArn=self.instance, AppInstanceAdminArn=arn)
        return arn

    @cached_property
    def other(self):
        return self.app_user("bob")

    def app_user(self, user_id):
        """A user of the app instance; the ARN."""
        members = {"AppInstanceArn": self.instance, "AppInstanceUserId": user_id, "Name": user_id.title()}
        return self.chime.create_app_instance_user(**members)["AppInstanceUserArn"]

    @cached_property
    def channel(self):
        return self.made("CreateChannel")["ChannelArn"]

    @cached_property
    def message(self):
        return self.made("SendChannelMessage")["MessageId"]
