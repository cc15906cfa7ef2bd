// Cuts a program at the parts that its source names, each a module that is loaded when it is wanted.
//
// wasm-split-cli makes a module of each part, one of what is needed from the start, and one of what each set of parts
// shares. The last are many and small. They go where they are needed first: beside the parts that one of the visits loads,
// into the program itself where several visits need them, and into `more` otherwise. A visit names its files and the parts in them.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { order } from './order.mjs';
import { binaryen, run } from './run.mjs';
import { shortenNames } from './short-names.mjs';

const FEATURES = ['bulk-memory', 'nontrapping-float-to-int', 'sign-ext', 'mutable-globals', 'multivalue', 'reference-types'];
const features = FEATURES.map((feature) => `--enable-${feature}`);

/** The lowest addresses are the far end of the stack: nothing counts back from there. */
const ONCE = ['-Oz', '--low-memory-unused'];
/** Control flow that is built anew is a hundredth smaller. It takes three times as long, so only what a visit begins with is worth it. */
const THRICE = ['-Oz', '--flatten', '--rereloop', '-Oz', ...ONCE];

/** The program as cargo makes it, before wasm-bindgen and before any cut. */
export function built(name) {
  const { TRUNK_SOURCE_DIR, CARGO_TARGET_DIR } = process.env;
  return join(CARGO_TARGET_DIR ?? join(TRUNK_SOURCE_DIR, 'target'), `wasm32-unknown-unknown/wasm/${name}.wasm`);
}

/**
 * Cuts the program `name` in the directory `work`, and puts its modules into `directory`, named by what they hold and `called` by
 * their part. Returns where the glue of wasm-bindgen is, and the names of the modules: the program's and, by part, the others.
 */
export async function cut(name, { visits, work, directory, called }) {
  const at = (file) => join(work, file);
  await run('wasm-split-cli', ['--target=web', `--out-name=${name}`, built(name), work]);
  await run('wasm-bindgen', ['--target=web', '--no-typescript', '--keep-lld-exports', `--out-dir=${work}`, `--out-name=${name}`, at(`${name}.wasm`)]);
  shortenNames(at(`${name}_bg.wasm`), at(`${name}.js`));
  const found = readLink(readFileSync(at('__wasm_split.js'), 'utf8'), visits);
  const { program, ...groups } = found.groups;
  const named = (modules) => modules.flatMap((module) => [at(`${module}.wasm`), module]);
  const grouped = Object.entries(groups).filter(([, modules]) => modules.length > 0).map(async ([group, modules]) => {
    await merge(modules.map((module) => at(`${module}.wasm`)), at(`${group}.wasm`), at(`shared-${group}.wasm`));
    return [group, await ship(at(`${group}.wasm`), called(group), directory, group === 'more' ? ONCE : THRICE)];
  });
  const alone = found.parts.filter(({ part }) => !firstOf(part, visits));
  const shipped = alone.map(async ({ part }) => [part, await ship(at(`split_${part}.wasm`), called(part), directory, ONCE)]);
  const whole = async () => {
    await link([at(`${name}_bg.wasm`), '__wasm_split', ...named(program)], at(`${name}.wasm`));
    return ship(at(`${name}.wasm`), name, directory, THRICE);
  };
  // The program is the largest, so it comes first.
  const [shippedProgram, ...parts] = await Promise.all([whole(), ...grouped, ...shipped]);
  const files = Object.fromEntries(parts);
  writeFileSync(at('__wasm_split.js'), writeLink(name, found, files));
  return { glue: at(`${name}.js`), program: shippedProgram, files };
}

/** Makes a module small, and puts it where it is served from, named by what it holds. */
async function ship(file, name, directory, passes) {
  await binaryen('wasm-opt', [file, ...passes, '--output', file, ...features], { long: passes === THRICE });
  await order(file, features);
  const bytes = readFileSync(file);
  const shipped = hashed(name, 'wasm', bytes);
  writeFileSync(join(directory, shipped), bytes);
  return shipped;
}

/** The visit that begins with a part, and the file that the part goes to. */
function firstOf(part, visits) {
  for (const visit of visits) {
    const file = Object.keys(visit).find((file) => visit[file].includes(part));
    if (file) return { visit, file };
  }
}

/** Where a module goes that `parts` share. */
function homeOf(parts, visits) {
  const first = parts.map((part) => firstOf(part, visits)).filter(Boolean);
  const [visit, other] = new Set(first.map(({ visit }) => visit));
  if (!visit) return 'more';
  return other ? 'program' : Object.keys(visit).find((file) => first.some((it) => it.file === file));
}

/** Reads what wasm-split-cli wrote: the parts, the modules that each needs, and where those go. */
function readLink(link, visits) {
  const groups = Object.fromEntries(['program', ...visits.flatMap(Object.keys), 'more'].map((name) => [name, []]));
  const groupOf = {};
  for (const [, sharers, chunk] of link.matchAll(/^\/\* (.+) \*\/\nconst __(chunk_\d+) = /gm)) {
    groupOf[chunk] = homeOf(sharers.split(', '), visits);
    groups[groupOf[chunk]].push(chunk);
  }
  const parts = [...link.matchAll(/^export const __wasm_split_load_(\w+) = [^]*?\n, \[(.*)\]\)\);$/gm)].map(([, part, chunks]) => {
    const needed = chunks.split(/, |,$/).filter(Boolean).map((chunk) => groupOf[chunk.slice(2)]);
    const own = firstOf(part, visits)?.file;
    if (own) groups[own].unshift(`split_${part}`);
    return { part, needs: [...new Set([...needed, own])].filter((group) => group && group !== 'program') };
  });
  const shared = link.match(/const \{ (.+?),? +\} = initSync/)[1];
  return { parts, groups, shared };
}

/** The loaders. What the program's boundaries ask for is called back with whether it is there; a failure is not kept. */
function writeLink(program, { parts, shared }, files) {
  const name = (module) => `load_${module}`;
  const loader = (module) => `const ${name(module)} = loader('./${files[module]}');`;
  const wanted = ({ part, needs }) => {
    const modules = [...needs, ...(files[part] ? [part] : [])].map(name);
    return `export const __wasm_split_load_${part} = whole([${modules}]);`;
  };
  return `import { initSync } from './${program}.js';
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
async function merge(modules, merged, shared) {
  const text = await binaryen('wasm-dis', [modules[0]]);
  const imports = [...text.matchAll(/^ \(import "__wasm_split" "(\w+)" \((memory|table|global) \S+ (.+)\)\)$/gm)];
  const lines = imports.map(([, name, kind, type]) => `(import "main" "${name}" (${kind} $${name} ${type})) (export "${name}" (${kind} $${name}))`);
  writeFileSync(`${shared}.wat`, `(module ${lines.join(' ')})`);
  await binaryen('wasm-as', [`${shared}.wat`, '--output', shared, ...features]);
  await link([shared, '__wasm_split', ...modules.flatMap((module) => [module, module])], merged);
}

/** Links modules, each followed by the name under which the others import from it. */
function link(named, linked) {
  return binaryen('wasm-merge', [...named, '--output', linked, '--rename-export-conflicts', '--enable-multimemory', ...features]);
}

/** A name with a hash of the content, as Trunk gives. */
export function hashed(name, extension, bytes) {
  return `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`;
}
