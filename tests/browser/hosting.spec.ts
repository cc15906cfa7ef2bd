import { readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { dist } from '../emulator.mjs';
import { expect, row, test as base } from './console';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
};

type Host = { folder: string; missing?: string };

/** A host of files below `folder`, which knows nothing of pages; `missing` is the file it sends with a 404. */
async function serve({ folder, missing }: Host): Promise<Server> {
  const read = (name: string) => {
    const bytes = readFileSync(join(dist, name));
    if (folder === '/' || !name.endsWith('.html')) return bytes;
    return bytes.toString().replace('<base href="/">', `<base href="${folder}">`);
  };
  const server = createServer(({ url }, response) => {
    const path = new URL(url ?? '/', 'http://host').pathname;
    const name = path.startsWith(folder) ? path.slice(folder.length) || 'index.html' : '..';
    const send = (status: number, name: string) => {
      const bytes = read(name);
      response.writeHead(status, { 'content-type': TYPES[extname(name)] ?? 'text/plain' }).end(bytes);
    };
    try {
      send(200, name);
    } catch {
      if (missing) send(404, missing);
      else response.writeHead(404).end('File not found');
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

const test = base.extend<{ host: Host; site: string }>({
  host: [{ folder: '/' }, { option: true }],
  site: async ({ host }, use) => {
    const server = await serve(host);
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}${host.folder}`);
    server.closeAllConnections();
    server.close();
  },
});

test('where only files are sent, a link names the page behind #', async ({ page, site }) => {
  await page.goto(`${site}#/accounts?name=Harbor`);
  await page.getByRole('button', { name: 'Connect to the emulator' }).click();
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  await expect(page).toHaveURL(`${site}accounts?name=Harbor`);
});

test('what stands behind # leads nowhere else', async ({ page, site }) => {
  await page.goto(`${site}#/https://elsewhere.example.com/accounts`);
  await expect(page.getByRole('banner')).toBeVisible();
  expect(new URL(page.url()).origin).toBe(new URL(site).origin);
});

test.describe('in a folder, where 404.html is sent for what is no file', () => {
  test.use({ host: { folder: '/chime/', missing: '404.html' } });

  test('every page opens by its link, and is still there after a reload', async ({ page, site }) => {
    await page.goto(`${site}accounts?name=Harbor`);
    await page.getByRole('button', { name: 'Connect to the emulator' }).click();
    await row(page, 'Harbor Street Design').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Harbor Street Design' })).toBeVisible();
    expect(page.url()).toMatch(new RegExp(`^${site}accounts/[0-9a-f-]+`));
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Harbor Street Design' })).toBeVisible();
  });
});
