// What the sandbox keeps: files, other layouts, full storage.
import { expect, notices, row, test } from './console';
import { begin, choose, create, enter, harbor, putRow, sandbox, saved } from './sandbox';

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
  await putRow(page, 'format', '"chime-emulator/0"');
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
