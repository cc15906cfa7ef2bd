import type { Page } from '@playwright/test';
import { account, expect, notices, open, row, test } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const ENDPOINT = 'https://bots.example.com/concierge';

async function bot(emulator: any, DisplayName: string) {
  const { id: AccountId, path } = await account(emulator, 'Juniper Valley Clinic');
  const { Bot } = await emulator.chime.createBot({ AccountId, DisplayName, Domain: 'juniper.example.org' });
  const read = async () => (await emulator.chime.getBot({ AccountId, BotId: Bot.BotId })).Bot;
  return { AccountId, BotId: Bot.BotId as string, token: Bot.SecurityToken as string, tab: `${path}/bots`, path: `${path}/bots/${Bot.BotId}`, read };
}

test('a bot is made by keyboard only, and its token handed over once', async ({ page, emulator }) => {
  const { id, path } = await account(emulator, 'Juniper Valley Clinic');
  await open(page, `${path}/bots`);
  await expect(page.getByText('A bot posts in rooms and answers what people say to it')).toBeVisible();
  await page.getByRole('link', { name: 'Create bot' }).last().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bots cannot be deleted')).toBeVisible();
  await page.getByRole('textbox', { name: 'Display name' }).focus();
  await page.keyboard.type('Concierge');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The bot is created', { exact: true }).first()).toBeVisible();
  const made = panel(page, 'The new bot');
  await expect(made).toContainText('Concierge (Bot)');
  const { Bots } = await emulator.chime.listBots({ AccountId: id });
  const token = Bots?.[0]?.SecurityToken ?? '';
  expect(token).not.toBe('');
  await expect(page.locator('body')).not.toContainText(token);
  await made.getByRole('button', { name: 'Reveal security token' }).click();
  await expect(made).toContainText(token);
  await page.getByRole('link', { name: 'Configure its events' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Concierge (Bot)' })).toBeVisible();
  await expect(page.locator('body')).not.toContainText(token);
});

test('a name that is missing or taken is told', async ({ page, emulator }) => {
  const { tab } = await bot(emulator, 'Concierge');
  await open(page, `${tab}/create`);
  const create = page.getByRole('button', { name: 'Create bot' });
  await create.click();
  const name = page.getByRole('textbox', { name: 'Display name' });
  await expect(name).toBeFocused();
  await name.fill('Concierge');
  await page.getByRole('textbox', { name: 'Domain' }).fill('juniper.example.org');
  await create.click();
  await expect(page.getByRole('alert').filter({ hasText: 'The bot was not created' })).toContainText('BadRequest');
  await expect(name).toHaveValue('Concierge');
});

test('the list tells state and endpoint, and never a token', async ({ page, emulator }) => {
  const { AccountId, BotId, token, tab } = await bot(emulator, 'Concierge');
  await emulator.chime.putEventsConfiguration({ AccountId, BotId, OutboundEventsHTTPSEndpoint: ENDPOINT });
  await bot(emulator, 'Deaf');
  await open(page, tab);
  await expect(row(page, 'Concierge (Bot)')).toContainText('HTTPS');
  await expect(row(page, 'Concierge (Bot)')).toContainText('Running');
  await expect(row(page, 'Deaf (Bot)')).toContainText('Nowhere');
  await expect(page.locator('body')).not.toContainText(token);
});

test('a bot is stopped, and started again from the notice', async ({ page, emulator }) => {
  const { path, read } = await bot(emulator, 'Concierge');
  await open(page, path);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(notices(page)).toContainText('The bot is stopped');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  expect((await read()).Disabled).toBe(true);
  await notices(page).getByRole('button', { name: 'Start it again' }).click();
  await expect(notices(page)).toContainText('The bot is running');
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
  expect((await read()).Disabled).toBe(false);
});

test('a new token is asked about, and takes the place of the old', async ({ page, emulator }) => {
  const { path, token, read } = await bot(emulator, 'Concierge');
  await open(page, path);
  await panel(page, 'Security token').getByRole('button', { name: 'Regenerate' }).click();
  const asking = dialog(page, 'Regenerate security token');
  await expect(asking).toContainText('The old token stops working at once');
  await asking.getByRole('button', { name: 'Regenerate' }).click();
  await expect(notices(page)).toContainText('The bot has a new security token');
  const now = (await read()).SecurityToken;
  expect(now).not.toBe(token);
  await panel(page, 'Security token').getByRole('button', { name: 'Reveal security token' }).click();
  await expect(panel(page, 'Security token')).toContainText(now);
});

test('events get a place, another one, and none', async ({ page, emulator }) => {
  const { AccountId, BotId, path } = await bot(emulator, 'Concierge');
  const events = async () => (await emulator.chime.getEventsConfiguration({ AccountId, BotId })).EventsConfiguration;
  await open(page, path);
  await expect(panel(page, 'Events')).toContainText('The events go nowhere');
  await page.getByRole('button', { name: 'Configure' }).click();
  const editing = dialog(page, 'Configure events');
  const save = editing.getByRole('button', { name: 'Save' });
  await save.click();
  await expect(editing.getByRole('alert')).toContainText('One field needs your attention');
  const endpoint = editing.getByRole('textbox', { name: 'Address' });
  await endpoint.fill('http://bots.example.com');
  await save.click();
  await expect(editing).toContainText('Begin with https://.');
  await endpoint.fill(ENDPOINT);
  await save.click();
  await expect(notices(page)).toContainText('have a place to go');
  await expect(panel(page, 'Events')).toContainText(ENDPOINT);

  await panel(page, 'Events').getByRole('button', { name: 'Change' }).click();
  await editing.getByRole('radio', { name: /Lambda function/ }).check();
  const arn = 'arn:aws:lambda:us-east-1:111122223333:function:concierge';
  await editing.getByRole('textbox', { name: 'Lambda function ARN' }).fill(arn);
  await save.click();
  await expect(panel(page, 'Events')).toContainText(arn);
  expect(await events()).toMatchObject({ BotId, LambdaFunctionArn: arn });

  await panel(page, 'Events').getByRole('button', { name: 'Remove' }).click();
  const removing = dialog(page, 'Remove events configuration');
  await expect(removing).toContainText('hears nothing any more');
  await removing.getByRole('button', { name: 'Remove' }).click();
  await expect(panel(page, 'Events')).toContainText('The events go nowhere');
});

test('what the service refuses is told with its reason', async ({ page, emulator }) => {
  const { path } = await bot(emulator, 'Concierge');
  await open(page, path);
  await emulator.faults({ Operation: 'UpdateBot', Exception: 'ForbiddenException' });
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(notices(page)).toContainText('The bot was not stopped');
  await expect(notices(page)).toContainText('Forbidden');
  await page.goto(`${path}x`);
  await expect(page.getByText('There is no bot with this id')).toBeVisible();
});
