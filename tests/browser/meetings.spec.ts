import { type Page } from '@playwright/test';
import { type Emulator, expect, notices, open, row, test } from './console';

/** A meeting of the demo data, by the id that its application gave it. */
async function meeting(emulator: Emulator, name: string) {
  const { Meetings = [] } = await emulator.chime.listMeetings({});
  const id = Meetings.find((meeting) => meeting.ExternalMeetingId === name)?.MeetingId;
  if (!id) throw new Error(`the demo has no meeting ${name}`);
  return { id, path: `/meetings/${id}` };
}

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('a meeting is started with attendees, looked at, and ended by typing its name', async ({ page, emulator }) => {
  await open(page, '/meetings');
  await expect(row(page, 'season-review')).toContainText('us-west-2');
  await expect(row(page, 'season-review')).toContainText('7');
  await expect(row(page, 'season-review')).toContainText('department: merchandising');
  await page.getByRole('link', { name: 'Start a meeting' }).click();
  await text(page, 'External meeting id optional').fill('standup');
  await page.getByLabel('Media Region').selectOption('eu-west-1');
  await page.getByRole('button', { name: 'Add attendee' }).click();
  await text(page, 'External user id').fill('ada');
  await page.getByRole('button', { name: 'Start meeting' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'standup' })).toBeVisible();
  await expect(row(page, 'ada')).toBeVisible();

  await page.getByRole('link', { name: 'Danger zone' }).click();
  await page.getByRole('button', { name: 'End meeting' }).click();
  const ending = page.getByRole('dialog', { name: 'End meeting' });
  await expect(ending).toContainText('Its attendees and their join tokens');
  await ending.getByRole('textbox').fill('standup');
  await ending.getByRole('button', { name: 'End meeting' }).click();
  await expect(page).toHaveURL('/meetings');
  await expect(notices(page)).toContainText('The meeting has ended');
  await expect(row(page, 'standup')).toHaveCount(0);
  const { Meetings = [] } = await emulator.chime.listMeetings({});
  expect(Meetings.map((meeting) => meeting.ExternalMeetingId)).not.toContain('standup');
});

test('a meeting without attendees is CreateMeeting, as the request says before', async ({ page, emulator }) => {
  await open(page, '/meetings/create');
  await page.getByText('The request this sends').click();
  await expect(page.locator('pre')).toContainText('aws chime create-meeting \\');
  await page.getByRole('button', { name: 'Add attendee' }).click();
  await text(page, 'External user id').fill('ada');
  await expect(page.locator('pre')).toContainText('create-meeting-with-attendees');
  await page.getByRole('button', { name: 'Remove Attendee 1' }).click();
  await page.getByRole('button', { name: 'Start meeting' }).click();
  await expect(page.getByText('Media placement')).toBeVisible();
  await page.getByRole('link', { name: 'Attendees' }).click();
  await expect(page.getByText('Nobody may join yet')).toBeVisible();
  const { Meetings = [] } = await emulator.chime.listMeetings({});
  expect(Meetings).toHaveLength(3);
});

test('an external id that is too short is not sent', async ({ page, emulator }) => {
  const { path, id } = await meeting(emulator, 'interview-warehouse-lead');
  await open(page, `${path}/attendees/create`);
  await text(page, 'External user ids').fill('ada\nb');
  await page.getByRole('button', { name: 'Add attendees', exact: true }).click();
  await expect(page.getByText('Look at: b')).toBeVisible();
  await expect(text(page, 'External user ids')).toBeFocused();
  expect((await emulator.chime.listAttendees({ MeetingId: id })).Attendees).toHaveLength(2);
});

test('many attendees are added in chunks, with a result for each', async ({ page, emulator }) => {
  const { path, id } = await meeting(emulator, 'interview-warehouse-lead');
  await open(page, `${path}/attendees/create`);
  // The meeting takes 250 and has two.
  const ids = Array.from({ length: 251 }, (_, n) => `guest-${n}`);
  await text(page, 'External user ids').fill([...ids, 'guest-0'].join('\n'));
  await expect(page.getByText('251 attendees')).toBeVisible();
  await page.getByRole('button', { name: 'Add attendees', exact: true }).click();
  await expect(page.getByText('248 done, 3 failed')).toBeVisible();
  await expect(page.getByText('ResourceLimitExceeded').first()).toBeVisible();
  await emulator.chime.deleteAttendee({
    MeetingId: id,
    AttendeeId: (await emulator.chime.listAttendees({ MeetingId: id, MaxResults: 1 })).Attendees![0]!.AttendeeId!,
  });
  await page.getByRole('button', { name: 'Retry failed' }).click();
  await expect(page.getByText('249 done, 2 failed')).toBeVisible();
});

test('a join token is shown on demand only, and dies with its attendee', async ({ page, emulator }) => {
  const { path, id } = await meeting(emulator, 'interview-warehouse-lead');
  const { Attendees = [] } = await emulator.chime.listAttendees({ MeetingId: id });
  const candidate = Attendees.find((attendee) => attendee.ExternalUserId === 'candidate-0042')!;
  await open(page, `${path}/attendees`);
  await row(page, 'candidate-0042').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Join token' }).click();
  const dialog = page.getByRole('dialog', { name: 'Join token' });
  await expect(dialog.getByRole('button', { name: 'Reveal join token' })).toBeVisible();
  expect(await page.content()).not.toContain(candidate.JoinToken);
  await dialog.getByRole('button', { name: 'Reveal join token' }).click();
  await expect(dialog).toContainText(candidate.JoinToken!);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await row(page, 'candidate-0042').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'candidate-0042' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove' }).first().click();
  await page.getByRole('dialog', { name: 'Remove attendee' }).getByRole('button', { name: 'Remove' }).click();
  await expect(page).toHaveURL(`${path}/attendees`);
  await expect(row(page, 'candidate-0042')).toHaveCount(0);
});

test('tags are added, changed and removed, by the meeting and by its ARN', async ({ page, emulator }) => {
  const { path, id } = await meeting(emulator, 'interview-warehouse-lead');
  const tags = async () => (await emulator.chime.listMeetingTags({ MeetingId: id })).Tags;
  const dialog = page.getByRole('dialog', { name: 'Add tags' });
  const add = async (key: string, value: string) => {
    await page.getByRole('button', { name: 'Add tags' }).click();
    await text(page, 'Key').fill(key);
    await text(page, 'Value').fill(value);
    await dialog.getByRole('button', { name: 'Add tags' }).click();
    await expect(dialog).toBeHidden();
  };
  await open(page, `${path}/tags`);
  await expect(page.getByText('No tags.')).toBeVisible();
  await page.getByRole('button', { name: 'Add tags' }).click();
  await dialog.getByRole('button', { name: 'Add tags' }).click();
  await expect(dialog.getByRole('alert')).toContainText('attention');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await add('stage', 'first');
  await expect(page.getByRole('listitem').filter({ hasText: 'stage' })).toContainText('first');

  await page.goto('/tags');
  await page.getByRole('button', { name: 'Show tags' }).click();
  await expect(page.getByText('Enter an ARN.')).toBeVisible();
  await text(page, 'ARN').fill(`arn:aws:chime::111122223333:meeting/${id}`);
  await page.getByRole('button', { name: 'Show tags' }).click();
  await add('stage', 'second');
  await expect(page.getByRole('listitem').filter({ hasText: 'stage' })).toContainText('second');
  expect(await tags()).toEqual([{ Key: 'stage', Value: 'second' }]);
  await page.getByRole('button', { name: 'Remove the tag stage' }).click();
  await expect(page.getByText('No tags.')).toBeVisible();
  expect(await tags()).toEqual([]);
});

test('settings that transcription cannot combine are refused before they are sent', async ({ page, emulator }) => {
  const { path } = await meeting(emulator, 'interview-warehouse-lead');
  await open(page, `${path}/transcription`);
  await expect(page.getByText('Not known')).toBeVisible();
  await page.getByRole('radio', { name: 'Amazon Transcribe, identify the language' }).check();
  await page.getByRole('checkbox', { name: 'English, US' }).check();
  await page.getByRole('checkbox', { name: 'English, British' }).check();
  await page.getByRole('button', { name: 'Start transcription' }).click();
  await expect(page.getByText('Choose one dialect of each language.').first()).toBeVisible();
  await page.getByRole('checkbox', { name: 'English, British' }).uncheck();
  await page.getByRole('checkbox', { name: 'German' }).check();
  await page.getByRole('button', { name: 'Start transcription' }).click();
  await expect(page.getByText('Transcribed', { exact: true })).toBeVisible();

  await page.getByRole('radio', { name: 'Amazon Transcribe Medical' }).check();
  await page.getByRole('radio', { name: 'en-US' }).check();
  await page.getByLabel('Specialty').selectOption('CARDIOLOGY');
  await page.getByRole('radio', { name: 'Dictation' }).check();
  await page.getByRole('button', { name: 'Start transcription' }).click();
  await expect(page.getByRole('alert')).toContainText('Transcription was not started');
  await page.getByRole('button', { name: 'Stop transcription' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Not transcribed', { exact: true })).toBeVisible();
});

test('a telephone is called in an attendee’s place, whose token stays unseen', async ({ page, emulator }) => {
  const { path, id } = await meeting(emulator, 'interview-warehouse-lead');
  const { Attendees = [] } = await emulator.chime.listAttendees({ MeetingId: id });
  await open(page, `${path}/dial-out`);
  await page.getByRole('button', { name: 'Call a telephone' }).click();
  const dialog = page.getByRole('dialog', { name: 'Call a telephone' });
  await dialog.getByLabel('From').selectOption('+12065550121');
  await text(page, 'To').fill('+12065550177');
  await dialog.getByLabel('Join as').selectOption('candidate-0042');
  await dialog.getByText('The request this sends').click();
  await expect(dialog.locator('pre')).toContainText('create-meeting-dial-out');
  for (const { JoinToken } of Attendees) expect(await page.content()).not.toContain(JoinToken);
  await dialog.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Copy the transaction id' })).toBeVisible();
  const { Events } = await emulator.control('GET', 'events?operation=CreateMeetingDialOut&limit=100');
  expect(Events.at(-1).Detail).toMatchObject({ MeetingId: id, ToPhoneNumber: '+12065550177' });
});

test('a meeting is captured, watched until it is in progress, and stopped', async ({ page, emulator }) => {
  const { path } = await meeting(emulator, 'interview-warehouse-lead');
  await emulator.control('POST', 'clock', { Stop: true });
  await open(page, path);
  await page.getByRole('link', { name: 'Capture', exact: true }).click();
  await expect(page.getByLabel('Meeting', { exact: true })).toHaveValue(/meeting/);
  await text(page, 'Bucket ARN').fill('arn:aws:sqs:us-east-1:1:queue');
  await page.getByRole('button', { name: 'Capture meeting' }).click();
  await expect(page.getByText('Use the ARN of a bucket').first()).toBeVisible();
  await text(page, 'Bucket ARN').fill('arn:aws:s3:::interviews');
  await page.getByRole('button', { name: 'Capture meeting' }).click();
  await expect(page.getByText('Initializing')).toBeVisible();
  await emulator.control('POST', 'clock', { Advance: '10s' });
  await expect(page.getByText('In progress')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopping')).toBeVisible();
  await emulator.control('POST', 'clock', { Advance: '10s' });
  await expect(page.getByText('Stopped', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop' })).toHaveAttribute('aria-disabled', 'true');
});

test('a list that cannot be read says so and is read again', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'ListMeetings', Exception: 'ForbiddenException' });
  await open(page, '/meetings');
  await expect(page.getByRole('alert')).toContainText('The meetings could not be loaded');
  await emulator.faults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'season-review')).toBeVisible();
});

test('nothing goes on, and a meeting that is over is not found', async ({ page, emulator }) => {
  const { path, id } = await meeting(emulator, 'season-review');
  await emulator.control('POST', 'reset');
  await open(page, '/meetings');
  await expect(page.getByText('No meeting goes on')).toBeVisible();
  await page.goto(path);
  await expect(page.getByText('There is no meeting with this id')).toBeVisible();
  await expect(page.getByRole('code')).toHaveText(id);
  await page.getByRole('link', { name: 'Capture pipelines' }).click();
  await expect(page.getByText('No meeting is captured')).toBeVisible();
});

test('by keyboard: a meeting is chosen, an attendee added', async ({ page, emulator }) => {
  const { id } = await meeting(emulator, 'interview-warehouse-lead');
  await open(page, '/meetings');
  await row(page, 'interview-warehouse-lead').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'interview-warehouse-lead' })).toBeFocused();
  await page.getByRole('link', { name: 'Attendees' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add attendee' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('grace');
  await page.keyboard.press('Enter');
  await expect(row(page, 'grace')).toBeVisible();
  const { Attendees = [] } = await emulator.chime.listAttendees({ MeetingId: id });
  expect(Attendees.map((attendee) => attendee.ExternalUserId)).toContain('grace');
});
