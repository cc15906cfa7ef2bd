// Makes the sandbox's worker out of what Trunk has built: names with a hash of the content, as the page's own files have, and
// one script of the start and the glue. index.html then names the script.
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const directory = process.env.TRUNK_STAGING_DIR;
const at = (name) => join(directory, name);
const hashed = (name, bytes) => name.replace(/(?=(_bg)?\.\w+$)/, `-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`);

const program = hashed('chime-sandbox_bg.wasm', readFileSync(at('chime-sandbox_bg.wasm')));
renameSync(at('chime-sandbox_bg.wasm'), at(program));

const { outputFiles: [{ text: script }] } = await build({
  entryPoints: ['crates/sandbox/js/worker.js'],
  alias: { 'chime-sandbox': at('chime-sandbox.js') },
  define: { PROGRAM: JSON.stringify(program), PROGRAM_BYTES: String(statSync(at(program)).size) },
  bundle: true,
  format: 'esm',
  logLevel: 'warning',
  minify: process.env.TRUNK_PROFILE === 'release',
  write: false,
});
const worker = hashed('chime-sandbox.js', script);
rmSync(at('chime-sandbox.js'));
writeFileSync(at(worker), script);

const index = readFileSync(at('index.html'), 'utf8');
if (!index.includes('chime-sandbox.js')) throw new Error('index.html does not name the worker');
writeFileSync(at('index.html'), index.replace('chime-sandbox.js', worker));
