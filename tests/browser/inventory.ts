// The inventory of phone numbers as its tests use it.
import type { Page } from '@playwright/test';
import { expect } from './console';

export const grid = (page: Page) => page.getByRole('grid', { name: 'Phone numbers' });

/** Opens a line of the menu of actions. */
export async function act(page: Page, action: string) {
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

/** A number as the service has it. */
export const get = async (emulator: any, number: string) =>
  (await emulator.chime.getPhoneNumber({ PhoneNumberId: number })).PhoneNumber;

/** How many requests to an address were sent. */
export function counted(page: Page, address: string) {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() !== 'OPTIONS' && request.url().includes(address)) count += 1;
  });
  return () => count;
}

export const connectorOf = (number: any) =>
  number.Associations.find(({ Name }: any) => Name === 'VoiceConnectorId')?.Value;

/** The demo's numbers that the inventory shows: not those on order or in the deletion queue. */
export const SHOWN = 37;
/** Only the rows in view are in the document. */
export const expectAll = (page: Page) => expect(grid(page)).toHaveAttribute('aria-rowcount', `${SHOWN + 1}`);
