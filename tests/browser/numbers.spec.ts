import type { Page } from '@playwright/test';
import { expect, open, row, test } from './console';
import { SHOWN, act, connectorOf, counted, expectAll, get, grid } from './inventory';

const rows = (page: Page) => grid(page).locator('tbody').getByRole('row');

const pick = (page: Page, number: string) => row(page, number).getByRole('checkbox').check();

test.afterEach(({ emulator }) => emulator.control('POST', 'clock', { Reset: true }));

test('the inventory tells type, status and who has a number, and the service filters it', async ({ page }) => {
  await open(page, '/phone-numbers');
  await expectAll(page);
  await expect(row(page, '+12065550100')).toContainText('Business Calling');
  await expect(row(page, '+12065550100')).toContainText('Assigned');
  await expect(row(page, '+12065550120')).toContainText(/Voice connector Cascadia|Voice connector \w+/);
  await expect(row(page, '+18005550100')).toContainText('Toll-free');

  await page.getByLabel('Status').selectOption('Unassigned');
  await expect(page).toHaveURL(/status=Unassigned/);
  await expect(row(page, '+12065550100')).toHaveCount(0);
  await page.getByLabel('Product type').selectOption('VoiceConnector');
  await expect(rows(page)).toHaveCount(3);
  await page.reload();
  await expect(rows(page)).toHaveCount(3);
  await page.getByLabel('Status').selectOption('ReleaseInProgress');
  await expect(page.getByText('No number is found')).toBeVisible();
  await page.getByRole('button', { name: 'Clear service filters' }).click();
  await expectAll(page);
});

test('every status and every state of a calling name has its word', async ({ page }) => {
  await open(page, '/phone-numbers?filter=%2B1253');
  for (const [number, words] of [
    ['+12535550141', 'Change failed'],
    ['+12535550142', 'Pending'],
    ['+12535550150', 'Release failed'],
    ['+12535550152', 'Order failed'],
  ] as const) {
    await expect(row(page, number)).toContainText(words);
  }
  await page.goto('/phone-numbers?status=DeleteFailed');
  await expect(row(page, '+16045550163')).toContainText('Deletion failed');
  await page.goto('/phone-numbers?status=AcquireInProgress');
  await expect(rows(page)).toHaveCount(3);
  await expect(row(page, '+18445550120')).toContainText('On order');
});

test('the service filters by one owner, whose id is offered by name', async ({ page, emulator }) => {
  const connector = connectorOf(await get(emulator, '+12065550120'));
  await open(page, '/phone-numbers');
  await page.getByLabel('Assigned to').selectOption('VoiceConnectorId');
  await expect(page.locator(`datalist option[value="${connector}"]`)).toHaveCount(1);
  await page.getByLabel('Voice connector id').fill(connector);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`owner-id=${connector}`));
});

test('without numbers the page leads to an order', async ({ page, emulator }) => {
  await emulator.control('POST', 'reset');
  await open(page, '/phone-numbers');
  await expect(page.getByText('No phone numbers')).toBeVisible();
  await page.getByRole('link', { name: 'Order numbers' }).last().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Order numbers' })).toBeVisible();
});

test('a list that cannot be loaded says why, and is asked for again', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'ListPhoneNumbers', Exception: 'ForbiddenException' });
  await open(page, '/phone-numbers');
  await expect(page.getByRole('alert')).toContainText('The phone numbers could not be loaded');
  await emulator.faults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectAll(page);
});

test('numbers are assigned to a voice connector, and unassigned again', async ({ page, emulator }) => {
  const connector = connectorOf(await get(emulator, '+12065550120'));
  await open(page, '/phone-numbers');
  await pick(page, '+12065550122');
  await pick(page, '+12065550119');
  await act(page, 'Assign');
  const dialog = page.getByRole('dialog', { name: 'Assign numbers' });
  await dialog.getByRole('radio', { name: 'Voice connector', exact: true }).check();
  await expect(dialog).toContainText('1 number will be refused');
  const assign = dialog.getByRole('button', { name: 'Assign', exact: true });
  await expect(assign).toHaveAccessibleDescription('Choose a voice connector');
  await dialog.getByLabel('Voice connector', { exact: true }).last().selectOption(connector);
  await assign.click();
  await expect(page.getByText('1 done, 1 failed')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '+12065550119' })).toContainText('BadRequest');
  expect(connectorOf(await get(emulator, '+12065550122'))).toBe(connector);
  await page.getByRole('button', { name: 'Put the results away' }).click();

  await row(page, '+12065550119').getByRole('checkbox').uncheck();
  await act(page, 'Unassign');
  await page.getByRole('dialog', { name: 'Unassign numbers' }).getByRole('button', { name: 'Unassign' }).click();
  await expect(page.getByText('1 done, 0 failed')).toBeVisible();
  await expect(row(page, '+12065550122')).toContainText('Unassigned');
});

test('a number is assigned to a user by e-mail', async ({ page, emulator }) => {
  await open(page, '/phone-numbers');
  await pick(page, '+12065550119');
  await act(page, 'Assign');
  const dialog = page.getByRole('dialog', { name: 'Assign numbers' });
  await dialog.getByLabel('Account', { exact: true }).selectOption({ label: 'Harbor Street Design' });
  await dialog.getByLabel('E-mail of the user').fill('nobody@harborstreet.example.com');
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(dialog).toContainText('The account has no user with this e-mail.');
  await dialog.getByLabel('E-mail of the user').fill('mila@harborstreet.example.com');
  await dialog.getByRole('button', { name: 'Assign', exact: true }).click();
  await expect(page.getByText('1 done, 0 failed')).toBeVisible();
  expect((await get(emulator, '+12065550119')).Status).toBe('Assigned');
  await expect(row(page, '+12065550119')).toContainText('User mila');
});

test('a product type and a calling name are given to many', async ({ page, emulator }) => {
  const updates = counted(page, '/phone-numbers?operation=batch-update');
  await open(page, '/phone-numbers?status=Unassigned&product=VoiceConnector');
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await act(page, 'Change product type');
  const types = page.getByRole('dialog', { name: 'Change product type' });
  await types.getByRole('radio', { name: 'SIP media application dial-in' }).check();
  await types.getByRole('button', { name: 'Change product type' }).click();
  await expect(page.getByText('3 done, 0 failed')).toBeVisible();
  expect((await get(emulator, '+12065550122')).ProductType).toBe('SipMediaApplicationDialIn');

  await page.getByRole('button', { name: 'Clear service filters' }).click();
  await pick(page, '+12065550122');
  await act(page, 'Change calling name');
  const names = page.getByRole('dialog', { name: 'Change calling name' });
  const name = names.getByLabel('Calling name');
  await name.fill('Müller & Co');
  await names.getByRole('button', { name: 'Change calling name' }).click();
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('Cascadia');
  await name.press('Enter');
  await expect(page.getByText('1 done, 0 failed')).toBeVisible();
  await expect(row(page, '+12065550122')).toContainText('Pending');
  expect(updates()).toBe(2);
});

test('what somebody has is not deleted, until it is disassociated', async ({ page, emulator }) => {
  await open(page, '/phone-numbers');
  for (const number of ['+12065550100', '+12065550119', '+12065550120']) await pick(page, number);
  await act(page, 'Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete numbers' });
  await expect(dialog).toContainText('2 numbers still in use');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('1 done, 2 failed')).toBeVisible();
  await expect(page.getByText('2 are still in use')).toBeVisible();
  expect((await get(emulator, '+12065550119')).Status).toBe('DeleteInProgress');

  await page.getByRole('button', { name: 'Disassociate and retry' }).click();
  const asking = page.getByRole('dialog', { name: 'Disassociate and retry' });
  await expect(asking).toContainText('+12065550100');
  await asking.getByRole('button', { name: 'Disassociate and retry' }).click();
  await expect(page.getByText('2 done, 0 failed')).toBeVisible();
  await expect(row(page, '+12065550120')).toHaveCount(0);
  expect((await get(emulator, '+12065550100')).Status).toBe('DeleteInProgress');
});

test('numbers are unassigned and deleted in one go, after the words are typed', async ({ page, emulator }) => {
  await open(page, '/phone-numbers?filter=Type+%3D+Local+ProductType+%3D+"Business+Calling"');
  await expect(rows(page)).toHaveCount(25);
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await act(page, 'Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete numbers' });
  await expect(dialog).toContainText('and 17 more');
  await dialog.getByRole('checkbox', { name: 'Unassign them first' }).check();
  const confirm = dialog.getByRole('button', { name: 'Delete' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('textbox').fill('25 numbers');
  await confirm.click();
  await expect(page.getByText('25 done, 0 failed')).toBeVisible();
  const { PhoneNumbers } = await emulator.chime.listPhoneNumbers({ Status: 'DeleteInProgress' });
  // With the three that the demo has in the queue.
  expect(PhoneNumbers).toHaveLength(28);
});

test('hundreds load page by page, and work on them can be stopped and gone on with', async ({ page, emulator }) => {
  const E164PhoneNumbers = Array.from({ length: 300 }, (_, index) => `+1310555${String(index).padStart(4, '0')}`);
  const add = (E164PhoneNumber: string) =>
    emulator.control('POST', 'hooks/phone-number', { E164PhoneNumber, ProductType: 'VoiceConnector' });
  await Promise.all(E164PhoneNumbers.map(add));
  await open(page, '/phone-numbers?filter=%2B1310555');
  await page.getByRole('button', { name: 'Load all' }).click();
  await expect(page.getByText(`300 of ${300 + SHOWN} match`)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await emulator.faults({ Operation: 'BatchUpdatePhoneNumber', LatencyMs: 3_000 });
  await act(page, 'Change calling name');
  const names = page.getByRole('dialog', { name: 'Change calling name' });
  await expect(names).toContainText('300 numbers chosen');
  await names.getByLabel('Calling name').fill('Cascadia');
  await names.getByRole('button', { name: 'Change calling name' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('150 done, 0 failed, 150 not tried')).toBeVisible();
  await emulator.faults();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('300 done, 0 failed')).toBeVisible();
  await expect(page.getByText('200 results are shown, what failed first.')).toBeVisible();
});

test('the deletion queue tells what is erased next, and gives numbers back', async ({ page, emulator }) => {
  await open(page, '/phone-numbers/deleted');
  const queue = page.getByRole('grid', { name: 'Numbers to be erased' }).locator('tbody').getByRole('row');
  await expect(queue).toHaveCount(3);
  await expect(page.getByText('+16045550160 is erased next, in 1 day')).toBeVisible();
  await emulator.chime.deletePhoneNumber({ PhoneNumberId: '+12065550119' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(queue).toHaveCount(4);
  for (const last of [0, 1, 2]) await pick(page, `+1604555016${last}`);
  await page.getByRole('button', { name: 'Move to inventory' }).click();
  await expect(page.getByText('3 done, 0 failed')).toBeVisible();
  await expect(queue).toHaveCount(1);
  await expect(page.getByText(/\+12065550119 is erased next, in [67] days/)).toBeVisible();
  expect((await get(emulator, '+16045550160')).Status).toBe('Unassigned');
  await emulator.control('POST', 'clock', { Advance: '8d' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('No numbers wait to be erased')).toBeVisible();
});

test('by keyboard alone a number is found, chosen and deleted', async ({ page, emulator }) => {
  await open(page, '/phone-numbers');
  await expectAll(page);
  await page.keyboard.press('/');
  await page.keyboard.type('5550119');
  await expect(rows(page)).toHaveCount(1);
  await rows(page).first().focus();
  await page.keyboard.press('Space');
  await expect(page.getByText(`(1/${SHOWN})`)).toBeVisible();
  await page.getByRole('button', { name: 'Actions' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Assign', exact: true })).toBeFocused();
  await page.keyboard.press('End');
  await expect(page.getByRole('menuitem', { name: 'Delete', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete numbers' });
  await expect(dialog).toContainText('+12065550119');
  await dialog.getByRole('button', { name: 'Delete' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 done, 0 failed')).toBeVisible();
  expect((await get(emulator, '+12065550119')).Status).toBe('DeleteInProgress');
});
