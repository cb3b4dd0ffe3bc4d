/** Sentences that any volunteer might write, and headlines by the stage of a life, in three languages. */
import type { Track } from '$lib/domains/volunteers/volunteer';
import type { Locale } from '$lib/shared/locale';
import type { Sector } from './speciality';

/** Headlines of those who are no practitioners; `{field}` is the speciality's own word. */
export const TRACK_HEADLINES: Record<Exclude<Track, 'professional'>, Record<Locale, readonly string[]>> = {
  academic: {
    en: ['Lecturer in {field}, {city}', 'Researcher in {field}', 'Postdoctoral researcher, {field}'],
    fr: [
      '{Chercheur/Chercheuse} en {field}',
      '{Enseignant/Enseignante} à l’université de {city}, {field}',
      'Postdoctorat, {field}',
    ],
    nl: ['Docent {field} in {city}', 'Onderzoeker {field}', 'Postdoc, {field}'],
  },
  student: {
    en: ['Master’s student, {field}', 'Final-year student in {city}, {field}', 'Doctoral candidate, {field}'],
    fr: ['{Étudiant/Étudiante} en master, {field}', '{Doctorant/Doctorante} à {city}, {field}'],
    nl: ['Masterstudent {field}', 'Promovendus in {city}, {field}'],
  },
  retired: {
    en: ['Retired after {years} years in {field}', 'Retired, still curious: {field}'],
    fr: [
      '{Retraité/Retraitée}, {years} ans de {field}',
      '{Retraité/Retraitée} à {city}, toujours {curieux/curieuse} : {field}',
    ],
    nl: ['Gepensioneerd na {years} jaar {field}', 'Met pensioen, nog altijd nieuwsgierig: {field}'],
  },
};

export const CLOSINGS: Record<Locale, readonly string[]> = {
  en: [
    'I can give two evenings a week, and I say so when I cannot.',
    'I prefer one clear task to a seat on a committee.',
    'Happy to work in the background and unnamed.',
    'I would like to learn how decisions are made from people who want to change them.',
    'Fridays are free; the rest of the week I answer within a day.',
    'I have helped two associations before and would recommend it.',
    'Short missions suit me best: I work in bursts.',
    'I care about sources, dates and semicolons.',
    'I speak up when a plan will not work, and then I help to find another.',
    'I am glad to pair up with a student.',
    'My employer supports this and does not steer it.',
    'I look for files close to home, but Europe counts as home.',
    'What I write may be used by anyone.',
    'After years of working for the other side of the table, I would like to balance the scales.',
  ],
  fr: [
    'Je peux donner deux soirées par semaine, et je préviens quand ce n’est pas possible.',
    'Je préfère une tâche claire à une place dans un comité.',
    'Je travaille volontiers dans l’ombre, sans être {nommé/nommée}.',
    'J’aimerais comprendre les décisions auprès de celles et ceux qui veulent les changer.',
    'Mes vendredis sont libres ; le reste de la semaine, je réponds dans la journée.',
    'J’ai déjà aidé deux associations et je recommence volontiers.',
    'Les missions courtes me conviennent le mieux.',
    'Je tiens aux sources, aux dates et aux points-virgules.',
    'Je dis quand un plan ne tiendra pas, puis j’aide à en trouver un autre.',
    'Travailler en binôme avec une étudiante ou un étudiant me plaît.',
    'Mon employeur soutient cet engagement sans l’orienter.',
    'Ce que j’écris peut être repris par tous.',
  ],
  nl: [
    'Ik kan twee avonden per week geven en zeg het als dat niet lukt.',
    'Liever één heldere taak dan een zetel in een comité.',
    'Ik werk graag op de achtergrond, ook zonder naam.',
    'Ik wil begrijpen hoe besluiten vallen, van mensen die ze willen veranderen.',
    'Vrijdag ben ik vrij; de rest van de week antwoord ik binnen een dag.',
    'Ik hielp al twee verenigingen en doe dat graag opnieuw.',
    'Korte missies passen mij het best.',
    'Ik hecht aan bronnen, datums en puntkomma’s.',
    'Ik zeg het als een plan niet gaat werken, en help dan een ander te vinden.',
    'Ik werk graag samen met een student.',
    'Mijn werkgever steunt dit en bemoeit zich er niet mee.',
    'Wat ik schrijf, mag iedereen gebruiken.',
  ],
};

/** Invented employers by sector. */
export const EMPLOYERS: Record<Sector, readonly string[]> = {
  law: [
    'Halden Moor Advocates',
    'Verbrugghe & Lacombe',
    'Kanzlei Osterfeld',
    'Studio Legale Marangon',
    'Bufete Alcor',
    'Kancelaria Brzoza',
    'Lindqvist Rydell',
  ],
  policy: ['Atlas & Quay', 'Bureau Meridiaan', 'Cabinet Portulan', 'Northern Policy Lab', 'Institut du Beffroi'],
  research: ['Northgate University', 'Université du Val-d’Escaut', 'Hogeschool Rivierenland', 'Instituto Alameda'],
  data: ['Kestrel Logistics', 'Openfjord', 'Datahuis Zuid', 'Baumgart Software', 'Lumière & Octets'],
  communication: ['Agence Point-Virgule', 'Redactiebureau Kantlijn', 'Plainspoken', 'Casa Editrice Lanterna'],
  design: ['Noordkade Studio', 'Atelier Trois Plis', 'Büro Feldblau', 'Estudio Almendro'],
  civic: ['Stad in Beweging', 'La Fabrique des Voix', 'Common Room', 'Werkstatt Beteiligung'],
};

/** Invented companies: some volunteers worked for one, and some missions are aimed at one. */
export const COMPANIES = [
  'Norvale Chemicals',
  'Aquaterra Utilities',
  'Brightleaf Foods',
  'Transalp Livestock',
  'Pontis Bank',
  'Veloxa Delivery',
  'Glymark Industries',
  'Helion Energy Trading',
  'Sonder Platforms',
  'Castellan Housing Group',
] as const;
