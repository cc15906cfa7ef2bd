import type { Page } from '@playwright/test';
import { ADDRESS, account, expect, open, test } from './console';

const name = (page: Page) => page.getByRole('textbox', { name: 'Account name' });
const leaving = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });

test('a field is checked when it is left, then on each key', async ({ page }) => {
  await open(page, '/accounts/create');
  await name(page).fill('x');
  await name(page).fill('');
  await expect(name(page)).not.toHaveAttribute('aria-invalid', 'true');
  await name(page).blur();
  await expect(name(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(name(page)).toHaveAccessibleDescription(/What administrators know it by/);
  await name(page).fill('A');
  await expect(name(page)).not.toHaveAttribute('aria-invalid', 'true');
});

test('submitting what is wrong lists it and goes to the first mistake', async ({ page }) => {
  await open(page, '/accounts/create');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('alert')).toContainText('One field needs your attention');
  await expect(name(page)).toBeFocused();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).focus();
  await page.getByRole('alert').getByRole('button', { name: 'Account name' }).click();
  await expect(name(page)).toBeFocused();
});

test('the request is shown in five languages while one types', async ({ page }) => {
  await open(page, '/accounts/create');
  await page.getByText('The request this sends').click();
  const code = page.locator('pre code');
  await expect(code).toContainText('aws chime create-account');
  await name(page).fill("O'Brien & Co");
  await expect(code).toContainText(`--endpoint-url ${ADDRESS}`);
  await expect(code).toContainText(`O'\\''Brien & Co`);
  await page.getByRole('radio', { name: 'curl' }).check();
  await expect(code).toContainText('--aws-sigv4');
  await expect(code).toContainText(`${ADDRESS}/accounts`);
  await page.getByRole('radio', { name: 'Python' }).check();
  await expect(code).toContainText('create_account(');
  await name(page).fill('Acme');
  await expect(code).toContainText('Name="Acme"');
  await page.getByRole('radio', { name: 'JavaScript' }).check();
  await expect(code).toContainText('new CreateAccountCommand({');
  await page.getByRole('radio', { name: 'HTTP' }).check();
  await expect(code).toContainText('"Name": "Acme"');
});

test('a double submit creates one account', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'CreateAccount', LatencyMs: 500 });
  await open(page, '/accounts/create');
  await name(page).fill('Only once');
  await page.getByRole('button', { name: 'Create account' }).dblclick();
  await name(page).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Only once' })).toBeVisible();
  expect((await emulator.chime.listAccounts({ Name: 'Only once' })).Accounts).toHaveLength(1);
});

test('a refusal of the service keeps what was typed', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'CreateAccount', Exception: 'ResourceLimitExceededException' });
  await open(page, '/accounts/create');
  await name(page).fill('One too many');
  await page.getByRole('button', { name: 'Create account' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'The account was not created' });
  await expect(alert).toContainText('ResourceLimitExceeded');
  await expect(alert).toContainText('A quota is used up');
  await emulator.faults();
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'One too many' })).toBeVisible();
});

test.describe('unsaved changes', () => {
  test('are asked about on links, on back and by the palette', async ({ page }) => {
    await open(page, '/accounts');
    await page.getByRole('link', { name: 'Create account' }).click();
    await name(page).fill('Half done');
    await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
    await leaving(page).getByRole('button', { name: 'Stay' }).click();
    await expect(name(page)).toHaveValue('Half done');

    await page.goBack();
    await expect(leaving(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(leaving(page)).toBeHidden();
    await expect(page).toHaveURL('/accounts/create');
    await expect(name(page)).toHaveValue('Half done');

    await page.getByRole('button', { name: 'Cancel' }).click();
    await leaving(page).getByRole('button', { name: 'Leave without saving' }).click();
    await expect(page).toHaveURL('/accounts');
  });

  test('are asked about when the tab is closed', async ({ page }) => {
    await open(page, '/accounts/create');
    await name(page).fill('Half done');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
  });

  test('nothing changed never asks', async ({ page, emulator }) => {
    const { path } = await account(emulator, 'Harbor Street Design');
    await open(page, `${path}/policies`);
    const allow = page.getByRole('switch', { name: 'Allow dial-out' });
    await allow.click();
    await allow.click();
    await page.getByRole('main').getByRole('link', { name: 'Overview' }).click();
    await expect(page).toHaveURL(path);
    await expect(leaving(page)).toBeHidden();
    page.on('dialog', () => expect(false, 'closing asked').toBe(true));
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Harbor Street Design' })).toBeVisible();
  });

  test('are asked about when a dialog is closed with Escape', async ({ page, emulator }) => {
    const { path } = await account(emulator, 'Harbor Street Design');
    await open(page, path);
    await page.getByRole('button', { name: 'Edit' }).click();
    await name(page).fill('Half done');
    await page.keyboard.press('Escape');
    await leaving(page).getByRole('button', { name: 'Stay' }).click();
    await expect(name(page)).toHaveValue('Half done');
    await page.keyboard.press('Escape');
    await leaving(page).getByRole('button', { name: 'Leave without saving' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('heading', { level: 1, name: 'Harbor Street Design' })).toBeVisible();
  });
});
