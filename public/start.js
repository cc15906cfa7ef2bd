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

  // A host that sends files only opens the console at its root: there a page is named behind `#/`.
  if (location.hash.startsWith('#/')) {
    history.replaceState(null, '', new URL(`./${location.hash.slice(2)}`, document.baseURI));
  }

  const fail = (title, advice) => {
    const message = document.getElementById('boot-message');
    message.setAttribute('role', 'alert');
    message.textContent = `${title} ${advice}`;
  };

  // Without keys the first page is the one that asks for them: its part comes beside the program, not after it.
  const askForEntry = () => {
    let keys = null;
    try {
      keys = sessionStorage.getItem('chime-console.credentials');
    } catch {
      // Then there are none.
    }
    const part = document.getElementById('entry');
    if (keys || !part) return;
    const preload = document.createElement('link');
    Object.assign(preload, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: part.href });
    document.head.append(preload);
  };

  const bodyParsed = new Promise((resolve) => {
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', resolve);
    else resolve();
  });

  const start = async () => {
    // Trunk wrote the hashed names into these links; the browser is already fetching them.
    const module = document.querySelector('link[rel=modulepreload]').href;
    const wasm = document.querySelector('link[rel=preload][as=fetch]').href;
    if (typeof WebAssembly !== 'object') {
      await bodyParsed;
      fail('This browser has no WebAssembly.', 'Use a current browser, or allow WebAssembly for this site.');
      return;
    }
    try {
      const { default: init } = await import(module);
      const program = fetch(wasm, { credentials: 'same-origin' });
      askForEntry();
      await bodyParsed;
      await init({ module_or_path: program });
      document.getElementById('boot').remove();
    } catch (error) {
      console.error(error);
      await bodyParsed;
      fail('Chime Console could not be loaded.', 'Check the connection and reload the page.');
    }
  };

  start();
})();
