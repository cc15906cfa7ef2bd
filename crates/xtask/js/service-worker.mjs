// Writes the service worker of a build, with the names of its files, and has the page ask for it.
//
// It comes last of what names files. Its version is a hash of the page and of these names.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const SOURCE = join(import.meta.dirname, '../../../public/service-worker.js');
const LINK = '  <link id="offline" rel="serviceworker" href="service-worker.js">\n';

const { TRUNK_PROFILE, TRUNK_STAGING_DIR } = process.env;
// A development build changes under the same address all the time.
if (TRUNK_PROFILE === 'release') await writeServiceWorker(TRUNK_STAGING_DIR);

/** Writes `service-worker.js` into the directory of a build. */
export async function writeServiceWorker(directory) {
  const page = join(directory, 'index.html');
  let html = readFileSync(page, 'utf8');
  if (!html.includes(LINK)) html = html.replace('</head>', `${LINK}</head>`);
  writeFileSync(page, html);

  const names = readdirSync(directory).filter((name) => /-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css)$/.test(name)).sort();
  const isSandbox = (name) => name.startsWith('chime-sandbox-');
  const values = {
    VERSION: createHash('sha256').update(html).update(names.join()).digest('hex').slice(0, 16),
    CONSOLE: names.filter((name) => !isSandbox(name)),
    SANDBOX: names.filter(isSandbox),
    NAMED: names.filter((name) => html.includes(name)),
  };
  const define = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)]));
  const outfile = join(directory, 'service-worker.js');
  await build({ entryPoints: [SOURCE], define, bundle: true, minify: true, format: 'iife', logLevel: 'warning', outfile });
}
