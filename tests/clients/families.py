"""All operations, as botocore's model of the last release that has them knows them."""

import re

import botocore.session
from botocore import xform_name

MODEL = botocore.session.get_session().get_service_model("chime")
OPERATIONS = {name: MODEL.operation_model(name) for name in sorted(MODEL.operation_names)}


def inputs(name):
    """The members of an operation's input, by name."""
    shape = OPERATIONS[name].input_shape
    return shape.members if shape else {}


def labels(name):
    """The members that stand in the path, in its order."""
    wire = {member.serialization.get("name"): key for key, member in inputs(name).items()}
    return [wire[label] for label in re.findall(r"{(\w+)}", OPERATIONS[name].http["requestUri"])]


def declared(name):
    """The names of the errors that an operation declares."""
    return [error.name for error in OPERATIONS[name].error_shapes]


def with_member(member):
    """The names of the operations whose input has this member."""
    return [name for name in OPERATIONS if member in inputs(name)]


def writes():
    """The names of the operations that change an account or what is under it."""
    return [name for name in with_member("AccountId") if OPERATIONS[name].http["method"] != "GET"]


def call(client, name, **members):
    """Calls an operation with those of the members that its input has."""
    known = {member: value for member, value in members.items() if member in inputs(name)}
    return getattr(client, xform_name(name))(**known)
