/**
 * Whether somebody is reading a list: a pointer moves over it, or the keyboard is in it. A pointer
 * that was left lying there for a while reads no more.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';

const restsAfterMs = 15_000;

export function useReading() {
  const [isReading, setIsReading] = useState(false);
  const timer = useRef(0);
  const stop = useCallback(() => {
    window.clearTimeout(timer.current);
    setIsReading(false);
  }, []);
  useEffect(() => stop, [stop]);
  const hands = useMemo(() => {
    const read = () => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(stop, restsAfterMs);
      setIsReading(true);
    };
    return {
      onPointerMove: read,
      onPointerDown: read,
      onWheel: read,
      onFocus: read,
      onKeyDown: read,
      onPointerLeave: stop,
    };
  }, [stop]);
  return { isReading, hands };
}
