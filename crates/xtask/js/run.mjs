// Runs programs, as many at once as there are processors: wasm-opt as npm has it keeps one busy, and takes most of the time.
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const BINARYEN = join(import.meta.dirname, '../../../node_modules/binaryen/bin');

const start = promisify(execFile);
const waiting = [];
let free = availableParallelism();

/** Runs a program once there is room; returns what it printed, and fails with what it complained of. */
export async function run(program, options) {
  if (free > 0) free -= 1;
  else await new Promise((next) => waiting.push(next));
  try {
    return (await start(program, options, { maxBuffer: 2 ** 28 })).stdout;
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}

/** Runs one of Binaryen's programs, which npm has as WebAssembly. Only work that takes `long` is worth the time in which V8 makes
 *  faster code of them: a part of the console costs a third without it. */
export function binaryen(program, options, { long = false } = {}) {
  return run(process.execPath, [...(long ? [] : ['--liftoff-only']), join(BINARYEN, program), ...options]);
}
