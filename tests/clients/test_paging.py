"""Lists of accounts and users over several pages (G-40 to G-43)."""

import pytest


def emails(page):
    return [user["PrimaryEmail"] for user in page["Users"]]


@pytest.fixture
def crowd(stage):
    """A Team account with eight users; the account, and e-mails and ids in the order of creation."""
    account = stage.team()
    addresses = [f"user{number}@example.com" for number in range(8)]
    return account, {address: stage.user(account, address) for address in addresses}


def test_the_paginator_of_accounts_goes_through_all(chime, stage):
    wanted = [stage.team(f"Account {number}") for number in range(8)]
    pages = list(chime.get_paginator("list_accounts").paginate(PaginationConfig={"PageSize": 3}))
    assert [len(page["Accounts"]) for page in pages] == [3, 3, 2]
    assert [account["AccountId"] for page in pages for account in page["Accounts"]] == wanted


def test_the_paginator_of_users_goes_through_all_and_resumes(chime, crowd):
    account, users = crowd
    paginator = chime.get_paginator("list_users")
    pages = list(paginator.paginate(AccountId=account, PaginationConfig={"PageSize": 3}))
    assert [emails(page) for page in pages] == [list(users)[:3], list(users)[3:6], list(users)[6:]]

    first = paginator.paginate(AccountId=account, PaginationConfig={"PageSize": 2, "MaxItems": 5}).build_full_result()
    assert emails(first) == list(users)[:5]
    resumed = {"PageSize": 2, "StartingToken": first["NextToken"]}
    rest = paginator.paginate(AccountId=account, PaginationConfig=resumed).build_full_result()
    assert emails(rest) == list(users)[5:]


def test_a_filter_holds_on_every_page(chime, crowd, stage):
    account, _ = crowd
    rooms = [f"room{number}@example.com" for number in range(5)]
    for room in rooms:
        stage.user(account, room, UserType="SharedDevice")
    paginator = chime.get_paginator("list_users")
    pages = paginator.paginate(AccountId=account, UserType="SharedDevice", PaginationConfig={"PageSize": 2})
    assert [emails(page) for page in pages] == [rooms[:2], rooms[2:4], rooms[4:]]


def test_the_last_page_has_no_token_even_when_it_is_full(chime, crowd):
    account, _ = crowd
    page = chime.list_users(AccountId=account, MaxResults=4)
    last = chime.list_users(AccountId=account, MaxResults=4, NextToken=page["NextToken"])
    assert (len(last["Users"]), last.get("NextToken")) == (4, None)


def test_a_page_holds_100_rows_unless_asked(chime, stage):
    account = stage.team()
    for batch in range(3):
        addresses = [f"user{batch}-{number}@example.com" for number in range(50)]
        chime.invite_users(AccountId=account, UserEmailList=addresses)
    assert len(chime.list_users(AccountId=account)["Users"]) == 100
    assert len(chime.list_users(AccountId=account, MaxResults=200)["Users"]) == 150
    with pytest.raises(chime.exceptions.BadRequestException, match="MaxResults"):
        chime.list_users(AccountId=account, MaxResults=201)


def test_rows_that_come_and_go_between_pages_disturb_no_other(chime, crowd, stage):
    account, users = crowd
    seen, token = [], None
    while True:
        arguments = {"NextToken": token} if token else {}
        page = chime.list_users(AccountId=account, MaxResults=3, **arguments)
        seen += emails(page)
        if len(seen) == 3:
            # One that was shown, the one the token stands on, and one that is still to come.
            gone = [users[f"user{number}@example.com"] for number in (0, 2, 4)]
            chime.batch_suspend_user(AccountId=account, UserIdList=gone)
            stage.user(account, "late@example.com")
        token = page.get("NextToken")
        if token is None:
            break
    assert seen == [f"user{number}@example.com" for number in (0, 1, 2, 3, 5, 6, 7)] + ["late@example.com"]


def test_accounts_that_come_and_go_between_pages_disturb_no_other(chime, control, stage):
    control.put("settings", DisabledAccountsVisible=False)
    accounts = {name: stage.team(name) for name in ("Ac a", "Ac c", "Ac e", "Ac g", "Ac i")}
    first = chime.list_accounts(Name="Ac", MaxResults=2)
    for gone in ("Ac a", "Ac c", "Ac e"):
        chime.delete_account(AccountId=accounts[gone])
    # A search by prefix is in the order of names: one lands behind the cursor, one ahead of it.
    stage.team("Ac b")
    stage.team("Ac j")
    stage.team("Zenith")
    second = chime.list_accounts(Name="Ac", MaxResults=2, NextToken=first["NextToken"])
    third = chime.list_accounts(Name="Ac", MaxResults=2, NextToken=second["NextToken"])
    names = [[account["Name"] for account in page["Accounts"]] for page in (first, second, third)]
    assert names == [["Ac a", "Ac c"], ["Ac g", "Ac i"], ["Ac j"]]
    assert third.get("NextToken") is None


def test_a_token_is_good_only_where_it_came_from(chime, crowd, stage, control, connect):
    account, _ = crowd
    other = stage.team("Other")
    token = chime.list_users(AccountId=account, MaxResults=3)["NextToken"]
    flipped = ("B" if token[0] == "A" else "A") + token[1:]
    control.post("access-keys", AccessKeyId="other", SecretAccessKey="other", AccountId="444455556666")
    attempts = [
        lambda: chime.list_users(AccountId=account, NextToken=flipped),
        lambda: chime.list_users(AccountId=account, NextToken="no token"),
        lambda: chime.list_users(AccountId=account, NextToken=token, UserType="PrivateUser"),
        lambda: chime.list_users(AccountId=other, NextToken=token),
        lambda: chime.list_accounts(NextToken=token),
        lambda: connect("other", "other").list_accounts(NextToken=token),
    ]
    for attempt in attempts:
        with pytest.raises(chime.exceptions.BadRequestException, match="NextToken"):
            attempt()
    # The page size may change on the way.
    assert len(chime.list_users(AccountId=account, NextToken=token, MaxResults=1)["Users"]) == 1
