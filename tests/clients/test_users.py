"""Users (BEHAVIOUR 4)."""

import pytest

from stage import NOBODY


def status(chime, account, user):
    found = chime.get_user(AccountId=account, UserId=user)["User"]
    return found["UserRegistrationStatus"], found.get("UserInvitationStatus")


def emails(answer):
    return [user["PrimaryEmail"] for user in answer["Users"]]


def failures(answer):
    return [(error["UserId"], error["ErrorCode"]) for error in answer["UserErrors"]]


def invite(chime, account, *addresses):
    return chime.invite_users(AccountId=account, UserEmailList=list(addresses))["Invites"]


def test_a_device_is_registered_at_once_and_a_person_registers_later(chime, stage, control):
    account = stage.team()
    answer = chime.create_user(AccountId=account, Email="room@example.com", UserType="SharedDevice")
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 201
    assert answer["User"]["UserRegistrationStatus"] == "Registered"
    assert answer["User"]["AlexaForBusinessMetadata"] == {"IsAlexaForBusinessEnabled": False}

    person = chime.create_user(AccountId=account, Username="Ada Lovelace")["User"]
    assert (person["UserType"], person["DisplayName"]) == ("PrivateUser", "Ada Lovelace")
    assert status(chime, account, person["UserId"]) == ("Unregistered", None)
    control.post(f"hooks/accounts/{account}/users/{person['UserId']}/register")
    assert status(chime, account, person["UserId"]) == ("Registered", None)


def test_a_user_needs_an_email_or_a_name(chime, stage):
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.create_user(AccountId=stage.team())


def test_an_email_belongs_to_one_user_of_all_accounts(chime, stage):
    stage.user(stage.team("Acme"), "ada@example.com")
    with pytest.raises(chime.exceptions.ConflictException):
        chime.create_user(AccountId=stage.team("Zenith"), Email="Ada@Example.com")


def test_an_invited_person_accepts_and_has_a_pin(chime, stage, control):
    account = stage.team()
    accepted, failed = invite(chime, account, "ada@example.com", "bob@example.com")
    assert (accepted["EmailStatus"], accepted["Status"]) == ("Sent", "Pending")
    users = {user["PrimaryEmail"]: user["UserId"] for user in chime.list_users(AccountId=account)["Users"]}
    ada, bob = users["ada@example.com"], users["bob@example.com"]
    assert status(chime, account, ada) == ("Unregistered", "Pending")
    assert [event["InviteId"] for event in control.events("InvitationSent")] == [
        accepted["InviteId"],
        failed["InviteId"],
    ]

    control.post(f"hooks/invitations/{accepted['InviteId']}/accept")
    control.post(f"hooks/invitations/{failed['InviteId']}/fail")
    assert status(chime, account, ada) == ("Registered", "Accepted")
    assert status(chime, account, bob) == ("Unregistered", "Failed")
    assert len(chime.get_user(AccountId=account, UserId=ada)["User"]["PersonalPIN"]) == 10
    # USR-5: lists do not show it.
    assert all(user.get("PersonalPIN") is None for user in chime.list_users(AccountId=account)["Users"])


def test_invitations_say_what_became_of_each_address(chime, stage, control):
    account = stage.team()
    (first,) = invite(chime, account, "ada@example.com")
    stage.user(stage.team("Zenith"), "zoe@example.com")
    (again,) = invite(chime, account, "ada@example.com")
    assert again["InviteId"] != first["InviteId"]
    control.post(f"hooks/invitations/{again['InviteId']}/accept")
    answers = invite(chime, account, "ada@example.com", "zoe@example.com")
    assert [(one["EmailStatus"], one["Status"]) for one in answers] == [("NotSent", "Accepted"), ("Failed", "Failed")]


def test_fifty_people_are_invited_at_once_and_no_more(chime, stage):
    account = stage.team()
    addresses = [f"user{number}@example.com" for number in range(51)]
    with pytest.raises(chime.exceptions.BadRequestException, match="UserEmailList"):
        invite(chime, account, *addresses)
    assert len(invite(chime, account, *addresses[:50])) == 50


def test_only_team_accounts_invite(chime, stage):
    with pytest.raises(chime.exceptions.ForbiddenException):
        invite(chime, stage.enterprise(), "ada@example.com")


def test_users_are_found_by_email_and_type(chime, stage):
    account = stage.team()
    stage.user(account, "ada@example.com")
    stage.user(account, "room@example.com", UserType="SharedDevice")
    assert emails(chime.list_users(AccountId=account)) == ["ada@example.com", "room@example.com"]
    assert emails(chime.list_users(AccountId=account, UserEmail="ADA@example.com")) == ["ada@example.com"]
    assert emails(chime.list_users(AccountId=account, UserType="SharedDevice")) == ["room@example.com"]
    assert emails(chime.list_users(AccountId=account, UserEmail="ada@example.com", UserType="SharedDevice")) == []
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.list_users(AccountId=account, UserType="Robot")


def test_a_license_changes_to_one_that_the_account_supports(chime, stage):
    account = stage.team()
    user = stage.user(account)
    changed = chime.update_user(AccountId=account, UserId=user, LicenseType="Basic")["User"]
    assert changed == chime.get_user(AccountId=account, UserId=user)["User"]
    assert changed["LicenseType"] == "Basic"
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.update_user(AccountId=account, UserId=user, LicenseType="Plus")
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.update_user(AccountId=account, UserId=user, UserType="SharedDevice")


def test_alexa_metadata_is_kept(chime, stage):
    account = stage.team()
    device = stage.user(account, UserType="SharedDevice")
    arn = "arn:aws:a4b:us-east-1:111122223333:room/0123/4567"
    metadata = {"IsAlexaForBusinessEnabled": True, "AlexaForBusinessRoomArn": arn}
    chime.update_user(AccountId=account, UserId=device, AlexaForBusinessMetadata=metadata)
    assert chime.get_user(AccountId=account, UserId=device)["User"]["AlexaForBusinessMetadata"] == metadata


def test_licenses_change_item_by_item(chime, stage):
    account = stage.team()
    ada, bob = stage.user(account, "ada@example.com"), stage.user(account, "bob@example.com")
    items = [(ada, "Basic"), (NOBODY, "Basic"), (bob, "Plus")]
    answer = chime.batch_update_user(
        AccountId=account,
        UpdateUserRequestItems=[{"UserId": user, "LicenseType": license} for user, license in items],
    )
    assert failures(answer) == [(NOBODY, "NotFound"), (bob, "BadRequest")]
    licenses = [user["LicenseType"] for user in chime.list_users(AccountId=account)["Users"]]
    assert licenses == ["Basic", "Pro"]
    with pytest.raises(chime.exceptions.BadRequestException, match="UpdateUserRequestItems"):
        chime.batch_update_user(AccountId=account, UpdateUserRequestItems=[{"UserId": ada}] * 21)


def test_a_suspended_user_leaves_a_team_and_can_come_back(chime, stage, control):
    account = stage.team()
    user = stage.user(account)
    assert failures(chime.batch_suspend_user(AccountId=account, UserIdList=[user, NOBODY])) == [(NOBODY, "NotFound")]
    assert chime.list_users(AccountId=account)["Users"] == []
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_user(AccountId=account, UserId=user)
    (again,) = invite(chime, account, "ada@example.com")
    control.post(f"hooks/invitations/{again['InviteId']}/accept")
    assert status(chime, account, user) == ("Registered", "Accepted")


def test_a_suspended_user_of_an_enterprise_stays_and_is_let_in_again(chime, stage, control):
    account = stage.enterprise()
    ada, bob = stage.member(account, "ada@example.com"), stage.member(account, "bob@example.com")
    assert failures(chime.batch_suspend_user(AccountId=account, UserIdList=[ada])) == []
    assert status(chime, account, ada) == ("Suspended", None)
    assert [event["UserId"] for event in control.events("UserSignedOut")] == [ada]
    answer = chime.batch_unsuspend_user(AccountId=account, UserIdList=[ada, bob, NOBODY])
    assert failures(answer) == [(NOBODY, "NotFound")]
    assert status(chime, account, ada) == ("Registered", None)


def test_suspension_is_for_some_account_types(chime, stage):
    directory = stage.enterprise("EnterpriseDirectory")
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.batch_suspend_user(AccountId=directory, UserIdList=[NOBODY])
    with pytest.raises(chime.exceptions.ForbiddenException):
        chime.batch_unsuspend_user(AccountId=stage.team(), UserIdList=[NOBODY])


def test_logging_out_is_noted_and_changes_nothing(chime, stage, control):
    account = stage.enterprise()
    user = stage.member(account)
    before = chime.get_user(AccountId=account, UserId=user)["User"]
    assert chime.logout_user(AccountId=account, UserId=user)["ResponseMetadata"]["HTTPStatusCode"] == 204
    assert [event["UserId"] for event in control.events("UserSignedOut")] == [user]
    assert chime.get_user(AccountId=account, UserId=user)["User"] == before


def test_a_new_pin_replaces_the_old_one(chime, stage):
    account = stage.enterprise()
    user = stage.member(account)
    old = chime.get_user(AccountId=account, UserId=user)["User"]["PersonalPIN"]
    new = chime.reset_personal_pin(AccountId=account, UserId=user)["User"]["PersonalPIN"]
    assert new.isdigit()
    assert len(new) == 10
    assert new != old
    assert chime.get_user(AccountId=account, UserId=user)["User"]["PersonalPIN"] == new


def test_telephony_settings_are_replaced_as_a_whole(chime, stage, connect):
    account = stage.team()
    user = stage.user(account)

    def telephony():
        return chime.get_user_settings(AccountId=account, UserId=user)["UserSettings"]["Telephony"]

    assert telephony() == {"InboundCalling": False, "OutboundCalling": False, "SMS": False}
    wanted = {"InboundCalling": True, "OutboundCalling": False, "SMS": True}
    answer = chime.update_user_settings(AccountId=account, UserId=user, UserSettings={"Telephony": wanted})
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 204
    assert telephony() == wanted
    careless = connect(parameter_validation=False)
    with pytest.raises(chime.exceptions.BadRequestException, match="SMS"):
        careless.update_user_settings(
            AccountId=account,
            UserId=user,
            UserSettings={"Telephony": {"InboundCalling": True, "OutboundCalling": True}},
        )


def test_a_number_is_given_to_a_user_and_taken_back(chime, stage):
    account = stage.team()
    user = stage.user(account)
    number = stage.stock("+12065550100")
    chime.associate_phone_number_with_user(AccountId=account, UserId=user, E164PhoneNumber=number)
    assert chime.get_user(AccountId=account, UserId=user)["User"]["PrimaryProvisionedNumber"] == number
    found = chime.get_phone_number(PhoneNumberId=number)["PhoneNumber"]
    owners = {association["Name"]: association["Value"] for association in found["Associations"]}
    assert (found["Status"], owners) == ("Assigned", {"AccountId": account, "UserId": user})

    chime.disassociate_phone_number_from_user(AccountId=account, UserId=user)
    assert chime.get_user(AccountId=account, UserId=user)["User"].get("PrimaryProvisionedNumber") is None
    assert chime.get_phone_number(PhoneNumberId=number)["PhoneNumber"]["Status"] == "Unassigned"


def test_a_number_must_be_free_and_for_business_calling(chime, stage):
    account = stage.team()
    ada, bob = stage.user(account, "ada@example.com"), stage.user(account, "bob@example.com")
    taken = stage.stock("+12065550100")
    other = stage.stock("+12065550101", "VoiceConnector")
    chime.associate_phone_number_with_user(AccountId=account, UserId=ada, E164PhoneNumber=taken)
    for number in (taken, other):
        with pytest.raises(chime.exceptions.BadRequestException):
            chime.associate_phone_number_with_user(AccountId=account, UserId=bob, E164PhoneNumber=number)
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.associate_phone_number_with_user(AccountId=account, UserId=bob, E164PhoneNumber="+12065550199")
