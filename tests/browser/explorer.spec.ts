import type { Page } from '@playwright/test';
import { account, expect, open, row, test, user } from './console';

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });
const request = (page: Page) => page.getByRole('region', { name: 'Request' });
const answer = (page: Page) => page.getByRole('region', { name: 'Answer' });
const code = (page: Page) => request(page).locator('pre code');

test('every operation is found by family and by what it is called or takes', async ({ page }) => {
  await open(page, '/explorer');
  await expect(page.getByText('(191)')).toBeVisible();
  await page.getByRole('combobox', { name: 'Family' }).selectOption('Rooms');
  await expect(page.getByText('(11)')).toBeVisible();
  await expect(page).toHaveURL(/family=Rooms/);
  await page.goBack();
  await page.getByLabel('Filter the loaded rows').fill('regenerate');
  await row(page, 'RegenerateSecurityToken').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'RegenerateSecurityToken' })).toBeVisible();
  await expect(page.getByText('/accounts/{accountId}/bots/{botId}?operation=regenerate-security-token')).toBeVisible();
});

test('an operation is found by what the AWS CLI, boto3 and people call it', async ({ page }) => {
  await open(page, '/explorer');
  const filter = page.getByLabel('Filter the loaded rows');
  for (const typed of ['create-room-membership', 'batch_create_room_membership', 'CreateRoomM']) {
    await filter.fill(typed);
    await expect(row(page, /CreateRoomMembership/).first()).toBeVisible();
  }
  await filter.fill('delete voice connector');
  await expect(page.getByRole('link', { name: 'DeleteVoiceConnector', exact: true })).toBeVisible();
  await filter.fill('Amazon Chime SDK Messaging send');
  await expect(row(page, 'SendChannelMessage')).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('get-account-settings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'GetAccountSettings' })).toBeVisible();
});

test('moments are typed in the zone of the computer and sent in UTC', async ({ page }) => {
  await open(page, '/explorer/ListChannelMessages?ChannelArn=arn:aws:chime:us-east-1:1:app-instance/a/channel/c');
  await page.getByLabel('NotBefore').fill('2026-01-31T09:30:05');
  await page.getByLabel('NotAfter').fill('2026-02-01T18:00');
  const utc = (local: string) => page.evaluate((text) => encodeURIComponent(new Date(text).toISOString()), local);
  await expect(code(page)).toContainText(`not-before=${await utc('2026-01-31T09:30:05')}`);
  await expect(code(page)).toContainText(`not-after=${await utc('2026-02-01T18:00')}`);
});

test('the palette opens an operation by a few letters', async ({ page }) => {
  await open(page, '/accounts');
  await page.keyboard.press('Control+K');
  await expect(page.getByRole('combobox', { name: 'Page or action' })).toBeFocused();
  await page.keyboard.type('createroommem');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'CreateRoomMembership' })).toBeVisible();
});

test('an operation is called from its form and seen before and after', async ({ page, emulator }) => {
  await open(page, '/explorer/CreateAccount');
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('One field needs your attention');
  await expect(answer(page)).toContainText('Nothing was sent yet.');

  await page.getByRole('textbox', { name: 'Name' }).fill('By the explorer');
  await expect(code(page)).toContainText('POST /accounts HTTP/1.1');
  await expect(code(page)).toContainText('"Name": "By the explorer"');
  await send(page).click();
  await expect(answer(page)).toContainText('201');
  await expect(answer(page)).toContainText(/\d+ ms/);
  await expect(answer(page)).toContainText('By the explorer');
  await expect(answer(page).getByRole('button', { name: 'Copy the request id' })).toBeVisible();
  expect((await emulator.chime.listAccounts({ Name: 'By the explorer' })).Accounts).toHaveLength(1);

  await answer(page).getByRole('radio', { name: 'JSON' }).check();
  await expect(answer(page).locator('pre')).toContainText('"Name": "By the explorer"');
});

test('nothing left empty is sent, optional structures are added and removed', async ({ page, emulator }) => {
  const { id } = await account(emulator, 'Cascadia Outdoor');
  await open(page, `/explorer/PutRetentionSettings?AccountId=${id}`);
  await expect(code(page)).toContainText('"RetentionSettings": {}');
  const room = page.getByRole('group', { name: 'RoomRetentionSettings' });
  await room.getByRole('button', { name: 'Add RoomRetentionSettings' }).click();
  const days = room.getByRole('textbox', { name: 'RetentionDays' });
  await expect(days).toBeFocused();
  // RET-2: the empty structure switches retention off, which is not the same as none.
  await expect(code(page)).toContainText('"RoomRetentionSettings": {}');
  await days.fill('6000');
  await send(page).click();
  await expect(page.getByRole('alert')).toContainText('RetentionDays');
  await days.fill('90');
  await expect(code(page)).toContainText('"RetentionDays": 90');
  await room.getByRole('button', { name: 'Remove RoomRetentionSettings' }).click();
  await expect(code(page)).not.toContainText('RoomRetentionSettings');
});

test('lists, maps, choices and headers are filled in', async ({ page }) => {
  await open(page, '/explorer/CreateSipMediaApplicationCall');
  const headers = page.getByRole('group', { name: 'SipHeaders' });
  await headers.getByRole('button', { name: 'Add entry' }).click();
  await headers.getByRole('textbox', { name: 'Key' }).fill('X-Team');
  await headers.getByRole('textbox', { name: 'Value' }).fill('calls');
  await expect(code(page)).toContainText('SipMediaApplicationId is needed: it is part of the path.');
  await page.getByRole('textbox', { name: 'SipMediaApplicationId' }).fill('s-1');
  await expect(code(page)).toContainText('"X-Team": "calls"');

  await page.goto('/explorer/CreateChannel?ChimeBearer=arn:aws:chime:us-east-1:1:app-instance/a/user/b');
  await expect(code(page)).toContainText('x-amz-chime-bearer: arn:aws:chime:us-east-1:1:app-instance/a/user/b');
  await page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: 'Add item' }).click();
  await page.getByRole('textbox', { name: 'Key' }).fill('team');
  await page.getByRole('radiogroup', { name: 'Privacy' }).getByRole('radio', { name: 'PRIVATE' }).check();
  await expect(code(page)).toContainText('"Privacy": "PRIVATE"');
  await expect(code(page)).toContainText('"Key": "team"');
});

test('a refusal is shown as everywhere, with its status and request id', async ({ page }) => {
  await open(page, '/explorer/GetAccount?AccountId=nobody');
  await send(page).click();
  await expect(answer(page).getByRole('alert')).toContainText('NotFound');
  await expect(answer(page)).toContainText('404');
  await answer(page).getByRole('link', { name: 'In the request log' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'GetAccount' })).toBeVisible();
  await expect(answer(page)).toContainText('There is no account with this id.');
});

test('what cannot be taken back says so and asks, by keyboard too', async ({ page, emulator }) => {
  const { id } = await account(emulator, 'Lantern Books');
  await open(page, `/explorer/DeleteAccount?AccountId=${id}`);
  await expect(page.getByText('This cannot simply be taken back')).toBeVisible();
  await page.getByRole('textbox', { name: 'AccountId' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Send DeleteAccount?' });
  await expect(dialog).toContainText(id);
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(answer(page)).toContainText('Nothing was sent yet.');

  await send(page).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('DeleteAccount');
  await page.keyboard.press('Enter');
  await expect(answer(page)).toContainText(/204|422/);
});

test('secrets of an answer are masked until revealed, and never in JSON', async ({ page, emulator }) => {
  const { Meeting } = await emulator.chime.createMeeting({ ClientRequestToken: 'one' });
  const ada = { MeetingId: Meeting?.MeetingId, ExternalUserId: 'ada' };
  const { Attendee: { AttendeeId, JoinToken: token = '' } = {} } = await emulator.chime.createAttendee(ada);
  expect(token).not.toBe('');
  await open(page, `/explorer/GetAttendee?MeetingId=${ada.MeetingId}&AttendeeId=${AttendeeId}`);
  await send(page).click();
  await expect(answer(page)).toContainText('JoinToken');
  await expect(answer(page)).not.toContainText(token);
  await answer(page).getByRole('button', { name: 'Reveal JoinToken' }).click();
  await expect(answer(page)).toContainText(token);
  await answer(page).getByRole('radio', { name: 'JSON' }).check();
  await expect(answer(page)).toContainText('"JoinToken": "********"');
  await expect(answer(page)).not.toContainText(token);
});

test('a link fills in the form, but no secret', async ({ page }) => {
  const input = { VoiceConnectorId: 'v1', Credentials: [{ Username: 'ada', Password: 'from-a-link' }] };
  const query = encodeURIComponent(JSON.stringify(input));
  await open(page, `/explorer/PutVoiceConnectorTerminationCredentials?input=${query}`);
  await expect(page.getByRole('textbox', { name: 'VoiceConnectorId' })).toHaveValue('v1');
  await expect(page.getByRole('textbox', { name: 'Username' })).toHaveValue('ada');
  const password = page.getByLabel('Password', { exact: false }).first();
  await expect(password).toHaveValue('');
  await password.fill('typed-here');
  await expect(code(page)).toContainText('********');
  await expect(code(page)).not.toContainText('typed-here');
});

test('a form opens in the explorer with what was typed; the address holds no personal value', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Harbor Street Design');
  await open(page, `${path}/users/create`);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('ada@example.com');
  await page.getByText('The request this sends').click();
  await page.getByRole('link', { name: 'Open in the API explorer' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'CreateUser' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ada@example.com');
  expect(page.url()).not.toContain('ada');
});

test('the reference tells members, limits, errors and the successor', async ({ page }) => {
  await open(page, '/explorer/CreateMeeting');
  const reference = page.getByRole('region', { name: 'Reference' });
  await expect(reference).toContainText('CreateMeeting of Amazon Chime SDK Meetings');
  await reference.getByText(/^Input \(/).click();
  await expect(reference).toContainText('ExternalMeetingId');
  await expect(reference).toContainText('2 to 64 characters');
  await expect(reference).toContainText('idempotency token');
  await expect(reference).toContainText('list of Tag');
  await reference.getByText(/^Errors \(/).click();
  await expect(reference).toContainText('ResourceLimitExceededException');
});

test('an operation that the API does not have', async ({ page }) => {
  await open(page, '/explorer/DoNothing');
  await expect(page.getByText('The API has no operation of this name')).toBeVisible();
  await page.getByRole('link', { name: 'All operations' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API explorer' })).toBeVisible();
});

test('personal values are masked while privacy is on', async ({ page, emulator }) => {
  const harbor = await account(emulator, 'Harbor Street Design');
  const mila = await user(emulator, harbor.id, 'mila@harborstreet.example.com');
  await open(page, `/explorer/GetUser?AccountId=${harbor.id}&UserId=${mila.id}`);
  await send(page).click();
  await expect(answer(page)).toContainText('mila@harborstreet.example.com');
  await page.getByRole('button', { name: 'Mask personal values' }).click();
  await expect(answer(page)).not.toContainText('mila@harborstreet.example.com');
  await answer(page).getByRole('radio', { name: 'JSON' }).check();
  await expect(answer(page)).not.toContainText('mila@harborstreet.example.com');
});

test('what a screen reader finds', async ({ page }) => {
  await open(page, '/explorer/GetUser?AccountId=a1');
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - navigation "Breadcrumbs":
        - list:
          - listitem:
            - link "API explorer"
      - heading "GetUser" [level=1]
      - 'button "Info: GetUser"'
      - region "Input":
        - heading "Input" [level=2]
        - textbox "AccountId"
        - textbox "UserId"
        - button "Send"
      - region "Request":
        - heading "Request" [level=2]
        - radiogroup "Language":
          - radio "AWS CLI"
          - radio "curl"
          - radio "Python"
          - radio "JavaScript"
          - radio "HTTP" [checked]
      - region "Answer":
        - heading "Answer" [level=2]
        - paragraph: Nothing was sent yet.
      - region "Reference":
        - heading "Reference" [level=2]
  `);
});
