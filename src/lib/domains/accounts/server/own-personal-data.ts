/** The accounts domain's own part of an export: the record, the sessions, the mails. No secret is in it. */
import { Mails, type MailDocument } from '$lib/server/mail/mail.model';
import { registerErasure } from './erasure';
import { registerPersonalData } from './personal-data';
import { People, type PersonDocument } from './person.model';
import { SignOnIdentities, type SignOnIdentity } from './sign-on/sign-on.model';
import { Sessions, type SessionDocument } from './session.model';

export function registerOwnPersonalData(): void {
  registerPersonalData('accounts.person', async (personId) => {
    const person = await People.findById(personId).select('+secondFactor').lean<PersonDocument>();
    if (!person) return null;
    const { email, name, locale, timeZone, confirmedAt, platformRoles, intent, createdAt } = person;
    return {
      email,
      name,
      locale,
      timeZone,
      confirmedAt,
      platformRoles,
      intent,
      createdAt,
      passwordChangedAt: person.passwordChangedAt,
      secondFactorSince: person.secondFactor?.enabledAt ?? null,
    };
  });
  registerPersonalData('accounts.sessions', async (personId) => {
    const sessions = await Sessions.find({ personId }).sort({ createdAt: 1 }).lean<SessionDocument[]>();
    return sessions.map(({ device, hat, createdAt, lastUsedAt, expiresAt }) => ({
      browser: device.browser,
      system: device.system,
      hat,
      createdAt,
      lastUsedAt,
      expiresAt,
    }));
  });
  registerPersonalData('accounts.sign_on', async (personId) => {
    const found = await SignOnIdentities.find({ personId }).lean<SignOnIdentity[]>();
    return found.length > 0 ? found : null;
  });
  registerErasure('accounts.sign_on', async (personId) => {
    await SignOnIdentities.deleteMany({ personId });
  });
  registerPersonalData('accounts.mails', async (personId) => {
    const mails = await Mails.find({ personId }).sort({ createdAt: 1 }).limit(5000).lean<MailDocument[]>();
    return mails.map(({ to, subject, text, category, createdAt, sentAt }) => ({
      to,
      subject,
      // Mails about the account carry links that open it.
      text: category === 'account' ? null : text,
      category,
      createdAt,
      sentAt,
    }));
  });
}
