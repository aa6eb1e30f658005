import { describe, expect, it } from 'vitest';
import { commands } from '../../../../../electron/commands/main/list.ts';
import { commandRights, mayRun, revealRights } from '../../../../../electron/commands/main/rights.ts';
import { type Actor, nobody, type Role } from '../../../../../shared/domain/operator.ts';

const as = (role: Role): Actor => ({ operatorId: role, name: role, role });

const names = commands.map(({ name }) => name).sort();

function allowed(actor: Actor): string[] {
  return names.filter((name) => mayRun(actor, name, false) === null);
}

describe('what a command takes', () => {
  it('is stated for every command, and for every one that can reveal', () => {
    expect(Object.keys(commandRights).sort()).toEqual(names);
    const revealing = commands.filter(({ options }) => options.reveal !== undefined).map(({ name }) => name);
    expect(Object.keys(revealRights).sort()).toEqual(revealing.sort());
  });

  it('is more than anybody has when it is not stated', () => {
    expect(() => mayRun(as('manager'), 'toString', false)).toThrow('no right is stated');
    expect(() => mayRun(as('manager'), 'print', true)).toThrow('no right is stated');
  });

  it('lets nobody without a PIN see an order or change anything', () => {
    expect(allowed(nobody)).toEqual([
      'address parse',
      'backup',
      'divisions status',
      'doctor',
      'label render',
      'operators list',
      'operators rescue',
      'version',
    ]);
    expect(mayRun(nobody, 'orders list', false)).toMatchObject({ code: 'OPERATOR_SIGN_IN_NEEDED' });
  });

  it('lets a packer print, and neither export, book, reveal nor set anything up', () => {
    const may = allowed(as('packer'));
    for (const name of ['print', 'slip', 'waybill bind', 'orders list', 'track']) expect(may).toContain(name);
    for (const name of [
      'export',
      'ship',
      'orders cancel',
      'account add',
      'printer add',
      'rules set',
      'restore',
    ])
      expect(may).not.toContain(name);
    for (const name of Object.keys(revealRights))
      expect(mayRun(as('packer'), name, true), name).toMatchObject({ code: 'OPERATOR_RIGHT_MISSING' });
  });

  it('lets a clerk see one order in full, never many', () => {
    expect(mayRun(as('clerk'), 'orders show', true)).toBeNull();
    for (const name of ['orders list', 'export', 'address memory list'])
      expect(mayRun(as('clerk'), name, true)).toMatchObject({
        code: 'OPERATOR_RIGHT_MISSING',
        params: { right: 'exportPersonalData' },
      });
    for (const name of ['operators add', 'operators change', 'operators remove', 'restore', 'account remove'])
      expect(allowed(as('clerk'))).not.toContain(name);
  });

  it('lets a manager run everything', () => {
    expect(allowed(as('manager'))).toEqual(names);
    for (const name of Object.keys(revealRights)) expect(mayRun(as('manager'), name, true)).toBeNull();
  });
});
