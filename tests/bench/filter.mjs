// node filter.mjs accounts|numbers: with ten thousand of them, how long all take to load, and how long a keystroke in the
// filter takes to show.
import { startEmulatorWithConsole } from '../emulator.mjs';
import { connect, connected, launch, median } from './browser.mjs';

const COUNT = 10_000;
const AT_ONCE = 32;
// Letters that no other column of the accounts holds (a time ends in Z), so that each key changes which rows are seen.
const LETTERS = [...'ghklqwxy'];

// What is typed is taken back: the matches shrink and grow again. Before the keys stands what no other column of the numbers
// holds, since digits alone are in times as well.
const LISTS = {
  accounts: {
    page: '/accounts',
    create: '/accounts',
    one: (index) => ({ Name: letters(index) }),
    before: '',
    keys: ['w', 'q', 'x', 'Backspace', 'Backspace', 'Backspace', 'h', 'k', 'Backspace', 'Backspace'],
  },
  numbers: {
    page: '/phone-numbers',
    create: '/_emulator/hooks/phone-number',
    one: (index) => ({ E164PhoneNumber: number(index), ProductType: 'BusinessCalling' }),
    before: '+1206',
    keys: ['7', '3', '8', 'Backspace', 'Backspace', 'Backspace', '4', '9', 'Backspace', 'Backspace'],
  },
};

const list = LISTS[process.argv[2]];
if (!list) throw new Error(`one of ${Object.keys(LISTS).join(', ')} is measured`);

// Unsigned, only so that ten thousand are made quickly. The console signs as ever.
const emulator = await startEmulatorWithConsole('--allow-unsigned');
const browser = await launch();
try {
  await create();
  const kept = await connect(browser, emulator);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await connected(context, kept);
  const page = await context.newPage();
  await page.goto(`${emulator.site}${list.page}`);
  const begun = performance.now();
  await page.getByRole('button', { name: 'Load all' }).click();
  await page.getByRole('progressbar').waitFor();
  await page.getByRole('button', { name: 'Back to pages' }).waitFor({ timeout: 120_000 });
  const loaded = (performance.now() - begun) / 1000;

  await page.getByLabel('Filter the loaded rows').fill(list.before);
  await page.keyboard.press(list.keys[0]);
  await page.getByText(`of ${COUNT} match`).waitFor();
  await page.keyboard.press('Backspace');
  const times = [];
  for (const key of list.keys) {
    await page.evaluate(watchNextKey);
    await page.keyboard.press(key);
    times.push(await page.evaluate(() => globalThis.painted));
  }
  const report = { paint_ms: median(times), slowest_ms: Math.max(...times), load_s: loaded, rows: COUNT, keys: times.length };
  console.log(JSON.stringify(report));
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

async function create() {
  const waiting = Array.from({ length: COUNT }, (_, index) => list.one(index));
  const some = async () => {
    while (waiting.length) {
      const response = await fetch(`${emulator.endpoint}${list.create}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(waiting.pop()),
      });
      if (!response.ok) throw new Error(`${list.create} answered ${response.status}: ${await response.text()}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, some));
}

/** The index in base eight, with our letters for digits. */
function letters(index) {
  return Array.from({ length: 5 }, (_, place) => LETTERS[Math.floor(index / 8 ** place) % 8]).join('');
}

/** A number of Seattle, another for each index: neighbours have no digits in common. */
function number(index) {
  return `+1206${2_000_000 + ((index * 7_654_321) % 8_000_000)}`;
}
