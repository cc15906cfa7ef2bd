// Trunk's post_build hook, one for all: Trunk would run several at once, and what comes last needs what comes before.
await import('./sandbox.mjs');
await import('./split.mjs');
await import('./pages.mjs');
await import('./service-worker.mjs');
await import('./precompress.mjs');
