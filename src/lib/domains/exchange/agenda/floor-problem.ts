/** From the registrations of an edition to what the schedule's thread is asked. The order they come in does not matter. Pure. */
import type { SkillGraph } from '$lib/domains/skills/graph';
import type { Reciprocity } from '../deal/deal';
import type { Item, Wish } from '../registration/registration';
import type { Meeting, Pair, ScheduleInput, ScoredPair, Side } from '../schedule/problem';
import { pairKey } from '../schedule/problem';
import type { ScoringInput } from '../schedule/scoring/score-pairs';
import type { ExchangeItem } from '../schedule/scoring/serves';
import { roundsOf, speakersOf, type WithDelegates } from './people';
import type { Frame } from './rounds';

/** What everybody should have; where it cannot be, the plan says for whom. */
export const FLOORS = { meetings: 3, good: 2 } as const;

export interface FloorRegistration extends WithDelegates {
  items: readonly (Pick<Item, 'side' | 'category' | 'title' | 'text' | 'place' | 'quantity' | 'unit' | 'period'> & {
    skills?: readonly string[];
  })[];
  wishes: readonly Wish[];
}

/** An organisation that only offers meets those that ask; one that does both meets everybody. */
export function sideOf(items: readonly Pick<Item, 'side'>[]): Side {
  const [offers, asks] = [items.some(({ side }) => side === 'offer'), items.some(({ side }) => side === 'request')];
  if (offers === asks) return 'both';
  return offers ? 'offer' : 'request';
}

type ScoredItem = ExchangeItem & { skills: string[] };

export function toExchangeItem(item: FloorRegistration['items'][number]): ScoredItem {
  const { category, title, text, place, quantity, unit, period, skills = [] } = item;
  return { category, title, text, skills: [...skills], place, quantity, unit, period };
}

/** The part of the graph that these requests can use: the thread gets nothing it does not need. */
export function neededSkills(registrations: readonly FloorRegistration[], graph: SkillGraph): ScoringInput['skills'] {
  const asked = registrations.flatMap(({ items }) =>
    items.filter(({ side }) => side === 'request').flatMap(({ skills = [] }) => skills),
  );
  return [...new Set(asked)].sort().map((slug) => [slug, (graph.get(slug) ?? []).map((one) => ({ ...one }))]);
}

const byId = <T extends { _id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a._id < b._id ? -1 : 1));

export function scoringOf(
  registrations: readonly FloorRegistration[],
  reciprocity: Reciprocity,
  skills: ScoringInput['skills'],
): ScoringInput {
  const ids = new Set(registrations.map(({ _id }) => _id));
  return {
    organisations: byId(registrations).map(({ _id, items }) => ({
      id: _id,
      side: sideOf(items),
      offers: items.filter(({ side }) => side === 'offer').map(toExchangeItem),
      requests: items.filter(({ side }) => side === 'request').map(toExchangeItem),
    })),
    meets: wishPairs(registrations, ids, 'meet'),
    reciprocity,
    skills,
  };
}

function wishPairs(
  registrations: readonly FloorRegistration[],
  known: ReadonlySet<string>,
  kind: Wish['kind'],
): Pair[] {
  return byId(registrations).flatMap(({ _id, wishes }) =>
    wishes
      .filter((wish) => wish.kind === kind && known.has(wish.of) && wish.of !== _id)
      .map(({ of }) => ({ a: _id, b: of })),
  );
}

export function vetoesOf(registrations: readonly FloorRegistration[]): Pair[] {
  return unique(wishPairs(registrations, new Set(registrations.map(({ _id }) => _id)), 'no'));
}

const unique = (pairs: readonly Pair[]) => [...new Map(pairs.map((pair) => [pairKey(pair.a, pair.b), pair])).values()];

export interface ProblemParts {
  registrations: readonly FloorRegistration[];
  frame: Frame;
  timeZone: string;
  scores: ScoredPair[];
  previous?: readonly Meeting[] | undefined;
  /** Narrows the rounds in which a person can be met: who is really there, on the day. */
  only?: (key: string, rounds: readonly number[]) => readonly number[];
}

export function problemOf({ registrations, frame, timeZone, scores, previous, only }: ProblemParts): ScheduleInput {
  const ids = new Set(registrations.map(({ _id }) => _id));
  return {
    organisations: byId(registrations).map(({ _id, items }) => ({ id: _id, side: sideOf(items) })),
    delegates: speakersOf(registrations).map((speaker) => {
      const rounds = roundsOf(speaker, frame, timeZone);
      return {
        id: speaker.key,
        organisations: speaker.registrations,
        present: [...(only ? only(speaker.key, rounds) : rounds)],
      };
    }),
    rounds: frame.rounds,
    tables: frame.tables,
    scores,
    musts: unique(wishPairs(registrations, ids, 'must')),
    vetoes: vetoesOf(registrations),
    floors: { meetings: Math.min(FLOORS.meetings, frame.rounds), good: Math.min(FLOORS.good, frame.rounds) },
    ...(previous && previous.length > 0 ? { previous: [...previous] } : {}),
  };
}
