// A brotli file beside each asset, for servers that send such files as they are.
// index.html stays alone: whoever serves the console under a path edits it, and a stale copy would win.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

// A development build is served from here and made often.
if (process.env.TRUNK_PROFILE === 'debug') process.exit();

const directory = process.env.TRUNK_STAGING_DIR;
for (const name of readdirSync(directory).filter((name) => /\.(js|wasm|css|svg)$/.test(name))) {
  const bytes = readFileSync(join(directory, name));
  const params = { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  writeFileSync(join(directory, `${name}.br`), brotliCompressSync(bytes, { params }));
}
