/** What a browser says of itself, as a person would say it: "Firefox, Linux". Nothing else of the header is kept. */

export interface Device {
  browser: string | null;
  system: string | null;
}

/** Order matters: most browsers also claim to be the ones that follow. */
const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/.*Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

export function deviceOf(userAgent: string | null): Device {
  const given = (userAgent ?? '').slice(0, 500);
  const first = (known: [RegExp, string][]) => known.find(([pattern]) => pattern.test(given))?.[1] ?? null;
  return { browser: first(BROWSERS), system: first(SYSTEMS) };
}
