// docs/tasks.md: each way is walked from the overview, in the words on the screen, and ends at the button that does the task.
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, open, row, test } from './console';
import { isOperation } from './limits';

type Task = { name: string; way: string[]; clicks: number; then: string; operations: string[] };

const text = readFileSync(new URL('../../docs/tasks.md', import.meta.url), 'utf8');
const families = text.split(/^## /m).slice(1).map((family) => {
  const lines = family.split('\n').filter((line) => line.startsWith('| ')).slice(1);
  const tasks = lines.map((line): Task => {
    const [, name = '', way = '', clicks, then = '', operations = ''] = line.split('|').map((cell) => cell.trim());
    return { name, way: way.split(' › '), clicks: Number(clicks), then, operations: operations.split(', ').filter((name) => name !== '–') };
  });
  return { family: family.split('\n')[0] ?? '', tasks };
});

const any = (locators: Locator[]) => locators.reduce((all, one) => all.or(one));

/** What can be clicked and is called so: on the dialog or menu that is open, else on the page, else in the navigation. */
async function click(page: Page, name: string) {
  if (name.startsWith('☐ ')) {
    return row(page, name.slice(2)).first().locator('input').first().check();
  }
  const roles = ['link', 'button', 'menuitem', 'tab'] as const;
  const places = [page.getByRole('dialog'), page.getByRole('menu'), page.getByRole('main'), page.getByRole('navigation')];
  const named = places.map((place) => any(roles.map((role) => place.getByRole(role, { name, exact: true }))));
  await any(named).first().waitFor();
  for (const one of named) {
    if (await one.count()) return one.first().click();
  }
}

for (const { family, tasks } of families) {
  test(`the ways of ${family}`, async ({ page }) => {
    test.setTimeout(30_000 + tasks.length * 8_000);
    await open(page, '/overview');
    for (const { name, way, clicks, then, operations } of tasks) {
      await test.step(name, async () => {
        await page.keyboard.press('Escape');
        await page.getByRole('link', { name: 'Chime Console' }).click();
        await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
        for (const step of way) await click(page, step);
        const last = page.getByRole('button', { name: then, exact: true }).or(page.getByRole('link', { name: then, exact: true }));
        await expect(last.or(page.getByRole('menuitem', { name: then, exact: true })).first()).toBeVisible();
        expect(way, 'clicks').toHaveLength(clicks);
        for (const operation of operations) expect(isOperation(operation), operation).toBe(true);
      });
    }
  });
}
