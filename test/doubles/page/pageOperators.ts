import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { DeskView, OperatorActRow, OperatorRow } from '../../../shared/contracts/operators.ts';
import { mayDo, nobody, owner, rightsOf } from '../../../shared/domain/operator.ts';
import { readRescueCode } from '../../../shared/rules/signInCodes.ts';
import { sampleActs } from './pageActs.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;

interface Known extends OperatorRow {
  readonly pin: string;
  readonly wrongPins: number;
  readonly triedAt: number;
}

/** One of each role, all with the same PIN. */
const sampleStaff = (at: number): Known[] =>
  (
    [
      ['陈店长', 'manager'],
      ['王芳', 'clerk'],
      ['小李', 'packer'],
    ] as const
  ).map(([name, role], index) => ({
    id: `op-${index + 1}`,
    name,
    role,
    version: 0,
    createdAt: at,
    signedInAt: null,
    hasBadge: false,
    pin: '258025',
    wrongPins: 0,
    triedAt: 0,
  }));

/** Of the packer among the sample staff. */
export const sampleBadge = 'SHIPDESK-402915773861';

/** The first one is the sample staff's. */
const sampleCodes = ['K7QM-2VXA-9DHT-4RPC', 'M4WT-7HQK-RX2D-9PAV', 'C3NY-8JGE-5TFV-6QMX'] as const;

/** Two wrong PINs are free, then twice as long each time. */
const waitMs = (wrongPins: number): number => (wrongPins <= 2 ? 0 : 2 ** (wrongPins - 2) * 1_000);

/** Operators of the page's double: none at first, so that whoever looks is the owner. */
export function pageOperators(os: Os, world: PageWorld) {
  const { now, tell, fail, orders, options, own, slice, approvals } = world;
  const known: Known[] = options.operator === null ? [] : sampleStaff(now());
  /** Newest first. */
  const acts: OperatorActRow[] = options.hasActs === true ? sampleActs(now(), orders) : [];
  let idleMinutes = 5;
  /** Of the sample staff, unless it got its operators before there were codes. */
  let rescueCode: string | null = known.length === 0 || options.hasNoRescueCode ? null : sampleCodes[0];
  let codesMade = 0;
  const nextCode = (): string => {
    codesMade += 1;
    rescueCode = sampleCodes[codesMade % sampleCodes.length] ?? sampleCodes[0];
    return rescueCode;
  };
  let notice: DeskView['notice'] = null;
  let signedInId = known.find(({ role }) => role === options.operator)?.id ?? '';
  let activeAt = now();
  const here = () => known.find(({ id }) => id === signedInId);
  own.actor = () => {
    if (known.length === 0) return owner;
    if (signedInId !== '' && now() >= activeAt + idleMinutes * 60_000) {
      signedInId = '';
      tell('operators');
    }
    const found = here();
    return found === undefined ? nobody : { operatorId: found.id, name: found.name, role: found.role };
  };
  const desk = (): DeskView => {
    const actor = own.actor();
    return {
      hasOperators: known.length > 0,
      shop: own.settings.sender?.name ?? '',
      hasRescueCode: rescueCode !== null,
      ...actor,
      rights: [...rightsOf(actor)],
      idleMinutes,
      signsOutAt: actor.operatorId === '' ? null : activeAt + idleMinutes * 60_000,
      notice: actor.operatorId === '' ? null : notice,
      operators: known.map(({ id, name, role }) => ({ id, name, role, rights: [...rightsOf({ role })] })),
    };
  };
  const checked = () => ({
    total: acts.length,
    brokenNo: options.brokenActNo ?? null,
    head: 'A1B2C3',
    troubles: own.sealTroubles,
  });
  const record = (act: Pick<OperatorActRow, 'kind' | 'what'> & Partial<OperatorActRow>) => {
    const nothing = {
      approver: '',
      orderId: '',
      orderNo: '',
      reason: '',
      step: '' as const,
      begunNo: null,
      isNeverEnded: false,
    };
    acts.unshift({ no: acts.length + 1, at: now(), operator: here()?.name ?? '', ...nothing, ...act });
  };
  const note = (operatorId: string, patch: Partial<Known>): Known => {
    const at = known.findIndex(({ id }) => id === operatorId);
    known[at] = { ...(known[at] ?? fail('OPERATOR_NOT_FOUND')), ...patch };
    return known[at];
  };
  const rows = (): OperatorRow[] =>
    known.map(({ pin: _pin, wrongPins: _wrongPins, triedAt: _triedAt, ...row }) => row);
  const byPin = (operatorId: string, pin: string): Known => {
    const { wrongPins, triedAt, ...found } = note(operatorId, {});
    const leftMs = triedAt + waitMs(wrongPins) - now();
    if (leftMs > 0) fail('OPERATOR_PIN_WAIT', { seconds: Math.ceil(leftMs / 1_000) });
    if (found.pin === pin) return note(operatorId, { wrongPins: 0 });
    note(operatorId, { wrongPins: wrongPins + 1, triedAt: now() });
    return fail('OPERATOR_PIN_WRONG', { seconds: waitMs(wrongPins + 1) / 1_000 });
  };
  const signIn = (operatorId: string): void => {
    signedInId = operatorId;
    activeAt = now();
    const { role } = note(operatorId, { signedInAt: now() });
    record({ kind: 'signed-in', what: role });
    tell('operators');
  };
  return {
    state: os.operators.state.handler(desk),
    signIn: os.operators.signIn.handler(({ input }) => {
      signIn(byPin(input.operatorId, input.pin).id);
      const { wrongPins } = options;
      if (wrongPins !== undefined)
        notice = { wrongTries: wrongPins, wrongSince: now() - 7_200_000, isPinShort: wrongPins > 2 };
      return desk();
    }),
    signInByBadge: os.operators.signInByBadge.handler(({ input }) => {
      if (input.code !== sampleBadge) fail('OPERATOR_BADGE_UNKNOWN');
      signIn(known.find(({ role }) => role === 'packer')?.id ?? fail('OPERATOR_BADGE_UNKNOWN'));
      return desk();
    }),
    signOut: os.operators.signOut.handler(() => {
      signedInId = '';
      tell('operators');
      return desk();
    }),
    touch: os.operators.touch.handler(() => {
      if (own.actor().operatorId !== '') activeAt = now();
      return { signsOutAt: desk().signsOutAt };
    }),
    approve: os.operators.approve.handler(({ input }) => {
      const { operatorId, pin, right, orderId } = input;
      const { name, role } = byPin(operatorId, pin);
      if (!mayDo({ role }, right)) fail('OPERATOR_MAY_NOT_APPROVE', { right });
      return { approvalId: approvals.give({ right, orderId, approver: name }) };
    }),
    reveal: os.operators.reveal.handler(({ input }) => {
      const approver = approvals.unlessMine(own.actor(), 'seePersonalData', input);
      const { orderId, reason } = input;
      const order = orders.find(({ id }) => id === orderId) ?? fail('ORDER_GONE');
      const { receiver, orderNo, goodsText, holdNote } = order;
      approvals.spend(input);
      record({ kind: 'personal-data-shown', what: 'order 1', orderId, orderNo, reason, approver });
      const texts = {
        goodsText,
        holdNote,
        buyerRemark: '',
        sellerRemark: '',
        lastText: '',
        buyer: '小满的店',
        oaid: '',
      };
      return { ...receiver, ...texts, name: '林小满', phone: '13912345678', detail: '样板路8号3单元301室' };
    }),
    list: os.operators.list.handler(rows),
    add: os.operators.add.handler(({ input }) => {
      if (known.length === 0 && input.role !== 'manager') fail('OPERATOR_FIRST_MANAGER');
      if (input.pin.length < 4) fail('OPERATOR_PIN_FORM', { least: 4, most: 12 });
      const { name, role, pin } = input;
      const id = `op-${known.length + 1}`;
      const added = { id, name, role, pin, version: 0, createdAt: now(), hasBadge: false };
      known.push({ ...added, signedInAt: null, wrongPins: 0, triedAt: 0 });
      record({ kind: 'operator-added', what: `${name} ${role}` });
      const isFirst = known.length === 1;
      if (isFirst) signIn(id);
      tell('operators');
      return { operators: rows(), rescueCode: isFirst ? nextCode() : null };
    }),
    change: os.operators.change.handler(({ input }) => {
      const found = note(input.operatorId, {});
      const what = [found.name, input.role, input.pin && 'PIN'].filter(Boolean).join(' ');
      record({ kind: 'operator-changed', what });
      const { name = found.name, role = found.role, pin = found.pin } = input;
      note(found.id, { name, role, pin, version: found.version + 1 });
      tell('operators');
      return rows();
    }),
    remove: os.operators.remove.handler(({ input }) => {
      const [removed] = known.splice(
        known.findIndex(({ id }) => id === input.operatorId),
        1,
      );
      record({ kind: 'operator-removed', what: removed?.name ?? '' });
      tell('operators');
      return rows();
    }),
    printBadge: os.operators.printBadge.handler(({ input }) => {
      const { name, version } = note(input.operatorId, {});
      note(input.operatorId, { hasBadge: true, version: version + 1 });
      record({ kind: 'badge-printed', what: name });
      tell('operators');
      return rows();
    }),
    removeBadge: os.operators.removeBadge.handler(({ input }) => {
      const { name, version } = note(input.operatorId, {});
      note(input.operatorId, { hasBadge: false, version: version + 1 });
      record({ kind: 'badge-removed', what: name });
      tell('operators');
      return rows();
    }),
    rescue: os.operators.rescue.handler(({ input }) => {
      const found = note(input.operatorId, {});
      if (rescueCode === null) fail('OPERATOR_RESCUE_NONE');
      if (readRescueCode(input.code) !== readRescueCode(rescueCode ?? ''))
        fail('OPERATOR_RESCUE_WRONG', { seconds: 2 });
      note(found.id, { pin: input.pin, wrongPins: 0, version: found.version + 1 });
      record({ kind: 'pin-rescued', operator: found.name, what: found.name });
      tell('operators');
      return { rescueCode: nextCode() };
    }),
    makeRescueCode: os.operators.makeRescueCode.handler(() => {
      record({ kind: 'rescue-code-made', what: '' });
      tell('operators');
      return { rescueCode: nextCode() };
    }),
    setIdleMinutes: os.operators.setIdleMinutes.handler(({ input }) => {
      idleMinutes = input.idleMinutes;
      tell('operators');
      return desk();
    }),
    acts: os.operators.acts.handler(({ input }) =>
      slice(
        acts.filter(
          ({ kind, operator, at, orderNo }) =>
            (input.kinds?.includes(kind) ?? true) &&
            (input.operator ?? operator) === operator &&
            (input.orderNo ?? orderNo) === orderNo &&
            at >= (input.from ?? 0) &&
            at < (input.to ?? Number.POSITIVE_INFINITY),
        ),
        input,
      ),
    ),
    findHead: os.operators.findHead.handler(({ input }) => ({
      found: input.head.trim().toUpperCase() === 'A1B2C3' ? [{ no: acts.length, at: now() }] : [],
    })),
    confirmTroubles: os.operators.confirmTroubles.handler(() => {
      own.sealTroubles = [];
      record({ kind: 'seal-trouble-confirmed', what: '' });
      tell('operators', 'status');
      return checked();
    }),
    checkActs: os.operators.checkActs.handler(() => checked()),
  };
}
