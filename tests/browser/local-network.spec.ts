// A console that was served from the Internet and an emulator on this machine: the browser stands between them.
import type { BrowserContext, Page } from '@playwright/test';
import { ADDRESS, expect, row, test as base } from './console';

/** The console under a name of its own, at an address that the browser takes for a public one. */
const SITE = 'http://console.example.com';

const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const served = `127.0.0.1:${process.env.CHIME_CONSOLE_PORT}`;
      const args = (launchOptions.args ?? []).map((argument) =>
        argument.startsWith('--host-resolver-rules=') ? `${argument}, MAP console.example.com:80 ${served}` : argument,
      );
      // The page counts as served over https, without which browsers do not even ask.
      args.push(`--ip-address-space-overrides=${served}=public`, `--unsafely-treat-insecure-origin-as-secure=${SITE}`);
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
});

// The browser tells its own console what it has blocked.
test.use({ mayLog: /Failed to load|blocked by CORS policy|Permission was denied/ });

/** What the person has answered when the browser asked. */
async function answer(page: Page, context: BrowserContext, setting: 'granted' | 'denied') {
  const { targetInfo } = await (await context.newCDPSession(page)).send('Target.getTargetInfo');
  const browser = await context.browser()!.newBrowserCDPSession();
  const { browserContextId } = targetInfo;
  await browser.send('Browser.setPermission', { permission: { name: 'loopback-network' }, setting, origin: SITE, browserContextId });
}

test('nothing of this machine is asked for before somebody wants it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${SITE}/connect`);
  await expect(page.getByRole('button', { name: 'Look for it' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connect to the emulator' })).toHaveCount(0);
  expect(asked.filter((url) => !url.startsWith(SITE))).toEqual([]);
});

test('where the browser allows it, the emulator is found and used', async ({ page, context }) => {
  await answer(page, context, 'granted');
  await page.goto(`${SITE}/connect`);
  await page.getByRole('button', { name: 'Look for it' }).click();
  await expect(page.getByText(`It answers at ${ADDRESS}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Connect to the emulator' }).click();
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
});

test('where the browser refuses, the page says what to allow', async ({ page, context }) => {
  await answer(page, context, 'denied');
  await page.goto(`${SITE}/connect`);
  await page.getByRole('button', { name: 'Look for it' }).click();
  const none = page.getByRole('alert').filter({ hasText: 'No emulator was found on this machine' });
  await expect(none).toContainText('The browser keeps this page from the programs on this machine.');
  await expect(none).toContainText('allow “Apps on device”');

  await page.getByLabel('Access key id').fill('emulator');
  await page.getByLabel('Secret access key').fill('emulator-secret');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  const failed = page.getByRole('alert').filter({ hasText: 'The connection does not work' });
  await expect(failed).toContainText('The browser keeps this page from the programs on this machine.');
  await expect(failed).toContainText('Firefox');

  await answer(page, context, 'granted');
  await page.getByRole('button', { name: 'Look for it' }).click();
  await expect(page.getByText(`It answers at ${ADDRESS}.`)).toBeVisible();
});
