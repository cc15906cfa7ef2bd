// One phone number: its product, its calling name, who has it.
import type { Page } from '@playwright/test';
import { expect, notices, open, test } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** A number as the service has it. */
const get = async (emulator: any, number: string) =>
  (await emulator.chime.getPhoneNumber({ PhoneNumberId: number })).PhoneNumber;

test.afterEach(({ emulator }) => emulator.control('POST', 'clock', { Reset: true }));

test('one number: its name is pending, its type is locked while assigned', async ({ page, emulator }) => {
  await open(page, `/phone-numbers/${encodeURIComponent('+12065550120')}`);
  await expect(page.getByRole('heading', { level: 1, name: '+12065550120' })).toBeVisible();
  await expect(panel(page, 'Number')).toContainText('United States (US)');
  await expect(panel(page, 'Assignment')).toContainText('Voice connector');
  await expect(panel(page, 'Product type')).toContainText('An assigned number keeps its product type.');
  await expect(panel(page, 'Capabilities').getByRole('row', { name: /SMS/ })).toContainText('Yes');
  const name = panel(page, 'Calling name').getByRole('textbox');
  await name.fill('x');
  await panel(page, 'Calling name').getByRole('button', { name: 'Save calling name' }).click();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('Cascadia');
  await panel(page, 'Calling name').getByRole('button', { name: 'Save calling name' }).click();
  await expect(panel(page, 'Calling name')).toContainText('Carriers take up to 72 hours');
  await emulator.control('POST', 'clock', { Advance: '73h' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(name).toHaveValue('Cascadia');

  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete number' });
  await expect(dialog).toContainText('has it: unassign it first');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await panel(page, 'Assignment').getByRole('button', { name: 'Unassign' }).click();
  await page.getByRole('dialog', { name: 'Unassign number' }).getByRole('button', { name: 'Unassign' }).click();
  await expect(notices(page)).toContainText('The number is unassigned');
  await page.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The number is in the deletion queue').first()).toBeVisible();
  await page.getByRole('button', { name: 'Move to inventory' }).click();
  await expect(notices(page)).toContainText('The number is back in the inventory');
  expect((await get(emulator, '+12065550120')).Status).toBe('Unassigned');
});

test('a number that is not owned is told apart from a failure', async ({ page }) => {
  await open(page, `/phone-numbers/${encodeURIComponent('+12065550199')}`);
  await expect(page.getByText('There is no phone number with this id')).toBeVisible();
});
