"""Starts the emulator, in memory and on ports of its own, for the clients of this folder."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import boto3
import pytest
from botocore.config import Config

ROOT = Path(__file__).resolve().parents[2]
ACCESS_KEY = "emulator"
SECRET_KEY = "emulator-secret"
PATIENCE_SECONDS = 10


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


@pytest.fixture(scope="session")
def endpoint():
    """The address of a running emulator."""
    address = f"127.0.0.1:{free_port()}"
    process = subprocess.Popen([emulator_binary(), "--listen", address, "--in-memory"])
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
def chime(endpoint):
    """boto3's client for Amazon Chime, talking to the emulator."""
    return boto3.client(
        "chime",
        endpoint_url=endpoint,
        region_name="us-east-1",
        aws_access_key_id=ACCESS_KEY,
        aws_secret_access_key=SECRET_KEY,
        # A failure is to be seen as it came, not after retries.
        config=Config(retries={"total_max_attempts": 1}, inject_host_prefix=False),
    )


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
    }
