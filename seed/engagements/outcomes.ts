/** The public accounts of finished missions: what was asked, what was sent, what the decision-maker did with it. */
import type { DeciderReply } from '$lib/domains/engagements/outcome/outcome';

export interface SeedOutcome {
  asked: string;
  submitted: string;
  reply: DeciderReply;
  /** Days after the deadline on which the reply came; left out when none did. */
  replyAfter?: number;
  result: string;
  nextStep: string;
  /** What the decision-maker did after the account was public, and how many days after it. */
  since?: readonly { after: number; reply: DeciderReply; text: string }[];
  /** Role of the person who was met, and how many days after the deadline; left out when nobody was. */
  met?: readonly [role: string, daysAfter: number];
  /** Label of the document that is published with it. */
  document: string;
  /** Where the volunteer sees it otherwise. */
  dissent?: string;
  /** Whether the volunteer agreed to be named. */
  named: boolean;
}

/** By the key of the mission. */
export const OUTCOMES: Readonly<Record<string, SeedOutcome>> = {
  'restoration-plans': {
    asked:
      'That national restoration plans name the barriers to be removed, with a year and a budget, and count towards 25,000 kilometres of free-flowing river.',
    submitted:
      'A four-page position and a one-page handout, sent to the authors of four national plans and given to 42 groups.',
    reply: 'followed_in_part',
    replyAfter: 40,
    result:
      'Two of the four draft plans now list barriers by name, one with a budget. A third speaks of priorities without a list. The fourth did not change.',
    nextStep:
      'Our groups in the two remaining countries ask for a meeting before the plans are sent to the Commission.',
    met: ['Coordinator of a national restoration plan', 12],
    document: 'Position paper',
    named: true,
  },
  'late-answers': {
    asked:
      'That the Ombudsman look into nine requests for documents answered after eleven months on average, and recommend a calendar for requests on the environment.',
    submitted: 'A complaint with an evidence bundle of nine numbered cases.',
    reply: 'followed',
    replyAfter: 75,
    result:
      'The Ombudsman opened an inquiry on all nine cases together. The institution has since published a contact for environmental requests and answered seven of the nine.',
    nextStep: 'We comment on the institution’s reply and publish how long our next five requests take.',
    document: 'Complaint, without personal data',
    named: true,
  },
  'party-funding': {
    asked: 'A lower ceiling for gifts to European parties, and publication of every gift within thirty days.',
    submitted: 'Eight amendments in two columns and a one-page briefing, sent to all shadow rapporteurs.',
    reply: 'acknowledged',
    replyAfter: 5,
    result:
      'Three of the eight amendments were tabled, by two groups. None was adopted in that vote. One of the ideas came back in a question to the Authority.',
    nextStep: 'We keep the text ready for the next review and follow the Authority’s reports.',
    since: [
      {
        after: 24,
        reply: 'followed_in_part',
        text: 'In the second reading the group of the rapporteur tabled our publication within thirty days as its own. It was adopted by four votes. The ceiling stays where it was.',
      },
    ],
    met: ['Adviser of a political group', -6],
    document: 'Table of amendments',
    dissent:
      'I would have asked for a ban on gifts from companies rather than for a lower ceiling. The NGO chose the ceiling because it could be tabled. I respect that and see it otherwise.',
    named: true,
  },
  'political-ads': {
    asked:
      'Access to the letters in which large platforms told the Commission how they would apply the rules on political advertising.',
    submitted: 'An initial request by company and period, and a confirmatory application after a partial refusal.',
    reply: 'refused_with_reasons',
    replyAfter: 52,
    result:
      'We received nine documents of fourteen. Five were refused to protect commercial interests. The reasons are set out and can be argued with.',
    nextStep: 'We weigh an action for annulment against a complaint to the Ombudsman and decide within two months.',
    document: 'Request and confirmatory application',
    named: false,
  },
  'forest-seed': {
    asked:
      'Room for trials with drought-resistant seed without a fee, local seed for restoration, and a register in plain words.',
    submitted: 'Seven amendments with reasons and a two-page briefing for members without a forest.',
    reply: 'followed_in_part',
    replyAfter: 30,
    result:
      'Two of the seven amendments are in the position of Parliament: trials and local seed. The register stays as technical as it was.',
    nextStep: 'We talk to the national authority about a guide to the register.',
    met: ['Shadow rapporteur', -9],
    document: 'Table of amendments',
    named: true,
  },
  'cage-age': {
    asked:
      'Which legal ways there are to hold the Commission to its announcement of a law against cages, and what each would risk.',
    submitted:
      'A memo on four ways and a risk table, for the coalition’s own decision; a letter to the Commission followed.',
    reply: 'none',
    result:
      'The memo advised against a case for failure to act at that time and for a request for documents first. The coalition followed the advice. The Commission has not answered the letter.',
    nextStep: 'The request for documents is prepared; the question of a case is asked again in a year.',
    since: [
      {
        after: 9,
        reply: 'none',
        text: 'We have written a second time and rung twice. There is still no answer.',
      },
      {
        after: 16,
        reply: 'acknowledged',
        text: 'The cabinet has confirmed that it has our letter and says that an answer is being prepared. It names no day.',
      },
    ],
    document: 'Summary of the memo',
    named: false,
  },
  'product-passport': {
    asked:
      'That the digital product passport of a garment name the place of sewing, carry repair instructions and open without an app.',
    submitted: 'Six pages and an example passport for one jacket, in the public consultation.',
    reply: 'acknowledged',
    replyAfter: 21,
    result:
      'The Commission’s summary of replies mentions repair instructions and access without an app as demands of civil society. The place of sewing is not mentioned.',
    nextStep: 'We show the jacket at the next meeting of the expert group.',
    since: [
      {
        after: 20,
        reply: 'followed_in_part',
        text: 'The draft act is out. Repair instructions and access without an app are in it, almost in our words. The place of sewing is not.',
      },
    ],
    document: 'Submission and example passport',
    named: true,
  },
  'donnees-sociales': {
    asked:
      'Que le Médiateur examine quatorze consultations de données sociales et recommande une règle claire sur qui peut lire quoi.',
    submitted: 'Une plainte et un dossier de quatorze situations anonymes.',
    reply: 'followed',
    replyAfter: 60,
    result:
      'Le Médiateur a recommandé un journal des consultations que chaque personne peut demander. Deux centres l’ont mis en place ; le ministère étudie la généralisation.',
    nextStep: 'Nous formons les permanences à demander ce journal et comptons les réponses.',
    met: ['Gestionnaire de dossier', 20],
    document: 'Plainte, version publique',
    named: true,
  },
  epargnants: {
    asked:
      'Un coût total en euros sur une seule page, un encadrement des commissions, et un test du conseil par de faux clients.',
    submitted: 'Un document de quatre pages avec un exemple chiffré sur vingt ans, remis aux rapporteurs.',
    reply: 'refused_without_reasons',
    replyAfter: 35,
    result:
      'L’encadrement des commissions a disparu du texte sans explication. Le coût total en euros y est resté, sous une forme moins lisible que la nôtre.',
    nextStep: 'Nous publions un comparateur avec nos propres calculs et y revenons lors des mesures d’exécution.',
    document: 'Document de position',
    named: true,
    dissent:
      'À mon avis, le coût en euros est un vrai gain et mérite d’être présenté comme tel. L’association y voit surtout ce qui manque.',
  },
  'agendas-ouverts': {
    asked:
      'La publication, sous quinze jours et dans un format ouvert, des rencontres entre décideurs et représentants d’intérêts.',
    submitted:
      'Cinq amendements avec exposé sommaire et une comparaison de quatre parlements, envoyés à tous les groupes.',
    reply: 'refused_with_reasons',
    replyAfter: 4,
    result:
      'Trois groupes ont déposé un ou plusieurs amendements. Ils ont été déclarés sans lien avec le texte. Les motifs sont écrits et nous les publions.',
    nextStep: 'Nous préparons une proposition de résolution sur le règlement de l’Assemblée.',
    met: ['Collaboratrice d’un groupe parlementaire', -5],
    document: 'Les cinq amendements',
    named: true,
  },
  'indice-durabilite': {
    asked:
      'Que l’autorité contrôle l’indice de durabilité de sept machines sur vingt-deux, dont nous n’avons pas retrouvé les points.',
    submitted: 'Un signalement avec sept écarts chiffrés et un dossier photographique.',
    reply: 'followed_in_part',
    replyAfter: 48,
    result:
      'L’autorité a contrôlé quatre des sept machines. Deux indices ont été corrigés par les fabricants. Elle ne communique pas sur les autres.',
    nextStep: 'Nous démontons dix machines de la nouvelle catégorie.',
    document: 'Signalement, sans les marques',
    named: true,
  },
  algoritmeregister: {
    asked: 'Dat het algoritmeregister van de stad zegt wat een systeem beslist, over wie, en wie je kunt bellen.',
    submitted: 'Zes pagina’s met vijf eisen, zeventig vragen van bewoners en één voorbeeld in gewone taal.',
    reply: 'followed',
    replyAfter: 25,
    result:
      'De stad nam vier van de vijf eisen over. Het eerste algoritme staat in het register zoals in ons voorbeeld, met een telefoonnummer dat wordt opgenomen.',
    nextStep: 'Over een jaar stellen we dezelfde zeventig vragen opnieuw.',
    met: ['Diensthoofd data', 10],
    document: 'Inzending en voorbeeld',
    named: true,
  },
  speelstraten: {
    asked: 'Dat gemeenten speelstraten aankondigen met beelden die kinderen zelf begrijpen.',
    submitted: 'Een infographic en zes beelden, vrij te gebruiken, gestuurd aan dertig gemeenten.',
    reply: 'followed_in_part',
    replyAfter: 18,
    result:
      'Negentien gemeenten gebruikten de beelden, elf lieten niets weten. Er kwamen dat jaar meer aanvragen voor speelstraten dan het jaar ervoor.',
    nextStep: 'We vragen de elf andere waarom niet, en maken een versie in het Frans.',
    document: 'Beeldpakket met open bestanden',
    named: true,
  },
  chatberichten: {
    asked: 'Toegang tot de chatberichten van bewindspersonen en topambtenaren over één vergunning.',
    submitted: 'Een verzoek, en na de gedeeltelijke weigering een bezwaarschrift.',
    reply: 'refused_with_reasons',
    replyAfter: 66,
    result:
      'We kregen 38 van de 112 berichten. De rest is geweigerd als persoonlijke beleidsopvatting. In bezwaar kwamen er zeven bij.',
    nextStep: 'We leggen twee van de weigeringen aan de rechter voor.',
    document: 'Verzoek en bezwaarschrift',
    named: false,
  },
  toelatingsdossiers: {
    asked: 'Toegang tot studies over bodemleven in vijf toelatingsdossiers.',
    submitted: 'Een verzoek per middel en per studie, met een bezwaarschrift in reserve.',
    reply: 'acknowledged',
    replyAfter: 44,
    result:
      'Het college bevestigde de ontvangst en verlengde de termijn twee keer. Drie van de elf studies zijn binnen, met zwarte balken over de proefvelden.',
    nextStep: 'We lezen de drie studies met een bodemecoloog en vragen de proefvelden opnieuw op.',
    document: 'Verzoek',
    named: true,
  },
  'social-climate-plan': {
    asked: 'Advance payments, help in the parish hall and tenants included, in the Polish social climate plan.',
    submitted: 'Ten pages with three demands and thirty portraits of households.',
    reply: 'acknowledged',
    replyAfter: 20,
    result:
      'The ministry’s table of comments lists all three demands; advance payments are marked as accepted in part. The final plan is not out yet.',
    nextStep: 'We compare the final plan with the table and publish the difference.',
    met: ['Head of unit in the ministry', 14],
    document: 'Submission',
    named: true,
  },
  'irish-bogs': {
    asked:
      'Results-based payments, a fair price for turf rights, and counting by those who live there, in the national restoration plan.',
    submitted: 'Twelve pages signed by fishers, farmers and bird people of three counties.',
    reply: 'none',
    result:
      'There is no reply yet. The department has said that a summary of all submissions will come with the draft plan.',
    nextStep: 'The three groups have asked for a joint meeting with the plan team.',
    document: 'Joint submission',
    named: true,
  },
  'sites-publics': {
    asked:
      'Que l’autorité contrôle douze sites publics dont la déclaration d’accessibilité ne correspond pas à ce que l’on y trouve.',
    submitted: 'Un audit de douze sites et une réclamation de quatre pages.',
    reply: 'refused_without_reasons',
    replyAfter: 30,
    result:
      'La réclamation a été classée sans explication. Cinq administrations ont pourtant corrigé leur site après avoir reçu l’audit.',
    nextStep: 'Nous demandons les motifs du classement et refaisons l’audit dans six mois.',
    document: 'Audit de douze sites',
    named: true,
  },
};
