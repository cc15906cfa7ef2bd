// Phone numbers in a file: exported, changed, imported.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, open, test } from './console';

const grid = (page: Page) => page.getByRole('grid', { name: 'Phone numbers' });

/** Opens a line of the menu of actions. */
async function act(page: Page, action: string) {
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** A number as the service has it. */
const get = async (emulator: any, number: string) =>
  (await emulator.chime.getPhoneNumber({ PhoneNumberId: number })).PhoneNumber;

/** How many requests to an address were sent. */
function counted(page: Page, address: string) {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() !== 'OPTIONS' && request.url().includes(address)) count += 1;
  });
  return () => count;
}

const connectorOf = (number: any) =>
  number.Associations.find(({ Name }: any) => Name === 'VoiceConnectorId')?.Value;

/** The demo's numbers that the inventory shows: not those on order or in the deletion queue. */
const SHOWN = 37;
/** Only the rows in view are in the document. */
const expectAll = (page: Page) => expect(grid(page)).toHaveAttribute('aria-rowcount', `${SHOWN + 1}`);

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
