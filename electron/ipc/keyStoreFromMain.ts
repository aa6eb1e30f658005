import type { KeyStorePort } from '../vault/keyStorePort.ts';
import type { MessageFromCore, MessageToCore, StartMessage } from './coreMessages.ts';

type KeyReply = Extract<MessageToCore, { kind: 'key-reply' }>;

/** The core's end of the key store: asks main by message, one numbered request for one reply. */
export interface KeyStoreFromMain extends KeyStorePort {
  /** Hands in a reply that came from main. A number nobody waits for is ignored. */
  settle(reply: KeyReply): void;
}

export function keyStoreFromMain(
  keyStore: StartMessage['keyStore'],
  send: (message: MessageFromCore) => void,
): KeyStoreFromMain {
  const waiting = new Map<number, (reply: KeyReply) => void>();
  let nextId = 0;

  function ask(action: 'wrap' | 'unwrap', bytes: Uint8Array): Promise<KeyReply> {
    const id = nextId++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send({ kind: 'key-request', id, action, bytes });
    });
  }

  return {
    backend: keyStore.backend,
    isAvailable: () => keyStore.isAvailable,
    async wrap(key) {
      const reply = await ask('wrap', key);
      if (reply.bytes === null) throw new Error('the key store did not take the key');
      return reply.bytes;
    },
    async unwrap(wrapped) {
      return (await ask('unwrap', wrapped)).bytes;
    },
    settle(reply) {
      waiting.get(reply.id)?.(reply);
      waiting.delete(reply.id);
    },
  };
}
