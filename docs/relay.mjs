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
/** As much as ShipDesk reads at once, with room to spare. */
const pageBytes = 6_000_000;
if (token.length < 16) throw new Error('RELAY_TOKEN must have 16 characters or more');

const messages = existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(wholeMessage) : [];
let lastId = messages.at(-1)?.id ?? 0;

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
  const lines = messages.map((message) => `${JSON.stringify(message)}\n`);
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
    bytes += Buffer.byteLength(message.body);
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

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://relay');
  const reply = (status, text) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  if (request.method === 'POST' && url.pathname === '/push') {
    const body = await bodyOf(request);
    if (body === null) return reply(413, '{}');
    // By the clock: after a restart with nothing left to fetch, numbers that begin again would count as fetched.
    lastId = Math.max(lastId + 1, Date.now());
    const message = { id: lastId, body };
    appendFileSync(file, `${JSON.stringify(message)}\n`, { mode: 0o600 });
    messages.push(message);
    return reply(200, answer);
  }
  if (request.method !== 'GET' || url.pathname !== '/messages') return reply(404, '{}');
  if (!isOurs(request.headers.authorization)) return reply(401, '{}');
  const after = Number(url.searchParams.get('after') || 0);
  forget(after);
  const page = pageOf(messages.filter(({ id }) => id > after));
  const next = String(page.at(-1)?.id ?? after);
  return reply(
    200,
    JSON.stringify({ messages: page.map(({ id, body }) => ({ id: String(id), body })), next }),
  );
});
server.listen(Number(port), () => process.stdout.write(`relay on ${server.address().port}\n`));
