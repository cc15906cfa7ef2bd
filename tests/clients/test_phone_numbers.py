"""Numbers, orders, search and the settings of numbers (BEHAVIOUR 8 to 10)."""

import pytest

NUMBER, OTHER = "+12065550110", "+12065550111"


def status(chime, number=NUMBER):
    return chime.get_phone_number(PhoneNumberId=number)["PhoneNumber"]["Status"]


def test_an_order_is_done_after_ten_seconds(chime, control):
    (number,) = chime.search_available_phone_numbers(AreaCode="206", MaxResults=1)["E164PhoneNumbers"]
    order = chime.create_phone_number_order(ProductType="VoiceConnector", E164PhoneNumbers=[number])["PhoneNumberOrder"]
    assert (order["Status"], status(chime, number)) == ("Processing", "AcquireInProgress")
    control.advance("10s")
    order = chime.get_phone_number_order(PhoneNumberOrderId=order["PhoneNumberOrderId"])["PhoneNumberOrder"]
    assert (order["Status"], order["OrderedPhoneNumbers"][0]["Status"]) == ("Successful", "Acquired")
    assert status(chime, number) == "Unassigned"
    assert number not in chime.search_available_phone_numbers(AreaCode="206", MaxResults=5)["E164PhoneNumbers"]


def test_an_order_of_a_number_that_somebody_has_fails(chime, stage, control):
    stage.stock(NUMBER, "VoiceConnector")
    order = chime.create_phone_number_order(ProductType="VoiceConnector", E164PhoneNumbers=[NUMBER])["PhoneNumberOrder"]
    control.advance("10s")
    order = chime.get_phone_number_order(PhoneNumberOrderId=order["PhoneNumberOrderId"])["PhoneNumberOrder"]
    assert order["Status"] == "Failed"


def test_a_deleted_number_waits_seven_days(chime, stage, control):
    for number in (NUMBER, OTHER):
        stage.stock(number, "VoiceConnector")
    chime.delete_phone_number(PhoneNumberId=NUMBER)
    chime.batch_delete_phone_number(PhoneNumberIds=[OTHER])
    control.advance("6d")
    assert chime.restore_phone_number(PhoneNumberId=NUMBER)["PhoneNumber"]["Status"] == "Unassigned"
    control.advance("1d")
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_phone_number(PhoneNumberId=OTHER)
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.restore_phone_number(PhoneNumberId=NUMBER)


def test_a_number_in_use_is_not_deleted(chime, world):
    number = world.connector_number
    chime.associate_phone_numbers_with_voice_connector(VoiceConnectorId=world.connector, E164PhoneNumbers=[number])
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.delete_phone_number(PhoneNumberId=number)
    (error,) = chime.batch_delete_phone_number(PhoneNumberIds=[number])["PhoneNumberErrors"]
    assert error["ErrorCode"] == "PhoneNumberAssociationsExist"


def test_one_attribute_changes_at_a_time(chime, stage):
    stage.stock(NUMBER, "VoiceConnector")
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.update_phone_number(PhoneNumberId=NUMBER, ProductType="BusinessCalling", CallingName="Acme")
    changed = chime.update_phone_number(PhoneNumberId=NUMBER, ProductType="BusinessCalling")["PhoneNumber"]
    assert changed["ProductType"] == "BusinessCalling"


def test_a_calling_name_is_pending_for_72_hours(chime, stage, control):
    stage.stock(NUMBER, "VoiceConnector")
    pending = chime.update_phone_number(PhoneNumberId=NUMBER, CallingName="Acme")["PhoneNumber"]
    assert (pending.get("CallingName"), pending["CallingNameStatus"]) == (None, "UpdateInProgress")
    with pytest.raises(chime.exceptions.ConflictException):
        chime.update_phone_number(PhoneNumberId=NUMBER, CallingName="Other")
    control.advance("72h")
    done = chime.get_phone_number(PhoneNumberId=NUMBER)["PhoneNumber"]
    assert (done["CallingName"], done["CallingNameStatus"]) == ("Acme", "UpdateSucceeded")


def test_numbers_are_found_by_what_they_belong_to(chime, stage, world):
    stage.stock(OTHER, "VoiceConnector")
    number = world.connector_number
    chime.associate_phone_numbers_with_voice_connector(VoiceConnectorId=world.connector, E164PhoneNumbers=[number])
    found = chime.list_phone_numbers(FilterName="VoiceConnectorId", FilterValue=world.connector)["PhoneNumbers"]
    assert [number["E164PhoneNumber"] for number in found] == [number]
    assert len(chime.list_phone_numbers(Status="Unassigned")["PhoneNumbers"]) == 1


def test_the_default_calling_name_changes_once_in_seven_days(chime, control):
    chime.update_phone_number_settings(CallingName="Acme")
    assert chime.get_phone_number_settings()["CallingName"] == "Acme"
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.update_phone_number_settings(CallingName="Other")
    control.advance("7d")
    chime.update_phone_number_settings(CallingName="Other")


def test_a_global_setting_that_is_not_sent_keeps_its_value(chime):
    chime.update_global_settings(VoiceConnector={"CdrBucket": "records"})
    chime.update_global_settings(BusinessCalling={"CdrBucket": "calls"})
    settings = chime.get_global_settings()
    assert (settings["BusinessCalling"], settings["VoiceConnector"]) == (
        {"CdrBucket": "calls"},
        {"CdrBucket": "records"},
    )


def test_only_dial_in_numbers_come_from_abroad(chime):
    def countries(product_type):
        answer = chime.list_supported_phone_number_countries(ProductType=product_type)
        return [country["CountryCode"] for country in answer["PhoneNumberCountries"]]

    assert countries("BusinessCalling") == ["US"]
    assert {"US", "GB"} < set(countries("SipMediaApplicationDialIn"))
    found = chime.search_available_phone_numbers(Country="GB", PhoneNumberType="Local")["E164PhoneNumbers"]
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.create_phone_number_order(ProductType="VoiceConnector", E164PhoneNumbers=found[:1])
