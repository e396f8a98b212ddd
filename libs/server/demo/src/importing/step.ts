import { instant, localDate, plusMillis, startOfDay, type Instant, type Language } from '@tavolo/kernel';
import { type DemoData } from '../demo-data.js';
import { type DemoScene } from './demo-scene.js';

/** Where the area lies (`timeZone` of the data). */
const zone = 'Europe/Rome';

/** One thing that happened, and when. */
export interface Step {
  readonly at: Instant;
  readonly run: (scene: DemoScene, at: Instant) => Promise<void>;
}

/** What the steps are made from. */
export interface DemoScript {
  readonly data: DemoData;
  /** Language in which texts are written; the other one stands beside frozen versions as a translation. */
  readonly language: Language;
}

/** A moment of the data: an ISO text with its offset, or a local date of the area with a time of day. */
export const moment = (text: string): Instant => instant(text);

/** `date` at `time` of the area's clock. No step of the data falls on a day on which the clocks change. */
export function localMoment(date: string, time: string): Instant {
  return plusMillis(startOfDay(localDate(date), zone), Date.parse(`1970-01-01T${time}Z`));
}

/** The other language of the data. */
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'it' : 'en');
