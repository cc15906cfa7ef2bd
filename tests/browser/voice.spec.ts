import type { Page } from '@playwright/test';
import { expect, notices, open, row, test, voiceConnector } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const rows = (page: Page, name: string) => page.getByRole('grid', { name }).locator('tbody').getByRole('row');

test('the list shows each connector and what is set up of it', async ({ page }) => {
  await open(page, '/voice-connectors');
  await expect(rows(page, 'Voice connectors')).toHaveCount(5);
  await expect(row(page, 'Seattle headquarters')).toContainText(/us-west-2.*Required.*On.*On.*On/s);
  await expect(row(page, 'Warehouse PBX')).toContainText(/Optional.*Off.*Not set up/s);
  await expect(row(page, 'Portland store')).toContainText('Not set up');
});

test('without connectors the page says what they are for', async ({ page, emulator }) => {
  await emulator.control('POST', 'reset');
  await open(page, '/voice-connectors');
  await expect(page.getByText('A voice connector carries calls between the telephone network')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Create voice connector' })).toHaveCount(2);
});

test('a connector is created and renamed by keyboard only', async ({ page, emulator }) => {
  await open(page, '/voice-connectors');
  await page.getByRole('link', { name: 'Create voice connector' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Create voice connector' })).toBeFocused();
  await page.getByRole('button', { name: 'Create voice connector' }).press('Enter');
  await expect(page.getByRole('alert')).toContainText('One field needs your attention');
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('Riverside office');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Riverside office' })).toBeVisible();

  await page.getByRole('button', { name: 'Edit' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Riverside clinic');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Riverside clinic' })).toBeVisible();
  const { VoiceConnectors } = await emulator.chime.listVoiceConnectors({});
  expect(VoiceConnectors).toContainEqual(expect.objectContaining({ Name: 'Riverside clinic', RequireEncryption: true }));
});

test('the drawing shows how calls flow, in words as well, and leads to each part', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Seattle headquarters');
  await open(page, path);
  const flow = page.getByRole('figure');
  await expect(flow).toContainText(
    'Calls to 2 numbers go to sbc1.cascadia.example.com:5061, sbc2.cascadia.example.com:5061, then to 203.0.113.40:5060.',
  );
  await expect(flow).toContainText('Calls from 203.0.113.32/28, 198.51.100.7/32 go out to US, CA, GB.');
  await expect(flow).toContainText('Priority 1 · TCP · 70 % of calls');
  await expect(flow).toContainText('Priority 2 · TCP · if those before fail');
  await expect(flow).toContainText('2 SIP logins');
  await expect(flow).toContainText('Encryption required');
  await flow.getByRole('link', { name: 'Emergency' }).click();
  await expect(panel(page, 'What emergency calling needs')).toBeVisible();
  await expect(page).toHaveURL(`${path}/emergency`);
});

test('what is not set up is said in the drawing, with the way to set it up', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Portland store');
  await open(page, path);
  await expect(page.getByRole('figure')).toContainText('No phone number is attached. Calls in have nowhere to go');
  await page.getByRole('link', { name: 'Set up origination' }).click();
  await expect(page.getByText('Inbound calls have nowhere to go')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('routes are typed into a table that shows the share of calls', async ({ page, emulator }) => {
  const { id, path } = await voiceConnector(emulator, 'Portland store');
  await open(page, `${path}/origination`);
  await page.getByRole('button', { name: 'Configure' }).click();
  await page.getByRole('button', { name: 'Save origination' }).click();
  await expect(page.getByRole('alert')).toContainText('Enter the host, a name or an IP address.');
  await expect(page.getByLabel('Host of route 1')).toHaveAttribute('aria-invalid', 'true');
  await expect(emulator.chime.getVoiceConnectorOrigination({ VoiceConnectorId: id })).rejects.toThrow();

  await page.getByLabel('Host of route 1').fill('sbc1.example.com');
  await page.getByLabel('Weight of route 1').fill('3');
  await page.getByRole('button', { name: 'Add route' }).click();
  await expect(page.getByLabel('Host of route 2')).toBeFocused();
  await page.keyboard.type('sbc2.example.com');
  await expect(page.getByText('75 % of calls')).toBeVisible();
  await expect(page.getByText('25 % of calls')).toBeVisible();
  await page.getByLabel('Priority of route 2').fill('2');
  await expect(page.getByText('if those before fail')).toBeVisible();
  await page.getByLabel('Protocol of route 2').selectOption('TCP');
  await page.getByRole('button', { name: 'Save origination' }).click();
  await expect(notices(page)).toContainText('The origination is saved');
  const { Origination } = await emulator.chime.getVoiceConnectorOrigination({ VoiceConnectorId: id });
  expect(Origination).toEqual({
    Disabled: false,
    Routes: [
      { Host: 'sbc1.example.com', Port: 5060, Protocol: 'UDP', Priority: 1, Weight: 3 },
      { Host: 'sbc2.example.com', Port: 5060, Protocol: 'TCP', Priority: 2, Weight: 1 },
    ],
  });

  await page.getByRole('button', { name: 'Delete origination' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(notices(page)).toContainText('The origination is deleted');
  await expect(page.getByText('Inbound calls have nowhere to go')).toBeVisible();
});

test('addresses and countries are pasted, and each wrong one is named', async ({ page, emulator }) => {
  const { id, path } = await voiceConnector(emulator, 'Portland store');
  await open(page, `${path}/termination`);
  await page.getByRole('button', { name: 'Configure' }).click();
  await page.getByLabel('Allowed addresses').fill('203.0.113.0/28, 198.51.100.7\n192.0.2.0/30 10.0.0.0/27');
  await expect(page.getByText('4 entries')).toBeVisible();
  await page.getByLabel('Countries that can be called').fill('US CA;GB');
  await page.getByRole('button', { name: 'Save termination' }).click();
  await expect(page.getByRole('alert')).toContainText('“198.51.100.7”: Use a block of IPv4 addresses');
  await page.getByLabel('Allowed addresses').fill('203.0.113.0/28, 198.51.100.7/32\n192.0.2.0/30 10.0.0.0/27');
  await page.getByRole('button', { name: 'Save termination' }).click();
  await expect(notices(page)).toContainText('The termination is saved');
  const { Termination } = await emulator.chime.getVoiceConnectorTermination({ VoiceConnectorId: id });
  expect(Termination).toMatchObject({
    CidrAllowedList: ['203.0.113.0/28', '198.51.100.7/32', '192.0.2.0/30', '10.0.0.0/27'],
    CallingRegions: ['US', 'CA', 'GB'],
    CpsLimit: 1,
    Disabled: false,
  });
  await expect(panel(page, 'Health')).toContainText('No ping yet');
  await emulator.control('POST', `hooks/voice-connectors/${id}/ping`, { Source: '203.0.113.5' });
  await page.getByRole('button', { name: 'Refresh the health' }).click();
  await expect(panel(page, 'Health')).toContainText('203.0.113.5');
});

test('a generated password is shown once', async ({ page, emulator }) => {
  const { id, path } = await voiceConnector(emulator, 'Virginia standby');
  await open(page, `${path}/termination`);
  await page.getByRole('button', { name: 'Add credential' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add credential' });
  await dialog.getByRole('textbox', { name: 'User name' }).fill('sbc-east');
  await dialog.getByText('The request this sends').click();
  await expect(dialog.locator('pre')).toContainText('sbc-east');
  await expect(dialog.locator('pre')).toContainText('********');
  await dialog.getByRole('button', { name: 'Add credential' }).click();
  await expect(dialog).toContainText('Copy the password now');
  await dialog.getByRole('button', { name: 'Reveal password' }).click();
  await expect(dialog.locator('code').last()).toHaveText(/^[\x21-\x7e]{24}$/);
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(row(page, 'sbc-east')).toBeVisible();

  await row(page, 'sbc-east').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  const removing = page.getByRole('dialog', { name: 'Remove credentials' });
  await expect(removing).toContainText('can no longer call out');
  await removing.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No credentials')).toBeVisible();
  const { Usernames } = await emulator.chime.listVoiceConnectorTerminationCredentials({ VoiceConnectorId: id });
  expect(Usernames).toEqual([]);
});

test('a password that is typed stands there twice, or nothing is sent', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Virginia standby');
  await open(page, `${path}/termination`);
  await page.getByRole('button', { name: 'Add credential' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add credential' });
  await dialog.getByRole('textbox', { name: 'User name' }).fill('sbc-east');
  await dialog.getByRole('radio', { name: 'Type one' }).check();
  await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill('correct-horse');
  await dialog.getByLabel('Password again').fill('correct horse');
  await dialog.getByRole('button', { name: 'Add credential' }).click();
  await expect(dialog.getByRole('alert')).toContainText('The two passwords differ.');
  await dialog.getByLabel('Password again').fill('correct-horse');
  await dialog.getByRole('button', { name: 'Add credential' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, 'sbc-east')).toBeVisible();
});

test('streaming and logging are set', async ({ page, emulator }) => {
  const { id, path } = await voiceConnector(emulator, 'Portland store');
  await open(page, `${path}/streaming`);
  await page.getByRole('button', { name: 'Configure' }).click();
  await page.getByLabel('Hours to keep the media').fill('0');
  await page.getByRole('checkbox', { name: 'Amazon EventBridge' }).check();
  await page.getByRole('checkbox', { name: 'Amazon SQS queue' }).check();
  await page.getByRole('button', { name: 'Save streaming' }).click();
  await expect(notices(page)).toContainText('The streaming is saved');
  const streaming = await emulator.chime.getVoiceConnectorStreamingConfiguration({ VoiceConnectorId: id });
  expect(streaming.StreamingConfiguration).toEqual({
    DataRetentionInHours: 0,
    Disabled: false,
    StreamingNotificationTargets: [{ NotificationTarget: 'EventBridge' }, { NotificationTarget: 'SQS' }],
  });

  await page.getByRole('link', { name: 'Logging' }).click();
  await page.getByRole('switch', { name: 'SIP messages' }).check();
  await page.getByRole('button', { name: 'Save logging' }).click();
  await expect(notices(page)).toContainText('The logging is saved');
  const logging = await emulator.chime.getVoiceConnectorLoggingConfiguration({ VoiceConnectorId: id });
  expect(logging.LoggingConfiguration).toEqual({ EnableSIPLogs: true, EnableMediaMetricLogs: false });
});

test('numbers are attached, taken over only on purpose, and detached', async ({ page, emulator }) => {
  const { id, path } = await voiceConnector(emulator, 'Portland store');
  await open(page, `${path}/numbers`);
  await expect(page.getByText('No phone numbers')).toBeVisible();
  await page.getByRole('button', { name: 'Attach numbers' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Attach phone numbers' });
  await expect(dialog.getByRole('button', { name: 'Attach', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('grid').locator('tbody').getByRole('row').first().getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Attach 1 number' }).click();
  await expect(page.getByText('1 done, 0 failed')).toBeVisible();
  await expect(rows(page, 'Phone numbers')).toHaveCount(1);

  await page.getByRole('button', { name: 'Attach numbers' }).click();
  await dialog.getByRole('radio', { name: 'Used elsewhere' }).check();
  await dialog.getByRole('row').filter({ hasText: 'Customer care' }).getByRole('checkbox').check();
  const attach = dialog.getByRole('button', { name: 'Attach 1 number' });
  await expect(attach).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('checkbox', { name: 'Take the numbers over from their present owner' }).check();
  await attach.click();
  await expect(rows(page, 'Phone numbers')).toHaveCount(2);
  const numbers = await emulator.chime.listPhoneNumbers({ FilterName: 'VoiceConnectorId', FilterValue: id });
  expect(numbers.PhoneNumbers?.map((number) => number.E164PhoneNumber)).toContain('+18005550100');

  await row(page, '+18005550100').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Detach' }).click();
  const detaching = page.getByRole('dialog', { name: 'Detach numbers' });
  await expect(detaching).toContainText('+18005550100');
  await detaching.getByRole('button', { name: 'Detach' }).click();
  await expect(rows(page, 'Phone numbers')).toHaveCount(1);
});

test('what blocks a deletion is named, and taken away step by step', async ({ page, emulator }) => {
  const { id, path } = await voiceConnector(emulator, 'Virginia standby');
  await emulator.chime.associatePhoneNumbersWithVoiceConnector({
    VoiceConnectorId: id,
    E164PhoneNumbers: ['+18005550100'],
    ForceAssociate: true,
  });
  await open(page, `${path}/danger`);
  const blocks = panel(page, 'What blocks the deletion');
  await expect(blocks.getByRole('link', { name: '1 number attached' })).toBeVisible();
  await expect(blocks.getByRole('link', { name: 'In the group “Customer care”' })).toBeVisible();
  await page.getByRole('button', { name: 'Empty and delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete voice connector' });
  await expect(dialog).toContainText('Emergency calling');
  await dialog.getByRole('textbox').fill('Virginia standby');
  await dialog.getByRole('button', { name: 'Empty and delete' }).click();
  await expect(page).toHaveURL('/voice-connectors');
  await expect(notices(page)).toContainText('The voice connector “Virginia standby” is deleted');
  await expect(row(page, 'Virginia standby')).toHaveCount(0);
  const { VoiceConnectorGroups } = await emulator.chime.listVoiceConnectorGroups({});
  expect(VoiceConnectorGroups?.[0]?.VoiceConnectorItems).toHaveLength(1);
});

test('a SIP rule that names the host blocks until it is dealt with elsewhere', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Seattle headquarters');
  await open(page, `${path}/danger`);
  await expect(panel(page, 'What blocks the deletion')).toContainText('The SIP rule “From the office” names its host');
  await expect(page.getByRole('button', { name: 'Empty and delete' })).toHaveAttribute('aria-disabled', 'true');
});

test('a refusal of the service stays at the form', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Virginia standby');
  await emulator.faults({ Operation: 'PutVoiceConnectorOrigination', Exception: 'ForbiddenException' });
  await open(page, `${path}/origination`);
  await page.getByLabel('Host of route 1').fill('sbc-new.example.com');
  await page.getByRole('button', { name: 'Save origination' }).click();
  await expect(page.getByRole('alert')).toContainText('The origination was not saved');
  await expect(page.getByLabel('Host of route 1')).toHaveValue('sbc-new.example.com');
  await emulator.faults();
});

test('a connector that is not there is told apart from a failure', async ({ page }) => {
  await open(page, '/voice-connectors/nothing');
  await expect(page.getByText('There is no voice connector with this id')).toBeVisible();
  await page.getByRole('link', { name: 'All voice connectors' }).click();
  await expect(page.getByRole('grid', { name: 'Voice connectors' })).toBeVisible();
});
