// How long a keystroke in the filter takes to show, with ten thousand accounts loaded.
import { startEmulatorWithConsole } from '../emulator.mjs';
import { connect, connected, launch, median } from './browser.mjs';

const ACCOUNTS = 10_000;
const AT_ONCE = 32;
// Letters that no other column of the table holds (a time ends in Z), so that each key changes which rows are seen.
const LETTERS = [...'ghklqwxy'];
// Typed and taken back: the matches shrink and grow again.
const KEYS = ['w', 'q', 'x', 'Backspace', 'Backspace', 'Backspace', 'h', 'k', 'Backspace', 'Backspace'];

// Unsigned, only so that ten thousand accounts are made quickly. The console signs as ever.
const emulator = await startEmulatorWithConsole('--allow-unsigned');
const browser = await launch();
try {
  await createAccounts();
  const kept = await connect(browser, emulator);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await connected(context, kept);
  const page = await context.newPage();
  await page.goto(`${emulator.site}/accounts`);
  await page.getByRole('button', { name: 'Load all' }).click();
  await page.getByRole('button', { name: 'Back to pages' }).waitFor({ timeout: 120_000 });

  await page.getByLabel('Filter the loaded rows').focus();
  await page.keyboard.press('q');
  await page.getByText(`of ${ACCOUNTS} match`).waitFor();
  await page.keyboard.press('Backspace');
  const times = [];
  for (const key of KEYS) {
    await page.evaluate(watchNextKey);
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => globalThis.painted));
  }
  console.log(JSON.stringify({ paint_ms: median(times), slowest_ms: Math.max(...times), rows: ACCOUNTS, keys: times.length }));
} finally {
  await browser.close();
  await emulator.stop();
}

/** Runs in the page: from the key's own time to the frame after the table has changed. */
function watchNextKey() {
  globalThis.painted = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('the table has not changed for ten seconds')), 10_000);
    addEventListener('keydown', ({ timeStamp }) => {
      const ofRows = ({ target, addedNodes }) =>
        (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest('table') ||
        [...addedNodes].some((node) => node.querySelector?.('tr'));
      const observer = new MutationObserver((changes) => {
        if (!changes.some(ofRows)) return;
        observer.disconnect();
        // A message posted in a frame's callback arrives when that frame has been painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      });
      observer.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true });
    }, { once: true, capture: true });
  });
}

async function createAccounts() {
  const names = Array.from({ length: ACCOUNTS }, (_, index) => name(index));
  const create = async () => {
    while (names.length) {
      const response = await fetch(`${emulator.endpoint}/accounts`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ Name: names.pop() }),
      });
      if (!response.ok) throw new Error(`CreateAccount answered ${response.status}: ${await response.text()}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, create));
}

/** The index in base eight, with our letters for digits. */
function name(index) {
  return Array.from({ length: 5 }, (_, place) => LETTERS[Math.floor(index / 8 ** place) % 8]).join('');
}
