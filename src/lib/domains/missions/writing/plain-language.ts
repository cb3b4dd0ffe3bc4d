/** Plain-language hints while somebody writes: long sentences, passives, jargon, letters nobody explained. Pure. */

export type HintKind = 'long_sentence' | 'passive' | 'jargon' | 'acronym';

export interface Hint {
  kind: HintKind;
  /** The words it is about, as written, cut when long. */
  text: string;
  /** For jargon: the plainer words. */
  plainer?: string;
  /** For long sentences: how many words. */
  words?: number;
}

/** Readers lose the thread beyond about 25 words (plainlanguage.gov; How to write clearly, European Commission). */
export const MAX_SENTENCE_WORDS = 28;
const MAX_HINTS = 4;

type WritingLanguage = 'en' | 'fr' | 'nl';

const PASSIVE: Record<WritingLanguage, RegExp> = {
  en: /\b(?:is|are|was|were|been|being|be)\s+(?:\w+ly\s+)?(?:\w{2,}ed|given|taken|made|done|known|seen|written|held|sent|set|put|brought|drawn)\s+(?:by\b|to\b|in\b|on\b|for\b|at\b|from\b|with\b)?/iu,
  fr: /(?<!\p{L})(?:est|sont|était|étaient|sera|seront|a été|ont été|être)\s+(?:\p{L}+ment\s+)?\p{L}{2,}(?:és|ées|ée|é|is|ises|ise|its|ite|ites|it|us|ue|ues|u)\s+(?:par|afin|pour|en|dans|sur|à)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:wordt|worden|werd|werden)(?!\p{L})[^.!?]{0,60}?(?<!\p{L})(?:ge|be|ver|ont|her)\p{L}{2,}(?:d|t|en)(?!\p{L})/iu,
};

/** Words of the house, and what one says at home; the keys are whole words or phrases in lower case. */
const JARGON: Record<WritingLanguage, Record<string, string>> = {
  en: {
    utilise: 'use',
    utilize: 'use',
    leverage: 'use',
    'in order to': 'to',
    'with regard to': 'about',
    'with respect to': 'about',
    'in the framework of': 'in',
    'in the context of': 'in',
    'prior to': 'before',
    'subsequent to': 'after',
    stakeholders: 'who is affected, by name',
    synergies: 'working together',
    'capacity building': 'training',
    deliverable: 'result',
    actionable: 'that can be done',
    facilitate: 'help',
    'shall be': 'is',
    aforementioned: 'this',
    transposition: 'putting into national law',
    'low-hanging fruit': 'easy first steps',
    mainstreaming: 'taking into account everywhere',
    operationalise: 'carry out',
  },
  fr: {
    'afin de': 'pour',
    'dans le cadre de': 'dans, pour',
    'au niveau de': 'pour, dans',
    'en ce qui concerne': 'sur',
    'préalablement à': 'avant',
    'postérieurement à': 'après',
    'mettre en œuvre': 'appliquer',
    'parties prenantes': 'qui est concerné, par son nom',
    'renforcement des capacités': 'formation',
    susmentionné: 'ce',
    'être en mesure de': 'pouvoir',
    opérationnaliser: 'réaliser',
    finaliser: 'terminer',
    transposition: 'passage en droit national',
    livrable: 'résultat',
    impacter: 'toucher',
    procéder: 'faire',
    problématique: 'problème',
  },
  nl: {
    teneinde: 'om',
    'in het kader van': 'voor, bij',
    'met betrekking tot': 'over',
    'ten aanzien van': 'over',
    'op het gebied van': 'in, over',
    voorafgaand: 'voor',
    dientengevolge: 'daardoor',
    implementeren: 'invoeren',
    faciliteren: 'helpen',
    stakeholders: 'wie het aangaat, bij naam',
    capaciteitsopbouw: 'opleiding',
    bovengenoemde: 'deze',
    derhalve: 'daarom',
    omzetting: 'opnemen in nationaal recht',
    deliverable: 'resultaat',
    inzake: 'over',
    middels: 'met',
    operationaliseren: 'uitvoeren',
  },
};

/** Everybody who reads Causeway knows these. */
const KNOWN_LETTERS = new Set([
  'EU',
  'UE',
  'NGO',
  'ONG',
  'ASBL',
  'VZW',
  'UN',
  'ONU',
  'VN',
  'PDF',
  'GDPR',
  'RGPD',
  'AVG',
]);

/** Up to four hints for a text in `language`; languages without rules of their own get those that need none. */
export function plainLanguageHints(text: string, language: string): Hint[] {
  const known = language === 'fr' || language === 'nl' || language === 'en' ? language : null;
  const hints: Hint[] = [];
  for (const sentence of sentencesOf(text)) {
    const words = sentence.split(/\s+/).length;
    if (words > MAX_SENTENCE_WORDS) hints.push({ kind: 'long_sentence', text: cut(sentence), words });
    const passive = known && PASSIVE[known].exec(sentence);
    if (passive) hints.push({ kind: 'passive', text: cut(passive[0].trim()) });
  }
  if (known) hints.push(...jargonIn(text, JARGON[known]));
  hints.push(...lettersIn(text));
  // One of each kind before a second of any: four remarks on four things teach more than four on one.
  const seen = new Map<HintKind, number>();
  const ranked = hints.map((hint) => {
    const turn = seen.get(hint.kind) ?? 0;
    seen.set(hint.kind, turn + 1);
    return { hint, turn };
  });
  return ranked
    .sort((a, b) => a.turn - b.turn)
    .slice(0, MAX_HINTS)
    .map(({ hint }) => hint);
}

export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+|\n+/u)
    .map((sentence) => sentence.replace(/^[\s>*#\-\d.)]+/u, '').trim())
    .filter((sentence) => sentence !== '');
}

function jargonIn(text: string, words: Record<string, string>): Hint[] {
  return Object.entries(words).flatMap(([word, plainer]) => {
    const found = new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'iu').exec(text);
    return found ? [{ kind: 'jargon' as const, text: found[0], plainer }] : [];
  });
}

/** Capital letters that no brackets explain: "DSA" without "Digital Services Act (DSA)" or "DSA (…)". */
function lettersIn(text: string): Hint[] {
  const found = new Set(text.match(/(?<![\p{L}\p{N}(/])\p{Lu}{3,6}(?![\p{L}\p{N}(/])/gu) ?? []);
  return [...found]
    .filter(
      (letters) => !KNOWN_LETTERS.has(letters) && !text.includes(`(${letters})`) && !text.includes(`${letters} (`),
    )
    .map((letters) => ({ kind: 'acronym' as const, text: letters }));
}

function cut(text: string, max = 70): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max).replace(/\s+\S*$/, '')}…`;
}
