// Emergency calling of a voice connector.
import type { Page } from '@playwright/test';
import { expect, notices, open, test, voiceConnector } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test.describe('emergency calling', () => {
  test('waits for what it needs', async ({ page, emulator }) => {
    const { id, path } = await voiceConnector(emulator, 'Warehouse PBX');
    await open(page, `${path}/emergency`);
    await expect(panel(page, 'What emergency calling needs').getByText('Missing')).toHaveCount(2);
    await expect(page.getByRole('button', { name: 'Configure' })).toHaveAttribute('aria-disabled', 'true');
    await emulator.chime.putVoiceConnectorOrigination({
      VoiceConnectorId: id,
      Origination: { Routes: [{ Host: '192.0.2.15' }] },
    });
    await emulator.chime.putVoiceConnectorTermination({
      VoiceConnectorId: id,
      Termination: { CallingRegions: ['US'], CidrAllowedList: ['192.0.2.15/32'] },
    });
    await page.reload();
    await page.getByRole('button', { name: 'Configure' }).click();
    await page.getByLabel('Emergency number of number 1').fill('911');
    await page.getByLabel('Country of number 1').fill('us');
    await page.getByRole('button', { name: 'Save emergency calling' }).click();
    await expect(page.getByRole('alert')).toContainText('Number 1');
    await page.getByLabel('Emergency number of number 1').fill('+12065550188');
    await page.getByLabel('Country of number 1').fill('US');
    await page.getByRole('button', { name: 'Save emergency calling' }).click();
    await expect(notices(page)).toContainText('The emergency calling is saved');
  });

  test('is taken away only after typing, and holds what it needs in place', async ({ page, emulator }) => {
    const { id, path } = await voiceConnector(emulator, 'Seattle headquarters');
    await open(page, `${path}/origination`);
    await expect(page.getByRole('button', { name: 'Delete origination' })).toHaveAttribute('aria-disabled', 'true');
    await expect(page.getByRole('switch', { name: 'Take inbound calls' })).toHaveCount(0);
    await page.getByRole('link', { name: 'emergency calling', exact: true }).click();
    await expect(page.getByLabel('Emergency number of number 1')).toHaveAttribute('readonly');
    await expect(page.getByRole('button', { name: 'Remove number 1' })).toHaveAttribute('aria-disabled', 'true');

    await page.getByRole('button', { name: 'Add number' }).click();
    await page.getByLabel('Emergency number of number 2').fill('+12065550199');
    await page.getByLabel('Country of number 2').fill('CA');
    await page.getByRole('button', { name: 'Save emergency calling' }).click();
    await expect(notices(page)).toContainText('The emergency calling is saved');
    await page.getByRole('button', { name: 'Remove the number for CA' }).click();
    const removing = page.getByRole('dialog', { name: 'Remove emergency number' });
    await expect(removing.getByRole('button', { name: 'Remove' })).toHaveAttribute('aria-disabled', 'true');
    await removing.getByRole('textbox').fill('+12065550199');
    await removing.getByRole('button', { name: 'Remove' }).click();
    await expect(notices(page)).toContainText('The emergency number is removed');

    await page.getByRole('button', { name: 'Delete emergency calling' }).click();
    const deleting = page.getByRole('dialog', { name: 'Delete emergency calling' });
    await expect(deleting.getByRole('button', { name: 'Delete', exact: true })).toHaveAttribute('aria-disabled', 'true');
    await deleting.getByRole('textbox').fill('Seattle headquarters');
    await deleting.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByText('Emergency calls go nowhere special')).toBeVisible();
    const get = emulator.chime.getVoiceConnectorEmergencyCallingConfiguration({ VoiceConnectorId: id });
    await expect(get).rejects.toMatchObject({ name: 'NotFoundException' });
  });
});
