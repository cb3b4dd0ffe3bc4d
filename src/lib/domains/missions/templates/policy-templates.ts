/** Templates of policy work: an hour's advice, answering a consultation, amending a bill, a position, a map of players. */
import type { MissionTemplate } from './mission-template';

export const POLICY_TEMPLATES = {
  advice_session: {
    name: ['Advice session', 'Séance de conseil', 'Adviesgesprek'],
    purpose: [
      'An hour or two with somebody who knows the file, before you decide what to do.',
      'Une heure ou deux avec quelqu’un qui connaît le dossier, avant de décider quoi faire.',
      'Een uur of twee met iemand die het dossier kent, voordat je beslist wat je doet.',
    ],
    usual: { min: 1, max: 2 },
    stage: null,
    goal: [
      '**Our question:** \n\n**What we know so far:** \n\n**What we will decide after the session:** ',
      '**Notre question :** \n\n**Ce que nous savons déjà :** \n\n**Ce que nous déciderons après la séance :** ',
      '**Onze vraag:** \n\n**Wat we al weten:** \n\n**Wat we na het gesprek beslissen:** ',
    ],
    deliverables: [
      {
        title: ['Notes of the session', 'Notes de la séance', 'Verslag van het gesprek'],
        detail: [
          'One page: the question, the answer, what it rests on.',
          'Une page : la question, la réponse, ce sur quoi elle repose.',
          'Eén pagina: de vraag, het antwoord, waarop het steunt.',
        ],
      },
      {
        title: ['Next steps', 'Prochaines étapes', 'Volgende stappen'],
        detail: [
          'Three to five steps, each with who and by when.',
          'Trois à cinq étapes, chacune avec qui et pour quand.',
          'Drie tot vijf stappen, elk met wie en tegen wanneer.',
        ],
      },
    ],
    roles: [
      {
        title: ['Adviser', 'Conseil', 'Adviseur'],
        mustHave: [['advocacy-strategy', 3]],
        niceToHave: [['legislative-procedure', 2]],
        hours: 2,
      },
    ],
  },
  consultation_response: {
    name: ['Consultation response', 'Réponse à une consultation', 'Antwoord op een raadpleging'],
    purpose: [
      'A reasoned answer to a public consultation, with evidence the institution can quote.',
      'Une réponse argumentée à une consultation publique, avec des éléments que l’institution peut citer.',
      'Een onderbouwd antwoord op een openbare raadpleging, met bewijs dat de instelling kan aanhalen.',
    ],
    usual: { min: 15, max: 30 },
    stage: 'consultation',
    goal: [
      '**What the consultation asks:** \n\n**What we want the institution to change:** \n\n**Evidence we have:** \n\n**Who else answers, and how:** ',
      '**Ce que demande la consultation :** \n\n**Ce que nous voulons que l’institution change :** \n\n**Les éléments dont nous disposons :** \n\n**Qui d’autre répond, et comment :** ',
      '**Wat de raadpleging vraagt:** \n\n**Wat de instelling volgens ons moet veranderen:** \n\n**Het bewijs dat we hebben:** \n\n**Wie er nog antwoordt, en hoe:** ',
    ],
    deliverables: [
      {
        title: ['Submission', 'Contribution', 'Inzending'],
        detail: [
          'The answer, ready to upload, within the length the institution allows.',
          'La réponse, prête à être déposée, dans la longueur permise par l’institution.',
          'Het antwoord, klaar om in te dienen, binnen de toegestane lengte.',
        ],
      },
      {
        title: ['Annex with evidence', 'Annexe avec les éléments de preuve', 'Bijlage met bewijs'],
        detail: [
          'Sources, figures and cases, each with a reference.',
          'Sources, chiffres et cas, chacun avec une référence.',
          'Bronnen, cijfers en gevallen, elk met een verwijzing.',
        ],
      },
    ],
    roles: [
      {
        title: ['Policy analyst', 'Analyste des politiques', 'Beleidsanalist'],
        mustHave: [
          ['consultation-responses', 2],
          ['policy-analysis', 3],
        ],
        niceToHave: [['plain-language', 2]],
        hours: 22,
      },
    ],
  },
  amendment_pack: {
    name: ['Amendment pack', 'Série d’amendements', 'Amendementenpakket'],
    purpose: [
      'Amendments a member of parliament can table, each with its reason.',
      'Des amendements qu’un parlementaire peut déposer, chacun avec sa justification.',
      'Amendementen die een parlementslid kan indienen, elk met een toelichting.',
    ],
    usual: { min: 20, max: 40 },
    stage: 'first_reading',
    goal: [
      '**The text and the articles that matter:** \n\n**What each should say instead:** \n\n**Who could table it, and by when:** \n\n**Our fallback:** ',
      '**Le texte et les articles importants :** \n\n**Ce que chacun devrait dire :** \n\n**Qui pourrait les déposer, et pour quand :** \n\n**Notre solution de repli :** ',
      '**De tekst en de artikelen die ertoe doen:** \n\n**Wat er in plaats daarvan moet staan:** \n\n**Wie het kan indienen, en tegen wanneer:** \n\n**Onze terugvalpositie:** ',
    ],
    deliverables: [
      {
        title: ['Table of amendments', 'Tableau des amendements', 'Amendemententabel'],
        detail: [
          'In the two columns that parliaments use: text proposed, amendment.',
          'Dans les deux colonnes que les parlements utilisent : texte proposé, amendement.',
          'In de twee kolommen die parlementen gebruiken: voorgestelde tekst, amendement.',
        ],
      },
      {
        title: ['Justifications', 'Justifications', 'Toelichtingen'],
        detail: [
          'Up to 500 characters for each amendment, and the legal basis where it matters.',
          'Jusqu’à 500 caractères par amendement, et la base juridique si elle importe.',
          'Hoogstens 500 tekens per amendement, en de rechtsgrond waar die telt.',
        ],
      },
    ],
    roles: [
      {
        title: ['Drafting lawyer', 'Juriste rédacteur', 'Wetgevingsjurist'],
        mustHave: [
          ['amendment-drafting', 3],
          ['eu-law', 2],
        ],
        niceToHave: [['legislative-procedure', 2]],
        hours: 30,
      },
    ],
  },
  position_paper: {
    name: ['Position paper', 'Document de position', 'Standpuntnota'],
    purpose: [
      'What you want and why, in four pages and on one.',
      'Ce que vous voulez et pourquoi, en quatre pages et en une.',
      'Wat je wilt en waarom, op vier pagina’s en op één.',
    ],
    usual: { min: 20, max: 30 },
    stage: 'proposal',
    goal: [
      '**The problem, with a figure:** \n\n**Our three demands:** \n\n**The strongest objection, and our answer:** \n\n**Who must read it:** ',
      '**Le problème, avec un chiffre :** \n\n**Nos trois demandes :** \n\n**L’objection la plus forte, et notre réponse :** \n\n**Qui doit le lire :** ',
      '**Het probleem, met een cijfer:** \n\n**Onze drie vragen:** \n\n**Het sterkste tegenargument, en ons antwoord:** \n\n**Wie het moet lezen:** ',
    ],
    deliverables: [
      {
        title: ['Position paper, four pages', 'Document de position, quatre pages', 'Standpuntnota, vier pagina’s'],
        detail: [
          'Problem, demands, reasons, sources.',
          'Problème, demandes, raisons, sources.',
          'Probleem, vragen, redenen, bronnen.',
        ],
      },
      {
        title: ['Summary, one page', 'Résumé, une page', 'Samenvatting, één pagina'],
        detail: [
          'For somebody who has two minutes before a meeting.',
          'Pour quelqu’un qui a deux minutes avant une réunion.',
          'Voor iemand die twee minuten heeft voor een vergadering.',
        ],
      },
    ],
    roles: [
      {
        title: ['Policy writer', 'Rédacteur de politiques publiques', 'Beleidsschrijver'],
        mustHave: [
          ['position-papers', 3],
          ['policy-analysis', 2],
        ],
        niceToHave: [
          ['plain-language', 2],
          ['fact-checking', 2],
        ],
        hours: 25,
      },
    ],
  },
  stakeholder_map: {
    name: ['Stakeholder map', 'Cartographie des acteurs', 'Krachtenveldanalyse'],
    purpose: [
      'Who decides, who advises them, who is for and against, and how to reach each.',
      'Qui décide, qui conseille, qui est pour ou contre, et comment toucher chacun.',
      'Wie beslist, wie adviseert, wie voor en tegen is, en hoe je ieder bereikt.',
    ],
    usual: { min: 15, max: 25 },
    stage: 'agenda_setting',
    goal: [
      '**The decision we want to influence:** \n\n**Whom we know already:** \n\n**What we want to know of each:** ',
      '**La décision que nous voulons influencer :** \n\n**Qui nous connaissons déjà :** \n\n**Ce que nous voulons savoir de chacun :** ',
      '**De beslissing die we willen beïnvloeden:** \n\n**Wie we al kennen:** \n\n**Wat we van ieder willen weten:** ',
    ],
    deliverables: [
      {
        title: ['Register of players', 'Registre des acteurs', 'Lijst van spelers'],
        detail: [
          'A spreadsheet from public sources: role, position taken, source, date.',
          'Un tableur issu de sources publiques : rôle, position prise, source, date.',
          'Een rekenblad uit openbare bronnen: rol, ingenomen standpunt, bron, datum.',
        ],
      },
      {
        title: [
          'Grid of influence and position',
          'Grille d’influence et de position',
          'Raster van invloed en standpunt',
        ],
        detail: [
          'One picture, and the five conversations to have first.',
          'Une image, et les cinq conversations à mener d’abord.',
          'Eén beeld, en de vijf gesprekken die eerst komen.',
        ],
      },
    ],
    roles: [
      {
        title: ['Political analyst', 'Analyste politique', 'Politiek analist'],
        mustHave: [
          ['stakeholder-mapping', 2],
          ['political-analysis', 2],
        ],
        niceToHave: [['lobby-transparency', 2]],
        hours: 20,
      },
    ],
  },
} as const satisfies Record<string, MissionTemplate>;
