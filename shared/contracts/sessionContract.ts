import { z } from 'zod';
import { open, secret } from './fieldClass.ts';
import { procedure } from './procedure.ts';

const sessionState = z.object({
  /** `new`: no workspace yet · `locked`: passphrase needed · `open`: at work. */
  state: open(z.enum(['new', 'locked', 'open'])),
  /** Can the operating system keep the key? Then no passphrase is asked for. */
  hasKeyStore: open(z.boolean()),
  /** Does opening the present workspace take a passphrase? */
  needsPassphrase: open(z.boolean()),
  isPractice: open(z.boolean()),
  version: open(z.string()),
});

export const sessionContract = {
  state: procedure.output(sessionState),
  /** Makes the workspace. An empty passphrase is allowed only with a key store or for practice. */
  create: procedure
    .input(z.object({ passphrase: secret(200), practice: open(z.boolean()) }))
    .output(sessionState),
  unlock: procedure.input(z.object({ passphrase: secret(200) })).output(sessionState),
  lock: procedure.output(sessionState),
};
