/** One mail about a piece of work to one side: subject, a sentence, what was said, and where to read on. */
import type { MailKind } from '$lib/shared/mail-kind';
import type { EngagementDocument } from '../engagement.model';
import { address, sendMail, type Letter, type Names } from './send-mail';

/** Messages take texts and numbers only. */
export const plain = ({ title, role, ngo, volunteer }: Names) => ({ title, role, ngo, volunteer });
export type PlainNames = ReturnType<typeof plain>;

export interface Told {
  to: Letter['to'];
  subject: (names: PlainNames) => string;
  text: (names: PlainNames) => string;
  label: () => string;
  /** Below the engagement's own address. */
  path?: string;
  quote?: string | null | undefined;
  kind?: MailKind;
}

export async function tell(cause: string, work: EngagementDocument, told: Told): Promise<void> {
  const { to, subject, text, label, path = '', quote, kind = 'work' } = told;
  await sendMail({
    ...{ cause, about: work, to, kind },
    words: (names) => ({
      subject: subject(plain(names)),
      paragraphs: [text(plain(names))],
      ...(quote ? { quote } : {}),
      action: { label: label(), url: address(`/engagements/${work._id}${path}`) },
    }),
  });
}
