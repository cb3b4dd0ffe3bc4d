/** The words of a text that say something, without accents and endings, in English, French and Dutch alike. Pure. */

/** Words that stand in any offer. */
const EMPTY = new Set(
  (
    'about after also and any are been before being both but can could each for from give giving had has have help her here him his how into ' +
    'its just like more most need needs offer offers one only organisation organisations other our over please request some such than ' +
    'that the their them then there these they this those through too under until use very want was way well were what when where which ' +
    'who will with would year years you your ' +
    'aide aider ainsi alors association associations aussi autre autres avec avoir besoin cela ces cette chez comme dans demande depuis des ' +
    'deux dont elle elles est etre faire fait ils leur leurs lui mais meme notre nos nous offre offrons par pas pendant peut plus pour ' +
    'propose proposons quand que qui sans ses son sont sous sur tous tout toute toutes tres une vers votre vos vous ' +
    'aan als andere bij bieden biedt dan dat deze die dit door een eens elke gaan gebruik geen graag had hebben heeft het hier hij hoe ' +
    'hulp hun ieder jaar jullie kan kunnen maar meer met mijn naar niet nodig nog ook onder ons onze over per samen tot tussen uit van ' +
    'vanuit veel verder vereniging voor vraag vragen waar wat wel wij wil willen worden wordt zich zijn zoals zonder'
  ).split(' '),
);

const LEAST_LETTERS = 3;
/** Words alike in so many letters are one: campaign and campaigns, juridique and juridiques. */
const STEM_LETTERS = 6;

export interface ContentWord {
  stem: string;
  word: string;
}

/** Each stem once, with the first word it stands for. */
export function contentWords(text: string): ContentWord[] {
  const found = new Map<string, string>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    const plain = word.normalize('NFKD').replace(/\p{M}/gu, '');
    if (plain.length < LEAST_LETTERS || EMPTY.has(plain)) continue;
    const stem = plain.length > LEAST_LETTERS ? plain.replace(/(?:s|x)$/, '').slice(0, STEM_LETTERS) : plain;
    if (!found.has(stem)) found.set(stem, word);
  }
  return [...found].map(([stem, word]) => ({ stem, word }));
}
