/** How somebody wants to hear of things, with the kinds that can concern her. */
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { MailKind } from '$lib/shared/mail-kind';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { DEFAULT_QUIET, frequencyOf, OBLIGATORY, type Frequency, type QuietHours } from '../../wishes';
import { wishesOf } from '../wishes.model';

export interface WishesPage {
  obligatory: readonly MailKind[];
  groups: { group: 'work' | 'found' | 'organisation' | 'moderation'; kinds: { kind: MailKind; often: Frequency }[] }[];
  quiet: boolean;
  hours: QuietHours;
  digestHour: number;
  digestsStopped: boolean;
  timeZone: string;
}

const WORK: readonly MailKind[] = [
  'applications',
  'invitations',
  'work',
  'hours',
  'messages',
  'outcomes',
  'sponsorship',
];

export async function wishesPage(ctx: Context): Promise<WishesPage> {
  const { personId, platformRoles } = requireActor(ctx);
  const [person, wishes, memberships] = await Promise.all([
    personContact(personId),
    wishesOf(personId),
    membershipsOf(personId),
  ]);
  if (!person) throw new AppError('not_found', 'error_not_found');
  const often = (kinds: readonly MailKind[]) => kinds.map((kind) => ({ kind, often: frequencyOf(wishes, kind) }));
  return {
    obligatory: OBLIGATORY,
    groups: [
      { group: 'work', kinds: often(WORK) },
      { group: 'found', kinds: often(['searches', 'follows']) },
      ...(memberships.length > 0
        ? [{ group: 'organisation' as const, kinds: often(['missions', 'organisation']) }]
        : []),
      ...(platformRoles.length > 0 ? [{ group: 'moderation' as const, kinds: often(['moderation']) }] : []),
    ],
    quiet: wishes.quiet !== null,
    hours: wishes.quiet ?? DEFAULT_QUIET,
    digestHour: wishes.digestHour,
    digestsStopped: wishes.digestsStopped,
    timeZone: person.timeZone,
  };
}
