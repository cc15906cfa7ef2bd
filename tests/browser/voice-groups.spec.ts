import type { Page } from '@playwright/test';
import { expect, notices, open, row, test, voiceConnector } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function care(emulator: any) {
  const { VoiceConnectorGroups } = await emulator.chime.listVoiceConnectorGroups({});
  return `/voice-connector-groups/${VoiceConnectorGroups[0].VoiceConnectorGroupId}`;
}

test('the list names the connectors of a group in the order in which they are tried', async ({ page }) => {
  await open(page, '/voice-connector-groups');
  await expect(row(page, 'Customer care')).toContainText('Seattle headquarters, then Virginia standby');
  await row(page, 'Customer care').getByRole('link', { name: 'Virginia standby' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Virginia standby' })).toBeVisible();
});

test('a group is created with two connectors, each of them once', async ({ page, emulator }) => {
  const warehouse = await voiceConnector(emulator, 'Warehouse PBX');
  const portland = await voiceConnector(emulator, 'Portland store');
  await open(page, '/voice-connector-groups');
  await page.getByRole('link', { name: 'Create group' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Stores');
  await page.getByRole('button', { name: 'Add voice connector' }).click();
  await page.getByLabel('Voice connector of voice connector 1').selectOption(warehouse.id);
  await page.getByRole('button', { name: 'Add voice connector' }).click();
  await page.getByLabel('Voice connector of voice connector 2').selectOption(warehouse.id);
  await page.getByRole('button', { name: 'Create group' }).click();
  await expect(page.getByRole('alert')).toContainText('stands there already');
  await page.getByLabel('Voice connector of voice connector 2').selectOption(portland.id);
  await expect(page.getByText('Tried second')).toBeVisible();
  await page.getByRole('button', { name: 'Create group' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Stores' })).toBeVisible();
  const { VoiceConnectorGroups } = await emulator.chime.listVoiceConnectorGroups({});
  const stores = VoiceConnectorGroups?.find((group) => group.Name === 'Stores');
  expect(stores?.VoiceConnectorItems).toEqual([
    { VoiceConnectorId: warehouse.id, Priority: 1 },
    { VoiceConnectorId: portland.id, Priority: 2 },
  ]);
});

test('a group is changed, and the change is said to be accepted', async ({ page, emulator }) => {
  await open(page, await care(emulator));
  await page.getByRole('button', { name: 'Remove voice connector 2' }).click();
  await page.getByRole('button', { name: 'Save group' }).click();
  await expect(notices(page)).toContainText('The change of the group is accepted');
  const { VoiceConnectorGroups } = await emulator.chime.listVoiceConnectorGroups({});
  expect(VoiceConnectorGroups?.[0]?.VoiceConnectorItems).toHaveLength(1);
});

test('a group is emptied and deleted in one go', async ({ page, emulator }) => {
  await open(page, await care(emulator));
  const blocks = panel(page, 'What blocks the deletion');
  await expect(blocks).toContainText('1 number attached');
  await expect(blocks).toContainText('2 voice connectors in the group');
  await page.getByRole('button', { name: 'Empty and delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete group' });
  await expect(dialog).toContainText('Customer care');
  await dialog.getByRole('button', { name: 'Empty and delete' }).click();
  await expect(page).toHaveURL('/voice-connector-groups');
  await expect(notices(page)).toContainText('The group “Customer care” is deleted');
  await expect(page.getByText('No voice connector groups')).toBeVisible();
  const { PhoneNumber } = await emulator.chime.getPhoneNumber({ PhoneNumberId: '+18005550100' });
  expect(PhoneNumber?.Status).toBe('Unassigned');
});

test('a step that the service refuses stops the rest, and is shown', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'UpdateVoiceConnectorGroup', Exception: 'ConflictException' });
  const path = await care(emulator);
  await open(page, path);
  await page.getByRole('button', { name: 'Empty and delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Empty and delete' }).click();
  await expect(panel(page, 'Deleting').first()).toContainText('1 done, 1 failed, 1 not tried');
  await expect(page).toHaveURL(path);
  await emulator.faults();
  await page.getByRole('button', { name: 'Empty and delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Empty and delete' }).click();
  await expect(page).toHaveURL('/voice-connector-groups');
});
