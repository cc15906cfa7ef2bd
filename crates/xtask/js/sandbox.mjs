// Makes the sandbox's worker out of what Trunk has built: a small program, the part of it that comes later, names with a hash of
// the content, as the page's own files have, and one script of the start and the glue. index.html then names the script.
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { cut, hashed } from './parts.mjs';

const NAME = 'chime-sandbox';
/** A visit begins without it. */
const VISITS = [{ rest: ['rest'] }];

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: directory } = process.env;
const release = TRUNK_PROFILE === 'release';
const at = (name) => join(directory, name);

const work = mkdtempSync(join(tmpdir(), `${NAME}-`));
try {
  const { program, glue } = TRUNK_PROFILE === 'debug' ? whole() : await parts();
  const { outputFiles: [{ text: script }] } = await build({
    entryPoints: ['crates/sandbox/js/worker.js'],
    alias: { [NAME]: glue },
    define: { PROGRAM: JSON.stringify(program), PROGRAM_BYTES: String(statSync(at(program)).size) },
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
    logOverride: { 'duplicate-object-key': 'silent' },
    minify: release,
    write: false,
  });
  rmSync(at(`${NAME}.js`));
  const worker = hashed(NAME, 'js', script);
  writeFileSync(at(worker), script);

  const index = readFileSync(at('index.html'), 'utf8');
  if (!index.includes(`${NAME}.js`)) throw new Error('index.html does not name the worker');
  writeFileSync(at('index.html'), index.replace(`${NAME}.js`, worker));
} finally {
  rmSync(work, { recursive: true });
}

/** The program that Trunk has put there. */
function whole() {
  const built = at(`${NAME}_bg.wasm`);
  const program = hashed(NAME, 'wasm', readFileSync(built));
  renameSync(built, at(program));
  return { program, glue: at(`${NAME}.js`) };
}

/** The program without what comes later, and that beside it. */
function parts() {
  rmSync(at(`${NAME}_bg.wasm`));
  return cut(NAME, { visits: VISITS, work, directory, called: (part) => `${NAME}-${part}` });
}
