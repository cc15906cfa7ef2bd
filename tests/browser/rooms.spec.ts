import type { Page } from '@playwright/test';
import { account, expect, notices, open, row, test, user } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

/** A large company, and a clinic that has no rooms yet. */
const COMPANY = 'Cascadia Outdoor';
const CLINIC = 'Juniper Valley Clinic';

/** A room, and who is in it. */
async function room(emulator: any, company: string, Name: string, ...emails: string[]) {
  const { id: AccountId, path } = await account(emulator, company);
  const { Room } = await emulator.chime.createRoom({ AccountId, Name });
  const users = await Promise.all(emails.map((email) => user(emulator, AccountId, `${email}@cascadia.example.com`)));
  for (const { id: MemberId } of users) {
    await emulator.chime.createRoomMembership({ AccountId, RoomId: Room.RoomId, MemberId });
  }
  return { AccountId, RoomId: Room.RoomId as string, tab: `${path}/rooms`, path: `${path}/rooms/${Room.RoomId}`, users };
}

test('a room is made from the empty tab, by keyboard only, and renamed', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, CLINIC);
  await open(page, path);
  await page.getByRole('link', { name: 'Rooms', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('In a room, users of the account and bots chat with each other.')).toBeVisible();
  await page.getByRole('link', { name: 'Create room' }).last().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Create room' })).toBeFocused();
  const name = page.getByRole('textbox', { name: 'Room name' });
  await name.focus();
  await page.keyboard.type('Rainier base camp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Rainier base camp' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText(CLINIC);
  await expect(panel(page, 'Members')).toContainText('A new room is empty');

  await page.getByRole('button', { name: 'Rename' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page, 'Rename room').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('Baker base camp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Baker base camp' })).toBeVisible();
  const { Rooms } = await emulator.chime.listRooms({ AccountId: id });
  expect(Rooms?.map((room) => room.Name)).toEqual(['Baker base camp']);
});

test('a room without a name is not sent', async ({ page, emulator }) => {
  const { path } = await account(emulator, COMPANY);
  await open(page, `${path}/rooms/create`);
  await page.getByRole('button', { name: 'Create room' }).click();
  await expect(page.getByRole('textbox', { name: 'Room name' })).toBeFocused();
  await expect(page.getByRole('alert')).toContainText('One field needs your attention');
  const { Events } = await emulator.control('GET', 'events?operation=CreateRoom');
  expect(Events).toEqual([]);
});

test('one user is added alone, several in a batch, each with a role', async ({ page, emulator }) => {
  const { AccountId, RoomId, path } = await room(emulator, COMPANY, 'Trail maps');
  await open(page, path);
  await page.getByRole('link', { name: 'Add users' }).first().click();
  const add = page.getByRole('button', { name: 'Add to the room' });
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('E-mail is').fill('amara.abbott@cascadia.example.com');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByRole('grid').locator('tbody').getByRole('row')).toHaveCount(1);
  await row(page, 'amara.abbott').getByRole('checkbox', { name: /^Select/ }).check();
  await row(page, 'amara.abbott').getByRole('checkbox', { name: /^Administrator/ }).check();
  await add.click();
  await expect(page.getByText('1 done, 0 failed')).toBeVisible();

  await page.getByRole('button', { name: 'Clear search' }).click();
  await page.getByLabel('Filter the loaded rows').fill('@cascadia.example.com');
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  let batches = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('operation=batch-create')) batches += 1;
  });
  await add.click();
  // Amara is in the room, and four have left the company.
  await expect(page.getByText('51 done, 5 failed')).toBeVisible();
  expect(batches).toBe(2);
  const failed = page.getByRole('listitem').filter({ hasText: 'amara.abbott@cascadia.example.com' });
  await expect(failed).toContainText('Conflict');

  await page.getByRole('link', { name: 'Back to the room' }).click();
  await expect(row(page, 'amara.abbott')).toContainText('Administrator');
  const { RoomMemberships } = await emulator.chime.listRoomMemberships({ AccountId, RoomId, MaxResults: 99 });
  expect(RoomMemberships).toHaveLength(52);
});

test('members get another role, and are removed', async ({ page, emulator }) => {
  const { AccountId, RoomId, path } = await room(emulator, COMPANY, 'Trail maps', 'amara.abbott', 'room-baker');
  await open(page, path);
  await row(page, 'amara.abbott').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Make administrator' }).click();
  await expect(page.getByText('1 done, 0 failed')).toBeVisible();
  await expect(row(page, 'amara.abbott')).toContainText('Administrator');

  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  const removing = dialog(page, 'Remove members');
  await expect(removing).toContainText('can no longer read or write');
  await removing.getByRole('button', { name: 'Remove' }).click();
  await expect(panel(page, 'Members')).toContainText('No members');
  const { RoomMemberships } = await emulator.chime.listRoomMemberships({ AccountId, RoomId });
  expect(RoomMemberships).toEqual([]);
});

test('a bot is added once it runs and has an endpoint; the others say what they lack', async ({ page, emulator }) => {
  const { AccountId, path } = await room(emulator, COMPANY, 'Trail maps');
  const bot = async (DisplayName: string) => {
    const { Bot } = await emulator.chime.createBot({ AccountId, DisplayName, Domain: 'cascadia.example.com' });
    return Bot?.BotId;
  };
  await bot('Deaf');
  await emulator.chime.updateBot({ AccountId, BotId: await bot('Asleep'), Disabled: true });
  await emulator.chime.putEventsConfiguration({
    AccountId,
    BotId: await bot('Ready'),
    OutboundEventsHTTPSEndpoint: 'https://bots.example.com/ready',
  });
  await open(page, path);
  await page.getByRole('button', { name: 'Add bot' }).click();
  const adding = dialog(page, 'Add bot');
  await expect(adding.getByRole('radio', { name: /Deaf/ })).toBeDisabled();
  await expect(adding).toContainText('It has no endpoint for its events');
  await expect(adding.getByRole('radio', { name: /Asleep/ })).toBeDisabled();
  await adding.getByRole('button', { name: 'Add bot' }).click();
  await expect(adding.getByRole('alert')).toContainText('One field needs your attention');
  await adding.getByRole('radio', { name: /Ready/ }).check();
  await adding.getByRole('button', { name: 'Add bot' }).click();
  await expect(notices(page)).toContainText('The bot is in the room');
  await expect(row(page, 'Ready (Bot)')).toContainText('Bot');

  await row(page, 'Ready (Bot)').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Actions' }).click();
  await expect(page.getByRole('menuitem', { name: /Make administrator/ })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('menuitem', { name: /Make administrator/ })).toContainText('Roles are for users');
});

test('a reported message is redacted; an emulator suggests those it was given', async ({ page, emulator }) => {
  const { AccountId, RoomId, path } = await room(emulator, COMPANY, 'Trail maps');
  const messages = `hooks/accounts/${AccountId}/rooms/${RoomId}/messages`;
  const { Message } = await emulator.control('POST', messages, { Content: 'Something rude', Sender: 'Ada' });
  await open(page, path);
  const moderation = panel(page, 'Moderation');
  await expect(moderation.locator('datalist option')).toHaveText('Something rude');
  await moderation.getByRole('combobox', { name: 'Message id' }).fill(Message.MessageId);
  await moderation.getByRole('button', { name: 'Redact message' }).click();
  const asking = dialog(page, 'Redact message');
  await expect(asking).toContainText('can no longer be read');
  await asking.getByRole('button', { name: 'Redact' }).click();
  await expect(notices(page)).toContainText('The message is redacted');
  const { Messages } = await emulator.control('GET', messages);
  expect(Messages[0].Redacted).toBe(true);
});

test('rooms are found by a member, whose e-mail stays out of the URL', async ({ page, emulator }) => {
  const { tab, AccountId, users } = await room(emulator, COMPANY, 'Trail maps', 'amara.abbott');
  await emulator.chime.createRoom({ AccountId, Name: 'Nobody here' });
  await open(page, tab);
  await expect(row(page, 'Nobody here')).toBeVisible();
  const email = page.getByLabel('Has the member with e-mail');
  await email.fill('who@example.com');
  await email.press('Enter');
  await expect(page.getByText('No user or bot of this account has this e-mail.')).toBeVisible();
  await email.fill('amara.abbott@cascadia.example.com');
  await email.press('Enter');
  await expect(row(page, 'Nobody here')).toHaveCount(0);
  await expect(row(page, 'Trail maps')).toBeVisible();
  expect(page.url()).toContain(users[0]!.id);
  expect(page.url()).not.toContain('amara');
  await page.getByRole('button', { name: 'All rooms' }).click();
  await expect(row(page, 'Nobody here')).toBeVisible();

  await page.goto(`/accounts/${AccountId}/users/${users[0]!.id}`);
  await panel(page, 'Rooms').getByRole('link', { name: 'Trail maps' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Trail maps' })).toBeVisible();
});

test('a room is deleted once its name is typed', async ({ page, emulator }) => {
  const { tab, path } = await room(emulator, COMPANY, 'Trail maps');
  await open(page, path);
  await page.getByRole('button', { name: 'Delete' }).click();
  const deleting = dialog(page, 'Delete room');
  await expect(deleting).toContainText('Every message in it, for good');
  await expect(deleting.getByRole('button', { name: 'Delete room' })).toHaveAttribute('aria-disabled', 'true');
  await deleting.getByRole('textbox').fill('Trail maps');
  await deleting.getByRole('button', { name: 'Delete room' }).click();
  await expect(page).toHaveURL(tab);
  await expect(notices(page)).toContainText('The room is deleted');
  await page.goto(path);
  await expect(page.getByText('There is no room with this id')).toBeVisible();
});

test('several rooms are deleted together; what fails is tried again', async ({ page, emulator }) => {
  const { tab, AccountId } = await room(emulator, CLINIC, 'Trail maps');
  await emulator.chime.createRoom({ AccountId, Name: 'Old plans' });
  await open(page, tab);
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await emulator.faults({ Operation: 'DeleteRoom', Exception: 'ForbiddenException' });
  await page.getByRole('button', { name: 'Delete' }).click();
  const deleting = dialog(page, 'Delete rooms');
  await deleting.getByRole('textbox').fill(CLINIC);
  await deleting.getByRole('button', { name: 'Delete rooms' }).click();
  await expect(page.getByText('0 done, 2 failed')).toBeVisible();
  await emulator.faults();
  await page.getByRole('button', { name: 'Retry failed' }).click();
  await expect(page.getByText('2 done, 0 failed')).toBeVisible();
  await expect(page.getByText('No rooms', { exact: true })).toBeVisible();
});

test('a list that cannot be read says why, and is tried again', async ({ page, emulator }) => {
  const { tab } = await room(emulator, COMPANY, 'Trail maps');
  await emulator.faults({ Operation: 'ListRooms', Exception: 'BadRequestException' });
  await open(page, tab);
  const alert = page.getByRole('alert').filter({ hasText: 'The rooms could not be loaded' });
  await expect(alert).toContainText('Operation ListRooms');
  await emulator.faults();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'Trail maps')).toBeVisible();
});

test('a Team account has the tabs, with the reason why they are closed', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Harbor Street Design');
  await open(page, path);
  for (const [tab, what] of [['Rooms', 'rooms'], ['Bots', 'bots'], ['Retention', 'retention']] as const) {
    const link = page.getByRole('link', { name: tab, exact: true });
    await expect(link).toHaveAttribute('aria-disabled', 'true');
    await expect(link).toHaveAccessibleDescription(`Only Enterprise accounts have ${what}`);
  }
  await page.goto(`${path}/rooms`);
  await expect(page.getByText('Only Enterprise accounts have rooms').last()).toBeVisible();
});
