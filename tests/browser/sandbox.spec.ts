// The sandbox: the whole API inside the page, with data that lasts.
import type { Page } from '@playwright/test';
import { expect, test } from './console';

const begin = (page: Page) => page.getByRole('button', { name: 'Try it in this browser' }).click();
const harbor = (page: Page) => page.getByRole('row', { name: /Harbor Street Design/ });

test('a visitor without an emulator and without keys has rows on the screen', async ({ page }) => {
  await page.goto('/connect');
  await begin(page);
  await expect(harbor(page)).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Sandbox');
  await page.reload();
  await expect(harbor(page)).toBeVisible();
});
