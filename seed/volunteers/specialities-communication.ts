/** Volunteers who make things clear: designers, writers, translators, organisers. */
import type { Speciality } from './speciality';

export const COMMUNICATION_SPECIALITIES: readonly Speciality[] = [
  {
    key: 'graphic-design',
    sector: 'design',
    weight: 10,
    tracks: [
      ['professional', 85],
      ['student', 15],
    ],
    core: [
      ['graphic-design', 3],
      ['infographics', 3],
      ['layout-publishing', 2],
    ],
    more: [
      'data-visualisation',
      'illustration',
      'accessibility',
      'social-media',
      'ux-design',
      'video-production',
      'storytelling',
    ],
    causes: ['climate', 'democracy', 'food', 'equality', 'nature'],
    field: { en: 'graphic design', fr: 'design graphique', nl: 'grafische vormgeving' },
    headlines: {
      en: ['Graphic designer, figures made visible', 'Editorial designer: reports that people finish'],
      fr: ['Graphiste, des chiffres rendus visibles', '{Directeur/Directrice} artistique de presse, {years} ans'],
      nl: ['Grafisch ontwerper, cijfers zichtbaar gemaakt', 'Vormgever van rapporten die mensen uitlezen'],
    },
    bios: {
      en: [
        'I ask for the one sentence first, then I draw. I hand over open files.',
        'I laid out a newspaper for eight years and can work with a deadline at six.',
      ],
      fr: [
        'Je demande d’abord la phrase à retenir, puis je dessine. Je livre des fichiers ouverts.',
        'Huit ans de mise en page d’un quotidien : un bouclage à dix-huit heures ne m’effraie pas.',
      ],
      nl: [
        'Ik vraag eerst de ene zin en teken dan pas. Ik lever open bestanden.',
        'Acht jaar maakte ik een krant op: een deadline om zes uur schrikt me niet af.',
      ],
    },
  },
  {
    key: 'illustration-video',
    sector: 'design',
    weight: 5,
    tracks: [
      ['professional', 80],
      ['student', 20],
    ],
    core: [
      ['video-production', 3],
      ['storytelling', 3],
      ['illustration', 2],
    ],
    more: ['photography', 'social-media', 'graphic-design', 'copywriting', 'accessibility', 'public-speaking'],
    causes: ['migration', 'nature', 'animals', 'children'],
    field: { en: 'film and illustration', fr: 'cinéma et illustration', nl: 'film en illustratie' },
    headlines: {
      en: ['Documentary maker, two minutes at a time', 'Illustrator for things that are hard to photograph'],
      fr: ['Documentariste, deux minutes à la fois', '{Illustrateur/Illustratrice} de ce qui se photographie mal'],
      nl: ['Documentairemaker, twee minuten per keer', 'Illustrator van wat lastig te fotograferen is'],
    },
    bios: {
      en: [
        'I film people in their own kitchens and let them see the cut first.',
        'I draw procedures. A good drawing shortens a hearing.',
      ],
      fr: [
        'Je filme les gens dans leur cuisine et leur montre le montage d’abord.',
        'Je dessine des procédures. Un bon dessin raccourcit une audition.',
      ],
      nl: [
        'Ik film mensen in hun eigen keuken en laat ze de montage eerst zien.',
        'Ik teken procedures. Een goede tekening maakt een hoorzitting korter.',
      ],
    },
  },
  {
    key: 'writing',
    sector: 'communication',
    weight: 8,
    tracks: [
      ['professional', 75],
      ['student', 10],
      ['retired', 15],
    ],
    core: [
      ['plain-language', 3],
      ['copywriting', 3],
      ['proofreading', 3],
    ],
    more: [
      'speech-writing',
      'storytelling',
      'press-relations',
      'policy-briefs',
      'social-media',
      'inclusion',
      'grant-writing',
    ],
    causes: ['democracy', 'disability', 'consumers', 'health'],
    field: { en: 'plain language', fr: 'langage clair', nl: 'heldere taal' },
    headlines: {
      en: ['Plain-language editor, from law to letter', 'Speech-writer who counts the words'],
      fr: ['{Rédacteur/Rédactrice} en langage clair', 'Plume : discours, tribunes, lettres ouvertes'],
      nl: ['Redacteur heldere taal, van wet tot brief', 'Tekstschrijver: toespraken, opinies, open brieven'],
    },
    bios: {
      en: [
        'I cut reports by half and nobody has missed the other half yet.',
        'I wrote for a minister once. It taught me to say things a person can say aloud.',
      ],
      fr: [
        'Je coupe les rapports de moitié ; personne n’a encore réclamé l’autre.',
        'J’ai écrit pour une ministre. On y apprend à écrire ce qui se dit à voix haute.',
      ],
      nl: [
        'Ik kort rapporten in tot de helft; niemand heeft de andere helft ooit gemist.',
        'Ik schreef ooit voor een minister. Daar leer je schrijven wat iemand hardop kan zeggen.',
      ],
    },
  },
  {
    key: 'press',
    sector: 'communication',
    weight: 5,
    tracks: [
      ['professional', 85],
      ['retired', 15],
    ],
    core: [
      ['press-relations', 3],
      ['public-speaking', 2],
      ['crisis-communication', 2],
    ],
    more: ['social-media', 'storytelling', 'copywriting', 'campaign-planning', 'fact-checking', 'training'],
    causes: ['climate', 'democracy', 'animals', 'human-rights'],
    field: { en: 'media relations', fr: 'relations presse', nl: 'perscontacten' },
    headlines: {
      en: ['Press officer, {years} years of deadlines', 'Former news editor: I know what lands'],
      fr: [
        '{Attaché/Attachée} de presse, {years} ans de bouclages',
        'Ancien{/ne} {chef/cheffe} d’édition : je sais ce qui passe',
      ],
      nl: ['Persvoorlichter, {years} jaar deadlines', 'Oud-eindredacteur: ik weet wat blijft hangen'],
    },
    bios: {
      en: [
        'I prepare people for the one question they fear.',
        'A release is a service to a tired editor. I write it that way.',
      ],
      fr: [
        'Je prépare les gens à la question qu’ils redoutent.',
        'Un communiqué rend service à une rédaction fatiguée. Je l’écris ainsi.',
      ],
      nl: [
        'Ik bereid mensen voor op de ene vraag die ze vrezen.',
        'Een persbericht is een dienst aan een vermoeide redacteur. Zo schrijf ik het.',
      ],
    },
  },
  {
    key: 'translation',
    sector: 'communication',
    weight: 9,
    tracks: [
      ['professional', 80],
      ['student', 10],
      ['retired', 10],
    ],
    core: [
      ['translation', 4],
      ['proofreading', 3],
    ],
    more: ['interpreting', 'plain-language', 'legal-drafting', 'copywriting', 'training'],
    causes: ['migration', 'human-rights', 'democracy', 'health', 'nature'],
    licence: 'translator',
    field: { en: 'translation', fr: 'traduction', nl: 'vertaalkunde' },
    headlines: {
      en: ['Legal translator, sworn before the court in {city}', 'Translator of laws, letters and leaflets'],
      fr: ['{Traducteur juré/Traductrice jurée} à {city}', '{Traducteur/Traductrice} juridique, {years} ans'],
      nl: ['Beëdigd vertaler in {city}', 'Juridisch vertaler, {years} jaar ervaring'],
    },
    bios: {
      en: [
        'I translate so that the other side cannot claim to have misread. Terminology lists included.',
        'I worked in the language services of an institution. I still dream in three columns.',
      ],
      fr: [
        'Je traduis pour que personne ne puisse prétendre avoir mal lu. Glossaire compris.',
        'J’ai travaillé dans un service linguistique ; je rêve encore en trois colonnes.',
      ],
      nl: [
        'Ik vertaal zo dat niemand kan beweren het verkeerd te hebben gelezen. Met woordenlijst.',
        'Ik werkte bij de taaldienst van een instelling en droom nog in drie kolommen.',
      ],
    },
  },
  {
    key: 'campaigning',
    sector: 'civic',
    weight: 7,
    tracks: [
      ['professional', 75],
      ['student', 20],
      ['retired', 5],
    ],
    core: [
      ['campaign-planning', 3],
      ['digital-campaigning', 3],
      ['coalition-building', 2],
    ],
    more: [
      'citizens-initiatives',
      'petitions',
      'community-organising',
      'social-media',
      'volunteer-management',
      'event-organisation',
      'advocacy-strategy',
      'fundraising',
    ],
    causes: ['climate', 'animals', 'democracy', 'equality', 'work'],
    field: { en: 'campaigning', fr: 'campagnes citoyennes', nl: 'campagnevoering' },
    headlines: {
      en: ['Campaigner with seven countries in the phone book', 'Petitions and citizens’ initiatives, {years} years'],
      fr: ['{Organisateur/Organisatrice} de campagnes citoyennes', 'Pétitions et initiatives citoyennes, {years} ans'],
      nl: ['Campagnevoerder, van petitie tot burgerinitiatief', 'Campagnes in meerdere landen, {years} jaar'],
    },
    bios: {
      en: [
        'I have collected signatures in the rain and know what a valid one costs.',
        'Who does what by when: I write that page and then I ring people.',
      ],
      fr: [
        'J’ai récolté des signatures sous la pluie et sais ce que coûte une signature valide.',
        'Qui fait quoi pour quand : j’écris cette page, puis j’appelle les gens.',
      ],
      nl: [
        'Ik verzamelde handtekeningen in de regen en weet wat een geldige kost.',
        'Wie doet wat tegen wanneer: die bladzijde schrijf ik, en dan bel ik mensen.',
      ],
    },
  },
  {
    key: 'participation',
    sector: 'civic',
    weight: 6,
    tracks: [
      ['professional', 70],
      ['academic', 15],
      ['retired', 15],
    ],
    core: [
      ['facilitation', 3],
      ['public-participation', 3],
      ['deliberative-processes', 2],
    ],
    more: [
      'training',
      'inclusion',
      'mediation',
      'community-organising',
      'local-government',
      'event-organisation',
      'survey-design',
    ],
    causes: ['democracy', 'equality', 'disability', 'climate', 'children'],
    field: { en: 'participation and deliberation', fr: 'participation et délibération', nl: 'participatie' },
    headlines: {
      en: ['Facilitator of citizens’ assemblies', 'Participation that changes the plan, {years} years'],
      fr: ['{Animateur/Animatrice} d’assemblées citoyennes', 'Concertation et délibération, {years} ans'],
      nl: ['Begeleider van burgerberaden', 'Inspraak die het plan verandert, {years} jaar'],
    },
    bios: {
      en: [
        'I make sure the quiet half of the room is heard too, and that somebody answers.',
        'I have run twenty assemblies, from a village to a capital.',
      ],
      fr: [
        'Je veille à ce que la moitié silencieuse de la salle soit entendue, et que quelqu’un réponde.',
        'J’ai animé une vingtaine d’assemblées, d’un village à une capitale.',
      ],
      nl: [
        'Ik zorg dat ook de stille helft van de zaal gehoord wordt, en dat iemand antwoordt.',
        'Ik leidde een twintigtal beraden, van dorp tot hoofdstad.',
      ],
    },
  },
  {
    key: 'organisation',
    sector: 'civic',
    weight: 6,
    tracks: [
      ['professional', 70],
      ['retired', 30],
    ],
    core: [
      ['project-management', 3],
      ['grant-writing', 2],
      ['financial-management', 2],
    ],
    more: [
      'fundraising',
      'monitoring-evaluation',
      'ngo-governance',
      'volunteer-management',
      'event-organisation',
      'public-finance',
    ],
    causes: ['equality', 'disability', 'food', 'children', 'nature'],
    field: { en: 'management of organisations', fr: 'gestion d’organisations', nl: 'organisatiekunde' },
    headlines: {
      en: ['Project manager who keeps promises small and kept', 'Finance and grants for small organisations'],
      fr: ['{Chef/Cheffe} de projet, promesses petites et tenues', 'Finances et subventions de petites associations'],
      nl: ['Projectleider met kleine beloften die uitkomen', 'Financiën en subsidies voor kleine verenigingen'],
    },
    bios: {
      en: [
        'I ran programmes for an aid organisation and can read a budget aloud.',
        'Give me a deadline and five people; I will give you a plan they believe in.',
      ],
      fr: [
        'J’ai dirigé des programmes d’aide et sais lire un budget à voix haute.',
        'Donnez-moi une échéance et cinq personnes ; je vous rends un plan auquel elles croient.',
      ],
      nl: [
        'Ik leidde programma’s voor een hulporganisatie en kan een begroting voorlezen.',
        'Geef me een deadline en vijf mensen; ik geef je een plan waarin ze geloven.',
      ],
    },
  },
];
