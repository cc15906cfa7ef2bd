"""Bots and their events configuration (BEHAVIOUR 6)."""

import pytest


@pytest.fixture
def bot(world):
    return {"AccountId": world.account, "BotId": world.bot}


def test_a_bot_gets_a_name_an_address_and_a_token(chime, bot):
    made = chime.get_bot(**bot)["Bot"]
    assert (made["DisplayName"], made["BotEmail"]) == ("Reminder (Bot)", "Reminder-chimebot@example.com")
    assert (made["BotType"], made["Disabled"], len(made["SecurityToken"])) == ("ChatBot", False, 40)


def test_a_new_token_does_not_move_the_time_of_change(chime, control, bot):
    before = chime.get_bot(**bot)["Bot"]
    control.advance("1h")
    after = chime.regenerate_security_token(**bot)["Bot"]
    assert after["SecurityToken"] != before["SecurityToken"]
    assert after["UpdatedTimestamp"] == before["UpdatedTimestamp"]


def test_a_stopped_bot_starts_again(chime, bot):
    assert chime.update_bot(**bot, Disabled=True)["Bot"]["Disabled"] is True
    assert chime.update_bot(**bot, Disabled=False)["Bot"]["Disabled"] is False


def test_two_bots_cannot_share_an_address(chime, world, bot):
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.create_bot(AccountId=world.account, DisplayName="Reminder")


def test_the_eleventh_bot_is_over_the_limit(chime, world):
    for number in range(10):
        chime.create_bot(AccountId=world.account, DisplayName=f"Bot{number}")
    with pytest.raises(chime.exceptions.ResourceLimitExceededException):
        chime.create_bot(AccountId=world.account, DisplayName="Bot10")
    assert len(chime.list_bots(AccountId=world.account, MaxResults=99)["Bots"]) == 10


def test_events_go_to_one_place(chime, bot):
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_events_configuration(**bot)
    endpoint = "https://example.com/events"
    made = chime.put_events_configuration(**bot, OutboundEventsHTTPSEndpoint=endpoint)
    assert made["ResponseMetadata"]["HTTPStatusCode"] == 201
    assert chime.get_events_configuration(**bot)["EventsConfiguration"]["OutboundEventsHTTPSEndpoint"] == endpoint
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.put_events_configuration(**bot)
    chime.delete_events_configuration(**bot)
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_events_configuration(**bot)
