/* A day in a calendar file (RFC 5545). */

/** @param {string} text */
const value = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

/** Lines of at most 75 bytes, never cut inside a character. @param {string} line */
const folded = (line) => {
  let out = "";
  let size = 0;
  for (const char of line) {
    const bytes = new TextEncoder().encode(char).length;
    if (size + bytes > 74) {
      out += "\r\n ";
      size = 1;
    }
    out += char;
    size += bytes;
  }
  return out;
};

/**
 * @param {string} day as 2027-05-30
 * @param {string} summary
 * @param {string} address
 * @param {Date} now
 */
export const calendar = (day, summary, address, now) => {
  const stamp = `${now.toISOString().replace(/[-:]|\.\d+/g, "")}`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Team agreement//EN",
    "BEGIN:VEVENT",
    `UID:${stamp}-${day}@team-agreement`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${value(summary)}`,
    `DESCRIPTION:${value(address)}`,
    `URL:${address}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
};
