// The build as it is, on hosts that send files and know nothing of the console's pages.
import type { Browser, Page } from '@playwright/test';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, row, test as base } from './console';
import { files, python, ship, temporary, upgrade } from './host';

type Site = { folder: string; root: string; directory: string };

const test = base.extend<{ folder: string; shipped: Site }>({
  folder: ['/', { option: true }],
  // The build, in a folder of a directory.
  shipped: async ({ folder }, use) => {
    const root = temporary();
    const directory = join(root, folder);
    mkdirSync(dirname(directory), { recursive: true });
    await ship(directory);
    await use({ folder, root, directory });
    rmSync(root, { recursive: true });
  },
});

const connect = (page: Page) => page.getByRole('button', { name: 'Connect to the emulator' }).click();
const title = (page: Page, name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

/** Opens an address as somebody does to whom it was sent. */
async function openElsewhere(browser: Browser, address: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  await connect(page);
  return page;
}

for (const folder of ['/', '/some/folder/']) {
  test.describe(`python3 -m http.server, the console in ${folder}`, () => {
    test.use({ folder });

    test('pages open by their links, in a fresh browser too, and stay after a reload', async ({ page, browser, shipped }) => {
      const host = await python(shipped.root);
      const site = host.origin + folder;
      const asked: string[] = [];
      page.on('response', (response) => {
        if (response.url().startsWith(host.origin)) asked.push(`${response.status()} ${new URL(response.url()).pathname}`);
      });
      await page.goto(site);
      await expect(page.getByRole('button', { name: 'Connect to the emulator' })).toBeVisible();
      const config = `200 ${folder}config.json`;
      await expect.poll(() => asked).toContain(config);
      // The first load, and beside it the profiles that a site may preset.
      expect(asked.filter((line) => line !== config).length).toBeLessThanOrEqual(6);

      await connect(page);
      await page.getByRole('link', { name: 'Accounts', exact: true }).first().click();
      await expect(page).toHaveURL(`${site}#/accounts`);
      await page.getByLabel('Name begins with').fill('Harbor');
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await expect(page).toHaveURL(`${site}#/accounts?name=Harbor`);
      const link = row(page, 'Harbor Street Design').getByRole('link').first();
      await expect(link).toHaveAttribute('href', new RegExp(`^${folder}#/accounts/[0-9a-f-]+$`));
      await link.click();
      await title(page, 'Harbor Street Design');
      const address = page.url();
      expect(address).toMatch(new RegExp(`^${site}#/accounts/[0-9a-f-]+$`));
      await page.reload();
      await title(page, 'Harbor Street Design');

      const other = await openElsewhere(browser, address);
      await title(other, 'Harbor Street Design');
      expect(other.url()).toBe(address);
      await other.context().close();

      await page.goBack();
      await expect(page).toHaveURL(`${site}#/accounts?name=Harbor`);
      await title(page, 'Accounts');
      await page.goForward();
      await title(page, 'Harbor Street Design');
      // Typed into the address of the page that is open.
      await page.goto(`${site}#/phone-numbers`);
      await title(page, 'Phone numbers');
      expect(asked.filter((line) => !line.startsWith('200') && !line.startsWith('304'))).toEqual([]);
      await host.stop();
    });
  });
}

test('what stands behind # leads nowhere else', async ({ page, shipped }) => {
  const host = await python(shipped.root);
  await page.goto(`${host.origin}/#/https://elsewhere.example.com/accounts`);
  await title(page, 'Page not found');
  expect(new URL(page.url()).origin).toBe(host.origin);
  await host.stop();
});

test('a link with # can lead straight into the sandbox', async ({ page, shipped }) => {
  test.slow();
  const host = await python(shipped.root);
  await page.goto(`${host.origin}/#/accounts?name=Harbor#sandbox=demo`);
  await expect(row(page, 'Harbor Street Design')).toBeVisible({ timeout: 25_000 });
  expect(page.url()).toBe(`${host.origin}/#/accounts?name=Harbor`);
  await host.stop();
});

test.describe('a part that the host has no more', () => {
  test.use({ mayLog: /Failed to (load|execute)/ });

  test('is said to be missing, and a reload mends it', async ({ page, shipped }) => {
    const parts = readdirSync(shipped.directory).filter((name) => name.startsWith('numbers-'));
    test.skip(!parts.length, 'a development build is one piece');
    const host = await python(shipped.root);
    await page.goto(`${host.origin}/`);
    await connect(page);
    await upgrade(shipped.directory);
    await page.getByRole('link', { name: 'Inventory', exact: true }).first().click();
    await expect(page.getByText('This part of the console could not be loaded')).toBeVisible();
    await expect(page.getByText('If the console was updated meanwhile, reload the page.')).toBeVisible();
    await page.reload();
    await title(page, 'Phone numbers');
    await host.stop();
  });
});

test.describe('in a folder of a host that sends 404.html for what is no file', () => {
  test.use({ folder: '/chime/' });

  test('a path that names a page leads to it', async ({ page, shipped }) => {
    const host = await files(shipped.directory, '/chime/', { name: '404.html', status: 404 });
    await page.goto(`${host.origin}/chime/accounts/none/users?name=a%20b`);
    await expect(page).toHaveURL(`${host.origin}/chime/#/accounts/none/users?name=a%20b`);
    await expect(page.getByRole('banner')).toContainText('Chime Console');
    await host.stop();
  });

  test('a path outside of the console is said to be none', async ({ page, shipped }) => {
    const host = await files(shipped.directory, '/chime/', { name: '404.html', status: 404 });
    await page.goto(`${host.origin}/elsewhere/accounts`);
    await expect(page.getByText('There is no such page.')).toBeVisible();
    expect(page.url()).toBe(`${host.origin}/elsewhere/accounts`);
    await host.stop();
  });
});

test.describe('in a folder where every path is answered with the page, which says so', () => {
  test.use({ folder: '/chime/' });

  test('pages are named by paths', async ({ page, shipped }) => {
    const made = readFileSync(join(shipped.directory, 'paths.html'), 'utf8');
    writeFileSync(join(shipped.directory, 'index.html'), made.replace('<base href="/">', '<base href="/chime/">'));
    const host = await files(shipped.directory, '/chime/', { name: 'index.html', status: 200 });
    const site = `${host.origin}/chime/`;
    await page.goto(`${site}accounts?name=Harbor`);
    await connect(page);
    await row(page, 'Harbor Street Design').getByRole('link').first().click();
    await title(page, 'Harbor Street Design');
    expect(page.url()).toMatch(new RegExp(`^${site}accounts/[0-9a-f-]+$`));
    await page.reload();
    await title(page, 'Harbor Street Design');
    // A link from another host is understood as well.
    await page.goto(`${site}#/accounts?name=Harbor`);
    await expect(row(page, 'Harbor Street Design')).toBeVisible();
    await expect(page).toHaveURL(`${site}accounts?name=Harbor`);
    await host.stop();
  });
});

test.describe('opened as a file', () => {
  test.use({ mayLog: /./ });

  test('the page says that it needs a server', async ({ page, shipped }) => {
    await page.goto(`file://${join(shipped.directory, 'index.html')}`);
    await expect(page.getByRole('alert')).toContainText('A browser runs Chime Console from a web server only');
  });
});
