/** Where a time zone's city lies: for nations that have no system with a place of its own. */

/** Degrees east and north. */
export type LonLat = readonly [longitude: number, latitude: number];

const places: Readonly<Record<string, LonLat>> = {
  'America/Anchorage': [-149.9, 61.2],
  'America/Chicago': [-87.6, 41.9],
  'America/Denver': [-105, 39.7],
  'America/Los_Angeles': [-118.2, 34.1],
  'America/Mexico_City': [-99.1, 19.4],
  'America/New_York': [-77, 38.9],
  'America/Sao_Paulo': [-47.9, -15.8],
  'America/Toronto': [-75.7, 45.4],
  'America/Vancouver': [-123.1, 49.3],
  'Asia/Bangkok': [100.5, 13.8],
  'Asia/Brunei': [114.9, 4.9],
  'Asia/Dili': [125.6, -8.6],
  'Asia/Dubai': [54.4, 24.5],
  'Asia/Ho_Chi_Minh': [105.8, 21],
  'Asia/Hong_Kong': [114.2, 22.3],
  'Asia/Jakarta': [106.8, -6.2],
  'Asia/Kolkata': [77.2, 28.6],
  'Asia/Kuala_Lumpur': [101.7, 3.1],
  'Asia/Manila': [121, 14.6],
  'Asia/Phnom_Penh': [104.9, 11.6],
  'Asia/Seoul': [127, 37.6],
  'Asia/Shanghai': [116.4, 39.9],
  'Asia/Singapore': [103.8, 1.3],
  'Asia/Taipei': [121.6, 25],
  'Asia/Tokyo': [139.7, 35.7],
  'Asia/Vientiane': [102.6, 18],
  'Asia/Yangon': [96.1, 19.8],
  'Australia/Brisbane': [153, -27.5],
  'Australia/Canberra': [149.1, -35.3],
  'Australia/Melbourne': [145, -37.8],
  'Australia/Perth': [115.9, -32],
  'Australia/Sydney': [149.1, -35.3],
  'Europe/Berlin': [13.4, 52.5],
  'Europe/Brussels': [4.4, 50.8],
  'Europe/London': [-0.1, 51.5],
  'Europe/Paris': [2.4, 48.9],
  'Europe/Rome': [12.5, 41.9],
  'Europe/Tallinn': [24.8, 59.4],
  'Europe/Warsaw': [21, 52.2],
  'Pacific/Auckland': [174.8, -41.3],
  'Pacific/Fiji': [178.4, -18.1],
  'Pacific/Guam': [144.8, 13.4],
  'Pacific/Honolulu': [-157.9, 21.3],
  'Pacific/Palau': [134.5, 7.5],
  'Pacific/Port_Moresby': [147.2, -9.4],
};

/** Null for a zone whose city is not known here. */
export function placeOfZone(timeZone: string): LonLat | null {
  return places[timeZone] ?? null;
}
