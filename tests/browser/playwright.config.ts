import { defineConfig } from '@playwright/test';
import { dist, freePort, program } from '../emulator.mjs';

// Workers read this file again; what they inherit from the first reading is the environment.
process.env.CHIME_API_PORT ??= String(await freePort());
process.env.CHIME_CONSOLE_PORT ??= String(await freePort());
const api = `127.0.0.1:${process.env.CHIME_API_PORT}`;
const site = `127.0.0.1:${process.env.CHIME_CONSOLE_PORT}`;

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  // On a machine that others load a test may be overtaken; one that passes only the second time is reported as flaky.
  retries: process.env.CI ? 1 : 0,
  workers: 2,
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
      args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  webServer: {
    command: `"${program}" --in-memory --listen ${api} --console "${dist}" --console-listen ${site}`,
    url: `http://${api}/_emulator/health`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
    timeout: 10_000,
  },
});
