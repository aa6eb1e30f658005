import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/** What robots and webhooks are sent, as far as anything here looks at it. */
const posted = z.looseObject({
  msgtype: z.string().optional(),
  msg_type: z.string().optional(),
  text: z.union([z.string(), z.looseObject({ content: z.string() })]).optional(),
  timestamp: z.string().optional(),
  sign: z.string().optional(),
  alarms: z.array(z.looseObject({ event: z.string(), kind: z.string() })).default([]),
});
type Posted = z.infer<typeof posted>;

export interface SeenPost {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly body: Posted;
}

export type Behaviour = 'works' | 'silent' | 'drops' | 'busy' | 'refuses' | 'broken' | 'html';

/** Group robots and a program of the shop's own on loopback, made from the vendors' documents. */
export class RobotServer {
  readonly posts: SeenPost[] = [];
  behaviour: Behaviour = 'works';
  dingtalkSecret = '';
  feishuSecret = '';
  #server: Server | null = null;
  #port = 0;

  get base(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Opens again on the port it had. */
  async start(): Promise<this> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url ?? '', this.base);
        const text = Buffer.concat(chunks).toString('utf8');
        if (this.behaviour === 'drops') return request.socket.destroy();
        const post = {
          path: url.pathname,
          query: url.searchParams,
          headers: request.headers,
          text,
          body: posted.parse(JSON.parse(text)),
        };
        this.posts.push(post);
        if (this.behaviour === 'silent') return request.socket.destroy();
        const [status, reply] = this.#answer(post);
        response.writeHead(status, { 'content-type': 'application/json' }).end(reply);
      });
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
    return this;
  }

  #answer(post: SeenPost): readonly [number, string] {
    if (this.behaviour === 'broken') return [502, 'bad gateway'];
    if (this.behaviour === 'html') return [200, '<html>please sign in</html>'];
    if (post.path.startsWith('/wecom')) return this.#wecom(post);
    if (post.path.startsWith('/dingtalk')) return this.#dingtalk(post);
    if (post.path.startsWith('/feishu')) return this.#feishu(post);
    if (this.behaviour === 'busy') return [429, ''];
    return this.behaviour === 'refuses' ? [410, 'gone'] : [204, ''];
  }

  #wecom({ query, body }: SeenPost): readonly [number, string] {
    const say = (errcode: number, errmsg: string) => [200, JSON.stringify({ errcode, errmsg })] as const;
    if (this.behaviour === 'busy') return say(45009, 'api freq out of limit');
    if (this.behaviour === 'refuses' || query.get('key') !== 'wk') return say(93000, 'invalid webhook url');
    return body.msgtype === 'text' && typeof body.text === 'object'
      ? say(0, 'ok')
      : say(40008, 'invalid message type');
  }

  #dingtalk({ query, body }: SeenPost): readonly [number, string] {
    const say = (errcode: number, errmsg: string) => [200, JSON.stringify({ errcode, errmsg })] as const;
    if (this.behaviour === 'busy') return say(130101, 'send too fast');
    if (this.behaviour === 'refuses') return say(310000, 'keywords not in content');
    const timestamp = query.get('timestamp') ?? '';
    const wanted = createHmac('sha256', this.dingtalkSecret)
      .update(`${timestamp}\n${this.dingtalkSecret}`)
      .digest('base64');
    if (this.dingtalkSecret !== '' && query.get('sign') !== wanted) return say(310000, 'sign not match');
    return body.msgtype === 'text' ? say(0, 'ok') : say(400, 'bad');
  }

  #feishu({ body }: SeenPost): readonly [number, string] {
    const say = (code: number, msg: string) => [200, JSON.stringify({ code, msg, data: {} })] as const;
    if (this.behaviour === 'busy') return say(9499, 'too many request');
    if (this.behaviour === 'refuses') return say(19024, 'Key Words Not Found');
    const key = `${body.timestamp}\n${this.feishuSecret}`;
    const wanted = createHmac('sha256', key).update('').digest('base64');
    if (this.feishuSecret !== '' && body.sign !== wanted) return say(19021, 'sign match fail');
    return body.msg_type === 'text' ? say(0, 'success') : say(9499, 'Bad Request');
  }

  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
