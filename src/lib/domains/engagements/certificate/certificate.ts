/** The certificate of pro-bono work: the volunteer's own document, and what its public page may say. Pure. */
import { z } from 'zod';
import { checkbox } from '$lib/shared/form-fields';

export interface Certificate {
  /** 128 random bits in hex: the address of the page that proves it. */
  code: string;
  issuedAt: Date;
  /** What she agreed to show to whoever has the address. */
  showsName: boolean;
  showsMission: boolean;
  showsHours: boolean;
}

export const CERTIFICATE_CODE = /^[0-9a-f]{32}$/;

export const certificateForm = z.strictObject({
  showsName: checkbox(),
  showsMission: checkbox(),
  showsHours: checkbox(),
});
