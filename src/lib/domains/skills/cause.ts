/** The fifteen causes that missions serve and people support, with their names and one line each. */
import { z } from 'zod';
import { labelIn, type Labels } from './labels';

export const CAUSE_SLUGS = [
  'climate',
  'nature',
  'animals',
  'food',
  'health',
  'consumers',
  'digital',
  'democracy',
  'human-rights',
  'migration',
  'equality',
  'disability',
  'work',
  'finance',
  'children',
] as const;
export type CauseSlug = (typeof CAUSE_SLUGS)[number];

export interface Cause {
  slug: CauseSlug;
  labels: Labels;
  description: Labels;
}

const texts: Record<CauseSlug, { labels: [string, string, string]; description: [string, string, string] }> = {
  climate: {
    labels: ['Climate and energy', 'Climat et énergie', 'Klimaat en energie'],
    description: [
      'Cutting emissions, clean and affordable energy, transport, adapting to what is coming.',
      'Réduire les émissions, une énergie propre et abordable, les transports, l’adaptation à ce qui vient.',
      'Minder uitstoot, schone en betaalbare energie, vervoer, aanpassing aan wat komt.',
    ],
  },
  nature: {
    labels: ['Nature and environment', 'Nature et environnement', 'Natuur en milieu'],
    description: [
      'Biodiversity, water, air, soil, forests and seas; less waste and pollution.',
      'Biodiversité, eau, air, sols, forêts et mers ; moins de déchets et de pollution.',
      'Biodiversiteit, water, lucht, bodem, bossen en zeeën; minder afval en vervuiling.',
    ],
  },
  animals: {
    labels: ['Animal welfare', 'Bien-être animal', 'Dierenwelzijn'],
    description: [
      'Animals on farms, in transport, in laboratories, at home and in the wild.',
      'Les animaux à la ferme, pendant le transport, au laboratoire, à la maison et dans la nature.',
      'Dieren op de boerderij, tijdens transport, in het laboratorium, thuis en in het wild.',
    ],
  },
  food: {
    labels: ['Food and farming', 'Alimentation et agriculture', 'Voedsel en landbouw'],
    description: [
      'Healthy and fairly priced food, small farmers, pesticides, fisheries.',
      'Une alimentation saine au juste prix, l’agriculture paysanne, les pesticides, la pêche.',
      'Gezond en eerlijk geprijsd voedsel, kleine boeren, bestrijdingsmiddelen, visserij.',
    ],
  },
  health: {
    labels: ['Public health', 'Santé publique', 'Volksgezondheid'],
    description: [
      'Access to care and medicines, prevention, chemicals, tobacco and alcohol, mental health.',
      'Accès aux soins et aux médicaments, prévention, substances chimiques, tabac et alcool, santé mentale.',
      'Toegang tot zorg en geneesmiddelen, preventie, chemische stoffen, tabak en alcohol, geestelijke gezondheid.',
    ],
  },
  consumers: {
    labels: ['Consumer rights', 'Droits des consommateurs', 'Consumentenrechten'],
    description: [
      'Safe products, fair terms, the right to repair, redress when things go wrong.',
      'Des produits sûrs, des clauses équitables, le droit à la réparation, des recours quand cela tourne mal.',
      'Veilige producten, eerlijke voorwaarden, recht op reparatie, verhaal als het misgaat.',
    ],
  },
  digital: {
    labels: ['Digital rights', 'Droits numériques', 'Digitale rechten'],
    description: [
      'Privacy, artificial intelligence, platforms, free expression online, open technology.',
      'Vie privée, intelligence artificielle, plateformes, liberté d’expression en ligne, technologies ouvertes.',
      'Privacy, kunstmatige intelligentie, platforms, vrije meningsuiting online, open technologie.',
    ],
  },
  democracy: {
    labels: ['Democracy and transparency', 'Démocratie et transparence', 'Democratie en transparantie'],
    description: [
      'Open government, fair elections, lobbying rules, anti-corruption, free media and civic space.',
      'Gouvernement ouvert, élections équitables, encadrement du lobbying, lutte contre la corruption, médias libres.',
      'Open overheid, eerlijke verkiezingen, lobbyregels, corruptiebestrijding, vrije media en ruimte voor burgers.',
    ],
  },
  'human-rights': {
    labels: ['Human rights and rule of law', 'Droits humains et État de droit', 'Mensenrechten en rechtsstaat'],
    description: [
      'Independent courts, fair trials, protection of defenders, business and human rights.',
      'Tribunaux indépendants, procès équitables, protection des défenseurs, entreprises et droits humains.',
      'Onafhankelijke rechters, eerlijke processen, bescherming van verdedigers, bedrijven en mensenrechten.',
    ],
  },
  migration: {
    labels: ['Asylum and migration', 'Asile et migration', 'Asiel en migratie'],
    description: [
      'Safe routes, fair procedures, reception and inclusion.',
      'Voies sûres, procédures équitables, accueil et inclusion.',
      'Veilige routes, eerlijke procedures, opvang en inclusie.',
    ],
  },
  equality: {
    labels: ['Equality and non-discrimination', 'Égalité et non-discrimination', 'Gelijkheid en non-discriminatie'],
    description: [
      'Gender equality, anti-racism, LGBTIQ+ rights, Roma rights, equal pay.',
      'Égalité des genres, lutte contre le racisme, droits LGBTIQ+, droits des Roms, égalité salariale.',
      'Gendergelijkheid, antiracisme, lhbtiq+-rechten, Romarechten, gelijk loon.',
    ],
  },
  disability: {
    labels: ['Disability rights', 'Droits des personnes handicapées', 'Rechten van mensen met een handicap'],
    description: [
      'Accessibility, independent living, the United Nations convention in practice.',
      'Accessibilité, vie autonome, la convention des Nations unies dans les faits.',
      'Toegankelijkheid, zelfstandig leven, het VN-verdrag in de praktijk.',
    ],
  },
  work: {
    labels: ['Work and social rights', 'Travail et droits sociaux', 'Werk en sociale rechten'],
    description: [
      'Decent work, minimum income, housing, poverty, platform workers, posted workers.',
      'Travail décent, revenu minimum, logement, pauvreté, travailleurs des plateformes, travailleurs détachés.',
      'Waardig werk, minimuminkomen, wonen, armoede, platformwerkers, gedetacheerde werknemers.',
    ],
  },
  finance: {
    labels: ['Fair finance and tax', 'Finance et fiscalité équitables', 'Eerlijke financiën en belastingen'],
    description: [
      'Tax justice, debt, banks and investors, how public money is spent.',
      'Justice fiscale, dette, banques et investisseurs, usage de l’argent public.',
      'Belastingrechtvaardigheid, schuld, banken en beleggers, besteding van publiek geld.',
    ],
  },
  children: {
    labels: ['Children, youth and education', 'Enfance, jeunesse et éducation', 'Kinderen, jongeren en onderwijs'],
    description: [
      'The rights of the child, schools and universities, the voice of the young.',
      'Droits de l’enfant, écoles et universités, la voix des jeunes.',
      'Rechten van het kind, scholen en universiteiten, de stem van jongeren.',
    ],
  },
};

const labelled = ([en, fr, nl]: [string, string, string]): Labels => ({ en, fr, nl });

export const CAUSES: readonly Cause[] = CAUSE_SLUGS.map((slug) => ({
  slug,
  labels: labelled(texts[slug].labels),
  description: labelled(texts[slug].description),
}));

export const causeSchema = z.enum(CAUSE_SLUGS);

export function isCause(value: string): value is CauseSlug {
  return (CAUSE_SLUGS as readonly string[]).includes(value);
}

/** The cause's name in `locale`; an unknown slug comes back as it is. */
export function causeName(slug: string, locale: string): string {
  return isCause(slug) ? labelIn(labelled(texts[slug].labels), locale) : slug;
}

export function causeDescription(slug: CauseSlug, locale: string): string {
  return labelIn(labelled(texts[slug].description), locale);
}

/** Every cause in its fixed order, as choices for a form. */
export function causeOptions(locale: string): { value: CauseSlug; label: string; hint: string }[] {
  return CAUSES.map((cause) => ({
    value: cause.slug,
    label: labelIn(cause.labels, locale),
    hint: labelIn(cause.description, locale),
  }));
}
