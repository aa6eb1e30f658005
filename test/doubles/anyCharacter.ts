import fc from 'fast-check';

/**
 * Any code point but half a surrogate pair, as fast-check's unit `binary` is. That one first makes a table of all 1.1 million of them, a
 * second of processor in each process, which on a busy machine is the time of a test.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10_ffff - 0x800 })
  .map((no) => String.fromCodePoint(no < 0xd800 ? no : no + 0x800));
