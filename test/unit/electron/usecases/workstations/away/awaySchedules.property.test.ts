import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import {
  bringImports,
  listWaitingImports,
} from '../../../../../../electron/usecases/workstations/away/bringImports.ts';
import { keepImport } from '../../../../../../electron/usecases/workstations/away/keepImport.ts';
import { isServerAway } from '../../../../../../electron/usecases/workstations/serverAway.ts';
import { orderSheet, sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import { type AwayDesk, openAwayDesk } from '../../../../../doubles/workspace/awayDesk.ts';
import { awayLists } from '../../../../../doubles/workspace/awayLists.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

const folder = mkdtempSync(join(tmpdir(), 'away-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

const orderCount = 3;
const orderNos = [1, 2, 3] as const;
/** Never booked: what somebody changes of it is all that becomes of it. */
const unsentNo = 4;
const codes = ['COF-500', '6901234567892', 'nobody knows it'] as const;

/** What a packer, a server and the power may do. */
type Step =
  | { readonly kind: 'order' | 'label'; readonly no: number }
  | { readonly kind: 'goods'; readonly code: string }
  | { readonly kind: 'pack'; readonly no: number }
  | { readonly kind: 'edit' | 'file' | 'leave' | 'sign' }
  | { readonly kind: 'next' | 'abort' | 'mend' | 'look' | 'kill' | 'start-away' }
  /** After so many more commits; the answer of the last is lost. */
  | { readonly kind: 'cut'; readonly commits: number };

const no = fc.constantFrom(...orderNos);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pack' as const), no }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('order' as const, 'label' as const), no }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('goods' as const), code: fc.constantFrom(...codes) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('edit' as const, 'file' as const) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'sign' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('next', 'abort', 'mend', 'look', 'kill', 'start-away'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cut' as const), commits: fc.nat(2) }) },
);

const numberOf = (order: number): string => `2026${String(order).padStart(12, '0')}`;

/** What waits at whichever printer comes out. */
async function print({ desk, bench, printed }: AwayDesk): Promise<void> {
  if (bench().isAway) return printed(0);
  await desk.workspace.lease.renew();
  await desk.print();
}

async function take(away: AwayDesk, one: Step): Promise<void> {
  const { server, bench, desk } = away;
  switch (one.kind) {
    case 'cut':
      return server.cut(one.commits);
    case 'mend':
      return server.mend();
    case 'look':
      return bench().look();
    case 'kill':
      server.mend();
      await away.startAgain();
      return bench().look();
    case 'start-away':
      server.cut();
      return away.startAway();
    case 'edit':
      return edit(away);
    case 'file':
      return takeFile(away);
    case 'leave':
    case 'sign':
      return handOver(away, one.kind === 'sign');
    case 'next':
    case 'abort':
      await away.command(one.kind);
      return;
    case 'goods':
      await away.scan(one.code);
      return;
    case 'order':
      await away.scan(numberOf(one.no));
      return;
    case 'label':
      await away.scan(waybills.get(one.no) ?? '');
      return;
    case 'pack':
      await away.scan(numberOf(one.no));
      for (const code of ['COF-500', 'COF-500', '6901234567892']) await away.scan(code);
      await print(away).catch(() => undefined);
      await away.scan(waybills.get(one.no) ?? '');
      return desk.workspace.clock.advance(1);
  }
}

let waybills: ReadonlyMap<number, string> = new Map();
/** Changes that somebody was told are made, the last at the end; `lost`: of which nobody was told anything. */
let edits: { readonly made: string[]; readonly lost: string[] } = { made: [], lost: [] };

/** Lists whose signing nobody was told of: they may be signed in the book and open at the bench. */
let lostSigns = 0;
/** The list was begun or signed in the book, whose server went before the bench knew of it. */
const unknownHere = ['HANDOVER_NOT_FOUND', 'HANDOVER_CLOSED', 'HANDOVER_EMPTY', 'PACK_CHANGED_MEANWHILE'];

/** Whatever is packed is put on the list, or the courier signs for what is on it. */
async function handOver(away: AwayDesk, isSigned: boolean): Promise<void> {
  const lists = awayLists(away);
  await away.desk.workspace.clock.advance(1_000);
  try {
    const { handoverId } = await lists.begin();
    if (isSigned) await lists.sign(handoverId);
    else for (const waybillNo of waybills.values()) await lists.out(handoverId, waybillNo);
  } catch (error) {
    if (isServerAway(error)) lostSigns += 1;
    else if (!(error instanceof Error && unknownHere.includes(error.message))) throw error;
  }
}

/** Files that were kept here, by the number of their first order. */
let files: number[] = [];
const ordersOfAFile = 3;
const firstOfFiles = 5_000;

/** Of the orders of a file the last is the first of the next one: each is there once all the same. */
async function takeFile({ desk, bench }: AwayDesk): Promise<void> {
  const first = firstOfFiles + files.length * (ordersOfAFile - 1);
  const orders = Array.from({ length: ordersOfAFile }, (_, one) => sheetOrder(first + one));
  const path = join(folder, `${first}.csv`);
  writeFileSync(path, orderSheet(orders));
  const kept = await bench().reading(desk.workspace, (at) =>
    keepImport(at, { path, minConfidence: 0.7 }, []),
  );
  if (kept?.ok === true) files.push(first);
}

/** As the window does every other second. */
async function bring({ desk, bench }: AwayDesk): Promise<void> {
  if (bench().isAway) return;
  await bringImports(desk.workspace, new AbortController().signal).catch((error: unknown) => {
    if (!isServerAway(error)) throw error;
  });
}

async function edit(away: AwayDesk): Promise<void> {
  const text = `change ${edits.made.length + edits.lost.length + 1}`;
  try {
    const asked = await away.ask(unsentNo, { kind: 'edit', changes: { sellerRemark: text } });
    if (asked.ok) edits.made.push(text);
  } catch (error) {
    if (!isServerAway(error)) throw error;
    edits.lost.push(text);
  }
}

it('whatever goes away, comes back and is killed in whichever order: every parcel is in the book once, and every paper is known', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const away = await openAwayDesk(Array.from({ length: orderCount + 1 }, () => ({})));
      edits = { made: [], lost: [] };
      files = [];
      lostSigns = 0;
      try {
        const { desk, server, bench } = away;
        await desk.rules({ handsOverPackedOnly: true });
        await desk.book(...orderNos);
        const booked = await Promise.all(orderNos.map((one) => desk.order(one)));
        waybills = new Map(booked.map(({ waybillNo }, index) => [index + 1, waybillNo]));
        await bench().look();
        for (const one of steps) {
          await take(away, one);
          await print(away).catch(() => undefined);
          await bring(away);
        }
        server.mend();
        await bench().look();
        await bench().look();
        await bring(away);
        await print(away);
        await expectKept(away);
      } finally {
        await away.close();
      }
    }),
    { numRuns: Number(process.env.SHIPDESK_AWAY_SCHEDULES ?? 25) },
  );
}, 240_000);

async function expectKept({ desk, bench }: AwayDesk): Promise<void> {
  const { read } = desk.workspace.store;
  expect(bench().knowledge).toMatchObject({ since: null, waiting: 0 });
  const conflicts = await read.settings.get('awayConflicts');
  // Nobody else works on this book; of one whose answer was lost another paper may have been signed.
  expect(conflicts.filter(({ kind }) => lostSigns === 0 || kind !== 'list-signed-twice')).toEqual([]);
  let papers = 0;
  for (const one of orderNos) {
    const labels = await desk.labels(one);
    expect(labels.length).toBeLessThanOrEqual(1);
    papers += labels.filter(({ sentAt }) => sentAt !== null).length;
    const box = await desk.box(one);
    const kinds = (await read.history.ofOrder(sampleOrder(one).id)).map(({ kind }) => kind);
    const isPacked = box?.state === 'closed' || box?.state === 'handed-over';
    expect(kinds.filter((kind) => kind === 'packed')).toHaveLength(isPacked ? 1 : 0);
    const parcel = await read.handovers.parcel(waybills.get(one) ?? '');
    const list = await read.handovers.byId(parcel?.handoverId ?? '');
    const hasLeft = list?.state === 'closed';
    expect((await desk.order(one)).state).toBe(hasLeft ? 'handed-over' : isPacked ? 'packed' : 'booked');
    expect(box?.state === 'handed-over').toBe(hasLeft);
    expect(kinds.filter((kind) => kind === 'handed-over')).toHaveLength(hasLeft ? 1 : 0);
    expect(box?.handoverId ?? '').toBe(list?.id ?? '');
  }
  expect(desk.sent).toHaveLength(papers);
  expect(listWaitingImports(desk.workspace)).toEqual([]);
  expect(await read.imports.count()).toBe(files.length);
  const known = new Set(
    files.flatMap((first) => Array.from({ length: ordersOfAFile }, (_, one) => first + one)),
  );
  expect(await read.orders.count({})).toBe(orderCount + 1 + known.size);
  const { sellerRemark } = await desk.order(unsentNo);
  const lines = await read.history.ofOrder(sampleOrder(unsentNo).id);
  const changes = lines.filter(({ kind }) => kind === 'edited').length;
  // One whose answer was lost may be in the book: somebody sees it there.
  expect(changes).toBeGreaterThanOrEqual(edits.made.length);
  expect(changes).toBeLessThanOrEqual(edits.made.length + edits.lost.length);
  if (edits.lost.length === 0) expect(sellerRemark).toBe(edits.made.at(-1) ?? '');
}
