import type { Page } from '@playwright/test';
import { ADDRESS, expect, test } from './console';

const connect = (page: Page) => page.getByRole('button', { name: 'Connect', exact: true }).click();

async function type(page: Page, id: string, secret: string) {
  await page.getByLabel('Access key id').fill(id);
  await page.getByLabel('Secret access key').fill(secret);
}

test('an emulator on this machine is found by itself and connected to with one click', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByText(`It answers at ${ADDRESS}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Connect to the emulator' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeFocused();
  await expect(page.getByRole('banner')).toContainText('Emulator');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible();
});

test('keys that are typed are checked, and then used', async ({ page }) => {
  await page.goto('/connect');
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(ADDRESS);
  await connect(page);
  await expect(page.getByText('Enter the access key id.')).toBeVisible();
  await type(page, 'emulator', 'emulator-secret');
  await connect(page);
  await expect(page.getByRole('row', { name: /Harbor Street Design/ })).toBeVisible();
});

const PASTED = {
  'export lines': 'export AWS_ACCESS_KEY_ID=emulator\nexport AWS_SECRET_ACCESS_KEY="emulator-secret"\n',
  'an INI section': '[work]\naws_access_key_id = emulator\naws_secret_access_key = emulator-secret\nregion = eu-west-1\n',
  JSON: '{"Version": 1, "AccessKeyId": "emulator", "SecretAccessKey": "emulator-secret"}',
};
for (const [form, text] of Object.entries(PASTED)) {
  test(`keys are read from ${form} pasted into any field`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/connect');
    await page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await page.getByLabel('Secret access key').press('Control+V');
    await expect(page.getByText('Keys read.')).toBeVisible();
    await expect(page.getByLabel('Access key id')).toHaveValue('emulator');
    if (text.includes('region')) await expect(page.getByLabel('Region')).toHaveValue('eu-west-1');
    await connect(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible();
  });
}

test('the service says what is wrong with a key', async ({ page }) => {
  await page.goto('/connect');
  await type(page, 'emulator', 'wrong');
  await connect(page);
  const alert = page.getByRole('alert').filter({ hasText: 'The connection does not work' });
  await expect(alert).toContainText('InvalidClientTokenId The signature does not match the request.');
  await expect(alert).toContainText('Check the access key id and the secret');
  await type(page, 'nobody', 'emulator-secret');
  await connect(page);
  await expect(alert).not.toContainText('signature');
  await expect(alert).toContainText('InvalidClientTokenId');
  await expect(alert).toContainText('Request id');
});

test('an endpoint is checked before keys are sent to it', async ({ page }) => {
  await page.goto('/connect');
  await page.getByRole('radio', { name: 'Another endpoint' }).check();
  await page.getByRole('textbox', { name: 'Address' }).fill('ftp://chime.example.com');
  await type(page, 'emulator', 'emulator-secret');
  await connect(page);
  await expect(page.getByText('The address must begin with https:// or http://.')).toBeVisible();
  await expect(page.getByText('Give the profile a name.')).toBeVisible();
});

test('a base path is part of the endpoint', async ({ page }) => {
  await page.goto('/connect');
  await page.getByRole('radio', { name: 'Another endpoint' }).check();
  await page.getByRole('textbox', { name: 'Address' }).fill(`${ADDRESS}/console/`);
  await page.getByLabel('Profile name').fill('Proxy');
  await type(page, 'emulator', 'emulator-secret');
  const called = page.waitForRequest((request) => request.method() === 'GET' && request.url().includes('/console/'));
  await connect(page);
  expect((await called).url()).toContain(`${ADDRESS}/console/accounts`);
  await expect(page.getByRole('banner')).toContainText('Custom');
});

test('secrets stand in no URL, no document and no storage that lasts', async ({ page, emulator }) => {
  const secret = 'only-in-memory-4711';
  await emulator.control('POST', 'access-keys', { AccessKeyId: 'AKIDSECRET', SecretAccessKey: secret });
  await page.goto('/connect');
  await type(page, 'AKIDSECRET', secret);
  await connect(page);
  await page.getByRole('link', { name: 'Create account' }).first().click();
  await page.getByText('The request this sends').click();
  await page.getByRole('radio', { name: 'curl' }).check();
  await expect(page.getByText('--aws-sigv4')).toBeVisible();
  const places = await page.evaluate(() => [
    location.href,
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input')].map((input) => input.value),
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
  ]);
  for (const place of places) expect(place).not.toContain(secret);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Connect' })).toBeVisible();
});

test('keys are kept for the tab when that is chosen, and forgotten on demand', async ({ page }) => {
  await page.goto('/connect');
  await type(page, 'emulator', 'emulator-secret');
  await page.getByLabel('Keep the keys until this tab is closed').check();
  await connect(page);
  const row = page.getByRole('row', { name: /Harbor Street Design/ });
  await expect(row).toBeVisible();
  await page.reload();
  await expect(row).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('emulator-secret');

  await page.getByRole('banner').getByRole('button', { name: 'Emulator' }).click();
  await page.getByRole('menuitem', { name: 'Forget the keys' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connect' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('emulator-secret');
});
