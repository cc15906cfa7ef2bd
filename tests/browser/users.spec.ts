import type { Page } from '@playwright/test';
import { account, expect, notices, open, row, test } from './console';

const users = (page: Page) => page.getByRole('grid', { name: 'Users' });
const rows = (page: Page) => users(page).locator('tbody').getByRole('row');

async function choose(page: Page, action: string) {
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

test('the list tells registration and invitation, and the service filters it', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Harbor Street Design');
  await open(page, `${path}/users`);
  await expect(row(page, 'mila@harborstreet.example.com')).toContainText('Registered');
  await expect(row(page, 'rafael@harborstreet.example.com')).toContainText('Pending');
  const email = page.getByLabel('E-mail is');
  await email.fill('RAFAEL@harborstreet.example.com');
  await email.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  expect(page.url()).not.toContain('rafael');
  await page.getByRole('button', { name: 'Clear search' }).click();
  await page.getByLabel('Type', { exact: true }).selectOption('Shared devices');
  await expect(page.getByText('No user is found')).toBeVisible();
  await expect(page).toHaveURL(/type=SharedDevice/);
});

test('people are invited; who cannot be is told at once', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, 'Lantern Books');
  await open(page, `${path}/users`);
  await expect(page.getByText('Users are the people and shared devices')).toBeVisible();
  await page.getByRole('link', { name: 'Invite users' }).first().click();
  const addresses = page.getByLabel('E-mail addresses');
  await addresses.fill('ines@lantern.example.com; jonas\nINES@lantern.example.com');
  await addresses.blur();
  await expect(addresses).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('“jonas” is not an e-mail address.')).toBeVisible();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(addresses).toBeFocused();

  await addresses.fill('ines@lantern.example.com; jonas@lantern.example.com\nINES@lantern.example.com');
  await expect(page.getByText('2 addresses, 1 left out: there already')).toBeVisible();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByText('2 done, 0 failed')).toBeVisible();
  await expect(row(page, 'jonas@lantern.example.com')).toContainText('Pending');

  await row(page, 'ines@lantern.example.com').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.getByText('1 done, 0 failed')).toBeVisible();
  const { Users } = await emulator.chime.listUsers({ AccountId: id });
  expect(Users?.map((user) => user.PrimaryEmail).sort()).toEqual(['ines@lantern.example.com', 'jonas@lantern.example.com']);
});

test('more than fifty invitations are sent in parts', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Lantern Books');
  await open(page, `${path}/users/invite`);
  const many = Array.from({ length: 120 }, (_, index) => `reader${index}@lantern.example.com`);
  await page.getByLabel('E-mail addresses').fill(many.join('\n'));
  let calls = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('/users?operation=add')) calls += 1;
  });
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(page.getByText('120 done, 0 failed')).toBeVisible();
  expect(calls).toBe(3);
});

test('a shared device is added without an e-mail', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Pilot: meeting rooms');
  await open(page, `${path}/users`);
  await page.getByRole('link', { name: 'Add user' }).click();
  await page.getByRole('radio', { name: 'Shared device' }).check();
  await page.getByRole('button', { name: 'Add user', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Enter an e-mail, a user name, or both.');
  await page.getByRole('textbox', { name: 'User name' }).fill('Cellar');
  await page.getByRole('button', { name: 'Add user', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cellar' })).toBeVisible();
  await expect(notices(page)).toContainText('The user is added');
});

test('licenses of many users are changed in parts of twenty', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, 'Cascadia Outdoor');
  await open(page, `${path}/users`);
  await expect(rows(page)).not.toHaveCount(0);
  await page.getByLabel('Filter the loaded rows').fill('@cascadia.example.com');
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await choose(page, 'Change license');
  const dialog = page.getByRole('dialog', { name: 'Change license' });
  await dialog.getByRole('radio', { name: 'Basic' }).check();
  await dialog.getByRole('button', { name: 'Change license' }).click();
  await expect(page.getByText('56 done, 0 failed')).toBeVisible();
  const { Users } = await emulator.chime.listUsers({ AccountId: id, MaxResults: 100 });
  expect(Users?.filter((user) => user.LicenseType === 'Basic').length).toBeGreaterThanOrEqual(56);
});

test('suspended users come back where the account keeps them', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Cascadia Outdoor');
  await open(page, `${path}/users?filter=amara`);
  await row(page, 'amara.abbott@cascadia.example.com').getByRole('checkbox').check();
  await choose(page, 'Suspend');
  const suspending = page.getByRole('dialog', { name: 'Suspend users' });
  await expect(suspending).toContainText('cannot sign in until they are unsuspended');
  await suspending.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('1 done, 0 failed')).toBeVisible();
  await expect(row(page, 'amara.abbott@cascadia.example.com')).toContainText('Suspended');
  await choose(page, 'Unsuspend');
  await page.getByRole('dialog', { name: 'Unsuspend users' }).getByRole('button', { name: 'Unsuspend' }).click();
  await expect(row(page, 'amara.abbott@cascadia.example.com')).toContainText('Registered');
});

test('more than ten are suspended only after the name is typed', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Cascadia Outdoor');
  await open(page, `${path}/users`);
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await choose(page, 'Suspend');
  const dialog = page.getByRole('dialog', { name: 'Suspend users' });
  const confirm = dialog.getByRole('button', { name: 'Suspend' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('textbox').fill('Cascadia Outdoor');
  await expect(confirm).not.toHaveAttribute('aria-disabled');
});

test('one failure does not stop the rest, and can be tried again', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Pilot: meeting rooms');
  await open(page, `${path}/users`);
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await emulator.faults({ Operation: 'LogoutUser', Exception: 'ForbiddenException' });
  await choose(page, 'Sign out');
  await page.getByRole('dialog', { name: 'Sign out users' }).getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('0 done, 3 failed')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Forbidden' })).toHaveCount(3);
  await emulator.faults();
  await page.getByRole('button', { name: 'Retry failed' }).click();
  await expect(page.getByText('3 done, 0 failed')).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('result.csv');
  const { Events } = await emulator.control('GET', 'events?operation=LogoutUser');
  expect(Events).toHaveLength(3);
});

test('what a type of account does not allow is disabled with the reason', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Juniper Valley Clinic');
  await open(page, `${path}/users`);
  const invite = page.getByRole('link', { name: 'Invite users' });
  await expect(invite).toHaveAccessibleDescription(/Only Team accounts invite users/);
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await page.getByRole('button', { name: 'Actions' }).click();
  const suspend = page.getByRole('menuitem', { name: 'Suspend', exact: false }).last();
  await expect(suspend).toHaveAttribute('aria-disabled', 'true');
  await expect(suspend).toContainText('Users of this account are managed in its directory');
});
