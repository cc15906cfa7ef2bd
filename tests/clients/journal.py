"""Which operations were done, how often, and which errors the rules of the emulator raised."""

from collections import Counter

# The short forms of BEHAVIOUR.md 0.1.
COLUMNS = {
    "BadRequestException": "BR",
    "NotFoundException": "NF",
    "ForbiddenException": "FB",
    "ConflictException": "CF",
    "UnprocessableEntityException": "UE",
    "AccessDeniedException": "AD",
    "UnauthorizedClientException": "UC",
    "ThrottledClientException": "TC",
    "ServiceFailureException": "SF",
    "ServiceUnavailableException": "SU",
    "ResourceLimitExceededException": "RL",
}
# Declared errors that no rule of the emulator causes, so that only faults raise them; those that are not named here
# are about permissions, load and failure, which the emulator has none of, but for single operations.
UNCAUSED = {
    # G-16, ORD-6: there is nothing that could be missing, or each item tells.
    "NotFoundException": {
        "BatchDeletePhoneNumber",
        "BatchUpdatePhoneNumber",
        "CreateAccount",
        "ListAccounts",
        "ListPhoneNumbers",
        "ValidateE911Address",
    },
    # Nothing is sent, or any text will do.
    "BadRequestException": {
        "DisassociatePhoneNumberFromUser",
        "GetGlobalSettings",
        "GetPhoneNumber",
        "GetPhoneNumberSettings",
        "GetUserSettings",
        "UpdateGlobalSettings",
    },
    # RET-5, APP-14, CM-6, SR-11, VCG-5: two changes at the same moment, which here come one after the other.
    "ConflictException": {
        "DeleteAppInstanceAdmin",
        "DeleteChannelMembership",
        "PutAppInstanceRetentionSettings",
        "PutRetentionSettings",
        "UpdateAccountSettings",
        "UpdateAppInstance",
        "UpdateAppInstanceUser",
        "UpdateChannel",
        "UpdateChannelReadMarker",
        "UpdateSipRule",
        "UpdateVoiceConnectorGroup",
    },
    # BOT-22, TRN-5, ATT-4: nothing is counted, or each item tells.
    "ResourceLimitExceededException": {
        "BatchCreateAttendee",
        "CreateMeetingDialOut",
        "DeleteEventsConfiguration",
        "GetEventsConfiguration",
        "PutEventsConfiguration",
        "StartMeetingTranscription",
        "UpdateSipMediaApplicationCall",
        "UpdateSipRule",
    },
    # G-14: whose a number is comes up in the two operations that call from it.
    "AccessDeniedException": {
        "AssociatePhoneNumberWithUser",
        "AssociatePhoneNumbersWithVoiceConnector",
        "AssociatePhoneNumbersWithVoiceConnectorGroup",
        "CreatePhoneNumberOrder",
        "CreateSipMediaApplication",
        "CreateSipRule",
        "CreateVoiceConnector",
        "CreateVoiceConnectorGroup",
        "ListSupportedPhoneNumberCountries",
        "PutVoiceConnectorProxy",
        "PutVoiceConnectorTermination",
        "SearchAvailablePhoneNumbers",
    },
    "UnprocessableEntityException": set(),
    "UnauthorizedClientException": set(),
}


class Journal:
    def __init__(self, operations):
        self.operations = operations
        self.done = Counter()
        # Whether all tests ran, so that what is missing is missed.
        self.complete = False
        self.raised = {name: Counter() for name in operations}

    def follow(self, client):
        """Notes every call of a boto3 client, by botocore's own events."""
        client.meta.events.register("after-call.chime", self.note)

    def note(self, model, http_response, parsed, **_):
        if http_response.status_code < 300:
            self.done[model.name] += 1
        else:
            self.raised[model.name][COLUMNS.get(parsed["Error"]["Code"], "other")] += 1

    def gaps(self):
        """What was never done, or never refused for a reason that a rule gives, though all tests ran; and what is named
        as uncaused in vain."""
        if not self.complete:
            return []
        never_done = [f"{name} was never done" for name in self.raised if not self.done[name]]
        never_raised = [
            f"{name} never raised {error.name}"
            for name, model in self.operations.items()
            for error in model.error_shapes
            if name not in UNCAUSED.get(error.name, self.operations) and not self.raised[name][COLUMNS[error.name]]
        ]
        return never_done + never_raised + list(self.named_in_vain())

    def named_in_vain(self):
        """The entries of UNCAUSED that explain nothing."""
        for error, names in UNCAUSED.items():
            for name in sorted(names):
                if error not in {shape.name for shape in self.operations[name].error_shapes}:
                    yield f"{name} does not declare {error}, which it is said not to raise"
                elif self.raised[name][COLUMNS[error]]:
                    yield f"{name} raised {error}, which it is said not to raise"

    def print(self, terminal):
        if not self.done:
            return
        terminal.section("calls of boto3: done, and errors raised")
        columns = [*COLUMNS.values(), "other"]
        terminal.write_line(f"{'':43}{'done':>6}" + "".join(f"{column:>6}" for column in columns))
        for name, errors in sorted(self.raised.items()):
            cells = [self.done[name], *(errors[column] for column in columns)]
            terminal.write_line(f"{name:43}" + "".join(f"{cell or '-':>6}" for cell in cells))
        for gap in self.gaps():
            terminal.write_line(gap, red=True)
