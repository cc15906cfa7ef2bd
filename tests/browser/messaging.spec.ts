import type { Page } from '@playwright/test';
import { instance } from './chat';
import { expect, notices, open, row, test } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('the list shows app instances, and where clients listen', async ({ page }) => {
  await open(page, '/app-instances');
  await expect(page.getByText('node001.ue1.ws-messaging.chime.aws')).toBeVisible();
  await expect(row(page, 'Staging')).toBeVisible();
  await row(page, 'Cascadia Community').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cascadia Community');
  await expect(panel(page, 'Tags')).toContainText('community-team');
});

test('without app instances the page says what they are for', async ({ page, emulator }) => {
  await emulator.control('POST', 'reset');
  await open(page, '/app-instances');
  await expect(page.getByText('An app instance holds the users, channels and messages')).toBeVisible();
});

test('what the service refuses is shown, and asked again', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'ListAppInstances', Exception: 'ForbiddenException' });
  await open(page, '/app-instances');
  await expect(page.getByRole('alert')).toContainText('The app instances could not be loaded');
  await emulator.faults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(row(page, 'Staging')).toBeVisible();
});

test('an app instance is created by keyboard alone, once it has a name', async ({ page, emulator }) => {
  await open(page, '/app-instances/create');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.focus();
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  expect((await emulator.chime.listAppInstances({})).AppInstances).toHaveLength(2);
  await page.keyboard.type('Field service');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Field service');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect((await emulator.chime.listAppInstances({})).AppInstances).toHaveLength(3);
});

test('an app instance is renamed, and its metadata stays folded', async ({ page, emulator }) => {
  const { path, arn } = await instance(emulator, 'Staging');
  await emulator.chime.updateAppInstance({ AppInstanceArn: arn, Name: 'Staging', Metadata: '{"tier":"test"}' });
  await open(page, path);
  await expect(page.getByText('{"tier":"test"}')).toBeHidden();
  await page.getByText('Show metadata').click();
  await expect(page.getByText('{"tier":"test"}')).toBeVisible();
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Rehearsal');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rehearsal');
  const { AppInstance } = await emulator.chime.describeAppInstance({ AppInstanceArn: arn });
  expect(AppInstance).toMatchObject({ Name: 'Rehearsal', Metadata: '{"tier":"test"}' });
});

test('an app instance is deleted by typing its name', async ({ page, emulator }) => {
  const { path } = await instance(emulator);
  await open(page, `${path}/danger`);
  await page.getByRole('button', { name: 'Delete app instance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete app instance' });
  await expect(dialog).toContainText('24 users');
  await expect(dialog).toContainText('2 administrators');
  await dialog.getByRole('textbox').fill('Cascadia Community');
  await dialog.getByRole('button', { name: 'Delete app instance' }).click();
  await expect(page).toHaveURL(/\/app-instances$/);
  await expect(row(page, 'Cascadia Community')).toHaveCount(0);
  await page.goto(path);
  await expect(page.getByText('There is no app instance with this ARN')).toBeVisible();
});

test('users are listed with their role, added, renamed and deleted', async ({ page, emulator }) => {
  const { path, arn } = await instance(emulator);
  await open(page, `${path}/users`);
  await expect(row(page, 'Amara Abbott')).toContainText('Administrator');
  await expect(row(page, 'Chiara Okafor')).not.toContainText('Administrator');

  await page.getByRole('link', { name: 'Add user' }).click();
  const id = page.getByRole('textbox', { name: 'User id' });
  await id.fill('no spaces');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Zoe Quill');
  await page.getByRole('button', { name: 'Add user' }).click();
  await expect(id).toHaveAttribute('aria-invalid', 'true');
  await id.fill('zoe.quill');
  await page.getByRole('button', { name: 'Add user' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zoe Quill');
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText('Cascadia Community');

  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Zoe Quill-Stone');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Zoe Quill-Stone');

  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete user' });
  await dialog.getByRole('textbox').fill('Zoe Quill-Stone');
  await dialog.getByRole('button', { name: 'Delete user' }).click();
  await expect(page).toHaveURL(/\/users$/);
  const { AppInstanceUsers = [] } = await emulator.chime.listAppInstanceUsers({ AppInstanceArn: arn });
  expect(AppInstanceUsers).toHaveLength(24);
});

test('an id that is taken is refused beside what was typed', async ({ page, emulator }) => {
  const { path } = await instance(emulator);
  await open(page, `${path}/users/create`);
  await page.getByRole('textbox', { name: 'User id' }).fill('amara.abbott');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Another Amara');
  await page.getByRole('button', { name: 'Add user' }).click();
  await expect(page.getByText('The user was not added')).toBeVisible();
  await expect(page.getByText('Conflict', { exact: true })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Another Amara');
});

test('users become administrators and cease to be', async ({ page, emulator }) => {
  const { path, arn, user } = await instance(emulator);
  await open(page, user('Chiara Okafor').path);
  const role = panel(page, 'Role in the app instance');
  await expect(role).toContainText('The user is no administrator.');
  await role.getByRole('button', { name: 'Promote to administrator' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Promote', exact: true }).click();
  await expect(role).toContainText('Administrator since');

  await page.goto(`${path}/admins`);
  await page.getByRole('button', { name: 'Promote users' }).click();
  const choosing = page.getByRole('dialog', { name: 'Promote to administrator' });
  await choosing.getByRole('checkbox', { name: 'Select Diego Vargas' }).check();
  await choosing.getByRole('checkbox', { name: 'Select Chiara Okafor' }).check();
  await choosing.getByRole('button', { name: 'Promote users (2)' }).click();
  // One of them is an administrator already.
  const results = panel(page, 'Promote to administrator').first();
  await expect(results).toContainText('Conflict');
  await expect(row(page, 'Diego Vargas')).toBeVisible();

  await row(page, 'Diego Vargas').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('dialog', { name: 'Details' })).toContainText('Since');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Demote' }).click();
  await page.getByRole('dialog', { name: 'Demote administrators' }).getByRole('button', { name: 'Demote' }).click();
  await expect(row(page, 'Diego Vargas')).toHaveCount(0);
  const { AppInstanceAdmins = [] } = await emulator.chime.listAppInstanceAdmins({ AppInstanceArn: arn });
  expect(AppInstanceAdmins.map((it) => it.Admin?.Name)).toEqual(expect.arrayContaining(['Chiara Okafor']));
  expect(AppInstanceAdmins).toHaveLength(3);
});

test('a shorter retention asks for the name, a longer one does not', async ({ page, emulator }) => {
  const { path, arn } = await instance(emulator);
  const days = async () => {
    const answer = await emulator.chime.getAppInstanceRetentionSettings({ AppInstanceArn: arn });
    return answer.AppInstanceRetentionSettings?.ChannelRetentionSettings?.RetentionDays;
  };
  await open(page, `${path}/retention`);
  const field = page.getByRole('textbox', { name: 'Days' });
  await expect(field).toHaveValue('365');
  const save = page.getByRole('button', { name: 'Save retention' });
  await expect(save).toHaveAttribute('aria-disabled', 'true');
  await field.fill('6000');
  await save.click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('730');
  await save.click();
  await expect(notices(page)).toContainText('The retention is saved');
  expect(await days()).toBe(730);

  await field.fill('30');
  await save.click();
  const dialog = page.getByRole('dialog', { name: 'Erase older messages' });
  await expect(dialog).toContainText('Messages older than 30 days are erased for good');
  expect(await days()).toBe(730);
  await dialog.getByRole('textbox').fill('Cascadia Community');
  await dialog.getByRole('button', { name: 'Save retention' }).click();
  await expect(page.getByText('Messages are about to be erased')).toBeVisible();
  expect(await days()).toBe(30);

  await page.getByRole('switch', { name: 'Erase messages after some time' }).uncheck();
  await save.click();
  await expect(page.getByText('Messages are kept for good.', { exact: true })).toBeVisible();
  expect(await days()).toBeUndefined();
});

test('streaming that is not set up is configured, and switched off again', async ({ page, emulator }) => {
  const { path, arn } = await instance(emulator, 'Staging');
  await open(page, `${path}/streaming`);
  await expect(page.getByText('Streaming is not set up')).toBeVisible();
  await page.getByRole('button', { name: 'Configure' }).click();
  const dialog = page.getByRole('dialog', { name: 'Streams' });
  const stream = 'arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-test';
  await dialog.getByRole('textbox', { name: 'ARN of the stream' }).fill(stream);
  await dialog.getByRole('button', { name: 'Add stream' }).click();
  await dialog.getByRole('textbox', { name: 'ARN of the stream' }).nth(1).fill(stream);
  await dialog.getByRole('radio', { name: /^Messages/ }).nth(1).check();
  await dialog.getByRole('button', { name: 'Save streams' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Each type of data has one stream.');
  await dialog.getByRole('radio', { name: /^Channels/ }).nth(1).check();
  await dialog.getByRole('button', { name: 'Save streams' }).click();
  await expect(page.getByText(stream)).toHaveCount(2);
  const answer = await emulator.chime.getAppInstanceStreamingConfigurations({ AppInstanceArn: arn });
  expect(answer.AppInstanceStreamingConfigurations).toHaveLength(2);

  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByRole('dialog', { name: 'Switch streaming off' }).getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('Streaming is not set up')).toBeVisible();
});
