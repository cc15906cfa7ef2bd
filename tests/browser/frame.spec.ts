import { account, expect, open, row, test } from './console';

test('moving to a page moves the focus to its title and names the window', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, 'Harbor Street Design');
  await open(page, '/accounts');
  await page.getByRole('link', { name: 'Harbor Street Design' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Harbor Street Design' })).toBeFocused();
  await expect(page).toHaveURL(path);
  await expect(page).toHaveTitle('Harbor Street Design · Chime Console');
  await expect(page.getByRole('link', { name: 'Accounts', exact: true }).and(page.locator('[aria-current]'))).toBeVisible();

  const crumbs = page.getByRole('navigation', { name: 'Breadcrumbs' });
  await page.getByRole('link', { name: 'Policies' }).click();
  await expect(page).toHaveURL(`${path}/policies`);
  await expect(crumbs).toContainText('Harbor Street Design');
  await expect(crumbs).not.toContainText(id);
  await crumbs.getByRole('link', { name: 'Accounts' }).click();
  await expect(page).toHaveURL('/accounts');
});

test('back and forward go through pages and tabs, and a link from outside opens its page', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Juniper Valley Clinic');
  await open(page, `${path}/delegates`);
  await expect(row(page, 'Front desk')).toBeVisible();
  await page.getByRole('link', { name: 'Policies' }).click();
  await expect(page.getByRole('switch', { name: 'Allow remote control' })).toBeVisible();
  await page.goBack();
  await expect(row(page, 'Front desk')).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('switch', { name: 'Allow remote control' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('switch', { name: 'Allow remote control' })).toBeVisible();
});

test('an address of no page says so', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible();
});

test('the palette finds pages and actions by a few letters', async ({ page }) => {
  await open(page, '/accounts');
  await page.keyboard.press('Control+K');
  const box = page.getByRole('combobox', { name: 'Page or action' });
  await expect(box).toBeFocused();
  await box.fill('crea acc');
  await expect(page.getByRole('option')).toHaveText(['Create account', 'CreateAccount']);
  await box.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Create account' })).toBeFocused();

  await page.keyboard.press('Control+K');
  await box.fill('dark');
  await box.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+K');
  await box.fill('zzz');
  await expect(page.getByText('Nothing has this name.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
});

test('? lists the keys, and stays a letter where one types', async ({ page }) => {
  await open(page, '/accounts');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toContainText('Ctrl');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('/');
  const filter = page.getByLabel('Filter the loaded rows');
  await expect(filter).toBeFocused();
  await page.keyboard.press('?');
  await expect(filter).toHaveValue('?');
  await expect(dialog).toBeHidden();
});

test('the theme that is chosen outlives a reload', async ({ page }) => {
  await open(page, '/accounts');
  const colour = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await colour();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await colour()).not.toBe(light);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('personal values are masked on demand, everywhere', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Harbor Street Design');
  await open(page, `${path}/users`);
  await expect(row(page, 'mila@harborstreet.example.com')).toBeVisible();
  const toggle = page.getByRole('button', { name: 'Mask personal values' });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('grid')).not.toContainText('mila@');
  expect(await page.locator('body').ariaSnapshot()).not.toContain('harborstreet.example.com');
  await page.reload();
  await expect(page.getByRole('row')).not.toHaveCount(0);
  await expect(page.getByRole('grid')).not.toContainText('mila@');
});

test('the keyboard alone reaches the content', async ({ page }) => {
  await open(page, '/accounts');
  await page.reload();
  await expect(page.getByRole('grid')).toBeVisible();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test('Info opens help beside the page and gives the focus back', async ({ page }) => {
  await open(page, '/accounts');
  await page.getByRole('button', { name: 'Info: Accounts' }).click();
  const help = page.getByRole('complementary');
  await expect(help.getByRole('heading', { name: 'Accounts' })).toBeFocused();
  await expect(help).toContainText('ListAccounts');
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await expect(page.getByRole('button', { name: 'Info: Accounts' })).toBeFocused();
});

test('the navigation folds, and is a drawer on a narrow screen', async ({ page }) => {
  await open(page, '/accounts');
  const main = page.getByRole('navigation', { name: 'Main' });
  await page.getByRole('button', { name: 'Navigation' }).click();
  await expect(main.getByRole('link')).toBeHidden();
  await page.getByRole('button', { name: 'Navigation' }).click();
  await expect(main.getByRole('link', { name: 'Accounts' })).toBeVisible();

  await page.setViewportSize({ width: 390, height: 800 });
  await expect(main.getByRole('link')).toBeHidden();
  await page.getByRole('button', { name: 'Navigation' }).click();
  await expect(main.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(main.getByRole('link')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Navigation' })).toBeFocused();
});
