// Cuts the console's program at the parts that src/ names, so that a visit loads what it shows.
//
// wasm-split-cli makes a module of each part, one of what is needed from the start, and one of what each set of parts
// shares. The last are many and small. They go where they are needed first: beside the parts that one of the two visits that
// begin here loads, into the program itself where both visits need them, and into `more` otherwise.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { order } from './order.mjs';
import { shortenNames } from './short-names.mjs';

const NAME = 'chime-console';
/** How public/start.js loads what wasm-bindgen writes. */
const GLUE = "import(document.querySelector('link[rel=modulepreload]').href)";
/** What the visits that begin here load beside the program, in the order in which it is needed: a visit without keys the page
 *  that asks for them, one with keys what calls, and behind it what shows the answer. */
const VISITS = [{ entry: ['connect'] }, { client: ['client'], list: ['list'] }];
/** How much of the program is there when what shows the answer is asked for. */
const NEARLY = 0.8;
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
    shortenNames(at(`${NAME}_bg.wasm`), at(`${NAME}.js`));
    const found = readLink(readFileSync(at('__wasm_split.js'), 'utf8'));
    const { program, ...groups } = found.groups;
    const named = (modules) => modules.flatMap((module) => [at(`${module}.wasm`), module]);
    const files = {};
    for (const [name, modules] of Object.entries(groups)) {
      merge(modules.map((module) => at(`${module}.wasm`)), at(`${name}.wasm`), at('shared.wasm'));
      files[name] = ship(at(`${name}.wasm`), name);
    }
    for (const { part } of found.parts.filter(({ part }) => !firstOf(part))) files[part] = ship(at(`split_${part}.wasm`), part);
    writeFileSync(at('__wasm_split.js'), writeLink(found, files));
    const script = await writeScript(directory, at(`${NAME}.js`));
    link([at(`${NAME}_bg.wasm`), '__wasm_split', ...named(program)], at(`${NAME}.wasm`));
    replaceProgram(directory, script, ship(at(`${NAME}.wasm`), NAME), files);
  } finally {
    rmSync(work, { recursive: true });
  }

  /** Makes a module small, and puts it where it is served from, named by what it holds. */
  function ship(file, name) {
    // The lowest addresses are the far end of the stack: nothing counts back from there. Control flow that is built anew is a hundredth smaller.
    const passes = ['-Oz', '--flatten', '--rereloop', '-Oz', '-Oz', '--low-memory-unused'];
    run('wasm-opt', [file, ...passes, '--output', file, ...features]);
    order(file, features);
    const bytes = readFileSync(file);
    const shipped = hashed(name, 'wasm', bytes);
    writeFileSync(join(directory, shipped), bytes);
    return shipped;
  }
}

/** The visit that begins with a part, and the file that the part goes to. */
function firstOf(part) {
  for (const visit of VISITS) {
    const file = Object.keys(visit).find((file) => visit[file].includes(part));
    if (file) return { visit, file };
  }
}

/** Where a module goes that `parts` share. */
function homeOf(parts) {
  const first = parts.map(firstOf).filter(Boolean);
  const [visit, other] = new Set(first.map(({ visit }) => visit));
  if (!visit) return 'more';
  return other ? 'program' : Object.keys(visit).find((file) => first.some((it) => it.file === file));
}

/** Reads what wasm-split-cli wrote: the parts, the modules that each needs, and where those go. */
function readLink(link) {
  const groups = Object.fromEntries(['program', ...VISITS.flatMap(Object.keys), 'more'].map((name) => [name, []]));
  const groupOf = {};
  for (const [, sharers, chunk] of link.matchAll(/^\/\* (.+) \*\/\nconst __(chunk_\d+) = /gm)) {
    groupOf[chunk] = homeOf(sharers.split(', '));
    groups[groupOf[chunk]].push(chunk);
  }
  const parts = [...link.matchAll(/^export const __wasm_split_load_(\w+) = [^]*?\n, \[(.*)\]\)\);$/gm)].map(([, part, chunks]) => {
    const needed = chunks.split(/, |,$/).filter(Boolean).map((chunk) => groupOf[chunk.slice(2)]);
    const own = firstOf(part)?.file;
    if (own) groups[own].unshift(`split_${part}`);
    return { part, needs: [...new Set([...needed, own])].filter((group) => group && group !== 'program') };
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

/** Makes one script of the start and the glue: the page then asks for one file less. Returns its name. */
async function writeScript(directory, glue) {
  const [started] = readdirSync(directory).filter((name) => /^start-[0-9a-f]+\.js$/.test(name));
  const source = readFileSync(join(directory, started), 'utf8');
  if (!source.includes(GLUE)) throw new Error(`${started} does not import the glue`);
  const { outputFiles } = await build({
    stdin: { contents: source.replace(GLUE, `import(${JSON.stringify(glue)})`), resolveDir: directory },
    // A classic script has no address of its own; its files lie where those of the page do.
    define: { 'import.meta.url': 'document.baseURI' },
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    logOverride: { 'duplicate-object-key': 'silent' },
  });
  const script = hashed(NAME, 'js', outputFiles[0].contents);
  writeFileSync(join(directory, script), outputFiles[0].contents);
  rmSync(join(directory, started));
  const page = join(directory, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace(started, script));
  return script;
}

/** Takes away the program in one piece, and has index.html name the parts that the script asks for. */
function replaceProgram(directory, script, wasm, files) {
  const page = join(directory, 'index.html');
  const old = (pattern, ours) => {
    const theirs = readdirSync(directory).filter((name) => pattern.test(name) && name !== ours);
    if (theirs.length !== 1) throw new Error(`Trunk made ${theirs.length} files like ${pattern}, not one`);
    rmSync(join(directory, theirs[0]));
    return theirs[0];
  };
  const glue = old(/^chime-console-[0-9a-f]+\.js$/, script);
  const whole = old(/^chime-console-[0-9a-f]+(_bg)?\.wasm$/, wasm);
  const nearly = Math.floor(statSync(join(directory, wasm)).size * NEARLY);
  const link = (name) => `<link id="${name}" rel="part" href="${files[name]}"${name === 'list' ? ` data-after="${nearly}"` : ''}>`;
  // Before the script that looks for them.
  const links = VISITS.flatMap(Object.keys).map(link).join('\n');
  const html = readFileSync(page, 'utf8').replaceAll(whole, wasm);
  writeFileSync(page, html.replace(new RegExp(`<link rel="modulepreload" href="[^"]*${glue}">`), links));
}

function hashed(name, extension, bytes) {
  return `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`;
}

function run(program, options) {
  execFileSync(program, options, { stdio: ['ignore', 'ignore', 'inherit'] });
}
