import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { attackDesk } from './attackDesk.ts';

const desk = attackDesk();
const wang = ['--operator', 'Wang'] as const;
const zhang = ['--operator', 'Zhang'] as const;
let old = '';
let rescueCode = '';

/** A shop with a backup from before it had operators, one from since then, and a packer who wants to be the owner. */
beforeEach(async () => {
  old = desk.path('old.sdbackup');
  await desk.run(['doctor']);
  await desk.run(['backup', '--out', old]);
  const hired = await desk.run(['operators', 'add', 'Wang', '--role', 'manager', '--show-code'], {
    input: ['258036'],
  });
  rescueCode = hired.json.rescueCode;
  await desk.run(['operators', 'add', 'Zhang', '--role', 'packer', ...wang], { input: ['258036', '4826'] });
});

const operators = async (data = 'shop') =>
  (await desk.run(['operators', 'list'], { data })).json.operators as unknown[];

describe('who may restore', () => {
  it('is not the packer while the database opens', async () => {
    expect(await desk.run(['restore', old])).toMatchObject({ code: 'OPERATOR_SIGN_IN_NEEDED' });
    expect(await desk.run(['restore', old, ...zhang], { input: ['4826'] })).toMatchObject({
      code: 'OPERATOR_RIGHT_MISSING',
    });
  });

  it('is not the packer after one byte of the database was overwritten', async () => {
    desk.damage('shop/shipdesk.db');
    expect(await desk.run(['restore', old])).toMatchObject({ code: 'OPERATOR_SIGN_IN_NEEDED' });
    expect(await desk.run(['restore', old, ...zhang], { input: ['4826'] })).toMatchObject({
      code: 'OPERATOR_RIGHT_MISSING',
    });
    expect(await desk.run(['restore', old, ...wang], { input: ['111113'] })).toMatchObject({
      code: 'OPERATOR_PIN_WRONG',
    });
  });

  it('is not the packer either when the sealed file is gone with it, as long as one backup knows of a manager', async () => {
    await desk.run(['backup']);
    desk.damage('shop/shipdesk.db');
    rmSync(desk.path('shop/state.sealed'));
    expect(await desk.run(['restore', old])).toMatchObject({ code: 'OPERATOR_SIGN_IN_NEEDED' });
  });

  it('is not the packer with an older sealed file copied back over the newer one', async () => {
    await desk.run(['backup']);
    writeFileSync(desk.path('shop/state.sealed'), 'AAAA\n');
    desk.damage('shop/shipdesk.db');
    expect(await desk.run(['restore', old])).toMatchObject({ code: 'OPERATOR_SIGN_IN_NEEDED' });
  });

  it('is the manager, whose people stay: nobody becomes the owner by an old backup', async () => {
    desk.damage('shop/shipdesk.db');
    const restored = await desk.run(['restore', old, ...wang], { input: ['258036'] });
    expect(restored).toMatchObject({ exitCode: 0, json: { people: 'kept' } });
    expect(await operators()).toHaveLength(2);
    expect(await desk.run(['orders', 'list'])).toMatchObject({ code: 'OPERATOR_SIGN_IN_NEEDED' });
  });

  it('is who holds the rescue code, when the PIN is lost with the database', async () => {
    desk.damage('shop/shipdesk.db');
    const wrong = await desk.run(['restore', old, '--rescue'], { input: [`${rescueCode.slice(0, -1)}`] });
    expect(wrong).toMatchObject({ exitCode: 2 });
    const restored = await desk.run(['restore', old, '--rescue'], { input: [rescueCode] });
    expect(restored).toMatchObject({ exitCode: 0 });
    expect(await operators()).toHaveLength(2);
  });

  it('is the manager of the backup in an empty folder of another computer, too', async () => {
    const file = desk.path('new.sdbackup');
    await desk.run(['backup', '--out', file]);
    expect(await desk.run(['restore', file], { data: 'elsewhere' })).toMatchObject({
      code: 'OPERATOR_SIGN_IN_NEEDED',
    });
    const restored = await desk.run(['restore', file, ...wang], { data: 'elsewhere', input: ['258036'] });
    expect(restored).toMatchObject({ exitCode: 0, json: { people: 'of-backup' } });
    expect(await operators('elsewhere')).toHaveLength(2);
  });

  it('makes wrong PINs wait, although the database they are counted in is broken', async () => {
    desk.damage('shop/shipdesk.db');
    const codes: string[] = [];
    for (const pin of ['111113', '111114', '111115', '258036']) {
      codes.push((await desk.run(['restore', old, ...wang], { input: [pin], isQuick: true })).code);
    }
    expect(codes).toEqual([
      'OPERATOR_PIN_WRONG',
      'OPERATOR_PIN_WRONG',
      'OPERATOR_PIN_WRONG',
      'OPERATOR_PIN_WAIT',
    ]);
  });

  it('keeps a removed operator out, and the newest PIN, whatever the backup knows', async () => {
    const file = desk.path('new.sdbackup');
    await desk.run(['backup', '--out', file]);
    await desk.run(['operators', 'remove', 'Zhang', ...wang], { input: ['258036'] });
    await desk.run(['operators', 'change', 'Wang', '--new-pin', ...wang], { input: ['258036', '970135'] });
    desk.damage('shop/shipdesk.db');
    expect(await desk.run(['restore', file, ...wang], { input: ['258036'] })).toMatchObject({
      code: 'OPERATOR_PIN_WRONG',
    });
    expect(await desk.run(['restore', file, ...wang], { input: ['970135'] })).toMatchObject({ exitCode: 0 });
    expect(await operators()).toEqual([{ name: 'Wang', role: 'manager' }]);
  });

  it('carries the record of acts over where the former database still opens', async () => {
    const file = desk.path('new.sdbackup');
    await desk.run(['backup', '--out', file]);
    await desk.run(['operators', 'remove', 'Zhang', ...wang], { input: ['258036'] });
    const restored = await desk.run(['restore', file, ...wang], { input: ['258036'] });
    expect(restored.json.acts.carried).toBeGreaterThan(0);
    const checked = await desk.run(['doctor']);
    expect(checked.json.checks).toContainEqual(expect.objectContaining({ name: 'acts', state: 'ok' }));
    copyFileSync(file, desk.path('again.sdbackup'));
    expect(readFileSync(desk.path('again.sdbackup')).length).toBeGreaterThan(0);
  });
});
