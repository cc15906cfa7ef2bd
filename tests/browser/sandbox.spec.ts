// The sandbox: the whole API inside the page, with data that lasts.
import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, notices, row, test } from './console';
import { demoKept, sandbox } from './sandbox';

const begin = (page: Page) => page.getByRole('button', { name: 'Try it in this browser' }).click();
const harbor = (page: Page) => row(page, 'Harbor Street Design');

/** Into the demo organisation, as a visitor comes who has nothing. */
async function enter(page: Page) {
  await page.goto('/connect');
  await begin(page);
  await expect(harbor(page)).toBeVisible();
  await demoKept(page);
}

async function create(page: Page, name: string) {
  await page.getByRole('link', { name: 'Create account' }).first().click();
  await page.getByRole('textbox', { name: 'Account name' }).fill(name);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Chooses a file to begin with. */
async function choose(page: Page, text: string) {
  await page.goto('/connect');
  await page.getByRole('radio', { name: 'A file' }).check();
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'data.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await begin(page);
}

/** The text of the file that a button gives. */
async function saved(page: Page, button: string) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await download).path(), 'utf8');
}

test('a visitor without an emulator and without keys has rows on the screen, and after a reload', async ({ page }) => {
  await enter(page);
  await expect(page.getByRole('banner')).toContainText('Sandbox');
  await create(page, 'Made here');
  await expect(page.getByRole('heading', { level: 1, name: 'Made here' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Made here' })).toBeVisible();
});

test('nothing is loaded before somebody wants it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/connect');
  await expect(page.getByRole('button', { name: 'Try it in this browser' })).toBeVisible();
  expect(asked.filter((url) => url.includes('chime-sandbox'))).toEqual([]);
});

test.describe('a program that does not come', () => {
  test.use({ mayLog: /Failed to (load|fetch)/ });

  test('its loading is shown, and can be tried again where it failed', async ({ page }) => {
    let fail = () => {};
    const failing = new Promise<void>((resolve) => (fail = resolve));
    await page.route('**/chime-sandbox*.wasm', async (route) => {
      await failing;
      await route.abort();
    });
    await page.goto('/connect');
    await begin(page);
    await expect(page.getByRole('progressbar', { name: 'Loading the sandbox' })).toBeVisible();
    await expect(notices(page)).toContainText('Loading the sandbox');
    fail();
    const alert = page.getByRole('alert').filter({ hasText: 'The sandbox does not start' });
    await expect(alert).toContainText('could not be loaded. Check the connection, then try again.');
    await page.unrouteAll();
    await begin(page);
    await expect(harbor(page)).toBeVisible();
  });
});

test.describe('answered by the test itself', () => {
  // Chromium does not take such a page for one of this machine, and so keeps it from looking for an emulator.
  test.use({ mayLog: /Failed to load|blocked by CORS policy/ });

  test('it works under a path', async ({ page, baseURL }) => {
    await page.route('**/chime/**', async (route) => {
      const path = new URL(route.request().url()).pathname.slice('/chime'.length);
      const isFile = path.includes('.');
      const response = await route.fetch({ url: `${baseURL}${isFile ? path : '/'}` });
      const text = isFile ? undefined : (await response.text()).replace('<base href="/">', '<base href="/chime/">');
      await route.fulfill({ response, body: text });
    });
    await page.goto('/chime/#sandbox=demo');
    // All files pass through the test, which takes its time with a development build.
    await expect(harbor(page)).toBeVisible({ timeout: 25_000 });
    expect(new URL(page.url()).pathname).toBe('/chime/accounts');
  });
});

test('a link leads straight into it, and leaves the data that is there', async ({ page }) => {
  await page.goto('/#sandbox=demo');
  // Two programs are loaded.
  await expect(harbor(page)).toBeVisible({ timeout: 25_000 });
  expect(new URL(page.url()).hash).toBe('');
  await create(page, 'Made here');
  await expect(page.getByRole('heading', { level: 1, name: 'Made here' })).toBeVisible();
  await page.goto('/connect');
  await page.goto('/accounts#sandbox=demo');
  await expect(row(page, 'Made here')).toBeVisible();
});

test('it can begin with nothing, after it has asked', async ({ page }) => {
  await enter(page);
  await page.goto('/connect');
  await page.getByRole('radio', { name: 'Nothing You create' }).check();
  await begin(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Use' }).click();
  await expect(harbor(page)).toBeVisible();
  await page.goto('/connect');
  await page.getByRole('radio', { name: 'Nothing You create' }).check();
  await begin(page);
  await page.getByRole('button', { name: 'Replace' }).click();
  await expect(page.getByText('No accounts')).toBeVisible();
});

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
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('chime-sandbox');
        open.onsuccess = () => {
          const writing = open.result.transaction('rows', 'readwrite');
          writing.objectStore('rows').put('another', '~turn');
          writing.oncomplete = () => resolve(open.result.close());
          writing.onabort = reject;
        };
      }),
  );
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

test('a file moves between sandbox and emulator, both ways', async ({ page, emulator }) => {
  await emulator.chime.createAccount({ Name: 'Made in the emulator' });
  await choose(page, JSON.stringify(await emulator.control('GET', 'snapshot')));
  await expect(row(page, 'Made in the emulator')).toBeVisible();
  await create(page, 'Made in the sandbox');
  await expect(page.getByRole('heading', { level: 1, name: 'Made in the sandbox' })).toBeVisible();
  await page.goto('/connect');
  await emulator.control('POST', 'reset');
  await emulator.control('PUT', 'snapshot', JSON.parse(await saved(page, 'Export to a file')));
  const { Accounts = [] } = await emulator.chime.listAccounts({});
  const names = Accounts.map((account) => account.Name);
  expect(names).toContain('Made in the emulator');
  expect(names).toContain('Made in the sandbox');
});

for (const [kind, text, why] of [
  ['no JSON', 'Harbor Street Design', /The body does not fit/],
  ['another layout', '{"Format": "chime-emulator/0", "Rows": {}}', /Format must be/],
  ['a damaged row', '{"Format": "chime-emulator/2", "Rows": {"emulator/clock": {"Ahead": "soon"}}}', /is damaged/],
] as const) {
  test(`a damaged file is refused and replaces nothing: ${kind}`, async ({ page }) => {
    await enter(page);
    await choose(page, text);
    await page.getByRole('button', { name: 'Replace' }).click();
    const alert = page.getByRole('alert').filter({ hasText: 'The file could not be imported' });
    await expect(alert).toContainText(why);
    await page.goto('/accounts');
    await expect(harbor(page)).toBeVisible();
  });
}

test('data of another layout can be saved, and then given up', async ({ page }) => {
  await enter(page);
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const open = indexedDB.open('chime-sandbox');
        open.onsuccess = () => {
          const writing = open.result.transaction('rows', 'readwrite');
          writing.objectStore('rows').put('"chime-emulator/0"', 'format');
          writing.oncomplete = resolve;
          writing.onabort = reject;
        };
      }),
  );
  await page.reload();
  await expect(notices(page)).toContainText('The sandbox\'s data has the layout chime-emulator/0');
  await notices(page).getByRole('link', { name: 'Save it or start anew' }).click();
  const raw = JSON.parse(await saved(page, 'Export the raw data'));
  expect(raw.Stores.rows.format).toBe('"chime-emulator/0"');
  expect(JSON.stringify(raw)).toContain('Harbor Street Design');
  await page.getByRole('button', { name: 'Start anew' }).click();
  await page.getByRole('button', { name: 'Remove the data' }).click();
  await expect(page.getByRole('button', { name: 'Export the raw data' })).toBeHidden();
  await page.getByRole('radio', { name: 'The demo organisation' }).check();
  await begin(page);
  await expect(harbor(page)).toBeVisible();
});

test('a database of a newer version is left alone until somebody gives it up', async ({ page }) => {
  await page.goto('/connect');
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const open = indexedDB.open('chime-sandbox', 7);
        open.onupgradeneeded = () => open.result.createObjectStore('future').put({ kept: true }, 'key');
        open.onsuccess = () => resolve(open.result.close());
      }),
  );
  await begin(page);
  await expect(notices(page)).toContainText('made by a newer version');
  expect(JSON.parse(await saved(page, 'Export the raw data'))).toMatchObject({ Version: 7, Stores: { future: { key: { kept: true } } } });
  await page.getByRole('button', { name: 'Start anew' }).click();
  await page.getByRole('button', { name: 'Remove the data' }).click();
  await expect(page.getByRole('button', { name: 'Export the raw data' })).toBeHidden();
  await begin(page);
  await expect(harbor(page)).toBeVisible();
});

test('full storage is said, changes nothing and loses nothing', async ({ page }) => {
  await enter(page);
  const [worker] = page.workers();
  await worker.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    Object.assign(self, { put });
    let puts = 0;
    IDBObjectStore.prototype.put = function (...row) {
      puts += 1;
      if (puts > 1) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      return put.apply(this, row);
    };
  });
  await create(page, 'Too much');
  const alert = page.getByRole('alert').filter({ hasText: 'The account was not created' });
  await expect(alert).toContainText('InsufficientStorage This browser has no room for more data, so nothing was changed.');
  await worker.evaluate(() => {
    IDBObjectStore.prototype.put = (self as unknown as { put: typeof IDBObjectStore.prototype.put }).put;
  });
  await page.getByRole('textbox', { name: 'Account name' }).fill('There is room again');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'There is room again' })).toBeVisible();
  await page.goto('/accounts');
  await expect(row(page, 'There is room again')).toBeVisible();
  await expect(harbor(page)).toBeVisible();
  await expect(row(page, 'Too much')).toHaveCount(0);
});

test('forgetting the sandbox removes its data', async ({ page }) => {
  await enter(page);
  await page.goto('/connect');
  await page.getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('dialog')).toContainText('Everything the sandbox has kept is removed from this browser.');
  await page.getByRole('dialog').getByRole('button', { name: 'Forget' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goto('/#sandbox');
  await expect(page.getByText('No accounts')).toBeVisible();
});

test('clock, faults and hooks work as in the emulator, and the page follows', async ({ page, server }) => {
  await enter(page);
  const { ask, chime } = await sandbox(page);
  expect((await ask('GET', '/_emulator')).body).toEqual(await (await fetch(`${server}/_emulator`)).json());

  const { Accounts = [] } = await chime.listAccounts({ Name: 'Harbor Street Design' });
  const id = Accounts[0]?.AccountId;
  const before = await ask('GET', '/_emulator/clock');
  const moved = await ask('POST', '/_emulator/clock', { Advance: '90d' });
  expect(Date.parse(moved.body.Time) - Date.parse(before.body.Time)).toBeGreaterThanOrEqual(90 * 86_400_000);
  const { Invites = [] } = await chime.inviteUsers({ AccountId: id, UserEmailList: ['new@harborstreet.example.com'] });
  const accepted = await ask('POST', `/_emulator/hooks/invitations/${Invites[0].InviteId}/accept`);
  expect(accepted.status).toBe(200);
  await page.goto(`/accounts/${id}/users`);
  await expect(row(page, 'new@harborstreet.example.com')).toContainText('Registered');

  const again = await sandbox(page);
  await again.ask('PUT', '/_emulator/faults', { Faults: [{ Operation: 'ListUsers', Exception: 'ForbiddenException', LatencyMs: 50 }] });
  await expect(page.getByRole('alert').filter({ hasText: 'This fault was asked for' })).toBeVisible();
});
