/** Templates of campaign work: pictures that carry the argument. */
import type { MissionTemplate } from './mission-template';

export const CAMPAIGN_TEMPLATES = {
  visual_kit: {
    name: ['Campaign visual kit', 'Kit visuel de campagne', 'Beeldpakket voor een campagne'],
    purpose: [
      'One argument made visible, ready to share and to print.',
      'Un argument rendu visible, prêt à partager et à imprimer.',
      'Eén argument zichtbaar gemaakt, klaar om te delen en te drukken.',
    ],
    usual: { min: 15, max: 30 },
    stage: null,
    goal: [
      '**The one sentence people should remember:** \n\n**The figures behind it:** \n\n**Where it will be seen, and by whom:** \n\n**Our colours, logo and type:** ',
      '**La phrase que l’on doit retenir :** \n\n**Les chiffres derrière elle :** \n\n**Où elle sera vue, et par qui :** \n\n**Nos couleurs, logo et caractères :** ',
      '**De ene zin die mensen onthouden:** \n\n**De cijfers erachter:** \n\n**Waar het te zien is, en voor wie:** \n\n**Onze kleuren, ons logo en lettertype:** ',
    ],
    deliverables: [
      {
        title: ['Infographic', 'Infographie', 'Infographic'],
        detail: [
          'For screen and print, with a text alternative and its sources.',
          'Pour l’écran et l’impression, avec une version texte et ses sources.',
          'Voor scherm en druk, met een tekstversie en de bronnen.',
        ],
      },
      {
        title: ['Set for social networks', 'Série pour les réseaux sociaux', 'Set voor sociale media'],
        detail: [
          'Six pictures in the usual formats, with texts and descriptions.',
          'Six images aux formats usuels, avec textes et descriptions.',
          'Zes beelden in de gangbare formaten, met teksten en beschrijvingen.',
        ],
      },
      {
        title: ['Brief for reuse', 'Notice de réutilisation', 'Gebruikswijzer'],
        detail: [
          'Files, fonts, colours and licence, so that others can go on.',
          'Fichiers, polices, couleurs et licence, pour que d’autres continuent.',
          'Bestanden, lettertypes, kleuren en licentie, zodat anderen verder kunnen.',
        ],
      },
    ],
    roles: [
      {
        title: ['Graphic designer', 'Graphiste', 'Grafisch ontwerper'],
        mustHave: [
          ['graphic-design', 3],
          ['infographics', 2],
        ],
        niceToHave: [
          ['data-visualisation', 2],
          ['accessibility', 2],
        ],
        hours: 22,
      },
    ],
  },
} as const satisfies Record<string, MissionTemplate>;
