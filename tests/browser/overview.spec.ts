// The overview: what exists, what needs attention, and charts; each part on its own.
import type { Page } from '@playwright/test';
import { ADDRESS, expect, open, test } from './console';

const tile = (page: Page, name: string) => page.getByRole('list', { name: 'What exists' }).getByRole('link', { name });
const attention = (page: Page) => page.getByRole('region', { name: 'What needs attention' });
const settled = (page: Page) => expect(page.locator('[aria-busy=true], .skeleton')).toHaveCount(0);

test('it counts what exists, and each count leads there', async ({ page, emulator }) => {
  const { PhoneNumbers = [] } = await emulator.chime.listPhoneNumbers({ MaxResults: 99 });
  const { VoiceConnectors = [] } = await emulator.chime.listVoiceConnectors({});
  await open(page, '/overview');
  await expect(tile(page, 'Accounts')).toHaveText('Accounts9');
  await expect(tile(page, 'Phone numbers')).toHaveText(new RegExp(`^Phone numbers${PhoneNumbers.length}[+]?$`));
  await expect(tile(page, 'Voice connectors')).toHaveText(`Voice connectors${VoiceConnectors.length}`);
  await expect(tile(page, 'SIP rules')).toHaveText('SIP rules3');
  await tile(page, 'SIP rules').click();
  await expect(page.getByRole('heading', { level: 1, name: 'SIP rules' })).toBeVisible();
});

test('the root and the name of the product lead to it', async ({ page }) => {
  await open(page, '/accounts');
  await page.getByRole('link', { name: 'Chime Console' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page).toHaveURL('/overview');
});

test('what needs attention is named, with the way to it', async ({ page }) => {
  await open(page, '/overview');
  await settled(page);
  await expect(attention(page)).toContainText('The account “Old Mill Brewing” is disabled (Suspended)');
  await expect(attention(page)).toContainText('3 numbers are about to be erased for good, the first in 1 day');
  await expect(attention(page)).toContainText('An order of VoiceConnector numbers brought only a part of its numbers');
  await expect(attention(page)).toContainText('An order of BusinessCalling numbers failed');
  await expect(attention(page)).toContainText('1 calling name could not be changed');
  await expect(attention(page)).toContainText('2 calling names pending');
  await expect(attention(page)).toContainText('The voice connector “Portland store” has no origination route');
  await expect(attention(page)).toContainText('The voice connector “Warehouse PBX” has its origination switched off');
  await attention(page).getByRole('link', { name: 'The SIP rule “Spring campaign” is disabled' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Spring campaign' })).toBeVisible();
});

test('charts are tables for who cannot see them', async ({ page, emulator }) => {
  const { PhoneNumbers = [] } = await emulator.chime.listPhoneNumbers({ MaxResults: 99 });
  const assigned = PhoneNumbers.filter(({ Status }) => Status === 'Assigned').length;
  const { E164PhoneNumbers } = await emulator.chime.searchAvailablePhoneNumbers({ AreaCode: '206', MaxResults: 1 });
  await emulator.chime.createPhoneNumberOrder({ ProductType: 'BusinessCalling', E164PhoneNumbers });
  await open(page, '/overview');
  const chart = page.getByRole('table', { name: 'Phone numbers by status' });
  await expect(chart.getByRole('row', { name: /^Assigned/ })).toHaveText(`Assigned${assigned}`);
  await expect(chart.getByRole('row', { name: /^DeleteInProgress/ })).toHaveText('DeleteInProgress3');
  await expect(page.getByRole('table', { name: 'Users by license' }).getByRole('row', { name: /^Pro \d+$/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Orders over time' }).getByRole('row')).toHaveCount(7);
  await expect(page.getByRole('table', { name: 'Phone numbers by product type' })).toMatchAriaSnapshot(`
    - table "Phone numbers by product type":
      - caption: Phone numbers by product type
      - rowgroup:
        - row "Product type Numbers":
          - columnheader "Product type"
          - columnheader "Numbers"
      - rowgroup:
        - row:
          - rowheader
          - cell
  `);
});

test('one part that fails leaves the others as they are, and is asked again alone', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'ListSipRules', Exception: 'ForbiddenException' });
  await open(page, '/overview');
  await expect(tile(page, 'Accounts')).toHaveText('Accounts9');
  await expect(tile(page, 'SIP rules')).toHaveText('SIP rules–');
  await expect(attention(page)).toContainText('SIP rules could not be looked at');
  await emulator.faults();
  await attention(page).getByRole('button', { name: 'Ask again' }).click();
  await expect(tile(page, 'SIP rules')).toHaveText('SIP rules3');
  await expect(attention(page)).toContainText('The SIP rule “Spring campaign” is disabled');
});

test('with nothing, nothing needs attention; a refresh shows what came', async ({ page, emulator }) => {
  await emulator.control('POST', 'reset');
  await open(page, '/overview');
  await expect(tile(page, 'Meetings')).toHaveText('Meetings0');
  await expect(attention(page)).toContainText('Nothing needs attention');
  await expect(page.getByText('Nothing was ordered yet.')).toBeVisible();
  await emulator.chime.createVoiceConnector({ Name: 'New trunk', RequireEncryption: false });
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(tile(page, 'Voice connectors')).toHaveText('Voice connectors1');
  await expect(attention(page)).toContainText('“New trunk” has no origination route');
});

test('it asks once: nothing is polled', async ({ page }) => {
  const asked: string[] = [];
  await page.clock.install();
  page.on('request', (request) => request.method() === 'GET' && request.url().startsWith(ADDRESS) && asked.push(request.url()));
  await open(page, '/overview');
  await settled(page);
  const calls = asked.length;
  await page.clock.runFor(120_000);
  expect(asked.length).toBe(calls);
});
