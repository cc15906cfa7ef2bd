"""Accounts, their settings and their sign-in delegate groups (BEHAVIOUR 2 and 3)."""

from datetime import datetime, timedelta, timezone

import pytest

from control import Refused


def groups(chime, account):
    return [group["GroupName"] for group in chime.get_account(AccountId=account)["Account"]["SigninDelegateGroups"]]


def names(answer):
    return [account["Name"] for account in answer["Accounts"]]


def test_an_account_is_made_with_the_documented_defaults(chime):
    answer = chime.create_account(Name="Acme")
    account = dict(answer["Account"])
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 201
    assert abs(datetime.now(timezone.utc) - account.pop("CreatedTimestamp")) < timedelta(minutes=1)
    assert len(account.pop("AccountId")) == 36
    assert account == {
        "AwsAccountId": "111122223333",
        "Name": "Acme",
        "AccountType": "Team",
        "AccountStatus": "Active",
        "DefaultLicense": "Pro",
        "SupportedLicenses": ["Basic", "Pro"],
        "SigninDelegateGroups": [],
    }
    read = chime.get_account(AccountId=answer["Account"]["AccountId"])
    assert read["Account"] == answer["Account"]


def test_a_name_is_at_most_100_characters(chime):
    chime.create_account(Name="ü" * 100)
    with pytest.raises(chime.exceptions.BadRequestException, match="Name"):
        chime.create_account(Name="ü" * 101)


def test_accounts_are_found_by_prefix_and_by_a_users_email(chime, stage):
    acme = stage.team("Acme")
    stage.team("Acorn")
    stage.team("Zenith")
    stage.user(acme, "ada@example.com")
    assert names(chime.list_accounts()) == ["Acme", "Acorn", "Zenith"]
    assert names(chime.list_accounts(Name="Ac")) == ["Acme", "Acorn"]
    assert names(chime.list_accounts(UserEmail="ADA@example.com")) == ["Acme"]
    assert names(chime.list_accounts(Name="Z", UserEmail="ada@example.com")) == []


def test_name_and_default_license_can_change(chime, stage):
    account = stage.team()
    old = stage.user(account, "old@example.com")
    changed = chime.update_account(AccountId=account, Name="Acme Corp", DefaultLicense="Basic")["Account"]
    assert (changed["Name"], changed["DefaultLicense"]) == ("Acme Corp", "Basic")
    new = stage.user(account, "new@example.com")
    licenses = [chime.get_user(AccountId=account, UserId=user)["User"]["LicenseType"] for user in (old, new)]
    assert licenses == ["Pro", "Basic"]
    with pytest.raises(chime.exceptions.BadRequestException, match="license"):
        chime.update_account(AccountId=account, DefaultLicense="Plus")


def test_a_setting_that_is_not_sent_keeps_its_value(chime, stage):
    account = stage.team()
    answer = chime.update_account_settings(AccountId=account, AccountSettings={"EnableDialOut": True})
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 204
    chime.update_account_settings(AccountId=account, AccountSettings={"DisableRemoteControl": True})
    settings = chime.get_account_settings(AccountId=account)["AccountSettings"]
    assert settings == {"DisableRemoteControl": True, "EnableDialOut": True}


def test_delegate_groups_are_a_set_in_order(chime, stage):
    account = stage.enterprise("EnterpriseDirectory")
    for added in (["Assistants", "Help desk"], ["Help desk", "assistants"]):
        chime.associate_signin_delegate_groups_with_account(
            AccountId=account, SigninDelegateGroups=[{"GroupName": name} for name in added]
        )
    assert groups(chime, account) == ["Assistants", "Help desk", "assistants"]
    chime.disassociate_signin_delegate_groups_from_account(AccountId=account, GroupNames=["Help desk", "Nobody"])
    assert groups(chime, account) == ["Assistants", "assistants"]


def test_a_team_account_has_no_delegate_groups(chime, stage):
    team = stage.team()
    with pytest.raises(chime.exceptions.ForbiddenException, match="Team"):
        chime.associate_signin_delegate_groups_with_account(
            AccountId=team, SigninDelegateGroups=[{"GroupName": "Assistants"}]
        )
    with pytest.raises(chime.exceptions.ForbiddenException, match="Team"):
        chime.disassociate_signin_delegate_groups_from_account(AccountId=team, GroupNames=["Assistants"])


def test_a_team_account_goes_after_its_users(chime, stage, control):
    account = stage.team()
    user = stage.user(account)
    with pytest.raises(chime.exceptions.UnprocessableEntityException):
        chime.delete_account(AccountId=account)
    chime.batch_suspend_user(AccountId=account, UserIdList=[user])
    assert chime.delete_account(AccountId=account)["ResponseMetadata"]["HTTPStatusCode"] == 204

    assert chime.get_account(AccountId=account)["Account"]["AccountStatus"] == "Suspended"
    control.advance("89d")
    assert len(chime.list_accounts()["Accounts"]) == 1
    control.advance("1d")
    assert chime.list_accounts()["Accounts"] == []
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_account(AccountId=account)


def test_an_enterprise_account_goes_after_its_domains(chime, stage, control):
    account = stage.enterprise()
    user = stage.member(account)
    with pytest.raises(chime.exceptions.UnprocessableEntityException, match="example.com"):
        chime.delete_account(AccountId=account)
    control.post(f"hooks/accounts/{account}/release-domains")
    assert chime.get_user(AccountId=account, UserId=user)["User"]["UserRegistrationStatus"] == "Suspended"
    chime.delete_account(AccountId=account)


def test_a_deleted_account_comes_back_within_90_days_only(chime, stage, control):
    account = stage.team()
    chime.delete_account(AccountId=account)
    control.advance("89d")
    control.post(f"hooks/accounts/{account}/restore")
    control.advance("2d")
    assert chime.get_account(AccountId=account)["Account"]["AccountStatus"] == "Active"
    chime.delete_account(AccountId=account)
    control.advance("90d")
    with pytest.raises(Refused, match="404"):
        control.post(f"hooks/accounts/{account}/restore")


def test_a_team_account_that_claims_a_domain_becomes_an_enterprise(chime, stage, control):
    account = stage.team()
    control.post(f"hooks/accounts/{account}/claim-domains", Domains=["Example.com"])
    assert control.get(f"hooks/accounts/{account}/domains") == {"Domains": ["example.com"]}
    assert chime.get_account(AccountId=account)["Account"]["AccountType"] == "EnterpriseLWA"
    control.post(f"hooks/accounts/{account}/convert", AccountType="EnterpriseOIDC")
    assert chime.get_account(AccountId=account)["Account"]["AccountType"] == "EnterpriseOIDC"


def test_another_customer_sees_nothing(chime, stage, control, connect):
    account = stage.team()
    key = {"AccessKeyId": "other", "SecretAccessKey": "other-secret", "AccountId": "444455556666"}
    control.post("access-keys", **key)
    other = connect("other", "other-secret")
    assert other.list_accounts()["Accounts"] == []
    with pytest.raises(other.exceptions.NotFoundException):
        other.get_account(AccountId=account)
    assert other.create_account(Name="Other")["Account"]["AwsAccountId"] == "444455556666"
