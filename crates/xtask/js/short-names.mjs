// Gives what a program imports from its script names of one or two letters. wasm-bindgen's own carry hashes, which nothing
// compresses, once in the program and once in the script: about six kilobytes of a first visit.
import { readFileSync, writeFileSync } from 'node:fs';
import { Reader, counted } from './wasm-bytes.mjs';

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
  const file = new Reader(bytes);
  while (file.byte() !== IMPORTS) file.counted();
  const start = file.at;
  const length = file.number();
  const end = file.at + length;
  const pieces = [];
  let kept = file.at;
  for (let left = file.number(); left > 0; left -= 1) {
    const module = file.text();
    const before = file.at;
    const name = file.text();
    if (module.endsWith('_bg.js')) {
      pieces.push(bytes.subarray(kept, before), counted(Buffer.from(rename(name))));
      kept = file.at;
    }
    if (file.byte() !== FUNCTION) throw new Error(`${name} is no function`);
    // Its type.
    file.number();
  }
  return Buffer.concat([bytes.subarray(0, start), counted(...pieces, bytes.subarray(kept, end)), bytes.subarray(end)]);
}
