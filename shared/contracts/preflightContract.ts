import { z } from 'zod';
import { preflightNames, preflightStates } from '../domain/preflight.ts';
import { internal, open } from './fieldClass.ts';
import { orderSelection } from './orderSelection.ts';
import { procedure } from './procedure.ts';
import { countSchema, idSchema, timeSchema } from './windowSchema.ts';

/** One thing looked at before a batch. Words: `code` of shared/errors when something is wrong, else the name's own. */
const finding = z.object({
  name: open(z.enum(preflightNames)),
  state: open(z.enum(preflightStates)),
  /** Empty when nothing is wrong. */
  code: open(z.string()),
  params: z.record(z.string(), internal(z.union([z.string(), z.number()]))),
  /** Orders it is about, the first 20 by number. */
  total: countSchema,
  orderNos: z.array(internal(z.string())),
});

export type PreflightRow = z.infer<typeof finding>;

/** `look`: it may go, but somebody should read the findings first. */
const verdict = open(z.enum(['go', 'look', 'stop']));

/** One account the batch would go with: its share of the orders, and what concerns it alone. */
const accountShare = z.object({
  accountId: idSchema,
  accountName: internal(z.string()),
  verdict,
  orders: countSchema,
  bookable: countSchema,
  expectedSeconds: open(z.number()),
  findings: z.array(finding),
});

export type PreflightAccount = z.infer<typeof accountShare>;

export const preflightContract = {
  /** Looks at a batch before it is booked; books and prints nothing. */
  check: procedure
    .input(
      z.object({
        selection: orderSelection,
        /** null: the accounts the rules choose. */
        accountId: idSchema.nullable(),
        carrier: open(z.string().max(20)),
        printerUri: internal(z.string().max(500)).nullable(),
        /** true: the platform is asked for balance and time, the printer for its state; false: only what is known. */
        mayAsk: open(z.boolean()),
      }),
    )
    .output(
      z.object({
        verdict,
        /** Ready orders of the selection, and those of them that would be booked. */
        orders: countSchema,
        bookable: countSchema,
        expectedSeconds: open(z.number()),
        checkedAt: timeSchema,
        /** Of the batch as a whole: what several accounts found is joined, the worst of each. */
        findings: z.array(finding),
        accounts: z.array(accountShare),
      }),
    ),
};
