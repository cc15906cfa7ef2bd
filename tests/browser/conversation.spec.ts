// What is said in a channel: read, sent, edited, redacted, deleted.
import type { Page } from '@playwright/test';
import { actAs, instance } from './chat';
import { type Emulator, expect, notices, open, test } from './console';

const messages = (page: Page) => page.getByRole('list', { name: 'Messages' }).locator('.message');
const message = (page: Page, text: string) => messages(page).filter({ hasText: text });

/** Opens the menu of a message and chooses from it. */
async function act(page: Page, text: string, action: string) {
  await message(page, text).getByRole('button', { name: /^Actions for the message/ }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

const listed = async (emulator: Emulator, ChannelArn: string, ChimeBearer: string) =>
  (await emulator.chime.listChannelMessages({ ChannelArn, ChimeBearer })).ChannelMessages ?? [];

test('a conversation reads from old to new, and further back on demand', async ({ page, emulator }) => {
  const { channel } = await instance(emulator);
  const { path } = await channel('Trail talk');
  await open(page, path);
  await expect(messages(page)).toHaveCount(50);
  const newest = messages(page).last();
  await expect(newest).toContainText('(corrected)');
  await expect(newest).toContainText('Edited');
  await expect(newest).toBeInViewport();
  await expect(messages(page).filter({ hasText: 'Content removed' }).first()).toContainText('Redacted');
  const first = await messages(page).first().innerText();
  await page.getByRole('button', { name: 'Load older messages' }).click();
  await expect(messages(page)).toHaveCount(84);
  await expect(messages(page).nth(34)).toContainText(first.split('\n').at(-1) ?? '');
  await expect(page.getByRole('button', { name: 'Load older messages' })).toHaveCount(0);

  await page.getByText('The newest messages').click();
  await page.getByRole('radio', { name: 'Beginning' }).check();
  await expect(messages(page)).toHaveCount(50);
  await expect(messages(page).first()).toContainText('Has anybody been up to the ridge since the rain?');
  await page.getByRole('button', { name: 'Load newer messages' }).click();
  await expect(messages(page)).toHaveCount(84);

  await page.getByLabel('Not after').fill('2001-01-01T00:00');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('No message of this time')).toBeVisible();
  await page.getByRole('button', { name: 'Clear times' }).click();
  await expect(messages(page)).toHaveCount(50);
});

test('a member sends by keyboard, within the bytes that are allowed', async ({ page, emulator }) => {
  const { channel, admin } = await instance(emulator);
  const talk = await channel('Trail talk');
  await open(page, talk.path);
  await expect(page.getByText('Only members send messages')).toHaveCount(2);
  const text = page.getByRole('textbox', { name: 'Message' });
  await text.fill('Snow from Friday on – bring chains. ❄');
  // The draft stays while somebody else is chosen to say it.
  await actAs(page, 'Chiara Okafor');
  await expect(text).toHaveValue('Snow from Friday on – bring chains. ❄');
  await expect(page.getByText('41 / 4096 bytes')).toBeVisible();
  await text.press('Control+Enter');
  await expect(messages(page).last()).toContainText('Snow from Friday on');
  await expect(messages(page).last()).toContainText('Chiara Okafor');
  await expect(text).toHaveValue('');
  await expect(text).toBeFocused();

  const before = await listed(emulator, talk.arn, admin);
  await text.fill('é'.repeat(2049));
  await page.getByRole('button', { name: 'Send as Chiara Okafor' }).click();
  await expect(page.getByText('It is 2 bytes too long.')).toBeVisible();
  await expect(text).toBeFocused();
  await page.getByText('Type, persistence and metadata').click();
  await page.getByRole('radio', { name: 'Control' }).check();
  await text.fill('typing');
  await expect(page.getByText('6 / 30 bytes')).toBeVisible();
  await page.getByRole('textbox', { name: 'Metadata' }).fill('{}');
  await expect(page.getByText('A control message has no metadata.')).toBeVisible();
  await text.press('Control+Enter');
  expect(await listed(emulator, talk.arn, admin)).toEqual(before);

  await page.getByRole('textbox', { name: 'Metadata' }).fill('');
  await page.getByRole('radio', { name: 'Not kept' }).check();
  await text.press('Control+Enter');
  await expect(notices(page)).toContainText('It is not kept');
  expect(await listed(emulator, talk.arn, admin)).toHaveLength(before.length);
});

test('what the service refuses to send keeps the words', async ({ page, emulator }) => {
  const { channel } = await instance(emulator);
  await open(page, (await channel('Announcements')).path);
  await emulator.faults({ Operation: 'SendChannelMessage', Exception: 'ForbiddenException' });
  const text = page.getByRole('textbox', { name: 'Message' });
  await text.fill('Open day on Sunday');
  await page.getByRole('button', { name: 'Send as Amara Abbott' }).click();
  await expect(page.getByRole('alert')).toContainText('The message was not sent');
  await expect(text).toHaveValue('Open day on Sunday');
});

test('messages are edited by their sender, redacted and deleted by an administrator', async ({ page, emulator }) => {
  const { channel, admin } = await instance(emulator);
  const announcements = await channel('Announcements');
  await open(page, announcements.path);
  await act(page, 'Maintenance on Sunday', 'Edit');
  const editing = page.getByRole('dialog', { name: 'Edit message' });
  await editing.getByRole('textbox', { name: 'Message' }).fill('Maintenance moves to Monday.');
  await editing.getByRole('button', { name: 'Save' }).click();
  await expect(message(page, 'Maintenance moves to Monday.')).toContainText('Edited');

  await act(page, 'The autumn catalogue', 'Redact');
  const redacting = page.getByRole('dialog', { name: 'Redact message' });
  await expect(redacting).toContainText('You act as Amara Abbott.');
  await redacting.getByRole('button', { name: 'Redact' }).click();
  await expect(message(page, 'Content removed')).toHaveCount(1);
  await expect(page.getByText('The autumn catalogue')).toHaveCount(0);
  await act(page, 'Content removed', 'Details');
  await expect(page.getByRole('dialog', { name: 'Message' })).toContainText('PERSISTENT');
  await page.keyboard.press('Escape');

  await act(page, 'Content removed', 'Delete');
  await page.getByRole('dialog', { name: 'Delete message' }).getByRole('button', { name: 'Delete' }).click();
  await expect(messages(page)).toHaveCount(2);
  expect(await listed(emulator, announcements.arn, admin)).toHaveLength(2);

  // A plain member reads why nothing of this is possible.
  await actAs(page, 'Diego Vargas');
  await message(page, 'Welcome').getByRole('button', { name: /^Actions for the message/ }).click();
  await expect(page.getByRole('menuitem', { name: /Edit/ })).toContainText('Only the sender edits a message');
  await expect(page.getByRole('menuitem', { name: /Delete/ })).toContainText('Only administrators delete messages');
});

test('a member marks the channel as read', async ({ page, emulator }) => {
  const { channel } = await instance(emulator);
  await open(page, (await channel('Announcements')).path);
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await expect(page.getByText('Read up to just now')).toBeVisible();
});

test('what a reader of the screen hears of a conversation', async ({ page, emulator }) => {
  const { channel } = await instance(emulator);
  await open(page, (await channel('Store managers')).path);
  await expect(messages(page)).toHaveCount(2);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Store managers" [level=1]
      - region "Bearer":
        - text: Acting as
        - combobox "Acting as"
        - paragraph: /Administrator/
      - navigation "Channel"
      - region /Conversation/:
        - heading /Conversation/ [level=2]
        - group "Conversation":
          - list "Messages":
            - listitem
            - listitem:
              - link "Farid Lindqvist"
              - paragraph: Stocktaking is on the 28th in all three stores.
              - button /Actions for the message of/
            - listitem:
              - link "Greta Sato"
              - paragraph: Ballard is ready, we need two more scanners.
              - button /Actions for the message of/
        - form "Send a message":
          - textbox "Message"
  `);
});
