// Cuts the console's program at the parts that src/ names, so that a visit loads what it shows.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { cut, hashed } from './parts.mjs';

const NAME = 'chime-console';
/** How public/start.js loads what wasm-bindgen writes. */
const GLUE = "import(document.querySelector('link[rel=modulepreload]').href)";
/** What the visits that begin here load beside the program, in the order in which it is needed: a visit without keys the page
 *  that asks for them, one with keys what calls, and behind it what shows the answer. */
const VISITS = [{ entry: ['connect'] }, { client: ['client'], list: ['list'] }];
/** How much of the program is there when what shows the answer is asked for. */
const NEARLY = 0.8;

const { TRUNK_PROFILE, TRUNK_STAGING_DIR } = process.env;
// A development build is one piece.
if (TRUNK_PROFILE !== 'debug') await split(TRUNK_STAGING_DIR);

/** Replaces what Trunk put into `directory` by the parts of the program. */
async function split(directory) {
  const work = mkdtempSync(join(tmpdir(), 'chime-console-'));
  try {
    const { glue, program, files } = await cut(NAME, { visits: VISITS, work, directory, called: (part) => part });
    replaceProgram(directory, await writeScript(directory, glue), program, files);
  } finally {
    rmSync(work, { recursive: true });
  }
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
