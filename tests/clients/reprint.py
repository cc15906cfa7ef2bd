"""The state that the reference's samples speak of: made by calls, then given the ids that the reference prints."""

import json

from families import call, inputs

ACCOUNTS = ["12a3456b-7c89-012d-3456-78901e23fg45", "22a3456b-7c89-012d-3456-78901e23fg45"]
USERS = [f"{number}ab2345c-67de-8901-f23g-45h678901j2k" for number in (1, 2, 3, 4)]
ROOM = "abcd1e2d-3e45-6789-01f2-3g45h67i890j"
BOTS = {"123abcd4-5ef6-789g-0h12-34j56789012k": "myBot", "321abcd4-5ef6-789g-0h12-34j56789012k": "ChatBot"}
CONNECTOR = "abcdef1ghij2klmno3pqr4"
GROUP = "123a456b-c7d8-90e1-fg23-4h567jkl8901"
SESSION = "123a4bc5-67d8-901e-2f3g-h4ghjk567891"
ORDER = "abc12345-de67-89f0-1230-045067809012"
NUMBERS = ["+12065550100", "+12065550101"]
# Where the answer does not tell the type of the account, and the operation is not for EnterpriseLWA.
TYPES = {
    "InviteUsers": "Team",
    "DeleteAccount": "Team",
    "AssociateSigninDelegateGroupsWithAccount": "EnterpriseDirectory",
    "DisassociateSigninDelegateGroupsFromAccount": "EnterpriseDirectory",
}


class Reprint:
    def __init__(self, samples, sample, stage):
        self.printed = {other["operation"]: other for other in samples}
        self.name = sample["operation"]
        self.text = json.dumps(sample)
        self.path = sample["request"]["path"]
        self.answer = sample["response"]["body"] or {}
        self.stage = stage
        self.chime = stage.chime
        # What the calls made, by what the reference prints.
        self.ids = {}

    def make(self):
        if "/accounts" in self.path:
            self.accounts()
        if CONNECTOR in self.text or self.name in ("GetPhoneNumber", "ListPhoneNumbers", "ListVoiceConnectors"):
            self.connectors()
        if GROUP in self.text and self.name != "CreateVoiceConnectorGroup":
            group = self.chime.create_voice_connector_group(Name="myGroup")["VoiceConnectorGroup"]
            self.ids[GROUP] = group["VoiceConnectorGroupId"]
        if "PhoneNumber" in self.name and "User" not in self.name:
            self.numbers()
        if self.name == "GetGlobalSettings":
            self.do("UpdateGlobalSettings")
        snapshot = json.dumps(self.stage.control.get("snapshot"))
        for printed, made in self.ids.items():
            snapshot = snapshot.replace(made, printed)
        self.stage.control.put("snapshot", **json.loads(snapshot))

    def do(self, name, **members):
        """Does an operation as its own sample prints it."""
        return call(self.chime, name, **(self.printed[name]["request"]["body"] or {}) | members)

    def accounts(self):
        shown = self.answer.get("Accounts") or [self.answer.get("Account") or {}]
        for printed, account in zip(ACCOUNTS, shown, strict=False):
            name = account.get("Name", "Acme")
            kind = account.get("AccountType") or TYPES.get(self.name, "EnterpriseLWA")
            self.ids[printed] = self.stage.team(name) if kind == "Team" else self.stage.enterprise(kind, Name=name)
        if kind != "EnterpriseLWA":
            return
        account = self.ids[ACCOUNTS[0]]
        self.people(account)
        self.stage.stock(NUMBERS[0])
        self.do("UpdateUserSettings", AccountId=account, UserId=self.ids[USERS[0]])
        if "/rooms" in self.path:
            self.room(account)
        if "/bots" in self.path and self.name != "CreateBot":
            for printed, name in BOTS.items():
                self.stage.tick()
                bot = self.chime.create_bot(AccountId=account, DisplayName=name, Domain="example.com")["Bot"]
                self.ids[printed] = bot["BotId"]

    def people(self, account):
        emails = [f"user{number}@example.com" for number in (1, 2, 3, 4)]
        if "/rooms" in self.path:
            emails[:2] = ["janed@example.com", "zhangw@example.com"]
        for printed, email in zip(USERS, emails, strict=True):
            self.ids[printed] = self.stage.member(account, email)
        for user in self.answer.get("Users", []):
            self.chime.update_user(AccountId=account, UserId=self.ids[user["UserId"]], LicenseType=user["LicenseType"])

    def room(self, account):
        self.ids[ROOM] = self.chime.create_room(AccountId=account, Name="chatRoom")["Room"]["RoomId"]
        room = {"AccountId": account, "RoomId": self.ids[ROOM]}
        if self.name in ("DeleteRoomMembership", "ListRoomMemberships", "ListRooms", "UpdateRoomMembership"):
            # ROM-16: in the order that the list prints, which nothing else tells.
            for user, role in ((USERS[1], "Member"), (USERS[0], "Administrator")):
                self.stage.tick()
                self.chime.create_room_membership(**room, MemberId=self.ids[user], Role=role)

    def connectors(self):
        if self.name == "ListVoiceConnectors":
            self.chime.create_voice_connector(Name="myVoiceConnector", AwsRegion="us-east-1", RequireEncryption=True)
            self.stage.tick()
        connector = self.do("CreateVoiceConnector")["VoiceConnector"]["VoiceConnectorId"]
        self.ids[CONNECTOR] = connector
        if self.name == "GetVoiceConnectorTerminationHealth":
            self.stage.control.post(f"hooks/voice-connectors/{connector}/ping", Source="10.24.34.0")
        if self.name.endswith("TerminationCredentials") and not self.name.startswith("Put"):
            self.do("PutVoiceConnectorTerminationCredentials", VoiceConnectorId=connector)
        put = self.name.replace("Get", "Put", 1).replace("Delete", "Put", 1)
        if put != self.name and put in self.printed and "Credentials" not in put:
            shown = {key: value for key, value in self.answer.items() if key in inputs(put)}
            self.do(put, VoiceConnectorId=connector, **shown)
        if "ProxySession" in self.name:
            self.do("PutVoiceConnectorProxy", VoiceConnectorId=connector)
            if self.name != "CreateProxySession":
                session = self.do("CreateProxySession", VoiceConnectorId=connector)
                self.ids[SESSION] = session["ProxySession"]["ProxySessionId"]

    def numbers(self):
        if "Order" in self.name:
            if self.name != "CreatePhoneNumberOrder":
                kind = "VoiceConnector" if self.name.startswith("List") else "BusinessCalling"
                order = self.do("CreatePhoneNumberOrder", ProductType=kind)
                self.ids[ORDER] = order["PhoneNumberOrder"]["PhoneNumberOrderId"]
                self.stage.control.advance("11s")
            return
        if self.name == "GetPhoneNumberSettings":
            self.do("UpdatePhoneNumberSettings")
        if "Settings" in self.name or self.name.startswith("Search"):
            return
        owned = NUMBERS + ["+12065550102"] * (self.name == "ListPhoneNumbers")
        for number in owned:
            self.stage.tick()
            self.stage.stock(number, "VoiceConnector")
        held = {"E164PhoneNumbers": NUMBERS}
        if self.name.endswith("FromVoiceConnectorGroup"):
            group = {"VoiceConnectorGroupId": self.ids[GROUP]}
            self.chime.associate_phone_numbers_with_voice_connector_group(**group, **held)
        elif self.name in ("GetPhoneNumber", "ListPhoneNumbers") or self.name.endswith("FromVoiceConnector"):
            connector = {"VoiceConnectorId": self.ids[CONNECTOR]}
            self.chime.associate_phone_numbers_with_voice_connector(**connector, **held)
        name = (self.answer.get("PhoneNumber") or {}).get("CallingName")
        if name and self.name != "GetPhoneNumber":
            self.chime.update_phone_number(PhoneNumberId=NUMBERS[0], CallingName=name)
            self.stage.control.advance("72h")
        if self.name == "RestorePhoneNumber":
            self.chime.delete_phone_number(PhoneNumberId=NUMBERS[0])
