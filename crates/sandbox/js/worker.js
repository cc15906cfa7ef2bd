// Starts the sandbox's program in its worker. The build puts the program's glue, name and size in here.
import init from 'chime-sandbox';

const state = (...parts) => postMessage(['state', ...parts]);

// What the page asks meanwhile.
const early = [];
self.onmessage = (event) => early.push(event);

// A program that has failed is of no more use: the page sees the end of this worker and starts another.
for (const fault of ['error', 'unhandledrejection']) self.addEventListener(fault, () => self.close());

// The page waits for this lock, and so sees the end of this worker whatever its cause.
const held = () => new Promise((granted) => navigator.locks.request(self.name, () => new Promise(() => granted())));

// The bytes as they come, and word of them to the page.
function counted(response) {
  let done = 0;
  const count = new TransformStream({
    transform(chunk, out) {
      done += chunk.length;
      state('starting', '', done, PROGRAM_BYTES);
      out.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(count), { headers: { 'content-type': 'application/wasm' } });
}

async function start() {
  if (!navigator.locks) {
    state('failed', 'The browser lends what the sandbox needs to secure pages only: open the console over https, or on this machine.');
    return;
  }
  await held();
  state('starting', '', 0, PROGRAM_BYTES);
  let response;
  try {
    response = await fetch(new URL(PROGRAM, import.meta.url));
    if (!response.ok) throw new Error(response.statusText);
    await init({ module_or_path: counted(response) });
  } catch (error) {
    console.error(error);
    state('failed', 'The sandbox could not be loaded. Check the connection, then try again.');
    return;
  }
  for (const event of early) self.onmessage(event);
}

start();
