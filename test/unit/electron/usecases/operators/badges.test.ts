import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodePng } from '../../../../../electron/labels/encodePng.ts';
import { printBadge, removeBadge } from '../../../../../electron/usecases/operators/badges.ts';
import { Desk } from '../../../../../electron/usecases/operators/desk.ts';
import { changeOperator, removeOperator } from '../../../../../electron/usecases/operators/operators.ts';
import { labelSizes } from '../../../../../shared/domain/printing/labelDocument.ts';
import { readTspl } from '../../../../doubles/languageReaders/readTspl.ts';
import { type FakePrinter, startFakePrinter } from '../../../../doubles/printers/fakePrinter.ts';
import { scanBarcodes } from '../../../../doubles/printers/scanBarcodes.ts';
import { of } from '../../../../doubles/workspace/benchDesk.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { hireStaff } from '../../../../doubles/workspace/staff.ts';

let workspace: TestWorkspace;
let printer: FakePrinter;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  printer = await startFakePrinter();
});
afterEach(async () => {
  await printer.close();
  await workspace.close();
});

const print = (operatorId: string, version = 0, size = '60x40') =>
  printBadge(workspace, {
    operatorId,
    version,
    printerUri: `tcp://127.0.0.1:${printer.port}?lang=tspl&dpi=203&size=${size}`,
  });

/** What a barcode reader of other authors finds on the last paper. */
async function lastBadge(): Promise<string> {
  await printer.idle();
  const paper = printer.papers.at(-1);
  if (paper === undefined) throw new Error('nothing came out');
  const [line = ''] = scanBarcodes(encodePng({ ...readTspl(paper), dpi: 203 }));
  return line.replace('CODE-128:', '');
}

describe('the badge of a packer', () => {
  it.each(labelSizes)(
    'comes out on a label of %s, is read back, and signs in without a PIN',
    async (size) => {
      const { packer } = await hireStaff(workspace);
      const desk = await Desk.open(workspace);
      of(await print(packer.id, 0, size));
      const code = await lastBadge();
      expect(code).toMatch(/^SHIPDESK-\d{12}$/);
      expect(await desk.signInByBadge(code)).toMatchObject({ ok: true });
      expect(desk.actor).toMatchObject({ name: '张打包', role: 'packer' });
      const acts = await workspace.store.read.operatorActs.after(0, 99);
      expect(acts.slice(-2)).toMatchObject([
        { kind: 'badge-printed', what: '张打包' },
        { kind: 'signed-in', what: 'badge', operator: '张打包' },
      ]);
      const kept = JSON.stringify([await workspace.store.read.operators.active(), acts]);
      expect(kept).not.toContain(code.slice(-12));
    },
  );

  it('is void once another one is out, when it was lost, and when its owner goes or gets another role', async () => {
    const { packer } = await hireStaff(workspace);
    const desk = await Desk.open(workspace);
    const refused = async (code: string): Promise<void> =>
      expect(await desk.signInByBadge(code)).toMatchObject({ code: 'OPERATOR_BADGE_UNKNOWN' });
    of(await print(packer.id));
    const first = await lastBadge();
    of(await print(packer.id, 1));
    const second = await lastBadge();
    await refused(first);
    expect(await desk.signInByBadge(second)).toMatchObject({ ok: true });
    of(await removeBadge(workspace, { operatorId: packer.id, version: 2 }));
    await refused(second);
    of(await print(packer.id, 3));
    const third = await lastBadge();
    const clerk = { operatorId: packer.id, version: 4, role: 'clerk', pin: '802481' } as const;
    of(await changeOperator(workspace, clerk));
    of(await changeOperator(workspace, { operatorId: packer.id, version: 5, role: 'packer' }));
    await refused(third);
    of(await print(packer.id, 6));
    const last = await lastBadge();
    of(await removeOperator(workspace, { operatorId: packer.id, version: 7 }));
    await refused(last);
    await refused('SHIPDESK-');
    await refused('SHIPDESK-000000000000');
  });

  it('stays good when the printer of the next one is gone', async () => {
    const { packer } = await hireStaff(workspace);
    of(await print(packer.id));
    const code = await lastBadge();
    await printer.close();
    expect((await print(packer.id, 1)).ok).toBe(false);
    expect(await (await Desk.open(workspace)).signInByBadge(code)).toMatchObject({ ok: true });
    printer = await startFakePrinter();
  });

  it('is for packers alone: others see customers and have a PIN', async () => {
    const { clerk, manager } = await hireStaff(workspace);
    for (const { id } of [clerk, manager])
      expect(await print(id)).toMatchObject({ code: 'OPERATOR_BADGE_ROLE' });
    expect(printer.papers).toHaveLength(0);
  });

  it('opens nobody else’s desk, whoever writes its digest into the row of another', async () => {
    const { packer, clerk } = await hireStaff(workspace);
    of(await print(packer.id));
    const code = await lastBadge();
    const { badgeDigest = '' } = (await workspace.store.read.operators.byId(packer.id)) ?? {};
    await workspace.store.write(async ({ operators }) => {
      await operators.change({ id: packer.id, version: 1 }, { badgeDigest: '' });
      await operators.change({ id: clerk.id, version: 0 }, { badgeDigest, role: 'packer' });
    });
    const desk = await Desk.open(workspace);
    expect(await desk.signInByBadge(code)).toMatchObject({ code: 'OPERATOR_BADGE_UNKNOWN' });
  });

  it('opens no desk of a manager, though somebody wrote that role into the row of its owner', async () => {
    const { packer } = await hireStaff(workspace);
    of(await print(packer.id));
    const code = await lastBadge();
    await workspace.store.write(({ operators }) =>
      operators.change({ id: packer.id, version: 1 }, { role: 'manager' }),
    );
    const desk = await Desk.open(workspace);
    expect(await desk.signInByBadge(code)).toMatchObject({ code: 'OPERATOR_BADGE_UNKNOWN' });
  });

  it('scanned again by who sits here already signs nobody in again', async () => {
    const { packer } = await hireStaff(workspace);
    const desk = await Desk.open(workspace);
    of(await print(packer.id));
    const code = await lastBadge();
    await desk.signInByBadge(code);
    const before = await workspace.store.read.operatorActs.after(0, 99);
    await desk.signInByBadge(code.toLowerCase());
    expect(await workspace.store.read.operatorActs.after(0, 99)).toHaveLength(before.length);
  });
});
