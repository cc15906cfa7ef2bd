// The sandbox as a visitor uses it; and asked from outside, by a worker of its own beside the page's, which is what another tab has.
import { Chime } from '@aws-sdk/client-chime';
import { readFile } from 'node:fs/promises';
import { type Page, expect } from '@playwright/test';
import { credentials } from '../emulator.mjs';
import { row } from './console';

const ENDPOINT = 'https://sandbox.invalid';

type Answer = { status: number; headers: [string, string][]; body: string };
type Ask = (method: string, url: string, headers: [string, string][], body: string) => Promise<Answer>;

export type Sandbox = {
  /** A client that is not ours. */
  chime: Chime;
  /** Asks without a signature, such as the control plane; the status and the parsed answer. */
  ask: (method: string, path: string, body?: unknown) => Promise<{ status: number; body: any }>;
};

export const begin = (page: Page) => page.getByRole('button', { name: 'Try it in this browser' }).click();
export const harbor = (page: Page) => row(page, 'Harbor Street Design');

/** Into the demo organisation, as a visitor comes who has nothing. */
export async function enter(page: Page) {
  await page.goto('/connect');
  await begin(page);
  await expect(harbor(page)).toBeVisible();
  await demoKept(page);
}

export async function create(page: Page, name: string) {
  await page.getByRole('link', { name: 'Create account' }).first().click();
  await page.getByRole('textbox', { name: 'Account name' }).fill(name);
  await page.getByRole('button', { name: 'Create account' }).click();
}

/** Chooses a file to begin with. */
export async function choose(page: Page, text: string) {
  await page.goto('/connect');
  await page.getByRole('radio', { name: 'A file' }).check();
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'data.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await begin(page);
}

/** The text of the file that a button gives. */
export async function saved(page: Page, button: string) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await download).path(), 'utf8');
}

/** Waits until the demo is whole and kept: its accounts are shown before. */
export async function demoKept(page: Page) {
  const keys = () =>
    page.evaluate(async () => {
      const { result } = await new Promise<IDBOpenDBRequest>((resolve) => {
        const opened = indexedDB.open('chime-sandbox');
        opened.onsuccess = () => resolve(opened);
      });
      const asked = result.transaction('rows').objectStore('rows').getAllKeys();
      await new Promise((resolve) => (asked.onsuccess = resolve));
      result.close();
      return asked.result.map(String);
    });
  await expect.poll(async () => (await keys()).some((key) => key.startsWith('account/'))).toBe(true);
  expect(await keys()).not.toContain('~demo');
}

/** Puts a row into the sandbox's database behind its back. */
export async function putRow(page: Page, key: string, row: string) {
  await page.evaluate(
    ([key, row]) =>
      new Promise<void>((resolve, reject) => {
        const open = indexedDB.open('chime-sandbox');
        open.onsuccess = () => {
          const writing = open.result.transaction('rows', 'readwrite');
          writing.objectStore('rows').put(row, key);
          writing.oncomplete = () => resolve(open.result.close());
          writing.onabort = reject;
        };
      }),
    [key, row],
  );
}

/** The sandbox of the page's browser. */
export async function sandbox(page: Page): Promise<Sandbox> {
  await page.evaluate(() => {
    const { href } = document.querySelector<HTMLLinkElement>('#sandbox')!;
    const name = `test-${crypto.randomUUID()}`;
    const worker = new Worker(href, { type: 'module', name });
    const waiting = new Map<number, PromiseWithResolvers<Answer>>();
    worker.onmessage = ({ data: [word, number, status, headers, body] }) => {
      if (word === 'answer') waiting.get(number)?.resolve({ status, headers, body: new TextDecoder().decode(body) });
      if (word === 'lost') waiting.get(number)?.reject(new Error('the sandbox lost the request'));
    };
    // It holds a lock of its name from before its first word: who gets that lock sees its end, whatever the cause.
    const ended = () => {
      for (const { reject } of waiting.values()) reject(new Error('the sandbox has ended'));
    };
    worker.addEventListener('message', () => void navigator.locks.request(name, ended), { once: true });
    const ask: Ask = (method, url, headers, body) => {
      const answer = Promise.withResolvers<Answer>();
      waiting.set(waiting.size, answer);
      worker.postMessage(['ask', waiting.size - 1, method, url, headers, new TextEncoder().encode(body)]);
      return answer.promise;
    };
    Object.assign(window, { ask });
  });
  const ask: Ask = (...request) =>
    page.evaluate((request) => (window as unknown as { ask: Ask }).ask(...request), request);
  const requestHandler = {
    async handle({ method, hostname, path, query, headers, body }: any) {
      const search = new URLSearchParams(query).toString().replaceAll('+', '%20');
      const url = `https://${hostname}${path}${search && `?${search}`}`;
      const answer = await ask(method, url, Object.entries(headers), body ?? '');
      const response = { headers: Object.fromEntries(answer.headers), body: new TextEncoder().encode(answer.body) };
      return { response: { ...response, statusCode: answer.status } };
    },
  };
  return {
    chime: new Chime({ endpoint: ENDPOINT, region: 'us-east-1', credentials, maxAttempts: 1, requestHandler }),
    async ask(method, path, body) {
      const answer = await ask(method, ENDPOINT + path, [], body === undefined ? '' : JSON.stringify(body));
      return { status: answer.status, body: JSON.parse(answer.body) };
    },
  };
}
