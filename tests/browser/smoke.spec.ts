import { expect, test } from '@playwright/test';

test('the console starts under its Content-Security-Policy, in at most six requests', async ({ page }) => {
  const problems: string[] = [];
  const requests: string[] = [];
  // Looking for an emulator on this machine may find none, which the browser reports.
  const expected = /^Failed to load resource/;
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    // Asking whether an emulator answers here is a call, not a part of the console.
    if (origin === new URL(page.url()).origin && !pathname.startsWith('/_emulator/')) requests.push(pathname);
  });

  await page.goto('/');

  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('#boot')).toHaveCount(0);
  expect(problems).toEqual([]);
  expect(requests.length).toBeLessThanOrEqual(6);
});

test('an address inside the console opens directly', async ({ page }) => {
  const response = await page.goto('/accounts');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('a program that cannot be loaded says so', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toHaveText(/could not be loaded/);
});

test('the theme is chosen before the first paint', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('chime-console.theme', 'dark'));
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('the page forbids by itself what the server forbids, inline scripts among it', async ({ page }) => {
  const response = await page.goto('/');
  const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
  // A page cannot forbid its own framing; only the header can.
  expect(response?.headers()['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`);
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'; style-src 'self';/);
  const ran = page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "run"';
    document.head.append(script);
    return document.title;
  });
  expect(await ran).not.toBe('run');
});
