// A relay before the test's emulator, under a name that no network knows.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { program } from '../emulator.mjs';

export const HOST = 'chime.example.com';

/** Starts a relay for pages of `origin`; resolves once it listens. */
export async function startRelay(emulator: string, origin: string) {
  const options = ['--allow', HOST, '--listen', '127.0.0.1:0', '--origin', origin, '--upstream', `${HOST}=${emulator}`];
  const child = spawn(program, ['relay', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [greeting] = await once(createInterface({ input: child.stdout }), 'line');
  return {
    address: greeting.split(/\s+/)[1] as string,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
