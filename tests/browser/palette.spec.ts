// The palette and the part of the program that it is in, which only a release build has apart.
import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { dist } from '../emulator.mjs';
import { expect, open, row, test } from './console';

// The service worker fetches all parts in its own time; here it is about what the page itself asks for.
test.use({ serviceWorkers: 'block' });

const PART = /\/(more|dialogs)-\w+\.wasm$/;
const inParts = readdirSync(dist).some((file) => PART.test(`/${file}`));
const box = (page: Page) => page.getByRole('combobox', { name: 'Page or action' });

/** Has the part wait until the answer of this is called. */
async function hold(page: Page) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(PART, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test('what is typed before the palette is there is kept for it', async ({ page }) => {
  await open(page, '/accounts');
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  const release = await hold(page);
  await page.getByLabel('Filter the loaded rows').focus();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('crea accx');
  await page.keyboard.press('Backspace');
  release();
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('crea acc');
  await page.keyboard.type('o');
  await expect(page.getByRole('option')).toHaveText(['Create account', 'CreateAccount']);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Create account' })).toBeFocused();
  await page.keyboard.press('Control+K');
  await expect(box(page)).toHaveValue('');
});

test('Enter chooses even before it is there, Escape takes the wish back', async ({ page }) => {
  await open(page, '/accounts');
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  const release = await hold(page);
  await page.keyboard.press('Control+K');
  await page.keyboard.type('request');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.keyboard.type('meetings');
  await page.keyboard.press('Enter');
  release();
  await expect(page.getByRole('heading', { level: 1, name: 'Meetings' })).toBeFocused();
  await expect(box(page)).toBeHidden();
});

test.describe('the part of the palette', () => {
  test.skip(!inParts, 'a development build is one piece');

  test('comes by itself once the page has shown its rows and rests', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => PART.test(request.url()) && asked.push(request.url()));
    const part = page.waitForRequest(PART);
    await open(page, '/accounts');
    await expect(row(page, 'Harbor Street Design')).toBeVisible();
    expect(asked).toEqual([]);
    await part;
  });

  test('waits for its first use where data is to be saved', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
    await page.clock.install();
    const asked: string[] = [];
    page.on('request', (request) => PART.test(request.url()) && asked.push(request.url()));
    await open(page, '/accounts');
    await expect(row(page, 'Harbor Street Design')).toBeVisible();
    await page.clock.runFor(60_000);
    expect(asked).toEqual([]);
    await page.keyboard.press('Control+K');
    await expect(box(page)).toBeFocused();
    expect(asked).not.toEqual([]);
  });
});
