import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { databaseFileName } from '../../../../../electron/store/database/openDatabase.ts';
import { recordAct } from '../../../../../electron/usecases/operators/acts.ts';
import { changeOperator } from '../../../../../electron/usecases/operators/operators.ts';
import { checkRecord, readSeal, settleSeal } from '../../../../../electron/usecases/operators/seal.ts';
import { seededChance } from '../../../../doubles/seededChance.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { hireStaff } from '../../../../doubles/workspace/staff.ts';
import { tamper } from '../../../../doubles/workspace/tamper.ts';

/** A workspace in which anything may happen, by chance alone. */
class Shop {
  workspace!: TestWorkspace;
  readonly #chance: () => number;
  #clerkId = '';

  constructor(seed: number) {
    this.#chance = seededChance(seed);
  }

  async open(): Promise<void> {
    this.workspace = await openTestWorkspace();
    this.#clerkId = (await hireStaff(this.workspace)).clerk.id;
  }

  below(limit: number): number {
    return Math.floor(this.#chance() * limit);
  }

  get seal(): string {
    return join(this.workspace.folder, 'state.sealed');
  }

  get database(): string {
    return join(this.workspace.folder, databaseFileName);
  }

  /** What an honest day does: acts, changes of people, restarts, and stops between commit and file. */
  async work(): Promise<void> {
    const before = readFileSync(this.seal);
    const choice = this.below(10);
    if (choice < 6)
      await this.workspace.store.write((write) =>
        recordAct(this.workspace, write, { kind: 'reprinted', what: `copy ${choice}`, reason: '卡纸' }),
      );
    else if (choice < 8) {
      const { version = 0 } = (await this.workspace.store.read.operators.byId(this.#clerkId)) ?? {};
      await changeOperator(this.workspace, {
        operatorId: this.#clerkId,
        version,
        role: choice === 6 ? 'packer' : 'clerk',
      });
    } else await this.restart();
    // Killed after the commit: the file is the one of before.
    if (this.below(4) === 0 && choice < 8) {
      writeFileSync(this.seal, before);
      await this.restart();
    }
  }

  async restart(): Promise<void> {
    this.workspace = await this.workspace.reopen();
    await settleSeal(this.workspace, readSeal(this.workspace), null);
  }

  async alarms(): Promise<string> {
    const { brokenNo, troubles } = await checkRecord(this.workspace);
    return `${brokenNo ?? 'whole'} ${troubles.join(' ')}`.trim();
  }
}

type Attack = (shop: Shop, last: number) => Promise<void> | void;

const attacks: Readonly<Record<string, Attack>> = {
  'rows cut off the end': (shop, last) =>
    tamper(shop.workspace, `delete from operator_acts where no > ${last - 1 - shop.below(last)}`),
  'a row taken out': (shop, last) =>
    tamper(shop.workspace, `delete from operator_acts where no = ${1 + shop.below(last)}`),
  'a row edited': (shop, last) =>
    tamper(shop.workspace, `update operator_acts set what = 'other' where no = ${1 + shop.below(last)}`),
  'two rows exchanged': (shop, last) => {
    const no = 1 + shop.below(last - 1);
    tamper(
      shop.workspace,
      `update operator_acts set no = -1 where no = ${no};
       update operator_acts set no = ${no} where no = ${no + 1};
       update operator_acts set no = ${no + 1} where no = -1`,
    );
  },
  'a role raised': (shop) =>
    tamper(shop.workspace, "update operators set role = 'manager', pin_salt = '00' where role <> 'manager'"),
  'a database of before': async (shop) => {
    const copy = `${shop.database}.copy`;
    await shop.restart();
    copyFileSync(shop.database, copy);
    for (let step = 0; step < 3; step++)
      await shop.workspace.store.write((write) =>
        recordAct(shop.workspace, write, { kind: 'reprinted', what: 'copy 9' }),
      );
    shop.workspace = await shop.workspace.reopen(copy);
  },
  'a sealed file of before': async (shop) => {
    const before = readFileSync(shop.seal);
    for (let step = 0; step < 3; step++)
      await shop.workspace.store.write((write) =>
        recordAct(shop.workspace, write, { kind: 'reprinted', what: 'copy 9' }),
      );
    writeFileSync(shop.seal, before);
  },
  'no sealed file': (shop) => rmSync(shop.seal),
  'a changed sign in the sealed file': (shop) => {
    const bytes = Buffer.from(readFileSync(shop.seal, 'utf8').trim(), 'base64');
    const at = shop.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + shop.below(255));
    writeFileSync(shop.seal, bytes.toString('base64'));
  },
};

describe('people and record under their seal', () => {
  it.each(Object.keys(attacks))('tell of %s, and of nothing on the honest days before it', async (name) => {
    for (let seed = 1; seed <= 4; seed++) {
      const shop = new Shop(seed);
      await shop.open();
      const days = 5 + shop.below(12);
      for (let day = 0; day < days; day++) {
        await shop.work();
        expect(await shop.alarms(), `seed ${seed}, day ${day}`).toBe('whole');
      }
      const { no = 0 } = (await shop.workspace.store.read.operatorActs.last()) ?? {};
      await attacks[name]?.(shop, no);
      await shop.restart();
      expect(await shop.alarms(), `seed ${seed}`).not.toBe('whole');
      await shop.restart();
      expect(await shop.alarms(), `seed ${seed}, a day later`).not.toBe('whole');
      await shop.workspace.close();
    }
  });
});
