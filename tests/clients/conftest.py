"""Starts one emulator a store, empties it before each test, and notes what the clients call."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import boto3
import pytest
from botocore import UNSIGNED
from botocore.config import Config

from control import Control
from families import OPERATIONS
from journal import Journal
from stage import Stage
from world import World

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ACCESS_KEY = "emulator"
SECRET_KEY = "emulator-secret"
PATIENCE_SECONDS = 10
JOURNAL = pytest.StashKey[Journal]()


def pytest_configure(config):
    config.stash[JOURNAL] = Journal(OPERATIONS)


def pytest_sessionfinish(session):
    journal = session.config.stash[JOURNAL]
    journal.complete = runs_all(session)
    if journal.gaps():
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter, config):
    config.stash[JOURNAL].print(terminalreporter)


def runs_all(session):
    """Whoever runs a part of the tests is not told that the rest is missing."""
    options, files = session.config.option, {item.path for item in session.items}
    chosen = options.keyword or options.collectonly or any("::" in argument for argument in session.config.args)
    return not chosen and files == set(HERE.glob("test_*.py"))


def emulator_binary():
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return os.environ.get("CHIME_EMULATOR", str(target / "release" / "chime-emulator"))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answers(url):
    try:
        with urllib.request.urlopen(url, timeout=1) as response:
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="session", params=["memory", "file"])
def endpoint(request, tmp_path_factory):
    """The address of a running emulator, over each of the two stores."""
    address = f"127.0.0.1:{free_port()}"
    file = tmp_path_factory.mktemp("emulator") / "chime.sqlite"
    store = ["--in-memory"] if request.param == "memory" else ["--data", str(file)]
    process = subprocess.Popen([emulator_binary(), "--listen", address, *store], stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not answers(f"http://{address}/_emulator/health"):
            assert process.poll() is None, f"the emulator ended with {process.returncode}"
            assert time.monotonic() < deadline, f"the emulator does not answer after {PATIENCE_SECONDS} s"
            time.sleep(0.02)
        yield f"http://{address}"
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


@pytest.fixture(scope="session")
def connect(endpoint, pytestconfig):
    """Makes boto3 clients that talk to the emulator; their calls are noted, unless they shall not be."""
    # Making a client costs more than all calls of a test.
    session = boto3.Session(region_name="us-east-1")

    def connect(access_key=ACCESS_KEY, secret_key=SECRET_KEY, followed=True, **config):
        # A failure is to be seen as it came, not after retries.
        config = {"retries": {"total_max_attempts": 1}, "inject_host_prefix": False, **config}
        client = session.client(
            "chime",
            endpoint_url=endpoint,
            aws_access_key_id=access_key,
            aws_secret_access_key=secret_key,
            config=Config(**config),
        )
        if followed:
            pytestconfig.stash[JOURNAL].follow(client)
        return client

    return connect


@pytest.fixture(scope="session")
def chime(connect):
    """boto3's client for Amazon Chime, with the default key."""
    return connect()


@pytest.fixture(scope="session")
def unseen(connect):
    """A client for faults: the table tells only what rules refuse."""
    return connect(followed=False)


@pytest.fixture(scope="session")
def careless(connect):
    """A client that sends what it is given, good or not."""
    return connect(parameter_validation=False)


@pytest.fixture(scope="session")
def unsigned(connect):
    """A client without a key."""
    return connect(parameter_validation=False, signature_version=UNSIGNED)


@pytest.fixture(scope="session")
def control(endpoint):
    """The emulator's control plane."""
    return Control(endpoint)


@pytest.fixture
def stage(chime, control):
    """Makes the accounts and people that a test begins with."""
    return Stage(chime, control)


@pytest.fixture
def world(chime, stage, control):
    """One resource of every kind, made when first asked for."""
    return World(chime, stage, control)


@pytest.fixture(autouse=True)
def empty(control):
    """Each test begins with nothing, in whatever order."""
    control.post("reset")


@pytest.fixture(scope="session")
def environment(endpoint):
    """The environment of an AWS CLI that talks to the emulator and to nothing else."""
    return {
        "PATH": os.environ["PATH"],
        "AWS_ENDPOINT_URL_CHIME": endpoint,
        "AWS_ACCESS_KEY_ID": ACCESS_KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
        "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_MAX_ATTEMPTS": "1",
        "AWS_PAGER": "",
    }
