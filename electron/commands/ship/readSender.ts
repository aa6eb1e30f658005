import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Party } from '../../../shared/domain/party.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { missingSenderField } from '../../usecases/workspace/settings.ts';

const text = z.string().default('');

/** `phone` or, as the platforms call it, `mobile`. */
const senderFile = z.object({
  name: text,
  phone: text,
  mobile: text,
  extension: text,
  province: text,
  city: text,
  district: text,
  town: text,
  detail: text,
  address: text,
});

/** Reads `--sender FILE.json`: name, phone (or mobile), province, city, district, detail (or address). */
export async function readSender(path: string): Promise<Outcome<Party>> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return failure('SENDER_INVALID', { field: path });
  }
  const parsed = senderFile.safeParse(content);
  if (!parsed.success)
    return failure('SENDER_INVALID', { field: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { mobile, address, ...rest } = parsed.data;
  const sender: Party = {
    ...rest,
    phone: rest.phone === '' ? mobile : rest.phone,
    detail: rest.detail === '' ? address : rest.detail,
  };
  const missing = missingSenderField(sender);
  return missing === null ? done(sender) : failure('SENDER_INVALID', { field: missing });
}
