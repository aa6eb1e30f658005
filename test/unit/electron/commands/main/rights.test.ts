import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../../electron/commands/main/command.ts';
import { allCommands } from '../../../../../electron/commands/main/list.ts';
import { mayRun as mayRunCommand } from '../../../../../electron/commands/main/signIn.ts';
import { type Actor, nobody, type Role, rights } from '../../../../../shared/domain/operator.ts';

const commands = await allCommands();

const as = (role: Role): Actor => ({ operatorId: role, name: role, role });

const names = commands.map(({ name }) => name).sort();

const commandOf = (name: string): Command => {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command;
};
const mayRun = (actor: Actor, name: string, isRevealed: boolean) =>
  mayRunCommand(actor, commandOf(name), isRevealed);
const revealing = commands.filter(({ reveals }) => reveals !== undefined).map(({ name }) => name);

function allowed(actor: Actor): string[] {
  return names.filter((name) => mayRun(actor, name, false) === null);
}

describe('what a command takes', () => {
  it('is stated for every command, and for every one that can reveal', () => {
    for (const { access } of commands)
      for (const right of [access].flat()) expect(['anybody', ...rights]).toContain(right);
    expect(revealing.sort()).toEqual([
      'address ask',
      'address memory export',
      'address memory list',
      'export',
      'orders cancel',
      'orders changes',
      'orders edit',
      'orders hold',
      'orders list',
      'orders merge',
      'orders release',
      'orders show',
      'orders split',
      'orders unmerge',
      'track',
      'waybill bind',
    ]);
  });

  it('is more than anybody has when it is not stated', () => {
    const unstated = { ...commandOf('print'), access: undefined as never };
    expect(mayRunCommand(as('manager'), unstated, false)).toMatchObject({ code: 'OPERATOR_RIGHT_MISSING' });
    expect(() => mayRun(as('manager'), 'print', true)).toThrow('no right is stated');
  });

  it('lets nobody without a PIN see an order or change anything', () => {
    expect(allowed(nobody)).toEqual([
      'address parse',
      'audit verify',
      'backup',
      'backup list',
      'divisions status',
      'doctor',
      'label render',
      'operators list',
      'operators rescue',
      'version',
      'workspace create',
      'workspace join',
      'workspace reconnect',
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
    for (const name of revealing)
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
    for (const name of revealing) expect(mayRun(as('manager'), name, true)).toBeNull();
  });
});
