"""What the console shows to be copied runs: every operation's call, in each language, as the console writes it."""

import json
import os
import socket
import subprocess
from pathlib import Path

import pytest
from awscli.clidriver import create_clidriver

from conftest import ROOT
from families import OPERATIONS, inputs

HERE = Path(__file__).resolve().parent
# It signs an encoded path as AWS does since 8.14; the text says so.
CURL_VERSION = subprocess.run(["curl", "--version"], capture_output=True, text=True).stdout.split()[1]
SIGNS_ENCODED_PATHS = tuple(map(int, CURL_VERSION.split(".")[:2])) >= (8, 14)
LANGUAGES = ["cli", "curl", "python", "javascript"]
# What the shell makes of a command, one word after each NUL; and curl that says when it was refused.
WORDS = '{}() {{ printf "%s\\0" "$@"; }}\n'
CURL = 'curl() { command curl --silent --show-error --fail-with-body "$@"; }\n'


class Lines:
    """A program that answers each line of JSON with one."""

    def __init__(self, command, **options):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **options)

    def ask(self, **question):
        print(json.dumps(question), file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)


@pytest.fixture(scope="module")
def console():
    """Writes calls down as the console does."""
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    console = Lines([os.environ.get("CHIME_CALLS", str(target / "debug/examples/calls"))])
    yield console
    console.close()


@pytest.fixture(scope="module")
def node(environment):
    """Runs JavaScript."""
    node = Lines(["node", str(HERE / "run.mjs")], env=environment)
    yield node
    node.close()


@pytest.fixture(scope="module")
def driver():
    """The AWS CLI in this process: to start one for each call takes a second."""
    return create_clidriver()


@pytest.fixture
def run(request, environment, driver, monkeypatch, capsys):
    """Runs a text of a language as a person would who pastes it; what went wrong."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    resolve = socket.getaddrinfo

    def resolve_prefixed(host, *rest, **named):
        # The AWS CLI cannot be kept from putting a prefix before the host (G-19): here it resolves.
        bare = host.removeprefix("identity-").removeprefix("messaging-") if isinstance(host, str) else host
        return resolve(bare, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", resolve_prefixed)

    def shell(text):
        return subprocess.run(["sh", "-c", text], env=environment, capture_output=True, text=True, timeout=60)

    def run(language, text):
        if language == "curl":
            done = shell(CURL + text)
            return done.returncode and done.stdout + done.stderr
        if language == "cli":
            words = shell(WORDS.format("aws") + text).stdout.split("\0")[:-1]
            return driver.main(words) and capsys.readouterr().err
        if language == "javascript":
            return request.getfixturevalue("node").ask(code=text)["error"]
        exec(compile(text, "<pasted>", "exec"), {})
        return None

    return run


# What clients send does not depend on where the emulator keeps it.
@pytest.mark.parametrize("endpoint", ["memory"], indirect=True, scope="session")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OPERATIONS)
def test_a_call_that_is_shown_works(endpoint, world, console, run, name, language):
    members = world.ready(name)
    if "ClientRequestToken" in inputs(name):
        members["ClientRequestToken"] = "token"
    texts = console.ask(operation=name, input=members, endpoint=endpoint, region="us-east-1")
    wrong = run(language, texts[language])
    if language == "curl" and "8.14 or newer" in texts["curl"] and not SIGNS_ENCODED_PATHS:
        assert "The signature does not match the request" in wrong
    else:
        assert not wrong, texts[language]


@pytest.mark.parametrize("token", ["", "a token"])
def test_a_session_token_is_sent_where_there_is_one(console, token):
    text = console.ask(operation="ListAccounts", input={}, endpoint="http://x", region="us-east-1")["curl"]
    environment = {"PATH": os.environ["PATH"], "AWS_SESSION_TOKEN": token}
    done = subprocess.run(["sh", "-c", WORDS.format("curl") + text], env=environment, capture_output=True, text=True)
    sent = [word for word in done.stdout.split("\0") if "Security-Token" in word]
    assert sent == [f"-HX-Amz-Security-Token: {token}"] * bool(token)


def test_no_key_is_written_down(console):
    input = {"VoiceConnectorId": "v", "Credentials": [{"Username": "ada", "Password": "********"}]}
    operation = "PutVoiceConnectorTerminationCredentials"
    texts = console.ask(operation=operation, input=input, endpoint="http://127.0.0.1:8000", region="us-east-1")
    assert set(texts) == {*LANGUAGES, "http"}
    assert all("emulator" not in text and "AKIA" not in text for text in texts.values())
    assert "$AWS_SECRET_ACCESS_KEY" in texts["curl"]
