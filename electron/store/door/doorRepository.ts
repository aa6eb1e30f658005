import type { Kysely } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { DoorAnswer, DoorToken, Schema } from '../schema.ts';

/** Who may knock at the automation door, and what was answered to calls with a key. */
export function createDoorRepository(db: Kysely<Schema>) {
  const tokens = tableOf(db, 'doorTokens');
  const answers = tableOf(db, 'doorAnswers');
  return {
    addToken: (row: DoorToken) => tokens.insert(row),
    token: (id: string) => tokens.row({ id }),
    tokens: () => tokens.rows().orderBy('createdAt', 'desc').execute(),
    noteUse: (id: string, usedAt: number) => tokens.update({ id }, { usedAt }),
    revoke: (id: string, revokedAt: number) => tokens.update({ id, revokedAt: null }, { revokedAt }),

    answer: (tokenId: string, callKey: string) => answers.row({ tokenId, callKey }),
    keepAnswer: (row: DoorAnswer) => answers.insertIfNew(row),
    async removeAnswersBefore(at: number): Promise<void> {
      await db.deleteFrom('doorAnswers').where('at', '<', at).execute();
    },
  };
}
