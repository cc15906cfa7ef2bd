import type { Page } from '@playwright/test';
import { account, expect, notices, open, test, user } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test.describe('a user', () => {
  let id: string, accountId: string;

  test.beforeEach(async ({ page, emulator }) => {
    const team = await account(emulator, 'Harbor Street Design');
    const mila = await user(emulator, team.id, 'mila@harborstreet.example.com');
    [id, accountId] = [mila.id, team.id];
    await open(page, mila.path);
  });

  const get = async (emulator: any) => (await emulator.chime.getUser({ AccountId: accountId, UserId: id })).User;

  test('shows who it is, below its account', async ({ page }) => {
    await expect(panel(page, 'Profile')).toContainText('mila@harborstreet.example.com');
    await expect(panel(page, 'Profile')).toContainText('Registered');
    await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText('Harbor Street Design');
  });

  test('gets another license of those the account supports', async ({ page, emulator }) => {
    await panel(page, 'License').getByLabel('License', { exact: true }).selectOption('Basic');
    await panel(page, 'License').getByRole('button', { name: 'Save license' }).click();
    await expect(notices(page)).toContainText('The license is changed');
    expect((await get(emulator)).LicenseType).toBe('Basic');
  });

  test('keeps the PIN behind dots until it is asked for, and gets a new one', async ({ page, emulator }) => {
    const { PersonalPIN } = await get(emulator);
    await expect(panel(page, 'Personal PIN')).not.toContainText(PersonalPIN);
    await panel(page, 'Personal PIN').getByRole('button', { name: /Reveal|Show/ }).click();
    await expect(panel(page, 'Personal PIN')).toContainText(PersonalPIN);
    await page.getByRole('button', { name: 'Reset PIN' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reset PIN' });
    await expect(dialog).toContainText('The old PIN stops working at once');
    await dialog.getByRole('button', { name: 'Reset PIN' }).click();
    await expect(notices(page)).toContainText('The user has a new PIN');
    expect((await get(emulator)).PersonalPIN).not.toBe(PersonalPIN);
  });

  test('gets calling rights that are saved together', async ({ page, emulator }) => {
    const rights = panel(page, 'Telephony');
    await rights.getByRole('switch', { name: 'Inbound calls' }).check();
    await rights.getByRole('switch', { name: 'Text messages' }).check();
    await rights.getByRole('button', { name: 'Save calling rights' }).click();
    await expect(notices(page)).toContainText('The calling rights are saved');
    const { UserSettings } = await emulator.chime.getUserSettings({ AccountId: accountId, UserId: id });
    expect(UserSettings?.Telephony).toMatchObject({ InboundCalling: true, SMS: true });
  });

  test('gets a phone number that is free, and gives it back', async ({ page, emulator }) => {
    await page.getByRole('button', { name: 'Give a number' }).click();
    const giving = page.getByRole('dialog', { name: 'Give a phone number' });
    await giving.getByLabel('Phone number').selectOption('+12065550115');
    await giving.getByRole('button', { name: 'Give number' }).click();
    await expect(panel(page, 'Phone number')).toContainText('0115');
    expect((await get(emulator)).PrimaryProvisionedNumber).toBe('+12065550115');

    await page.getByRole('button', { name: 'Take away' }).click();
    const taking = page.getByRole('dialog', { name: 'Take the phone number away' });
    await taking.getByRole('button', { name: 'Take away' }).click();
    await expect(panel(page, 'Phone number')).toContainText('The user has no phone number.');
    expect((await get(emulator)).PrimaryProvisionedNumber ?? null).toBeNull();
  });

  test('is signed out everywhere', async ({ page, emulator }) => {
    await panel(page, 'Sessions').getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('dialog', { name: 'Sign out user' }).getByRole('button', { name: 'Sign out' }).click();
    await expect(notices(page)).toContainText('The user is signed out of every device');
    const { Events } = await emulator.control('GET', 'events?operation=LogoutUser');
    expect(Events).toHaveLength(1);
  });

  test('who has left is told apart from a failure', async ({ page, emulator }) => {
    await emulator.chime.batchSuspendUser({ AccountId: accountId, UserIdList: [id] });
    await page.reload();
    await expect(page.getByText('There is no user with this id')).toBeVisible();
  });
});
