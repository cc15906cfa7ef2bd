// Makes the sandbox's worker out of what Trunk has built: a small program, names with a hash of the content, as the page's own
// files have, and one script of the start and the glue. index.html then names the script.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { order } from './order.mjs';
import { shortenNames } from './short-names.mjs';

const FEATURES = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue', 'reference-types'];

const directory = process.env.TRUNK_STAGING_DIR;
const at = (name) => join(directory, name);
const hashed = (name, bytes) => name.replace(/(?=(_bg)?\.\w+$)/, `-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`);

const release = process.env.TRUNK_PROFILE === 'release';
if (release) {
  const features = FEATURES.map((feature) => `--enable-${feature}`);
  const file = at('chime-sandbox_bg.wasm');
  // The lowest addresses are the far end of the stack: nothing counts back from there.
  execFileSync('wasm-opt', [file, '-Oz', '--debuginfo', '--low-memory-unused', '--output', file, ...features]);
  order(file, features);
  shortenNames(file, at('chime-sandbox.js'));
}

const program = hashed('chime-sandbox_bg.wasm', readFileSync(at('chime-sandbox_bg.wasm')));
renameSync(at('chime-sandbox_bg.wasm'), at(program));

const { outputFiles: [{ text: script }] } = await build({
  entryPoints: ['crates/sandbox/js/worker.js'],
  alias: { 'chime-sandbox': at('chime-sandbox.js') },
  define: { PROGRAM: JSON.stringify(program), PROGRAM_BYTES: String(statSync(at(program)).size) },
  bundle: true,
  format: 'esm',
  logLevel: 'warning',
  minify: release,
  write: false,
});
const worker = hashed('chime-sandbox.js', script);
rmSync(at('chime-sandbox.js'));
writeFileSync(at(worker), script);

const index = readFileSync(at('index.html'), 'utf8');
if (!index.includes('chime-sandbox.js')) throw new Error('index.html does not name the worker');
writeFileSync(at('index.html'), index.replace('chime-sandbox.js', worker));
