// What axe finds on a page, in both colour schemes.
import { type Page, expect } from '@playwright/test';
import axe from 'axe-core';

/** What depends on colours. All else is the same in both schemes, so it is tried in one. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What was changed from outside the page has reached the screen. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Nothing is found in the light scheme, and no colours in the dark one. */
export async function expectClean(page: Page) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await drawn(page);
    // Colours that are still on their way to the other theme have another contrast.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const findings = await page.evaluate(async (rules) => {
      const run = (window as unknown as { axe: typeof axe }).axe.run;
      const { violations } = await run(document, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) });
      return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
    }, colorScheme === 'dark' ? OF_COLOURS : undefined);
    expect.soft(findings, `${colorScheme}: ${page.url()}`).toEqual([]);
  }
}
