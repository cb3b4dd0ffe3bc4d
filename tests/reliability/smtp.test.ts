/** Mail over a real SMTP server that is away, breaks off, and comes back: sent later, once, under the same Message-ID. */
import { createServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { now, setClock } from '../../src/lib/server/clock';
import { deliverMail } from '../../src/lib/server/mail/deliver-mail';
import { enqueueMail } from '../../src/lib/server/mail/enqueue-mail';
import { newId } from '../../src/lib/shared/ids';
import { mailTo } from '../support/drain';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

// Read when the platform starts, which is after this file was loaded.
const port = await freePort();
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;

let server: SMTPServer | undefined;
let received: { to: string; raw: string }[] = [];
const stop = async () => new Promise<void>((done) => (server ? server.close(done) : done()));

afterEach(async () => {
  await stop();
  server = undefined;
  received = [];
});

/** `refuses` answers the mail with an error after it was received, as a server with a full disk does. */
async function start({ refuses = 0 } = {}): Promise<void> {
  let left = refuses;
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(chunks).toString('utf8') });
        done(left-- > 0 ? Object.assign(new Error('try later'), { responseCode: 451 }) : null);
      });
    },
  });
  await new Promise<void>((done) => server?.listen(port, '127.0.0.1', done));
}

const later = (minutes: number) => setClock(new Date(now().getTime() + minutes * 60_000));

async function write(subject: string): Promise<string> {
  const to = `${newId()}@people.example`;
  const content = () => ({ subject, greeting: 'Hello Sara,', paragraphs: ['Your seat is reserved – à bientôt.'] });
  await enqueueMail({ key: newId(), to, locale: 'fr', category: 'work', content });
  return to;
}

const header = (raw: string | undefined, name: string) =>
  // The head ends at the first empty line.
  new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw?.split('\r\n\r\n')[0] ?? '')?.[1];

describe('a mail server', () => {
  it('gets a mail with text and HTML, in the reader’s language, once', async () => {
    await start();
    const to = await write('Votre place');
    expect(await deliverMail()).toBe(1);
    expect(await deliverMail()).toBe(0);
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toBe(to);
    expect(header(received[0]?.raw, 'Subject')).toBe('Votre place');
    expect(header(received[0]?.raw, 'Content-Language')).toBe('fr');
    expect(received[0]?.raw).toMatch(/text\/plain[\s\S]*text\/html/);
    expect((await mailTo(to))[0]).toMatchObject({ state: 'sent', attempts: 1, lastError: null });
  });

  it('that is away gets it when it is back, once, and nobody asks it without end', async () => {
    const to = await write('Patience');
    expect(await deliverMail()).toBe(0);
    expect((await mailTo(to))[0]).toMatchObject({ state: 'queued', attempts: 1 });
    await start();
    expect(await deliverMail(), 'not before a minute').toBe(0);
    later(2);
    expect(await deliverMail()).toBe(1);
    later(600);
    expect(await deliverMail()).toBe(0);
    expect(received).toHaveLength(1);
  });

  it('that breaks off gets the same Message-ID again', async () => {
    await start({ refuses: 1 });
    const to = await write('Encore');
    expect(await deliverMail()).toBe(0);
    later(2);
    expect(await deliverMail()).toBe(1);
    const ids = received.map(({ raw }) => header(raw, 'Message-ID'));
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<.+@causeway\.test>$/);
    expect(ids[1]).toBe(ids[0]);
    expect((await mailTo(to))[0]).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it('gets it from one of several processes that send at the same time', async () => {
    await start();
    await write('Une fois');
    const sent = await Promise.all([deliverMail(), deliverMail(), deliverMail()]);
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(received).toHaveLength(1);
  });

  it('that never comes back: the mail is given up after twelve tries, and the operator sees it', async () => {
    const to = await write('Adieu');
    for (let i = 0; i < 12; i++) {
      await deliverMail();
      later(300);
    }
    expect((await mailTo(to))[0]).toMatchObject({ state: 'failed', attempts: 12 });
    await start();
    expect(await deliverMail()).toBe(0);
  });

  it('is never made to read a header that somebody wrote', async () => {
    await start();
    await write('Hello\r\nBcc: all@people.example\r\n\r\nbody');
    await deliverMail();
    expect(header(received[0]?.raw, 'Bcc')).toBeUndefined();
    expect(header(received[0]?.raw, 'Subject')).toBe('Hello Bcc: all@people.example body');
  });
});
