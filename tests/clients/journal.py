"""Which operations were called, how often they were done, and which errors they raised."""

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


class Journal:
    def __init__(self, operations):
        self.done = Counter()
        # Whether all tests ran, so that what is missing is missed.
        self.complete = False
        self.raised = {name: Counter() for name in operations}

    def follow(self, client):
        """Notes every call of a boto3 client, by botocore's own events."""
        client.meta.events.register("after-call.chime", self.note)

    def note(self, model, http_response, parsed, **_):
        if model.name not in self.raised:
            return
        if http_response.status_code < 300:
            self.done[model.name] += 1
        else:
            self.raised[model.name][COLUMNS.get(parsed["Error"]["Code"], "other")] += 1

    def gaps(self):
        """The operations that were never done, or never refused, though all tests ran."""
        return [name for name, errors in self.raised.items() if self.complete and not (self.done[name] and errors)]

    def print(self, terminal):
        if not self.done:
            return
        terminal.section("calls of boto3: done, and errors raised")
        columns = [*COLUMNS.values(), "other"]
        terminal.write_line(f"{'':43}{'done':>6}" + "".join(f"{column:>6}" for column in columns))
        for name, errors in sorted(self.raised.items()):
            cells = [self.done[name], *(errors[column] for column in columns)]
            terminal.write_line(f"{name:43}" + "".join(f"{cell or '-':>6}" for cell in cells))
        for name in self.gaps():
            terminal.write_line(f"never done, or never refused: {name}", red=True)
