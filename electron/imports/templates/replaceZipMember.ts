import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { portableCrc32 } from '../containers/zipDirectory.ts';

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;
const centralBytes = 46;
const localBytes = 30;
/** The end record and the longest comment behind it. */
const endSearchBytes = 22 + 65_535;
/** Largest part that is unpacked for editing. */
const mostPartBytes = 64 * 1024 * 1024;

interface Member {
  readonly name: string;
  readonly central: Buffer;
  readonly local: Buffer;
  readonly packed: Buffer;
  readonly method: number;
}

/**
 * A zip with one member rewritten; all others are copied byte for byte, still packed. null: not a plain zip (encrypted, larger
 * than 4 GB, broken), or the member is not in it.
 */
export function replaceZipMember(
  zip: Buffer,
  name: string,
  edit: (content: string) => string,
): Buffer | null {
  const members = readMembers(zip);
  if (members === null || !members.some((member) => member.name === name)) return null;
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const member of members) {
    const written = member.name === name ? rewritten(member, edit) : copied(member);
    if (written === null) return null;
    written.central.writeUInt32LE(offset, 42);
    parts.push(written.local, written.packed);
    directory.push(written.central);
    offset += written.local.length + written.packed.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endSignature, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, central, end]);
}

function readMembers(zip: Buffer): Member[] | null {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  if (end < 0 || end < zip.length - endSearchBytes) return null;
  const members: Member[] = [];
  let at = zip.readUInt32LE(end + 16);
  const count = zip.readUInt16LE(end + 10);
  try {
    for (let index = 0; index < count; index++) {
      if (zip.readUInt32LE(at) !== centralSignature) return null;
      const nameLength = zip.readUInt16LE(at + 28);
      const size = centralBytes + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
      const central = Buffer.from(zip.subarray(at, at + size));
      const packedBytes = central.readUInt32LE(20);
      const localAt = central.readUInt32LE(42);
      if ((central.readUInt16LE(8) & 1) !== 0 || zip.readUInt32LE(localAt) !== localSignature) return null;
      const dataAt = localAt + localBytes + zip.readUInt16LE(localAt + 26) + zip.readUInt16LE(localAt + 28);
      members.push({
        name: central.toString('utf8', centralBytes, centralBytes + nameLength),
        central,
        local: Buffer.from(zip.subarray(localAt, dataAt)),
        packed: zip.subarray(dataAt, dataAt + packedBytes),
        method: central.readUInt16LE(10),
      });
      at += size;
    }
  } catch {
    // A length that points beyond the file.
    return null;
  }
  return members;
}

/** Sizes in front of the data, where a writer that streamed had put them behind it. */
function copied(member: Member): Member {
  return withSizes(member, member.packed, member.central.readUInt32LE(16), member.central.readUInt32LE(24));
}

function rewritten(member: Member, edit: (content: string) => string): Member | null {
  if (member.method !== 0 && member.method !== 8) return null;
  try {
    const content =
      member.method === 0 ? member.packed : inflateRawSync(member.packed, { maxOutputLength: mostPartBytes });
    const edited = Buffer.from(edit(content.toString('utf8')), 'utf8');
    const deflated = { ...member, central: Buffer.from(member.central), local: Buffer.from(member.local) };
    deflated.central.writeUInt16LE(8, 10);
    deflated.local.writeUInt16LE(8, 8);
    return withSizes(deflated, deflateRawSync(edited), portableCrc32(edited, 0), edited.length);
  } catch {
    return null;
  }
}

function withSizes(member: Member, packed: Buffer, checksum: number, sizeBytes: number): Member {
  const central = Buffer.from(member.central);
  const local = Buffer.from(member.local);
  central.writeUInt16LE(central.readUInt16LE(8) & ~8, 8);
  local.writeUInt16LE(local.readUInt16LE(6) & ~8, 6);
  for (const [buffer, at] of [
    [central, 16],
    [local, 14],
  ] as const) {
    buffer.writeUInt32LE(checksum, at);
    buffer.writeUInt32LE(packed.length, at + 4);
    buffer.writeUInt32LE(sizeBytes, at + 8);
  }
  return { ...member, central, local, packed };
}
