// Each documented limit is kept by each form: what breaks it is refused beside the field, and nothing is sent.
import type { Locator, Page } from '@playwright/test';
import { ADDRESS, expect, open, test } from './console';
import { ACCOUNTS, type FormOnPage, NUMBERS, ROOMS_AND_BOTS, type Typed } from './forms';
import { CHAT } from './forms-chat';
import { VOICE } from './forms-voice';
import { breaking, member } from './limits';
import { places } from './places';

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What is typed into, by its label. */
const input = (form: Locator, { label, within }: Typed) => {
  const group = within ? form.getByRole('group', { name: within }) : form;
  return group.getByLabel(new RegExp(`^${escaped(label)}( optional)?$`)).and(form.locator('input, textarea'));
};

/** The writes that the page has asked the service for, those of the browser's own aside. */
function writes(page: Page) {
  const sent: string[] = [];
  page.on('request', (request) => {
    const isWrite = !['GET', 'HEAD', 'OPTIONS'].includes(request.method());
    if (isWrite && request.url().startsWith(ADDRESS)) sent.push(`${request.method()} ${request.url()}`);
  });
  return sent;
}

/** Types what breaks each limit of a field, and puts the right value back. */
async function refuses(form: Locator, submit: Locator, operation: string, path: string, typed: Typed) {
  const field = input(form, typed);
  const list = member(operation, path);
  const shape = typed.entry || list.type === 'list' ? { ...member(operation, `${path}[]`), required: false } : list;
  const values = breaking(shape);
  const { maxItems, minItems } = list;
  if (typed.entry && maxItems) {
    const value = Array.from({ length: maxItems + 1 }, (_, place) => typed.entry?.(place)).join('\n');
    values.push({ rule: 'size', value, says: new RegExp(`${maxItems}`) });
  }
  if (list.type === 'list' && list.required && minItems) values.push({ rule: 'size', value: '', says: /./ });
  for (const { rule, value, says } of values) {
    await test.step(`${path}: ${rule}`, async () => {
      await field.fill(value);
      await submit.click();
      await expect(field, 'wrong').toHaveAttribute('aria-invalid', 'true');
      const message = field.locator('xpath=ancestor::*/*[contains(@class, "field-error")]').last();
      await expect(message, 'beside the field').toHaveText(says);
      await expect(field, 'told to who hears it').toHaveAccessibleDescription(new RegExp(escaped(await message.innerText())));
      await expect(form.locator('.form-errors'), 'above the form').toContainText('One field needs your attention');
      await field.fill(typed.good);
    });
  }
}

/** Adds one row more than there can be, and takes it away again. */
async function refusesRows(page: Page, form: Locator, submit: Locator, { operation, fields = {}, rows = {} }: FormOnPage, list: string) {
  const { maxItems, maxEntries } = member(operation, list);
  const most = maxItems ?? maxEntries;
  const { add, choose } = rows[list] ?? {};
  if (!most || !add) throw new Error(`${operation} sets no limit to ${list}`);
  const parts = Object.entries(fields).filter(([path]) => path.startsWith(`${list}[`) || path.startsWith(`${list}{`));
  // One by one this takes a person's time.
  const button = form.getByRole('button', { name: add, exact: true }).last();
  await button.evaluate((it: HTMLElement, times) => Array.from({ length: times }, () => it.click()), most);
  for (const [, typed] of parts) {
    await expect(input(form, typed)).toHaveCount(most + 1);
    await input(form, typed).evaluateAll((all: HTMLInputElement[]) => {
      for (const [place, it] of all.entries()) {
        it.value = `${it.value || all[0]?.value}${place}`;
        it.dispatchEvent(new Event('input', { bubbles: true }));
      }
    });
  }
  for (let row = 1; choose && row <= most; row += 1) await choose(page, row);
  await submit.click();
  await expect(form.locator('.field-error', { hasText: String(most) })).toBeVisible();
  await form.getByRole('button', { name: new RegExp(`^Remove ${add.replace('Add ', '')} ${most + 1}$`, 'i') }).click();
  await expect(form.locator('.field-error')).toHaveCount(0);
}

/** What a person would call each input, without the place of its row. */
const names = (inputs: Locator) =>
  inputs.evaluateAll((all) =>
    (all as HTMLInputElement[]).map((one) => one.getAttribute('aria-label') ?? [...(one.labels ?? [])].at(-1)?.innerText ?? 'nothing'),
  );
const nameless = (name: string) => name.replace(/ optional$/, '').replace(/ \d+$/, '');

for (const known of [...ACCOUNTS, ...ROOMS_AND_BOTS, ...NUMBERS, ...VOICE, ...CHAT]) {
  const { operation, kind = '', fields = {}, rows = {} } = known;
  test(`${operation} ${kind}`.trim(), async ({ page, emulator }) => {
    const sent = writes(page);
    await open(page, known.at(await places(emulator)));
    for (const name of known.open ?? []) await page.getByRole('button', { name, exact: true }).first().click();
    const form = page.locator('form').filter({ has: page.getByRole('button', { name: known.submit, exact: true }) });
    const submit = form.getByRole('button', { name: known.submit, exact: true });
    await expect(submit).toBeVisible();
    await known.choose?.(page);

    const texts = form.locator('input:not([type=radio], [type=checkbox]), textarea').filter({ visible: true });
    for (const typed of Object.values(fields)) await input(form, typed).fill(typed.good);
    const labels = Object.values(fields).map(({ label }) => nameless(label));
    expect(new Set((await names(texts)).map(nameless)), 'inputs, and those that limits are tried on').toEqual(new Set(labels));

    for (const [path, typed] of Object.entries(fields)) await refuses(form, submit, operation, path, typed);
    for (const list of Object.keys(rows)) await refusesRows(page, form, submit, known, list);
    expect(sent, 'sent although it was wrong').toEqual([]);
    // What was in the way was the limit alone.
    await submit.click();
    if (known.asks) await expect(page.getByRole('dialog', { name: known.asks })).toBeVisible();
    else await expect.poll(() => sent).toHaveLength(1);
  });
}
