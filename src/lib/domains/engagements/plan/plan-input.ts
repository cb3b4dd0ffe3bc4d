/** What the forms of the plan post. Pure. */
import { z } from 'zod';
import { day, nullableText, text } from '$lib/shared/form-fields';
import { idField } from '../application/application-input';
import { PARTIES } from '../engagement/engagement';
import { MILESTONE_MAX } from './plan';

const fields = {
  title: text(MILESTONE_MAX, 3),
  day: day().transform((value) => value.toISOString().slice(0, 10)),
  owner: z.enum(PARTIES),
  /** Ids of deliverables are the mission's own. */
  deliverable: nullableText(40),
};

export const addMilestoneForm = z.strictObject(fields);
export const changeMilestoneForm = z.strictObject({ ...fields, milestone: idField });
export const milestoneForm = z.strictObject({ milestone: idField });
