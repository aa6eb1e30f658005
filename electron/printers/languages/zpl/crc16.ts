/** CRC-16 of Z64 data: polynomial 0x1021, start 0, not reflected, over the Base64 characters. */
const crcTable = Uint16Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 8;
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x8000 ? (value << 1) ^ 0x1021 : value << 1;
  return value;
});

export function crc16(text: string): number {
  let crc = 0;
  for (let i = 0; i < text.length; i += 1) {
    crc = ((crc << 8) ^ (crcTable[((crc >> 8) ^ text.charCodeAt(i)) & 0xff] as number)) & 0xffff;
  }
  return crc;
}
