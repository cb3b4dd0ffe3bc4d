/** What organisations of each trade bring to a floor and look for there. English is the floor's working language. */
import type { Category } from '$lib/domains/exchange/edition/edition';

export interface SeedItem {
  category: Category;
  title: string;
  text: string;
  quantity: number;
  unit: string;
  period: string;
  estimate: number;
  /** Slugs of skills, where it is knowledge. */
  skills?: readonly string[];
}

/** `category | title | text | quantity unit | period | estimate | skills` */
const item = (line: string): SeedItem => {
  const [category = '', title = '', text = '', amount = '', period = '', estimate = '', skills = ''] =
    line.split(' | ');
  const at = amount.indexOf(' ');
  return {
    category: category as Category,
    title,
    text,
    quantity: Number(amount.slice(0, at)),
    unit: amount.slice(at + 1),
    period,
    estimate: Number(estimate),
    ...(skills ? { skills: skills.trim().split(' ') } : {}),
  };
};
const items = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line) => item(line.trim()));

const OFFER_LINES = {
  law: `
    knowledge | A lawyer reads your statutes | We go through statutes, contracts or a volunteer agreement with you and mark what should change. | 6 hours | spring | 900 | nonprofit-law legal-drafting
    knowledge | Advice evening on data protection | Two of us answer what you always wanted to ask about lists of members, photos and newsletters. | 3 hours | March to June | 450 | data-protection-law
    space | Meeting room with a view of the canal | Twelve seats, screen and coffee, on working days after five and on Saturdays. | 6 evenings | all year | 600`,
  accounts: `
    knowledge | Your bookkeeping looked through | We check the books of a small organisation before its general assembly and explain what we find. | 8 hours | January to April | 960 | financial-management
    knowledge | A budget that a funder understands | We sit down with you and turn your plans into a budget for a grant application. | 5 hours | by agreement | 600 | financial-management grant-writing`,
  software: `
    knowledge | A day for your website | Two developers repair what is broken, make it fast and readable with a screen reader. | 14 hours | autumn | 1400 | web-development accessibility
    knowledge | Safety check of your computers | We go through passwords, backups and updates and leave a list that you can follow. | 6 hours | by agreement | 600 | digital-security
    means | Ten refurbished laptops | Four years old, wiped, with a new battery and a free operating system. | 10 laptops | from May | 2500`,
  print: `
    means | Flyers printed and folded | Up to two thousand A5 flyers on recycled paper, from your ready file. | 2000 flyers | with two weeks of notice | 380
    means | Banners for your stand | Two roll-up banners from your design, weatherproof. | 2 banners | before summer | 260`,
  design: `
    knowledge | A poster that is noticed | One designer works with you on one poster or infographic, in two rounds. | 12 hours | by agreement | 1100 | graphic-design infographics
    knowledge | Photo walk at your event | A photographer takes pictures of your day, free for your own use. | 5 hours | weekends | 500 | photography`,
  building: `
    hands | Six colleagues repair what is loose | Doors, shelves, a leaking tap, a wall to paint: a team with its own tools for one day. | 6 people | a Friday in May or June | 1800
    means | Paint and timber from our yard | Left over from building sites, enough for two rooms and a long bench. | 1 van load | by agreement | 700`,
  garden: `
    hands | A morning in your garden | Four gardeners prune, dig and plant with your volunteers. | 4 people | March or October | 800
    means | Native plants for your courtyard | Sixty plants that bees like, with a plan of where they go. | 60 plants | April | 420`,
  catering: `
    means | Soup and bread for eighty | We bring it hot and take the pots back. | 80 meals | once before summer | 560
    means | Coffee for your general assembly | Beans, a machine and somebody who knows how. | 100 cups | by agreement | 250
    space | Our kitchen on a closed day | A professional kitchen for a cooking workshop, with a cook who opens and closes. | 2 days | Mondays | 500`,
  hotel: `
    space | A room for sixty people | With chairs, sound and a screen, on weekdays in the quiet months. | 2 days | January, February, August | 1600
    space | Two guest rooms for a speaker | Two nights with breakfast for somebody who comes from far. | 2 nights | outside the fair weeks | 480`,
  transport: `
    hands | A van and two drivers for a day | We move your archive, your stand or your furniture within the region. | 1 day | by agreement | 520
    network | Your posters in our vehicles | In forty vehicles for a month, where people look when they wait. | 40 posters | from September | 800`,
  bank: `
    knowledge | Coaching for your treasurer | An hour a month for half a year, on cash, reserves and risk. | 6 hours | half a year | 720 | financial-management
    network | A table at our new year reception | Two of you meet three hundred local firms. | 2 places | January | 300`,
  media: `
    network | Five minutes on air | A talk about what you do, on a weekday morning. | 1 broadcast | by agreement | 600
    knowledge | How to talk to a journalist | A workshop with practice in front of a camera. | 3 hours | spring | 450 | press-relations public-speaking`,
  energy: `
    knowledge | Energy scan of your building | We measure, look at the bills and say what pays back first. | 8 hours | winter | 900 | climate-energy-law
    means | Forty LED lamps | New ones, with somebody who screws them in. | 40 lamps | by agreement | 360`,
  care: `
    knowledge | First aid in an evening | For up to fifteen volunteers, with a certificate. | 3 hours | by agreement | 450 | training
    means | A full first-aid box | For your office or your camp, checked every year. | 2 boxes | at once | 160`,
  town: `
    space | The square in front of the hall | For your neighbourhood day, with power and water. | 1 day | May to September | 900
    network | The right desk at the town hall | We introduce you to who decides about permits, subsidies and streets. | 3 introductions | by agreement | 300
    knowledge | How a local council decides | An evening with a clerk who has seen a thousand files. | 2 hours | by agreement | 200 | local-government public-participation`,
  library: `
    space | Reading room after closing | Forty seats between the books for a talk or a debate. | 4 evenings | autumn | 600
    knowledge | Help with looking things up | A librarian finds studies, statistics and old newspapers for your file. | 6 hours | all year | 420 | literature-review`,
  museum: `
    network | Guided visit for your volunteers | A thank-you for twenty people, with a drink. | 20 tickets | Thursdays | 320
    space | Our workshop with a glass roof | For a day with your team among old tools. | 1 day | winter | 450`,
  hospital: `
    knowledge | A nurse speaks about care at home | For your members, with time for questions. | 2 hours | by agreement | 240 | public-speaking
    means | Twenty wheelchairs on loan | For a day out or an event. | 20 wheelchairs | weekends | 600`,
  fire: `
    knowledge | Fire safety at your event | We read your plan and walk the hall with you. | 4 hours | by agreement | 360 | event-organisation
    space | Our training yard for a family day | With a fire engine to look at. | 1 day | summer | 700`,
  school: `
    hands | A class for a day | Twenty-four pupils of sixteen with two teachers, for work outdoors or at a stand. | 24 people | project week in May | 1200
    space | Sports hall on Sundays | With showers and a bicycle shed. | 6 Sundays | October to March | 720`,
  artschool: `
    knowledge | Illustrations by third-year students | Six drawings for a report or a wall, supervised. | 30 hours | spring term | 1500 | illustration
    hands | A mural with your visitors | Students paint one wall together with the people who use it. | 8 people | June | 1400`,
  hotelschool: `
    hands | Students serve at your dinner | Ten students in black and white, with a teacher. | 10 people | school days | 900
    means | A walking dinner for fifty | Cooked by the final year, you buy nothing. | 50 meals | March | 1250`,
  techschool: `
    hands | Bicycles repaired in a day | Students mend up to forty bicycles; you bring the parts. | 40 bicycles | April | 1000
    knowledge | A small tool built for you | A team of students builds a sensor or a display as their final work. | 60 hours | September to May | 1800 | data-analysis`,
  university: `
    knowledge | A student team studies your question | Five master students with a supervisor: survey, interviews, report. | 120 hours | a term | 3000 | survey-design qualitative-research
    knowledge | Legal research by a clinic | Students find what the law says, a professor signs. | 40 hours | a term | 2400 | legal-research eu-law`,
  serviceclub: `
    network | Introductions to forty members | We know the firms of the region and make three calls for you. | 3 introductions | all year | 450
    hands | Twelve members at your event | We park cars, pour coffee and count the till. | 12 people | two weekends a year | 960
    means | Prizes for your raffle | Given by members, from dinners to a weekend at the sea. | 25 prizes | by agreement | 750`,
  sportsclub: `
    space | The club house on weekdays | Kitchen, terrace, sixty seats. | 8 afternoons | all year | 640
    hands | A taster afternoon for your people | Trainers and gear for twenty beginners. | 20 places | spring | 500`,
  choir: `
    hands | Half an hour of song | Thirty voices open or close your event. | 30 people | by agreement | 600
    network | Your cause in our programme book | A page that five hundred people read before the music begins. | 500 copies | December | 250`,
  scouts: `
    means | Four large tents and tables | With people who know how to put them up. | 4 tents | outside July | 480
    hands | Fifteen leaders for a children’s corner | Games for forty children for an afternoon. | 15 people | Saturdays | 700`,
  ngo: `
    knowledge | A briefing on your rights as a citizen | How to read a public file, ask for a document and be heard. | 3 hours | by agreement | 300 | access-to-documents public-participation
    network | Our newsletter tells your story | To four thousand readers, with a picture. | 1 article | by agreement | 400
    knowledge | Speaker for your staff day | What European rules mean for your street, with stories. | 2 hours | by agreement | 350 | public-speaking
    hands | A day outdoors with our volunteers | Your team plants, counts or mends with us and learns why. | 15 places | spring and autumn | 600
    network | Test panel of twenty members | They try your product or website and say what they think. | 20 people | by agreement | 500`,
} as const;

const REQUEST_LINES = {
  ngo: `
    knowledge | A lawyer for our statutes | The law on associations has changed; ours are of 1998. | 6 hours | before June | 900 | nonprofit-law legal-drafting
    knowledge | Help with our website | It is slow, and our members with a screen reader cannot use it. | 12 hours | autumn | 1200 | web-development accessibility
    knowledge | Somebody who makes an infographic | Of one law and its five steps, for a wall and for telephones. | 10 hours | April | 900 | infographics graphic-design
    knowledge | A bookkeeper before the assembly | To look through one year of a small organisation. | 8 hours | February to April | 900 | financial-management
    knowledge | A survey among our members | Questions, numbers and a short report. | 60 hours | a term | 2000 | survey-design statistics
    means | Laptops for our volunteers | Eight that still live for a few years. | 8 laptops | by summer | 2000
    means | Flyers for our campaign | Two thousand, on recycled paper. | 2000 flyers | May | 380
    space | A room for our assembly | For sixty people, with a screen, on a Saturday. | 1 day | March | 800
    hands | Painters for our office | Two rooms and a corridor; we have the paint. | 6 people | a Friday | 1500
    network | A word with a journalist | Somebody who listens to what we found in the files. | 2 introductions | this spring | 300
    hands | A van with a driver | To move our archive four streets away. | 1 day | July | 450`,
  firm: `
    hands | A day outdoors for our team | Something useful with our hands, for twelve people. | 12 places | May or June | 600
    knowledge | A speaker for our staff day | About citizens, Europe or nature; half an hour and questions. | 1 hour | September | 300 | public-speaking
    network | A page about us in your newsletter | We are looking for trainees. | 1 article | by agreement | 350
    network | People who test our product | Twenty, of all ages, for an hour. | 20 people | autumn | 500
    hands | Music at our reception | Something that nobody expects, for half an hour. | 1 performance | December | 500
    knowledge | Is our building accessible? | A walk with people who know from experience. | 3 hours | by agreement | 300 | accessibility inclusion
    means | Pictures for our walls | By students or members, on loan for a year. | 10 pictures | from autumn | 600`,
  house: `
    hands | Volunteers for our open day | At the door, at the stands, in the cloakroom. | 15 people | the first Sunday of October | 900
    knowledge | A photographer for a day | Portraits of the people who work here. | 5 hours | spring | 500 | photography
    means | Plants for the courtyard | Such as need little water. | 50 plants | April | 400
    knowledge | A workshop on energy saving | For those who use our rooms. | 3 hours | winter | 400
    network | Guests from the neighbourhood | We would like to meet those who pass our door. | 30 people | all year | 300
    means | Lamps that use less | For one long corridor. | 30 lamps | by agreement | 300
    space | A hall for our party | For a hundred people, with a kitchen. | 1 evening | June | 900
    knowledge | Help with a grant application | Somebody who has written one that was granted. | 6 hours | March | 700 | grant-writing`,
} as const;

export type Trade = keyof typeof OFFER_LINES;
export const OFFERS = Object.fromEntries(
  Object.entries(OFFER_LINES).map(([trade, lines]) => [trade, items(lines)]),
) as Record<Trade, SeedItem[]>;
export const REQUESTS = Object.fromEntries(
  Object.entries(REQUEST_LINES).map(([kind, lines]) => [kind, items(lines)]),
) as Record<keyof typeof REQUEST_LINES, SeedItem[]>;
