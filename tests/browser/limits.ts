// The documented limits of an operation's input, read from the API's facts, and values that break them.
import { readFileSync } from 'node:fs';

type Shape = {
  type: 'structure' | 'list' | 'map' | 'string' | 'integer' | 'boolean' | 'timestamp';
  members?: Record<string, { shape: string; required?: boolean }>;
  member?: string;
  key?: string;
  value?: string;
  enum?: string[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  min?: number;
  max?: number;
  minItems?: number;
  maxItems?: number;
  maxEntries?: number;
};

const file = new URL('../../crates/model/model/chime-2018-05-01.json', import.meta.url);
const facts: { operations: Record<string, { input: string }>; shapes: Record<string, Shape> } = JSON.parse(readFileSync(file, 'utf8'));

/** A value that a form has to refuse. */
export type Breaking = { rule: string; value: string; says: RegExp };

/** Whether the API has an operation of this name. */
export const isOperation = (name: string) => name in facts.operations;

/** The shape at a path of an operation's input, `Origination.Routes[].Port` or `SipHeaders{key}`, and whether it is required. */
export function member(operation: string, path: string) {
  const known = facts.operations[operation];
  if (!known) throw new Error(`no operation ${operation}`);
  let found = { shape: known.input, required: true };
  for (const step of path.trim().split(/\.|(?=[[{])/)) {
    const { members, member, key, value } = shape(found.shape);
    const parts: Record<string, string | undefined> = { '[]': member, '{key}': key, '{value}': value };
    const part = members?.[step] ?? { shape: parts[step], required: step === '[]' };
    if (!part.shape) throw new Error(`${operation} has no ${path}`);
    found = { shape: part.shape, required: part.required ?? false };
  }
  return { ...shape(found.shape), required: found.required };
}

/** One value for each limit that can be broken by typing on one line. */
export function breaking({ type, required, pattern, ...limits }: Shape & { required: boolean }): Breaking[] {
  const found: Breaking[] = [];
  const add = (rule: string, value: string, says: unknown = '') => found.push({ rule, value, says: new RegExp(`${says}`) });
  if (required) add('required', '');
  if (type === 'integer') {
    add('type', 'many');
    if (limits.min !== undefined) add('range', String(limits.min - 1), limits.min);
    if (limits.max !== undefined) add('range', String(limits.max + 1), limits.max);
  }
  if (type !== 'string' || limits.enum) return found;
  const { minLength = 0, maxLength } = limits;
  if (minLength > 1) add('length', 'a'.repeat(minLength - 1), minLength);
  if (maxLength) add('length', 'a'.repeat(maxLength + 1), maxLength);
  // Blanks alone count as nothing, which an optional member may be.
  const signs = ['!', '🔔', 'a b', 'a', ...(required ? ['   '] : [])];
  const wrong = pattern && signs.find((value) => !new RegExp(`^(?:${pattern})$`).test(value));
  if (wrong) add('pattern', wrong);
  return found;
}

function shape(name: string) {
  const found = facts.shapes[name];
  if (!found) throw new Error(`no shape ${name}`);
  return found;
}
