import type { Page } from '@playwright/test';
import { expect, open, row, test } from './console';

const accounts = (page: Page) => page.getByRole('grid', { name: 'Accounts' });
const rows = (page: Page) => accounts(page).locator('tbody').getByRole('row');

test('the list shows every active account, and the disabled ones apart', async ({ page }) => {
  await open(page, '/accounts');
  await expect(rows(page)).toHaveCount(8);
  await expect(row(page, 'Cascadia Outdoor')).toContainText('Enterprise (LWA)');
  await page.getByRole('radio', { name: 'Disabled' }).check();
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, 'Old Mill Brewing')).toContainText('Disabled');
  await expect(page).toHaveURL(/status=disabled/);
  await page.goBack();
  await expect(rows(page)).toHaveCount(8);
});

test('the filter narrows the loaded rows, says how many match and lives in the URL', async ({ page }) => {
  await open(page, '/accounts');
  const filter = page.getByLabel('Filter the loaded rows');
  await filter.fill('harbor');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByText(/1 of 8 match/)).toBeVisible();
  await expect(page).toHaveURL(/filter=harbor/);
  await page.reload();
  await expect(rows(page)).toHaveCount(1);

  await filter.fill('nobody');
  await expect(page.getByText('No loaded row matches the filter')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filter' }).click();
  await expect(rows(page)).toHaveCount(8);

  await filter.fill('Type = Team');
  await filter.press('Enter');
  await expect(page.getByRole('list', { name: 'Filter terms' })).toContainText('Type = Team');
  await expect(rows(page)).toHaveCount(4);
  await page.getByRole('button', { name: 'Remove Type = Team' }).click();
  await expect(rows(page)).toHaveCount(8);
});

test('the service searches by the beginning of a name and by a person', async ({ page }) => {
  await open(page, '/accounts');
  await page.getByLabel('Name begins with').fill('Lar');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/name=Lar/);
  await page.getByLabel('Name begins with').fill('No such');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByText('No account is found')).toBeVisible();
  await page.getByRole('button', { name: 'Clear search' }).click();
  await expect(rows(page)).toHaveCount(8);

  const email = page.getByLabel('Has the user with e-mail');
  await email.fill('mila');
  await email.press('Enter');
  await expect(email).toBeFocused();
  await expect(email).toHaveAttribute('aria-invalid', 'true');
  await email.fill('mila@harborstreet.example.com');
  await email.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  expect(page.url()).not.toContain('mila');
});

test('without accounts the page says what they are for', async ({ page, emulator }) => {
  await emulator.control('POST', 'reset');
  await open(page, '/accounts');
  await expect(page.getByText('An account holds the users of a team or a company')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Create account' })).toHaveCount(2);
});

test.describe('with many accounts', () => {
  test.beforeEach(async ({ emulator }) => {
    const names = Array.from({ length: 60 }, (_, index) => `Branch ${String(index).padStart(2, '0')}`);
    for (const Name of names) await emulator.chime.createAccount({ Name });
  });

  test('pages go forward and back, also by the browser and after a reload', async ({ page }) => {
    await open(page, '/accounts?name=Branch&size=25');
    await expect(rows(page)).toHaveCount(25);
    await expect(page.getByText('(25+)')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Previous page' })).toHaveAttribute('aria-disabled', 'true');
    const next = page.getByRole('button', { name: 'Next page' });
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await next.click();
    await expect(pages).toContainText('2');
    await expect(rows(page)).toHaveCount(25);
    await expect(rows(page).first()).toContainText('Branch 25');
    await next.click();
    await expect(rows(page)).toHaveCount(10);
    await expect(next).toHaveAttribute('aria-disabled', 'true');
    await page.reload();
    await expect(pages).toContainText('3');
    await expect(rows(page)).toHaveCount(10);
    await page.goBack();
    await expect(pages).toContainText('2');
    await page.getByRole('button', { name: 'Previous page' }).click();
    await expect(pages).toContainText('1');
    await expect(rows(page).first()).toContainText('Branch 00');
  });

  test('all pages can be loaded, to sort and filter over everything', async ({ page }) => {
    await open(page, '/accounts?name=Branch&size=25');
    await page.getByRole('button', { name: 'Name' }).click();
    await expect(page.getByText('Sorted within the 25 loaded rows; the service has more.')).toBeVisible();
    await page.getByRole('button', { name: 'Load all' }).click();
    await expect(page.getByText('(60)')).toBeVisible();
    await expect(rows(page).first()).toContainText('Branch 00');
    await page.getByRole('button', { name: 'Name' }).click();
    await expect(rows(page).first()).toContainText('Branch 59');
    await page.getByLabel('Filter the loaded rows').fill('Branch 5');
    await expect(page).toHaveURL(/filter=Branch/);
    await expect(page.getByText(/of 60 match/)).toBeVisible();
    await page.getByRole('button', { name: 'Back to pages' }).click();
    await expect(page.getByText('(25+)')).toBeVisible();
  });
});

test('preferences of the table outlive a reload', async ({ page }) => {
  await open(page, '/accounts');
  await page.getByRole('button', { name: 'Preferences' }).click();
  const dialog = page.getByRole('dialog', { name: 'Table preferences' });
  await dialog.getByRole('checkbox', { name: 'Supported licenses' }).uncheck();
  await dialog.getByRole('button', { name: 'Move Type up' }).click();
  await dialog.getByRole('radio', { name: 'Compact' }).check();
  await dialog.getByRole('radio', { name: '50', exact: true }).check();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  const heads = accounts(page).getByRole('columnheader');
  const chosen = ['Selection', 'Type', 'Name', 'Status', 'Default license', 'Created', 'Account id'];
  await expect(heads).toHaveText(chosen);
  await page.goto('/accounts');
  await expect(heads).toHaveText(chosen);
  await expect(rows(page)).toHaveCount(8);
});

test('arrow keys move in the table, space chooses and Enter opens', async ({ page }) => {
  await open(page, '/accounts');
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  const view = page.getByRole('link', { name: 'View', exact: true });
  await expect(view).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Space');
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('(1/8)')).toBeVisible();
  await expect(view).not.toHaveAttribute('aria-disabled');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]+$/);
});

test('what others create is there after a refresh', async ({ page, emulator }) => {
  await open(page, '/accounts');
  await expect(rows(page)).toHaveCount(8);
  await emulator.chime.createAccount({ Name: 'From another client' });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(row(page, 'From another client')).toBeVisible();
});
