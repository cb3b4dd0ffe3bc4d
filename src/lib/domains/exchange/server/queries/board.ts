/** The public board of a floor: organisations and promises, never people. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { counted, EMPTY_TALLY, type Tally } from '../../board/tally';
import { hasRounds } from '../../agenda/planning';
import type { BoardRounds } from '../../board/board-rounds';
import { isPublic } from '../../edition/edition';
import { findEdition } from '../access';
import { logAfter } from '../floor/floor-log';
import { toBoardEntry } from '../floor/live';
import { movedBy, Schedules, visibleAnnouncement, type ScheduleDocument } from '../plans/schedule.model';

/** The log only grows: what was added up once stays right, and only the rest is read. */
const known = new Map<string, Tally>();
const MOST = 20;

export async function tallyOf(editionId: string): Promise<Tally> {
  let tally = known.get(editionId) ?? EMPTY_TALLY;
  for (;;) {
    const entries = await logAfter(editionId, tally.seq);
    if (entries.length === 0) break;
    tally = counted(tally, entries.map(toBoardEntry));
  }
  known.delete(editionId);
  known.set(editionId, tally);
  const [oldest] = known.keys();
  if (known.size > MOST && oldest !== undefined) known.delete(oldest);
  return tally;
}

export interface BoardPage {
  slug: string;
  name: string;
  city: string;
  timeZone: string;
  startsAt: string;
  endsAt: string;
  categories: string[];
  /** Announced rounds, where there are some. */
  rounds: BoardRounds | null;
  tally: Tally;
}

/** Also before the gong, so that the wall can be set up and goes live by itself. @throws AppError not_found for a draft */
export async function boardPage(ctx: Context, slug: string): Promise<BoardPage> {
  const edition = await findEdition(ctx, slug);
  if (!isPublic(edition.state)) throw new AppError('not_found', 'error_not_found');
  const { name, city, timeZone, startsAt, endsAt, categories } = edition;
  return {
    slug,
    name,
    city,
    timeZone,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    categories: [...categories],
    rounds: hasRounds(edition.mode) ? await roundsOf(edition._id) : null,
    tally: await tallyOf(edition._id),
  };
}

async function roundsOf(editionId: string): Promise<BoardRounds | null> {
  const announced = visibleAnnouncement(await Schedules.findById(editionId).lean<ScheduleDocument>());
  return announced && { frame: announced.frame, movedBy: movedBy(announced) };
}

/** The edition's id for the stream. @throws AppError not_found for a draft */
export async function boardEdition(ctx: Context, slug: string): Promise<string> {
  const edition = await findEdition(ctx, slug);
  if (!isPublic(edition.state)) throw new AppError('not_found', 'error_not_found');
  return edition._id;
}
