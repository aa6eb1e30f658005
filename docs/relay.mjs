// A relay for pushed tracking, for one account: `node relay.mjs`. See push-relay.md.
// RELAY_TOKEN: what ShipDesk shows · RELAY_FILE: where messages lie · RELAY_PORT · RELAY_ANSWER: what the platform is answered.
import { timingSafeEqual } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';

const {
  RELAY_TOKEN: token = '',
  RELAY_FILE: file = 'messages.jsonl',
  RELAY_PORT: port = '8080',
} = process.env;
const answer = process.env.RELAY_ANSWER ?? '{"result":true,"returnCode":"200","message":"成功"}';
const maxBytes = 2_000_000;
const pageSize = 100;
/** As much as ShipDesk reads at once, with room to spare: as it is written in the answer, where a sign can take six bytes. */
const pageBytes = 6_000_000;
if (token.length < 16) throw new Error('RELAY_TOKEN must have 16 characters or more');

const kept = existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(wholeMessage) : [];
/** The first line is the number given last: a clock set back must not give one that counts as fetched. */
let lastId = kept.at(-1)?.id ?? 0;
const messages = kept.filter(({ body }) => body !== undefined);

/** A line that a power cut tore was never answered: the platform posts it again. */
function wholeMessage(line) {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

/** Beside the file, then in its place: a power cut leaves the old one or the new one. */
function store() {
  const lines = [{ id: messages.length === 0 ? lastId : messages[0].id - 1 }, ...messages].map(
    (message) => `${JSON.stringify(message)}\n`,
  );
  writeFileSync(`${file}.new`, lines.join(''), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
// Without it the next line would be written behind a torn one.
store();

/** What was fetched is not needed any more. */
function forget(after) {
  if ((messages[0]?.id ?? after + 1) > after) return;
  messages.splice(0, messages.findLastIndex(({ id }) => id <= after) + 1);
  store();
}

/** One message at least, and no more than can be read at once. */
function pageOf(waiting) {
  const page = [];
  let bytes = 0;
  for (const message of waiting.slice(0, pageSize)) {
    bytes += Buffer.byteLength(JSON.stringify(message));
    if (page.length > 0 && bytes > pageBytes) break;
    page.push(message);
  }
  return page;
}

function isOurs(header = '') {
  const [given, wanted] = [Buffer.from(header), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function bodyOf(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Only then is the platform answered: on the disk, whatever happens next. */
function take(body) {
  lastId = Math.max(lastId + 1, Date.now());
  const message = { id: lastId, body };
  const line = JSON.stringify(message);
  if (Buffer.byteLength(line) > pageBytes) return false;
  try {
    appendFileSync(file, `${line}\n`, { mode: 0o600, flush: true });
  } catch (error) {
    // Half a line may lie there, and the next one would be written behind it.
    store();
    throw error;
  }
  messages.push(message);
  return true;
}

async function answerTo(request) {
  const asked = request.url ?? '/';
  // Anybody on the internet asks anything: `//` is no address.
  if (!URL.canParse(asked, 'http://relay')) return [404, '{}'];
  const url = new URL(asked, 'http://relay');
  if (request.method === 'POST' && url.pathname === '/push') {
    const body = await bodyOf(request);
    return body !== null && take(body) ? [200, answer] : [413, '{}'];
  }
  if (request.method !== 'GET' || url.pathname !== '/messages') return [404, '{}'];
  if (!isOurs(request.headers.authorization)) return [401, '{}'];
  // A place that another relay gave at this address says nothing here.
  const after = Number(url.searchParams.get('after')) || 0;
  forget(after);
  const page = pageOf(messages.filter(({ id }) => id > after));
  const next = String(page.at(-1)?.id ?? after);
  return [200, JSON.stringify({ messages: page.map(({ id, body }) => ({ id: String(id), body })), next })];
}

const server = createServer(async (request, response) => {
  const send = (status, text) => response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  try {
    send(...(await answerTo(request)));
  } catch (error) {
    // A sender that hung up, or a full disk: not answered, so the platform posts again. The relay goes on.
    process.stderr.write(`not taken: ${error.code ?? error.message}\n`);
    send(500, '{}');
  }
});
server.listen(Number(port), () => process.stdout.write(`relay on ${server.address().port}\n`));
