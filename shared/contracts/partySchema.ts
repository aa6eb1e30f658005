import { z } from 'zod';
import { internal, open, personal } from './fieldClass.ts';

export const partySchema = z.object({
  name: personal('name'),
  phone: personal('phone'),
  extension: personal('text'),
  province: open(z.string()),
  city: open(z.string()),
  district: open(z.string()),
  town: internal(z.string()),
  detail: personal('detail'),
});

/** What a person may type: bounded, trimmed by the use case. */
export const partyInput = z.object({
  name: internal(z.string().max(60)),
  phone: internal(z.string().max(40)),
  extension: internal(z.string().max(10)),
  province: open(z.string().max(30)),
  city: open(z.string().max(30)),
  district: open(z.string().max(30)),
  town: internal(z.string().max(40)),
  detail: internal(z.string().max(200)),
});
