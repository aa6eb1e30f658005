import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countTry } from '../../../../electron/vault/keyTries.ts';
import { done, failure } from '../../../../shared/errors/outcome.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tries-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const wrong = async () => failure('WORKSPACE_LOCKED');
const at = (now: number) => countTry({ of: 'key', folder, now, isGuess: true }, wrong);
const start = 1_700_000_000_000;

/** So many wrong ones, each as soon as it may be. */
async function wrongTries(count: number, from = start): Promise<number> {
  let now = from;
  for (let no = 0; no < count; no++) {
    let tried = await at(now);
    if (!tried.ok && tried.code === 'KEY_TRY_WAIT') {
      now += Number(tried.params?.seconds) * 1_000;
      tried = await at(now);
    }
    expect(tried).toMatchObject({ code: 'WORKSPACE_LOCKED' });
  }
  return now;
}

describe('wrong passphrases and recovery codes', () => {
  it('cost nothing twice, then 2 s, 4 s and so on, never more than five minutes', async () => {
    let now = await wrongTries(3);
    const waits: number[] = [];
    for (let no = 0; no < 9; no++) {
      const told = await at(now);
      if (told.ok || told.code !== 'KEY_TRY_WAIT') throw new Error('no wait');
      const seconds = Number(told.params?.seconds);
      waits.push(seconds);
      expect(await at(now + seconds * 1_000 - 1)).toMatchObject({ code: 'KEY_TRY_WAIT' });
      now += seconds * 1_000;
      expect(await at(now)).toMatchObject({ code: 'WORKSPACE_LOCKED' });
    }
    expect(waits).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300]);
  });

  it('are forgotten after the right one, and count although something breaks on the way', async () => {
    const now = await wrongTries(3);
    const dying = countTry({ of: 'key', folder, now: now + 2_000, isGuess: true }, () =>
      Promise.reject(new Error('broken')),
    );
    await expect(dying).rejects.toThrow('broken');
    expect(await at(now + 2_000)).toMatchObject({ code: 'KEY_TRY_WAIT', params: { seconds: 4 } });
    const right = countTry({ of: 'key', folder, now: now + 6_000, isGuess: true }, async () => done('open'));
    expect(await right).toEqual(done('open'));
    expect(await at(now + 6_000)).toMatchObject({ code: 'WORKSPACE_LOCKED' });
  });

  it('are none of those that a killed program left without an answer: the next run opens at once', async () => {
    const { pid: killed } = spawnSync(process.execPath, ['--version']);
    for (let no = 0; no < 5; no++) {
      const dying = countTry({ of: 'key', folder, now: start, isGuess: true }, () =>
        Promise.reject(new Error('killed')),
      );
      await expect(dying).rejects.toThrow('killed');
      const counted = JSON.parse(readFileSync(join(folder, 'key-tries.json'), 'utf8'));
      writeFileSync(join(folder, 'key-tries.json'), JSON.stringify({ ...counted, triedBy: killed }));
    }
    const right = countTry({ of: 'key', folder, now: start, isGuess: true }, async () => done('open'));
    expect(await right).toEqual(done('open'));
  });

  it('count once they were told, whichever program was told and is gone since', async () => {
    const now = await wrongTries(3);
    expect(JSON.parse(readFileSync(join(folder, 'key-tries.json'), 'utf8'))).toMatchObject({
      wrongTries: 3,
      triedBy: null,
    });
    expect(await at(now)).toMatchObject({ code: 'KEY_TRY_WAIT', params: { seconds: 2 } });
  });

  it('count while another program has not been answered yet: running many at once gives no more of them', async () => {
    const tries = { wrongTries: 3, triedAt: start, triedBy: process.ppid };
    writeFileSync(join(folder, 'key-tries.json'), JSON.stringify(tries));
    expect(await at(start)).toMatchObject({ code: 'KEY_TRY_WAIT', params: { seconds: 2 } });
  });

  it('wait their time once more when the clock is set back, not until it has caught up', async () => {
    const now = await wrongTries(4);
    const back = now - 30 * 86_400_000;
    expect(await at(back)).toMatchObject({ code: 'KEY_TRY_WAIT', params: { seconds: 4 } });
    expect(await at(back + 3_999)).toMatchObject({ code: 'KEY_TRY_WAIT', params: { seconds: 1 } });
    expect(await at(back + 4_000)).toMatchObject({ code: 'WORKSPACE_LOCKED' });
    // Nor has setting it back made the next wait shorter.
    expect(await at(back + 4_000)).toMatchObject({ code: 'KEY_TRY_WAIT', params: { seconds: 8 } });
  });

  it('do not start again because somebody has written nonsense over their count', async () => {
    writeFileSync(join(folder, 'key-tries.json'), '{"wrongTries":');
    expect(await at(start)).toMatchObject({ code: 'KEY_TRY_WAIT', params: { seconds: 2 } });
    expect(await at(start + 2_000)).toMatchObject({ code: 'WORKSPACE_LOCKED' });
  });

  it('are not counted where nothing was given that could be wrong', async () => {
    for (let no = 0; no < 5; no++)
      expect(await countTry({ of: 'key', folder, now: start, isGuess: false }, wrong)).toMatchObject({
        code: 'WORKSPACE_LOCKED',
      });
    expect(() => readFileSync(join(folder, 'key-tries.json'))).toThrow('ENOENT');
  });
});
