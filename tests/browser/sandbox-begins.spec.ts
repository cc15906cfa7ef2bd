// The sandbox's first steps, before all of it is there. A development build is one piece, and has nothing to wait for.
import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dist } from '../emulator.mjs';
import { expect, row, test } from './console';

// The service worker fetches everything in its own time.
test.use({ serviceWorkers: 'block' });

const REST = /\/chime-sandbox-rest-\w+\.wasm$/;
const inParts = readdirSync(dist).some((file) => REST.test(`/${file}`));

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('accounts are shown before the rest of the sandbox is there, and a page that needs it waits', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(REST, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/#sandbox=demo');
  await expect(row(page, 'Cascadia Outdoor')).toBeVisible({ timeout: 25_000 });
  // What has begun goes on after a reload.
  await page.goto('/connect');
  await page.getByRole('button', { name: 'Try it in this browser' }).click();
  await expect(row(page, 'Cascadia Outdoor')).toBeVisible();
  if (inParts) await page.waitForRequest(REST);
  await row(page, 'Cascadia Outdoor').getByRole('link').first().click();
  release();
  await expect(title(page, 'Cascadia Outdoor')).toBeVisible();
  await page.getByRole('link', { name: 'Inventory', exact: true }).click();
  await expect(row(page, '+12065550100')).toBeVisible();

  await page.reload();
  await expect(row(page, '+12065550100')).toBeVisible({ timeout: 25_000 });
});

test.describe('a rest that does not come', () => {
  test.use({ mayLog: /Failed to (load|fetch)/ });

  test('is said where it is missed, and what waits for it is shown when it comes', async ({ page }) => {
    await page.route(REST, (route) => route.abort());
    await page.goto('/#sandbox=demo');
    await expect(row(page, 'Harbor Street Design')).toBeVisible({ timeout: 25_000 });
    await page.getByRole('link', { name: 'Voice connectors', exact: true }).click();
    if (inParts) {
      await expect(page.getByRole('main')).toContainText('A part of the sandbox could not be loaded.', { timeout: 25_000 });
      await page.unroute(REST);
    }
    await expect(row(page, 'Warehouse PBX')).toBeVisible({ timeout: 25_000 });
  });
});
