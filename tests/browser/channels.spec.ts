import type { Page } from '@playwright/test';
import { actAs, instance } from './chat';
import { expect, notices, open, row, test } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const message = (page: Page, text: string) =>
  page.getByRole('list', { name: 'Messages' }).locator('.message').filter({ hasText: text });

test('public and private channels are listed apart, the private ones to administrators', async ({ page, emulator }) => {
  const { path } = await instance(emulator);
  await open(page, `${path}/channels`);
  await expect(page.getByLabel('Acting as')).toHaveValue(/amara\.abbott$/);
  await expect(row(page, 'Trail talk')).toContainText('Unrestricted');
  await page.getByRole('radio', { name: 'Private' }).check();
  await expect(row(page, 'Store managers')).toContainText('Restricted');
  await expect(row(page, 'Trail talk')).toHaveCount(0);

  await actAs(page, 'Diego Vargas');
  await expect(page.getByText('Only administrators list private channels')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Acting as')).toHaveValue(/diego\.vargas$/);
  await page.getByRole('button', { name: 'Act as Amara Abbott' }).click();
  await expect(row(page, 'Store managers')).toBeVisible();
});

test('in an app instance without users nobody can act', async ({ page, emulator }) => {
  const { path } = await instance(emulator, 'Staging');
  await open(page, `${path}/channels`);
  await expect(page.getByText('There is nobody to act as')).toBeVisible();
  await page.getByRole('link', { name: 'Add user' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Add user');
});

test('a channel is created in the name of the bearer', async ({ page, emulator }) => {
  const { path, arn, admin } = await instance(emulator);
  await open(page, `${path}/channels/create`);
  await page.getByRole('button', { name: 'Create channel' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: 'Name' }).fill('Lost and found');
  await page.getByRole('radio', { name: /^Public/ }).check();
  await page.getByRole('button', { name: 'Create channel' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lost and found');
  await expect(page.getByText('Member and moderator of this channel')).toBeVisible();
  await expect(page.getByText('Nothing was said yet')).toBeVisible();
  const { Channels = [] } = await emulator.chime.listChannels({ AppInstanceArn: arn, ChimeBearer: admin });
  expect(Channels.map((it) => it.Name)).toContain('Lost and found');
});

test('members are added alone or many at once, hidden or not, and removed', async ({ page, emulator }) => {
  const { channel, admin, users } = await instance(emulator);
  const talk = await channel('Trail talk');
  const others = users.filter(({ name }) => !['Amara Abbott'].includes(name));
  await open(page, `${talk.path}/members`);
  const table = page.getByRole('grid', { name: 'Members' });
  await expect(table.locator('tbody').getByRole('row')).toHaveCount(11);

  await page.getByRole('button', { name: 'Add members' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add members' });
  await dialog.getByRole('checkbox', { name: 'Select Amara Abbott' }).check();
  await dialog.getByRole('button', { name: 'Add members', exact: true }).click();
  await expect(notices(page)).toContainText('The user is a member');
  await expect(row(page, 'Amara Abbott')).toBeVisible();
  await row(page, 'Amara Abbott').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('dialog', { name: 'Details' })).toContainText('Invited by');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByRole('dialog', { name: 'Remove members' }).getByRole('button', { name: 'Remove' }).click();
  await expect(row(page, 'Amara Abbott')).toHaveCount(0);

  // Whoever is banned is refused, the others are added.
  const { ChannelBans = [] } = await emulator.chime.listChannelBans({ ChannelArn: talk.arn, ChimeBearer: admin });
  const banned = ChannelBans[0]?.Member?.Name ?? '';
  const { ChannelMemberships = [] } = await emulator.chime.listChannelMemberships({ ChannelArn: talk.arn, ChimeBearer: admin });
  const inside = new Set(ChannelMemberships.map((it) => it.Member?.Name));
  const newcomer = others.find(({ name }) => name !== banned && !inside.has(name))?.name ?? '';
  await page.getByRole('button', { name: 'Add members' }).click();
  await dialog.getByRole('checkbox', { name: `Select ${banned}` }).check();
  await dialog.getByRole('checkbox', { name: `Select ${newcomer}` }).check();
  await dialog.getByRole('radio', { name: /^Hidden/ }).check();
  await dialog.getByRole('button', { name: 'Add members (2)' }).click();
  await expect(panel(page, 'Add members').first()).toContainText('Forbidden');
  await page.getByRole('radio', { name: 'Hidden' }).check();
  await expect(row(page, newcomer)).toBeVisible();
  const hidden = await emulator.chime.listChannelMemberships({ ChannelArn: talk.arn, ChimeBearer: admin, Type: 'HIDDEN' });
  expect(hidden.ChannelMemberships?.map((it) => it.Member?.Name)).toEqual([newcomer]);
});

test('moderators are named and released; bans are lifted and laid again', async ({ page, emulator }) => {
  const { channel, admin } = await instance(emulator);
  const talk = await channel('Trail talk');
  const bans = async () =>
    (await emulator.chime.listChannelBans({ ChannelArn: talk.arn, ChimeBearer: admin })).ChannelBans?.length;
  await open(page, `${talk.path}/moderators`);
  await page.getByRole('button', { name: 'Add moderators' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add moderators' });
  await dialog.getByRole('checkbox', { name: 'Select Diego Vargas' }).check();
  await dialog.getByRole('button', { name: 'Add moderators', exact: true }).click();
  await expect(row(page, 'Diego Vargas')).toBeVisible();
  await row(page, 'Diego Vargas').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  const removing = page.getByRole('dialog', { name: 'Remove moderators' });
  await expect(removing).toContainText('You act as Amara Abbott.');
  await removing.getByRole('button', { name: 'Remove' }).click();
  await expect(row(page, 'Diego Vargas')).toHaveCount(0);

  await page.getByRole('link', { name: 'Bans' }).click();
  const banned = page.getByRole('grid', { name: 'Banned users' }).locator('tbody').getByRole('row');
  await expect(banned).toHaveCount(1);
  await banned.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Lift ban' }).click();
  await expect(notices(page)).toContainText('Who was a member before must be added again.');
  await expect(page.getByText('Nobody is banned')).toBeVisible();
  expect(await bans()).toBe(0);
  await notices(page).getByRole('button', { name: 'Ban again' }).click();
  await expect(banned).toHaveCount(1);
  expect(await bans()).toBe(1);

  await page.getByRole('button', { name: 'Ban users' }).click();
  const banning = page.getByRole('dialog', { name: 'Ban users' });
  await expect(banning).toContainText('A ban also throws members out');
  await banning.getByRole('checkbox', { name: 'Select Hiro Brandt' }).check();
  await banning.getByRole('button', { name: 'Ban users', exact: true }).click();
  await expect(banned).toHaveCount(2);

  await actAs(page, 'Diego Vargas');
  await expect(page.getByText('Only administrators and moderators see this')).toBeVisible();
});

test('who is no member does not see a private channel, and is told why', async ({ page, emulator }) => {
  const { channel } = await instance(emulator);
  await open(page, (await channel('Store managers')).path);
  await expect(message(page, 'Stocktaking is on the 28th')).toBeVisible();
  await actAs(page, 'Diego Vargas');
  await expect(page.getByText('This user does not see the channel')).toBeVisible();
  await expect(page.getByText('It is private and this user is no member')).toBeVisible();
  await page.getByRole('button', { name: 'Act as Amara Abbott' }).click();
  await expect(message(page, 'Stocktaking is on the 28th')).toBeVisible();
});

test('a channel is changed, and deleted by typing its name', async ({ page, emulator }) => {
  const { channel } = await instance(emulator);
  const talk = await channel('Trail talk');
  await open(page, `${talk.path}/settings`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const editing = page.getByRole('dialog', { name: 'Edit channel' });
  await editing.getByRole('radio', { name: /^Restricted/ }).check();
  await editing.getByRole('button', { name: 'Save' }).click();
  await expect(panel(page, 'Channel')).toContainText('Restricted');

  await page.getByRole('button', { name: 'Delete channel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete channel' });
  await dialog.getByRole('textbox').fill('Trail talk');
  await dialog.getByRole('button', { name: 'Delete channel' }).click();
  await expect(page).toHaveURL(/\/channels$/);
  await expect(row(page, 'Announcements')).toBeVisible();
  await expect(row(page, 'Trail talk')).toHaveCount(0);
});

test("a user's channels are shown to administrators and to the user", async ({ page, emulator }) => {
  const { user } = await instance(emulator);
  await open(page, user('Chiara Okafor').path);
  const moderated = page.getByRole('grid', { name: 'Moderated channels' });
  await expect(page.getByRole('grid', { name: 'Channels', exact: true })).toContainText('Announcements');
  await expect(moderated).toContainText('Trail talk');
  await moderated.getByRole('radio', { name: 'Select Trail talk' }).check();
  await page.getByRole('region', { name: /^Moderated channels/ }).getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('dialog', { name: 'Details' })).toContainText('UNRESTRICTED');
  await page.keyboard.press('Escape');
  await actAs(page, 'Diego Vargas');
  await expect(page.getByText('Only administrators see the channels of another user')).toBeVisible();
});
