import { inflateSync } from 'node:zlib';
import type { ReadLabel } from './dotSheet.ts';

interface ReadPicture extends Omit<ReadLabel, 'copies'> {
  readonly leftMm: number;
  readonly topMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
}

interface ReadPage {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly pictures: readonly ReadPicture[];
}

const mm = (points: string | undefined): number => (Number(points) * 25.4) / 72;

function must(match: RegExpExecArray | null, what: string): RegExpExecArray {
  if (match === null) throw new Error(`no ${what}`);
  return match;
}

/** The bytes of a stream object behind its dictionary. */
function streamOf(object: Buffer): { readonly dictionary: string; readonly body: Buffer } {
  const start = object.indexOf('stream\n');
  const dictionary = object.subarray(0, start).toString('latin1');
  const length = Number(must(/\/Length (\d+)/.exec(dictionary), 'length')[1]);
  const body = object.subarray(start + 7, start + 7 + length);
  if (object.subarray(start + 7 + length, start + 17 + length).toString('latin1') !== '\nendstream')
    throw new Error('a stream that does not end where it says');
  return { dictionary, body };
}

function readImage(object: Buffer) {
  const { dictionary, body } = streamOf(object);
  if (!/\/ImageMask true/.test(dictionary) || !/\/Decode \[1 0\]/.test(dictionary))
    throw new Error('no mask of which 1 is ink');
  const [widthDots, heightDots] = ['Width', 'Height'].map((name) =>
    Number(must(new RegExp(`/${name} (\\d+)`).exec(dictionary), name)[1]),
  ) as [number, number];
  const bytesPerRow = (widthDots + 7) >> 3;
  const data = inflateSync(body);
  if (data.length !== bytesPerRow * heightDots) throw new Error('more or fewer dots than said');
  return { widthDots, heightDots, bytesPerRow, data };
}

/** Follows the table at the end to every page and every picture on it, as a viewer does. */
export function readPdfPages(bytes: Uint8Array): ReadPage[] {
  const file = Buffer.from(bytes);
  const text = file.toString('latin1');
  if (!text.startsWith('%PDF-1.')) throw new Error('no PDF');
  const table = Number(must(/startxref\n(\d+)\n%%EOF\n$/.exec(text), 'end')[1]);
  const offsets = [...text.slice(table).matchAll(/(\d{10}) 00000 n /g)].map(([, at]) => Number(at));
  const object = (no: number): Buffer => {
    const start = offsets[no - 1] as number;
    const head = `${no} 0 obj\n`;
    if (!text.startsWith(head, start)) throw new Error(`object ${no} is not where the table says`);
    const end = offsets[no] ?? table;
    return file.subarray(start + head.length, end);
  };
  const kids = must(/\/Kids \[([^\]]*)\]/.exec(object(2).toString('latin1')), 'pages')[1] as string;
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, no]) =>
    readPage(object(Number(no)).toString('latin1'), object),
  );
}

function readPage(page: string, object: (no: number) => Buffer): ReadPage {
  const [, width, height] = must(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page), 'page size');
  const heightMm = mm(height);
  const images = new Map([...page.matchAll(/\/(P\d+) (\d+) 0 R/g)].map(([, name, no]) => [name, Number(no)]));
  const { body } = streamOf(object(Number(must(/\/Contents (\d+) 0 R/.exec(page), 'content')[1])));
  const pictures = body
    .toString('latin1')
    .split('\n')
    .map((line): ReadPicture => {
      const drawn = /^q ([\d.]+) 0 0 ([\d.]+) ([\d.]+) ([\d.]+) cm \/(P\d+) Do Q$/.exec(line);
      const [, wide, high, left, below, name] = must(drawn, 'picture');
      const size = { widthMm: mm(wide), heightMm: mm(high) };
      const at = { leftMm: mm(left), topMm: heightMm - mm(below) - size.heightMm };
      return { ...size, ...at, ...readImage(object(images.get(name) as number)) };
    });
  return { widthMm: mm(width), heightMm, pictures };
}

/** One page with one label on it. */
export function readPdf(bytes: Uint8Array): ReadLabel {
  const pages = readPdfPages(bytes);
  const [picture, ...more] = pages.flatMap(({ pictures }) => pictures);
  if (picture === undefined) throw new Error('no picture');
  return { ...picture, copies: 1 + more.length };
}
