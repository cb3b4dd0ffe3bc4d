/** The answers that a person owes, as dates of her work: for My work and her calendar. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { DAY, isoDay } from '$lib/shared/dates';
import type { WorkDate } from '$lib/domains/engagements/calendar/work-date';
import { registerDateSource } from '$lib/domains/engagements/server/calendar/date-sources';
import { subjectNames } from '$lib/domains/engagements/server/queries/work/subject-names';
import { roleAtLeast } from '$lib/domains/organisations/organisation.policy';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { owedBy } from '../ask';
import { Threads, type ThreadDocument } from './thread.model';

/** What was due longer ago is still in the thread, but no date any more. */
const SHOWN_LATE = 90 * DAY;
const MOST = 200;

export function registerAnswerDates(): void {
  registerDateSource('messaging.answers', answerDates);
}

async function answerDates(ctx: Context): Promise<WorkDate[]> {
  const { personId } = requireActor(ctx);
  const editing = (await membershipsOf(personId))
    .filter(({ role }) => roleAtLeast(role, 'editor'))
    .map(({ organisationId }) => organisationId);
  const threads = await Threads.find({
    $or: [{ personId }, { organisationId: op({ $in: editing }) }],
    'messages.ask.day': op({ $gte: isoDay(new Date(ctx.now.getTime() - SHOWN_LATE), 'UTC') }),
  })
    .sort({ lastAt: -1 })
    .limit(MOST)
    .lean<ThreadDocument[]>();
  const sideOf = (thread: ThreadDocument) => (thread.personId === personId ? ('volunteer' as const) : ('ngo' as const));
  const owed = threads.flatMap((thread) =>
    owedBy(thread.messages, sideOf(thread)).flatMap(({ id, ask }) => (ask ? [{ thread, id, day: ask.day }] : [])),
  );
  const names = await subjectNames(
    ctx,
    owed.map(({ thread }) => thread),
  );
  return owed.flatMap(({ thread, id, day }) => {
    const named = names.get(thread._id);
    if (!named || named.quiet || named.withheld) return [];
    const other = sideOf(thread) === 'volunteer' ? (named.ngo?.name ?? '') : named.volunteer.name;
    const path = `/${thread.kind}s/${thread.subjectId}#thread`;
    return [
      {
        id: `answer-${id}`,
        kind: 'answer_due' as const,
        day,
        title: other,
        about: named.mission.title,
        language: named.mission.language,
        path,
        sequence: 0,
      },
    ];
  });
}
