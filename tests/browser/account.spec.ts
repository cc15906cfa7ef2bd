import type { Page } from '@playwright/test';
import { account, expect, notices, open, row, test } from './console';

const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('an account is created, renamed and given another default license', async ({ page, emulator }) => {
  await open(page, '/accounts');
  await page.getByRole('link', { name: 'Create account' }).click();
  await text(page, 'Account name').fill('Riverside Dental');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Riverside Dental' })).toBeVisible();
  await expect(notices(page)).toContainText('Account “Riverside Dental” is created');

  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit account' });
  await text(page, 'Account name').fill('Riverside Dental Care');
  await dialog.getByLabel('Default license').selectOption('Basic');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: 'Riverside Dental Care' })).toBeVisible();
  const { Accounts } = await emulator.chime.listAccounts({ Name: 'Riverside' });
  expect(Accounts).toMatchObject([{ Name: 'Riverside Dental Care', DefaultLicense: 'Basic' }]);
});

test('the switch for remote control says the opposite of the member it sets', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, 'Harbor Street Design');
  const settings = async () => (await emulator.chime.getAccountSettings({ AccountId: id })).AccountSettings;
  await open(page, `${path}/policies`);
  const allow = page.getByRole('switch', { name: 'Allow remote control' });
  const save = page.getByRole('button', { name: 'Save policies' });
  await expect(allow).toBeChecked();
  await allow.uncheck();
  await page.getByRole('switch', { name: 'Allow dial-out' }).check();
  await save.click();
  await expect(notices(page)).toContainText('The policies are saved');
  expect(await settings()).toEqual({ DisableRemoteControl: true, EnableDialOut: true });
  await page.reload();
  await expect(allow).not.toBeChecked();
  await expect(page.getByRole('switch', { name: 'Allow dial-out' })).toBeChecked();
});

test('sign-in delegate groups are added several at once, and removed', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, 'Juniper Valley Clinic');
  await open(page, `${path}/delegates`);
  await expect(page.getByRole('button', { name: 'Remove' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Add groups' }).click();
  const adding = page.getByRole('dialog', { name: 'Add sign-in delegate groups' });
  await adding.getByRole('button', { name: 'Add groups' }).click();
  await expect(adding).toContainText('Enter the name of at least one group.');
  await text(page, 'Group names').fill('Radiology\n\nAssistants, Berlin\n');
  await adding.getByRole('button', { name: 'Add groups' }).click();
  await expect(adding).toBeHidden();
  await expect(row(page, 'Radiology')).toBeVisible();

  await row(page, 'Assistants, Berlin').getByRole('checkbox').check();
  await row(page, 'Front desk').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Remove' }).click();
  const removing = page.getByRole('dialog', { name: 'Remove groups' });
  await expect(removing).toContainText('Front desk');
  await removing.getByRole('button', { name: 'Remove' }).click();
  await expect(notices(page)).toContainText('2 groups are removed');
  await expect(row(page, 'Front desk')).toHaveCount(0);
  const { Account } = await emulator.chime.getAccount({ AccountId: id });
  const names = Account?.SigninDelegateGroups?.map((group) => group.GroupName);
  expect(names).toEqual(['Practice managers', 'On-call assistants', 'Radiology']);
});

test('tabs that an account cannot have are there, with the reason', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Harbor Street Design');
  await open(page, path);
  const tab = page.getByRole('link', { name: 'Sign-in delegates' });
  await expect(tab).toHaveAttribute('aria-disabled', 'true');
  await expect(tab).toHaveAccessibleDescription('Only Enterprise accounts have sign-in delegates');
});

test('an account is deleted once its users are suspended and its name is typed', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Larkspur Bakery');
  await open(page, `${path}/danger`);
  await page.getByRole('button', { name: 'Delete account' }).click();
  const deleting = page.getByRole('dialog', { name: 'Delete account' });
  await expect(deleting).toContainText('What blocks this');
  await expect(deleting.getByRole('button', { name: 'Delete account' })).toHaveAttribute('aria-disabled', 'true');
  await deleting.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Suspend all users' }).click();
  const suspending = page.getByRole('dialog', { name: 'Suspend all users' });
  await expect(suspending).toContainText('They leave the account');
  await suspending.getByRole('button', { name: 'Suspend all users' }).click();
  await expect(page.getByText('3 done, 0 failed')).toBeVisible();
  await expect(page.getByText('No users remain')).not.toHaveCount(0);

  await page.getByRole('button', { name: 'Delete account' }).click();
  const confirm = deleting.getByRole('button', { name: 'Delete account' });
  await deleting.getByRole('textbox').fill('Larkspur');
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await deleting.getByRole('textbox').fill('Larkspur Bakery');
  await confirm.click();
  await expect(page).toHaveURL('/accounts');
  await expect(notices(page)).toContainText('Account “Larkspur Bakery” is deleted');
  await expect(row(page, 'Larkspur Bakery')).toHaveCount(0);
  await page.getByRole('radio', { name: 'Disabled' }).check();
  await row(page, 'Larkspur Bakery').getByRole('link').click();
  await expect(page.getByText('The account is disabled', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit' })).toHaveAttribute('aria-disabled', 'true');
});

test('what the service refuses is told with its reason and its request id', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, 'Lantern Books');
  await open(page, `${path}/danger`);
  await page.getByRole('button', { name: 'Delete account' }).click();
  const deleting = page.getByRole('dialog', { name: 'Delete account' });
  await deleting.getByRole('textbox').fill('Lantern Books');
  await expect(deleting.getByText('Looking for users that remain')).toHaveCount(0);
  // Somebody joins while the dialog is open.
  await emulator.chime.inviteUsers({ AccountId: id, UserEmailList: ['late@lantern.example.com'] });
  await deleting.getByRole('button', { name: 'Delete account' }).click();
  await expect(notices(page)).toContainText('Account “Lantern Books” was not deleted');
  await expect(notices(page)).toContainText('Unprocessable');
  await expect(notices(page)).toContainText(/Request id [0-9a-f-]{36}/);
});

test('an account that is not there is told apart from a failure', async ({ page }) => {
  await open(page, '/accounts/no-such-account');
  await expect(page.getByText('There is no account with this id')).toBeVisible();
  await page.getByRole('link', { name: 'All accounts' }).click();
  await expect(page.getByRole('grid', { name: 'Accounts' })).toBeVisible();
});
