import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { account, expect, notices, open, row, test } from './console';

const log = (page: Page) => page.getByRole('grid', { name: 'Requests' });
const rows = (page: Page) => log(page).locator('tbody').getByRole('row');
/** Within the console: a reload would forget the log. */
const openLog = (page: Page) => page.getByRole('link', { name: 'Request log' }).first().click();

test('what pages have sent is listed, newest first, and filtered', async ({ page }) => {
  await open(page, '/accounts');
  await expect(row(page, 'Cascadia Outdoor')).toBeVisible();
  await page.getByRole('link', { name: 'Cascadia Outdoor' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cascadia Outdoor' })).toBeVisible();
  await openLog(page);
  await expect(rows(page).first()).toContainText('GetAccount');
  await expect(rows(page).first()).toContainText('200');
  await expect(rows(page).last()).toContainText('ListAccounts');
  await page.getByLabel('Filter the loaded rows').fill('Operation = GetAccount');
  await expect(rows(page)).toHaveCount(1);
});

test('retries are counted and failures lead to their request', async ({ page, emulator }) => {
  await page.addInitScript(() => (Math.random = () => 0.99));
  await emulator.faults({ Operation: 'GetAccountSettings', Exception: 'ForbiddenException' });
  const { path } = await account(emulator, 'Harbor Street Design');
  await open(page, `${path}/policies`);
  await page.getByRole('alert').getByRole('link', { name: 'See the request' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'GetAccountSettings' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('Forbidden');

  await emulator.faults({ Operation: 'ListAccounts', Exception: 'ServiceUnavailableException' });
  await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
  await expect(notices(page)).toContainText(/Trying again, [34] of 4/);
  await emulator.faults();
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  await openLog(page);
  const newest = rows(page).filter({ hasText: 'ListAccounts' }).first().getByRole('gridcell');
  await expect(newest.nth(2)).toHaveText(/[23]/);
});

test('a request is opened, repeated after a question, and opened in the explorer', async ({ page, emulator }) => {
  await open(page, '/explorer/CreateAccount?Name=Twice');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('201');
  await openLog(page);
  await rows(page).first().getByRole('link').click();
  await expect(page.getByRole('region', { name: 'Request' })).toContainText('"Name": "Twice"');
  await page.getByRole('button', { name: 'Repeat' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  expect((await emulator.chime.listAccounts({ Name: 'Twice' })).Accounts).toHaveLength(1);
  const first = page.url();
  await page.getByRole('button', { name: 'Repeat' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Repeat' }).click();
  await expect(page).not.toHaveURL(first);
  await expect(page.getByRole('region', { name: 'Call' })).toContainText('201');
  expect((await emulator.chime.listAccounts({ Name: 'Twice' })).Accounts).toHaveLength(2);
  await page.getByRole('link', { name: 'Open in the API explorer' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Twice');
});

test('secrets are not kept, so such a request cannot be repeated', async ({ page }) => {
  await open(page, '/explorer/PutVoiceConnectorTerminationCredentials?VoiceConnectorId=none');
  await page.getByRole('button', { name: 'Add item' }).click();
  await page.getByRole('textbox', { name: 'Username' }).fill('ada');
  await page.getByLabel('Password').first().fill('hunter2-secret');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('404');
  await page.getByRole('link', { name: 'In the request log' }).click();
  await expect(page.getByRole('region', { name: 'Request' })).toContainText('"Password": "********"');
  await expect(page.getByRole('button', { name: 'Repeat' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Repeat' }).hover();
  await expect(page.getByText('Its secrets were not kept', { exact: false }).first()).toBeVisible();

  await openLog(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download HAR' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  const { log: har } = JSON.parse(text);
  expect(har.version).toBe('1.2');
  const put = har.entries.find((entry: any) => entry.request.method === 'POST');
  expect(put.request.url).toContain('/voice-connectors/none/termination/credentials?operation=put');
  expect(put.response.status).toBe(404);
  expect(text).not.toMatch(/hunter2-secret|authorization|emulator-secret|x-amz-date/i);
});

test('a request is copied in each language, its answer without secrets', async ({ page, context, emulator }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const { Meeting } = await emulator.chime.createMeeting({ ClientRequestToken: 'one' });
  const { Attendee } = await emulator.chime.createAttendee({ MeetingId: Meeting?.MeetingId, ExternalUserId: 'ada' });
  await open(page, `/explorer/GetAttendee?MeetingId=${Meeting?.MeetingId}&AttendeeId=${Attendee?.AttendeeId}`);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('link', { name: 'In the request log' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'GetAttendee' })).toBeVisible();
  const languages = { 'AWS CLI': 'aws chime get-attendee', curl: '--aws-sigv4', Python: '.get_attendee(', JavaScript: 'GetAttendeeCommand' };
  for (const [language, sign] of Object.entries(languages)) {
    await page.getByRole('radio', { name: language }).check();
    await page.getByRole('button', { name: 'Copy the request' }).click();
    await expect.poll(copied).toContain(sign);
  }
  await page.getByRole('button', { name: 'Copy the answer without secrets' }).click();
  await expect.poll(copied).toContain('"JoinToken": "********"');
  expect(await copied()).not.toContain(Attendee?.JoinToken ?? 'a token');
});

test('while personal values are masked, the file has none', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Harbor Street Design');
  await open(page, `${path}/users`);
  await expect(row(page, 'mila@harborstreet.example.com')).toBeVisible();
  await page.getByRole('button', { name: 'Mask personal values' }).click();
  await openLog(page);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download HAR' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  expect(JSON.parse(text).log.entries.map((entry: any) => entry.comment)).toContainEqual(expect.stringMatching(/^ListUsers/));
  expect(text).not.toContain('mila@harborstreet.example.com');
});

test('the log is cleared; what is gone says so', async ({ page }) => {
  await open(page, '/accounts');
  await expect(row(page, 'Cascadia Outdoor')).toBeVisible();
  await openLog(page);
  await expect(rows(page)).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByText('Each call of this tab is noted here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download HAR' })).toHaveAttribute('aria-disabled', 'true');
  await page.goto('/requests/7');
  await expect(page.getByText('This request is no longer known')).toBeVisible();
});
