/** The operator's mailbox: for administrators, without working links; open to all only where nothing is sent. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resendMail } from '../../../src/lib/domains/accounts/server/commands/operator/resend-mail';
import { requestReset } from '../../../src/lib/domains/accounts/server/commands/request-reset';
import { mailbox, mailHtml, mailPage } from '../../../src/lib/domains/accounts/server/queries/mailbox';
import { env } from '../../../src/lib/server/env';
import { Mails } from '../../../src/lib/server/mail/mail.model';
import type { Context } from '../../../src/lib/server/context';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createPerson } from '../../support/factories/accounts';

let admin: Context;
let reader: { id: string; email: string };
const all = { recipient: '', page: 1 };

beforeEach(async () => {
  admin = await asPerson((await createPerson({}, { platformRoles: ['administrator'] })).id);
  reader = await createPerson();
  await requestReset(asStranger(), { email: reader.email });
  await drainAll();
});
afterEach(() => {
  env().DEMO = 'off';
  delete env().SMTP_URL;
});

const resetMail = async () => (await mailTo(reader.email))[0];

describe('on a real installation', () => {
  it('shows administrators what was written, newest first, by recipient', async () => {
    const box = await mailbox(admin, { ...all, recipient: reader.email.toUpperCase() });
    expect(box).toMatchObject({ total: 1, page: 1, pages: 1, open: false });
    expect(box.mails[0]).toMatchObject({ to: reader.email, subject: 'Choose a new password', state: 'kept' });
  });

  it('never shows the secret part of a link, in text or HTML', async () => {
    const mail = await resetMail();
    const token = /\/reset\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '-';
    const page = await mailPage(admin, mail?._id ?? '');
    expect(JSON.stringify(page)).not.toContain(token);
    expect(page.parts.some(({ text }) => text.includes('/reset/…'))).toBe(true);
    expect(await mailHtml(admin, mail?._id ?? '')).not.toContain(token);
  });

  it('is unknown to everybody else', async () => {
    const id = (await resetMail())?._id ?? '';
    const moderator = await asPerson((await createPerson({}, { platformRoles: ['moderator'] })).id);
    for (const ctx of [asStranger(), await asPerson(reader.id), moderator]) {
      await expect(mailbox(ctx, all)).rejects.toMatchObject({ code: 'not_found' });
      await expect(mailPage(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(mailHtml(ctx, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(resendMail(ctx, { id })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('takes search words as words, and clamps pages', async () => {
    expect(await mailbox(admin, { recipient: '.*', page: 1 })).toMatchObject({ total: 0 });
    expect(await mailbox(admin, { recipient: '(', page: -5 })).toMatchObject({ page: 1 });
    expect((await mailbox(admin, { recipient: '', page: 1e6 })).page).toBeGreaterThan(0);
  });

  it('sends again what is done, and nothing that is under way', async () => {
    const id = (await resetMail())?._id ?? '';
    await resendMail(admin, { id });
    expect(await Mails.findById(id).lean()).toMatchObject({ state: 'queued', attempts: 0 });
    await expect(resendMail(admin, { id })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('in a demonstration', () => {
  it('is open to everybody, with links that work, as long as no mail is sent', async () => {
    env().DEMO = 'on';
    const mail = await resetMail();
    const page = await mailPage(asStranger(), mail?._id ?? '');
    expect(page.open).toBe(true);
    expect(page.parts.find(({ path }) => path)?.path).toMatch(/^\/reset\/[\w-]{22}$/);
    env().SMTP_URL = 'smtp://localhost';
    await expect(mailbox(asStranger(), all)).rejects.toMatchObject({ code: 'not_found' });
  });
});
