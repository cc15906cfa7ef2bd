// A copy of the page under the name that hosts such as GitHub Pages send for what is no file: pages of the console are none.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = process.env.TRUNK_STAGING_DIR;
copyFileSync(join(directory, 'index.html'), join(directory, '404.html'));
