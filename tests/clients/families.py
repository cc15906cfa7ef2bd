"""The operations of accounts, sign-in delegate groups and users, as botocore's model has them."""

import re

import botocore.session

MODEL = botocore.session.get_session().get_service_model("chime")
PATH = re.compile(r"/accounts(/{accountId}(/settings|/users(/{userId}(/settings)?)?)?)?(\?.*)?")


def operations():
    models = (MODEL.operation_model(name) for name in MODEL.operation_names)
    return {model.name: model for model in models if PATH.fullmatch(model.http["requestUri"])}


OPERATIONS = operations()


def with_member(member):
    """The names of the operations whose input has this member."""
    return [name for name, model in OPERATIONS.items() if member in model.input_shape.members]


def writes():
    """The names of the operations that change an account or what is under it."""
    return [name for name in with_member("AccountId") if OPERATIONS[name].http["method"] != "GET"]


def call(client, name, **members):
    """Calls an operation with those of the members that its input has."""
    method = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
    known = OPERATIONS[name].input_shape.members
    return getattr(client, method)(**{member: value for member, value in members.items() if member in known})
