/** What volunteers and NGOs write to each other while they find each other, in three languages. `{skill}` is filled in. */
import type { Locale } from '$lib/shared/locale';

type Choices = Record<Locale, readonly string[]>;

export const APPLICATION_NOTES: Choices = {
  en: [
    'I work on {skill} by day and would like to do it for somebody who could not pay. I have read your goal twice and would send an outline within ten days of starting.',
    'Your mission is close to my own field, {skill}. I would begin with the two points you call most urgent and tell you early if I see a problem.',
    'I can give this three to four hours a week until your deadline. What I do: {skill}. The rest I would learn from you.',
    'I followed this file from the other side for some years. I know {skill} well, and also where the text is weakest. I have no client in it any more.',
    'A colleague showed me your mission. I have done similar work on {skill} twice, once in a hurry. Happy to send one of the two as a sample.',
    'I am between two projects and have time now. My strength is {skill}; I write short and deliver on the day.',
    'What convinced me is that you name the strongest objection yourselves. I would like to work on that part first, with {skill} as my tool.',
    'I live near one of the places you mention and know what it is about. My trade: {skill}. Please ask me for references.',
  ],
  fr: [
    '{skill} : c’est mon métier, et j’aimerais l’exercer pour qui ne peut pas payer. J’ai lu votre objectif deux fois et vous enverrais un plan sous dix jours.',
    'Votre mission est proche de mon domaine ({skill}). Je commencerais par les deux points les plus urgents et vous dirais tôt si je vois un obstacle.',
    'Je peux donner trois à quatre heures par semaine jusqu’à votre échéance. Mon point fort : {skill}. Le reste, je l’apprendrais avec vous.',
    'J’ai suivi ce dossier de l’autre côté pendant quelques années. Je connais {skill}, et les faiblesses du texte. Je n’y ai plus de client.',
    'Une collègue m’a montré votre mission. J’ai fait deux fois un travail semblable ({skill}) et peux vous en envoyer un exemple.',
    'Je suis entre deux projets et j’ai du temps maintenant. Mon point fort : {skill}. J’écris court et je livre à l’heure.',
    'Ce qui m’a décidé : vous nommez vous-mêmes la meilleure objection. Je voudrais commencer par là ; {skill} est mon outil.',
    'J’habite près d’un des lieux dont vous parlez et je sais de quoi il s’agit. {skill} est mon métier ; demandez-moi des références.',
  ],
  nl: [
    '{skill} is mijn vak, en ik doe het graag voor wie niet kan betalen. Ik las jullie doel twee keer en stuur binnen tien dagen na de start een opzet.',
    'Jullie missie ligt dicht bij mijn eigen werk: {skill}. Ik zou beginnen met de twee punten die het dringendst zijn en vroeg zeggen waar het knelt.',
    'Ik kan tot jullie deadline drie tot vier uur per week geven. Mijn sterke kant: {skill}. De rest leer ik graag van jullie.',
    'Ik volgde dit dossier een paar jaar van de andere kant. {skill} ken ik goed, en de zwakke plekken van de tekst ook. Ik heb er geen opdrachtgever meer in.',
    'Een collega liet me jullie missie zien. Ik deed al twee keer iets gelijkaardigs ({skill}) en stuur graag een voorbeeld.',
    'Ik zit tussen twee projecten en heb nu tijd. Mijn kracht: {skill}. Ik schrijf kort en lever op de dag zelf.',
    'Wat me overtuigde: jullie noemen zelf het sterkste tegenargument. Daar wil ik beginnen, met {skill} als gereedschap.',
    'Ik woon vlak bij een van de plekken waar het over gaat en weet wat er speelt. {skill} is mijn vak; vraag gerust naar referenties.',
  ],
};

export const FIRST_REPLIES: Choices = {
  en: [
    'Thank you for writing. Two questions before we decide: have you worked on this file for anybody in the last two years, and would a call on Thursday afternoon suit you?',
    'We were glad to read you. Could you tell us in two lines how you would begin? We answer everyone by the end of the week.',
    'Thank you. Your profile fits well. May we ask how many hours you could give in the first two weeks, since the calendar is tight at the start?',
    'Good to hear from you. We meet on Monday to go through all applications and will come back to you the same day.',
  ],
  fr: [
    'Merci de nous avoir écrit. Deux questions avant de décider : avez-vous travaillé sur ce dossier pour quelqu’un ces deux dernières années, et un appel jeudi après-midi vous irait-il ?',
    'Votre message nous a fait plaisir. Pouvez-vous dire en deux lignes par quoi vous commenceriez ? Nous répondons à tout le monde avant la fin de la semaine.',
    'Merci. Votre profil correspond bien. Combien d’heures pourriez-vous donner les deux premières semaines ? Le calendrier est serré au début.',
    'Merci pour votre candidature. Nous lisons tout lundi et revenons vers vous le jour même.',
  ],
  nl: [
    'Dank voor je bericht. Twee vragen voor we beslissen: werkte je de laatste twee jaar voor iemand aan dit dossier, en past een gesprek donderdagmiddag?',
    'Fijn dat je schrijft. Kun je in twee regels zeggen hoe je zou beginnen? We antwoorden iedereen voor het einde van de week.',
    'Dank je. Je profiel past goed. Hoeveel uur kun je de eerste twee weken geven? Het begin is krap.',
    'Goed van je te horen. Maandag nemen we alle aanmeldingen door en laten we dezelfde dag iets weten.',
  ],
};

export const ANSWERS: Choices = {
  en: [
    'No clients in this field, now or before. Thursday at three is fine; I will have read the annexes by then.',
    'I would start with a one-page list of what the text says today, article by article, so that we disagree about the same thing.',
    'Ten hours in the first two weeks, six afterwards. If it turns out to be more, I will say so in time.',
  ],
  fr: [
    'Aucun client dans ce domaine, ni hier ni aujourd’hui. Jeudi à quinze heures me va ; j’aurai lu les annexes.',
    'Je commencerais par une page qui dit ce que le texte prévoit aujourd’hui, article par article, pour que nous parlions de la même chose.',
    'Dix heures les deux premières semaines, six ensuite. Si c’est davantage, je préviendrai à temps.',
  ],
  nl: [
    'Geen opdrachtgevers in dit veld, nu niet en vroeger niet. Donderdag om drie uur is prima; dan heb ik de bijlagen gelezen.',
    'Ik zou beginnen met één pagina: wat zegt de tekst vandaag, artikel per artikel. Dan hebben we het over hetzelfde.',
    'Tien uur in de eerste twee weken, daarna zes. Wordt het meer, dan zeg ik het op tijd.',
  ],
};

export const OFFERS: Choices = {
  en: [
    'We would like to do this with you. The charter has the dates we spoke about; tell us if anything in it should change.',
    'After Thursday’s call we are sure. Shall we start on Monday?',
    'Yes, please. We send you the folder as soon as you have accepted.',
  ],
  fr: [
    'Nous aimerions faire ce travail avec vous. La charte reprend les dates évoquées ; dites-nous ce qu’il faudrait y changer.',
    'Après notre appel, nous sommes convaincus. Commençons-nous lundi ?',
    'Oui, volontiers. Nous vous envoyons le dossier dès votre accord.',
  ],
  nl: [
    'We doen dit graag met jou. In het charter staan de data waarover we spraken; zeg het als er iets anders moet.',
    'Na ons gesprek zijn we zeker. Beginnen we maandag?',
    'Ja, graag. Je krijgt de map zodra je akkoord bent.',
  ],
};

/** Private to the NGO. */
export const DECLINE_REASONS: Choices = {
  en: [
    'Good, but another applicant has done exactly this twice.',
    'Language would be a hurdle for the hearings.',
    'Too few hours before the deadline.',
  ],
  fr: [
    'Bon profil, mais une autre personne a déjà fait exactement cela.',
    'La langue serait un obstacle aux auditions.',
    'Trop peu d’heures avant l’échéance.',
  ],
  nl: [
    'Goed profiel, maar iemand anders deed precies dit al twee keer.',
    'Taal zou bij de hoorzittingen een drempel zijn.',
    'Te weinig uren voor de deadline.',
  ],
};

export const DECLINE_MESSAGES: Choices = {
  en: [
    'Thank you for your time and for your clear note. We have chosen somebody for this one and would be glad to ask you again.',
    'It was a close call between two good people. May we write to you when the next part begins?',
  ],
  fr: [
    'Merci pour votre temps et votre message clair. Nous avons choisi quelqu’un cette fois et reviendrions volontiers vers vous.',
    'Le choix entre deux bonnes candidatures a été difficile. Pouvons-nous vous écrire pour la suite ?',
  ],
  nl: [
    'Dank voor je tijd en je heldere bericht. We kozen deze keer iemand anders en vragen je graag nog eens.',
    'Het ging tussen twee goede mensen. Mogen we je schrijven als het volgende deel begint?',
  ],
};

export const WITHDRAW_REASONS: Choices = {
  en: [
    'A case at work has been brought forward; I would not have the hours.',
    'I have accepted another mission this week and can do only one well.',
  ],
  fr: [
    'Un dossier avancé au travail me prend mes heures.',
    'J’ai accepté une autre mission cette semaine et n’en ferais bien qu’une.',
  ],
  nl: [
    'Een zaak op het werk is vervroegd; de uren heb ik niet meer.',
    'Ik nam deze week een andere missie aan en doe er maar één goed.',
  ],
};

export const INVITATIONS: Choices = {
  en: [
    'You came up high on our list, and your profile says why. Would you look at this role? We would explain the file in half an hour.',
    'We are looking for exactly what you do and have nobody. No need to answer today; the deadline is still some way off.',
    'Somebody who worked with you recommended you. May we tell you about this mission?',
  ],
  fr: [
    'Vous êtes en haut de notre liste, et votre profil dit pourquoi. Voulez-vous regarder ce rôle ? Nous expliquons le dossier en une demi-heure.',
    'Nous cherchons exactement ce que vous faites et n’avons personne. Rien ne presse aujourd’hui, l’échéance est encore loin.',
    'Quelqu’un qui a travaillé avec vous nous a donné votre nom. Pouvons-nous vous parler de cette mission ?',
  ],
  nl: [
    'Je staat hoog op onze lijst, en je profiel zegt waarom. Wil je deze rol bekijken? We leggen het dossier in een half uur uit.',
    'We zoeken precies wat jij doet en hebben niemand. Je hoeft vandaag niet te antwoorden; de deadline is nog even weg.',
    'Iemand die met je werkte, noemde je naam. Mogen we je over deze missie vertellen?',
  ],
};

export const INVITATION_REFUSALS: Choices = {
  en: [
    'Thank you for asking. I am full until the end of the quarter.',
    'One of my clients is close to this file. It would not be right.',
  ],
  fr: [
    'Merci d’avoir pensé à moi. Je suis au complet jusqu’à la fin du trimestre.',
    'Un de mes clients est proche de ce dossier ; ce ne serait pas correct.',
  ],
  nl: [
    'Dank voor de vraag. Ik zit vol tot het einde van het kwartaal.',
    'Een van mijn opdrachtgevers zit dicht bij dit dossier. Dat zou niet juist zijn.',
  ],
};
