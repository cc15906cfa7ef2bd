// An emulator on ports of its own, for whatever runs in Node: tests, measurements, screenshots.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 10_000;

export const root = join(import.meta.dirname, '..');

/** The release build, unless CHIME_EMULATOR names another program. */
export const program =
  process.env.CHIME_EMULATOR ?? join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release/chime-emulator');

/** The built console, unless CHIME_CONSOLE names another folder. */
export const dist = process.env.CHIME_CONSOLE ?? join(root, 'dist');

/** The default key that every emulator accepts. */
export const credentials = { accessKeyId: 'emulator', secretAccessKey: 'emulator-secret' };

/** Starts an emulator in memory; resolves once it answers. */
export async function startEmulator(...flags) {
  const api = `127.0.0.1:${await freePort()}`;
  const child = spawn(program, ['--in-memory', '--listen', api, ...flags], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await healthy(api))) {
    if (child.exitCode !== null) throw new Error(`the emulator ended with ${child.exitCode}`);
    if (Date.now() > deadline) throw new Error(`the emulator does not answer after ${PATIENCE_MS} ms`);
    await pause(20);
  }
  return {
    endpoint: `http://${api}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** The same, with the built console beside it at `site`. */
export async function startEmulatorWithConsole(...flags) {
  const site = `127.0.0.1:${await freePort()}`;
  const emulator = await startEmulator('--console', dist, '--console-listen', site, ...flags);
  return { ...emulator, site: `http://${site}` };
}

/** A port of 127.0.0.1 that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function healthy(address) {
  return fetch(`http://${address}/_emulator/health`).then((response) => response.ok, () => false);
}
