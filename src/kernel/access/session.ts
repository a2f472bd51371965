import { cookie, sessionCookie } from '../http/cookies.ts';
import type { Temporal } from '../time/temporal.ts';

export type SessionMethod = 'password' | 'recovery-code' | 'passkey' | 'invitation' | 'demo';

/**
 * A session ends twelve hours after it was last used, so that a desk signs in once a day, and seven days after it began
 * whatever happens. What changes how someone signs in asks for a session that began less than half an hour ago.
 */
export const sessionRules = { idleHours: 12, longestHours: 7 * 24, recentMinutes: 30, renewMinutes: 5 };

/** When a session that began at `madeAt` and is used now ends. */
export function sessionEnd(madeAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant {
  const idle = now.add({ hours: sessionRules.idleHours });
  const longest = madeAt.add({ hours: sessionRules.longestHours });
  return idle.epochMilliseconds < longest.epochMilliseconds ? idle : longest;
}

/** The Set-Cookie value of a session that has begun. */
export function sessionCookieOf(secret: string, publicUrl: string): string {
  return cookie(sessionCookie, secret, { publicUrl, maxAge: sessionRules.longestHours * 3600 });
}

export function noSessionCookie(publicUrl: string): string {
  return cookie(sessionCookie, '', { publicUrl, maxAge: 0 });
}

const browsers: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Browser and system in the words of their owner: 'Firefox, Windows'. Nothing else of the header is kept. */
export function deviceOf(request: Request): string | null {
  const agent = request.headers.get('user-agent') ?? '';
  const named = [browsers, systems].flatMap((list) => list.find(([pattern]) => pattern.test(agent))?.[1] ?? []);
  return named.length > 0 ? named.join(', ') : null;
}
