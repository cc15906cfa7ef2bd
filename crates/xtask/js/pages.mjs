// Makes a release fit for any host and any folder.
//
// index.html has a base while it is developed, where every path is answered with it. A host of files knows one page, so the base
// goes: names of files are then relative to the page, and the console names its pages behind `#`. 404.html finds the way from a path.
// paths.html is the page for a server that answers every path with it, at its root, as the emulator does.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BASE = /^.*<base href="\/">\n/m;
const NOT_FOUND = join(import.meta.dirname, '../../../public/404.html');

const { TRUNK_PROFILE, TRUNK_STAGING_DIR } = process.env;
if (TRUNK_PROFILE === 'release') writePages(TRUNK_STAGING_DIR);

/** Rewrites `index.html` in the directory of a build, and puts the other pages beside it. */
export function writePages(directory) {
  const index = join(directory, 'index.html');
  const html = readFileSync(index, 'utf8').replace(BASE, '');
  writeFileSync(index, html);
  writeFileSync(join(directory, 'paths.html'), html.replace('<head>', '<head>\n  <base href="/">'));

  // It can name no file, so its policy names its script.
  const notFound = readFileSync(NOT_FOUND, 'utf8');
  const [, script] = notFound.match(/<script>([^]*?)<\/script>/);
  const hash = createHash('sha256').update(script).digest('base64');
  writeFileSync(join(directory, '404.html'), notFound.replace('sha256-SCRIPT', `sha256-${hash}`));
}
