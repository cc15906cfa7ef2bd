// A brotli and a gzip file beside each asset and each page, for servers that send such files as they are.
// config.json stays alone: it is edited where it is served, and a stale copy would win.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// A development build is served from here and made often.
if (process.env.TRUNK_PROFILE === 'debug') process.exit();

const directory = process.env.TRUNK_STAGING_DIR;
const names = readdirSync(directory).filter((name) => /-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css)$|^(index|paths)\.html$/.test(name));
await Promise.all(names.map(async (name) => {
  const bytes = readFileSync(join(directory, name));
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(directory, `${name}.br`), await promisify(brotliCompress)(bytes, { params }));
  writeFileSync(join(directory, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
}));
