/** Templates of legal work: asking for documents, complaining to the Ombudsman, an ECI, and whether to go to court. */
import type { MissionTemplate } from './mission-template';

export const LEGAL_TEMPLATES = {
  document_request: {
    name: ['Access-to-documents request', 'Demande d’accès aux documents', 'Verzoek om toegang tot documenten'],
    purpose: [
      'Get the papers an institution keeps, and the answer when it refuses.',
      'Obtenir les documents d’une institution, et la réponse à donner en cas de refus.',
      'De stukken krijgen die een instelling bewaart, en het antwoord als ze weigert.',
    ],
    usual: { min: 6, max: 12 },
    stage: 'implementation',
    goal: [
      '**Which documents, from which period:** \n\n**What we want to learn from them:** \n\n**Why the public should know:** ',
      '**Quels documents, de quelle période :** \n\n**Ce que nous voulons y apprendre :** \n\n**Pourquoi le public doit savoir :** ',
      '**Welke documenten, uit welke periode:** \n\n**Wat we eruit willen leren:** \n\n**Waarom het publiek dit moet weten:** ',
    ],
    deliverables: [
      {
        title: ['Initial request', 'Demande initiale', 'Eerste verzoek'],
        detail: [
          'Precise enough to be answered, broad enough to be useful; under the law that applies.',
          'Assez précise pour obtenir une réponse, assez large pour être utile ; selon la loi applicable.',
          'Precies genoeg om te beantwoorden, ruim genoeg om te gebruiken; volgens de geldende wet.',
        ],
      },
      {
        title: ['Confirmatory application', 'Demande confirmative', 'Confirmatief verzoek'],
        detail: [
          'Ready for a refusal: each exception answered, the overriding public interest stated.',
          'Prête en cas de refus : chaque exception réfutée, l’intérêt public supérieur exposé.',
          'Klaar voor een weigering: elke uitzondering beantwoord, het hogere openbaar belang benoemd.',
        ],
      },
    ],
    roles: [
      {
        title: ['Transparency lawyer', 'Juriste en transparence', 'Jurist openbaarheid van bestuur'],
        mustHave: [['access-to-documents', 2]],
        niceToHave: [['administrative-law', 2]],
        hours: 9,
      },
    ],
  },
  ombudsman_complaint: {
    name: ['Ombudsman complaint', 'Plainte au Médiateur', 'Klacht bij de Ombudsman'],
    purpose: [
      'Maladministration put on record, with the evidence in order.',
      'Un cas de mauvaise administration établi, avec les preuves en ordre.',
      'Wanbeheer vastgelegd, met het bewijs op orde.',
    ],
    usual: { min: 12, max: 25 },
    stage: 'enforcement',
    goal: [
      '**What the institution did or failed to do:** \n\n**What we asked it before, and its answer:** \n\n**What the Ombudsman should recommend:** ',
      '**Ce que l’institution a fait ou omis :** \n\n**Ce que nous lui avons demandé, et sa réponse :** \n\n**Ce que le Médiateur devrait recommander :** ',
      '**Wat de instelling deed of naliet:** \n\n**Wat we haar al vroegen, en haar antwoord:** \n\n**Wat de Ombudsman moet aanbevelen:** ',
    ],
    deliverables: [
      {
        title: ['Complaint', 'Plainte', 'Klacht'],
        detail: [
          'On the Ombudsman’s form: facts, rules breached, steps taken, remedy sought.',
          'Sur le formulaire du Médiateur : faits, règles enfreintes, démarches, remède demandé.',
          'Op het formulier van de Ombudsman: feiten, geschonden regels, gezette stappen, gevraagd herstel.',
        ],
      },
      {
        title: ['Evidence bundle', 'Dossier de preuves', 'Bewijsbundel'],
        detail: [
          'Numbered documents with a list, in order of date.',
          'Documents numérotés avec une liste, par ordre de date.',
          'Genummerde stukken met een lijst, op datum.',
        ],
      },
    ],
    roles: [
      {
        title: ['Complaint lawyer', 'Juriste de la plainte', 'Klachtenjurist'],
        mustHave: [
          ['ombudsman-complaints', 2],
          ['administrative-law', 2],
        ],
        niceToHave: [['legal-research', 2]],
        hours: 18,
      },
    ],
  },
  citizens_initiative: {
    name: [
      'European Citizens’ Initiative: is it feasible?',
      'Initiative citoyenne européenne : est-ce faisable ?',
      'Europees burgerinitiatief: is het haalbaar?',
    ],
    purpose: [
      'Find out whether a million signatures could work, before you ask for the first.',
      'Savoir si un million de signatures est possible, avant de demander la première.',
      'Uitzoeken of een miljoen handtekeningen kan, voordat je de eerste vraagt.',
    ],
    usual: { min: 40, max: 60 },
    stage: 'agenda_setting',
    goal: [
      '**The act we want the Commission to propose:** \n\n**Who would organise with us, in which seven countries:** \n\n**What we would do with a refusal to register:** ',
      '**L’acte que la Commission devrait proposer :** \n\n**Qui organiserait avec nous, dans quels sept pays :** \n\n**Ce que nous ferions d’un refus d’enregistrement :** ',
      '**De handeling die de Commissie moet voorstellen:** \n\n**Wie met ons organiseert, in welke zeven landen:** \n\n**Wat we doen bij een weigering tot registratie:** ',
    ],
    deliverables: [
      {
        title: ['Note on the legal basis', 'Note sur la base juridique', 'Nota over de rechtsgrond'],
        detail: [
          'Whether the Commission has the power to propose it (Regulation (EU) 2019/788, article 6).',
          'Si la Commission a le pouvoir de le proposer (règlement (UE) 2019/788, article 6).',
          'Of de Commissie bevoegd is om het voor te stellen (Verordening (EU) 2019/788, artikel 6).',
        ],
      },
      {
        title: ['Draft text of the initiative', 'Projet de texte de l’initiative', 'Ontwerptekst van het initiatief'],
        detail: [
          'Title, objectives and annex, within the lengths of the register.',
          'Titre, objectifs et annexe, dans les longueurs du registre.',
          'Titel, doelstellingen en bijlage, binnen de lengtes van het register.',
        ],
      },
      {
        title: ['Plan for seven countries', 'Plan pour sept pays', 'Plan voor zeven landen'],
        detail: [
          'Thresholds, partners, costs and a calendar.',
          'Seuils, partenaires, coûts et calendrier.',
          'Drempels, partners, kosten en een kalender.',
        ],
      },
    ],
    roles: [
      {
        title: ['EU lawyer', 'Juriste en droit européen', 'Jurist Europees recht'],
        mustHave: [
          ['eu-law', 3],
          ['citizens-initiatives', 1],
        ],
        niceToHave: [['legislative-drafting', 2]],
        hours: 25,
      },
      {
        title: ['Campaign planner', 'Responsable du plan de campagne', 'Campagneplanner'],
        mustHave: [['campaign-planning', 3]],
        niceToHave: [
          ['coalition-building', 2],
          ['digital-campaigning', 2],
        ],
        hours: 25,
      },
    ],
  },
  litigation_scan: {
    name: ['Strategic litigation scan', 'Étude de contentieux stratégique', 'Verkenning van strategisch procederen'],
    purpose: [
      'Whether a court could help, which one, and at what risk.',
      'Si un tribunal peut aider, lequel, et à quel risque.',
      'Of een rechter kan helpen, welke, en met welk risico.',
    ],
    usual: { min: 40, max: 80 },
    stage: 'litigation',
    goal: [
      '**The decision or failure we would challenge:** \n\n**Who is harmed, and how:** \n\n**Time limits we know of:** \n\n**What winning would change:** ',
      '**La décision ou l’omission que nous contesterions :** \n\n**Qui est lésé, et comment :** \n\n**Les délais que nous connaissons :** \n\n**Ce qu’une victoire changerait :** ',
      '**De beslissing of nalatigheid die we zouden aanvechten:** \n\n**Wie schade lijdt, en hoe:** \n\n**Termijnen die we kennen:** \n\n**Wat winnen zou veranderen:** ',
    ],
    deliverables: [
      {
        title: [
          'Memo on standing and forum',
          'Note sur la qualité pour agir et le for',
          'Memo over procesbelang en bevoegde rechter',
        ],
        detail: [
          'Who may sue, before which court, until when, with which precedents.',
          'Qui peut agir, devant quel tribunal, jusqu’à quand, avec quels précédents.',
          'Wie kan dagvaarden, voor welke rechter, tot wanneer, met welke precedenten.',
        ],
      },
      {
        title: ['Risk table', 'Tableau des risques', 'Risicotabel'],
        detail: [
          'Costs, chances, side effects, and what to do instead.',
          'Coûts, chances, effets secondaires, et autres voies possibles.',
          'Kosten, kansen, neveneffecten, en wat in plaats daarvan kan.',
        ],
      },
    ],
    roles: [
      {
        title: ['Litigation lawyer', 'Avocat plaideur', 'Procesadvocaat'],
        mustHave: [
          ['strategic-litigation', 3],
          ['court-procedure', 2],
        ],
        niceToHave: [
          ['eu-litigation', 2],
          ['aarhus-rights', 2],
        ],
        hours: 40,
      },
      {
        title: ['Legal researcher', 'Chercheur en droit', 'Juridisch onderzoeker'],
        mustHave: [['legal-research', 2]],
        niceToHave: [['fundamental-rights-law', 2]],
        hours: 20,
      },
    ],
  },
} as const satisfies Record<string, MissionTemplate>;
