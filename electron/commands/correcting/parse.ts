import { z } from 'zod';
import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import { done } from '../../../shared/errors/outcome.ts';
import { readText } from '../../addresses/readText.ts';
import { fullDetail } from '../../addresses/text/detail.ts';
import type { Command } from '../main/command.ts';

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

/** Free text in, one JSON line each out; needs no workspace. Lines stream, so a million of them need no memory. */
export const addressParseCommand: Command = {
  name: 'address parse',
  usage: '[--jsonl] < FILE',
  does: { 'zh-CN': '解析标准输入的收件信息，每行一条', en: 'understand receivers on stdin, one a line' },
  options: { jsonl: { type: 'boolean' } },
  async run(context) {
    const divisions = context.parts.divisions();
    let number = 0;
    const collected: unknown[] = [];
    for await (const line of context.terminal.inputLines()) {
      if (line.trim() === '') continue;
      number++;
      const { id, input } = readLine(line, context.flag('jsonl'), number);
      const read = lineOf(id, readText(input, divisions));
      if (context.isJson) collected.push(read);
      else context.terminal.out(JSON.stringify(read));
    }
    return done({ exitCode: 0, json: { addresses: collected }, human: [] });
  },
};
