// The pictures of the README: the demo data's accounts, in light and dark.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, startEmulatorWithConsole } from './emulator.mjs';
import { connect, connected, launch } from './bench/browser.mjs';

const emulator = await startEmulatorWithConsole('--demo');
const browser = await launch();
try {
  const kept = await connect(browser, emulator);
  mkdirSync(join(root, 'docs'), { recursive: true });
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
    await connected(context, kept);
    const page = await context.newPage();
    await page.goto(`${emulator.site}/accounts`);
    await page.locator('tbody tr').first().waitFor();
    await page.screenshot({ path: join(root, `docs/screenshot-${colorScheme}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await emulator.stop();
}
