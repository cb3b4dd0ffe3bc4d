/** What waits for the demonstration accounts, written by hand: each finds something of every kind to do. */
import type { Act } from '../engine/story';
import { dealing, type Chapter } from './chapter';
import { find, sign } from './course-of-work';
import { answer, askBy, deliverFile, keepPlan, tick } from './plan-stories';
import { ANNEX_STEPS, WATER_STEPS, WATER_TABLES } from './water-pollutants';
import { lead } from './together-stories';

/** Somebody suitable who is no demonstration account. */
const somebody = ({ casting, planned, calendar, chance }: Chapter, role: number): string =>
  casting.one(planned, role, calendar.ago(planned.schedule.decided ?? 0), chance);

type Story = (chapter: Chapter) => Act[];

/** By the key of the mission. */
export const DEMO_STORIES: Readonly<Record<string, Story>> = {
  /** ngo@: applications to decide, one of them due tomorrow; lawyer@: an invitation; designer@: one that expired. */
  'soil-law-guide': (chapter) => {
    const { calendar } = chapter;
    const fourWorkingDays = calendar.daysAgo(calendar.workingDaysBefore(calendar.ago(0, 8), 4)) + 1;
    return [
      ...dealing(chapter, 0, somebody(chapter, 0)).apply(
        fourWorkingDays,
        'I have written on land use for a city network for six years. Four pages are my favourite length: long enough for reasons, short enough for a train. I would begin with your third demand, since it is the one that will be attacked.',
        8,
      ).acts,
      ...dealing(chapter, 0, somebody(chapter, 0))
        .apply(
          8,
          'Soil was my first job: I drilled holes for a regional agency before I learned to write about them. I can give four hours a week until the meeting of the expert group.',
        )
        .message(
          6,
          'ngo',
          'Thank you, that is a rare combination. Could you send us one thing you have written for people who do not drill holes?',
        )
        .message(
          5,
          'volunteer',
          'Gladly: a two-page note for allotment gardeners, in the folder. It was reprinted eleven times, mostly without asking.',
        )
        .shortlist(3).acts,
      ...dealing(chapter, 0, somebody(chapter, 0))
        .apply(
          7,
          'I am finishing a thesis on contaminated sites and public registers in four countries. I know which of your demands exist somewhere already.',
        )
        .message(5, 'ngo', 'That is useful to us. How much time does the thesis leave you before the deadline?').acts,
      ...dealing(chapter, 0, 'designer').invite(
        13,
        'Jelle, the guide has four pages and one drawing that explains everything, if somebody can draw it. Would you look at it with us?',
      ).acts,
      ...dealing(chapter, 1, 'lawyer').invite(
        3,
        'Camille, your work on the water pollutants has convinced our board. Would you also look at the chapter on access to information? It is twelve hours at most, and the first draft exists.',
      ).acts,
    ];
  },
  /** Confidential. ngo@: a possible conflict to decide on, one decided, and more; student@: made the check and applied. */
  'approval-documents': (chapter) => [
    ...dealing(chapter, 0, 'student')
      .reveal(3)
      .apply(
        2,
        'My thesis is on refusals of access to documents, and yours will be refused. I would like to help you to be ready for that: I have tables of the exceptions with the case law up to last month. My supervisor, Prof. Rooswinkel, reads what I hand in.',
        15,
      ).acts,
    ...dealing(chapter, 0, somebody(chapter, 0))
      .apply(
        6,
        'I decided on requests in a ministry for eight years. The split you propose is right; I would split once more, by year.',
      )
      .message(4, 'ngo', 'You are the person we hoped would write. Do you still advise the ministry in any way?')
      .message(3, 'volunteer', 'No, and I would say so in writing. I left three years ago.').acts,
    ...dealing(chapter, 0, somebody(chapter, 0))
      .declare(9, 'Norvale Chemicals')
      .reveal(8)
      .apply(
        7,
        'I wrote requests like these for a trade association and know what the other side keeps in which drawer. I left because of it.',
      )
      .acceptConflict(
        5,
        'She named the client herself, the work ended in spring, and it was about packaging. Two of us read what she drafts.',
      )
      .message(4, 'ngo', 'Thank you for being so open about it. Could you start with the list of registers?').acts,
    ...dealing(chapter, 0, somebody(chapter, 0))
      .declare(4, 'Norvale Chemicals')
      .apply(
        3,
        'I have asked three institutions for documents and appealed twice, once with success. I can give five hours a week until the vote of the committee.',
      ).acts,
  ],
  /** ngo@: an offer that waits for its answer, and one role for which candidates are only ranked. */
  'pfas-consultation': (chapter) => [
    ...dealing(chapter, 1, somebody(chapter, 1))
      .apply(
        7,
        'I am a statistician in a hospital and bored by good data. Yours will have gaps, and I like to say honestly how wide they are.',
      )
      .message(6, 'ngo', 'Gaps we have. Would you look at a hundred lines before you promise anything?')
      .message(
        5,
        'volunteer',
        'I did. It is better than you think: the gaps are at random, with one exception that needs a footnote.',
      )
      .offer(2, 'The footnote has convinced us. The charter names ten hours; tell us if that is too few.').acts,
  ],
  /** lawyer@ at work for ngo@, at the head of a team of two: hours to verify, a part to accept. */
  'water-pollutants': (chapter) => {
    const published = chapter.planned.schedule.decided ?? 0;
    const start = { applied: published - 3, offered: published - 8, accepted: published - 10 };
    const deal = sign(find(chapter, 0, 'lawyer', start), start.accepted - 1).then(35, 11, 'leads the team', lead);
    const second = sign(find(chapter, 1, somebody(chapter, 1), start), start.accepted - 1);
    keepPlan(chapter, second, 33, ANNEX_STEPS)
      .hours(29, 150, 'research', 'Substances compared with the monitoring lists of six countries')
      .hours(26, 120, 'drafting', 'Sources for each value');
    tick(second, 26).verify(24).hours(15, 165, 'research', 'Values for annex I');
    tick(second, 12);
    keepPlan(chapter, deal, 34, WATER_STEPS)
      .hours(34, 90, 'meeting', 'Kick-off call, list of articles agreed')
      .message(
        33,
        'ngo',
        'The folder is shared with you. The annexes are in “04”; the colour code is mine, please ignore it.',
        'engagement',
      )
      .hours(31, 210, 'research', 'Annexes compared with the Council’s text');
    tick(deal, 31).hours(27, 240, 'drafting', 'Articles 1 to 4, first draft');
    tick(deal, 27)
      .verify(25)
      .message(
        24,
        'volunteer',
        'I have a question on the sum of PFAS: do you want the number of the drinking-water rules or a lower one? It decides who will support it.',
        'engagement',
      )
      .message(23, 'ngo', 'The same number, with a date for a lower one. Our groups can live with that.', 'engagement')
      .hours(20, 180, 'drafting', 'Fallbacks and transition periods')
      .hours(16, 150, 'review', 'Comments of the members’ group worked in');
    tick(deal, 16).verify(14);
    const [table = ''] = chapter.planned.content.deliverables.map(({ id }) => id);
    deliverFile(deal, 12, table, 'A first version, to see whether the order suits you.', WATER_TABLES[0]).sendBack(
      10,
      0,
      'The order is right. Please put the numbers of the recitals beside each article, our members look for those.',
    );
    askBy(chapter, deal, 9, 'volunteer', 'May I cut annex IV? It is long, and nobody will vote on it.', -7);
    answer(deal, 8, 'ngo', 'Yes, with one sentence in the summary that says where it can be read.')
      .hours(8, 195, 'drafting', 'Justifications, second half')
      .hours(6, 120, 'review', 'Cross-references and recitals')
      .hours(3, 105, 'meeting', 'Went through the table with the working group');
    deliverFile(
      deal,
      2,
      table,
      'The table with all fourteen amendments. Numbers 6 and 11 have two versions; please choose. The justifications follow next week.',
      WATER_TABLES[1],
    );
    const choice = 'Which version of number 6 shall go to the rapporteur? Her office closes the file on that day.';
    askBy(chapter, deal, 2, 'volunteer', choice, 2);
    askBy(
      chapter,
      deal,
      1,
      'ngo',
      'Could you join the call with the rapporteur’s adviser? It begins at ten on that day.',
      1,
    );
    return [...deal.acts, ...second.acts];
  },
  /** lawyer@: an offer from another NGO. */
  'trait-de-cote': (chapter) =>
    dealing(chapter, 0, 'lawyer')
      .apply(
        9,
        'J’ai plaidé trois affaires de littoral et perdu la première, pour un délai. C’est donc par les délais que je commencerais. Je suis au barreau de Bruxelles et travaillerais avec une consœur de Marseille pour l’audience.',
      )
      .message(
        7,
        'ngo',
        'Votre message nous a rassurés et inquiétés à la fois, ce qui est bon signe. Qui serait votre consœur ?',
      )
      .message(
        6,
        'volunteer',
        'Une ancienne collègue, spécialiste de l’urbanisme. Elle est d’accord sur le principe et ne facturera rien.',
      )
      .shortlist(4)
      .offer(
        2,
        'Le conseil d’administration est unanime. La charte reprend quarante heures jusqu’à l’échéance ; dites-nous si c’est tenable.',
      )
      .message(
        1,
        'ngo',
        'Nous avons oublié de vous le dire : l’audience se tiendra sans doute à Rennes, en visioconférence.',
      ).acts,
  /** designer@ at work, with one part sent back. */
  onderdelenprijs: (chapter) => {
    const published = chapter.planned.schedule.decided ?? 0;
    const start = { applied: published - 2, offered: published - 6, accepted: published - 8 };
    const deal = sign(find(chapter, 0, 'designer', start), start.accepted - 1);
    keepPlan(chapter, deal, 30, [
      { title: 'Drie schetsen', on: -25, owner: 'volunteer' },
      { title: 'Infographic in twee formaten', on: -8, owner: 'volunteer', stands: 0 },
      { title: 'Teksten nalezen met de oudere leden', on: 3, owner: 'ngo' },
    ])
      .hours(30, 60, 'meeting', 'Startgesprek: de ene zin gevonden')
      .hours(26, 180, 'design', 'Schetsen: knop, schroef, prijskaartje');
    return tick(deal, 25)
      .message(
        25,
        'volunteer',
        'Drie schetsen in de map. De tweede is de mooiste, de derde de duidelijkste. Ik zou de derde nemen.',
        'engagement',
      )
      .message(24, 'ngo', 'De derde, unaniem. Kan de prijs groter dan het apparaat?', 'engagement')
      .verify(22)
      .hours(17, 240, 'design', 'Infographic voor scherm')
      .hours(11, 210, 'design', 'Drukversie en tekstversie')
      .deliver(
        8,
        0,
        'Infographic in twee formaten, met tekstversie. De bronnen staan onderaan; de letter is vrij te gebruiken.',
      )
      .sendBack(
        6,
        0,
        'Prachtig. Twee dingen: bij onderdeel 17 staat de prijs van vorig jaar, en onze oudere leden lezen het geel niet. Kan het contrast omhoog?',
      )
      .hours(4, 90, 'review', 'Prijs 17 nagekeken, contrast naar 7 op 1').acts;
  },
  /** designer@: applied in Dutch, shortlisted in English. */
  'hitte-in-de-wagen': (chapter) =>
    dealing(chapter, 0, 'designer').apply(
      2,
      'Een thermometer aan de verkeerde kant van een wand: dat is al een beeld. Ik maakte eerder een reeks zonder bloed over slachthuizen. Tien uur per week lukt tot de hoorzitting.',
      13,
    ).acts,
  'puppy-trade': (chapter) => [
    ...dealing(chapter, 0, 'designer')
      .apply(
        7,
        'A chip nobody can look up is jewellery: I would build the whole kit around that sentence. I hand over open files in three languages and check contrast before beauty.',
      )
      .message(
        5,
        'ngo',
        'You have understood us better than we have. Could you send one kit of yours that was translated by others?',
      )
      .shortlist(3).acts,
    ...dealing(chapter, 0, somebody(chapter, 0)).apply(
      2,
      'I draw animals for a children’s publisher and can do so without making them cute. The deadline is tight but fair; I could begin on Monday.',
    ).acts,
  ],
  /** student@ at work. */
  'border-documents': (chapter) => {
    const published = chapter.planned.schedule.decided ?? 0;
    const start = { applied: published - 3, offered: published - 8, accepted: published - 10 };
    return sign(find(chapter, 0, 'student', start), start.accepted - 1)
      .hours(28, 75, 'meeting', 'Kick-off call with the lawyers at the quay')
      .hours(24, 150, 'research', 'Earlier requests to the agency and their fate')
      .verify(20)
      .hours(15, 135, 'drafting', 'Initial request in three parts')
      .message(
        14,
        'volunteer',
        'The request is in three parts so that one refusal does not delay the rest. My supervisor suggests asking for the list of documents first; I agree.',
        'engagement',
      )
      .message(13, 'ngo', 'Good. Send the first part; we sign it tonight.', 'engagement')
      .deliver(10, 0, 'Initial request, three parts, with a list of what we expect to be refused.')
      .acceptWork(8, 0)
      .hours(5, 120, 'research', 'Public security in the case law').acts;
  },
  /** student@: on the short list. */
  'trilogue-documents': (chapter) => [
    ...dealing(chapter, 1, 'student')
      .apply(
        8,
        'I have all judgments on trilogue documents in a table and would like to see them used. Eight hours is what I have before my exams.',
      )
      .message(6, 'ngo', 'Is the table public? If so, you have helped us already.')
      .message(5, 'volunteer', 'It is now: the link is in the folder.')
      .shortlist(3).acts,
    ...dealing(chapter, 0, somebody(chapter, 0))
      .apply(6, 'I worked on two inquiries of this kind from inside. I know what a case handler needs on page one.')
      .message(4, 'ngo', 'We would be glad. Are there any limits on what you may do since you left?').acts,
  ],
};
