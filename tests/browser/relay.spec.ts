import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Page } from '@playwright/test';
import { freePort, program } from '../emulator.mjs';
import { expect, row, test as base } from './console';

// A name that no network knows, as the endpoint; behind the relay it is the test's emulator.
const HOST = 'chime.example.com';

const test = base.extend<{ relay: string }>({
  relay: async ({ server, baseURL }, use) => {
    const options = ['--allow', HOST, '--listen', '127.0.0.1:0', '--origin', baseURL ?? '', '--upstream', `${HOST}=${server}`];
    const child: ChildProcess = spawn(program, ['relay', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    const lines = createInterface({ input: child.stdout! });
    const [greeting] = await once(lines, 'line');
    await use(greeting.split(/\s+/)[1]);
    child.kill();
    await ended;
  },
});

async function connect(page: Page, relay: string) {
  await page.goto('/connect');
  await page.getByRole('radio', { name: 'Another endpoint' }).check();
  await page.getByRole('textbox', { name: 'Address' }).fill(`https://${HOST}/console`);
  await page.getByRole('textbox', { name: 'Relay' }).fill(relay);
  await page.getByRole('textbox', { name: 'Profile name' }).fill('Through a relay');
  await page.getByLabel('Access key id').fill('emulator');
  await page.getByLabel('Secret access key').fill('emulator-secret');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

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
