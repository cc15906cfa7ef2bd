// The check of addresses for emergency calls.
import type { Page } from '@playwright/test';
import { expect, open, test } from './console';

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test.describe('the address check', () => {
  const fill = async (page: Page, parts: Record<string, string>) => {
    for (const [name, value] of Object.entries(parts)) await text(page, name).fill(value);
    await page.getByRole('button', { name: 'Check address' }).click();
  };
  const RIGHT = { 'Street number': '8', Street: '42nd Street', City: 'Seattle', State: 'WA', 'Postal code': '98101' };

  test('says what is right, and what was corrected', async ({ page }) => {
    await open(page, '/address-check');
    await expect(text(page, 'AWS account')).toHaveValue('111122223333');
    await fill(page, RIGHT);
    await expect(page.getByText('The address is right')).toBeVisible();
    await fill(page, { State: 'wa' });
    await expect(page.getByText('The address was corrected')).toBeVisible();
    await expect(page.getByRole('row', { name: /^State/ })).toContainText('WA (corrected)');
    await expect(page.getByRole('row', { name: /^City/ })).not.toContainText('corrected');
  });

  test('a candidate fills the form anew', async ({ page }) => {
    await open(page, '/address-check');
    await fill(page, { ...RIGHT, City: 'Seatle', State: 'Washington' });
    await expect(page.getByText('The address was not understood')).toBeVisible();
    await page.getByRole('button', { name: 'Use this' }).click();
    await expect(text(page, 'City')).toHaveValue('Seattle');
    await expect(text(page, 'AWS account')).toHaveValue('111122223333');
    await page.getByRole('button', { name: 'Check address' }).click();
    await expect(page.getByText('The address is right')).toBeVisible();
  });

  test('for another AWS account it is refused', async ({ page }) => {
    await open(page, '/address-check');
    await fill(page, { ...RIGHT, 'AWS account': '999988887777' });
    await expect(page.getByRole('alert')).toContainText("AwsAccountId must be the caller's own account");
  });
});
