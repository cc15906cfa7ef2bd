// The few forms that a WebAssembly file is made of, behind its eight bytes of preamble.

/** Reads the file's `bytes`; `at` is the place of the next one. */
export class Reader {
  at = 8;

  constructor(bytes) {
    this.bytes = bytes;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    for (let value = 0, scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  /** What stands behind its own length. */
  counted() {
    const length = this.number();
    return this.bytes.subarray(this.at, (this.at += length));
  }

  text() {
    return this.counted().toString('utf8');
  }
}

/** A number as the file has it. */
export function leb(number) {
  const bytes = [];
  for (let left = number; bytes.push(left > 127 ? (left % 128) + 128 : left), left > 127; left = Math.floor(left / 128));
  return Buffer.from(bytes);
}

/** Parts behind their length. */
export function counted(...parts) {
  const whole = Buffer.concat(parts);
  return Buffer.concat([leb(whole.length), whole]);
}
