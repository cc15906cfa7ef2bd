import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { dist, freePort, program } from '../emulator.mjs';

// Workers read this file again; what they inherit from the first reading is the environment.
process.env.CHIME_API_PORT ??= String(await freePort());
process.env.CHIME_CONSOLE_PORT ??= String(await freePort());
const api = `127.0.0.1:${process.env.CHIME_API_PORT}`;
const site = `127.0.0.1:${process.env.CHIME_CONSOLE_PORT}`;

// Each window of Chromium loads two pages of its own into its address bar, which cost a third of all the time. The flag that
// turns them off takes the place of Playwright's own, so what stood there stands here again.
const OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // On a machine that others load a test may be overtaken; one that passes only the second time is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  // A test computes more than it waits, in several processes: two at a time keep two cores busy.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    actionTimeout: 10_000,
    baseURL: `http://${site}`,
    viewport: { width: 1440, height: 900 },
    // What it answers cannot be watched or replaced. offline.spec.ts has it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${OFF.join(',')}`,
        // WebAssembly is not compiled a second time for speed: a page of a test is gone before that is of use.
        '--js-flags=--liftoff-only',
      ],
    },
  },
  webServer: {
    command: `"${program}" --in-memory --listen ${api} --console "${dist}" --console-listen ${site}`,
    url: `http://${api}/_emulator/health`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 10_000,
  },
});
