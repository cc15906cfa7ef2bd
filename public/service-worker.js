// The service worker: the console opens without a network, and a page that was open while its host was updated finds its parts.
//
// All files but the page have names that change with their content, so one name is never two things. The page names its files,
// they name others, and each is found under its name or not at all: no mix of two versions can come about.
//
// The build puts in VERSION, the console's files (CONSOLE), those of the sandbox (SANDBOX), and which of them the page names (NAMED).

const { scope } = registration;
/** What the caches of this folder's console are called. */
const OURS = `chime-console ${scope} `;
const CACHE = OURS + VERSION;
const HASHED = /^[\w-]+-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css)$/;

const at = (name) => new URL(name, scope).href;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(removeOthers().then(() => clients.claim())));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  // Calls of the API are none of our business, wherever they go: they are neither pages nor files of the build.
  if (request.method !== 'GET' || !request.url.startsWith(scope)) return;
  const name = new URL(request.url).pathname.slice(new URL(scope).pathname.length);
  if (request.mode === 'navigate') event.respondWith(page(event, name));
  else if (HASHED.test(name)) event.respondWith(file(request, name));
  else if (name === 'config.json') event.respondWith(config(request));
});

/** Keeps everything of this version, or nothing: a worker whose installation fails is given up. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  const names = (await hasSandbox()) ? [...CONSOLE, ...SANDBOX] : CONSOLE;
  // One after the other, since somebody is at work.
  for (const name of names) {
    const kept = await caches.match(at(name));
    await cache.put(at(name), kept ?? (await download(name)));
  }
  const response = await fetch(at('index.html'), { cache: 'no-cache' });
  const text = await response.text();
  if (!NAMED.every((name) => text.includes(name))) throw new Error('the page is of another version than its service worker');
  // Without whatever led to it: a page that came by a redirect may not stand for another.
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  // The last, so that a cache with the page has all of its files.
  await cache.put(at('index.html'), new Response(text, { headers }));
}

/** A worker becomes active when no page is left that uses the one before it, and thus its cache. */
async function removeOthers(keep = CACHE) {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== keep).map((name) => caches.delete(name)));
}

/** The page from its host; the newest one that is kept where the host does not answer. */
async function page(event, name) {
  const isPage = name === '' || name === 'index.html';
  let response;
  try {
    // Not what the browser kept of its own accord: a host that says nothing about caching lets it guess.
    response = await fetch(event.request, { cache: 'no-cache' });
    if (isPage && response.ok) event.waitUntil(leaveUnlessNamed(response.clone()));
    if (response.status < 500) return response;
  } catch {
    response = Response.error();
  }
  for (const key of (await caches.keys()).filter((key) => key.startsWith(OURS)).reverse()) {
    const kept = await caches.match(at('index.html'), { cacheName: key });
    // With a base, all paths are the page.
    if (kept && (isPage || (await kept.clone().text()).includes('<base '))) return kept;
  }
  return response;
}

/** A page that does not ask for this worker wants none: another program has moved in, or a development build. */
async function leaveUnlessNamed(response) {
  if ((await response.text()).includes('id="offline"')) return;
  await registration.unregister();
  await removeOthers('');
}

async function file(request, name) {
  const kept = await caches.match(request.url);
  if (kept) return kept;
  if (!SANDBOX.includes(name)) return fetch(request);
  // Used for the first time.
  return keep(request.url, await download(name));
}

/** What the host says now, or said when it was last asked. */
async function config(request) {
  try {
    return await keep(request.url, await fetch(request));
  } catch {
    return (await caches.match(request.url)) ?? Response.error();
  }
}

/** Keeps an answer too, unless nothing is kept any more. */
async function keep(address, response) {
  if (response.ok && (await caches.has(CACHE))) await (await caches.open(CACHE)).put(address, response.clone());
  return response;
}

/** A file of this version. Some hosts answer with the page where there is no such file any more. */
async function download(name) {
  const response = await fetch(at(name), { priority: 'low' });
  if (!response.ok || /html/.test(response.headers.get('content-type'))) throw new Error(`${name} is not there`);
  return response;
}

/** Whether this browser has data of the sandbox, whose program is then wanted as well. */
async function hasSandbox() {
  const databases = (await indexedDB.databases?.()) ?? [];
  return databases.some(({ name }) => name === 'chime-sandbox');
}
