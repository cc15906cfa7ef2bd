// Makes a release fit for any host and any folder.
//
// index.html has a base while it is developed, where every path is answered with it. A host of files knows one page, so the base
// goes: names of files are then relative to the page, and the console names its pages behind `#`. 404.html finds the way from a path.
// paths.html is the page for a server that answers every path with it, at its root, as the emulator does.
//
// Style and start stand in the page itself: they come while the program, which the page names above them, is still asked for.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BASE = /^.*<base href="\/">\n/m;
const STYLE = /<link rel="stylesheet" href="([^"]+)"\/?>/;
const SCRIPT = /<script src="([^"]+)"><\/script>/;
const NOT_FOUND = join(import.meta.dirname, '../../../public/404.html');

const { TRUNK_PROFILE, TRUNK_STAGING_DIR } = process.env;
if (TRUNK_PROFILE === 'release') writePages(TRUNK_STAGING_DIR);

/** Rewrites `index.html` in the directory of a build, and puts the other pages beside it. Pages that are written already get the
 *  policy for what they hold now. */
export function writePages(directory) {
  const index = join(directory, 'index.html');
  const take = (name) => {
    const file = join(directory, name);
    const text = readFileSync(file, 'utf8').trim();
    if (/<\/(script|style)/i.test(text)) throw new Error(`${name} would end where it stands in the page`);
    rmSync(file);
    return text;
  };
  const html = readFileSync(index, 'utf8')
    .replace(BASE, '')
    .replace(STYLE, (_, name) => `<style>${take(name)}</style>`)
    .replace(SCRIPT, (_, name) => `<script>${take(name)}</script>`);
  writeFileSync(index, withPolicy(html));
  writeFileSync(join(directory, 'paths.html'), withPolicy(html.replace('<head>', '<head>\n  <base href="/">')));
  writeFileSync(join(directory, '404.html'), withPolicy(readFileSync(NOT_FOUND, 'utf8')));
}

/** The page with a policy that allows the script and the style in it, and no others. */
function withPolicy(html) {
  const hash = (element) => {
    const [, text] = html.match(new RegExp(`<${element}>([^]*?)</${element}>`)) ?? [];
    return text === undefined ? '' : ` 'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };
  const allow = (policy, source, element) =>
    policy.replace(new RegExp(`${source}((?: (?!'sha256)[^;"]+?)*)(?: 'sha256-[^']+')?(?=[;"])`), `${source}$1${hash(element)}`);
  return html.replace(/(?<=http-equiv="Content-Security-Policy" content=)"[^"]+"/, (policy) =>
    allow(allow(policy, 'script-src', 'script'), 'style-src', 'style'));
}
