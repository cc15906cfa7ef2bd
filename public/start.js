// Starts the console. A classic script in the head, so that the theme is set before the first paint.
(() => {
  'use strict';

  // The preference the console keeps; absent means "as the system".
  try {
    const theme = localStorage.getItem('chime-console.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage may be forbidden; the system's theme is a good answer.
  }

  // Where pages are named by paths, a link from a host of files is understood too: it names the page behind `#/`.
  if (document.querySelector('base') && location.hash.startsWith('#/')) {
    history.replaceState(null, '', new URL(`./${location.hash.slice(2)}`, document.baseURI));
  }

  const fail = (title, advice) => {
    const message = document.getElementById('boot-message');
    message.setAttribute('role', 'alert');
    message.textContent = `${title} ${advice}`;
  };

  const sandboxWanted = /#sandbox(=|$)/.test(location.hash);

  const ask = (part) => {
    const preload = document.createElement('link');
    Object.assign(preload, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: part.href });
    document.head.append(preload);
  };

  // Asks for a part when so much of the program has come that the part follows it without a gap.
  const askBehind = async (program, part) => {
    const reader = program.clone().body.getReader();
    for (let left = Number(part.dataset.after); left > 0; ) {
      const { value } = await reader.read();
      left -= value?.length ?? left;
    }
    reader.cancel();
    ask(part);
  };

  // In a release build, what a visit begins with comes beside the program and not after it: without keys that is the page that asks
  // for them; with keys or into the sandbox it is what calls, and behind the program, which then waits for its answer, what shows it.
  const askForFirstParts = (program) => {
    const part = (name) => document.getElementById(name);
    if (!part('entry')) return;
    let keys = null;
    try {
      keys = sessionStorage.getItem('chime-console.credentials');
    } catch {
      // Then there are none.
    }
    if (sandboxWanted || (keys && keys !== '[]')) {
      ask(part('client'));
      program.then((program) => askBehind(program, part('list'))).catch(() => {});
    } else {
      ask(part('entry'));
    }
  };

  const keepForOffline = () => {
    // A development build names no worker, and on plain http there is none.
    const worker = document.getElementById('offline');
    if (worker && navigator.serviceWorker && !navigator.connection?.saveData) {
      navigator.serviceWorker.register(worker.href).catch(() => {});
    }
  };

  // A link into the sandbox: its worker loads beside the program, which takes it over with what it has said.
  const startSandbox = () => {
    const script = document.getElementById('sandbox');
    if (!script || !sandboxWanted) return;
    const name = `chime-sandbox-${Math.random().toString(36).slice(2)}`;
    const early = { worker: new Worker(script.href, { name, type: 'module' }), name, heard: [] };
    early.worker.onmessage = (event) => early.heard.push(event);
    // Then the program starts one by itself, and says what is wrong.
    early.worker.onerror = () => delete globalThis.chimeSandbox;
    globalThis.chimeSandbox = early;
  };

  const bodyParsed = new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve);
    else resolve();
  });

  const start = async () => {
    if (location.protocol === 'file:') {
      await bodyParsed;
      fail('A browser runs Chime Console from a web server only, not from a file.', 'In this folder, run: python3 -m http.server 8080. Then open http://localhost:8080.');
      return;
    }
    if (typeof WebAssembly !== 'object') {
      await bodyParsed;
      fail('This browser has no WebAssembly.', 'Use a current browser, or allow WebAssembly for this site.');
      return;
    }
    try {
      // Trunk wrote the hashed names into the links; the browser is already fetching both.
      const answer = fetch(document.querySelector('link[rel=preload][as=fetch]').href, { credentials: 'same-origin' });
      startSandbox();
      askForFirstParts(answer);
      const { default: init } = await import(document.querySelector('link[rel=modulepreload]').href);
      await bodyParsed;
      await init({ module_or_path: answer });
      document.getElementById('boot').remove();
      // Long after the page is there: what is kept for a time without a network.
      setTimeout(() => (window.requestIdleCallback ?? setTimeout)(keepForOffline), 5000);
    } catch (error) {
      console.error(error);
      await bodyParsed;
      fail('Chime Console could not be loaded.', 'Check the connection and reload the page.');
    }
  };

  start();
})();
