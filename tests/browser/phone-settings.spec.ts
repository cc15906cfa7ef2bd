// What holds for all telephony of the AWS account: buckets of call records, the default calling name.
import type { Page } from '@playwright/test';
import { expect, notices, open, test } from './console';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test.afterEach(({ emulator }) => emulator.control('POST', 'clock', { Reset: true }));

test.describe('phone and call settings', () => {
  test('buckets are saved, and switched off by emptying them', async ({ page, emulator }) => {
    await open(page, '/settings');
    const records = panel(page, 'Call detail records');
    const bucket = records.getByLabel('S3 bucket').first();
    await bucket.fill('business-records');
    await records.getByRole('button', { name: 'Save buckets' }).click();
    await expect(notices(page)).toContainText('The buckets are saved');
    expect((await emulator.chime.getGlobalSettings({})).BusinessCalling?.CdrBucket).toBe('business-records');
    await bucket.fill('');
    await records.getByRole('button', { name: 'Save buckets' }).click();
    await expect
      .poll(async () => (await emulator.chime.getGlobalSettings({})).BusinessCalling?.CdrBucket ?? null)
      .toBeNull();
  });

  test('the default calling name is asked about, then locked for seven days', async ({ page, emulator }) => {
    await open(page, '/settings');
    const names = panel(page, 'Default calling name');
    const name = names.getByLabel('New default calling name');
    await names.getByRole('button', { name: 'Change name' }).click();
    await expect(name).toBeFocused();
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await name.fill('Cascadia');
    await name.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Change the default calling name' });
    await expect(dialog).toContainText('not even to correct it');
    await dialog.getByRole('button', { name: 'Change name' }).click();
    await expect(names).toContainText('It can be changed again on');
    expect((await emulator.chime.getPhoneNumberSettings({})).CallingName).toBe('Cascadia');

    await names.getByRole('button', { name: 'Try it now all the same' }).click();
    await name.fill('Other');
    await name.press('Enter');
    await dialog.getByRole('button', { name: 'Change name' }).click();
    await expect(names.getByRole('alert')).toContainText('The default calling name was not changed');
  });
});
