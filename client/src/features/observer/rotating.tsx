/** A list nobody scrolls: what does not fit takes turns. It stands still when the reader says so. */
import {
  Children,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { pagesOf } from './logic/pages';
import css from './rotating.module.css';

const turnMs = 12_000;

interface Turn {
  /** Grows by one with each turn. */
  readonly count: number;
  readonly isHeld: boolean;
  readonly hold: (isHeld: boolean) => void;
}

interface Measured {
  readonly pages: readonly (readonly number[])[];
  /** How far down each item begins, px. */
  readonly tops: readonly number[];
}

const TurnContext = createContext<Turn>({ count: 0, isHeld: false, hold: () => undefined });

export function useTurn(): Turn {
  return useContext(TurnContext);
}

/** All lists of a wall turn at the same moment: one movement instead of many. */
export function TurnProvider({ children }: { children: ReactNode }) {
  const [count, setCount] = useState(0);
  const [isHeld, hold] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = window.setInterval(() => setCount((before) => before + 1), turnMs);
    return () => window.clearInterval(timer);
  }, [isHeld]);
  return <TurnContext value={{ count, isHeld, hold }}>{children}</TurnContext>;
}

export function Rotating(props: {
  readonly as?: 'ul' | 'ol';
  readonly className?: string | undefined;
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const { as: List = 'ul', className = '', label } = props;
  const items = Children.toArray(props.children);
  const frame = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<Measured>({ pages: [], tops: [] });
  const { count } = useTurn();

  // biome-ignore lint/correctness/useExhaustiveDependencies: other children measure otherwise
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = () => {
      const list = element.firstElementChild;
      if (list === null) return;
      const gap = Number.parseFloat(getComputedStyle(list).rowGap) || 0;
      // Whole pixels: a box that is moved aside measures a hair differently each time.
      const heights = [...list.children].map((item) => (item as HTMLElement).offsetHeight);
      const pages = pagesOf(heights, gap, element.clientHeight);
      let top = 0;
      const tops = heights.map((height) => {
        top += height + gap;
        return top - height - gap;
      });
      const next = { pages, tops };
      setMeasured((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    for (const item of element.firstElementChild?.children ?? []) watch.observe(item);
    return () => watch.disconnect();
  }, [props.children]);

  const { pages, tops } = measured;
  const page = pages.length === 0 ? 0 : count % pages.length;
  const shown = pages[page];
  return (
    <div className={css.rotating}>
      <div ref={frame} className={css.rotatingFrame}>
        <List
          className={className}
          style={{ transform: `translateY(${-(tops[shown?.[0] ?? 0] ?? 0)}px)` }}
          {...(label === undefined ? {} : { 'aria-label': label })}
        >
          {items.map((item, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the children bear their own keys
              key={index}
              value={List === 'ol' ? index + 1 : undefined}
              data-hidden={(shown !== undefined && !shown.includes(index)) || undefined}
            >
              {item}
            </li>
          ))}
        </List>
      </div>
      {pages.length > 1 && (
        <span className={css.dots} aria-hidden>
          {pages.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pages have no other name
            <span key={index} data-on={index === page || undefined} />
          ))}
        </span>
      )}
    </div>
  );
}
