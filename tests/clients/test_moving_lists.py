"""Rows that come and go while somebody walks through the pages of a list (G-43)."""

import pytest

from families import call
from lists import ENDS, ROWS, SEARCH, fill, nothing, rows, suspend

COUNT = 8
SIZE = 2
# Filters under which a row that was ended is no longer in the list; it stays there with another status otherwise.
FILTERS = {
    "ListPhoneNumbers": {"Status": "Unassigned"},
    "ListProxySessions": {"Status": "Open"},
}
# These leave the row in the list, as it was or changed.
STAYING = (nothing, suspend)
# In these what is new comes first, hence behind whoever walks.
NEWEST_FIRST = {"ListChannelMessages"}


def keys(name, page):
    """What tells the rows of a page from each other."""
    path, _ = ENDS[name]
    found = rows(name, page)
    for step in path.split("."):
        found = [row[step] for row in found]
    return found


def walk(chime, name, given, between):
    """The keys that a loop over NextToken sees; `between` is told of each page, and of how many there were."""
    seen, token = [], {}
    for number in range(COUNT + 2):
        page = call(chime, name, **given, **token, MaxResults=SIZE)
        seen += keys(name, page)
        if not page.get("NextToken"):
            return seen
        token = {"NextToken": page["NextToken"]}
        between(number, seen)
    raise AssertionError(f"{name} never ends")


@pytest.mark.parametrize("name", ROWS)
def test_rows_that_come_and_go_disturb_no_other(chime, control, world, name):
    control.put("settings", DisabledAccountsVisible=False)
    given = world.members(name) | FILTERS.get(name, {})
    fill(world, name, range(COUNT))
    whole = keys(name, call(chime, name, **given, MaxResults=50))
    _, end = ENDS[name]
    unseen = []

    def between(number, seen):
        if number > 1:
            return
        # The one that the token stands on, and the one that would come next.
        at = whole.index(seen[-1])
        for gone in whole[at : at + 2]:
            end(world, given, gone)
        unseen.append(whole[at + 1])
        fill(world, name, [COUNT + number])

    seen = walk(chime, name, given, between)
    after = keys(name, call(chime, name, **given, MaxResults=50))
    late = [key for key in after if key not in whole]
    assert len(late) == len(unseen) == 2
    stayed = whole if end in STAYING else [key for key in whole if key not in unseen]
    assert seen == stayed + ([] if name in NEWEST_FIRST else late)
    assert set(after) & set(unseen) == (set(unseen) if end in STAYING else set())


def test_numbers_that_are_taken_and_given_back_disturb_no_other(chime, control):
    def search(**more):
        page = call(chime, SEARCH, AreaCode="206", **more)
        return page["E164PhoneNumbers"], page.get("NextToken")

    def take(*numbers):
        chime.create_phone_number_order(ProductType="VoiceConnector", E164PhoneNumbers=numbers)
        control.advance("11s")

    whole, _ = search(MaxResults=500)
    owned = [whole[3], whole[-3]]
    take(*owned)
    seen, token = search(MaxResults=30)
    # The one that the token stands on, and the one that would come next.
    taken = whole[whole.index(seen[-1]) :][:2]
    take(*taken)
    chime.batch_delete_phone_number(PhoneNumberIds=owned)
    control.advance("8d")
    while token:
        numbers, token = search(MaxResults=30, NextToken=token)
        seen += numbers
    assert seen == [number for number in whole if number not in (owned[0], taken[1])]
    assert search(MaxResults=500)[0] == [number for number in whole if number not in taken]
