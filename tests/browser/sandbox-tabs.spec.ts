// The sandbox in several tabs, and what becomes of it when a tab or a worker ends.
import type { Page } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, notices, row, test } from './console';
import { create, enter, harbor, putRow, sandbox } from './sandbox';

test('a worker that ends is started again with what it had answered', async ({ page }) => {
  await enter(page);
  await create(page, 'Made here');
  await expect(page.getByRole('heading', { level: 1, name: 'Made here' })).toBeVisible();
  const [worker] = page.workers();
  await worker.evaluate(() => self.close());
  await expect(notices(page)).toContainText('The sandbox stopped and was started again');
  await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(row(page, 'Made here')).toBeVisible();
  await expect(harbor(page)).toBeVisible();
});

test('two tabs share one sandbox, and the second goes on when the first is closed', async ({ page, context }) => {
  await enter(page);
  const second = await context.newPage();
  await second.goto('/accounts');
  await expect(harbor(second)).toBeVisible();
  await create(second, 'Made in the second tab');
  await expect(second.getByRole('heading', { level: 1, name: 'Made in the second tab' })).toBeVisible();
  await expect(row(page, 'Made in the second tab')).toBeVisible();
  await create(page, 'Made in the first tab');
  await expect(page.getByRole('heading', { level: 1, name: 'Made in the first tab' })).toBeVisible();

  await page.close();
  await second.getByRole('link', { name: 'Accounts', exact: true }).first().click();
  await expect(row(second, 'Made in the first tab')).toBeVisible();
  await create(second, 'Made alone');
  await expect(second.getByRole('heading', { level: 1, name: 'Made alone' })).toBeVisible();
  await second.reload();
  await expect(second.getByRole('heading', { level: 1, name: 'Made alone' })).toBeVisible();
});

/** Keeps the worker of a tab from doing anything, as a browser does that freezes the tab, until it is let go. */
async function freeze(page: Page) {
  const held: (() => void)[] = [];
  const server = createServer((_, answer) => held.push(() => answer.end()));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const [worker] = page.workers();
  const frozen = worker.evaluate((url) => {
    const request = new XMLHttpRequest();
    request.open('GET', url, false);
    try {
      request.send();
    } catch {
      // It may not be read, which does not matter.
    }
  }, `http://127.0.0.1:${port}/`).catch(() => {});
  await expect.poll(() => held.length).toBe(1);
  return async () => {
    for (const go of held) go();
    await frozen;
    server.close();
  };
}

test.describe('a tab that the browser has frozen', () => {
  test.use({ mayLog: /Failed to load|blocked by CORS policy/ });

  test('is not waited for: another takes over, and what it did too late is refused', async ({ page, context }) => {
    test.setTimeout(60_000);
    await enter(page);
    const second = await context.newPage();
    await second.goto('/accounts');
    await expect(harbor(second)).toBeVisible();
    await page.getByRole('link', { name: 'Create account' }).first().click();
    await page.getByRole('textbox', { name: 'Account name' }).fill('Too late');

    const thaw = await freeze(page);
    await page.getByRole('button', { name: 'Create account' }).click();
    await create(second, 'Made meanwhile');
    await expect(notices(second)).toContainText('Another tab has the sandbox and does not answer');
    // The request that waited was lost; it may or may not have been done, which the page says.
    const alert = second.getByRole('alert').filter({ hasText: 'The account was not created' });
    await expect(alert).toContainText('The sandbox stopped before it answered', { timeout: 20_000 });
    await second.getByRole('button', { name: 'Create account' }).click();
    await expect(second.getByRole('heading', { level: 1, name: 'Made meanwhile' })).toBeVisible();

    await thaw();
    await expect(notices(page)).toContainText('The sandbox stopped and was started again');
    await page.goto('/accounts');
    await expect(row(page, 'Made meanwhile')).toHaveCount(1);
    await expect(row(page, 'Too late')).toHaveCount(0);
    await second.reload();
    await second.goto('/accounts');
    await expect(row(second, 'Made meanwhile')).toHaveCount(1);
    await expect(row(second, 'Too late')).toHaveCount(0);
  });
});

test('a change of a tab whose turn is over is not taken', async ({ page }) => {
  await enter(page);
  // Another tab has taken over, and this one has not heard of it yet.
  await putRow(page, '~turn', 'another');
  await create(page, 'Too late');
  const alert = page.getByRole('alert').filter({ hasText: 'The account was not created' });
  await expect(alert).toContainText(/nothing was changed|stopped before it answered/);
  await expect(notices(page)).toContainText('The sandbox stopped and was started again');
  await page.goto('/accounts');
  await expect(harbor(page)).toBeVisible();
  await expect(row(page, 'Too late')).toHaveCount(0);
});

test('data that was removed by hand is said to be gone, in each tab', async ({ page, context }) => {
  await enter(page);
  const second = await context.newPage();
  await second.goto('/accounts');
  await expect(harbor(second)).toBeVisible();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'indexeddb' });
  for (const tab of [page, second]) {
    await expect(notices(tab)).toContainText('The data of the sandbox was removed from this browser');
    await expect(notices(tab)).not.toContainText('Everything it had answered is kept');
    await expect(tab.getByText('No accounts')).toBeVisible();
  }
});

test('a tab that is closed in mid-write loses nothing that was answered', async ({ page, context }) => {
  await enter(page);
  const second = await context.newPage();
  await second.goto('/connect');
  const { chime, ask } = await sandbox(second);
  // The first tab has the rows.
  expect((await ask('GET', '/_sandbox')).body).toEqual({ Empty: false });
  const answered: string[] = [];
  const calls = Array.from({ length: 60 }, async (_, index) => {
    const Name = `Branch ${index}`;
    await chime.createAccount({ Name }).then(() => answered.push(Name), () => {});
    if (answered.length === 10) await page.close();
  });
  // Those under way when the tab was closed get no answer: the helper drops them.
  await expect.poll(() => page.isClosed()).toBe(true);
  await Promise.race([Promise.all(calls), ask('GET', '/_emulator/health')]);
  const listed = await chime.listAccounts({ MaxResults: 200 });
  const names = (listed.Accounts ?? []).map((account) => account.Name);
  expect(answered.length).toBeGreaterThanOrEqual(10);
  for (const name of answered) expect(names).toContain(name);
  expect(names).toContain('Harbor Street Design');
  // What is listed is there in full.
  for (const { AccountId } of listed.Accounts ?? []) await chime.getAccount({ AccountId });
});
