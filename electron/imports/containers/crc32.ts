const table = Uint32Array.from({ length: 256 }, (_unused, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 of the zip format (ISO 3309), continuing from `value`. For runtimes whose zlib has none. */
export function crc32(data: Uint8Array, value: number): number {
  let checksum = ~value;
  for (let index = 0; index < data.length; index += 1) {
    checksum = (table[(checksum ^ (data[index] ?? 0)) & 0xff] ?? 0) ^ (checksum >>> 8);
  }
  return ~checksum >>> 0;
}
