// What every test starts from: an emulator with the demo organisation, and a page on which nothing may go wrong unseen.
import { Chime } from '@aws-sdk/client-chime';
import { type Page, expect, test as base } from '@playwright/test';
import { credentials, startEmulator } from '../emulator.mjs';
import { sandbox } from './sandbox';
import { HOST, startRelay } from './relay';

export { expect };

/** Where the console looks for an emulator by itself. */
export const ADDRESS = 'http://127.0.0.1:8000';

export type Emulator = {
  /** A client that is not ours. */
  chime: Chime;
  /** Asks the control plane. */
  control: (method: string, path: string, body?: unknown) => Promise<any>;
  /** Has calls fail or wait. */
  faults: (...faults: object[]) => Promise<void>;
};

/** How the page reaches the emulator: over HTTP, as the sandbox inside it, or through a relay. */
export type Transport = 'native' | 'sandbox' | 'relay';

/** Enters a page of the console by the transport of its test. */
const ways = new WeakMap<Page, (path: string) => Promise<void>>();

type PerTest = { transport: Transport; emulator: Emulator; mayLog: RegExp; watched: void };
type PerWorker = { server: string };

export const test = base.extend<PerTest, PerWorker>({
  // Each worker has an emulator of its own, which its browser finds at the default address.
  server: [
    async ({}, use) => {
      const emulator = await startEmulator();
      await use(emulator.endpoint);
      await emulator.stop();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, server }, use) => {
      const rule = `MAP ${new URL(ADDRESS).host} ${new URL(server).host}`;
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), `--host-resolver-rules=${rule}`] });
    },
    { scope: 'worker' },
  ],
  transport: ['native', { option: true }],
  emulator: [
    async ({ server, transport, page, context, baseURL }, use) => {
      const { chime, ask } = transport === 'sandbox' ? await beside(await context.newPage()) : native(server);
      const control = controlBy(ask);
      await control('POST', 'reset');
      await control('POST', 'demo');
      if (transport === 'sandbox') ways.set(page, (path) => enterSandbox(page, path));
      const relay = transport === 'relay' ? await startRelay(server, baseURL ?? '') : undefined;
      if (relay) ways.set(page, (path) => enterByRelay(page, path, relay.address));
      await use({ chime, control, faults: (...faults) => control('PUT', 'faults', { Faults: faults }) });
      await relay?.stop();
    },
    { auto: true },
  ],
  // The browser reports each answer that is no success. The console shows them, so a test sees them there.
  mayLog: [/^Failed to load resource/, { option: true }],
  watched: [
    async ({ page, mayLog }, use) => {
      const problems: string[] = [];
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          console.error(`Content-Security-Policy: ${violatedDirective} forbids ${blockedURI}`);
        });
      });
      page.on('pageerror', ({ message }) => mayLog.test(message) || problems.push(message));
      page.on('console', (message) => {
        const isOurs = message.text() !== 'Service Worker registration blocked by Playwright';
        const isProblem = ['error', 'warning'].includes(message.type()) && isOurs && !mayLog.test(message.text());
        if (isProblem) problems.push(message.text());
      });
      await use();
      expect(problems, 'errors and warnings in the browser').toEqual([]);
    },
    { auto: true },
  ],
});

type Ask = (method: string, path: string, body?: unknown) => Promise<{ status: number; body: any }>;

/** Asks the control plane by `ask`, and fails where it refuses. */
export function controlBy(ask: Ask): Emulator['control'] {
  return async (method, path, body) => {
    const answer = await ask(method, `/_emulator/${path}`, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
}

/** The emulator of the test as a client sees it that is not ours. */
function native(server: string) {
  return {
    chime: new Chime({ endpoint: server, region: 'us-east-1', credentials, maxAttempts: 1, disableHostPrefix: true }),
    async ask(method: string, path: string, body?: unknown) {
      const response = await fetch(server + path, { method, body: JSON.stringify(body) });
      return { status: response.status, body: await response.json() };
    },
  };
}

/** The sandbox of a browser, asked from another tab, which stays open. */
async function beside(tab: Page) {
  await tab.goto('/connect');
  return sandbox(tab);
}

async function enterSandbox(page: Page, path: string) {
  await page.goto(`${path}#sandbox`);
  // Two programs are loaded.
  await expect(page.getByRole('banner')).toContainText('Sandbox', { timeout: 30_000 });
  await expect(page).not.toHaveURL(/#sandbox/);
}

/** Connects to an endpoint through a relay, as a person does who fills in the form. */
export async function connectByRelay(page: Page, relay: string) {
  await page.goto('/connect');
  // Its panel comes above the form, which moves down: what is clicked meanwhile may not be what was meant.
  await expect(page.getByRole('button', { name: 'Connect to the emulator' })).toBeVisible();
  await page.getByRole('radio', { name: 'Another endpoint' }).check();
  await page.getByRole('textbox', { name: 'Address' }).fill(`https://${HOST}/console`);
  await page.getByRole('textbox', { name: 'Relay' }).fill(relay);
  await page.getByRole('textbox', { name: 'Profile name' }).fill('Through a relay');
  await page.getByLabel('Access key id').fill('emulator');
  await page.getByLabel('Secret access key').fill('emulator-secret');
  await page.getByLabel('Keep the keys until this tab is closed').check();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

async function enterByRelay(page: Page, path: string, relay: string) {
  await connectByRelay(page, relay);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Connect');
  await page.goto(path);
}

/** Opens a page of the console and connects it to the emulator, as a person does who opens a link. */
export async function open(page: Page, path: string) {
  const way = ways.get(page);
  if (way) return way(path);
  await page.goto(path);
  await page.getByRole('button', { name: 'Connect to the emulator' }).click();
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Connect');
}

/** The demo account with this name. */
export async function account(emulator: Emulator, name: string) {
  const { Accounts = [] } = await emulator.chime.listAccounts({ Name: name });
  const id = Accounts[0]?.AccountId;
  if (!id) throw new Error(`the demo has no account ${name}`);
  return { id, path: `/accounts/${id}` };
}

/** A user of that account. */
export async function user(emulator: Emulator, accountId: string, email: string) {
  const { Users = [] } = await emulator.chime.listUsers({ AccountId: accountId, UserEmail: email });
  const id = Users[0]?.UserId;
  if (!id) throw new Error(`the demo has no user ${email}`);
  return { id, path: `/accounts/${accountId}/users/${id}` };
}

/** The demo voice connector with this name. */
export async function voiceConnector(emulator: Emulator, name: string) {
  const { VoiceConnectors = [] } = await emulator.chime.listVoiceConnectors({});
  const found = VoiceConnectors.find((connector) => connector.Name === name);
  const id = found?.VoiceConnectorId;
  if (!found || !id) throw new Error(`the demo has no voice connector ${name}`);
  return { id, host: found.OutboundHostName ?? '', path: `/voice-connectors/${id}` };
}

/** A row of a table by a text in it. */
export const row = (page: Page, text: string | RegExp) =>
  page.getByRole('grid').getByRole('row').filter({ hasText: text });

/** The notices above the content. */
export const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
