import { freePort } from '../emulator.mjs';
import { connectByRelay as connect, expect, row, test as base } from './console';
import { HOST, startRelay } from './relay';

const test = base.extend<{ relay: string }>({
  relay: async ({ server, baseURL }, use) => {
    const relay = await startRelay(server, baseURL ?? '');
    await use(relay.address);
    await relay.stop();
  },
});

test('calls go through the relay of the profile, signed for the endpoint', async ({ page, relay }) => {
  const called = page.waitForRequest((request) => request.method() === 'GET' && request.url().includes(HOST));
  await connect(page, relay);
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  expect((await called).url()).toContain(`${relay}/${HOST}/console/accounts`);

  await page.getByRole('link', { name: 'Create account' }).first().click();
  await page.getByLabel('Account name').fill('Quay Nine');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quay Nine' })).toBeVisible();

  await page.goto('/connect');
  await expect(page.getByText(`through ${relay}`)).toBeVisible();
});

test('a relay that does not answer is named with the command that starts it', async ({ page, baseURL }) => {
  const nobody = `127.0.0.1:${await freePort()}`;
  await connect(page, `http://${nobody}`);
  const command = `chime-emulator relay --allow ${HOST} --listen ${nobody} --origin ${baseURL}`;
  const alert = page.getByRole('alert').filter({ hasText: 'The connection does not work' });
  await expect(alert).toContainText('The relay does not answer');
  await expect(alert).toContainText(command);
  await expect(page.getByRole('textbox', { name: 'Relay' })).toHaveAccessibleDescription(new RegExp(command));
});
