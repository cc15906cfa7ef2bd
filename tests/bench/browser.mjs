// A Chromium as a measurement wants it: quiet, fresh, and already connected to the emulator.
import { chromium } from '@playwright/test';
import { credentials } from '../emulator.mjs';

const options = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

/** A browser that nobody has used before. */
export const launch = (...flags) => chromium.launch({ ...options, args: [...options.args, ...flags] });

/** How long a browser is busy with its own start, in milliseconds. Two cores have little left for a page meanwhile. */
const OWN_START = 1500;

/** An empty page of a browser that rests. */
export async function restingPage(context) {
  const page = await context.newPage();
  await page.waitForTimeout(OWN_START);
  return page;
}

/** Connects as a person does, and returns what the console kept of it, to start other browsers connected. */
export async function connect(browser, { site, endpoint }) {
  const page = await browser.newPage();
  await page.goto(`${site}/connect`);
  await page.getByRole('radio', { name: 'Another endpoint' }).check();
  await page.getByRole('textbox', { name: 'Address' }).fill(endpoint);
  await page.getByRole('textbox', { name: 'Profile name' }).fill('Measured');
  await page.getByLabel('Access key id').fill(credentials.accessKeyId);
  await page.getByLabel('Secret access key').fill(credentials.secretAccessKey);
  await page.getByLabel('Keep the keys until this tab is closed').check();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.waitForURL(/\/accounts/);
  const kept = await page.evaluate(() => [{ ...localStorage }, { ...sessionStorage }]);
  await page.close();
  return kept;
}

/** Puts what `connect` returned into every page of a context, before its first script. */
export const connected = (context, kept) =>
  context.addInitScript(([local, session]) => {
    Object.assign(localStorage, local);
    Object.assign(sessionStorage, session);
  }, kept);

/**
 * When the page that is opened next has painted its first row and its first anything, in seconds since the visit began. The page
 * tells by itself: whoever asks it from outside is in its way, and learns of it late.
 */
export async function rowsPainted(page) {
  const word = 'painted ';
  const told = page.waitForEvent('console', { predicate: (message) => message.text().startsWith(word), timeout: 60_000 });
  // Whoever waits for it hears of a failure; until then nobody does.
  told.catch(() => {});
  await page.addInitScript(tellWhenPainted, word);
  return async () => JSON.parse((await told).text().slice(word.length));
}

/** Runs in the page: writes to its console when the first row is painted, in seconds since the visit began. */
function tellWhenPainted(word) {
  const seen = new MutationObserver(() => {
    if (!document.querySelector('tbody tr')) return;
    seen.disconnect();
    requestAnimationFrame(() => {
      // The frame is painted before the next task.
      const behind = new MessageChannel();
      behind.port1.onmessage = () => {
        const [{ startTime: firstPaint }] = performance.getEntriesByName('first-contentful-paint');
        console.info(word + JSON.stringify({ seconds: performance.now() / 1000, firstPaint: firstPaint / 1000 }));
      };
      behind.port2.postMessage(null);
    });
  });
  seen.observe(document, { childList: true, subtree: true });
}

/** The middle of the sorted values. */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
