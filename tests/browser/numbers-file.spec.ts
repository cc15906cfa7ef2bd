// Phone numbers in a file: exported, changed, imported.
import { readFile } from 'node:fs/promises';
import { expect, open, test } from './console';
import { SHOWN, act, connectorOf, counted, expectAll, get } from './inventory';

test.afterEach(({ emulator }) => emulator.control('POST', 'clock', { Reset: true }));

test('the export can be changed and imported, and shows before what it changes', async ({ page, emulator }) => {
  const connector = connectorOf(await get(emulator, '+12065550120'));
  const updates = counted(page, '/phone-numbers?operation=batch-update');
  await open(page, '/phone-numbers');
  await expectAll(page);
  const saved = page.waitForEvent('download');
  await act(page, 'Export the loaded as CSV');
  const csv = await readFile(await (await saved).path(), 'utf8');
  expect(csv.split('\r\n')).toHaveLength(SHOWN + 2);
  expect(csv).toContain('"\'+12065550120"');

  await act(page, 'Import CSV');
  const dialog = page.getByRole('dialog', { name: 'Import CSV' });
  const text = dialog.getByLabel('Or its text');
  await text.fill('Number,Name\n+12065550120,x');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText('one of them PhoneNumber');

  await dialog.getByLabel('File').setInputFiles({ name: 'same.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(text).toHaveValue(/PhoneNumber,Country/);
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText(`0 numbers will change, ${SHOWN} are as wished already`);
  await dialog.getByRole('button', { name: 'Back' }).click();

  const lines = [
    'PhoneNumber;CallingName;AssociationName;AssociationValue',
    `12065550122;Front desk;VoiceConnectorId;${connector}`,
    '+12065550123;Night line;;',
    '+12065550199;Nobody;;',
    `+12065550119;;VoiceConnectorId;${connector}`,
  ];
  await text.fill(lines.join('\n'));
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog).toContainText('2 numbers will change, 0 are as wished already, 2 cannot be changed.');
  const line = (number: string) => dialog.getByRole('listitem').filter({ hasText: number });
  await expect(line('+12065550199')).toContainText('It is not in the inventory.');
  await expect(line('+12065550119')).toContainText('product type');
  await expect(line('+12065550122')).toContainText('CallingName: – → Front desk');
  expect(updates()).toBe(0);
  await dialog.getByRole('button', { name: 'Change 2 numbers' }).click();
  await expect(page.getByText('2 done, 0 failed')).toBeVisible();
  expect(connectorOf(await get(emulator, '+12065550122'))).toBe(connector);
  expect((await get(emulator, '+12065550123')).CallingNameStatus).toBe('UpdateInProgress');
});
