/** Agendas as people see them: those of one's own organisations, one by its secret address, and all for the printer. */
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { hasRounds } from '../../../agenda/planning';
import { editionFor, findEdition, ownRegistrations } from '../../access';
import type { EditionDocument } from '../../edition.model';
import { keyOfCode } from '../../plans/agenda-code';
import { readAgendas, talkingPoints, type AgendaLine, type PersonAgenda } from '../../plans/read-agendas';
import { delegatesOf } from '../../registrations/delegates-of';
import { toEditionCard, type EditionCard } from '../editions';

export interface LineView extends AgendaLine {
  /** What the two can do for each other. */
  points: string[];
}

export interface AgendaView extends Omit<PersonAgenda, 'lines'> {
  lines: LineView[];
}

export interface OwnAgendasPage {
  edition: EditionCard & { lateRule: string };
  hasRounds: boolean;
  /** Minutes by which all rounds follow a late gong. */
  movedBy: number;
  /** Null while no schedule is announced. */
  people: AgendaView[] | null;
}

/** For whoever acts for an organisation that takes part, or comes as a delegate. @throws AppError not_found for others */
export async function ownAgendasPage(ctx: Context, slug: string): Promise<OwnAgendasPage> {
  requireActor(ctx);
  const edition = await findEdition(ctx, slug);
  const [own, delegates] = await Promise.all([ownRegistrations(ctx, edition._id), delegatesOf(ctx, edition._id)]);
  const mine = new Set(own.filter(({ state }) => state === 'approved').map(({ _id }) => _id));
  const myself = new Set(delegates.map(({ delegate }) => delegate.email));
  if (mine.size === 0 && myself.size === 0) throw new AppError('not_found', 'error_not_found');
  const agendas = await readAgendas(
    edition,
    ({ email, registrations }) => (email !== '' && myself.has(email)) || registrations.some((id) => mine.has(id)),
  );
  return {
    edition: { ...toEditionCard(edition), lateRule: edition.lateRule },
    hasRounds: hasRounds(edition.mode),
    movedBy: agendas?.movedBy ?? 0,
    people: agendas && (await withPoints(ctx, agendas.people)),
  };
}

async function withPoints(ctx: Context, people: readonly PersonAgenda[]): Promise<AgendaView[]> {
  const points = await talkingPoints(
    ctx,
    people.flatMap(({ lines }) => lines),
  );
  let at = 0;
  return people.map((person) => ({
    ...person,
    lines: person.lines.map((line) => ({ ...line, points: points[at++] ?? [] })),
  }));
}

export interface PersonAgendaPage {
  edition: EditionCard & { lateRule: string };
  person: AgendaView;
  movedBy: number;
  /** Grows with each change; for calendars. */
  version: number;
  announcedAt: string;
}

/**
 * Whoever has the address may read it: a delegate needs no account.
 * @throws AppError not_found for addresses that were not given out, and while nothing is announced
 */
export async function personAgendaPage(ctx: Context, slug: string, code: string): Promise<PersonAgendaPage> {
  const edition = await findEdition(ctx, slug);
  const key = await keyOfCode(edition._id, code);
  const agendas = key ? await readAgendas(edition, (speaker) => speaker.key === key) : null;
  const [person] = agendas?.people ?? [];
  if (!agendas || !person) throw new AppError('not_found', key ? 'agenda_not_announced' : 'error_not_found');
  const [view] = await withPoints(ctx, [person]);
  return {
    edition: { ...toEditionCard(edition), lateRule: edition.lateRule },
    person: view ?? { ...person, lines: [] },
    movedBy: agendas.movedBy,
    version: agendas.version,
    announcedAt: agendas.announcement.at.toISOString(),
  };
}

/** For the organiser's printer. @throws AppError refused while nothing is announced */
export async function allAgendas(
  ctx: Context,
  slug: string,
): Promise<{ edition: EditionDocument; movedBy: number; people: PersonAgenda[] }> {
  const edition = await editionFor(ctx, slug, 'organiser');
  const agendas = await readAgendas(edition);
  if (!agendas) throw new AppError('not_found', 'agenda_not_announced');
  const people = [...agendas.people].sort(
    (a, b) =>
      (a.registrations[0]?.name ?? '').localeCompare(b.registrations[0]?.name ?? '') || a.name.localeCompare(b.name),
  );
  return { edition, movedBy: agendas.movedBy, people };
}
