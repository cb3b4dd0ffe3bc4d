/** Sends what is queued, once, with the same Message-ID at every try; without SMTP_URL it goes to the operator's mailbox. */
import { createTransport, type Transporter } from 'nodemailer';
import { now } from '../clock';
import { env, publicOrigin } from '../env';
import { isStopping, registerJob } from '../jobs/jobs';
import { log } from '../log';
import { op } from '../mongo';
import { Mails, type MailDocument, type MailState } from './mail.model';

const CLAIM_MS = 5 * 60_000;
const MAX_ATTEMPTS = 12;

let transport: { url: string; transporter: Transporter } | undefined;

function transporterFor(url: string): Transporter {
  if (transport?.url !== url) {
    transport?.transporter.close();
    transport = {
      url,
      transporter: createTransport(url, { from: env().MAIL_FROM, disableFileAccess: true, disableUrlAccess: true }),
    };
  }
  return transport.transporter;
}

/** Minutes until the next try: 1, 2, 4 … at most 4 hours. */
function waitMinutes(attempts: number): number {
  return Math.min(2 ** (attempts - 1), 240);
}

async function claimNext(): Promise<MailDocument | null> {
  const at = now();
  return Mails.findOneAndUpdate(
    { state: op({ $in: ['queued', 'sending'] as MailState[] }), nextAt: op({ $lte: at }) },
    // A process that dies while sending lets its claim run out; the mail is then tried again with the same Message-ID.
    { $set: { state: 'sending', nextAt: new Date(at.getTime() + CLAIM_MS) }, $inc: { attempts: 1 } },
    { sort: { nextAt: 1 }, returnDocument: 'after' },
  ).lean<MailDocument>();
}

async function send(mail: MailDocument, url: string): Promise<void> {
  const host = new URL(publicOrigin()).hostname;
  await transporterFor(url).sendMail({
    messageId: `<${mail._id}@${host}>`,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: {
      'Content-Language': mail.locale,
      'Auto-Submitted': 'auto-generated',
      ...(mail.unsubscribeUrl
        ? { 'List-Unsubscribe': `<${mail.unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
        : {}),
    },
  });
}

/** @returns how many were sent or kept */
export async function deliverMail(): Promise<number> {
  const url = env().SMTP_URL;
  let handled = 0;
  for (let mail = await claimNext(); mail; mail = isStopping() ? null : await claimNext()) {
    try {
      if (url) await send(mail, url);
      await Mails.updateOne(
        { _id: mail._id, state: 'sending' },
        { $set: { state: url ? 'sent' : 'kept', sentAt: now(), lastError: null } },
      );
      handled++;
    } catch (error) {
      const state = mail.attempts >= MAX_ATTEMPTS ? 'failed' : 'queued';
      const nextAt = new Date(now().getTime() + waitMinutes(mail.attempts) * 60_000);
      await Mails.updateOne({ _id: mail._id, state: 'sending' }, { $set: { state, nextAt, lastError: String(error) } });
      log.warn({ err: error, mail: mail._id, attempts: mail.attempts }, 'mail not sent');
    }
  }
  return handled;
}

registerJob({ name: 'mail', everyMs: 5000, run: async () => void (await deliverMail()) });
