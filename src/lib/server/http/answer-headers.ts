/** What every answer carries: security headers, charset, and whether it may be kept. */

export function setAnswerHeaders(headers: Headers, options: { signedIn: boolean; secure: boolean }): void {
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  headers.set(
    'Permissions-Policy',
    'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  );
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  headers.set('X-Frame-Options', 'DENY');
  if (!headers.has('Content-Security-Policy')) {
    headers.set(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  }
  if (options.secure) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  const type = headers.get('Content-Type');
  if (type === 'text/html') headers.set('Content-Type', 'text/html; charset=utf-8');
  if (options.signedIn) headers.set('Cache-Control', 'no-store');
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-cache');
}
