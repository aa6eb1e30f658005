import { request } from 'node:http';
import { userInfo } from 'node:os';

/** Where the print server of this computer listens. */
export type IppServer = { readonly socketPath: string } | { readonly host: string; readonly port: number };

const timeoutMs = 5_000;
/** A queue with thousands of old jobs stays far below this. */
const maxReplyBytes = 4_000_000;

/** null: the server is not there, or what it says is no reply. */
export function askIpp(
  server: IppServer,
  path: string,
  question: Omit<Parameters<typeof encodeIpp>[0], 'userName'>,
): Promise<IppReply | null> {
  const body = encodeIpp({ ...question, userName: userInfo().username });
  return new Promise((resolve) => {
    const call = request(
      {
        ...server,
        path,
        method: 'POST',
        timeout: timeoutMs,
        headers: { 'content-type': 'application/ipp', 'content-length': body.length, host: 'localhost' },
      },
      (reply) => {
        const pieces: Buffer[] = [];
        let size = 0;
        reply.on('data', (piece: Buffer) => {
          size += piece.length;
          if (size > maxReplyBytes) call.destroy();
          else pieces.push(piece);
        });
        reply.on('end', () => resolve(reply.statusCode === 200 ? decodeIpp(Buffer.concat(pieces)) : null));
        reply.on('error', () => resolve(null));
      },
    );
    call.on('timeout', () => call.destroy());
    call.on('error', () => resolve(null));
    call.on('close', () => resolve(null));
    call.end(body);
  });
}

/** Just enough of IPP 1.1 (RFC 8010) to ask a print server on this computer about jobs and queues. */
interface IppAttribute {
  readonly name: string;
  readonly values: readonly (string | number)[];
}

export interface IppGroup {
  /** 1 operation, 2 job, 4 printer. */
  readonly tag: number;
  readonly attributes: readonly IppAttribute[];
}

export interface IppReply {
  readonly status: number;
  readonly groups: readonly IppGroup[];
}

export const ippOperations = {
  getJobs: 0x000a,
  getPrinterAttributes: 0x000b,
  cupsGetPrinters: 0x4002,
} as const;

/** Value tags of what we send. */
const tags = { charset: 0x47, language: 0x48, uri: 0x45, name: 0x42, keyword: 0x44 } as const;

interface IppQuestion {
  readonly operation: number;
  readonly printerUri: string;
  readonly whichJobs?: 'all' | 'not-completed';
  readonly wanted: readonly string[];
  /** Names of jobs are shown to their owner only: `lp` submits them as the user of this process. */
  readonly userName: string;
}

function attribute(tag: number, name: string, value: string): Buffer {
  const text = Buffer.from(value, 'utf8');
  const head = Buffer.alloc(3);
  head[0] = tag;
  head.writeUInt16BE(Buffer.byteLength(name), 1);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(text.length);
  return Buffer.concat([head, Buffer.from(name, 'latin1'), size, text]);
}

function encodeIpp({ operation, printerUri, whichJobs, wanted, userName }: IppQuestion): Buffer {
  const head = Buffer.from([1, 1, operation >> 8, operation & 0xff, 0, 0, 0, 1, 1]);
  const parts = [
    attribute(tags.charset, 'attributes-charset', 'utf-8'),
    attribute(tags.language, 'attributes-natural-language', 'en'),
    attribute(tags.uri, 'printer-uri', printerUri),
    attribute(tags.name, 'requesting-user-name', userName),
    ...(whichJobs === undefined ? [] : [attribute(tags.keyword, 'which-jobs', whichJobs)]),
    // Further values of one attribute have no name of their own.
    ...wanted.map((name, index) => attribute(tags.keyword, index === 0 ? 'requested-attributes' : '', name)),
  ];
  return Buffer.concat([head, ...parts, Buffer.from([3])]);
}

/** Group tags are below 0x10; 3 ends the attributes. */
const isGroupTag = (tag: number): boolean => tag < 0x10;
const endTag = 3;

function readValue(tag: number, value: Buffer): string | number {
  const isNumber = (tag === 0x21 || tag === 0x23) && value.length === 4;
  if (isNumber) return value.readInt32BE();
  if (tag === 0x22) return value[0] === 1 ? 1 : 0;
  return value.toString('utf8');
}

/** null: not a whole IPP reply. */
function decodeIpp(reply: Buffer): IppReply | null {
  if (reply.length < 9) return null;
  const groups: { tag: number; attributes: { name: string; values: (string | number)[] }[] }[] = [];
  let at = 8;
  while (at < reply.length) {
    const tag = reply[at] as number;
    at += 1;
    if (tag === endTag) return { status: reply.readUInt16BE(2), groups };
    if (isGroupTag(tag)) {
      groups.push({ tag, attributes: [] });
      continue;
    }
    if (at + 2 > reply.length) return null;
    const nameEnd = at + 2 + reply.readUInt16BE(at);
    if (nameEnd + 2 > reply.length) return null;
    const valueEnd = nameEnd + 2 + reply.readUInt16BE(nameEnd);
    if (valueEnd > reply.length) return null;
    const name = reply.toString('latin1', at + 2, nameEnd);
    const value = readValue(tag, reply.subarray(nameEnd + 2, valueEnd));
    at = valueEnd;
    const attributes = groups.at(-1)?.attributes;
    if (attributes === undefined) return null;
    if (name === '') attributes.at(-1)?.values.push(value);
    else attributes.push({ name, values: [value] });
  }
  return null;
}

export function valuesOf(group: IppGroup | undefined, name: string): readonly (string | number)[] {
  return group?.attributes.find((attribute) => attribute.name === name)?.values ?? [];
}
