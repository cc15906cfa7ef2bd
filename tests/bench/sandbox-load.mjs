// How long a first visit by the link into the sandbox takes until the demo's accounts are on the screen, on a slow line. The
// processor is slowed for the page; for its worker Chromium cannot.
import { dist } from '../emulator.mjs';
import { launch, median, restingPage, rowsPainted } from './browser.mjs';
import { serveSlowly } from './line.mjs';

const RUNS = 5;
// As in page-load.mjs.
const LINE = { latency: 150, throughput: 1.6e6 / 8 };
const SLOWDOWN = 4;

const visits = [];
for (let run = 0; run < RUNS; run += 1) visits.push(await visit());
const times = visits.map((visit) => visit.seconds);
const { bytes, requests } = visits[0];
console.log(JSON.stringify({ rows_s: median(times), slowest_s: Math.max(...times), line_s: bytes / LINE.throughput, bytes, requests }));

/** One visit with nothing in any cache. */
async function visit() {
  const { site, sent, stop } = await serveSlowly(dist, LINE);
  const browser = await launch();
  const page = await restingPage(browser);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const painted = await rowsPainted(page);
  await page.goto(`${site}/#sandbox=demo`, { waitUntil: 'commit' });
  const { seconds } = await painted();
  await browser.close();
  await stop();
  return { seconds, ...sent };
}
