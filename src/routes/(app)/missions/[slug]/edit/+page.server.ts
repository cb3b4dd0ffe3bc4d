/** Writing a mission: everything is saved through one command, by the button, as one types, and before every other step. */
import { redirect } from '@sveltejs/kit';
import { dealOfMission } from '$lib/domains/exchange/server/queries/deal-of-mission';
import { saveMissionForm } from '$lib/domains/missions/mission-input';
import { editChoices } from '$lib/domains/missions/server/queries/editing/edit-choices';
import { missionForEdit } from '$lib/domains/missions/server/queries/editing/mission-for-edit';
import { saveFromForm } from '$lib/domains/missions/server/save-from-form';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import { m } from '$lib/paraglide/messages.js';
import { stepActions } from './step-actions.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const mission = await missionForEdit(ctx, event.params.slug);
    return {
      title: m.mission_edit_title({ title: mission.title || m.mission_untitled() }),
      now: ctx.now,
      mission,
      deal: await dealOfMission(ctx, mission.id),
      choices: editChoices(ctx),
      formKey: newId(),
    };
  });

export const actions: Actions = {
  ...stepActions,
  save: formAction('mission', saveMissionForm, async ({ ctx, input, event }) => {
    const slug = event.params['slug'] ?? '';
    const saved = await saveFromForm(ctx, slug, input);
    if (input.intent === 'autosave') return { version: saved.version, savedAt: saved.savedAt.toISOString() };
    if (input.intent !== 'submit') {
      const text = input.intent === 'take_heirs' ? m.mission_retired_flash() : m.mission_saved_text();
      setFlash(event.cookies, { kind: 'success', text });
      redirect(303, `${href(`/missions/${slug}/edit`)}#${saved.anchor}`);
    }
    const { organisation } = await missionForEdit(ctx, slug);
    setFlash(event.cookies, { kind: 'success', text: m.mission_submitted_text() });
    redirect(303, href(`/ngo/${organisation.slug}/missions`));
  }),
};
