// The sandbox: the whole API inside the page.
import { expect, notices, row, test } from './console';
import { begin, create, enter, harbor, sandbox } from './sandbox';

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
