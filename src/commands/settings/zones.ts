// Time zones as people type them: by name in any case, or by city, which is suggested.
import { isZone, type Zone } from '../../domain/time.ts';
import { nearest } from '../nearest.ts';

/** Names no list of zones has. */
const KNOWN_AS: ReadonlyMap<string, Zone> = new Map([
  ['china', 'Asia/Shanghai'],
  ['beijing', 'Asia/Shanghai'],
  ['shenzhen', 'Asia/Shanghai'],
  ['prc', 'Asia/Shanghai'],
  ['cst', 'Asia/Shanghai'],
  ['中国', 'Asia/Shanghai'],
  ['北京', 'Asia/Shanghai'],
  ['上海', 'Asia/Shanghai'],
  ['深圳', 'Asia/Shanghai'],
  ['广州', 'Asia/Shanghai'],
  ['香港', 'Asia/Hong_Kong'],
  ['台北', 'Asia/Taipei'],
  ['新加坡', 'Asia/Singapore'],
  ['东京', 'Asia/Tokyo'],
  ['首尔', 'Asia/Seoul'],
  ['伦敦', 'Europe/London'],
  ['巴黎', 'Europe/Paris'],
  ['柏林', 'Europe/Berlin'],
  ['纽约', 'America/New_York'],
  ['洛杉矶', 'America/Los_Angeles'],
  ['旧金山', 'America/Los_Angeles'],
  ['悉尼', 'Australia/Sydney'],
  ['迪拜', 'Asia/Dubai'],
  ['kolkata', 'Asia/Kolkata'],
  ['mumbai', 'Asia/Kolkata'],
  ['san francisco', 'America/Los_Angeles'],
]);

const allZones = (): Zone[] => [...Intl.supportedValuesOf('timeZone'), 'UTC'];

const cityOf = (zone: Zone): string => (zone.split('/').at(-1) ?? zone).toLowerCase();

/** The zone of exactly this name, in whatever case; null when there is none. */
export const zoneNamed = (typed: string): Zone | null => {
  const name = typed.trim();
  const listed = allZones().find((zone) => zone.toLowerCase() === name.toLowerCase());
  if (listed !== undefined) return listed;
  // Names such as Asia/Kolkata are valid but not in every runtime's list.
  if (!/^[A-Za-z]+(\/[A-Za-z_+-]+)+$/.test(name) || !isZone(name)) return null;
  return name.replace(
    /(^|[/_-])([a-z])/g,
    (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`,
  );
};

/** The zone most likely meant by a city or a misspelt name; null when nothing is near. */
export const zoneNear = (typed: string): Zone | null => {
  const name = typed.normalize('NFKC').trim().toLowerCase();
  const known = KNOWN_AS.get(name.replaceAll('_', ' '));
  if (known !== undefined) return known;
  if (/^(?:utc|gmt)?\s*\+\s*0?8(?::00)?$/.test(name)) return 'Asia/Shanghai';
  const zones = allZones();
  const city = (name.split('/').at(-1) ?? name).replaceAll(' ', '_');
  const near = nearest(city, zones.map(cityOf));
  return zones.find((zone) => cityOf(zone) === near) ?? null;
};
