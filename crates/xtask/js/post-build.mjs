// Trunk's post_build hook, one for all: Trunk would run several at once, and what comes last needs what comes before.
// These two side by side: each changes its own line of the page, in one go.
await Promise.all([import('./sandbox.mjs'), import('./split.mjs')]);
await import('./pages.mjs');
await import('./service-worker.mjs');
await import('./precompress.mjs');
