import { type AnyProcedure, call, ORPCError, Procedure, unlazy } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GateContext } from '../../electron/ipc/gate.ts';
import { router } from '../../electron/ipc/router.ts';
import { actAs } from '../../electron/usecases/operators/desk.ts';
import { contract } from '../../shared/contracts/contract.ts';
import type { ProcedureMeta } from '../../shared/contracts/procedure.ts';
import { type Access, type Actor, mayDo, nobody, owner, roles } from '../../shared/domain/operator.ts';
import { openTestWorkspace, type TestWorkspace } from '../doubles/workspace/openTestWorkspace.ts';

type Procedures = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What the contract says of a procedure; null: nothing. */
function accessTo(name: string): Access | null {
  const [area = '', procedure = ''] = name.split('.');
  const areas = contract as unknown as Procedures;
  const procedures = Object.hasOwn(areas, area) ? areas[area] : undefined;
  if (procedures === undefined || !Object.hasOwn(procedures, procedure)) return null;
  const stated = procedures[procedure] as { readonly '~orpc': { readonly meta: Partial<ProcedureMeta> } };
  return stated['~orpc'].meta.access ?? null;
}

const names = Object.entries(contract as unknown as Procedures).flatMap(([area, procedures]) =>
  Object.keys(procedures).map((name) => `${area}.${name}`),
);
const people: readonly Actor[] = [
  nobody,
  ...roles.map((role) => ({ operatorId: role, name: role, role })),
  owner,
];

let workspace: TestWorkspace;
beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.close());

function contextOf(actor: Actor): GateContext {
  const session = {
    settled: async () => undefined,
    workspace: () => ({ ok: true, value: actAs(workspace, actor) }),
    resume: async () => undefined,
    state: () => 'open',
    folder: '',
    keyStore: { isAvailable: () => false },
    move: { underWay: null, stop: async () => undefined },
    closedBecause: '',
    version: '',
    wake: () => undefined,
  };
  return { session } as unknown as GateContext;
}

/** The code the gate refuses with; empty: it let the call through, whatever became of it then. */
async function refusal(actor: Actor, name: string): Promise<string> {
  const [area = '', procedure = ''] = name.split('.');
  const target = (router as unknown as Procedures)[area]?.[procedure];
  const context = contextOf(actor);
  try {
    await call(target as Parameters<typeof call>[0], undefined as never, { context });
    return '';
  } catch (error) {
    const code = error instanceof ORPCError ? (error.data as { code?: string } | undefined)?.code : '';
    return code === 'OPERATOR_RIGHT_MISSING' || code === 'OPERATOR_SIGN_IN_NEEDED' ? code : '';
  }
}

function expected(actor: Actor, name: string): string {
  const access = accessTo(name);
  if (access === 'anybody') return '';
  if (actor.role === 'nobody') return 'OPERATOR_SIGN_IN_NEEDED';
  return [access ?? []].flat().every((right) => mayDo(actor, right)) ? '' : 'OPERATOR_RIGHT_MISSING';
}

const allowed = (role: Actor['role']) =>
  names.filter((name) => expected({ operatorId: '', name: '', role }, name) === '');

describe('who may ask what of the core', () => {
  it.each(names)('%s states the right it takes', (name) => {
    expect(accessTo(name)).not.toBeNull();
  });

  it.each(people.map((actor) => [actor.role, actor] as const))(
    'the gate lets %s through exactly where the table says so',
    async (_role, actor) => {
      const wrong: string[] = [];
      for (const name of names) {
        const code = await refusal(actor, name);
        if (code !== expected(actor, name)) wrong.push(`${name}: ${code}`);
      }
      expect(wrong).toEqual([]);
    },
  );

  it('whoever has not signed in learns the state of the desk and nothing of the orders', () => {
    expect(allowed('nobody')).toEqual([
      'session.state',
      'session.create',
      'session.unlock',
      'session.lock',
      'status.get',
      'status.changes',
      'operators.state',
      'operators.signIn',
      'operators.signInByBadge',
      'operators.signOut',
      'operators.touch',
      'operators.rescue',
      'restore.candidates',
      'restore.inspect',
      'restore.run',
      'workstations.usualName',
      'workstations.beginAnew',
    ]);
  });

  it('a packer exports nothing, changes no order, account, rule or setting, and sees no address in full', () => {
    const may = allowed('packer');
    for (const area of ['imports', 'dictionary', 'correct', 'paste', 'calls', 'preflight'])
      expect(may.filter((name) => name.startsWith(`${area}.`) && !readsNoOrder.includes(name))).toEqual([]);
    for (const name of [
      'out.exportOrders',
      'addressKnowledge.exportLearned',
      'orders.edit',
      'changes.list',
      'ship.book',
      'rules.save',
      'settings.addAccount',
      'settings.removePrinter',
      'settings.backUp',
      'operators.add',
      'operators.makeRescueCode',
      'operators.acts',
      'operators.checkActs',
      'packing.setRules',
    ])
      expect(may).not.toContain(name);
    // Which of the known printers stands at the bench, whoever stands there knows best.
    expect(may).toContain('packing.setPrinters');
    expect(may).toContain('print.print');
    expect(may).toContain('print.reprint');
  });

  it('a clerk ships, and changes neither accounts, rules, settings nor operators', () => {
    const may = allowed('clerk');
    for (const name of ['imports.run', 'correct.accept', 'ship.book', 'out.writeBack', 'calls.runs'])
      expect(may).toContain(name);
    for (const name of [
      'settings.addAccount',
      'rules.save',
      'print.setRules',
      'goLive.run',
      'operators.list',
    ])
      expect(may).not.toContain(name);
  });

  it('a manager and the owner may ask everything', () => {
    expect(allowed('manager')).toEqual(names);
    expect(allowed('owner')).toEqual(names);
  });

  it('finds no right for what the contract does not have', () => {
    expect(accessTo('print.unheardOf')).toBeNull();
    expect(accessTo('constructor.name')).toBeNull();
    expect(accessTo('print')).toBeNull();
  });

  it('lets nobody through to a procedure that states none', async () => {
    const { default: stated } = await unlazy(
      (router as unknown as Procedures).session?.state as AnyProcedure,
    );
    const unstated = new Procedure({ ...stated['~orpc'], meta: {} });
    const context = contextOf(owner);
    await expect(call(stated, undefined, { context })).resolves.toMatchObject({ state: 'open' });
    await expect(call(unstated, undefined, { context })).rejects.toThrow('states no right');
  });
});

/** Pure reading of a text that the asker brings along. */
const readsNoOrder = ['correct.parse', 'correct.divisions', 'correct.findRegion'];
