// Gives what a program imports from its script names of one or two letters. wasm-bindgen's own carry hashes, which nothing
// compresses, once in the program and once in the script: about six kilobytes of a first visit.
import { readFileSync, writeFileSync } from 'node:fs';

const [IMPORTS, FUNCTION] = [2, 0];

/** Renames in both files, the program `wasm` and the `script` that wasm-bindgen wrote for it. */
export function shortenNames(wasm, script) {
  const short = new Map();
  writeFileSync(wasm, renamed(readFileSync(wasm), (name) => {
    if (!short.has(name)) short.set(name, short.size.toString(36));
    return short.get(name);
  }));
  let glue = readFileSync(script, 'utf8');
  for (const [name, brief] of short) {
    const pieces = glue.split(new RegExp(`\\b${name}(?=: )`));
    if (pieces.length !== 2) throw new Error(`${script} gives ${name} ${pieces.length - 1} times`);
    glue = pieces.join(`"${brief}"`);
  }
  writeFileSync(script, glue);
}

/** The program with `rename` applied to what it imports from its script. */
function renamed(bytes, rename) {
  let at = 8;
  const number = () => {
    for (let value = 0, scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const text = () => {
    const length = number();
    return bytes.toString('utf8', at, (at += length));
  };
  while (bytes[at++] !== IMPORTS) {
    const length = number();
    at += length;
  }
  const start = at;
  const end = number() + at;
  const pieces = [];
  let kept = at;
  for (let left = number(); left > 0; left -= 1) {
    const module = text();
    const before = at;
    const name = text();
    if (module.endsWith('_bg.js')) {
      const brief = Buffer.from(rename(name));
      pieces.push(bytes.subarray(kept, before), encoded(brief.length), brief);
      kept = at;
    }
    if (bytes[at++] !== FUNCTION) throw new Error(`${name} is no function`);
    // Its type.
    number();
  }
  const section = Buffer.concat([...pieces, bytes.subarray(kept, end)]);
  return Buffer.concat([bytes.subarray(0, start), encoded(section.length), section, bytes.subarray(end)]);
}

/** A number in WebAssembly's form. */
function encoded(value) {
  const bytes = [];
  for (let left = value; bytes.push(left < 128 ? left : (left & 127) | 128), left >= 128; left >>= 7);
  return Buffer.from(bytes);
}
