"""Voice connectors, groups and proxy sessions (BEHAVIOUR 11 to 13, 16)."""

import pytest

from families import call


def test_sub_resources_are_there_once_they_are_put(chime, world):
    connector = {"VoiceConnectorId": world.connector}
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_voice_connector_origination(**connector)
    world.do("PutVoiceConnectorOrigination")
    (route,) = chime.get_voice_connector_origination(**connector)["Origination"]["Routes"]
    # VC-42: encryption makes TCP the default.
    assert (route["Port"], route["Protocol"]) == (5060, "TCP")
    chime.delete_voice_connector_origination(**connector)
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_voice_connector_origination(**connector)


@pytest.mark.parametrize("name", ["DeleteVoiceConnectorOrigination", "DeleteVoiceConnectorTermination"])
def test_emergency_calling_holds_what_it_needs(chime, world, name):
    world.do("PutVoiceConnectorEmergencyCallingConfiguration")
    with pytest.raises(chime.exceptions.BadRequestException):
        call(chime, name, VoiceConnectorId=world.connector)
    chime.delete_voice_connector_emergency_calling_configuration(VoiceConnectorId=world.connector)
    call(chime, name, VoiceConnectorId=world.connector)


def test_passwords_are_never_told(chime, world):
    connector = {"VoiceConnectorId": world.connector}
    credentials = [{"Username": name, "Password": "secret"} for name in ("ada", "bob")]
    chime.put_voice_connector_termination_credentials(**connector, Credentials=credentials)
    assert chime.list_voice_connector_termination_credentials(**connector)["Usernames"] == ["ada", "bob"]
    chime.delete_voice_connector_termination_credentials(**connector, Usernames=["ada", "nobody"])
    assert chime.list_voice_connector_termination_credentials(**connector)["Usernames"] == ["bob"]


def test_a_ping_is_the_termination_s_health(chime, world):
    members = world.ready("GetVoiceConnectorTerminationHealth")
    assert chime.get_voice_connector_termination_health(**members)["TerminationHealth"]["Source"] == "10.24.34.1"


def test_a_connector_with_numbers_or_groups_stays(chime, world):
    connector, number = world.connector, world.connector_number
    chime.associate_phone_numbers_with_voice_connector(VoiceConnectorId=connector, E164PhoneNumbers=[number])
    with pytest.raises(chime.exceptions.ConflictException):
        chime.delete_voice_connector(VoiceConnectorId=connector)
    chime.disassociate_phone_numbers_from_voice_connector(VoiceConnectorId=connector, E164PhoneNumbers=[number])
    world.do("UpdateVoiceConnectorGroup")
    with pytest.raises(chime.exceptions.ConflictException):
        chime.delete_voice_connector(VoiceConnectorId=connector)
    with pytest.raises(chime.exceptions.ConflictException):
        chime.delete_voice_connector_group(VoiceConnectorGroupId=world.group)
    chime.update_voice_connector_group(VoiceConnectorGroupId=world.group, Name="Empty", VoiceConnectorItems=[])
    chime.delete_voice_connector(VoiceConnectorId=connector)
    chime.delete_voice_connector_group(VoiceConnectorGroupId=world.group)


def test_only_force_takes_a_number_from_its_place(chime, world):
    numbers = {"E164PhoneNumbers": [world.connector_number]}
    group = {"VoiceConnectorGroupId": world.group}
    chime.associate_phone_numbers_with_voice_connector(VoiceConnectorId=world.connector, **numbers)
    (error,) = chime.associate_phone_numbers_with_voice_connector_group(**group, **numbers)["PhoneNumberErrors"]
    assert error["ErrorCode"] == "PhoneNumberAssociationsExist"
    forced = chime.associate_phone_numbers_with_voice_connector_group(**group, **numbers, ForceAssociate=True)
    assert forced["PhoneNumberErrors"] == []
    (place,) = chime.get_phone_number(PhoneNumberId=world.connector_number)["PhoneNumber"]["Associations"]
    assert (place["Name"], place["Value"]) == ("VoiceConnectorGroupId", world.group)


def test_a_proxy_session_ends_by_itself(chime, control, world):
    session = {"VoiceConnectorId": world.connector, "ProxySessionId": world.session}
    opened = chime.get_proxy_session(**session)["ProxySession"]
    assert opened["Status"] == "Open"
    assert len({participant["ProxyPhoneNumber"] for participant in opened["Participants"]}) == 1
    control.advance("61m")
    assert chime.get_proxy_session(**session)["ProxySession"]["Status"] == "Closed"
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.update_proxy_session(**session, Capabilities=["SMS"])


def test_a_disabled_proxy_opens_no_session(chime, world):
    proxy = world.members("PutVoiceConnectorProxy")
    chime.put_voice_connector_proxy(**proxy, Disabled=True)
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.create_proxy_session(**world.members("CreateProxySession"))


def test_an_address_of_somebody_else_is_forbidden(chime, world):
    address = world.members("ValidateE911Address")
    assert chime.validate_e911_address(**address)["ValidationResult"] in (0, 1)
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.validate_e911_address(**address | {"AwsAccountId": "444455556666"})
