/**
 * French puts a space before `; : ! ? »` and after `«`, and no line may break there. Whoever writes a sentence types an
 * ordinary space; here it becomes one that holds.
 */
const SENTENCE = /`(?:[^`\\]|\\.)*`/g;
const FRENCH = /^const fr_[^]*?^};$/gm;

/** @param {string} text */
export const heldTogether = (text) => text.replaceAll(/ (?=[;:!?»])/g, '\u00a0').replaceAll(/(?<=«) /g, '\u00a0');

/**
 * The sentences of a compiled module; what is code in it stays as it is.
 * @param {string} code
 */
export function withFrenchSpaces(code) {
  return code.replaceAll(FRENCH, (message) => message.replaceAll(SENTENCE, heldTogether));
}
