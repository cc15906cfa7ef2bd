// The built console behind a slow line. The browser's own emulation knows nothing of workers, so the line is here: all
// connections share its rate, and each request waits for one round trip, the first of a connection for two.
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes that travel at once: one packet. */
const PACKET = 1460;
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };

/** Serves `folder`; `line` has `latency` in milliseconds and `throughput` in bytes a second. Tells what was sent. */
export async function serveSlowly(folder, line) {
  let free = performance.now();
  const sent = { bytes: 0, requests: 0 };
  const known = new WeakSet();
  const server = createServer(async ({ url, socket }, response) => {
    const { pathname } = new URL(url, 'http://line');
    const name = extname(pathname) ? pathname : '/index.html';
    const trips = known.has(socket) ? 1 : 2;
    known.add(socket);
    const packed = await readFile(join(folder, `${name}.br`)).catch(() => null);
    const body = packed ?? (await readFile(join(folder, name)).catch(() => null));
    await pause(trips * line.latency);
    const headers = { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream', 'cache-control': 'max-age=3600' };
    response.writeHead(body ? 200 : 404, packed ? { ...headers, 'content-encoding': 'br' } : headers);
    sent.requests += 1;
    for (let at = 0; body && at < body.length; at += PACKET) {
      const packet = body.subarray(at, at + PACKET);
      free = Math.max(free, performance.now()) + (packet.length / line.throughput) * 1000;
      sent.bytes += packet.length;
      if (free - performance.now() > 5) await pause(free - performance.now());
      response.write(packet);
    }
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = () => new Promise((stopped) => (server.close(stopped), server.closeAllConnections()));
  return { site: `http://127.0.0.1:${server.address().port}`, sent, stop };
}
