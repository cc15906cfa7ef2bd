"""SIP media applications, their calls, and SIP rules (BEHAVIOUR 14 and 15)."""

import pytest

from members import LAMBDA


def test_an_application_s_name_is_taken_once_in_a_region(chime, world):
    world.do("CreateSipMediaApplication")
    with pytest.raises(chime.exceptions.ConflictException):
        chime.create_sip_media_application(**world.members("CreateSipMediaApplication"))


def test_a_function_is_in_the_region_of_its_application(chime):
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.create_sip_media_application(AwsRegion="us-west-2", Name="Far", Endpoints=[{"LambdaArn": LAMBDA}])


def test_logging_is_off_until_it_is_put(chime, world):
    application = {"SipMediaApplicationId": world.application}

    def logging(answer):
        return answer["SipMediaApplicationLoggingConfiguration"]["EnableSipMediaApplicationMessageLogs"]

    assert logging(chime.get_sip_media_application_logging_configuration(**application)) is False
    wanted = {"EnableSipMediaApplicationMessageLogs": True}
    chime.put_sip_media_application_logging_configuration(
        **application, SipMediaApplicationLoggingConfiguration=wanted
    )
    assert logging(chime.get_sip_media_application_logging_configuration(**application)) is True


def test_a_call_that_has_ended_takes_no_update(chime, control, world):
    call = {"SipMediaApplicationId": world.application, "TransactionId": world.transaction}
    answer = chime.update_sip_media_application_call(**call, Arguments={"digits": "1"})
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 202
    control.post(f"hooks/sip-media-applications/{world.application}/calls/{world.transaction}/end")
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.update_sip_media_application_call(**call, Arguments={"digits": "2"})


def test_a_call_comes_from_a_number_of_one_s_own(chime, world):
    members = world.members("CreateSipMediaApplicationCall")
    with pytest.raises(chime.exceptions.AccessDeniedException):
        chime.create_sip_media_application_call(**members | {"FromPhoneNumber": "+12065559999"})


def test_a_rule_holds_its_number_and_its_application(chime, world):
    rule = {"SipRuleId": world.rule}

    def status():
        return chime.get_phone_number(PhoneNumberId=world.application_number)["PhoneNumber"]["Status"]

    assert status() == "Assigned"
    with pytest.raises(chime.exceptions.ConflictException):
        chime.create_sip_rule(**world.members("CreateSipRule"))
    with pytest.raises(chime.exceptions.ConflictException):
        chime.delete_sip_media_application(SipMediaApplicationId=world.application)
    with pytest.raises(chime.exceptions.ConflictException):
        chime.delete_sip_rule(**rule)
    chime.update_sip_rule(**rule, Name="Off", Disabled=True)
    chime.delete_sip_rule(**rule)
    assert status() == "Unassigned"
    chime.delete_sip_media_application(SipMediaApplicationId=world.application)


def test_a_rule_can_listen_to_a_connector(chime, world):
    host = chime.get_voice_connector(VoiceConnectorId=world.connector)["VoiceConnector"]["OutboundHostName"]
    members = world.members("CreateSipRule") | {"TriggerType": "RequestUriHostname", "TriggerValue": host}
    rule = chime.create_sip_rule(**members)["SipRule"]
    assert rule["TargetApplications"][0]["AwsRegion"] == "us-east-1"
    found = chime.list_sip_rules(SipMediaApplicationId=world.application)["SipRules"]
    assert [rule["SipRuleId"] for rule in found] == [rule["SipRuleId"]]
    with pytest.raises(chime.exceptions.ConflictException):
        chime.delete_voice_connector(VoiceConnectorId=world.connector)


def test_an_application_takes_the_name_of_no_other(chime, world):
    world.do("CreateSipMediaApplication")
    with pytest.raises(chime.exceptions.ConflictException):
        chime.update_sip_media_application(SipMediaApplicationId=world.application, Name="Acme")
