import { createServer, type Server, type Socket } from 'node:net';

type Behaviour = 'works' | 'drops-after-data' | 'busy' | 'refuses' | 'drops-at-hello';

/** A mail server on loopback that speaks enough SMTP to take a letter, and keeps what it was given. */
export class MailServer {
  readonly letters: { readonly from: string; readonly to: readonly string[]; readonly source: string }[] = [];
  behaviour: Behaviour = 'works';
  password = '';
  #server: Server | null = null;

  get port(): number {
    const address = this.#server?.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  async start(): Promise<this> {
    this.#server = createServer((socket) => this.#serve(socket));
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    return this;
  }

  #serve(socket: Socket): void {
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    if (this.behaviour === 'drops-at-hello') return void socket.destroy();
    let from = '';
    let to: string[] = [];
    let letter: string[] | null = null;
    let pending = '';
    socket.on('error', () => undefined);
    say('220 mail.test ESMTP');
    socket.on('data', (chunk) => {
      pending += chunk.toString('utf8');
      const lines = pending.split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) {
        if (letter !== null) {
          if (line !== '.') letter.push(line);
          else {
            const source = letter.join('\n');
            letter = null;
            if (this.behaviour === 'busy') say('451 try again later');
            else if (this.behaviour === 'refuses') say('554 spam');
            else {
              this.letters.push({ from, to, source });
              if (this.behaviour === 'drops-after-data') socket.destroy();
              else say('250 queued');
            }
          }
          continue;
        }
        const [verb = ''] = line.toUpperCase().split(' ');
        if (verb === 'EHLO') say(this.password === '' ? '250 mail.test' : '250-mail.test\r\n250 AUTH PLAIN');
        else if (verb === 'AUTH') {
          const given = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('utf8');
          say(given.split('\0')[2] === this.password ? '235 ok' : '535 authentication failed');
        } else if (verb === 'MAIL') {
          from = /<(.*?)>/.exec(line)?.[1] ?? '';
          to = [];
          say('250 ok');
        } else if (verb === 'RCPT') {
          to.push(/<(.*?)>/.exec(line)?.[1] ?? '');
          say('250 ok');
        } else if (verb === 'DATA') {
          letter = [];
          say('354 go on');
        } else if (verb === 'QUIT') {
          say('221 bye');
          socket.end();
        } else say('250 ok');
      }
    });
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}
