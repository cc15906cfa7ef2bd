// What an administrator does most, by each way to the API: an emulator over HTTP, the sandbox inside the page, a relay.
import type { Page } from '@playwright/test';
import { actAs, instance } from './chat';
import { type Transport, account, expect, notices, open, row, test } from './console';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const text = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

for (const transport of ['native', 'sandbox', 'relay'] as Transport[]) {
  test.describe(transport, () => {
    test.use({ transport });
    test.describe.configure({ timeout: transport === 'sandbox' ? 60_000 : 30_000 });

    test('an account is made, found, renamed and deleted', async ({ page, emulator }) => {
      await open(page, '/accounts/create');
      await text(page, 'Account name').fill('Quay Nine');
      await press(page, 'Create account');
      await expect(heading(page, 'Quay Nine')).toBeVisible();
      await press(page, 'Edit');
      await page.getByRole('dialog', { name: 'Edit account' }).getByRole('textbox').first().fill('Quay Ten');
      await page.keyboard.press('Enter');
      await expect(heading(page, 'Quay Ten')).toBeVisible();
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Accounts' }).click();
      await page.getByLabel('Name begins with').fill('Quay');
      await press(page, 'Search');
      await expect(page.locator('tbody').getByRole('row')).toHaveCount(1);
      await expect(row(page, 'Quay Ten')).toBeVisible();
      const { Accounts = [] } = await emulator.chime.listAccounts({ Name: 'Quay Ten' });
      await emulator.chime.deleteAccount({ AccountId: Accounts[0]?.AccountId });
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect(row(page, 'Quay Ten')).toHaveCount(0);
    });

    test('people are invited, and what the service refuses is told for each', async ({ page, emulator }) => {
      const { id, path } = await account(emulator, 'Lantern Books');
      await open(page, `${path}/users/invite`);
      await page.getByLabel('E-mail addresses').fill('ines@lantern.example.com\njonas@lantern.example.com');
      await press(page, 'Invite');
      await expect(page.getByText('2 done, 0 failed')).toBeVisible();
      await expect(row(page, 'jonas@lantern.example.com')).toContainText('Pending');
      expect((await emulator.chime.listUsers({ AccountId: id })).Users).toHaveLength(2);
    });

    test('a room is made', async ({ page, emulator }) => {
      const { id, path } = await account(emulator, 'Juniper Valley Clinic');
      await open(page, `${path}/rooms/create`);
      await text(page, 'Room name').fill('Rainier base camp');
      await press(page, 'Create room');
      await expect(heading(page, 'Rainier base camp')).toBeVisible();
      const { Rooms } = await emulator.chime.listRooms({ AccountId: id });
      expect(Rooms?.map((room) => room.Name)).toEqual(['Rainier base camp']);
    });

    test('numbers are ordered, and the order is followed to its end', async ({ page, emulator }) => {
      await open(page, '/phone-numbers/order');
      await page.getByRole('radio', { name: 'Voice Connector' }).check();
      await page.getByLabel('Area code').fill('415');
      await press(page, 'Search');
      await row(page, '+14155550100').getByRole('checkbox').check();
      await press(page, 'Add to cart');
      await press(page, 'Order 1 number');
      await page.getByRole('dialog', { name: 'Order numbers' }).getByRole('button', { name: 'Order 1 number' }).click();
      await expect(page).toHaveURL(/\/phone-numbers\/orders\/[0-9a-f-]+$/);
      await emulator.control('POST', 'clock', { Advance: '61s' });
      await expect(page.getByText('All numbers are in the inventory')).toBeVisible();
      await expect(row(page, '+14155550100')).toContainText('Acquired');
      await emulator.control('POST', 'clock', { Reset: true });
    });

    test('a voice connector is made, one without a name is not sent', async ({ page, emulator }) => {
      await open(page, '/voice-connectors/create');
      await press(page, 'Create voice connector');
      await expect(page.getByRole('alert')).toContainText('One field needs your attention');
      await text(page, 'Name').fill('Riverside office');
      await press(page, 'Create voice connector');
      await expect(heading(page, 'Riverside office')).toBeVisible();
      const { VoiceConnectors } = await emulator.chime.listVoiceConnectors({});
      expect(VoiceConnectors?.filter((connector) => connector.Name === 'Riverside office')).toHaveLength(1);
    });

    test('a meeting is started and ended', async ({ page, emulator }) => {
      await open(page, '/meetings/create');
      await text(page, 'External meeting id optional').fill('standup');
      await press(page, 'Start meeting');
      await expect(heading(page, 'standup')).toBeVisible();
      await page.getByRole('link', { name: 'Danger zone' }).click();
      await press(page, 'End meeting');
      const ending = page.getByRole('dialog', { name: 'End meeting' });
      await ending.getByRole('textbox').fill('standup');
      await ending.getByRole('button', { name: 'End meeting' }).click();
      await expect(notices(page)).toContainText('The meeting has ended');
      const { Meetings = [] } = await emulator.chime.listMeetings({});
      expect(Meetings.map((meeting) => meeting.ExternalMeetingId)).not.toContain('standup');
    });

    test('a message is sent to a channel', async ({ page, emulator }) => {
      const { channel, admin } = await instance(emulator);
      const { arn, path } = await channel('Trail talk');
      await open(page, path);
      await actAs(page, 'Chiara Okafor');
      const words = 'Snow from Friday on – bring chains. ❄';
      await page.getByRole('textbox', { name: 'Message' }).fill(words);
      await page.getByRole('textbox', { name: 'Message' }).press('Control+Enter');
      await expect(page.getByRole('list', { name: 'Messages' }).locator('.message').last()).toContainText(words);
      const { ChannelMessages } = await emulator.chime.listChannelMessages({ ChannelArn: arn, ChimeBearer: admin });
      expect(ChannelMessages?.[0]?.Content).toBe(words);
    });

    test('an error of the service is told, and tried again', async ({ page, emulator }) => {
      await emulator.faults({ Operation: 'ListMeetings', Exception: 'ForbiddenException' });
      await open(page, '/meetings');
      const alert = page.getByRole('alert').filter({ hasText: 'The meetings could not be loaded' });
      await expect(alert).toContainText('Forbidden');
      await expect(alert).toContainText('Request id');
      await emulator.faults();
      // A page on the sandbox sees by itself that another tab has changed something.
      if (transport !== 'sandbox') await alert.getByRole('button', { name: 'Try again' }).click();
      await expect(row(page, 'season-review')).toBeVisible();
    });

    test('lists are read page by page', async ({ page, emulator }) => {
      const { id, path } = await account(emulator, 'Lantern Books');
      for (const part of [0, 1, 2]) {
        const UserEmailList = Array.from({ length: 50 }, (_, index) => `reader${part * 50 + index}@lantern.example.com`);
        await emulator.chime.inviteUsers({ AccountId: id, UserEmailList });
      }
      await open(page, `${path}/users`);
      const next = page.getByRole('button', { name: 'Next page' });
      await expect(next).toBeEnabled();
      const first = await page.locator('tbody').getByRole('row').first().innerText();
      await next.click();
      await expect(page.locator('tbody').getByRole('row').first()).not.toHaveText(first);
      await press(page, 'Load all');
      await expect(page.getByText(/150/).first()).toBeVisible();
    });
  });
}
