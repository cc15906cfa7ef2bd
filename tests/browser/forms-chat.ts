// The forms of meetings, capture pipelines, app instances and channels.
import type { Page } from '@playwright/test';
import { type FormOnPage, choose, metadata, name, tagRows, tags, typed } from './forms';

const MEDIA = 'ChimeSdkMeetingConfiguration.SourceConfiguration.SelectedVideoStreams';
const TRANSCRIBE = 'TranscriptionConfiguration.EngineTranscribeSettings';
const MEDICAL = 'TranscriptionConfiguration.EngineTranscribeMedicalSettings';
const streamed = (page: Page, row: number) =>
  page.getByRole('radiogroup').nth(row).getByRole('radio', { name: row % 2 ? 'Channels' : 'Messages' }).check();
const id = '01234567-89ab-cdef-0123-456789abcdef';

const MEETINGS: FormOnPage[] = [
  {
    operation: 'CreateMeetingWithAttendees',
    at: () => '/meetings/create',
    open: ['Add tag', 'Add attendee'],
    submit: 'Start meeting',
    fields: {
      ExternalMeetingId: typed('External meeting id', 'stand-up'),
      MeetingHostId: typed('Meeting host id', 'host'),
      'Attendees[].ExternalUserId': typed('External user id', 'ada'),
      ...tags,
      'NotificationsConfiguration.SnsTopicArn': typed('SNS topic ARN', 'arn:aws:sns:us-east-1:111122223333:meetings'),
      'NotificationsConfiguration.SqsQueueArn': typed('SQS queue ARN', 'arn:aws:sqs:us-east-1:111122223333:meetings'),
    },
    rows: { ...tagRows, Attendees: { add: 'Add attendee' } },
  },
  {
    operation: 'CreateAttendee',
    at: ({ meeting }) => `${meeting}/attendees`,
    open: ['Add attendee', 'Add tag'],
    submit: 'Add attendee',
    fields: { ExternalUserId: typed('External user id', 'ada'), ...tags },
    rows: tagRows,
  },
  {
    operation: 'CreateMeetingDialOut',
    at: ({ meeting }) => `${meeting}/dial-out`,
    open: ['Call a telephone'],
    submit: 'Call',
    choose: async (page) => {
      await page.getByRole('dialog').getByLabel('From').selectOption({ index: 1 });
      await page.getByRole('dialog').getByLabel('Join as').selectOption({ index: 1 });
    },
    fields: { ToPhoneNumber: typed('To', '+14255550121') },
  },
  {
    operation: 'StartMeetingTranscription',
    kind: 'of one language',
    at: ({ meeting }) => `${meeting}/transcription`,
    submit: 'Start transcription',
    choose: async (page) => {
      await page.getByLabel('Language', { exact: true }).selectOption('en-US');
      await page.getByRole('radiogroup', { name: 'Mark personal data' }).getByRole('radio', { name: 'PII' }).check();
    },
    fields: {
      [`${TRANSCRIBE}.LanguageModelName`]: typed('Custom language model', 'model'),
      [`${TRANSCRIBE}.VocabularyName`]: typed('Custom vocabulary', 'words'),
      [`${TRANSCRIBE}.VocabularyFilterName`]: typed('Vocabulary filter', 'rude'),
      [`${TRANSCRIBE}.PiiEntityTypes`]: typed('Kinds of personal data', 'NAME,PHONE'),
    },
  },
  {
    operation: 'StartMeetingTranscription',
    kind: 'of several languages',
    at: ({ meeting }) => `${meeting}/transcription`,
    submit: 'Start transcription',
    choose: async (page) => {
      await page.getByRole('radio', { name: /identify the language/ }).check();
      await page.getByRole('checkbox', { name: 'English, US' }).check();
      await page.getByRole('checkbox', { name: 'German' }).check();
      await page.getByRole('radiogroup', { name: 'Mark personal data' }).getByRole('radio', { name: 'PII' }).check();
    },
    fields: {
      [`${TRANSCRIBE}.VocabularyNames`]: typed('Custom vocabularies', 'words,names'),
      [`${TRANSCRIBE}.VocabularyFilterNames`]: typed('Vocabulary filters', 'rude'),
      [`${TRANSCRIBE}.PiiEntityTypes`]: typed('Kinds of personal data', 'NAME,PHONE'),
    },
  },
  {
    operation: 'StartMeetingTranscription',
    kind: 'of clinical speech',
    at: ({ meeting }) => `${meeting}/transcription`,
    submit: 'Start transcription',
    choose: async (page) => {
      await page.getByRole('radio', { name: 'Amazon Transcribe Medical' }).check();
      await page.getByRole('radio', { name: 'en-US' }).check();
      await page.getByLabel('Specialty').selectOption('CARDIOLOGY');
      await page.getByRole('radio', { name: 'Dictation' }).check();
    },
    fields: { [`${MEDICAL}.VocabularyName`]: typed('Custom vocabulary', 'words') },
  },
  {
    operation: 'CreateMediaCapturePipeline',
    at: () => '/media-capture-pipelines/create',
    submit: 'Capture meeting',
    choose: choose('Meeting'),
    fields: {
      SinkArn: typed('Bucket ARN', 'arn:aws:s3:::recordings'),
      [`${MEDIA}.AttendeeIds`]: typed('Attendee ids', id),
      [`${MEDIA}.ExternalUserIds`]: typed('External user ids', 'ada'),
    },
  },
  {
    operation: 'TagMeeting',
    at: ({ meeting }) => `${meeting}/tags`,
    open: ['Add tags'],
    submit: 'Add tags',
    fields: tags,
    rows: tagRows,
  },
  {
    operation: 'TagAttendee',
    at: ({ attendee }) => attendee,
    open: ['Add tags'],
    submit: 'Add tags',
    fields: tags,
    rows: tagRows,
  },
];

const MESSAGING: FormOnPage[] = [
  {
    operation: 'CreateAppInstance',
    at: () => '/app-instances/create',
    open: ['Add tag'],
    submit: 'Create app instance',
    fields: { ...name(), ...metadata, ...tags },
    rows: tagRows,
  },
  { operation: 'UpdateAppInstance', at: ({ chat }) => chat, open: ['Edit'], submit: 'Save', fields: { ...name(), ...metadata } },
  {
    operation: 'TagResource',
    at: ({ chat }) => chat,
    open: ['Add tags'],
    submit: 'Add tags',
    fields: tags,
    rows: tagRows,
  },
  {
    operation: 'PutAppInstanceStreamingConfigurations',
    at: ({ staging }) => `${staging}/streaming`,
    open: ['Configure'],
    submit: 'Save streams',
    choose: (page) => streamed(page, 0),
    fields: {
      'AppInstanceStreamingConfigurations[].ResourceArn': typed('ARN of the stream', 'arn:aws:kinesis:us-east-1:111122223333:stream/chat'),
    },
    rows: { AppInstanceStreamingConfigurations: { add: 'Add stream', choose: streamed } },
  },
  {
    operation: 'CreateAppInstanceUser',
    at: ({ chat }) => `${chat}/users/create`,
    open: ['Add tag'],
    submit: 'Add user',
    fields: { AppInstanceUserId: typed('User id', 'ada'), ...name(), ...metadata, ...tags },
    rows: tagRows,
  },
  { operation: 'UpdateAppInstanceUser', at: ({ chatter }) => chatter, open: ['Edit'], submit: 'Save', fields: { ...name(), ...metadata } },
  {
    operation: 'CreateChannel',
    at: ({ chat }) => `${chat}/channels/create`,
    open: ['Add tag'],
    submit: 'Create channel',
    fields: { ...name(), ...metadata, ...tags },
    rows: tagRows,
  },
  {
    operation: 'UpdateChannel',
    at: ({ channel }) => `${channel}/settings`,
    open: ['Edit'],
    submit: 'Save',
    fields: { ...name(), ...metadata },
  },
];

export const CHAT: FormOnPage[] = [...MEETINGS, ...MESSAGING];
