import type { Page } from '@playwright/test';
import { account, expect, notices, open, test } from './console';

const COMPANY = 'Cascadia Outdoor';
const rooms = (page: Page) => page.getByRole('switch', { name: 'Erase old messages in rooms' });
const days = (page: Page) => page.getByRole('textbox', { name: /Days that messages in rooms are kept/ });
const save = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Save retention' }).first();
const asking = (page: Page) => page.getByRole('dialog', { name: 'Erase old messages' });

const settings = async (emulator: any, AccountId: string) => {
  const { RetentionSettings } = await emulator.chime.getRetentionSettings({ AccountId });
  return RetentionSettings;
};

test('a period is switched on only after the name of the account is typed', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, COMPANY);
  await open(page, `${path}/retention`);
  await expect(rooms(page)).not.toBeChecked();
  await rooms(page).check();
  await days(page).fill('730');
  await expect(page.getByText('2 years', { exact: true })).toBeVisible();
  await save(page).click();
  await expect(asking(page)).toContainText('Messages in rooms older than 730 days (2 years)');
  const confirm = asking(page).getByRole('button', { name: 'Save retention' });
  await expect(confirm).toHaveAttribute('aria-disabled', 'true');
  await asking(page).getByRole('textbox').fill(COMPANY);
  await confirm.click();
  await expect(notices(page)).toContainText('The retention is saved');
  await expect(page.getByText(/Messages are erased for good from/)).toBeVisible();
  await expect(page.getByText('Messages in rooms older than 730 days (2 years)')).toBeVisible();
  expect(await settings(emulator, id)).toMatchObject({ RoomRetentionSettings: { RetentionDays: 730 } });
});

test('a longer period and none are saved at once, a shorter one is asked about', async ({ page, emulator }) => {
  const { id: AccountId, path } = await account(emulator, COMPANY);
  const RetentionSettings = { RoomRetentionSettings: { RetentionDays: 90 }, ConversationRetentionSettings: {} };
  await emulator.chime.putRetentionSettings({ AccountId, RetentionSettings });
  await open(page, `${path}/retention`);
  await expect(days(page)).toHaveValue('90');
  await days(page).fill('30');
  await save(page).click();
  await expect(asking(page)).toBeVisible();
  await asking(page).getByRole('button', { name: 'Cancel' }).click();
  await days(page).fill('365');
  await save(page).click();
  await expect(notices(page)).toContainText('The retention is saved');
  expect(await settings(emulator, AccountId)).toMatchObject({ RoomRetentionSettings: { RetentionDays: 365 } });
  await rooms(page).uncheck();
  await save(page).click();
  await expect(page.getByText(/Messages are erased for good/)).toHaveCount(0);
  expect((await settings(emulator, AccountId)).RoomRetentionSettings.RetentionDays ?? null).toBeNull();
});

test('days that were deleted, or are too many, are not sent', async ({ page, emulator }) => {
  const { path } = await account(emulator, COMPANY);
  await open(page, `${path}/retention`);
  await rooms(page).check();
  for (const wrong of ['', '5476', 'ten']) {
    await days(page).fill(wrong);
    await save(page).click();
    await expect(days(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(rooms(page)).toBeChecked();
  }
  const { Events } = await emulator.control('GET', 'events?operation=PutRetentionSettings');
  expect(Events).toEqual([]);
});

test('what cannot be read is told, and tried again', async ({ page, emulator }) => {
  const { path } = await account(emulator, COMPANY);
  await emulator.faults({ Operation: 'GetRetentionSettings', Exception: 'ForbiddenException' });
  await open(page, `${path}/retention`);
  const alert = page.getByRole('alert').filter({ hasText: 'The retention could not be loaded' });
  await expect(alert).toContainText('Forbidden');
  await expect(rooms(page)).toBeHidden();
  await emulator.faults();
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(rooms(page)).toBeVisible();
});

test('a message of a conversation is redacted by its ids', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, COMPANY);
  const messages = `hooks/accounts/${id}/conversations/c-1/messages`;
  const { Message } = await emulator.control('POST', messages, { Content: 'Something rude' });
  await open(page, `${path}/retention`);
  const panel = page.getByRole('region', { name: 'Redact a conversation message' });
  await panel.getByRole('button', { name: 'Redact message' }).click();
  await expect(panel.getByRole('alert')).toContainText('2 fields need your attention');
  await panel.getByRole('textbox', { name: 'Conversation id' }).fill('c-1');
  await panel.getByRole('textbox', { name: 'Message id' }).fill(Message.MessageId);
  await panel.getByRole('button', { name: 'Redact message' }).click();
  await page.getByRole('dialog', { name: 'Redact message' }).getByRole('button', { name: 'Redact' }).click();
  await expect(notices(page)).toContainText('The message is redacted');
  const { Messages } = await emulator.control('GET', messages);
  expect(Messages[0].Redacted).toBe(true);
});
