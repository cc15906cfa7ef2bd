// Runs JavaScript as it is pasted into a module: for each line of JSON with `code` that is read, a line that tells its `error`.
import { createInterface } from 'node:readline';

// A module that is no file finds no packages by name.
const sdk = JSON.stringify(import.meta.resolve('@aws-sdk/client-chime'));

for await (const line of createInterface({ input: process.stdin })) {
  const code = JSON.parse(line).code.replace('"@aws-sdk/client-chime"', sdk);
  const error = await import(`data:text/javascript,${encodeURIComponent(code)}`).then(() => null, String);
  console.log(JSON.stringify({ error }));
}
