// config.json beside the page: profiles that a site presets for its team.
import type { Page } from '@playwright/test';
import { expectClean } from './axe';
import { ADDRESS, expect, test } from './console';

/** Has the host send this file. */
const config = (page: Page, body: unknown, contentType = 'application/json') =>
  page.route('**/config.json', (route) =>
    route.fulfill({ contentType, body: typeof body === 'string' ? body : JSON.stringify(body) }),
  );

const presets = (page: Page) => page.getByRole('region', { name: 'Profiles of this site' });
const complaint = (page: Page) => page.getByRole('alert').filter({ hasText: 'The config.json of this site cannot be used' });

const TEAM = { name: 'Our test', endpoint: `${ADDRESS}/console`, region: 'eu-west-1', kind: 'custom' };

async function enterKeys(page: Page) {
  await page.getByLabel('Access key id').fill('emulator');
  await page.getByLabel('Secret access key').fill('emulator-secret');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

test('a profile of the site is offered, takes keys, and is then one of this browser', async ({ page }) => {
  await config(page, { profiles: [TEAM] });
  await page.goto('/connect');
  await expect(presets(page)).toContainText('Our test');
  await expect(presets(page)).toContainText(`${ADDRESS}/console · eu-west-1`);
  await presets(page).getByRole('button', { name: 'Enter keys' }).click();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue(`${ADDRESS}/console`);
  await enterKeys(page);
  await expect(page.getByRole('row', { name: /Harbor Street Design/ })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Our test');
  await page.goto('/connect');
  await expect(page.getByRole('region', { name: 'Profiles', exact: true })).toContainText('Our test');
  await expect(presets(page)).toBeHidden();
});

test('what the site has changed meanwhile is offered in the place of what is there', async ({ page }) => {
  await config(page, { profiles: [TEAM] });
  await page.goto('/connect');
  await presets(page).getByRole('button', { name: 'Enter keys' }).click();
  await enterKeys(page);
  await expect(page.getByRole('row', { name: /Harbor Street Design/ })).toBeVisible();
  await page.unroute('**/config.json');
  await config(page, { profiles: [{ ...TEAM, endpoint: ADDRESS }] });
  await page.goto('/connect');
  await expect(presets(page)).toContainText('Takes the place of your profile of this name.');
  await presets(page).getByRole('button', { name: 'Enter keys' }).click();
  await enterKeys(page);
  await expect(page.getByRole('row', { name: /Harbor Street Design/ })).toBeVisible();
  await page.goto('/connect');
  await expect(page.getByRole('region', { name: 'Profiles', exact: true }).getByRole('listitem')).toHaveCount(1);
  await expect(presets(page)).toBeHidden();
});

for (const [what, file, places] of [
  ['a key', { profiles: [{ ...TEAM, secretAccessKey: 'x' }] }, [/profiles\[0\]\.secretAccessKey: Keys must not stand here/]],
  ['a member that is not known', { profiles: [{ ...TEAM, colour: 'red' }], theme: 'dark' }, [/theme: Is not known/, /profiles\[0\]\.colour: Is not known\. There may be name, endpoint/]],
  ['a value of another type', { profiles: [{ ...TEAM, region: 7 }] }, [/profiles\[0\]\.region: Must be a text/]],
  ['an address that is none', { profiles: [TEAM, { name: 'B', endpoint: 'chime' }] }, [/profiles\[1\]\.endpoint: This is not a web address/]],
  ['no JSON', '{"profiles": [', [/It is no JSON: .* line 1/]],
] as const) {
  test(`a file with ${what} is refused, and said why`, async ({ page }) => {
    await config(page, file);
    await page.goto('/connect');
    for (const place of places) await expect(complaint(page).getByRole('listitem').filter({ hasText: place })).toBeVisible();
    await expect(presets(page)).toBeHidden();
    // Everything else works.
    await page.getByRole('button', { name: 'Connect to the emulator' }).click();
    await expect(page.getByRole('row', { name: /Harbor Street Design/ })).toBeVisible();
  });
}

test('a complaint is accessible', async ({ page }) => {
  await config(page, { profiles: [{ ...TEAM, secretAccessKey: 'x' }] });
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/connect');
  await expect(complaint(page)).toBeVisible();
  await expectClean(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test.describe('no file', () => {
  // Beside it nothing may be said in the browser's console.
  test.use({ mayLog: /^$/ });

  test('nothing happens where the host answers with the page', async ({ page }) => {
    await config(page, '<!doctype html>', 'text/html');
    const asked = page.waitForResponse('**/config.json');
    await page.goto('/connect');
    await (await asked).finished();
    await expect(page.getByText(`It answers at ${ADDRESS}.`)).toBeVisible();
    await expect(complaint(page)).toBeHidden();
    await expect(presets(page)).toBeHidden();
  });

  test('the file that is shipped presets nothing', async ({ page }) => {
    const asked = page.waitForResponse('**/config.json');
    await page.goto('/connect');
    expect(await (await asked).json()).toEqual({ profiles: [] });
    await expect(page.getByText(`It answers at ${ADDRESS}.`)).toBeVisible();
    await expect(complaint(page)).toBeHidden();
    await expect(presets(page)).toBeHidden();
  });

  test('it is asked for on the connect page only', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('/');
    await page.getByRole('button', { name: 'Connect to the emulator' }).click();
    await expect(page.getByRole('row', { name: /Harbor Street Design/ })).toBeVisible();
    asked.length = 0;
    await page.reload();
    await expect(page.getByRole('row', { name: /Harbor Street Design/ })).toBeVisible();
    expect(asked.filter((url) => url.includes('config.json'))).toEqual([]);
  });
});
