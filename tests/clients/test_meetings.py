"""Meetings, attendees, transcription, pipelines and tags (BEHAVIOUR 17 to 22)."""

import pytest

from stage import NOBODY


def test_a_meeting_ends_after_a_day_with_all_in_it(chime, control, world):
    meeting, pipeline = {"MeetingId": world.meeting}, world.pipeline
    assert chime.get_meeting(**meeting)["Meeting"]["MediaRegion"] == "us-east-1"
    world.do("CreateAttendee")
    control.advance("24h")
    assert chime.list_meetings()["Meetings"] == []
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.list_attendees(**meeting)
    assert chime.get_media_capture_pipeline(MediaPipelineId=pipeline)["MediaCapturePipeline"]["Status"] in (
        "Stopping",
        "Stopped",
    )


def test_a_token_makes_one_meeting(chime):
    first = chime.create_meeting(ClientRequestToken="token")["Meeting"]
    assert chime.create_meeting(ClientRequestToken="token")["Meeting"] == first
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.create_meeting(ClientRequestToken="token", MediaRegion="eu-west-1")


def test_a_meeting_may_begin_with_attendees(chime):
    answer = chime.create_meeting_with_attendees(Attendees=[{"ExternalUserId": name} for name in ("ada", "bob")])
    assert [attendee["ExternalUserId"] for attendee in answer["Attendees"]] == ["ada", "bob"]
    assert answer["Errors"] == []


def test_somebody_attends_once(chime, world):
    first = chime.create_attendee(MeetingId=world.meeting, ExternalUserId="ada")["Attendee"]
    assert chime.create_attendee(MeetingId=world.meeting, ExternalUserId="ada")["Attendee"] == first
    people = [{"ExternalUserId": name} for name in ("ada", "bob")]
    batch = chime.batch_create_attendee(MeetingId=world.meeting, Attendees=people)
    assert [attendee["ExternalUserId"] for attendee in batch["Attendees"]] == ["ada", "bob"]
    assert len(chime.list_attendees(MeetingId=world.meeting)["Attendees"]) == 2
    chime.delete_attendee(MeetingId=world.meeting, AttendeeId=first["AttendeeId"])
    with pytest.raises(chime.exceptions.NotFoundException):
        chime.get_attendee(MeetingId=world.meeting, AttendeeId=first["AttendeeId"])


def test_a_dial_out_needs_a_number_of_one_s_own_and_a_live_token(chime, world):
    members = world.members("CreateMeetingDialOut")
    with pytest.raises(chime.exceptions.AccessDeniedException):
        chime.create_meeting_dial_out(**members | {"FromPhoneNumber": "+12065559999"})
    chime.delete_attendee(MeetingId=world.meeting, AttendeeId=world.attendee)
    with pytest.raises(chime.exceptions.BadRequestException):
        chime.create_meeting_dial_out(**members)


def test_transcription_starts_and_stops_once(chime, world):
    meeting = {"MeetingId": world.meeting}
    engine = {"EngineTranscribeSettings": {"LanguageCode": "en-US"}}
    with pytest.raises(chime.exceptions.UnprocessableEntityException):
        chime.stop_meeting_transcription(**meeting)
    chime.start_meeting_transcription(**meeting, TranscriptionConfiguration=engine)
    with pytest.raises(chime.exceptions.UnprocessableEntityException):
        chime.start_meeting_transcription(**meeting, TranscriptionConfiguration=engine)
    chime.stop_meeting_transcription(**meeting)


def test_a_pipeline_runs_and_stops(chime, control, world):
    pipeline = {"MediaPipelineId": world.pipeline}

    def status():
        return chime.get_media_capture_pipeline(**pipeline)["MediaCapturePipeline"]["Status"]

    assert status() == "Initializing"
    control.advance("5s")
    assert status() == "InProgress"
    chime.delete_media_capture_pipeline(**pipeline)
    control.advance("5s")
    assert status() == "Stopped"
    assert chime.list_media_capture_pipelines()["MediaCapturePipelines"] == []


def test_tags_are_the_same_by_id_and_by_arn(chime, world):
    chime.tag_meeting(MeetingId=world.meeting, Tags=[{"Key": "team", "Value": "calls"}])
    chime.tag_resource(ResourceARN=world.meeting_arn, Tags=[{"Key": "cost", "Value": "7"}])
    tags = chime.list_meeting_tags(MeetingId=world.meeting)["Tags"]
    assert tags == chime.list_tags_for_resource(ResourceARN=world.meeting_arn)["Tags"]
    assert [tag["Key"] for tag in tags] == ["team", "cost"]
    chime.untag_resource(ResourceARN=world.meeting_arn, TagKeys=["team"])
    chime.untag_meeting(MeetingId=world.meeting, TagKeys=["cost", "never"])
    assert chime.list_meeting_tags(MeetingId=world.meeting)["Tags"] == []


def test_tags_have_a_limit(chime, world):
    def tags(prefix, count):
        return [{"Key": f"{prefix}{number}", "Value": "x"} for number in range(count)]

    chime.tag_meeting(MeetingId=world.meeting, Tags=tags("a", 50))
    with pytest.raises(chime.exceptions.ResourceLimitExceededException):
        chime.tag_meeting(MeetingId=world.meeting, Tags=tags("b", 1))
    attendee = {"MeetingId": world.meeting, "AttendeeId": world.attendee}
    chime.tag_attendee(**attendee, Tags=tags("a", 10))
    with pytest.raises(chime.exceptions.ResourceLimitExceededException):
        chime.tag_attendee(**attendee, Tags=tags("b", 1))
    assert len(chime.list_attendee_tags(**attendee)["Tags"]) == 10


@pytest.mark.parametrize("name", ["list_tags_for_resource", "tag_resource", "untag_resource"])
def test_an_arn_of_nothing_is_not_found(chime, name):
    rest = {"tag_resource": {"Tags": [{"Key": "a", "Value": "b"}]}, "untag_resource": {"TagKeys": ["a"]}}
    with pytest.raises(chime.exceptions.NotFoundException):
        getattr(chime, name)(ResourceARN=f"arn:aws:chime::111122223333:meeting/{NOBODY}", **rest.get(name, {}))
