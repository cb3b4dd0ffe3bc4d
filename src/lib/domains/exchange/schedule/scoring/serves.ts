/** How well an offer serves a request, from 0 to 1, with the reasons anyone can check. Pure. */
import type { SkillGraph } from '$lib/domains/skills/graph';
import { coveredShare } from './amounts';
import { contentWords } from './content-words';
import { monthsOf } from './periods';

export interface ExchangeItem {
  category: string;
  title: string;
  text: string;
  /** Slugs of the skills list, where it is knowledge. */
  skills: readonly string[];
  place: string;
  quantity: number;
  unit: string;
  /** In words, such as "before June". */
  period: string;
}

export type ServeReason =
  | { kind: 'category'; category: string }
  | { kind: 'skill'; asked: string; held: string; fraction: number }
  | { kind: 'words'; words: string[] }
  | { kind: 'place'; same: boolean }
  | { kind: 'period'; meets: boolean }
  | { kind: 'amount'; offered: number; asked: number; unit: string };

export interface Service {
  score: number;
  reasons: ServeReason[];
}

/** What the same corner alone is worth; the rest is for what is really asked. */
const CORNER = 0.3;
/** Without the same corner, skills and words count for less: things are named alike that are not. */
const OTHER_CORNER = 0.6;
/** Each word in common leaves this share of the doubt. */
const DOUBT = 0.6;
/** Place, time of the year and amount decide about this share, each alike; what is not said does not count. */
const PRACTICAL = 0.2;

/** An item with its words counted once, for scoring many pairs. */
export interface ReadItem {
  item: ExchangeItem;
  /** Each stem with the word it came from, and whether it is in the title. */
  words: ReadonlyMap<string, { word: string; inTitle: boolean }>;
  place: ReadonlySet<string>;
  months: readonly number[] | null;
}

export function readItem(item: ExchangeItem): ReadItem {
  const words = new Map<string, { word: string; inTitle: boolean }>();
  for (const { stem, word } of contentWords(item.text)) words.set(stem, { word, inTitle: false });
  for (const { stem, word } of contentWords(item.title)) words.set(stem, { word, inTitle: true });
  const place = new Set(contentWords(item.place).map(({ stem }) => stem));
  return { item, words, place, months: monthsOf(item.period) };
}

export const serves = (offer: ExchangeItem, request: ExchangeItem, graph: SkillGraph): Service =>
  servesRead(readItem(offer), readItem(request), graph);

export function servesRead(offer: ReadItem, request: ReadItem, graph: SkillGraph): Service {
  const reasons: ServeReason[] = [];
  const sameCorner = offer.item.category === request.item.category;
  if (sameCorner) reasons.push({ kind: 'category', category: request.item.category });
  const content = Math.max(skillShare(offer, request, graph, reasons), wordShare(offer, request, reasons));
  const topic = sameCorner ? CORNER + (1 - CORNER) * content : OTHER_CORNER * content;
  if (topic === 0) return { score: 0, reasons: [] };
  return { score: topic * (1 - PRACTICAL + PRACTICAL * practical(offer, request, reasons)), reasons };
}

/** The mean over the skills asked for: 1 for the skill itself, the graph's fraction for one that is related. */
function skillShare(offer: ReadItem, request: ReadItem, graph: SkillGraph, reasons: ServeReason[]): number {
  const asked = request.item.skills;
  if (asked.length === 0) return 0;
  const held = new Set(offer.item.skills);
  let sum = 0;
  for (const skill of asked) {
    const near = held.has(skill) ? { slug: skill, fraction: 1 } : graph.get(skill)?.find(({ slug }) => held.has(slug));
    if (near === undefined) continue;
    sum += near.fraction;
    reasons.push({ kind: 'skill', asked: skill, held: near.slug, fraction: near.fraction });
  }
  return sum / asked.length;
}

/** Words in common; one that stands in both titles counts twice. */
function wordShare(offer: ReadItem, request: ReadItem, reasons: ServeReason[]): number {
  const common: string[] = [];
  let weight = 0;
  for (const [stem, { word, inTitle }] of request.words) {
    const other = offer.words.get(stem);
    if (other === undefined) continue;
    common.push(word);
    weight += inTitle && other.inTitle ? 2 : 1;
  }
  if (common.length > 0) reasons.push({ kind: 'words', words: common });
  return 1 - DOUBT ** weight;
}

function practical(offer: ReadItem, request: ReadItem, reasons: ServeReason[]): number {
  const shares: number[] = [];
  if (offer.place.size > 0 && request.place.size > 0) {
    const same = [...request.place].some((stem) => offer.place.has(stem));
    reasons.push({ kind: 'place', same });
    shares.push(same ? 1 : 0);
  }
  const wanted = request.months;
  if (offer.months !== null && wanted !== null) {
    const meets = offer.months.some((month) => wanted.includes(month));
    reasons.push({ kind: 'period', meets });
    shares.push(meets ? 1 : 0);
  }
  const covered = coveredShare(offer.item, request.item);
  if (covered !== null) {
    const { quantity, unit } = request.item;
    reasons.push({ kind: 'amount', offered: offer.item.quantity, asked: quantity, unit });
    shares.push(covered);
  }
  return shares.length === 0 ? 1 : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
