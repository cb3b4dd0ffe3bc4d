/** What follows when a schedule is announced, taken back or repaired, lists are published, and a ring is proposed. */
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import { subscribe } from '$lib/server/events';
import { appendToLog } from '../floor/floor-log';
import { Attempts, type AttemptDocument } from './attempt.model';
import { mailAgendas, mailRing, mailSuggestions } from './plan-mails';
import { registerPlanJobs } from './run-plans';
import '../exchange-events';

export function subscribePlans(): void {
  subscribe('schedule.published', 'exchange.mail-agendas', ({ id, payload }) =>
    mailAgendas(id, payload.editionId, payload.touched, payload.again ? 'again' : 'published'),
  );
  subscribe('schedule.taken_back', 'exchange.mail-agendas', ({ id, payload }) =>
    mailAgendas(id, payload.editionId, payload.touched, 'taken_back'),
  );
  subscribe('schedule.repaired', 'exchange.mail-agendas', ({ id, payload }) =>
    mailAgendas(id, payload.editionId, payload.touched, 'repaired'),
  );
  subscribe('schedule.shifted', 'exchange.mail-agendas', ({ id, payload }) =>
    mailAgendas(id, payload.editionId, payload.touched, payload.minutes > 0 ? 'shifted' : 'shifted_back'),
  );
  subscribe('schedule.shifted', 'exchange.tell-boards', async ({ id, at, payload }) => {
    await appendToLog(payload.editionId, `rounds:${id}`, { kind: 'rounds_moved', at, deal: null });
  });
  subscribe('suggestions.published', 'exchange.mail-suggestions', ({ id, payload }) =>
    mailSuggestions(id, payload.editionId),
  );
  subscribe('ring.proposed', 'exchange.mail-ring', ({ id, payload }) => mailRing(id, payload.attemptId));
  subscribe('account.deleted', 'exchange.forget-matchmaker', async ({ payload }) => {
    await Attempts.updateMany({ byId: payload.personId }, { $set: { byId: null } });
  });
  registerPersonalData('exchange.introductions', async (personId) => {
    const found = await Attempts.find({ byId: personId }).lean<AttemptDocument[]>();
    return found.map(({ editionId, kind, members, at }) => ({ editionId, kind, members: [...members], at }));
  });
  registerPlanJobs();
}
