import { useEffect, useMemo, useState } from "react";
import { useIntl } from "react-intl";
import type { Language } from "../api/contract.js";
import { formatDate, formatDateTime, formatDecimal, formatPoints, formatTime } from "./format.js";

/** The functions of format.ts in the reader's language: `const { points, date } = useFormat()`. */
export interface Format {
  language: Language;
  number(value: string | number): string;
  points(points: string): string;
  date(iso: string): string;
  time(iso: string): string;
  dateTime(iso: string): string;
}

/** Figures and days in the reader's language. */
export function useFormat(): Format {
  const { locale } = useIntl();
  return useMemo(() => {
    const language: Language = locale.startsWith("vi") ? "vi" : "en";
    return {
      language,
      number: (value) => formatDecimal(String(value), language),
      points: (points) => formatPoints(points, language),
      date: formatDate,
      time: formatTime,
      dateTime: formatDateTime,
    };
  }, [locale]);
}

/** The time, renewed every minute, for deadlines that stay on the screen. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
