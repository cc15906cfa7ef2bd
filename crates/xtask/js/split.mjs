// Cuts the console's program at the parts that src/ names, so that a visit loads what it shows.
//
// wasm-split-cli makes a module of each part, one of what is needed from the start, and one of what each set of parts
// shares. The last are many and small. They go where they are needed first: beside the parts of one of the two visits that
// begin here, into the program itself where both visits need them, and into `more` otherwise.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { order } from './order.mjs';

const NAME = 'chime-console';
/** The visits that begin here, without keys and with them, and the parts that each shows first. */
const VISITS = { entry: ['connect'], list: ['list', 'client'] };
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
    const found = readLink(readFileSync(at('__wasm_split.js'), 'utf8'));
    const { program, ...groups } = found.groups;
    const named = (modules) => modules.flatMap((module) => [at(`${module}.wasm`), module]);
    const files = {};
    for (const [name, modules] of Object.entries(groups)) {
      merge(modules.map((module) => at(`${module}.wasm`)), at(`${name}.wasm`), at('shared.wasm'));
      files[name] = ship(at(`${name}.wasm`), name);
    }
    for (const { part } of found.parts.filter(({ part }) => !visitOf(part))) files[part] = ship(at(`split_${part}.wasm`), part);
    writeFileSync(at('__wasm_split.js'), writeLink(found, files));
    const { outputFiles } = await build({ entryPoints: [at(`${NAME}.js`)], bundle: true, minify: true, format: 'esm', write: false, logOverride: { 'duplicate-object-key': 'silent' } });
    const script = hashed(NAME, 'js', outputFiles[0].contents);
    writeFileSync(join(directory, script), outputFiles[0].contents);
    link([at(`${NAME}_bg.wasm`), '__wasm_split', ...named(program)], at(`${NAME}.wasm`));
    replaceProgram(directory, script, ship(at(`${NAME}.wasm`), NAME), files);
  } finally {
    rmSync(work, { recursive: true });
  }

  /** Makes a module small, and puts it where it is served from, named by what it holds. */
  function ship(file, name) {
    run('wasm-opt', [file, '-Oz', '--output', file, ...features]);
    order(file, features);
    const bytes = readFileSync(file);
    const shipped = hashed(name, 'wasm', bytes);
    writeFileSync(join(directory, shipped), bytes);
    return shipped;
  }
}

function visitOf(part) {
  return Object.keys(VISITS).find((visit) => VISITS[visit].includes(part));
}

/** Reads what wasm-split-cli wrote: the parts, the modules that each needs, and where those go. */
function readLink(link) {
  const groups = { program: [], entry: [], list: [], more: [] };
  const groupOf = {};
  for (const [, sharers, chunk] of link.matchAll(/^\/\* (.+) \*\/\nconst __(chunk_\d+) = /gm)) {
    const visits = new Set(sharers.split(', ').map(visitOf).filter(Boolean));
    groupOf[chunk] = visits.size > 1 ? 'program' : ([...visits][0] ?? 'more');
    groups[groupOf[chunk]].push(chunk);
  }
  const parts = [...link.matchAll(/^export const __wasm_split_load_(\w+) = [^]*?\n, \[(.*)\]\)\);$/gm)].map(([, part, chunks]) => {
    const needed = chunks.split(/, |,$/).filter(Boolean).map((chunk) => groupOf[chunk.slice(2)]);
    const visit = visitOf(part);
    if (visit) groups[visit].unshift(`split_${part}`);
    return { part, needs: [...new Set([...needed, visit])].filter((group) => group && group !== 'program') };
  });
  const shared = link.match(/const \{ (.+?),? +\} = initSync/)[1];
  return { parts, groups, shared };
}

/** The loaders. What the program's boundaries ask for is called back with whether it is there; a failure is not kept. */
function writeLink({ parts, shared }, files) {
  const name = (module) => `load_${module}`;
  const loader = (module) => `const ${name(module)} = loader('./${files[module]}');`;
  const wanted = ({ part, needs }) => {
    const modules = [...needs, ...(files[part] ? [part] : [])].map(name);
    return `export const __wasm_split_load_${part} = whole([${modules}]);`;
  };
  return `import { initSync } from './${NAME}.js';
let imports;
function main() {
  if (!imports) {
    const { ${shared} } = initSync();
    imports = { __wasm_split: { ${shared} } };
    imports.main = imports.__wasm_split;
  }
  return imports;
}
function loader(file) {
  let loading;
  const load = () => WebAssembly.instantiateStreaming(fetch(new URL(file, import.meta.url)), main());
  return () => (loading ??= load().catch((error) => {
    loading = undefined;
    throw error;
  }));
}
function whole(loaders) {
  return async (callback, data) => {
    const told = await Promise.all(loaders.map((load) => load())).then(() => true, (error) => (console.error(error), false));
    main().main.__indirect_function_table.get(callback)(data, told);
  };
}
${Object.keys(files).map(loader).join('\n')}
${parts.map(wanted).join('\n')}
`;
}

/** One module of many. Each imports the program's memory, table and stack pointer; the whole shall do so once. */
function merge(modules, merged, shared) {
  const text = execFileSync('wasm-dis', [modules[0]], { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'ignore'] });
  const imports = [...text.matchAll(/^ \(import "__wasm_split" "(\w+)" \((memory|table|global) \S+ (.+)\)\)$/gm)];
  const lines = imports.map(([, name, kind, type]) => `(import "main" "${name}" (${kind} $${name} ${type})) (export "${name}" (${kind} $${name}))`);
  writeFileSync(`${shared}.wat`, `(module ${lines.join(' ')})`);
  run('wasm-as', [`${shared}.wat`, '--output', shared, ...features]);
  link([shared, '__wasm_split', ...modules.flatMap((module) => [module, module])], merged);
}

/** Links modules, each followed by the name under which the others import from it. */
function link(named, linked) {
  run('wasm-merge', [...named, '--output', linked, '--rename-export-conflicts', '--enable-multimemory', ...features]);
}

/** Takes away the program in one piece, and has index.html name the parts that start.js asks for. */
function replaceProgram(directory, script, wasm, files) {
  const page = join(directory, 'index.html');
  let html = readFileSync(page, 'utf8');
  for (const [pattern, ours] of [[/^chime-console-[0-9a-f]+\.js$/, script], [/^chime-console-[0-9a-f]+(_bg)?\.wasm$/, wasm]]) {
    const theirs = readdirSync(directory).filter((name) => pattern.test(name) && name !== ours);
    if (theirs.length !== 1) throw new Error(`Trunk made ${theirs.length} files like ${pattern}, not one`);
    html = html.replaceAll(theirs[0], ours);
    rmSync(join(directory, theirs[0]));
  }
  // Before the script that looks for them.
  const links = Object.keys(VISITS).map((visit) => `<link id="${visit}" rel="part" href="${files[visit]}">\n`);
  writeFileSync(page, html.replace('<link rel="modulepreload"', `${links.join('')}$&`));
}

function hashed(name, extension, bytes) {
  return `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`;
}

function run(program, options) {
  execFileSync(program, options, { stdio: ['ignore', 'ignore', 'inherit'] });
}
