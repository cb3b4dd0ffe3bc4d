/** A person left the platform: her organisations keep a badge without a name, and nothing that leads to her. */
import { Registrations, type RegistrationDocument } from '../registration.model';
import { RegistrationDrafts } from './draft.model';

/** Safe to repeat. */
export async function forgetDelegate(email: string): Promise<void> {
  if (email === '') return;
  for (;;) {
    const found = await Registrations.findOne({ 'delegates.email': email }).lean<RegistrationDocument>();
    if (!found) break;
    const delegates = found.delegates.map((one) =>
      one.email === email
        ? { ...one, name: '–', email: '', isPublic: false, photoConsent: false, photoConsentAt: null }
        : one,
    );
    await Registrations.updateOne({ _id: found._id, rev: found.rev }, { $set: { delegates }, $inc: { rev: 1 } });
  }
  await RegistrationDrafts.deleteMany({ 'delegates.email': email });
}
