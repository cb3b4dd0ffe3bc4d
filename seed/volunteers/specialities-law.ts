/** Volunteers who know the law: from environmental courts to data protection. */
import type { Speciality } from './speciality';

const PRACTICE = [
  ['professional', 70],
  ['academic', 12],
  ['student', 10],
  ['retired', 8],
] as const;

export const LAW_SPECIALITIES: readonly Speciality[] = [
  {
    key: 'environmental-law',
    sector: 'law',
    weight: 12,
    tracks: PRACTICE,
    core: [
      ['environmental-law', 3],
      ['eu-law', 2],
      ['legal-research', 3],
    ],
    more: [
      'aarhus-rights',
      'administrative-law',
      'infringement-complaints',
      'legal-opinions',
      'court-procedure',
      'climate-energy-law',
      'internal-review-request',
    ],
    causes: ['nature', 'climate', 'health'],
    licence: 'bar',
    field: { en: 'environmental law', fr: 'droit de l’environnement', nl: 'milieurecht' },
    headlines: {
      en: [
        'Environmental lawyer, {years} years of permits and appeals',
        'Solicitor for water, soil and planning cases in {city}',
      ],
      fr: [
        '{Avocat/Avocate} en droit de l’environnement à {city}',
        'Juriste environnement, {years} ans de recours et de permis',
      ],
      nl: [
        'Milieuadvocaat in {city}, {years} jaar vergunningen en beroepen',
        'Jurist omgevingsrecht met een zwak voor water',
      ],
    },
    bios: {
      en: [
        'I advise on permits, water and nature rules, mostly for municipalities. I have argued before administrative courts and twice before the Aarhus committee.',
        'I started in a planning department and moved to a small firm. I like files where the map matters as much as the statute.',
      ],
      fr: [
        'Je conseille des communes sur les permis, l’eau et les espaces protégés. J’ai plaidé devant les juridictions administratives de mon pays.',
        'J’ai commencé dans un service d’urbanisme avant de rejoindre un petit cabinet. J’aime les dossiers où la carte compte autant que la loi.',
      ],
      nl: [
        'Ik adviseer over vergunningen, water en natuur, vooral voor gemeenten. Ik pleitte geregeld voor bestuursrechters.',
        'Ik begon bij een dienst ruimtelijke ordening en werk nu bij een klein kantoor. Een kaart zegt me evenveel als een wettekst.',
      ],
    },
  },
  {
    key: 'eu-drafting',
    sector: 'law',
    weight: 12,
    tracks: PRACTICE,
    core: [
      ['amendment-drafting', 3],
      ['eu-law', 3],
      ['legislative-procedure', 3],
      ['legal-drafting', 3],
    ],
    more: [
      'european-parliament',
      'council-eu',
      'comitology',
      'legislative-drafting',
      'negotiation',
      'environmental-law',
      'digital-regulation',
      'consumer-law',
    ],
    causes: ['climate', 'nature', 'consumers', 'digital', 'democracy'],
    field: { en: 'European law-making', fr: 'droit et procédure législative de l’Union', nl: 'Europese wetgeving' },
    headlines: {
      en: [
        'Legislative drafter, {years} years around the EU institutions',
        'EU lawyer who writes amendments that survive trilogue',
      ],
      fr: [
        'Juriste-{rédacteur/rédactrice} de textes européens',
        'Droit de l’Union et amendements, {years} ans de pratique',
      ],
      nl: [
        'Wetgevingsjurist, {years} jaar rond de EU-instellingen',
        'Jurist EU-recht: amendementen die overeind blijven',
      ],
    },
    bios: {
      en: [
        'I have drafted for a political group and for a ministry, so I know what each side can live with. Two columns, one sentence of reasons, done.',
        'My work is the comma that decides who is covered. I read annexes first.',
      ],
      fr: [
        'J’ai rédigé pour un groupe politique puis pour un ministère. Je sais ce que chaque camp peut accepter.',
        'Mon métier, c’est la virgule qui décide qui est couvert. Je commence toujours par les annexes.',
      ],
      nl: [
        'Ik schreef voor een fractie en voor een ministerie en weet dus waar beide kanten mee kunnen leven.',
        'Mijn vak is de komma die bepaalt wie eronder valt. Ik begin altijd bij de bijlagen.',
      ],
    },
  },
  {
    key: 'litigation',
    sector: 'law',
    weight: 9,
    tracks: [
      ['professional', 85],
      ['academic', 5],
      ['retired', 10],
    ],
    core: [
      ['strategic-litigation', 3],
      ['court-procedure', 3],
      ['pleadings', 3],
    ],
    more: [
      'eu-litigation',
      'action-for-annulment',
      'preliminary-references',
      'echr-litigation',
      'collective-redress',
      'fundamental-rights-law',
      'aarhus-rights',
      'legal-opinions',
    ],
    causes: ['human-rights', 'climate', 'migration', 'consumers', 'equality'],
    licence: 'bar',
    field: {
      en: 'procedural law and strategic litigation',
      fr: 'droit processuel et contentieux stratégique',
      nl: 'procesrecht',
    },
    headlines: {
      en: ['Litigator, {years} years in the highest courts', 'Barrister for public-interest cases, {city}'],
      fr: [
        '{Avocat/Avocate} {plaideur/plaideuse}, {years} ans de contentieux',
        'Contentieux stratégique et droits fondamentaux, {city}',
      ],
      nl: ['Procesadvocaat, {years} jaar ervaring tot in cassatie', 'Advocaat voor zaken van algemeen belang, {city}'],
    },
    bios: {
      en: [
        'I have lost cases that changed the law and won some that did not. I will tell you early which kind yours is.',
        'Standing, time limits, costs: I begin with the three things that sink good cases.',
      ],
      fr: [
        'J’ai perdu des affaires qui ont changé le droit et gagné d’autres qui n’ont rien changé. Je vous dirai tôt de quelle sorte est la vôtre.',
        'Intérêt à agir, délais, frais : je commence par ce qui fait échouer les bons dossiers.',
      ],
      nl: [
        'Ik verloor zaken die het recht veranderden en won er die niets veranderden. Ik zeg je vroeg welke van de twee de jouwe is.',
        'Belang, termijnen, kosten: ik begin bij de drie dingen waarop goede zaken stranden.',
      ],
    },
  },
  {
    key: 'access-to-documents',
    sector: 'law',
    weight: 9,
    tracks: PRACTICE,
    core: [
      ['access-to-documents', 3],
      ['administrative-law', 3],
      ['ombudsman-complaints', 2],
    ],
    more: [
      'legal-research',
      'lobby-transparency',
      'eu-law',
      'investigative-research',
      'national-parliaments',
      'legal-drafting',
      'open-data',
    ],
    causes: ['democracy', 'digital', 'human-rights', 'finance'],
    field: {
      en: 'administrative law and transparency',
      fr: 'droit administratif et transparence',
      nl: 'bestuursrecht en openbaarheid',
    },
    headlines: {
      en: [
        'Transparency lawyer: requests, refusals, appeals',
        'Administrative lawyer, {years} years with public records',
      ],
      fr: [
        'Juriste en transparence : demandes, refus, recours',
        'Droit administratif et accès aux documents, {years} ans',
      ],
      nl: [
        'Jurist openbaarheid: verzoeken, weigeringen, beroep',
        'Bestuursrecht en openbare stukken, {years} jaar ervaring',
      ],
    },
    bios: {
      en: [
        'I spent years on the other side, deciding on requests for a ministry. I know which refusals do not hold.',
        'I write requests that can be answered and appeals that can be won, in that order.',
      ],
      fr: [
        'J’ai passé des années de l’autre côté, à répondre aux demandes pour un ministère. Je sais quels refus ne tiennent pas.',
        'J’écris des demandes auxquelles on peut répondre et des recours que l’on peut gagner.',
      ],
      nl: [
        'Jarenlang besliste ik zelf op verzoeken, bij een ministerie. Ik weet welke weigeringen geen stand houden.',
        'Ik schrijf verzoeken die te beantwoorden zijn en bezwaren die te winnen zijn, in die volgorde.',
      ],
    },
  },
  {
    key: 'data-protection',
    sector: 'law',
    weight: 9,
    tracks: PRACTICE,
    core: [
      ['data-protection-law', 3],
      ['digital-regulation', 3],
      ['eu-law', 2],
    ],
    more: [
      'ai-systems',
      'fundamental-rights-law',
      'consumer-law',
      'digital-security',
      'legal-opinions',
      'consultation-responses',
      'policy-analysis',
    ],
    causes: ['digital', 'democracy', 'children', 'human-rights'],
    field: {
      en: 'data protection and digital regulation',
      fr: 'protection des données et droit du numérique',
      nl: 'gegevensbescherming en digitaal recht',
    },
    headlines: {
      en: [
        'Data-protection lawyer, platforms and public bodies',
        'Digital regulation: AI, platforms, data. {years} years in',
      ],
      fr: ['Juriste en protection des données, secteur public', 'Numérique et droits : IA, plateformes, données'],
      nl: ['Privacyjurist, overheden en platforms', 'Digitale regelgeving: AI, platforms en data'],
    },
    bios: {
      en: [
        'I was a data-protection officer in a hospital and learned there that a good rule fits on one page.',
        'I read technical documentation for pleasure. Ask me what a system really decides.',
      ],
      fr: [
        'Après des années de délégation dans un hôpital, je sais qu’une bonne règle tient sur une page.',
        'Je lis la documentation technique avec plaisir : demandez-moi ce qu’un système décide vraiment.',
      ],
      nl: [
        'Ik werkte als functionaris gegevensbescherming in een ziekenhuis en leerde daar dat een goede regel op één bladzijde past.',
        'Technische documentatie lees ik voor mijn plezier. Vraag me wat een systeem werkelijk beslist.',
      ],
    },
  },
  {
    key: 'human-rights',
    sector: 'law',
    weight: 8,
    tracks: PRACTICE,
    core: [
      ['fundamental-rights-law', 3],
      ['asylum-migration-law', 2],
      ['legal-research', 3],
    ],
    more: [
      'echr-litigation',
      'preliminary-references',
      'public-international-law',
      'legal-opinions',
      'inclusion',
      'interviews-focus-groups',
      'strategic-litigation',
      'training',
    ],
    causes: ['human-rights', 'migration', 'equality', 'children'],
    licence: 'bar',
    field: { en: 'human rights law', fr: 'droits humains', nl: 'mensenrechten' },
    headlines: {
      en: ['Human-rights lawyer, asylum and detention', 'Refugee and fundamental-rights law, {city}'],
      fr: [
        '{Avocat/Avocate} en droit des étrangers à {city}',
        'Droits fondamentaux et asile, {years} ans de permanences',
      ],
      nl: ['Advocaat vreemdelingenrecht in {city}', 'Jurist mensenrechten en asiel, {years} jaar spreekuren'],
    },
    bios: {
      en: [
        'I have done the night shift at a reception centre and the day shift at court. Both taught me to write short.',
        'I work where procedures meet people. I can train your volunteers too.',
      ],
      fr: [
        'Des permanences de nuit aux audiences de jour, j’ai appris à écrire court.',
        'Je travaille là où les procédures rencontrent les gens. Je peux aussi former vos bénévoles.',
      ],
      nl: [
        'Ik deed nachtdiensten in een opvangcentrum en dagdiensten in de rechtbank. Van allebei leerde ik kort schrijven.',
        'Ik werk waar procedures mensen ontmoeten. Ik leid ook graag vrijwilligers op.',
      ],
    },
  },
  {
    key: 'consumer-law',
    sector: 'law',
    weight: 6,
    tracks: PRACTICE,
    core: [
      ['consumer-law', 3],
      ['collective-redress', 2],
      ['eu-law', 2],
    ],
    more: [
      'competition-law',
      'digital-regulation',
      'legal-drafting',
      'mediation',
      'consultation-responses',
      'policy-briefs',
    ],
    causes: ['consumers', 'finance', 'digital'],
    field: { en: 'consumer law', fr: 'droit de la consommation', nl: 'consumentenrecht' },
    headlines: {
      en: ['Consumer lawyer: guarantees, credit, class actions', 'Unfair terms and collective redress, {years} years'],
      fr: ['Droit de la consommation et actions de groupe', 'Juriste consommation, {years} ans de clauses abusives'],
      nl: [
        'Consumentenjurist: garantie, krediet, massaschade',
        'Oneerlijke bedingen en collectieve acties, {years} jaar',
      ],
    },
    bios: {
      en: [
        'I have read more small print than is good for anyone. Most of it can be challenged.',
        'I ran the complaints desk of a consumer association before I became its lawyer.',
      ],
      fr: [
        'J’ai lu plus de petits caractères qu’il n’est raisonnable. La plupart se contestent.',
        'J’ai tenu le guichet des plaintes d’une association avant d’en devenir la juriste.',
      ],
      nl: [
        'Ik las meer kleine lettertjes dan goed is voor een mens. De meeste zijn aan te vechten.',
        'Ik deed jaren de klachtenlijn van een consumentenbond voordat ik er jurist werd.',
      ],
    },
  },
  {
    key: 'labour-law',
    sector: 'law',
    weight: 6,
    tracks: PRACTICE,
    core: [
      ['labour-social-law', 3],
      ['eu-law', 2],
      ['legal-opinions', 2],
    ],
    more: [
      'negotiation',
      'mediation',
      'corporate-accountability',
      'collective-redress',
      'national-parliaments',
      'training',
    ],
    causes: ['work', 'equality', 'migration'],
    licence: 'bar',
    field: { en: 'labour and social law', fr: 'droit du travail et de la sécurité sociale', nl: 'arbeidsrecht' },
    headlines: {
      en: ['Employment lawyer on the workers’ side', 'Labour law, platforms and posted workers, {years} years'],
      fr: ['{Avocat/Avocate} en droit du travail, côté salariés', 'Droit social européen, détachement et plateformes'],
      nl: ['Arbeidsrechtadvocaat aan werknemerskant', 'Sociaal recht, detachering en platformwerk, {years} jaar'],
    },
    bios: {
      en: [
        'I began in a union office at sixteen hours a week and never quite left.',
        'Posted workers, riders, cleaners: my clients know more about the labour market than most reports.',
      ],
      fr: [
        'J’ai débuté à mi-temps dans un syndicat et n’en suis jamais vraiment {parti/partie}.',
        'Travailleurs détachés, livreurs, aides à domicile : mes clients connaissent le marché du travail mieux que les rapports.',
      ],
      nl: [
        'Ik begon zestien uur per week bij een vakbond en ging er nooit helemaal weg.',
        'Gedetacheerden, koeriers, schoonmakers: mijn cliënten kennen de arbeidsmarkt beter dan menig rapport.',
      ],
    },
  },
  {
    key: 'competition-procurement',
    sector: 'law',
    weight: 4,
    tracks: PRACTICE,
    core: [
      ['competition-law', 3],
      ['state-aid-law', 2],
      ['public-procurement-law', 2],
    ],
    more: ['economics', 'legal-opinions', 'european-commission', 'administrative-law', 'investigative-research'],
    causes: ['finance', 'democracy', 'climate'],
    licence: 'bar',
    field: {
      en: 'competition and state-aid law',
      fr: 'droit de la concurrence et des aides d’État',
      nl: 'mededingings- en aanbestedingsrecht',
    },
    headlines: {
      en: ['Competition lawyer with a taste for public money', 'State aid and procurement, {years} years in Brussels'],
      fr: ['Aides d’État et marchés publics, {years} ans', '{Avocat/Avocate} en droit de la concurrence'],
      nl: ['Jurist staatssteun en aanbestedingen, {years} jaar', 'Mededingingsadvocaat met oog voor publiek geld'],
    },
    bios: {
      en: [
        'I know how a complaint to a competition authority is read, because I used to read them.',
        'By day I defend mergers. On Fridays I would rather question them.',
      ],
      fr: [
        'Je sais comment une plainte est lue par une autorité, car je les lisais.',
        'Les marchés publics racontent une ville mieux que ses discours.',
      ],
      nl: [
        'Ik weet hoe een klacht bij een toezichthouder wordt gelezen, want ik las ze zelf.',
        'Aanbestedingen vertellen meer over een stad dan haar toespraken.',
      ],
    },
  },
  {
    key: 'nonprofit-governance',
    sector: 'law',
    weight: 4,
    tracks: [
      ['professional', 70],
      ['retired', 30],
    ],
    core: [
      ['nonprofit-law', 3],
      ['ngo-governance', 3],
      ['legal-drafting', 2],
    ],
    more: ['financial-management', 'mediation', 'training', 'fundraising', 'constitutional-law'],
    causes: ['democracy', 'equality'],
    licence: 'notary',
    field: { en: 'non-profit law', fr: 'droit des associations', nl: 'verenigingsrecht' },
    headlines: {
      en: ['Notary who likes statutes that people can read', 'Non-profit law and governance, {years} years'],
      fr: ['Notaire, statuts et gouvernance d’associations', 'Droit associatif et médiation, {years} ans'],
      nl: ['Notaris met liefde voor leesbare statuten', 'Verenigingsrecht en goed bestuur, {years} jaar'],
    },
    bios: {
      en: [
        'I have untangled enough boards to know that one clear paragraph saves a year.',
        'Statutes, conflicts, mergers of small associations: I do them by telephone and with patience.',
      ],
      fr: [
        'J’ai démêlé assez de conseils d’administration pour savoir qu’un paragraphe clair épargne un an.',
        'Statuts, conflits, fusions de petites associations : par téléphone et avec patience.',
      ],
      nl: [
        'Ik ontwarde genoeg besturen om te weten dat één heldere alinea een jaar bespaart.',
        'Statuten, conflicten, fusies van kleine verenigingen: per telefoon en met geduld.',
      ],
    },
  },
];
