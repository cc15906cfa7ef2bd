import type { Page } from '@playwright/test';
import { expect, notices, open, row, test } from './console';

const available = (page: Page) => page.getByRole('grid', { name: 'Available numbers' });
const cart = (page: Page) => page.getByRole('list', { name: 'Numbers in the cart' });

const search = async (page: Page, area: string) => {
  await page.getByLabel('Area code').fill(area);
  await page.getByRole('button', { name: 'Search', exact: true }).click();
};

/** How long an order is worked on. */
const ordersTake = async (emulator: any, PhoneNumberOrderMs: number) =>
  emulator.control('PUT', 'settings', { ...(await emulator.control('GET', 'settings')), PhoneNumberOrderMs });

test.afterEach(async ({ emulator }) => {
  await emulator.control('POST', 'clock', { Reset: true });
  await ordersTake(emulator, 10_000);
});

/** Fills the cart and orders what is in it. */
async function order(page: Page, numbers: string[]) {
  for (const number of numbers) await row(page, number).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  const words = numbers.length === 1 ? '1 number' : `${numbers.length} numbers`;
  await page.getByRole('button', { name: `Order ${words}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Order numbers' });
  await expect(dialog).toContainText('An order cannot be cancelled');
  await dialog.getByRole('button', { name: `Order ${words}` }).click();
}

test('numbers are searched, picked and ordered, and the order is followed to its end', async ({ page, emulator }) => {
  await ordersTake(emulator, 60_000);
  await open(page, '/phone-numbers/order');
  await page.getByRole('radio', { name: 'Voice Connector' }).check();
  await search(page, '415');
  await expect(page).toHaveURL(/product=VoiceConnector.*area=415/);
  await expect(row(page, '+14155550100')).toBeVisible();
  await row(page, '+14155550107').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(cart(page)).toContainText('+14155550107');
  await expect(row(page, '+14155550107')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Business Calling' })).toBeDisabled();
  await page.getByRole('button', { name: 'Remove +14155550107 from the cart' }).click();
  await expect(cart(page)).toHaveCount(0);

  await order(page, ['+14155550100', '+14155550101']);
  await expect(page).toHaveURL(/\/phone-numbers\/orders\/[0-9a-f-]+$/);
  await expect(notices(page)).toContainText('The order is placed');
  await expect(page.getByText('The order is being worked on')).toBeVisible();
  await expect(page.getByText('0 of 2')).toBeVisible();
  await emulator.control('POST', 'clock', { Advance: '61s' });
  // Nobody presses anything: the page asks by itself.
  await expect(page.getByText('All numbers are in the inventory')).toBeVisible();
  await expect(row(page, '+14155550101')).toContainText('Acquired');
  await row(page, '+14155550101').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: '+14155550101' })).toBeVisible();
});

test('what failed is searched again where it was', async ({ page, emulator }) => {
  await ordersTake(emulator, 0);
  await emulator.control('PUT', `hooks/phone-numbers/${encodeURIComponent('+12065550130')}/failures`, { Order: true });
  await open(page, '/phone-numbers/order?product=BusinessCalling&area=206');
  await order(page, ['+12065550130', '+12065550131']);
  await expect(page.getByText('1 number could not be had')).toBeVisible();
  await expect(row(page, '+12065550130')).toContainText('Failed');
  await page.getByRole('link', { name: 'Search replacements' }).click();
  await expect(page).toHaveURL(/product=BusinessCalling&area=206/);
  await expect(available(page)).toContainText('+12065550132');
});

test('the list of orders counts what came of each', async ({ page, emulator }) => {
  await open(page, '/phone-numbers/orders');
  for (const status of ['Processing', 'Successful', 'Partial', 'Failed']) {
    await expect(row(page, status).first()).toBeVisible();
  }
  await emulator.control('POST', 'reset');
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByText('No orders')).toBeVisible();
  await ordersTake(emulator, 60_000);
  const E164PhoneNumbers = ['+12065550130', '+12065550131', '+12065550132'];
  await emulator.chime.createPhoneNumberOrder({ ProductType: 'BusinessCalling', E164PhoneNumbers });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(row(page, 'Business Calling')).toContainText('Processing');
  await emulator.control('POST', 'clock', { Advance: '61s' });
  await expect(row(page, 'Business Calling')).toContainText('Successful');
  await row(page, 'Business Calling').getByRole('link').click();
  await expect(page.getByText('3 of 3')).toBeVisible();
});

test('a search in the US is checked before it is sent', async ({ page }) => {
  let searches = 0;
  page.on('request', (request) => {
    if (request.url().includes('/search?')) searches += 1;
  });
  await open(page, '/phone-numbers/order');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByLabel('Area code')).toBeFocused();
  await expect(page.getByText('Enter an area code or a state.')).toBeVisible();
  await page.getByLabel('City (needs the state)').fill('Seattle');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByText('A city is searched within its state.')).toBeVisible();
  expect(searches).toBe(0);
  await page.getByLabel('State', { exact: true }).fill('wa');
  await page.getByLabel('State', { exact: true }).press('Enter');
  await expect(available(page)).toContainText('+1206555');
});

test('countries and prefixes are searched as each allows', async ({ page }) => {
  await open(page, '/phone-numbers/order?product=VoiceConnector');
  await expect(page.getByLabel('Country').locator('option')).toHaveText(['United States']);
  await page.getByRole('radio', { name: 'Toll-free', exact: true }).check();
  await page.getByLabel('Toll-free prefix').selectOption('888');
  await expect(available(page)).toContainText('+1888555');

  await page.getByRole('radio', { name: 'SIP media application dial-in' }).check();
  await page.getByLabel('Country').selectOption('United Kingdom');
  await expect(available(page)).toContainText('+4420');
  await page.getByRole('radio', { name: 'Toll-free', exact: true }).check();
  await expect(available(page)).toContainText('+44808');
  await expect(page).toHaveURL(/country=GB/);
});

test('a refused order is told and keeps the cart', async ({ page, emulator }) => {
  await emulator.faults({ Operation: 'CreatePhoneNumberOrder', Exception: 'ResourceLimitExceededException' });
  await open(page, '/phone-numbers/order?area=206');
  await order(page, ['+12065550130']);
  const dialog = page.getByRole('dialog', { name: 'Order numbers' });
  await expect(dialog.getByRole('alert')).toContainText('Nothing was ordered');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(cart(page)).toContainText('+12065550130');
  await page.getByRole('link', { name: 'Inventory' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
});

test('what a screen reader finds of the inventory', async ({ page }) => {
  await open(page, '/phone-numbers?filter=5550119');
  await expect(row(page, '+12065550119')).toBeVisible();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - region "Notices"
      - heading "Phone numbers" [level=1]
      - 'button "Info: Phone numbers"'
      - button "Refresh"
      - link "View" [disabled]
      - button "Actions"
      - link "Order numbers"
      - region "Phone numbers":
        - search "Filters of the service":
          - text: Status
          - combobox "Status":
            - option "In the inventory" [selected]
          - text: Product type
          - combobox "Product type":
            - option "All" [selected]
          - text: Assigned to
          - combobox "Assigned to":
            - option "Anybody or nobody" [selected]
        - search
        - grid "Phone numbers":
          - rowgroup:
            - row /\\+12065550119/:
              - gridcell:
                - checkbox "Select +12065550119"
              - rowheader:
                - link "+12065550119"
              - gridcell "US"
              - gridcell "Local"
              - gridcell "Business Calling"
              - gridcell "Unassigned"
  `);
});
