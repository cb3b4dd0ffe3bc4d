/** What the demonstration accounts look out for, how they want to hear of it, and what they have read. */
import { followOrganisation } from '$lib/domains/notifications/server/commands/watch/follow-organisation';
import { saveSearch } from '$lib/domains/notifications/server/commands/watch/save-search';
import { markAllRead } from '$lib/domains/notifications/server/commands/mark-all-read';
import { saveWishes } from '$lib/domains/notifications/server/commands/save-wishes';
import type { Rhythm } from '$lib/domains/notifications/watch/saved-search';
import { wishesForm } from '$lib/domains/notifications/wishes';
import { runJob } from '$lib/server/jobs/jobs';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Act } from '../engine/story';

/** So many days ago people set up what they look out for. */
const SET_UP = 18;

const SEARCHES: readonly { by: string; name: string; rhythm: Rhythm; query: string }[] = [
  { by: 'lawyer', name: 'Nature, à distance', rhythm: 'daily', query: 'cause=nature&place=remote' },
  { by: 'lawyer', name: 'Consultations et propositions', rhythm: 'weekly', query: 'stage=consultation&stage=proposal' },
  { by: 'designer', name: 'Klimaat en consumenten', rhythm: 'weekly', query: 'cause=climate&cause=consumers' },
  { by: 'student', name: 'Short missions on democracy', rhythm: 'now', query: 'cause=democracy&hours=5&hours=15' },
];

const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  lawyer: ['riverbend', 'moorland', 'rivages-libres', 'glasshouse-watch'],
  designer: ['heldere-zaak', 'bodemwacht'],
  student: ['open-dossier', 'riverbend'],
};

/** Kinds that come in a digest, and hours without mail; the others hear of everything at once. */
const WISHES: Readonly<Record<string, Record<string, string>>> = {
  lawyer: { follows: 'daily', hours: 'daily' },
  designer: { follows: 'weekly', hours: 'weekly', outcomes: 'weekly' },
  moderator: { moderation: 'daily' },
};
const QUIET = new Set(['designer', 'moderator']);

/** Days ago on which each looked at her notifications last: what came since is unread. */
const LAST_LOOK: Readonly<Record<string, number>> = {
  lawyer: 4,
  ngo: 3,
  designer: 5,
  student: 9,
  moderator: 3,
  csr: 2,
};

export function watchActs(calendar: Calendar, cast: Cast): Act[] {
  return [...setUpActs(calendar, cast), ...readActs(calendar, cast), ...clockActs(calendar)];
}

function setUpActs(calendar: Calendar, cast: Cast): Act[] {
  const act = (by: string, minute: number, what: string, run: () => Promise<unknown>): Act => ({
    at: calendar.ago(SET_UP, 18 + minute / 60),
    what: `${by} ${what}`,
    run,
  });
  return [
    ...Object.entries(WISHES).map(([by, mail]) =>
      act(by, 0, 'chooses what comes by e-mail', () => {
        const quiet = QUIET.has(by) ? { quiet: 'on' } : {};
        return saveWishes(cast.as(by), wishesForm.parse({ mail, digestHour: '8', ...quiet }));
      }),
    ),
    ...SEARCHES.map(({ by, ...search }, index) =>
      act(by, 10 + index, `saves the search ${search.name}`, () => saveSearch(cast.as(by), search)),
    ),
    ...Object.entries(FOLLOWS).flatMap(([by, keys]) =>
      keys.map((key, index) =>
        act(by, 20 + index, `follows ${key}`, () =>
          followOrganisation(cast.as(by), { organisationId: cast.organisation(key).id }),
        ),
      ),
    ),
  ];
}

function readActs(calendar: Calendar, cast: Cast): Act[] {
  return Object.entries(LAST_LOOK).map(([by, days]) => ({
    at: calendar.ago(days, 20),
    what: `${by} reads the notifications`,
    afterSettling: true,
    run: () => markAllRead(cast.as(by), { upTo: calendar.ago(days, 20) }),
  }));
}

/** What a running server would have done each morning: look for new missions, then send the digests. */
function clockActs(calendar: Calendar): Act[] {
  const mornings = Array.from({ length: SET_UP - 1 }, (_, index) => index + 1);
  return mornings.map((days) => ({
    at: calendar.ago(days, 7.5),
    what: 'searches are looked at, and digests leave',
    alone: true,
    run: async () => {
      await runJob('notifications.searches');
      await runJob('notifications.digests');
    },
  }));
}
