import { Readable } from 'node:stream';
import type { ErrorCode } from '../../shared/errors/catalogue.ts';
import {
  type CallOutcome,
  didNotHappen,
  done,
  failure,
  happened,
  unknownOutcome,
} from '../../shared/errors/outcome.ts';
import { type ChannelFields, type ChannelPost, type ChannelWay, plainText } from './channel.ts';

const loopbackHosts: readonly string[] = ['localhost', '127.0.0.1', '::1'];
const mailAddress = /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}$/;
const connectMs = 10_000;
const socketMs = 20_000;

const addressesOf = (text: string): string[] =>
  text
    .split(/[,;，；\s]+/)
    .map((address) => address.trim())
    .filter((address) => address !== '');

/** Mail by the shop's own server. Port 465 is encrypted from the start, every other by STARTTLS, which is not optional. */
export const mail: ChannelWay = {
  kind: 'smtp',
  secretFields: ['password'],
  readFields({ host = '', port = '465', user = '', password = '', from = '', to = '' }) {
    const portNumber = Number(port.trim());
    const receivers = addressesOf(to);
    const sender = from.trim() === '' ? user.trim() : from.trim();
    if (!/^[\w.:-]{1,253}$/.test(host.trim())) return failure('CHANNEL_MAIL_INVALID', { field: 'host' });
    if (!Number.isInteger(portNumber) || portNumber < 1 || portNumber > 65_535)
      return failure('CHANNEL_MAIL_INVALID', { field: 'port' });
    if (!mailAddress.test(sender)) return failure('CHANNEL_MAIL_INVALID', { field: 'from' });
    if (receivers.length === 0 || !receivers.every((address) => mailAddress.test(address)))
      return failure('CHANNEL_MAIL_INVALID', { field: 'to' });
    return done({
      host: host.trim(),
      port: String(portNumber),
      user: user.trim(),
      password,
      from: sender,
      to: receivers.join(', '),
    });
  },
  targetOf: ({ to = '' }) => to,
  async send(fields, post) {
    // Read at the first letter: hardly any shop sends mail, and every start would read it.
    const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
    const message = await new MailComposer(lettersOf(fields, post)).compile().build();
    return deliver(fields, message);
  },
};

const lettersOf = ({ from = '', to = '' }: ChannelFields, post: ChannelPost) => ({
  from,
  to,
  subject: post.title,
  text: plainText(post),
  // The same for what is sent once: mail servers drop the double of a letter they know.
  messageId: `<${post.id}@shipdesk.invalid>`,
  date: new Date(post.at),
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** What is known when it fails: nothing has left until the server has taken the envelope and the letter is read. */
async function deliver(fields: ChannelFields, message: Buffer): Promise<CallOutcome<null>> {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection');
  const { host = '', port = '', user = '', password = '', from = '', to = '' } = fields;
  const isSecure = port === '465';
  const connection = new SMTPConnection({
    host,
    port: Number(port),
    secure: isSecure,
    requireTLS: !isSecure && !loopbackHosts.includes(host),
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: socketMs,
    tls: { minVersion: 'TLSv1.2' },
    // Of this computer a mail tells nothing.
    name: 'shipdesk.invalid',
  });
  let hasLeft = false;
  const letter = new Readable({
    read() {
      hasLeft = true;
      this.push(message);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    const end = (outcome: CallOutcome<null>): void => {
      resolve(outcome);
      connection.close();
    };
    const fail = (error: SmtpFault): void => end(outcomeOf(error, hasLeft, host));
    connection.once('error', fail);
    connection.once('end', () => fail({}));
    connection.connect((refused) => {
      if (refused) return fail(refused);
      const send = (): void =>
        connection.send({ from, to: addressesOf(to) }, letter, (error) =>
          error ? fail(error) : end(happened(null)),
        );
      if (user === '') return send();
      connection.login({ credentials: { user, pass: password } }, (error) => (error ? fail(error) : send()));
    });
  });
}

interface SmtpFault {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
}

const networkFaults: Readonly<Record<string, ErrorCode>> = {
  EDNS: 'NETWORK_DNS',
  ETIMEDOUT: 'NETWORK_CONNECT_TIMEOUT',
  ETLS: 'NETWORK_TLS',
  ESOCKET: 'NETWORK_REFUSED',
};

function outcomeOf(
  { code = '', responseCode }: SmtpFault,
  hasLeft: boolean,
  host: string,
): CallOutcome<null> {
  if (code === 'EAUTH') return didNotHappen('CHANNEL_LOGIN_REFUSED', { host });
  // By the letter of the protocol 4xx is "later", 5xx "no": in both it has not taken the letter.
  if (responseCode !== undefined && responseCode >= 400) {
    const params = { host, reply: String(responseCode) };
    return didNotHappen(responseCode < 500 ? 'CHANNEL_BUSY' : 'CHANNEL_REFUSED', params);
  }
  if (hasLeft) return unknownOutcome('NETWORK_CUT', { host });
  return didNotHappen(networkFaults[code] ?? 'NETWORK_UNREACHABLE', { host });
}
