/** Volunteers who find out: researchers, data people, scientists, developers. */
import type { Speciality } from './speciality';

export const RESEARCH_SPECIALITIES: readonly Speciality[] = [
  {
    key: 'data-analysis',
    sector: 'data',
    weight: 10,
    tracks: [
      ['professional', 70],
      ['academic', 12],
      ['student', 18],
    ],
    core: [
      ['data-analysis', 3],
      ['python-r', 3],
      ['data-visualisation', 2],
    ],
    more: ['open-data', 'statistics', 'gis-mapping', 'web-development', 'infographics', 'ai-systems', 'fact-checking'],
    causes: ['democracy', 'climate', 'digital', 'health', 'finance'],
    field: { en: 'data science', fr: 'science des données', nl: 'datawetenschap' },
    headlines: {
      en: ['Data scientist who shows the workings', 'From messy spreadsheets to one honest chart'],
      fr: ['Analyste de données, méthode ouverte', 'Du tableur en désordre au graphique honnête'],
      nl: ['Datawetenschapper die de berekening laat zien', 'Van rommelig rekenblad naar één eerlijke grafiek'],
    },
    bios: {
      en: [
        'I clean, join and check public data. Every figure I hand over can be made again from one script.',
        'I work for a logistics company and would like my evenings to count for something else.',
      ],
      fr: [
        'Je nettoie, croise et vérifie des données publiques. Chaque chiffre peut être refait d’un seul script.',
        'Le jour, la logistique ; le soir, j’aimerais que mes compétences servent à autre chose.',
      ],
      nl: [
        'Ik maak openbare data schoon, leg ze naast elkaar en controleer. Elk cijfer is met één script opnieuw te maken.',
        'Overdag werk ik in de logistiek; ’s avonds wil ik dat mijn werk iets anders oplevert.',
      ],
    },
  },
  {
    key: 'mapping',
    sector: 'data',
    weight: 5,
    tracks: [
      ['professional', 65],
      ['academic', 20],
      ['student', 15],
    ],
    core: [
      ['gis-mapping', 3],
      ['open-data', 3],
      ['environmental-science', 2],
    ],
    more: ['data-analysis', 'data-visualisation', 'environmental-policy', 'photography', 'python-r', 'web-development'],
    causes: ['nature', 'climate', 'food'],
    field: { en: 'geography and mapping', fr: 'géographie et cartographie', nl: 'geografie' },
    headlines: {
      en: ['Cartographer: maps that stand up in court', 'Remote sensing for forests, wetlands and cities'],
      fr: ['Cartographe : des cartes qui tiennent devant le juge', 'Télédétection des forêts, zones humides et villes'],
      nl: ['Cartograaf: kaarten die standhouden bij de rechter', 'Satellietbeelden van bos, veen en stad'],
    },
    bios: {
      en: [
        'I map before and after. Often that is the whole argument.',
        'I teach volunteers to record a place so that nobody can doubt it later.',
      ],
      fr: [
        'Je cartographie l’avant et l’après. Souvent, tout l’argument est là.',
        'J’apprends aux bénévoles à relever un lieu de façon incontestable.',
      ],
      nl: [
        'Ik teken voor en na. Vaak is dat het hele argument.',
        'Ik leer vrijwilligers een plek zo vast te leggen dat niemand later twijfelt.',
      ],
    },
  },
  {
    key: 'social-research',
    sector: 'research',
    weight: 7,
    tracks: [
      ['academic', 50],
      ['professional', 30],
      ['student', 20],
    ],
    core: [
      ['qualitative-research', 3],
      ['interviews-focus-groups', 3],
      ['survey-design', 2],
    ],
    more: [
      'academic-writing',
      'literature-review',
      'statistics',
      'inclusion',
      'policy-evaluation',
      'facilitation',
      'monitoring-evaluation',
    ],
    causes: ['equality', 'migration', 'disability', 'work', 'children'],
    field: { en: 'sociology', fr: 'sociologie', nl: 'sociologie' },
    headlines: {
      en: ['Sociologist: interviews that become evidence', 'Survey and interview research, {years} years'],
      fr: ['Sociologue : des entretiens qui font preuve', 'Enquêtes et entretiens, {years} ans'],
      nl: ['Socioloog: gesprekken die bewijs worden', 'Enquêtes en interviews, {years} jaar'],
    },
    bios: {
      en: [
        'I listen for a living. I can set up a small study that a parliament takes seriously.',
        'My research is on how people meet public services. Consent comes first.',
      ],
      fr: [
        'J’écoute par métier. Je monte de petites études qu’un parlement prend au sérieux.',
        'Je travaille sur la rencontre entre les gens et les services publics. Le consentement d’abord.',
      ],
      nl: [
        'Luisteren is mijn vak. Ik zet een klein onderzoek op dat een parlement serieus neemt.',
        'Ik onderzoek hoe mensen de overheid tegenkomen. Toestemming komt eerst.',
      ],
    },
  },
  {
    key: 'investigation',
    sector: 'research',
    weight: 6,
    tracks: [
      ['professional', 85],
      ['retired', 15],
    ],
    core: [
      ['investigative-research', 3],
      ['fact-checking', 3],
      ['lobby-transparency', 2],
    ],
    more: [
      'corporate-accountability',
      'access-to-documents',
      'data-analysis',
      'press-relations',
      'interviews-focus-groups',
      'financial-management',
    ],
    causes: ['democracy', 'finance', 'work', 'human-rights', 'climate'],
    field: { en: 'investigative journalism', fr: 'journalisme d’enquête', nl: 'onderzoeksjournalistiek' },
    headlines: {
      en: ['Investigative journalist between two projects', 'Company registers, minutes, money: I follow them'],
      fr: ['Journaliste d’enquête entre deux projets', 'Registres, procès-verbaux, argent : je suis la piste'],
      nl: ['Onderzoeksjournalist tussen twee projecten', 'Registers, notulen, geld: ik volg het spoor'],
    },
    bios: {
      en: [
        'I read annual reports from the back. I keep sources safe and footnotes complete.',
        'I can find out who owns what, with public documents only.',
      ],
      fr: [
        'Je lis les rapports annuels par la fin. Mes sources sont protégées et mes notes complètes.',
        'Je retrouve qui possède quoi, avec des documents publics seulement.',
      ],
      nl: [
        'Jaarverslagen lees ik van achteren. Bronnen blijven veilig, voetnoten volledig.',
        'Ik zoek uit wie wat bezit, met alleen openbare stukken.',
      ],
    },
  },
  {
    key: 'environmental-science',
    sector: 'research',
    weight: 6,
    tracks: [
      ['academic', 45],
      ['professional', 35],
      ['student', 20],
    ],
    core: [
      ['environmental-science', 4],
      ['literature-review', 3],
      ['statistics', 2],
    ],
    more: [
      'academic-writing',
      'fact-checking',
      'gis-mapping',
      'impact-assessment',
      'public-speaking',
      'environmental-policy',
      'consultation-responses',
    ],
    causes: ['nature', 'climate', 'food', 'health'],
    field: { en: 'environmental science', fr: 'sciences de l’environnement', nl: 'milieuwetenschappen' },
    headlines: {
      en: ['Hydrologist: water, soil and what we put in them', 'Ecologist with {years} years in the field'],
      fr: ['Hydrologue : l’eau, les sols et ce que l’on y met', 'Écologue, {years} ans de terrain'],
      nl: ['Hydroloog: water, bodem en wat we erin stoppen', 'Ecoloog met {years} jaar veldwerk'],
    },
    bios: {
      en: [
        'I can tell you which study will be quoted against you, and what it did not measure.',
        'I measure nitrogen for a living and explain it for free.',
      ],
      fr: [
        'Je peux vous dire quelle étude on vous opposera, et ce qu’elle n’a pas mesuré.',
        'Je mesure l’azote par métier et l’explique gratuitement.',
      ],
      nl: [
        'Ik vertel je welke studie men tegen je zal aanhalen, en wat daarin niet gemeten is.',
        'Stikstof meten is mijn werk; uitleggen doe ik gratis.',
      ],
    },
  },
  {
    key: 'civic-tech',
    sector: 'data',
    weight: 6,
    tracks: [
      ['professional', 80],
      ['student', 20],
    ],
    core: [
      ['web-development', 3],
      ['open-data', 3],
      ['accessibility', 2],
    ],
    more: ['python-r', 'ux-design', 'digital-security', 'ai-systems', 'data-visualisation', 'digital-campaigning'],
    causes: ['digital', 'democracy', 'disability'],
    field: { en: 'software engineering', fr: 'informatique', nl: 'informatica' },
    headlines: {
      en: ['Developer for public-interest tools', 'Accessible websites and open data, {years} years'],
      fr: [
        '{Développeur/Développeuse} d’outils d’intérêt public',
        'Sites accessibles et données ouvertes, {years} ans',
      ],
      nl: ['Ontwikkelaar van publieke software', 'Toegankelijke websites en open data, {years} jaar'],
    },
    bios: {
      en: [
        'I build small tools that outlive their grant. No trackers, no surprises.',
        'I fix what keeps people out: forms, contrast, jargon, passwords.',
      ],
      fr: [
        'Je construis de petits outils qui survivent à leur subvention. Ni pisteurs ni surprises.',
        'Je répare ce qui exclut : formulaires, contrastes, jargon, mots de passe.',
      ],
      nl: [
        'Ik bouw kleine gereedschappen die hun subsidie overleven. Geen trackers, geen verrassingen.',
        'Ik repareer wat mensen buitensluit: formulieren, contrast, jargon, wachtwoorden.',
      ],
    },
  },
  {
    key: 'ai-audit',
    sector: 'data',
    weight: 4,
    tracks: [
      ['professional', 45],
      ['academic', 40],
      ['student', 15],
    ],
    core: [
      ['ai-systems', 3],
      ['statistics', 3],
      ['digital-regulation', 2],
    ],
    more: [
      'python-r',
      'data-protection-law',
      'digital-security',
      'academic-writing',
      'data-analysis',
      'policy-analysis',
    ],
    causes: ['digital', 'human-rights', 'work', 'equality'],
    field: { en: 'algorithmic accountability', fr: 'audit des algorithmes', nl: 'onderzoek naar algoritmen' },
    headlines: {
      en: ['Algorithm auditor: who is refused, and why', 'Machine-learning engineer with doubts'],
      fr: [
        'Audit d’algorithmes : qui est refusé, et pourquoi',
        '{Ingénieur/Ingénieure} en apprentissage automatique, avec des doutes',
      ],
      nl: ['Onderzoeker van algoritmen: wie krijgt nee, en waarom', 'Ingenieur machinaal leren, met twijfels'],
    },
    bios: {
      en: [
        'I test automated decisions with the data one can get, which is less than one should.',
        'I used to train these systems. Now I would rather ask them questions.',
      ],
      fr: [
        'Je teste les décisions automatisées avec les données que l’on peut obtenir, donc trop peu.',
        'J’entraînais ces systèmes. Je préfère aujourd’hui leur poser des questions.',
      ],
      nl: [
        'Ik toets geautomatiseerde besluiten met de data die te krijgen zijn. Dat is minder dan zou moeten.',
        'Vroeger trainde ik zulke systemen. Nu stel ik ze liever vragen.',
      ],
    },
  },
];
