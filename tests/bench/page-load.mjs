// How long a first visit takes until the accounts are on the screen, on a slow phone with a slow line.
import { startEmulatorWithConsole } from '../emulator.mjs';
import { connect, connected, launch, median, restingPage, rowsPainted } from './browser.mjs';

const RUNS = 5;
// Lighthouse's slow 4G, and a processor slowed four times.
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const SLOWDOWN = 4;

const emulator = await startEmulatorWithConsole('--demo');
try {
  const browser = await launch();
  const kept = await connect(browser, emulator);
  await browser.close();

  const visits = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await visit(kept));
  const { bytes, requests } = visits[0];
  const times = visits.map((visit) => visit.seconds);
  const paints = visits.map((visit) => visit.firstPaint);
  console.log(JSON.stringify({ rows_s: median(times), slowest_s: Math.max(...times), first_paint_s: median(paints), bytes, requests }));
} finally {
  await emulator.stop();
}

/** One visit with nothing in any cache. */
async function visit(kept) {
  const browser = await launch();
  const context = await browser.newContext();
  await connected(context, kept);
  const page = await restingPage(context);
  const painted = await rowsPainted(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', LINE);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  let bytes = 0;
  let requests = 0;
  const mine = new Set();
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith(emulator.site)) return;
    mine.add(requestId);
    requests += 1;
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (mine.has(requestId)) bytes += encodedDataLength;
  });

  await page.goto(`${emulator.site}/accounts`, { waitUntil: 'commit' });
  const times = await painted();
  await browser.close();
  return { ...times, bytes, requests };
}
