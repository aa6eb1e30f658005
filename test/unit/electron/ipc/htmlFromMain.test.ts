import { describe, expect, it } from 'vitest';
import { htmlFromMain } from '../../../../electron/ipc/connectToMain.ts';
import { type MessageFromCore, messageFromCore } from '../../../../electron/ipc/coreMessages.ts';

function setUp() {
  const sent: MessageFromCore[] = [];
  return { sent, html: htmlFromMain((message) => sent.push(message)) };
}
const sheet = { widthDots: 10, heightDots: 2, dpi: 203 } as const;
const dots = Uint8Array.of(1, 0, 2, 0);

describe('a label drawn by the window', () => {
  it('is asked for in a message main understands, and comes back as a bitmap', async () => {
    const { sent, html } = setUp();
    const drawn = html.render('<p>1</p>', sheet);
    expect(messageFromCore.safeParse(sent[0]).success).toBe(true);
    html.settle({ kind: 'html-reply', id: 0, dots, fault: '' });
    expect(await drawn).toEqual({ ok: true, value: { ...sheet, bytesPerRow: 2, data: dots } });
  });

  it('that is another’s is not mixed up: each answer finds its question', async () => {
    const { html } = setUp();
    const [first, second] = [html.render('a', sheet), html.render('b', sheet)];
    html.settle({ kind: 'html-reply', id: 1, dots: null, fault: 'empty' });
    html.settle({ kind: 'html-reply', id: 7, dots, fault: '' });
    html.settle({ kind: 'html-reply', id: 0, dots, fault: '' });
    expect((await first).ok).toBe(true);
    expect(await second).toEqual({ ok: false, code: 'LABEL_HTML_UNUSABLE', params: { reason: 'empty' } });
  });

  it('of the wrong size is refused, whatever main says', async () => {
    const { html } = setUp();
    const drawn = html.render('a', sheet);
    html.settle({ kind: 'html-reply', id: 0, dots: Uint8Array.of(1), fault: '' });
    expect(await drawn).toMatchObject({ ok: false, params: { reason: 'failed' } });
  });

  it('from megabytes of markup is not even asked for', async () => {
    const { sent, html } = setUp();
    expect(await html.render('x'.repeat(3_000_001), sheet)).toMatchObject({
      ok: false,
      params: { reason: 'too-long' },
    });
    expect(sent).toEqual([]);
  });
});
