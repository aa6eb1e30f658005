import { z } from 'zod';
import {
  countSchema,
  freeText,
  fullParty,
  fullText,
  idSchema,
  inputText,
  open,
  outputText,
  printerUri,
  rowsOf,
  secret,
  timeOrNull,
  timeSchema,
  versionSchema,
  wholeOrNull,
  windowInput,
} from '../domain/fields.ts';
import { approvableRights, rights, roles } from '../domain/operator.ts';
import { actSteps, operatorActKinds, sealTroubles } from '../domain/operatorAct.ts';
import { procedure } from './procedure.ts';

const rightsSchema = z.array(open(z.enum(rights)));
const roleSchema = open(z.enum(roles));
const nameSchema = inputText(40);
const pinSchema = secret(40);
/** Out of the core once, to whoever keeps it; `internal` for that reason. */
const rescueCodeSchema = outputText(100);
const reasonSchema = inputText(100);

/** What every page must know to show who works and what they may do. */
const deskSchema = z.object({
  /** false: whoever unlocked the workspace is its owner. */
  hasOperators: open(z.boolean()),
  /** Whose desk it is, as it is on its parcels; empty: not said yet. */
  shop: outputText(100),
  /** false: a forgotten PIN can be set again by another manager alone. */
  hasRescueCode: open(z.boolean()),
  /** `nobody`: a PIN is needed. */
  role: open(z.enum([...roles, 'owner', 'nobody'])),
  operatorId: outputText(64),
  name: outputText(100),
  rights: rightsSchema,
  idleMinutes: open(z.number().int().min(1).max(480)),
  /** null: nobody has signed in. */
  signsOutAt: timeOrNull,
  /** What who sits here must know since the sign-in; null: nothing. */
  notice: z
    .object({ wrongTries: countSchema, wrongSince: timeSchema, isPinShort: open(z.boolean()) })
    .nullable(),
  /** Who can sign in. */
  operators: z.array(
    z.object({ id: idSchema, name: outputText(100), role: roleSchema, rights: rightsSchema }),
  ),
});

export type DeskView = z.infer<typeof deskSchema>;

const operatorRow = z.object({
  id: idSchema,
  name: outputText(100),
  role: roleSchema,
  version: versionSchema,
  createdAt: timeSchema,
  signedInAt: timeOrNull,
  hasBadge: open(z.boolean()),
});

export type OperatorRow = z.infer<typeof operatorRow>;

const actRow = z.object({
  no: countSchema,
  at: timeSchema,
  kind: open(z.enum(operatorActKinds)),
  operator: outputText(40),
  approver: outputText(40),
  /** Empty: not about one order. */
  orderId: outputText(64),
  orderNo: outputText(200),
  what: freeText(400),
  reason: freeText(400),
  step: open(z.enum(actSteps)),
  begunNo: wholeOrNull,
  /** It began, and nothing says how it ended: the program was stopped in between. */
  isNeverEnded: open(z.boolean()),
});

export type OperatorActRow = z.infer<typeof actRow>;

const recordCheck = z.object({
  total: countSchema,
  brokenNo: wholeOrNull,
  head: open(z.string().max(6)),
  troubles: z.array(open(z.enum(sealTroubles))),
});

/** Ids of approvals that `approve` gave for this one action. */
export const approvalIds = z.array(idSchema).max(4).optional();

/** Who sits here, who may what, and what was done under a reason. */
const operatorsContract = {
  state: procedure('anybody').output(deskSchema),
  signIn: procedure('anybody').input({ operatorId: idSchema, pin: pinSchema }).output(deskSchema),
  /** What the gun read from a badge. */
  signInByBadge: procedure('anybody')
    .input({ code: secret(100) })
    .output(deskSchema),
  signOut: procedure('anybody').output(deskSchema),
  /** Somebody pressed a key or scanned: the time until signing out starts over. */
  touch: procedure('anybody').output({ signsOutAt: timeOrNull }),
  /** Somebody with the right enters a PIN for one action of who sits here; `orderId` empty: it is about no single order. */
  approve: procedure('seeWork')
    .input({
      operatorId: idSchema,
      pin: pinSchema,
      right: open(z.enum(approvableRights)),
      orderId: inputText(64),
    })
    .output({ approvalId: idSchema }),
  /** One look at the receiver of one order in full, with what is written about them; recorded. */
  reveal: procedure('seeWork')
    .input({ orderId: idSchema, reason: reasonSchema, approvalIds })
    .output(
      fullParty.extend({
        goodsText: fullText(4000),
        buyerRemark: fullText(4000),
        sellerRemark: fullText(4000),
        holdNote: fullText(400),
        buyer: fullText(100),
        oaid: fullText(1000),
        /** What the carrier said last of its parcel; empty: nothing yet. */
        lastText: fullText(1000),
      }),
    ),
  list: procedure('manageOperators').output(z.array(operatorRow)),
  add: procedure('manageOperators')
    .input({ name: nameSchema, role: roleSchema, pin: pinSchema })
    .output({ operators: z.array(operatorRow), rescueCode: rescueCodeSchema.nullable() }),
  change: procedure('manageOperators')
    .input({
      operatorId: idSchema,
      version: versionSchema,
      name: nameSchema.optional(),
      role: roleSchema.optional(),
      pin: pinSchema.optional(),
    })
    .output(z.array(operatorRow)),
  remove: procedure('manageOperators')
    .input({ operatorId: idSchema, version: versionSchema })
    .output(z.array(operatorRow)),
  /** On paper alone: no page learns what the badge holds. The previous badge is void once it is out. */
  printBadge: procedure('manageOperators')
    .input({ operatorId: idSchema, version: versionSchema, printerUri })
    .output(z.array(operatorRow)),
  removeBadge: procedure('manageOperators')
    .input({ operatorId: idSchema, version: versionSchema })
    .output(z.array(operatorRow)),
  /** A new PIN for a manager, by the rescue code. That one is used up; the next one comes back. */
  rescue: procedure('anybody')
    .input({ operatorId: idSchema, code: secret(40), pin: pinSchema })
    .output({ rescueCode: rescueCodeSchema }),
  /** The previous code is void. */
  makeRescueCode: procedure('manageOperators').output({ rescueCode: rescueCodeSchema }),
  setIdleMinutes: procedure('manageOperators')
    .input({ idleMinutes: open(z.number().int().min(1).max(480)) })
    .output(deskSchema),
  /** Newest first; `kinds` absent: all of them. */
  acts: procedure('manageOperators')
    .input({
      ...windowInput,
      kinds: z
        .array(open(z.enum(operatorActKinds)))
        .max(operatorActKinds.length)
        .optional(),
      operator: inputText(40).optional(),
      /** UTC ms, the second one exclusive. */
      from: timeSchema.optional(),
      to: timeSchema.optional(),
      orderNo: inputText(200).optional(),
    })
    .output(rowsOf(actRow)),
  /** Follows the chain from its start. `brokenNo`: the first row that was changed or is missing; null: the record is whole. */
  checkActs: procedure('manageOperators').output(recordCheck),
  /** The entries whose six characters these are, as they are on a paper. */
  findHead: procedure('manageOperators')
    .input({ head: inputText(20) })
    .output({ found: z.array(z.object({ no: countSchema, at: timeSchema })) }),
  /** A manager has seen what contradicts the sealed file; from now on it is in the record alone. */
  confirmTroubles: procedure('manageOperators').output(recordCheck),
};

export const operatorsContracts = { operators: operatorsContract };
