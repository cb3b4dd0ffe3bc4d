/** The months that a period in words means: "before June", "au printemps", "mei of oktober". Pure. */

/** From the first to the last month, from 0; a winter begins in December. */
interface Span {
  first: number;
  last: number;
}

const MONTHS = [
  'january janvier januari jan',
  'february fevrier februari feb fev',
  'march mars maart mar mrt',
  'april avril apr avr',
  'may mai mei',
  'june juin juni jun',
  'july juillet juli jul',
  'august aout augustus aug',
  'september septembre sep sept',
  'october octobre oktober oct okt',
  'november novembre nov',
  'december decembre dec',
];
const SEASONS: readonly (readonly [words: string, first: number])[] = [
  ['spring printemps lente voorjaar', 2],
  ['summer ete zomer', 5],
  ['autumn automne herfst najaar', 8],
  ['winter hiver', 11],
];
const SPANS = new Map<string, Span>([
  ...MONTHS.flatMap((words, month) => words.split(' ').map((word) => [word, { first: month, last: month }] as const)),
  ...SEASONS.flatMap(([words, first]) =>
    words.split(' ').map((word) => [word, { first, last: (first + 2) % 12 }] as const),
  ),
]);

const setOf = (words: string) => new Set(words.split(' '));
const YEAR = setOf('year annee jaar');
const WHOLE = setOf('all whole any toute entiere heel hele ganse');
const BEFORE = setOf('before avant voor');
const UNTIL = setOf('to until till by tot');
/** Between two months they mean "to"; alone they mean "in": au printemps. */
const TO = setOf('to until till tot a au aux');
const FROM = setOf('from after since des depuis apres vanaf na');
/** Words between "before" and the month. */
const BETWEEN = setOf('the l la le les de du d end fin eind einde mid mi half begin debut beginning of in van');

function monthsAround(first: number, last: number): number[] {
  const length = ((last - first + 12) % 12) + 1;
  return Array.from({ length }, (_, step) => (first + step) % 12);
}

/** What stands before the span, without articles. */
function wordBefore(words: readonly string[], at: number): string {
  let before = at - 1;
  while (BETWEEN.has(words[before] ?? '')) before--;
  return words[before] ?? '';
}

const wordsOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/t\/m|[–—]|\s-\s/g, ' to ')
    .replace(/jusqu\S*(?:\s+(?:a|au|aux|en)\b)?/g, ' until ')
    .split(/[^a-z]+/)
    .filter(Boolean);

/** Months from 0, in order; null where the words name no time of the year. */
export function monthsOf(text: string): number[] | null {
  const words = wordsOf(text);
  if (words.some((word) => YEAR.has(word)) && words.some((word) => WHOLE.has(word))) return monthsAround(0, 11);
  const spans = words.flatMap((word, at) => {
    const span = SPANS.get(word);
    return span ? [{ ...span, before: wordBefore(words, at) }] : [];
  });
  const months = spans.flatMap(({ first, last, before }, at) => {
    const [earlier, later] = [spans[at - 1], spans[at + 1]];
    if (earlier && TO.has(before)) return monthsAround(earlier.first, last);
    if (UNTIL.has(before)) return monthsAround(0, last);
    if (BEFORE.has(before) && first > 0) return monthsAround(0, first - 1);
    // What begins with "from" ends with the year, unless the next says when.
    if (FROM.has(before) && !(later && TO.has(later.before))) return monthsAround(first, 11);
    return monthsAround(first, last);
  });
  return months.length > 0 ? [...new Set(months)].sort((a, b) => a - b) : null;
}
