import type { Page } from '@playwright/test';
import { expect, notices, open, row, test, voiceConnector } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const sessions = (page: Page) => page.getByRole('grid', { name: 'Proxy sessions' }).locator('tbody').getByRole('row');

test('a proxy is configured, and a session begins', async ({ page, emulator }) => {
  const { id, path } = await voiceConnector(emulator, 'Portland store');
  await open(page, `${path}/proxy`);
  await expect(page.getByText('No masked calling')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create session' }).first()).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Configure' }).click();
  await page.getByLabel('Minutes that a session lasts').fill('0');
  await page.getByLabel('Countries of the proxy numbers').fill('US ca');
  await page.getByRole('button', { name: 'Save proxy' }).click();
  await expect(page.getByRole('alert')).toContainText('2 fields need your attention');
  await page.getByLabel('Minutes that a session lasts').fill('30');
  await page.getByLabel('Countries of the proxy numbers').fill('US, CA');
  await page.getByRole('button', { name: 'Save proxy' }).click();
  await expect(notices(page)).toContainText('The proxy is saved');
  const { Proxy: proxy } = await emulator.chime.getVoiceConnectorProxy({ VoiceConnectorId: id });
  expect(proxy).toMatchObject({ DefaultSessionExpiryMinutes: 30, PhoneNumberCountries: ['US', 'CA'], Disabled: false });

  await page.getByRole('button', { name: 'Create session' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create proxy session' });
  await dialog.getByRole('textbox', { name: 'First person' }).fill('+12065550160');
  await dialog.getByRole('textbox', { name: 'Second person' }).fill('+12065550160');
  await dialog.getByRole('button', { name: 'Create session' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Enter two different numbers.');
  await dialog.getByRole('textbox', { name: 'Second person' }).fill('+12065550161');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Order 5000');
  await dialog.getByRole('button', { name: 'Create session' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Order 5000' })).toBeVisible();
  await expect(panel(page, 'Who talks')).toContainText('+12065550160');
  await expect(page.getByRole('navigation', { name: 'Breadcrumbs' })).toContainText(/Portland store.*Proxy/);
});

test('sessions are listed by status, with the middle of each number masked', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Delivery hotline');
  await open(page, `${path}/proxy`);
  await expect(sessions(page)).toHaveCount(17);
  await page.getByRole('radio', { name: 'In progress' }).check();
  await expect(sessions(page)).toHaveCount(1);
  await expect(row(page, 'Order 4116')).toContainText(/\+1425•••••36/);
  await expect(page).toHaveURL(/status=InProgress/);
  await page.getByRole('radio', { name: 'Closed' }).check();
  await expect(sessions(page)).toHaveCount(13);
  await row(page, 'Order 4112').getByRole('radio').check();
  await expect(page.getByRole('button', { name: 'End', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

test('a session is extended and ended', async ({ page, emulator }) => {
  const { id, path } = await voiceConnector(emulator, 'Delivery hotline');
  await open(page, `${path}/proxy?status=Open`);
  await row(page, 'Order 4113').getByRole('link').click();
  await page.getByRole('button', { name: 'Extend or change' }).click();
  const dialog = page.getByRole('dialog', { name: 'Extend or change the session' });
  await dialog.getByLabel('Minutes').fill('90');
  await dialog.getByRole('checkbox', { name: 'Text' }).uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(notices(page)).toContainText('The session is changed');
  await expect(panel(page, 'Session')).toContainText('90');
  await page.getByRole('button', { name: 'End session' }).click();
  const ending = page.getByRole('dialog', { name: 'End proxy session' });
  await expect(ending).toContainText('Order 4113');
  await ending.getByRole('button', { name: 'End session' }).click();
  await expect(notices(page)).toContainText('The session has ended');
  await expect(page.getByRole('button', { name: 'End session' })).toHaveAttribute('aria-disabled', 'true');
  const { ProxySessions } = await emulator.chime.listProxySessions({ VoiceConnectorId: id, Status: 'Closed' });
  const ended = ProxySessions?.find((session) => session.Name === 'Order 4113');
  expect(ended).toMatchObject({ ExpiryMinutes: 90, Capabilities: ['Voice'] });
});

test('deleting the proxy ends its open sessions', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Delivery hotline');
  await open(page, `${path}/proxy?status=Open`);
  await expect(sessions(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Delete proxy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete proxy' });
  await expect(dialog).toContainText('Open sessions end at once');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('No masked calling')).toBeVisible();
  await expect(page.getByText('No session has this status')).toBeVisible();
});

test('what the service refuses stands in the dialog', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Delivery hotline');
  await emulator.faults({ Operation: 'CreateProxySession', Exception: 'ForbiddenException' });
  await open(page, `${path}/proxy`);
  await page.getByRole('button', { name: 'Create session' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create proxy session' });
  await dialog.getByRole('textbox', { name: 'First person' }).fill('+12065550160');
  await dialog.getByRole('textbox', { name: 'Second person' }).fill('+12065550161');
  await dialog.getByRole('button', { name: 'Create session' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The session was not created');
  await emulator.faults();
  await dialog.getByRole('button', { name: 'Create session' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Proxy session' })).toBeVisible();
});

test('a session that is over turns closed by itself', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Delivery hotline');
  await page.clock.install();
  await open(page, `${path}/proxy`);
  await expect(row(page, 'Order 4113')).toContainText('Open');
  // Both clocks go on by the seven days that the session lasts.
  await emulator.control('POST', 'clock', { Advance: '8d' });
  await page.clock.fastForward(8 * 24 * 3_600_000);
  await expect(row(page, 'Order 4113')).toContainText('Closed');
});
