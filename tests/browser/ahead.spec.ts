// A visit with keys asks for the accounts while what shows them is still on its way.
import type { Page } from '@playwright/test';
import { ADDRESS, expect, open, row, test } from './console';

// In a release build; a development build is one piece, and passes all the more.
const SHOWS = /\/list-\w+\.wasm$/;

/** The calls for accounts from now on. */
function questions(page: Page) {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname, search } = new URL(request.url());
    if (request.method() === 'GET' && origin === ADDRESS && pathname === '/accounts') asked.push(search);
  });
  return asked;
}

test('the accounts are asked for before what shows them is there, and once', async ({ page }) => {
  await open(page, '/accounts');
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  const asked = questions(page);
  const answered = page.waitForResponse((response) => response.url().startsWith(`${ADDRESS}/accounts?`));
  await page.route(SHOWS, async (route) => {
    await answered;
    await route.continue();
  });
  await page.reload();
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  expect(asked).toEqual(['?max-results=100']);
});

test('a search and a page size of one\'s own are asked for as they are, and nothing else', async ({ page }) => {
  await open(page, '/accounts');
  await page.goto('/accounts?name=Harbor');
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  const asked = questions(page);
  await page.reload();
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  expect(asked).toEqual(['?name=Harbor&max-results=100']);

  await page.evaluate(() => localStorage.setItem('chime-console.table.accounts', '{"size":25}'));
  await page.goto('/accounts');
  await expect(row(page, 'Cascadia Outdoor')).toBeVisible();
  expect(asked.slice(1)).toEqual(['?max-results=25']);
});
