/** One person's meetings as a calendar feed, which her telephone asks for again by itself. */
import { m } from '$lib/paraglide/messages.js';
import { calendarAnswer, type CalendarEntry } from '$lib/server/calendar/calendar-feed';
import type { Context } from '$lib/server/context';
import { publicOrigin } from '$lib/server/env';
import { href } from '$lib/shared/href';
import { whoWords } from '../../agenda/agenda-words';
import { personAgendaPage, type PersonAgendaPage } from '../queries/schedule/agenda-pages';

/** A pair that was called off and is on again has one entry, the latter. */
function latest({ lines }: PersonAgendaPage['person']): PersonAgendaPage['person']['lines'] {
  const byPair = new Map<string, PersonAgendaPage['person']['lines'][number]>();
  for (const line of [...lines].sort((a, b) => Number(a.mark !== 'cancelled') - Number(b.mark !== 'cancelled')))
    byPair.set(`${line.ownId} ${line.otherId}`, line);
  return lines.filter((line) => byPair.get(`${line.ownId} ${line.otherId}`) === line);
}

export async function personCalendar(ctx: Context, slug: string, code: string): Promise<Response> {
  const page = await personAgendaPage(ctx, slug, code);
  const { edition, person, version } = page;
  const url = publicOrigin() + href(`/exchange/${slug}/agenda/${code}`, ctx.locale);
  const entries = latest(person).map((line): CalendarEntry => ({
    id: `meeting-${[line.ownId, line.otherId].sort().join('-')}`,
    start: new Date(line.start),
    end: new Date(line.end),
    summary: m.agenda_calendar_summary({ who: whoWords(line) }),
    description: line.points.join('\n'),
    location: m.agenda_calendar_place({ table: line.table, venue: `${edition.venue}, ${edition.city}` }),
    url,
    cancelled: line.mark === 'cancelled' || line.gone,
    sequence: version,
    changed: new Date(line.changedAt ?? page.announcedAt),
  }));
  return calendarAnswer(
    {
      name: `${edition.name}: ${person.name}`,
      host: new URL(publicOrigin()).hostname,
      locale: ctx.locale,
      timeZone: edition.timeZone,
    },
    entries,
  );
}
