import { z } from 'zod';
import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import { readText } from '../../addresses/readText.ts';
import { fullDetail } from '../../addresses/text/detail.ts';
import { shownJson } from '../../platform/shownText.ts';
import { type Command, report, tool } from '../main/command.ts';
import { flag } from '../main/word.ts';

/** A line that is JSON keeps its id even where its input cannot be read: an answer must find its question. */
const jsonLine = z.object({
  id: z.union([z.string(), z.number()]).optional().catch(undefined),
  input: z.string().catch(''),
});

/** `phone` holds number and extension together, `detail` town and detail: what is printed on a parcel. */
function lineOf(id: string | number, reading: AddressReading) {
  return {
    id,
    name: reading.name,
    phone: reading.extension === '' ? reading.phone : `${reading.phone}-${reading.extension}`,
    extension: reading.extension,
    province: reading.province,
    city: reading.city,
    district: reading.district,
    town: reading.town,
    detail: fullDetail(reading),
    confidence: reading.confidence.overall,
    status: reading.status,
    issues: reading.issues,
    candidates: reading.candidates,
    corrections: reading.corrections,
    otherPhones: reading.otherPhones,
    postcode: reading.postcode,
    zone: reading.zone,
    leftover: reading.leftover,
  };
}

function readLine(
  line: string,
  isJsonl: boolean,
  number: number,
): { readonly id: string | number; readonly input: string } {
  if (!isJsonl) return { id: number, input: line };
  try {
    const parsed = jsonLine.parse(JSON.parse(line));
    return { id: parsed.id ?? number, input: parsed.input };
  } catch {
    return { id: number, input: line };
  }
}

export const parseCommands: readonly Command[] = [
  /** Free text in, one JSON line each out. Lines stream, so a million of them need no memory. */
  tool({
    name: 'address parse',
    zh: '解析标准输入的收件信息，每行一条',
    en: 'understand receivers on stdin, one per line',
    access: 'anybody',
    options: { jsonl: flag },
    reads: 'FILE',
    async run({ parts, terminal, isJson, options: { jsonl } }) {
      const divisions = (await parts()).divisions();
      let number = 0;
      const addresses: unknown[] = [];
      for await (const line of terminal.inputLines()) {
        if (line.trim() === '') continue;
        number++;
        const { id, input } = readLine(line, jsonl, number);
        const read = lineOf(id, readText(input, divisions));
        if (isJson) addresses.push(read);
        else terminal.out(shownJson(read));
      }
      return report({ addresses }, []);
    },
  }),
];
