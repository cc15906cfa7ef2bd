// Hosts of files for the console's build: Python's, which knows nothing of pages, and one that sends a certain file for what is none.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { writePages } from '../../crates/xtask/js/pages.mjs';
import { writeServiceWorker } from '../../crates/xtask/js/service-worker.mjs';
import { dist, freePort } from '../emulator.mjs';

const HASHED = /-([0-9a-f]{12,16})(_bg)?\.(js|wasm|css)$/;

/** An empty directory. */
export const temporary = () => mkdtempSync(join(tmpdir(), 'chime-console-'));

/** Copies the build as it is shipped. A development build lacks the last steps, which are done here. */
export async function ship(directory: string) {
  cpSync(dist, directory, { recursive: true });
  writePages(directory);
  await writeServiceWorker(directory);
}

/** Makes another version of a shipped build in its place: other contents, so other names. Tells its files. */
export async function upgrade(directory: string) {
  const names = readdirSync(directory).filter((name) => HASHED.test(name));
  const next = (name: string) => name.replace(HASHED, (whole, hash) => whole.replace(hash, [...hash].reverse().join('')));
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    if (/\.(br|gz)$/.test(name)) rmSync(path);
    else if (/\.(js|css|html)$/.test(name)) {
      const text = names.reduce((text, name) => text.replaceAll(name, next(name)), readFileSync(path, 'utf8'));
      writeFileSync(path, extname(name) === '.html' ? text : `${text}\n/* 2 */`);
    } else if (name.endsWith('.wasm')) {
      // A section that says nothing.
      appendFileSync(path, Uint8Array.of(0, 2, 1, 0x32));
    }
  }
  for (const name of names) renameSync(join(directory, name), join(directory, next(name)));
  writePages(directory);
  await writeServiceWorker(directory);
  // Hosts tell versions of a file apart by the second.
  const later = Date.now() / 1000 + 2;
  utimesSync(join(directory, 'index.html'), later, later);
  return names.map(next);
}

export type Host = { origin: string; stop: () => Promise<void> };

/** `python3 -m http.server`. */
export async function python(directory: string, port?: number): Promise<Host> {
  port ??= await freePort();
  const options = ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', directory, String(port)];
  const server: ChildProcess = spawn('python3', options, { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  while (!(await fetch(origin).then(() => true, () => false))) {
    if (server.exitCode !== null) throw new Error(`python3 ended with ${server.exitCode}`);
    await pause(20);
  }
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill();
    await ended;
  };
  return { origin, stop };
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Sends the files of `directory` below `folder`, and `missing` with its status for what is none. */
export async function files(directory: string, folder: string, missing: { name: string; status: number }): Promise<Host> {
  const server = createServer(({ url }, response) => {
    const path = new URL(url ?? '/', 'http://host').pathname;
    const name = path.startsWith(folder) ? path.slice(folder.length) || 'index.html' : '..';
    const send = (status: number, name: string) => {
      const bytes = readFileSync(join(directory, name));
      response.writeHead(status, { 'content-type': TYPES[extname(name)] ?? 'text/plain' }).end(bytes);
    };
    try {
      send(200, name);
    } catch {
      send(missing.status, missing.name);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
