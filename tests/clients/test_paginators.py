"""Every list over more than two pages: by botocore's paginators, and by hand where it has none."""

import itertools

import pytest
from botocore import xform_name

from lists import ENDS, LISTS, ROWS, SEARCH, fill, rows

COUNT = 5
SIZE = 2


@pytest.fixture
def members(world):
    def members(name):
        members = world.members(name)
        if name in ROWS:
            fill(world, name, range(COUNT))
        return members

    return members


def by_hand(chime, name, members):
    """The pages that a loop over NextToken sees."""
    token = {}
    for _ in range(COUNT + 2):
        page = getattr(chime, xform_name(name))(**members, **token, MaxResults=SIZE)
        yield rows(name, page)
        if not page.get("NextToken"):
            return
        token = {"NextToken": page["NextToken"]}
    raise AssertionError(f"{name} never ends")


def by_paginator(chime, name, members):
    paginator = chime.get_paginator(xform_name(name))
    return [rows(name, page) for page in paginator.paginate(**members, PaginationConfig={"PageSize": SIZE})]


@pytest.mark.parametrize("name", [name for name in LISTS if name != SEARCH])
def test_every_row_is_on_one_page(chime, members, name):
    given = members(name)
    whole = rows(name, getattr(chime, xform_name(name))(**given, MaxResults=50))
    assert len(whole) >= COUNT
    pages = list(by_hand(chime, name, given))
    assert len(pages) > 2
    assert all(len(page) == SIZE for page in pages[:-1])
    assert list(itertools.chain(*pages)) == whole
    if chime.can_paginate(xform_name(name)):
        assert by_paginator(chime, name, given) == pages


def test_a_search_goes_on_where_it_was(chime):
    first = chime.search_available_phone_numbers(AreaCode="206", MaxResults=30)
    second = chime.search_available_phone_numbers(AreaCode="206", MaxResults=30, NextToken=first["NextToken"])
    both = first["E164PhoneNumbers"] + second["E164PhoneNumbers"]
    assert both == chime.search_available_phone_numbers(AreaCode="206", MaxResults=60)["E164PhoneNumbers"]


def test_no_list_is_left_out():
    assert {*ROWS, SEARCH} == {*ENDS, SEARCH} == set(LISTS)
