/** How somebody wants to hear of things: how often by e-mail for each kind, when not at all, and at what hour a digest comes. Pure. */
import { z } from 'zod';
import { checkbox, wholeNumber } from '$lib/shared/form-fields';
import type { MailKind } from '$lib/shared/mail-kind';

/** `now` is at once; `never` leaves it to the list in the application, where everything is. */
export const FREQUENCIES = ['now', 'daily', 'weekly', 'never'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Mail that nobody can refuse: a thief must not go unseen, and work waits for a signature. */
export const OBLIGATORY = ['account', 'charter'] as const satisfies readonly MailKind[];

export function isObligatory(kind: MailKind): boolean {
  return (OBLIGATORY as readonly MailKind[]).includes(kind);
}

/** Saved searches have each a rhythm of their own: here they are let through or not. */
export function frequenciesFor(kind: MailKind): readonly Frequency[] {
  return kind === 'searches' ? ['now', 'never'] : FREQUENCIES;
}

export interface QuietHours {
  /** Wall-clock times, `22:00`; the window may span midnight. */
  from: string;
  to: string;
}

export interface Wishes {
  /** Kinds that are not in it are told at once. */
  frequencies: { [kind in MailKind]?: Frequency | undefined };
  quiet: QuietHours | null;
  /** Full hour, in the person's time zone. */
  digestHour: number;
  /** Refused by the link in a digest: what would have been in it is in the application only. */
  digestsStopped: boolean;
}

export const DEFAULT_WISHES: Wishes = { frequencies: {}, quiet: null, digestHour: 8, digestsStopped: false };
export const DEFAULT_QUIET: QuietHours = { from: '21:00', to: '07:00' };
export const DIGEST_HOURS = [6, 7, 8, 9, 12, 17, 18, 20] as const;

export function frequencyOf(wishes: Wishes, kind: MailKind): Frequency {
  return isObligatory(kind) ? 'now' : (wishes.frequencies[kind] ?? 'now');
}

const time = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notify_error_time');
const often = (kind: MailKind) => z.enum(frequenciesFor(kind)).optional();

export const wishesForm = z
  .strictObject({
    mail: z
      .strictObject({
        applications: often('applications'),
        invitations: often('invitations'),
        work: often('work'),
        hours: often('hours'),
        messages: often('messages'),
        outcomes: often('outcomes'),
        sponsorship: often('sponsorship'),
        searches: often('searches'),
        follows: often('follows'),
        missions: often('missions'),
        organisation: often('organisation'),
        moderation: often('moderation'),
      })
      .default({}),
    quiet: checkbox(),
    quietFrom: time().default(DEFAULT_QUIET.from),
    quietTo: time().default(DEFAULT_QUIET.to),
    digestHour: wholeNumber(0, 23),
  })
  .refine(({ quiet, quietFrom, quietTo }) => !quiet || quietFrom !== quietTo, {
    path: ['quietTo'],
    message: 'notify_error_quiet_same',
  })
  .transform(({ mail, quiet, quietFrom, quietTo, digestHour }) => ({
    frequencies: mail as Wishes['frequencies'],
    quiet: quiet ? { from: quietFrom, to: quietTo } : null,
    digestHour,
  }));
export type WishesInput = z.output<typeof wishesForm>;
