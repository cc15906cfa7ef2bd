"""The emulator's control plane, as a test sees it: JSON in, JSON out."""

import json
import urllib.error
import urllib.request


class Refused(Exception):
    """The control plane does not do it."""

    def __init__(self, status, body):
        super().__init__(f"{status}: {body['Message']}")
        self.code = body["Code"]


class Control:
    def __init__(self, endpoint):
        self.root = f"{endpoint}/_emulator"

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, **body):
        return self.ask("POST", path, body)

    def put(self, path, **body):
        return self.ask("PUT", path, body)

    def delete(self, path):
        return self.ask("DELETE", path)

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.root}/{path}".rstrip("/"), data, method=method)
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            raise Refused(error.code, json.load(error)) from None

    def fault(self, **fault):
        """Puts one fault in force, in place of all others."""
        self.put("faults", Faults=[fault])

    def advance(self, duration):
        self.post("clock", Advance=duration)

    def events(self, kind):
        """The details of the events of a kind, oldest first."""
        return [event["Detail"] for event in self.get(f"events?kind={kind}")["Events"]]
