/** What is written while the work is done: hours, messages, deliveries, revisions. */
import type { HoursKind } from '$lib/domains/engagements/hours/hours';
import type { Locale } from '$lib/shared/locale';

type Choices = Record<Locale, readonly string[]>;

export const HOURS_NOTES: Record<'research' | 'drafting' | 'meeting' | 'review' | 'design', Choices> = {
  research: {
    en: [
      'Read the file and the annexes',
      'Case law and earlier answers',
      'Compared the texts of three countries',
      'Checked figures against their sources',
    ],
    fr: [
      'Lecture du dossier et des annexes',
      'Jurisprudence et réponses antérieures',
      'Comparaison des textes de trois pays',
      'Vérification des chiffres à la source',
    ],
    nl: [
      'Dossier en bijlagen gelezen',
      'Rechtspraak en eerdere antwoorden',
      'Teksten van drie landen vergeleken',
      'Cijfers bij de bron nagekeken',
    ],
  },
  drafting: {
    en: ['First draft', 'Second draft, shorter', 'Reasons and footnotes', 'Summary page'],
    fr: ['Premier jet', 'Deuxième version, plus courte', 'Justifications et notes', 'Page de résumé'],
    nl: ['Eerste versie', 'Tweede versie, korter', 'Toelichtingen en voetnoten', 'Samenvatting'],
  },
  meeting: {
    en: ['Kick-off call', 'Call with the members’ working group', 'Went through the draft together'],
    fr: ['Appel de lancement', 'Réunion avec le groupe de travail', 'Relecture commune du projet'],
    nl: ['Startgesprek', 'Overleg met de werkgroep', 'Samen de tekst doorgenomen'],
  },
  review: {
    en: ['Corrections after comments', 'Last reading, references checked'],
    fr: ['Corrections après commentaires', 'Dernière relecture, références vérifiées'],
    nl: ['Verwerkt na opmerkingen', 'Laatste lezing, verwijzingen nagekeken'],
  },
  design: {
    en: ['Sketches', 'First version for screen', 'Print version and text alternative'],
    fr: ['Esquisses', 'Première version pour l’écran', 'Version imprimée et texte alternatif'],
    nl: ['Schetsen', 'Eerste versie voor scherm', 'Drukversie en tekstversie'],
  },
};

/** Of lawyers and analysts, and of designers. */
export const HOURS_KINDS_OF_WORK: Record<'text' | 'design', readonly (keyof typeof HOURS_NOTES)[]> = {
  text: ['meeting', 'research', 'drafting', 'research', 'drafting', 'review', 'review'],
  design: ['meeting', 'design', 'design', 'review', 'design', 'review'],
} satisfies Record<string, readonly HoursKind[]>;

export const WORK_MESSAGES: Record<'ngo' | 'volunteer', Choices> = {
  ngo: {
    en: [
      'The folder is shared with you: start with the note called “Read me first”. Ring me whenever something is missing.',
      'Our members met last night. They like the direction and ask for one example from a small town.',
      'Good news: the office has confirmed that it will read what we send. Take the two extra days.',
    ],
    fr: [
      'Le dossier est partagé : commencez par la note « À lire d’abord ». Appelez-moi s’il manque quelque chose.',
      'Nos membres se sont réunis hier soir. La direction leur plaît ; ils demandent un exemple d’une petite ville.',
      'Bonne nouvelle : le service a confirmé qu’il lira notre envoi. Prenez les deux jours de plus.',
    ],
    nl: [
      'De map is met je gedeeld: begin bij de nota “Eerst lezen”. Bel gerust als er iets ontbreekt.',
      'Onze leden kwamen gisteravond samen. De richting bevalt; ze vragen één voorbeeld uit een kleine gemeente.',
      'Goed nieuws: de dienst bevestigt dat ze leest wat we sturen. Neem die twee extra dagen.',
    ],
  },
  volunteer: {
    en: [
      'Read everything. I have three questions, the second decides how long this gets: who is the reader you fear most?',
      'A first version is coming on Friday. It is longer than it will be.',
      'I found a decision that helps us and one that does not. Both are in the draft; hiding the second would be a mistake.',
    ],
    fr: [
      'J’ai tout lu. Trois questions, dont la deuxième décide de la longueur : quel lecteur craignez-vous le plus ?',
      'Une première version arrive vendredi. Elle est plus longue qu’elle ne le sera.',
      'J’ai trouvé une décision qui nous aide et une qui nous gêne. Les deux y sont ; cacher la seconde serait une erreur.',
    ],
    nl: [
      'Alles gelezen. Drie vragen; de tweede bepaalt de lengte: welke lezer vrezen jullie het meest?',
      'Vrijdag komt een eerste versie. Ze is langer dan ze zal worden.',
      'Ik vond een uitspraak die ons helpt en een die dat niet doet. Beide staan erin; de tweede verzwijgen zou dom zijn.',
    ],
  },
};

export const DELIVERY_NOTES: Choices = {
  en: [
    'Here it is. The two passages in brackets need your decision.',
    'Final version, with sources. Everything that can be checked has a link.',
    'Shorter than agreed, on purpose. The rest is in the annex.',
  ],
  fr: [
    'Voici. Les deux passages entre crochets attendent votre décision.',
    'Version finale, avec sources. Tout ce qui se vérifie porte un lien.',
    'Plus court que prévu, exprès. Le reste est en annexe.',
  ],
  nl: [
    'Hier is het. Over de twee passages tussen haakjes beslissen jullie.',
    'Definitieve versie, met bronnen. Alles wat na te kijken is, heeft een link.',
    'Korter dan afgesproken, met opzet. De rest staat in de bijlage.',
  ],
};

export const REVISION_REASONS: Choices = {
  en: [
    'Nearly there. Please move the figures of page two into a table and name the source of the third.',
    'Our members stumble over the second demand. Could it say what happens if it is not met?',
  ],
  fr: [
    'Presque. Merci de mettre les chiffres de la page deux en tableau et d’indiquer la source du troisième.',
    'Nos membres butent sur la deuxième demande. Peut-elle dire ce qui se passe si elle n’est pas suivie ?',
  ],
  nl: [
    'Bijna. Zet de cijfers van pagina twee in een tabel en noem de bron van het derde.',
    'Onze leden struikelen over de tweede vraag. Kan erbij wat er gebeurt als ze niet wordt gevolgd?',
  ],
};

export const PAUSE_REASONS: Record<Locale, string> = {
  en: 'The office has postponed its decision by a month. We wait for the new date.',
  fr: 'Le service a reporté sa décision d’un mois. Nous attendons la nouvelle date.',
  nl: 'De dienst heeft de beslissing een maand uitgesteld. We wachten op de nieuwe datum.',
};

export const QUERIES: Record<Locale, string> = {
  en: 'Is this the call of the 3rd or another one? We have it noted as one hour.',
  fr: 'S’agit-il de l’appel du 3 ou d’un autre ? Nous l’avons noté comme une heure.',
  nl: 'Is dit het gesprek van de 3e of een ander? Wij noteerden het als één uur.',
};
