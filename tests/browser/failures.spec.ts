// What a person reads when the way to the service, or the service, fails. The faults are the emulator's own.
import type { Page } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ADDRESS, account, expect, notices, open, row, test } from './console';

const FAILED = 'The accounts could not be loaded';

test('a throttled call is repeated, says so, and ends by itself', async ({ page, emulator }) => {
  // The pauses have full jitter: without luck they are as long as they can be.
  await page.addInitScript(() => (Math.random = () => 0.99));
  await open(page, '/accounts/create');
  await emulator.faults({ Operation: 'ListAccounts', Exception: 'ThrottledClientException' });
  await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
  await expect(notices(page)).toContainText(/Trying again, [34] of 4/);
  await expect(notices(page)).toContainText('ListAccounts');
  await emulator.faults();
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  await expect(notices(page)).not.toContainText('Trying again');
});

test('a failure of the service is told whole, and can be tried again', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'ListAccounts', Exception: 'BadRequestException' });
  await open(page, '/accounts');
  const alert = page.getByRole('alert').filter({ hasText: FAILED });
  await expect(alert).toContainText('BadRequest This fault was asked for');
  await expect(alert).toContainText('Operation ListAccounts');
  await expect(alert).toContainText(/Request id [0-9a-f-]{36}/);
  await emulator.faults();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  await expect(alert).toBeHidden();
});

test('500 is repeated for reads, and for a write only where that is safe', async ({ page, emulator }) => {
  await open(page, '/accounts/create');
  await emulator.faults({ Operation: 'CreateAccount', Exception: 'ServiceFailureException' });
  let tries = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url() === `${ADDRESS}/accounts`) tries += 1;
  });
  await page.getByRole('textbox', { name: 'Account name' }).fill('Once');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'The account was not created' })).toContainText('ServiceFailure');
  expect(tries).toBe(1);
});

test('an answer that is no answer of the API is shown for what it is', async ({ page }) => {
  await page.route(`${ADDRESS}/accounts?*`, (route) =>
    route.fulfill({
      status: 403,
      contentType: 'text/html',
      headers: { 'access-control-allow-origin': '*' },
      body: '<html>Blocked by a proxy</html>',
    }),
  );
  await open(page, '/accounts');
  await expect(page.getByRole('alert').filter({ hasText: FAILED })).toContainText('403');
});

test('while the service is slow the page keeps its shape, and what it showed', async ({ page, emulator }) => {
  await open(page, '/accounts');
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  await emulator.faults({ Operation: 'ListAccounts', LatencyMs: 1000 });
  const refresh = page.getByRole('button', { name: 'Refresh' });
  await refresh.click();
  await expect(refresh).toHaveAttribute('aria-busy', 'true');
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  await expect(refresh).not.toHaveAttribute('aria-busy');
});

test('a page that is left cancels what it asked', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'ListAccounts', LatencyMs: 20_000 });
  await open(page, '/accounts');
  const cancelled = page.waitForEvent('requestfailed', (request) => request.url().startsWith(`${ADDRESS}/accounts?`));
  await page.getByRole('link', { name: 'Create account' }).first().click();
  expect((await cancelled).failure()?.errorText).toBe('net::ERR_ABORTED');
});

test('a service that stays silent is given up after thirty seconds, and a change is not repeated', async ({ page }) => {
  await page.clock.install();
  await open(page, '/accounts/create');
  let tries = 0;
  await page.route(`${ADDRESS}/accounts`, () => {
    tries += 1;
  });
  await page.getByRole('textbox', { name: 'Account name' }).fill('Nobody answers');
  await page.getByRole('button', { name: 'Create account' }).click();
  const alert = page.getByRole('alert').filter({ hasText: 'The account was not created' });
  await expect.poll(() => tries).toBe(1);
  await page.clock.runFor(25_000);
  await expect(alert).toBeHidden();
  await page.clock.runFor(6_000);
  await expect(alert).toContainText('The endpoint did not answer within 30 seconds.');
  await expect(alert).toContainText('A change may have been made: refresh before you repeat it.');
  await expect(page.getByRole('textbox', { name: 'Account name' })).toHaveValue('Nobody answers');
  expect(tries).toBe(1);
});

async function connectTo(page: Page, address: string) {
  await page.getByRole('radio', { name: 'Another endpoint' }).check();
  await page.getByRole('textbox', { name: 'Address' }).fill(address);
  await page.getByRole('textbox', { name: 'Profile name' }).fill('Elsewhere');
  await page.getByLabel('Access key id').fill('AKIDEXAMPLE');
  await page.getByLabel('Secret access key').fill('secret');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

test.describe('the way to the service', () => {
  // Without a network, the part of the program that calls cannot be loaded either.
  test.use({ mayLog: /^Failed to load resource|CORS policy|Failed to fetch/ });

  test('a server that is gone', async ({ page }) => {
    await open(page, '/accounts');
    await page.route(`${ADDRESS}/**`, (route) => route.abort('connectionrefused'));
    await page.getByRole('button', { name: 'Refresh' }).click();
    const alert = page.getByRole('alert').filter({ hasText: FAILED });
    await expect(alert).toContainText('The endpoint does not answer.', { timeout: 15_000 });
    await expect(alert).toContainText('Start the emulator');
    await expect(row(page, 'Harbor Street Design')).toBeVisible();
  });

  test('a server that does not allow this page', async ({ page }) => {
    const server = createServer((_, response) => response.end('{}')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await page.goto('/connect');
    await connectTo(page, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const alert = page.getByRole('alert').filter({ hasText: 'The connection does not work' });
    await expect(alert).toContainText('does not allow this page to call it');
    await expect(alert).toContainText('Access-Control-Allow-Origin');
    server.close();
  });

  test('a computer that is offline', async ({ page, context }) => {
    await page.goto('/connect');
    await context.setOffline(true);
    await connectTo(page, 'https://chime.example.com');
    await expect(page.getByRole('alert')).toContainText(['This computer is offline.']);
  });
});

test.describe('a far endpoint', () => {
  test.use({ mayLog: /^Failed to load resource/ });

  test('being offline is said on whatever page is open, until the network is back', async ({ page, context }) => {
    const far = 'https://chime.example.com';
    const Accounts = [{ AwsAccountId: '111122223333', AccountId: 'a1', Name: 'Far away' }];
    const headers = { 'access-control-allow-origin': '*' };
    await page.route(`${far}/**`, (route) => route.fulfill({ json: { Accounts }, headers }));
    await page.goto('/connect');
    await connectTo(page, far);
    await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
    await expect(row(page, 'Far away')).toBeVisible();
    await page.route(`${far}/**`, (route) => route.abort('internetdisconnected'));
    await context.setOffline(true);
    await expect(notices(page)).toContainText('This computer is offline');
    await expect(notices(page)).toContainText('What is on the page stays');
    await page.getByRole('button', { name: 'Refresh' }).click();
    const alert = page.getByRole('alert').filter({ hasText: FAILED });
    await expect(alert).toContainText('Check the network, then try again.');
    await expect(row(page, 'Far away')).toBeVisible();
    await page.unroute(`${far}/**`);
    await page.route(`${far}/**`, (route) => route.fulfill({ json: { Accounts }, headers }));
    await context.setOffline(false);
    await expect(notices(page)).not.toContainText('This computer is offline');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toBeHidden();
  });
});

test.describe('a fault of the console itself', () => {
  // The browser's console has the panic as well, and the trap that it ends in.
  test.use({ mayLog: /^Failed to load resource|panicked at|unreachable|RuntimeError|closure invoked/ });

  test('is said on the page, with its place', async ({ page }) => {
    await open(page, '/accounts');
    await expect(row(page, 'Harbor Street Design')).toBeVisible();
    // What never fails in a browser, and what the program therefore relies on.
    await page.evaluate(() => {
      const create = Document.prototype.createElement;
      Document.prototype.createElement = function (this: Document, ...args: [string]) {
        if (args[0] === 'form') throw new Error('no more forms');
        return create.apply(this, args);
      } as typeof create;
    });
    await page.getByRole('link', { name: 'Create account' }).first().click();
    const alert = page.getByRole('alert').filter({ hasText: 'Chime Console has stopped' });
    await expect(alert).toContainText(/because of a fault of its own \(.+\.rs:\d+\)\. Reload the page\./);
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Account name' })).toBeVisible();
  });
});

test('expired keys are asked for in place, and the change is then made', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, 'Harbor Street Design');
  await emulator.control('POST', 'access-keys', { AccessKeyId: 'SHORTLIVED', SecretAccessKey: 'first' });
  await page.goto('/connect');
  await page.getByLabel('Access key id').fill('SHORTLIVED');
  await page.getByLabel('Secret access key').fill('first');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('link', { name: 'Harbor Street Design' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Account name' }).fill('Harbor Street Studio');
  await emulator.control('DELETE', 'access-keys/SHORTLIVED');
  await page.getByRole('button', { name: 'Save' }).click();

  const keys = page.getByRole('dialog', { name: 'New keys for Emulator' });
  await keys.getByLabel('Access key id').fill('emulator');
  await keys.getByLabel('Secret access key').fill('emulator-secret');
  await keys.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Harbor Street Studio' })).toBeVisible();
  await expect(page).toHaveURL(path);
  expect((await emulator.chime.getAccount({ AccountId: id })).Account?.Name).toBe('Harbor Street Studio');
});

test('a clock that is wrong is corrected from the answer', async ({ page }) => {
  await page.clock.setSystemTime(Date.now() - 3 * 3_600_000);
  await open(page, '/accounts');
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
});
