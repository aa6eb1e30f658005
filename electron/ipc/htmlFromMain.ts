import { done, failure } from '../../shared/errors/outcome.ts';
import type { HtmlRenderer } from '../printers/kit/htmlRenderer.ts';
import { htmlLimits, type MessageFromCore, type MessageToCore } from './coreMessages.ts';

type HtmlReply = Extract<MessageToCore, { kind: 'html-reply' }>;

/** The core's end of the drawing of carrier HTML: main has the windows, one numbered request for one reply. */
export interface HtmlFromMain extends HtmlRenderer {
  /** Hands in a reply that came from main. A number nobody waits for is ignored. */
  settle(reply: HtmlReply): void;
}

export function htmlFromMain(send: (message: MessageFromCore) => void): HtmlFromMain {
  const waiting = new Map<number, (reply: HtmlReply) => void>();
  let nextId = 0;
  return {
    async render(html, { widthDots, heightDots, dpi }) {
      if (html.length > htmlLimits.characters) return failure('LABEL_HTML_UNUSABLE', { reason: 'too-long' });
      const id = nextId++;
      const reply = await new Promise<HtmlReply>((resolve) => {
        waiting.set(id, resolve);
        send({ kind: 'html-request', id, html, widthDots, heightDots, dpi });
      });
      const bytesPerRow = Math.ceil(widthDots / 8);
      const { dots, fault } = reply;
      return dots === null || dots.byteLength !== bytesPerRow * heightDots
        ? failure('LABEL_HTML_UNUSABLE', { reason: fault || 'failed' })
        : done({ widthDots, heightDots, bytesPerRow, data: dots, dpi });
    },
    settle(reply) {
      waiting.get(reply.id)?.(reply);
      waiting.delete(reply.id);
    },
  };
}
