// The service worker: the console without its host, and while its host is updated.
import type { Page } from '@playwright/test';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ADDRESS, expect, row, test as base } from './console';
import { type Host, files, python, ship, temporary, upgrade } from './host';

type Site = { directory: string; host: Host; url: string };

const test = base.extend<{ site: Site }>({
  site: async ({}, use) => {
    const directory = temporary();
    await ship(directory);
    const host = await python(directory);
    await use({ directory, host, url: `${host.origin}/` });
    await host.stop();
    rmSync(directory, { recursive: true });
  },
});

test.use({ serviceWorkers: 'allow' });
// The worker begins when all has been quiet for some seconds.
test.describe.configure({ timeout: 90_000 });

/** Waits until the worker has kept everything and answers for the page. */
async function kept(page: Page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller) {
      await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve));
    }
  });
}

/** The addresses in each cache. */
const caches = (page: Page) =>
  page.evaluate(async () => {
    const found: Record<string, string[]> = {};
    for (const name of await window.caches.keys()) {
      found[name] = (await (await window.caches.open(name)).keys()).map(({ url }) => url);
    }
    return found;
  });

const connect = (page: Page) => page.getByRole('button', { name: 'Connect to the emulator' }).click();

/** Which program the page has loaded. */
const program = (page: Page) => page.locator('link[rel=preload][type="application/wasm"]').getAttribute('href');

test('without its host the console opens again, with the data of the sandbox', async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Try it in this browser' }).click();
  await expect(row(page, 'Harbor Street Design')).toBeVisible({ timeout: 25_000 });
  await kept(page);
  await site.host.stop();
  await page.reload();
  await expect(row(page, 'Harbor Street Design')).toBeVisible({ timeout: 25_000 });
  // A part that has not been opened before.
  await page.getByRole('link', { name: 'Inventory', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Phone numbers' })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
});

test('where pages are paths, every path opens without the host', async ({ page, site }) => {
  const index = join(site.directory, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace('<head>', '<head><base href="/">'));
  const host = await files(site.directory, '/', { name: 'index.html', status: 200 });
  await page.goto(`${host.origin}/connect`);
  await page.getByRole('button', { name: 'Try it in this browser' }).click();
  await expect(row(page, 'Harbor Street Design')).toBeVisible({ timeout: 25_000 });
  await expect(page).toHaveURL(`${host.origin}/accounts`);
  await kept(page);
  await host.stop();
  await page.reload();
  await expect(row(page, 'Harbor Street Design')).toBeVisible({ timeout: 25_000 });
});

test('what the API answers is in no cache', async ({ page, site }) => {
  await page.goto(site.url);
  await kept(page);
  await page.reload();
  await connect(page);
  await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  // Neither where the API has the origin of the page.
  for (const path of ['accounts', '_emulator/health', 'accounts/chime-console-0123456789abcdef.js']) {
    await page.evaluate((path) => fetch(path), path);
  }
  const addresses = Object.values(await caches(page)).flat();
  const files = readdirSync(site.directory).filter((name) => !/\.(br|gz)$/.test(name));
  expect(addresses.map((address) => address.replace(site.url, '')).filter((name) => !files.includes(name))).toEqual([]);
  expect(addresses.filter((address) => address.startsWith(ADDRESS))).toEqual([]);
  expect(addresses).toContain(`${site.url}index.html`);
});

test('a page stays with its version while the host has another, and the next page has the new one alone', async ({ page, context, site }) => {
  await page.goto(site.url);
  await connect(page);
  await kept(page);
  const old = await program(page);
  const oldFiles = readdirSync(site.directory).filter((name) => /\.wasm$/.test(name));
  const newFiles = await upgrade(site.directory);

  // The host has the files of this version no more; a page that was not opened before comes nevertheless.
  for (const file of oldFiles) expect((await context.request.get(site.url + file)).status()).toBe(404);
  await page.getByRole('link', { name: 'Inventory', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Phone numbers' })).toBeVisible();
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  expect(await program(page)).toBe(old);

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Phone numbers' })).toBeVisible();
  expect(await program(page)).not.toBe(old);
  const loaded = () =>
    page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.slice(1)));
  const hashed = (await loaded()).filter((name) => /\.(js|wasm|css)$/.test(name) && name !== 'service-worker.js');
  expect(hashed.length).toBeGreaterThan(3);
  expect(hashed.filter((name) => !newFiles.includes(name))).toEqual([]);

  // Both versions are kept as long as there is a page of the old worker, and the newest is the one that opens without the host.
  await expect.poll(async () => Object.keys(await caches(page)).length, { timeout: 30_000 }).toBe(2);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
  });
  const next = await context.newPage();
  await page.close();
  await next.goto('about:blank');
  await expect
    .poll(
      async () => {
        await next.goto(site.url);
        const names = Object.keys(await caches(next));
        await next.goto('about:blank');
        return names.length;
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  await site.host.stop();
  await next.goto(site.url);
  await expect(next.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await program(next)).not.toBe(old);
});

test('a page of another version is not kept with the files of this one', async ({ page, site }) => {
  const worker = readFileSync(join(site.directory, 'service-worker.js'));
  await upgrade(site.directory);
  // As a host may have it for a moment while it is updated.
  writeFileSync(join(site.directory, 'service-worker.js'), worker);
  await page.goto(site.url);
  const failed = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register('service-worker.js');
    const { installing } = registration;
    if (!installing) return 'nothing to install';
    await new Promise((resolve) => installing.addEventListener('statechange', resolve));
    return installing.state;
  });
  expect(failed).toBe('redundant');
  const kept = Object.values(await caches(page)).flat();
  expect(kept.filter((address) => address.endsWith('.html'))).toEqual([]);
});

test('a page that asks for no worker is rid of it', async ({ page, site }) => {
  await page.goto(site.url);
  await kept(page);
  const index = join(site.directory, 'index.html');
  writeFileSync(index, readFileSync(index, 'utf8').replace(/^.*id="offline".*\n/m, ''));
  await page.goto('about:blank');
  await page.goto(site.url);
  await expect.poll(() => page.evaluate(() => window.caches.keys())).toEqual([]);
  await page.goto('about:blank');
  await page.goto(site.url);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});
