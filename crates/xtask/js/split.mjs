// Cuts the console's program at the parts that src/pages names, so that a visit loads what it shows.
//
// wasm-split-cli makes a module of each part, one of what is needed from the start, and one of what each set of parts
// shares. The last are many and small: they are merged into two, `entry` (with the connect page itself) and `more`.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const NAME = 'chime-console';
/** The page of a first visit. What it shares with others comes without what only those share. */
const ENTRY = 'connect';
const FEATURES = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue', 'reference-types'];
const features = FEATURES.map((feature) => `--enable-${feature}`);

const { TRUNK_PROFILE, TRUNK_STAGING_DIR, TRUNK_SOURCE_DIR, CARGO_TARGET_DIR } = process.env;
// A development build is one piece.
if (TRUNK_PROFILE !== 'debug') {
  const target = CARGO_TARGET_DIR ?? join(TRUNK_SOURCE_DIR, 'target');
  await split(join(target, `wasm32-unknown-unknown/wasm/${NAME}.wasm`), TRUNK_STAGING_DIR);
}

/** Replaces what Trunk put into `directory` by the parts of the program at `wasm`. */
async function split(wasm, directory) {
  const work = mkdtempSync(join(tmpdir(), 'chime-console-'));
  const at = (name) => join(work, name);
  try {
    run('wasm-split-cli', ['--target=web', `--out-name=${NAME}`, wasm, work]);
    run('wasm-bindgen', ['--target=web', '--no-typescript', '--keep-lld-exports', `--out-dir=${work}`, `--out-name=${NAME}`, at(`${NAME}.wasm`)]);
    let link = readFileSync(at('__wasm_split.js'), 'utf8');
    for (const [name, modules] of Object.entries(groups(link))) {
      merge(modules.map((module) => at(`${module}.wasm`)), at(`${name}.wasm`), at('shared.wasm'));
      link = loadTogether(link, name, modules);
    }
    link = link.replaceAll(/"\.\/(\w+)\.wasm"/g, (_, name) => JSON.stringify(`./${ship(at(`${name}.wasm`), name)}`));
    writeFileSync(at('__wasm_split.js'), link);
    const { outputFiles } = await build({ entryPoints: [at(`${NAME}.js`)], bundle: true, minify: true, format: 'esm', write: false, logOverride: { 'duplicate-object-key': 'silent' } });
    const script = hashed(NAME, 'js', outputFiles[0].contents);
    writeFileSync(join(directory, script), outputFiles[0].contents);
    replaceProgram(directory, script, ship(at(`${NAME}_bg.wasm`), NAME), link.match(/entry-\w+\.wasm/)[0]);
  } finally {
    rmSync(work, { recursive: true });
  }

  /** Makes a module small, and puts it where it is served from, named by what it holds. */
  function ship(file, name) {
    // Functions that are named alike are often made alike: side by side they compress better.
    run('wasm-opt', [file, '-Oz', '--reorder-functions-by-name', '--output', file, ...features]);
    const bytes = readFileSync(file);
    const shipped = hashed(name, 'wasm', bytes);
    writeFileSync(join(directory, shipped), bytes);
    return shipped;
  }
}

/** The modules that go together, read from the loaders that wasm-split-cli wrote. */
function groups(link) {
  const found = { entry: [`split_${ENTRY}`], more: [] };
  for (const [, parts, chunk] of link.matchAll(/^\/\* (.+) \*\/\nconst __(chunk_\d+) = /gm)) {
    found[parts.split(', ').includes(ENTRY) ? 'entry' : 'more'].push(chunk);
  }
  return found;
}

/** Has the loaders of all `modules` load the module `name` instead, once. */
function loadTogether(link, name, modules) {
  const loader = `__${name}`;
  let together = link;
  for (const module of modules) {
    const fetcher = new RegExp(`makeLoad\\(\\(\\) => \\{\\s+const src = fetch\\(new URL\\("\\./${module}\\.wasm"[^]*?\\n\\}\\n, `);
    if (!fetcher.test(together)) throw new Error(`no loader of ${module} in what wasm-split-cli wrote`);
    together = together.replace(fetcher, `makeLoad(() => ${loader}, `);
  }
  const load = `WebAssembly.instantiateStreaming(src, { main: getSharedImports().__wasm_split })`;
  const start = `const src = fetch(new URL("./${name}.wasm", import.meta.url)); src.catch(() => {}); return () => ${load};`;
  return `${together}\nconst ${loader} = makeLoad(() => { ${start} }, []);\n`;
}

/** One module of many. Each imports the program's memory, table and stack pointer; the whole shall do so once. */
function merge(modules, merged, shared) {
  const text = execFileSync('wasm-dis', [modules[0]], { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const imports = [...text.matchAll(/^ \(import "__wasm_split" "(\w+)" \((memory|table|global) \S+ (.+)\)\)$/gm)];
  const lines = imports.map(([, name, kind, type]) => `(import "main" "${name}" (${kind} $${name} ${type})) (export "${name}" (${kind} $${name}))`);
  writeFileSync(`${shared}.wat`, `(module ${lines.join(' ')})`);
  run('wasm-as', [`${shared}.wat`, '--output', shared, ...features]);
  const named = modules.flatMap((module) => [module, module]);
  run('wasm-merge', [shared, '__wasm_split', ...named, '--output', merged, '--rename-export-conflicts', '--enable-multimemory', ...features]);
}

/** Takes away the program in one piece, and has index.html name the parts that start.js asks for. */
function replaceProgram(directory, script, wasm, entry) {
  const page = join(directory, 'index.html');
  let html = readFileSync(page, 'utf8');
  for (const [pattern, ours] of [[/chime-console-[0-9a-f]+\.js/, script], [/chime-console-[0-9a-f]+_bg\.wasm/, wasm]]) {
    const theirs = readdirSync(directory).filter((name) => pattern.test(name) && name !== ours);
    if (theirs.length !== 1) throw new Error(`Trunk made ${theirs.length} files like ${pattern}, not one`);
    html = html.replaceAll(theirs[0], ours);
    rmSync(join(directory, theirs[0]));
  }
  writeFileSync(page, html.replace('</head>', `  <link id="entry" rel="part" href="${entry}">\n</head>`));
}

function hashed(name, extension, bytes) {
  return `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`;
}

function run(program, options) {
  execFileSync(program, options, { stdio: ['ignore', 'ignore', 'inherit'] });
}
