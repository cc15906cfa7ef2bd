// The pictures of the README: a voice connector of the demo data, in light and dark.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, startEmulatorWithConsole } from './emulator.mjs';
import { launch } from './bench/browser.mjs';

const emulator = await startEmulatorWithConsole('--demo');
// The console finds an emulator where it stands by default; ours is on a port of its own.
const browser = await launch(`--host-resolver-rules=MAP 127.0.0.1:8000 ${new URL(emulator.endpoint).host}`);
try {
  mkdirSync(join(root, 'docs'), { recursive: true });
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 });
    await page.goto(`${emulator.site}/connect`);
    await page.getByRole('button', { name: 'Connect to the emulator' }).click();
    await page.getByRole('link', { name: 'Voice connectors', exact: true }).click();
    await page.getByRole('link', { name: 'Seattle headquarters' }).click();
    await page.getByText('70 % of calls').waitFor();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: join(root, `docs/screenshot-${colorScheme}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
  await emulator.stop();
}
