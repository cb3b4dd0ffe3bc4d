/** Volunteers who know how decisions are made: analysts, campaigners, former officials, economists. */
import type { Speciality } from './speciality';

export const POLICY_SPECIALITIES: readonly Speciality[] = [
  {
    key: 'policy-analysis',
    sector: 'policy',
    weight: 12,
    tracks: [
      ['professional', 65],
      ['academic', 12],
      ['student', 15],
      ['retired', 8],
    ],
    core: [
      ['policy-analysis', 3],
      ['position-papers', 3],
      ['consultation-responses', 3],
    ],
    more: [
      'policy-briefs',
      'impact-assessment',
      'legislative-monitoring',
      'european-commission',
      'plain-language',
      'environmental-policy',
      'policy-evaluation',
      'fact-checking',
    ],
    causes: ['climate', 'health', 'food', 'consumers', 'work'],
    field: { en: 'public policy', fr: 'politiques publiques', nl: 'beleidsanalyse' },
    headlines: {
      en: ['Policy analyst: four pages that get read', 'Consultation responses and position papers, {years} years'],
      fr: ['Analyste de politiques publiques, écriture claire', 'Notes de position et consultations, {years} ans'],
      nl: ['Beleidsanalist: vier pagina’s die gelezen worden', 'Standpuntnota’s en inspraakreacties, {years} jaar'],
    },
    bios: {
      en: [
        'I have written for a think tank, a city and a trade association. The public interest was the hardest client and the best.',
        'I turn forty sources into four pages and one figure. I answer the strongest objection first.',
      ],
      fr: [
        'J’ai écrit pour un institut, une ville et une fédération professionnelle. L’intérêt général est le client le plus exigeant.',
        'De quarante sources, je fais quatre pages et un chiffre. Je réponds d’abord à la meilleure objection.',
      ],
      nl: [
        'Ik schreef voor een denktank, een stad en een brancheorganisatie. Het algemeen belang was de strengste opdrachtgever, en de leukste.',
        'Van veertig bronnen maak ik vier pagina’s en één cijfer. Het sterkste tegenargument beantwoord ik eerst.',
      ],
    },
  },
  {
    key: 'advocacy',
    sector: 'policy',
    weight: 10,
    tracks: [
      ['professional', 82],
      ['retired', 18],
    ],
    core: [
      ['advocacy-strategy', 3],
      ['stakeholder-mapping', 3],
      ['political-analysis', 2],
    ],
    more: [
      'coalition-building',
      'stakeholder-relations',
      'negotiation',
      'european-parliament',
      'council-eu',
      'campaign-planning',
      'lobby-transparency',
      'national-parliaments',
    ],
    causes: ['climate', 'democracy', 'food', 'health', 'animals', 'human-rights'],
    field: { en: 'advocacy and political strategy', fr: 'plaidoyer et stratégie politique', nl: 'belangenbehartiging' },
    headlines: {
      en: [
        'Public-affairs adviser, now on the citizens’ side',
        'Advocacy strategist, {years} years in and around parliaments',
      ],
      fr: [
        '{Conseiller/Conseillère} en affaires publiques, côté citoyens',
        'Stratégie de plaidoyer, {years} ans autour des parlements',
      ],
      nl: ['Public-affairsadviseur, nu aan burgerkant', 'Strateeg belangenbehartiging, {years} jaar rond parlementen'],
    },
    bios: {
      en: [
        'I worked for an industry association for a decade. I know which door is open on which day.',
        'A map, a calendar, three messages: most campaigns need no more, and few have them.',
      ],
      fr: [
        'J’ai travaillé dix ans pour une fédération industrielle. Je sais quelle porte est ouverte quel jour.',
        'Une carte, un calendrier, trois messages : peu de campagnes ont besoin de plus, et peu les ont.',
      ],
      nl: [
        'Tien jaar werkte ik voor een brancheorganisatie. Ik weet welke deur op welke dag openstaat.',
        'Een kaart, een kalender, drie boodschappen: meer heeft een campagne zelden nodig, en weinig campagnes hebben ze.',
      ],
    },
  },
  {
    key: 'former-official',
    sector: 'policy',
    weight: 8,
    tracks: [
      ['retired', 85],
      ['professional', 15],
    ],
    core: [
      ['legislative-procedure', 4],
      ['european-commission', 4],
      ['comitology', 3],
    ],
    more: [
      'council-eu',
      'european-parliament',
      'impact-assessment',
      'negotiation',
      'advocacy-strategy',
      'eu-agencies',
      'public-finance',
      'policy-evaluation',
      'implementation-monitoring',
    ],
    causes: ['democracy', 'climate', 'food', 'finance', 'nature'],
    field: { en: 'European administration', fr: 'administration européenne', nl: 'Europees bestuur' },
    headlines: {
      en: [
        'Former EU official, {years} years in three directorates',
        'Retired head of unit, happy to explain how it works',
      ],
      fr: [
        'Ancien{/ne} fonctionnaire de l’Union, {years} ans de procédures',
        '{Retraité/Retraitée} de l’administration, {years} ans de textes',
      ],
      nl: [
        'Oud-ambtenaar van de EU, {years} jaar procedures',
        'Gepensioneerd afdelingshoofd, legt graag uit hoe het werkt',
      ],
    },
    bios: {
      en: [
        'I have been the person who answers consultations, and I remember the four that changed a text. I observe my duties as a former official and say so in writing.',
        'Impact assessments, comitology, delegated acts: ask me what happens after the vote.',
      ],
      fr: [
        'J’ai dépouillé des consultations et me souviens des quatre qui ont changé un texte. Je respecte mes obligations d’ancien agent et le dis par écrit.',
        'Analyses d’impact, comitologie, actes délégués : demandez-moi ce qui se passe après le vote.',
      ],
      nl: [
        'Ik las jarenlang inspraakreacties en herinner me de vier die een tekst veranderden. Mijn plichten als oud-ambtenaar leef ik na, zwart op wit.',
        'Effectbeoordelingen, comitologie, gedelegeerde handelingen: vraag me wat er na de stemming gebeurt.',
      ],
    },
  },
  {
    key: 'economics',
    sector: 'policy',
    weight: 7,
    tracks: [
      ['professional', 55],
      ['academic', 30],
      ['student', 15],
    ],
    core: [
      ['economics', 3],
      ['cost-benefit-analysis', 3],
      ['impact-assessment', 2],
    ],
    more: ['public-finance', 'statistics', 'data-analysis', 'policy-evaluation', 'competition-law', 'policy-briefs'],
    causes: ['finance', 'climate', 'health', 'work'],
    field: { en: 'applied economics', fr: 'économie appliquée', nl: 'toegepaste economie' },
    headlines: {
      en: ['Economist: what it costs, and whom', 'Cost-benefit analysis for public decisions, {years} years'],
      fr: ['Économiste : ce que cela coûte, et à qui', 'Analyse coûts-avantages, {years} ans'],
      nl: ['Econoom: wat het kost, en wie', 'Kosten-batenanalyse van publieke keuzes, {years} jaar'],
    },
    bios: {
      en: [
        'I check the numbers behind impact assessments. Often the benefit was never counted.',
        'I model energy and transport. My spreadsheets have a sheet for doubts.',
      ],
      fr: [
        'Je vérifie les chiffres des analyses d’impact. Souvent, le bénéfice n’a jamais été compté.',
        'Je modélise l’énergie et les transports. Mes tableurs ont un onglet pour les doutes.',
      ],
      nl: [
        'Ik reken effectbeoordelingen na. Vaak blijkt de baat nooit geteld.',
        'Ik modelleer energie en vervoer. Mijn rekenbladen hebben een tabblad voor twijfel.',
      ],
    },
  },
  {
    key: 'agri-food-policy',
    sector: 'policy',
    weight: 6,
    tracks: [
      ['professional', 60],
      ['academic', 25],
      ['retired', 15],
    ],
    core: [
      ['environmental-policy', 3],
      ['policy-analysis', 2],
      ['environmental-science', 2],
    ],
    more: [
      'consultation-responses',
      'implementation-monitoring',
      'interviews-focus-groups',
      'position-papers',
      'environmental-law',
      'gis-mapping',
    ],
    causes: ['food', 'nature', 'animals', 'climate'],
    field: { en: 'food and land policy', fr: 'politiques agricoles et alimentaires', nl: 'landbouw- en voedselbeleid' },
    headlines: {
      en: ['Agronomist turned policy adviser', 'Food, farms and soil: {years} years of rural policy'],
      fr: [
        'Agronome, aujourd’hui {conseiller/conseillère} en politiques publiques',
        'Alimentation, fermes et sols : {years} ans de terrain',
      ],
      nl: ['Landbouwkundige die beleidsadviseur werd', 'Voedsel, boeren en bodem: {years} jaar plattelandsbeleid'],
    },
    bios: {
      en: [
        'I grew up on a mixed farm and can translate between a ministry and a milking parlour.',
        'I sit in an advisory group on farm payments. I know where the footnotes are.',
      ],
      fr: [
        'J’ai grandi dans une ferme de polyculture et traduis entre le ministère et la salle de traite.',
        'Je siège dans un groupe consultatif sur les aides. Je sais où sont les notes de bas de page.',
      ],
      nl: [
        'Ik groeide op op een gemengd bedrijf en vertaal tussen ministerie en melkstal.',
        'Ik zit in een adviesgroep over landbouwsteun en weet waar de voetnoten staan.',
      ],
    },
  },
  {
    key: 'health-policy',
    sector: 'policy',
    weight: 5,
    tracks: [
      ['professional', 60],
      ['academic', 30],
      ['retired', 10],
    ],
    core: [
      ['policy-analysis', 2],
      ['literature-review', 3],
      ['statistics', 2],
    ],
    more: [
      'consultation-responses',
      'impact-assessment',
      'policy-briefs',
      'interviews-focus-groups',
      'eu-agencies',
      'academic-writing',
    ],
    causes: ['health', 'children', 'disability', 'food'],
    field: { en: 'public health', fr: 'santé publique', nl: 'volksgezondheid' },
    headlines: {
      en: ['Public-health doctor, evidence for policy', 'Epidemiologist: air, medicines, prevention'],
      fr: ['Médecin de santé publique, au service des preuves', 'Épidémiologiste : air, médicaments, prévention'],
      nl: ['Arts maatschappij en gezondheid', 'Epidemioloog: lucht, geneesmiddelen, preventie'],
    },
    bios: {
      en: [
        'I sum up evidence so that a committee can use it on Tuesday.',
        'I worked for a medicines agency and for a city. The city asked better questions.',
      ],
      fr: [
        'Je résume les preuves pour qu’une commission s’en serve dès mardi.',
        'J’ai travaillé pour une agence du médicament et pour une ville. La ville posait de meilleures questions.',
      ],
      nl: [
        'Ik vat bewijs zo samen dat een commissie er dinsdag iets mee kan.',
        'Ik werkte voor een geneesmiddelenbureau en voor een stad. De stad stelde betere vragen.',
      ],
    },
  },
  {
    key: 'animal-welfare',
    sector: 'policy',
    weight: 4,
    tracks: [
      ['professional', 65],
      ['academic', 20],
      ['student', 15],
    ],
    core: [
      ['environmental-science', 3],
      ['fact-checking', 2],
      ['policy-analysis', 2],
    ],
    more: [
      'literature-review',
      'consultation-responses',
      'investigative-research',
      'implementation-monitoring',
      'photography',
      'public-speaking',
    ],
    causes: ['animals', 'food', 'nature'],
    field: { en: 'veterinary science', fr: 'sciences vétérinaires', nl: 'diergeneeskunde' },
    headlines: {
      en: ['Veterinarian who reads regulations', 'Animal-welfare scientist, transport and housing'],
      fr: ['Vétérinaire, {lecteur/lectrice} de règlements', 'Bien-être animal : transport et logement'],
      nl: ['Dierenarts die verordeningen leest', 'Dierenwelzijn: transport en huisvesting'],
    },
    bios: {
      en: [
        'I was an official veterinarian at a border post for six years.',
        'Temperature, headroom, time: I know which numbers matter to the animal.',
      ],
      fr: [
        'J’ai travaillé six ans comme vétérinaire à un poste-frontière.',
        'Température, hauteur, durée : je sais quels chiffres comptent pour l’animal.',
      ],
      nl: [
        'Ik was zes jaar officieel dierenarts op een grenspost.',
        'Temperatuur, hoogte, tijd: ik weet welke getallen tellen voor het dier.',
      ],
    },
  },
];
