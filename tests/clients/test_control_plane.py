"""The control plane beside a client at work: clock, events, snapshot, reset."""

from datetime import datetime, timezone

import pytest

from control import Refused


def test_every_route_is_listed(control):
    routes = {(route["Method"], route["Path"]) for route in control.get("")["Routes"]}
    assert ("POST", "/_emulator/hooks/invitations/{InviteId}/accept") in routes
    assert all(route["About"] for route in control.get("")["Routes"])


def test_what_is_made_at_a_set_time_says_so(chime, control):
    control.post("clock", Stop=True)
    control.post("clock", Set="2019-01-08T17:59:18.006Z")
    created = chime.create_account(Name="Acme")["Account"]["CreatedTimestamp"]
    assert created == datetime(2019, 1, 8, 17, 59, 18, 6000, timezone.utc)


def test_a_snapshot_brings_everything_back(chime, stage, control):
    account = stage.team()
    user = stage.user(account)
    snapshot = control.get("snapshot")
    page = chime.list_users(AccountId=account, MaxResults=1)
    chime.batch_suspend_user(AccountId=account, UserIdList=[user])
    chime.delete_account(AccountId=account)
    control.put("snapshot", **snapshot)
    assert chime.get_account(AccountId=account)["Account"]["AccountStatus"] == "Active"
    assert chime.list_users(AccountId=account)["Users"] == page["Users"]
    control.post("reset")
    assert chime.list_accounts()["Accounts"] == []


def test_events_are_told_once_each_and_by_account(chime, stage, control):
    account = stage.team()
    chime.invite_users(AccountId=account, UserEmailList=["ada@example.com", "bob@example.com"])
    first, second = control.get("events?operation=InviteUsers")["Events"]
    assert (first["Kind"], first["Detail"]["EmailAddress"]) == ("InvitationSent", "ada@example.com")
    later = control.get(f"events?after={first['Sequence']}")["Events"]
    assert later == [second]
    control.delete("events")
    assert control.events("InvitationSent") == []


@pytest.mark.parametrize("hook", ["accounts/nowhere/restore", "invitations/nothing/accept", "nonsense"])
def test_a_hook_on_what_is_not_there_is_refused(control, hook):
    with pytest.raises(Refused) as caught:
        control.post(f"hooks/{hook}")
    assert caught.value.code == "NotFound"


def test_a_hook_can_happen_once(chime, stage, control):
    account = stage.team()
    (invite,) = chime.invite_users(AccountId=account, UserEmailList=["ada@example.com"])["Invites"]
    control.post(f"hooks/invitations/{invite['InviteId']}/accept")
    with pytest.raises(Refused) as caught:
        control.post(f"hooks/invitations/{invite['InviteId']}/fail")
    assert caught.value.code == "Conflict"


def test_a_lenient_emulator_lets_team_accounts_through(chime, stage, control):
    account = stage.team()
    control.put("settings", Lenient=True)
    chime.associate_signin_delegate_groups_with_account(
        AccountId=account, SigninDelegateGroups=[{"GroupName": "Assistants"}]
    )


def test_the_demo_organisation_has_every_account_type(chime, control):
    control.post("demo")
    accounts = chime.list_accounts()["Accounts"]
    types = {account["AccountType"] for account in accounts}
    assert types == {"Team", "EnterpriseLWA", "EnterpriseDirectory", "EnterpriseOIDC"}
    assert {account["AccountStatus"] for account in accounts} == {"Active", "Suspended"}
